"""Scripts in fonts of the author's: composed, painted from the Frame alone, and what is said about the fonts."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from PIL import Image, ImageChops

import cardnews
from cardnews.compose.frame import FontSource, Frame
from cardnews.compose.series import Composed, compose_size
from cardnews.compose.typefaces import runs
from cardnews.errors import CardnewsError, Finding
from cardnews.paint.painter import Painter, paint
from cardnews.reader import load_script
from cardnews.script import parse_size
from cardnews.text.fontbook import FontBook, shipped_files
from conftest import WriteScript
from fontmaker import cut, font, ks_font, put, saved

LETTERS = "주민의 말을 듣고 동네가 묻습니다 넘겨 보기 한글협를뷁 01/23456789,.?!"
SLIDES = ("slides:", "  - 주민의 **말**을 듣고", "  - layout: statement", "    text: 동네가 묻습니다")
FORMATS = ["a.ttf", "a.otf", "a.woff", "a.woff2"]


def composed(script: Path, size: str = "square") -> Composed:
    canvas = parse_size(size)
    assert canvas is not None
    return compose_size(load_script(script), canvas)


def said(found: Composed) -> list[tuple[str, int]]:
    return [
        (item.rule, item.place.line) for item in found.findings if "font" in item.rule or item.rule == "fallback-face"
    ]


def only(found: Composed, rule: str) -> Finding:
    (item,) = (item for item in found.findings if item.rule == rule)
    assert item.format("ko") != item.format("en")
    return item


def keys(frame: Frame) -> set[str]:
    return {run.font for run in runs(frame.items)}


@pytest.mark.parametrize("name", FORMATS)
def test_a_frame_says_where_its_fonts_are(write_script: WriteScript, tmp_path: Path, name: str) -> None:
    path = put(tmp_path, f"fonts/{name}", font(letters=LETTERS, outlines="CFF" if name == "a.otf" else "glyf"))
    found = composed(write_script("font: Bom Batang", *SLIDES))
    for frame in found.frames:
        assert keys(frame) == {"Bom Batang 400"}
        assert frame.fonts == (FontSource("Bom Batang 400", path),)
        assert {font for slot in frame.slots for font in slot.fonts} == {"Bom Batang 400"}
        assert pickle.loads(pickle.dumps(frame)) == frame
    assert said(found) == [("font-weight", 1)]


def test_painting_needs_the_frame_and_nothing_else(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.woff2", font(letters=LETTERS))
    (frame, *_) = composed(write_script("font: Bom Batang", *SLIDES)).frames
    image = paint(frame)
    (run, *_) = (run for run in runs(frame.items) if run.text.startswith("주민의"))
    _, x, y = run.glyphs[0]
    # Every letter is a solid cell: from .88 em above the baseline to .12 em below.
    for at in ((x + 2, y - 0.87 * run.size), (x + run.size - 2, y + 0.11 * run.size)):
        assert image.getpixel((round(at[0]), round(at[1]))) == tuple(run.color)


def test_a_copy_of_a_shipped_font_gives_the_same_pictures(write_script: WriteScript, tmp_path: Path) -> None:
    pictures: list[list[Image.Image]] = []
    for family, flavor in (("Gowun Batang", None), ("Bom Batang", None), ("Bom Batang", "woff2")):
        folder = tmp_path / f"{family}{flavor}"
        if family == "Bom Batang":
            for style in ("Regular", "Bold"):
                data = cut(f"GowunBatang-{style}.ttf", LETTERS, flavor, family="Bom Batang")
                put(folder, f"fonts/{style}.{flavor or 'ttf'}", data)
        script = write_script(f"font: {family}", *SLIDES, name=f"{folder.name}/script.yaml")
        pictures.append([paint(frame) for frame in composed(script).frames])
    for shipped, *others in zip(*pictures, strict=True):
        assert all(ImageChops.difference(shipped, other).getbbox() is None for other in others)


def test_the_weight_axis_reaches_the_picture(write_script: WriteScript, tmp_path: Path) -> None:
    data = cut("PretendardVariable.ttf", LETTERS, None, family="Bom Sans")
    put(tmp_path, "a/fonts/a.ttf", data)
    own = composed(write_script("font: bom sans", *SLIDES, name="a/script.yaml"))
    shipped = composed(write_script(*SLIDES, name="b/script.yaml"))
    assert said(own) == []
    for one, two in zip(own.frames, shipped.frames, strict=True):
        assert {source.weight for source in one.fonts} >= {900.0}
        assert ImageChops.difference(paint(one), paint(two)).getbbox() is None


def test_one_painter_for_frames_of_several_fonts(write_script: WriteScript, tmp_path: Path) -> None:
    frames = []
    for name in ("a", "b"):
        # Two fonts of one name in two scripts, of which one draws half as high.
        made = font(letters=LETTERS)
        if name == "b":
            made["head"].unitsPerEm = 2000
        put(tmp_path, f"{name}/fonts/a.ttf", made)
        frames.append(composed(write_script("font: Bom Batang", *SLIDES, name=f"{name}/script.yaml")).frames[0])
    painter = Painter()
    for frame in (*frames, frames[0]):
        assert ImageChops.difference(painter.paint(frame), paint(frame)).getbbox() is None


def test_a_font_that_is_gone_when_the_card_is_painted(write_script: WriteScript, tmp_path: Path) -> None:
    path = put(tmp_path, "fonts/a.ttf", font(letters=LETTERS))
    (frame, *_) = composed(write_script("font: Bom Batang", *SLIDES)).frames
    path.unlink()
    with pytest.raises(CardnewsError) as caught:
        paint(frame)
    assert [item.rule for item in caught.value.findings] == ["font-lost"]


def test_a_script_without_fonts_loads_nothing_for_them(write_script: WriteScript) -> None:
    code = (
        f"import sys, cardnews\nassert cardnews.render({str(write_script(*SLIDES))!r}).made == 2\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    heavy = {"fontTools", "brotli", "difflib"} | {
        f"cardnews.text.{name}" for name in ("fontfile", "nametable", "ownfonts", "webfont", "woffglyphs")
    }
    assert not heavy & set(done.stdout.split())


def test_cards_are_made_in_the_theme_where_the_font_is_unknown(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", font(korean="봄바탕", letters=LETTERS))
    report = cardnews.render(write_script("font: 봄바당", *SLIDES))
    assert (report.made, report.exit_code) == (2, 1)
    assert [(item.rule, item.place.line, item.place.column) for item in report.findings] == [("unknown-font", 1, 7)]


def test_one_script_in_several_sizes_says_it_once(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", font(letters=LETTERS, license=""))
    report = cardnews.render(write_script("font: Bom Batang", "size: [square, wide]", *SLIDES))
    assert sorted(item.rule for item in report.findings if item.rule.startswith("font")) == [
        "font-license",
        "font-weight",
    ]


def test_a_theme_of_the_authors_names_a_font_of_theirs(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", font(korean="봄바탕", letters=LETTERS, weight=500))
    hope = (Path(__file__).resolve().parents[2] / "layouts" / "themes" / "hope.yaml").read_text("utf-8")
    assert "{text: Pretendard," in hope
    (tmp_path / "themes").mkdir()
    theme = tmp_path / "themes" / "bom.yaml"
    theme.write_text(hope.replace("{text: Pretendard,", "{text: 봄바탕,"), "utf-8")
    found = composed(write_script("theme: bom", *SLIDES))
    assert {key for frame in found.frames for key in keys(frame)} == {"Bom Batang 500"}
    theme.write_text(hope.replace("{text: Pretendard,", "{text: 봄바당,"), "utf-8")
    item = only(composed(write_script("theme: bom", *SLIDES)), "unknown-font")
    assert Path(item.place.path).name == "bom.yaml"
    assert item.message() == 'unknown font "봄바당"; did you mean "봄바탕"?'
    line = next(number for number, text in enumerate(theme.read_text("utf-8").splitlines(), 1) if "봄바당" in text)
    assert item.place.line == line


def test_one_word_of_a_wansung_face_is_noted_once_for_a_text(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", ks_font())
    found = composed(write_script("font: Wansung Jip", "slides:", "  - 동네에서 콜라와 시펲을 마셨습니다"))
    item = only(found, "fallback-face")
    assert dict(item.values)["character"] == "펲", "and not the syllable before it, which it has"
    assert (item.place.line, item.place.column) == (3, 15)
    assert keys(found.frames[0]) >= {"Wansung Jip 400", "Pretendard 800"}


@pytest.mark.parametrize(
    ("rights", "rules"),
    [(0x0, []), (0x2, ["font-embedding"]), (0x6, []), (0x8, []), (0x100, []), (0x200, ["font-embedding-bitmaps"])],
)
def test_embedding(write_script: WriteScript, tmp_path: Path, rights: int, rules: list[str]) -> None:
    put(tmp_path, "fonts/a.ttf", font(korean="봄바탕", letters=LETTERS, rights=rights, weight=900))
    put(tmp_path, "fonts/other.ttf", font("Not Used", rights=2, license=""))
    found = composed(write_script("font: 봄바탕", *SLIDES))
    assert [rule for rule, _ in said(found) if rule != "font-weight"] == rules
    for rule in rules:
        item = only(found, rule)
        assert (item.place.line, item.severity) == (1, "warning")
        assert '"봄바탕"' in item.message()
    assert len(found.frames) == 2


def test_a_license_that_is_not_there(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", font(letters=LETTERS, license=""))
    script = write_script("font: Bom Batang", *SLIDES)
    assert only(composed(script), "font-license").severity == "info"
    put(tmp_path, "fonts/LICENSE.txt", b"OFL")
    assert "font-license" not in dict(said(composed(script)))


def test_weights_that_a_family_lacks(write_script: WriteScript, tmp_path: Path) -> None:
    for weight in (400, 700):
        put(tmp_path, f"fonts/{weight}.ttf", font(letters=LETTERS, weight=weight))
    values = dict(only(composed(write_script("font: Bom Batang", *SLIDES)), "font-weight").values)
    assert values["known"] == "400, 700"
    asked = [int(weight) for weight in values["asked"].split(", ")]
    assert asked == sorted(asked)
    assert not {400, 700} & set(asked)
    put(tmp_path, "fonts/axis.ttf", font(letters=LETTERS, axes=[("wght", 100, 400, 900)]))
    assert said(composed(write_script("font: Bom Batang", *SLIDES))) == []


def test_a_family_of_one_weight_that_a_role_names_is_no_finding(write_script: WriteScript) -> None:
    found = composed(write_script("theme: bold", *SLIDES))
    assert "Black Han Sans 400" in {key for frame in found.frames for key in keys(frame)}
    assert "font-weight" not in dict(said(found))


def test_a_font_without_hangul_is_said_once(write_script: WriteScript, tmp_path: Path) -> None:
    put(tmp_path, "fonts/a.ttf", font(letters="ABCabc0123456789 "))
    found = composed(write_script("font: Bom Batang", *SLIDES))
    assert [rule for rule, _ in said(found)] == ["font-weight", "font-no-hangul"]
    assert dict(only(found, "font-no-hangul").values)["fallback"] == "Pretendard"


def test_a_book_of_the_callers_own_still_hears_the_script(write_script: WriteScript) -> None:
    canvas = parse_size("square")
    assert canvas is not None
    script = load_script(write_script("font: 고운바탕", "fonts: none.ttf", *SLIDES))
    found = compose_size(script, canvas, book=FontBook(shipped_files()))
    assert keys(found.frames[0]) <= {"Gowun Batang 400", "Gowun Batang 700"}
    assert found.frames[0].fonts == ()


def test_a_text_whose_letters_leave_no_glyph(write_script: WriteScript, tmp_path: Path) -> None:
    made = font(letters=LETTERS)
    addOpenTypeFeaturesFromString(made, "languagesystem DFLT dflt; feature ccmp { sub cell by NULL; } ccmp;")
    put(tmp_path, "fonts/a.ttf", saved(made))
    found = composed(write_script("font: Bom Batang", *SLIDES))
    assert {item.slide for item in found.findings if item.rule == "no-room"} == {1, 2}
    wide = font(letters=LETTERS, axes=[("wght", 100, 400, 900)])
    addOpenTypeFeaturesFromString(wide, "languagesystem DFLT dflt; feature ccmp { sub cell by cell cell; } ccmp;")
    put(tmp_path, "fonts/a.ttf", saved(wide))
    for frame in composed(write_script("font: Bom Batang", *SLIDES)).frames:
        paint(frame)


def test_colored_letters_beside_plain_ones(write_script: WriteScript, tmp_path: Path) -> None:
    made = font(letters=LETTERS)
    order = [*made.getGlyphOrder(), "red"]
    made.setGlyphOrder(order)
    made["glyf"]["red"] = made["glyf"]["cell"]
    made["hmtx"]["red"] = (1000, 0)
    for table in made["cmap"].tables:
        table.cmap[ord("말")] = "red"
    made["COLR"], made["CPAL"] = buildCOLR({"red": [("cell", 0)]}), buildCPAL([[(1.0, 0.0, 0.0, 1.0)]])
    put(tmp_path, "fonts/a.ttf", saved(made))
    (frame, *_) = composed(write_script("font: Bom Batang", "slides:", "  - 주민의 말을")).frames
    image = paint(frame)
    run = next(run for run in runs(frame.items) if "말" in run.text)
    letters = run.text.replace(" ", "")
    for glyph, letter in zip(run.glyphs, letters, strict=True):
        middle = round(glyph[1] + run.size / 2), round(glyph[2] - 0.4 * run.size)
        assert image.getpixel(middle) == ((255, 0, 0) if letter == "말" else tuple(run.color)), letter

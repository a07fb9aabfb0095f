"""Families and weights out of files: which font answers to a name, in which order fonts stand in for each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.text.font import Font
from cardnews.text.fontbook import FontBook, shipped_files, shipped_fonts
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.text.ownfonts import book_of
from cardnews.text.shape import Face, shape_text
from fontmaker import LETTERS, font, ks_font, put


def book(folder: Path) -> FontBook:
    made, findings = book_of([folder])
    assert findings == ()
    return made


def chosen(made: FontBook, family: str, weight: float) -> Font:
    found = made.font(family, weight)
    assert found is not None
    return found


def runs(made: FontBook, text: str, family: str, weight: float = 400, strong: float = 400) -> list[tuple[str, str]]:
    """The words of a text by the family and weight that sets them."""
    marked = parse_marks(normalize_text(text))
    shaped = shape_text(marked, Face(made.chain((family,), weight), made.chain((family,), strong)))
    found: list[tuple[str, str]] = []
    for cluster in shaped.clusters:
        key, words = cluster.glyphs[0].font.key, marked.text[cluster.start : cluster.end]
        if found and found[-1][1] == key:
            found[-1] = found[-1][0] + words, key
        else:
            found.append((words, key))
    return found


@pytest.mark.parametrize(
    "name",
    ["Pretendard", "pretendard", "프리텐다드", "Gowun Batang", "gowunbatang", "고운바탕", "고운 바탕", "검은고딕"],
)
def test_shipped_families_by_any_name(name: str) -> None:
    found = chosen(shipped_fonts(), name, 700)
    assert found is chosen(shipped_fonts(), found.family, 700)


def test_a_key_names_the_weight_that_is_used() -> None:
    made = shipped_fonts()
    assert [chosen(made, "Gowun Batang", weight).key for weight in (100, 400, 549, 550, 900)] == [
        "Gowun Batang 400",
        "Gowun Batang 400",
        "Gowun Batang 400",
        "Gowun Batang 700",
        "Gowun Batang 700",
    ]
    assert chosen(made, "Noto Serif KR", 1000).key == "Noto Serif KR 900"
    assert chosen(made, "Gowun Batang", 800) is chosen(made, "Gowun Batang", 700)
    assert made.by_key("Gowun Batang 700") is chosen(made, "Gowun Batang", 900)
    with pytest.raises(KeyError):
        made.by_key("Nowhere 400")


def test_the_weights_of_a_family_are_its_files(tmp_path: Path) -> None:
    for weight, style in ((300, "Light"), (400, "Regular"), (800, "ExtraBold")):
        name = "Bom Batang" if style == "Regular" else f"Bom Batang {style}"
        put(tmp_path, f"{style}.ttf", font(name, korean=name.replace("Bom Batang", "봄바탕"), weight=weight))
    made = book(tmp_path)
    assert [chosen(made, "봄바탕", weight).weight for weight in (100, 350, 500, 600, 601, 900)] == [
        *(300, 400, 400, 800, 800, 800)
    ]
    assert chosen(made, "봄바탕 Light", 900).weight == 300
    assert made.families[:2] == ("Bom Batang", "Pretendard")
    assert made.names[:3] == ("Bom Batang", "봄바탕", "Pretendard")


def test_a_weight_axis_is_set_and_other_axes_are_left(tmp_path: Path) -> None:
    put(tmp_path, "a.ttf", font(axes=[("wght", 200, 400, 800), ("wdth", 75, 100, 125)]))
    found = chosen(book(tmp_path), "bom batang", 900)
    assert (found.key, found.source.weight) == ("Bom Batang 800", 800.0)
    assert tuple(found.hb_font.get_var_coords_design()) == (800.0, 100.0)


def test_italics_and_odd_widths_are_for_want_of_anything_else(tmp_path: Path) -> None:
    put(tmp_path, "i.ttf", font(weight=700, italic=True, style="Bold Italic"))
    assert chosen(book(tmp_path), "Bom Batang", 700).path.name == "i.ttf"
    put(tmp_path, "c.ttf", font(weight=700, width=3))
    assert chosen(book(tmp_path), "Bom Batang", 700).path.name == "c.ttf"
    put(tmp_path, "r.ttf", font(weight=400))
    assert chosen(book(tmp_path), "Bom Batang", 700).path.name == "r.ttf"


def test_the_authors_font_goes_before_a_shipped_one_of_its_name(tmp_path: Path) -> None:
    put(tmp_path, "Mine.ttf", font("Pretendard", weight=600, letters="가나"))
    made = book(tmp_path)
    own, shipped = made.chain(("Pretendard",), 600)[:2]
    assert (own.key, own.path.name) == (f"Pretendard 600 ({tmp_path.name}/Mine.ttf)", "Mine.ttf")
    assert (shipped.key, shipped.path.name) == ("Pretendard 600", "PretendardVariable.ttf")
    assert made.by_key(own.key) is own
    assert made.by_key(shipped.key) is shipped
    assert runs(made, "가나다", "Pretendard", 600) == [("가나", own.key), ("다", shipped.key)]


def test_shipped_weights_stay_where_the_authors_are_further_away(tmp_path: Path) -> None:
    put(tmp_path, "Mine.ttf", font("Gowun Batang", letters="가나힣"))
    made = book(tmp_path)
    found = [chosen(made, "고운바탕", weight) for weight in (300, 400, 550, 560, 900)]
    assert [one.path.name for one in found] == ["Mine.ttf"] * 3 + ["GowunBatang-Bold.ttf"] * 2
    # A letter that the shipped one lacked would be the author's next.
    assert [one.path.name for one in made.chain(("Gowun Batang",), 800)[:2]] == ["GowunBatang-Bold.ttf", "Mine.ttf"]
    put(tmp_path, "Slanted.ttf", font("Black Han Sans", italic=True))
    assert chosen(book(tmp_path), "Black Han Sans", 400).path.name == "Slanted.ttf"


def test_a_family_cut_up_for_the_web_is_one(tmp_path: Path) -> None:
    put(tmp_path, "0.woff2", font(letters="가나다 "))
    put(tmp_path, "1.woff2", font(letters="라마 "))
    found = runs(book(tmp_path), "가나라 마다", "Bom Batang")
    assert {key.split(" (")[0] for _, key in found} == {"Bom Batang 400"}
    assert [words.strip() for words, key in found if "1.woff2" in key] == ["라", "마"]


def test_other_fonts_of_the_author_are_the_last_resort(tmp_path: Path) -> None:
    put(tmp_path, "a.ttf", font(letters="가나다 "))
    put(tmp_path, "b.ttf", font("Ethiopic Cells", letters="ሀሁ가"))
    made = book(tmp_path)
    assert runs(made, "가 ሀ", "Bom Batang")[-1] == ("ሀ", "Ethiopic Cells 400")
    # It has one of a word's syllables, but not all: the word falls back to one that has.
    put(tmp_path, "c.ttf", font("Rare Cells", letters="ሁ"))
    assert runs(book(tmp_path), "가뷁", "Bom Batang") == [("가뷁", "Pretendard 400")]


def test_a_wansung_face_sets_whole_words_and_falls_back_by_whole_words(tmp_path: Path) -> None:
    put(tmp_path, "w.ttf", ks_font())
    made = book(tmp_path)
    assert runs(made, "동네 펲시콜라 만세", "Wansung Jip", 900) == [
        ("동네 ", "Wansung Jip 400"),
        ("펲시콜라", "Pretendard 900"),
        (" 만세", "Wansung Jip 400"),
    ]
    assert runs(made, "**펲시**는", "Wansung Jip", 500, 800) == [
        ("펲시", "Pretendard 800"),
        ("는", "Pretendard 500"),
    ]


def test_a_damaged_file_has_no_letters_and_says_so(tmp_path: Path) -> None:
    path = put(tmp_path, "a.ttf", font())
    made = book(tmp_path)
    path.write_bytes(b"\0\1\0\0 not any more")
    assert runs(made, "가나", "Bom Batang") == [("가나", "Pretendard 400")]
    assert [item.rule for item in made.damage] == ["font-damaged"]


def test_fonts_are_opened_when_needed(tmp_path: Path) -> None:
    put(tmp_path, "a.woff2", font())
    put(tmp_path, "b.woff2", font("Gaeul Gothic"))
    made = book(tmp_path)
    runs(made, "가나", "Bom Batang")
    opened = [one.family for one in made.chain(("Bom Batang",), 400) if "face" in vars(one)]
    assert opened == ["Bom Batang"]


def test_ink_boxes_of_fonts_without_hangul_and_without_sense(tmp_path: Path) -> None:
    assert chosen(shipped_fonts(), "Pretendard", 400).ink_box == pytest.approx((0.797, -0.081), abs=0.01)
    put(tmp_path, "a.ttf", font(letters="Hg"))
    assert chosen(book(tmp_path), "Bom Batang", 400).ink_box == (0.88, -0.12)
    made = font("Tiny Em")
    made["head"].unitsPerEm = 16
    put(tmp_path, "b.ttf", made)
    assert chosen(book(tmp_path), "Tiny Em", 400).ink_box == (0.8, -0.08)


def test_shipped_files_are_all_there() -> None:
    assert all(file.path.is_file() and not file.own for file in shipped_files())
    assert len(LETTERS) > 30

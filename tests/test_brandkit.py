"""Brand kits: themes that extend another, in an organization's color and with its logo, and readable on every card."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews import gate, render
from cardnews.brandkit import list_themes, new_theme
from cardnews.cli.app import run
from cardnews.color import Color, contrast, luminance, parse_color
from cardnews.compose.frame import Art, GlyphRun, Logo, Shape
from cardnews.compose.series import compose_size
from cardnews.errors import CardnewsError
from cardnews.gate.copies import Kind
from cardnews.library import Shelf
from cardnews.oklab import from_oklch, readable, to_oklch
from cardnews.reader import load_script
from cardnews.script import Size
from cardnews.theme import Theme

COLORS = st.tuples(*(st.integers(0, 255) for _ in range(3))).map(lambda channels: Color(*channels))
BRANDS = ("#0A5BD3", "#C8102E", "#FFC400", "#0B7A3B", "#555555", "#FFFFFF", "#000000", "#7A1FA2")
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100" fill="#123"/></svg>'
)
SIZE = Size("portrait", 1080, 1350)
SCRIPT = "theme: ours\nslides:\n  - 첫 문장\n  - {layout: statement, ground: forest, text: 둘째 문장}\n  - 셋째 문장\n"


@given(COLORS)
def test_oklch_gives_colors_back(color: Color) -> None:
    assert from_oklch(to_oklch(color)) == color


@given(COLORS, COLORS)
def test_what_is_made_readable_can_be_read(color: Color, behind: Color) -> None:
    found = readable(color, behind, 4.5)
    assert found is not None and contrast(found, behind) >= 4.5
    assert found == color or contrast(color, behind) < 4.5


def made(folder: Path, base: str, brand: str) -> Theme:
    """The new theme that extends `base`, as it is read."""
    new_theme("ours", base=base, color=brand, folder=folder)
    theme = Shelf(folder).theme("ours")
    assert theme is not None
    return theme


@pytest.mark.parametrize("base", Shelf().names("theme"))
@pytest.mark.parametrize("brand", BRANDS)
def test_every_text_of_a_new_theme_can_be_read(tmp_path: Path, base: str, brand: str) -> None:
    theme = made(tmp_path, base, brand)
    assert theme.findings == () and theme.bases == (base,)
    for ground in theme.grounds.values():
        for role in ("text", "muted", "accent"):
            if (color := ground.color(role)) is not None:
                assert contrast(color, ground.colors["fill"]) >= 4.5, (ground.name, role)
    band, fill = (theme.grounds[theme.order[0]].colors[role] for role in ("highlight", "fill"))
    assert contrast(theme.grounds[theme.order[0]].colors["text"], band) >= 4.5 or base == "bold"
    assert contrast(band, fill) >= 1.2


@pytest.mark.parametrize("base", Shelf().names("theme"))
@pytest.mark.parametrize("brand", [*BRANDS, "#FF0000", "#FFAA00", "#0F990F", "#7272E5", "#E572BF", "#FFF3A0"])
def test_texts_are_read_on_plates_and_parts_of_charts_told_apart(tmp_path: Path, base: str, brand: str) -> None:
    theme, old = made(tmp_path, base, brand), Shelf().theme(base)
    assert old is not None
    for name, ground in theme.grounds.items():
        for role in ("second", "quiet"):
            was = old.grounds[name].colors.get(role)
            if was is not None and contrast(was, old.grounds[name].colors["fill"]) >= 4.5:
                assert contrast(ground.colors[role], ground.colors["fill"]) >= 4.5, (name, role)
        for surface in old.surfaces.values():
            known = surface.fill in ("surface", "turn") and surface.fill in old.grounds[name].colors
            if not known or surface.ground not in theme.grounds:
                continue
            there, before = theme.grounds[surface.ground], old.grounds[surface.ground]
            for role in ("text", "muted", "accent"):
                if contrast(before.colors[role], old.grounds[name].colors[surface.fill]) >= 4.5:
                    assert contrast(there.colors[role], ground.colors[surface.fill]) >= 4.5, (name, surface, role)
        assert contrast(ground.colors["data-key"], ground.colors["data-1"]) >= 1.5, name
        assert contrast(ground.colors["data-key"], ground.colors["fill"]) >= 1.9, name


@pytest.mark.parametrize("base", ["hope", "data", "bold"])
@pytest.mark.parametrize("brand", BRANDS)
def test_a_cover_that_has_a_color_of_its_own_has_the_brands(tmp_path: Path, base: str, brand: str) -> None:
    theme = made(tmp_path, base, brand)
    assert theme.grounds[theme.order[0]].colors["fill"] == parse_color(brand)


@pytest.mark.parametrize("base", Shelf().names("theme"))
@pytest.mark.parametrize("brand", BRANDS)
def test_nothing_of_the_bases_hue_is_left(tmp_path: Path, base: str, brand: str) -> None:
    theme, own = made(tmp_path, base, brand), to_oklch(parse_color(brand))
    for ground in theme.grounds.values():
        art = {part: color for part, color in ground.art.items() if not part.startswith(("skin", "hair", "mouth"))}
        for role, color in {**art, **ground.colors}.items():
            found = to_oklch(color)
            apart = abs((found.hue - own.hue + 180) % 360 - 180)
            # Below that much chroma nobody sees a hue, and what is rounded to 8 bits has any.
            assert found.chroma < 0.02 or (own.chroma >= 0.01 and apart < 30), (ground.name, role, color.hex)


def test_a_band_behind_a_highlight_is_seen_on_the_brands_own_ground(tmp_path: Path) -> None:
    ground = made(tmp_path, "hope", "#7A1FA2").grounds["forest"]
    band = ground.colors["highlight"]
    assert ground.colors["fill"] == parse_color("#7A1FA2")
    assert to_oklch(band).chroma >= to_oklch(ground.colors["fill"]).chroma * 0.9
    assert contrast(band, ground.colors["fill"]) >= 1.6


@pytest.mark.parametrize(
    ("base", "color", "layout"),
    [
        *(("hope", "#0A5BD3", layout) for layout in ("cover", "stat", "compare", "quote")),
        *(("data", "#00843D", layout) for layout in ("compare", "checklist")),
        *(("photo", "#00843D", layout) for layout in ("table", "closing")),
        ("bold", "#7A1FA2", "compare"),
    ],
)
def test_layouts_hold_in_a_new_theme(
    tmp_path: Path, base: str, color: str, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_theme("ours", base=base, color=color, folder=tmp_path)
    monkeypatch.setenv("CARDNEWS_HOME", str(tmp_path))
    kinds: tuple[Kind, ...] = ("limit", "mixed") if base == "hope" else ("mixed",)
    report = gate.test_layout(layout, theme="ours", sizes=["portrait", "wide"], kinds=kinds)
    assert not report.failures, [item.message() for item in report.failures[:5]]


def test_a_new_theme_is_short_and_carries_its_logo(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text(MARK, "utf-8")
    made = new_theme("ours", color="#0A5BD3", logo=tmp_path / "mark.svg", folder=tmp_path)
    assert made.path == tmp_path / "themes" / "ours.yaml" and [path.name for path in made.logos] == ["ours-logo.svg"]
    assert len(made.path.read_text("utf-8").splitlines()) <= 18
    (tmp_path / "script.yaml").write_text(
        SCRIPT.replace("- 첫 문장", "- {layout: cover, ground: sun, title: 하나}"), "utf-8"
    )
    script = load_script(tmp_path / "script.yaml")
    frames = compose_size(script, SIZE).frames
    logos = [[item for item in frame.items if isinstance(item, Logo)] for frame in frames]
    assert [len(found) for found in logos] == [1, 1, 1]
    # The dark ground has no logo of its own: it lies on a plate there.
    plates = [
        [item for item in frame.items if isinstance(item, Shape) and item.rect.contains(found[0].rect)]
        for frame, found in zip(frames, logos, strict=True)
    ]
    assert plates[1] and not plates[0] and not plates[2]
    assert render(tmp_path / "script.yaml").ok


@pytest.mark.parametrize("name", Shelf().names("theme"))
def test_there_is_nothing_to_say_about_a_shipped_theme(name: str) -> None:
    theme = Shelf().theme(name)
    assert theme is not None and theme.findings == ()


@pytest.mark.parametrize("name", ["hope", "data", "photo"])
def test_a_duotone_has_the_themes_colors(tmp_path: Path, name: str) -> None:
    theme = Shelf().theme(name)
    assert theme is not None and all(to_oklch(tone).chroma > 0.05 for tone in theme.tones["duotone"][1:-1])
    kit = made(tmp_path, name, "#7A1FA2").tones["duotone"]
    assert len(kit) == 4 and all(270 < to_oklch(tone).hue < 340 for tone in kit)


def test_its_base_may_be_called_in_korean(tmp_path: Path) -> None:
    assert new_theme("ours", base="희망", folder=tmp_path).path.read_text("utf-8").startswith("extends: hope\n")
    (tmp_path / "themes" / "theirs.yaml").write_text("extends: 데이터\n", "utf-8")
    theirs = Shelf(tmp_path).theme("theirs")
    assert theirs is not None and theirs.bases == ("data",)


@pytest.mark.parametrize("base", ["hope", "data", "photo"])
@pytest.mark.parametrize("ratio", [0.8, 1, 2, 4, 9])
def test_a_plate_is_as_far_from_the_logo_on_every_side(tmp_path: Path, base: str, ratio: float) -> None:
    width = 100 * ratio
    (tmp_path / "mark.svg").write_text(MARK.replace("300", f"{width:g}"), "utf-8")
    new_theme("ours", base=base, logo=tmp_path / "mark.svg", folder=tmp_path)
    theme = Shelf(tmp_path).theme("ours")
    assert theme is not None
    dark = next(name for name in theme.order if luminance(theme.grounds[name].colors["fill"]) < 0.18)
    light = next(name for name in theme.order if luminance(theme.grounds[name].colors["fill"]) > 0.6)
    lines = (f"  - {{layout: statement, ground: {name}, text: 한 문장}}\n" for name in (light, dark, light, dark))
    (tmp_path / "script.yaml").write_text("theme: ours\nbrand: 우리\nslides:\n" + "".join(lines), "utf-8")
    plain, plated = compose_size(load_script(tmp_path / "script.yaml"), SIZE).frames[2:]
    (logo,) = (item for item in plain.items if isinstance(item, Logo))
    (same,) = (item for item in plated.items if isinstance(item, Logo))
    assert (same.rect.width, same.rect.height) == pytest.approx((logo.rect.width, logo.rect.height))
    (plate,) = (item.rect for item in plated.items if isinstance(item, Shape) and item.rect.contains(same.rect))
    sides = (same.rect.x - plate.x, same.rect.y - plate.y, plate.right - same.rect.right)
    assert (*sides, plate.bottom - same.rect.bottom) == pytest.approx((0.6 * 12,) * 4)


def test_a_theme_may_change_a_little_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "themes"
    folder.mkdir()
    (folder / "ours.yaml").write_text(
        "extends: hope\nnames: {ko: 우리, en: Ours}\ncolors: {sun: '#112244'}\nroles: {h1: {weight: 900}}\n"
        "brand: {name: 우리구청, series: 함께 소식}\n",
        "utf-8",
    )
    (tmp_path / "script.yaml").write_text(SCRIPT, "utf-8")
    shelf = Shelf(tmp_path)
    theme, base = shelf.theme("ours"), shelf.theme("hope")
    assert theme is not None and base is not None
    assert theme.roles["h1"].weight == 900 and theme.roles["h1"].size == base.roles["h1"].size
    assert theme.grounds["sun"].colors["fill"] == Color(0x11, 0x22, 0x44)
    # Ink cannot be read on that blue: the nearest color that can takes its place, and that is said once.
    assert {item.rule for item in theme.findings} == {"theme-contrast"}
    assert contrast(theme.grounds["sun"].colors["text"], theme.grounds["sun"].colors["fill"]) >= 4.5
    composed = compose_size(load_script(tmp_path / "script.yaml", shelf), SIZE, shelf=shelf)
    said = [item for item in composed.findings if item.rule == "theme-contrast"]
    assert len(said) == len(theme.findings) and str(said[0].place.path).endswith("ours.yaml")
    words = [item.text for frame in composed.frames for item in frame.items if isinstance(item, GlyphRun)]
    assert "우리구청" in words and "함께 소식" in words


def test_a_theme_of_one_that_is_no_mapping_is_told_of_that_one(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "base.yaml").write_text("- colors\n", "utf-8")
    (tmp_path / "themes" / "ours.yaml").write_text("extends: base\n", "utf-8")
    with pytest.raises(CardnewsError) as raised:
        Shelf(tmp_path).theme("ours")
    assert [(item.rule, Path(item.place.path).name) for item in raised.value.findings] == [("wrong-type", "base.yaml")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("extends: hop\n", "unknown-theme"),
        ("extends: ours\n", "extends-itself"),
        ("extends: hope\nlogo: none.svg\n", "missing-image-none"),
        ("extends: hope\nlogo: ../../../x.svg\n", "outside-folder"),
        ("extends: hope\ncolors: {sun: blau}\n", "bad-color"),
        ("extends: hope\nroles: {h1: {size: 0}}\n", "number-range"),
        ("extends: hope\nroles: {h1: {leading: -1}}\n", "number-range"),
        (f"extends: hope\nroles: {{h1: {{size: {'9' * 400}}}}}\n", "wrong-type"),
        ("extends: hope\nladder: [1, 0]\n", "number-range"),
        ("extends: hope\nchrome: {bottom: {height: -90}}\n", "number-range"),
        ("extends: hope\nsizes: {square: {side: -3}}\n", "number-range"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, text: str, rule: str) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text(text, "utf-8")
    with pytest.raises(CardnewsError) as raised:
        Shelf(tmp_path).theme("ours")
    assert rule in {item.rule for item in raised.value.findings}
    assert rule in {item.rule for item in list_themes(tmp_path)[1]}


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"name": "a/b"}, "theme-name"),
        ({"name": "x", "color": "blue"}, "bad-color"),
        ({"name": "x", "base": "hop"}, "unknown-theme"),
        ({"name": "x", "logo": "none.svg"}, "logo-missing"),
    ],
)
def test_arguments_that_cannot_be_used(tmp_path: Path, given: dict[str, str], rule: str) -> None:
    with pytest.raises(CardnewsError) as raised:
        new_theme(given.pop("name"), folder=tmp_path, **given)
    assert [item.rule for item in raised.value.findings] == [rule]
    assert not (tmp_path / "themes").exists()


def test_a_theme_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = new_theme("ours", folder=tmp_path).path
    before = path.read_bytes()
    with pytest.raises(CardnewsError):
        new_theme("ours", color="#123456", folder=tmp_path)
    assert path.read_bytes() == before


def test_a_logo_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(MARK, "utf-8")
    (tmp_path / "b.svg").write_text(MARK.replace("123", "456"), "utf-8")
    new_theme("ours", logo=tmp_path / "a.svg", folder=tmp_path)
    with pytest.raises(CardnewsError, match='theme "ours" already'):
        new_theme("ours", logo=tmp_path / "b.svg", folder=tmp_path)
    assert (tmp_path / "themes" / "ours-logo.svg").read_text("utf-8") == MARK
    (tmp_path / "themes" / "ours.yaml").unlink()
    with pytest.raises(CardnewsError, match=r"ours-logo\.svg already"):
        new_theme("ours", logo=tmp_path / "b.svg", folder=tmp_path)
    assert [path.name for path in (tmp_path / "themes").iterdir()] == ["ours-logo.svg"]
    # The very same picture may stay from an earlier try.
    assert new_theme("ours", logo=tmp_path / "a.svg", folder=tmp_path).path.exists()


def test_links_in_the_place_of_a_theme_and_its_logo_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(MARK, "utf-8")
    (tmp_path / "victim.txt").write_text("mine", "utf-8")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "z-logo-dark.svg").symlink_to(tmp_path / "victim.txt")
    (tmp_path / "themes" / "y.yaml").symlink_to(tmp_path / "nowhere.yaml")
    with pytest.raises(CardnewsError, match=r"z-logo-dark\.svg already"):
        new_theme("z", logo=tmp_path / "a.svg", dark_logo=tmp_path / "a.svg", folder=tmp_path)
    with pytest.raises(CardnewsError, match='theme "y" already'):
        new_theme("y", folder=tmp_path)
    assert (tmp_path / "victim.txt").read_text("utf-8") == "mine"
    assert not (tmp_path / "nowhere.yaml").exists()
    assert sorted(path.name for path in (tmp_path / "themes").iterdir()) == ["y.yaml", "z-logo-dark.svg"]


def test_a_logo_for_dark_grounds_alone_stands_on_a_dark_plate_on_light_ones(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text(MARK, "utf-8")
    path = new_theme("ours", dark_logo=tmp_path / "mark.svg", folder=tmp_path).path
    assert "logo: {dark: ours-logo-dark.svg}" in path.read_text("utf-8")
    (tmp_path / "script.yaml").write_text(SCRIPT, "utf-8")
    frames = compose_size(load_script(tmp_path / "script.yaml"), SIZE).frames
    logos = [next(item for item in frame.items if isinstance(item, Logo)) for frame in frames]
    plates = [
        [item.color for item in frame.items if isinstance(item, Shape) and item.rect.contains(logo.rect)]
        for frame, logo in zip(frames, logos, strict=True)
    ]
    assert plates[0] and plates[2] and not plates[1]


@pytest.mark.parametrize("name", ["a" * 300 + ".png", "가" * 200 + ".png"])
def test_a_logo_whose_name_no_system_can_hold_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text(f"extends: hope\nlogo: {name}\n", "utf-8")
    with pytest.raises(CardnewsError) as raised:
        Shelf(tmp_path).theme("ours")
    assert [(item.rule, item.place.line) for item in raised.value.findings] == [("missing-image-none", 2)]


@pytest.mark.parametrize("name", ["hope", "희망", unicodedata.normalize("NFD", "희망")])
def test_a_name_that_a_theme_has_is_taken(tmp_path: Path, name: str) -> None:
    with pytest.raises(CardnewsError) as raised:
        new_theme(name, color="#0A5BD3", folder=tmp_path)
    assert [item.rule for item in raised.value.findings] == ["theme-taken"]
    assert not (tmp_path / "themes").exists()


def test_a_name_is_written_composed(tmp_path: Path) -> None:
    made = new_theme(unicodedata.normalize("NFD", "우리구"), folder=tmp_path)
    assert made.path.name == "우리구.yaml"
    with pytest.raises(CardnewsError) as raised:
        new_theme("우리구", folder=tmp_path)
    assert [item.rule for item in raised.value.findings] == ["theme-exists"]


def test_a_kit_of_a_kit_keeps_the_logo_that_it_does_not_name(tmp_path: Path) -> None:
    for name in ("light", "dark"):
        (tmp_path / f"{name}.svg").write_text(MARK.replace("123", "456" if name == "dark" else "123"), "utf-8")
    new_theme("first", logo=tmp_path / "light.svg", folder=tmp_path)
    new_theme("second", base="first", dark_logo=tmp_path / "dark.svg", folder=tmp_path)
    (tmp_path / "themes" / "third.yaml").write_text("extends: second\nlogo: {light: first-logo.svg}\n", "utf-8")
    for name in ("second", "third"):
        theme = Shelf(tmp_path).theme(name)
        assert theme is not None
        assert [path.name if path else None for path in theme.logo] == ["first-logo.svg", "second-logo-dark.svg"]


def test_a_color_that_is_none_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text("extends: hope\ncolors: {sun: nocolor}\n", "utf-8")
    with pytest.raises(CardnewsError) as raised:
        Shelf(tmp_path).theme("ours")
    assert [item.rule for item in raised.value.findings] == ["bad-color"]


@pytest.mark.parametrize("base", Shelf().names("theme"))
def test_a_logo_stands_on_every_card(tmp_path: Path, base: str) -> None:
    (tmp_path / "a.svg").write_text(MARK, "utf-8")
    new_theme("ours", base=base, logo=tmp_path / "a.svg", folder=tmp_path)
    (tmp_path / "s.yaml").write_text("theme: ours\nbrand: 우리\nslides: [첫 문장, 둘째 문장, 셋째 문장]\n", "utf-8")
    frames = compose_size(load_script(tmp_path / "s.yaml"), SIZE).frames
    assert [sum(isinstance(item, Logo) for item in frame.items) for frame in frames] == [1, 1, 1]


def test_a_layout_of_ones_own_may_show_the_logo(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(MARK, "utf-8")
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "mine.yaml").write_text(
        "fields: {words: {type: text, required: true}}\nbody: {column: [{art: logo, height: 6}, {text: words}]}\n",
        "utf-8",
    )
    new_theme("ours", base="bold", logo=tmp_path / "a.svg", folder=tmp_path)
    for theme, logos in (("ours", 2), ("bold", 0)):
        (tmp_path / "s.yaml").write_text(f"theme: {theme}\nslides: [{{layout: mine, words: 글}}]\n", "utf-8")
        script = load_script(tmp_path / "s.yaml")
        (frame,) = compose_size(script, SIZE).frames
        assert script.findings == ()
        assert sum(isinstance(item, Logo) for item in frame.items) == logos


@pytest.mark.parametrize("base", Shelf().names("theme"))
@pytest.mark.parametrize("brand", ["brand: 우리\n", ""])
def test_the_mark_stands_beside_a_name_alone(tmp_path: Path, base: str, brand: str) -> None:
    (tmp_path / "s.yaml").write_text(f"theme: {base}\n{brand}slides: [첫 문장, 둘째 문장, 셋째 문장]\n", "utf-8")
    frames = compose_size(load_script(tmp_path / "s.yaml"), SIZE).frames
    seen = [any(isinstance(item, Art) and item.name == "mark" for item in frame.items) for frame in frames]
    assert seen == [bool(brand) and base not in ("editorial", "bold")] * 3


def test_a_color_without_its_sign_is_a_color(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a shell, `#` begins a comment, so people leave it out."""
    monkeypatch.chdir(tmp_path)
    assert run(["themes", "--new", "ours", "--color", "0A5BD3"]) == 0
    assert "#0A5BD3" in (tmp_path / "themes" / "ours.yaml").read_text("utf-8").upper()
    assert run(["themes", "--new", "theirs", "--color", "blue"]) != 0


def test_a_column_that_is_empty_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["themes", "--lang", "ko"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["테마", "이름", "바탕색"]
    assert run(["themes", "--new", "ours", "--color", "0A5BD3"]) == 0
    capsys.readouterr()
    assert run(["themes", "--lang", "ko"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["테마", "이름", "바탕색", "물려받은", "테마"]


@pytest.mark.parametrize("theme", Shelf().names("theme"))
@pytest.mark.parametrize("size", [SIZE, Size("wide", 1200, 630)], ids=["portrait", "wide"])
def test_the_indicator_stays_where_it_is_without_a_name(tmp_path: Path, theme: str, size: Size) -> None:
    found: list[list[float]] = []
    for number, head in enumerate(("brand: 우리\nseries: 이야기\n", "")):
        path = tmp_path / f"{number}.yaml"
        path.write_text(f"theme: {theme}\n{head}slides: [첫 문장, 둘째 문장, 셋째 문장]\n", "utf-8")
        frames = compose_size(load_script(path), size).frames
        found.append([max(right for item in frame.items for right in rights(item)) for frame in frames])
    assert found[0] == pytest.approx(found[1], abs=1)


def rights(item: object) -> list[float]:
    """Where the glyphs, shapes and drawings of an indicator end or begin, in px; those that run off a card are none."""
    match item:
        case GlyphRun(glyphs=glyphs):
            found = [glyph[1] for glyph in glyphs]
        case Shape(rect=rect) | Art(rect=rect):
            found = [rect.right]
        case _:
            found = []
    return [right for right in found if 900 < right < 1170]

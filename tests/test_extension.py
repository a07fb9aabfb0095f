"""Layouts that extend another: what they have from it, what they say themselves, and what they cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cardnews import assets, library
from cardnews.assets import Library
from cardnews.compose.series import compose_size
from cardnews.errors import CardnewsError
from cardnews.layout import Field, Layout, read_layout
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.samples.slides import samples_of, script_of
from cardnews.script import SIZES, Size
from cardnews.source.nodes import read_nodes
from conftest import ROOT, WriteScript

BASE = """\
names: {ko: 장터, en: Market}
aliases: [시장]
plain: title
suits: {list: {title: heading, items.head: items.head, items.note: items.note}}
fields:
  title: {type: text, required: true, ko: 제목, most: 20}
  lead: {type: text, ko: 머리글}
  items: {type: list, ko: 항목, count: [1, 6], of: {head: {type: text, required: true, most: 9}, note: {type: text}}}
body: {column: [{text: title, id: top}, {text: lead, id: lead}]}
adapt:
  - {when: {size: wide}, top: {hide: true}, lead: {hide: true}}
  - {tight: 1, lead: {hide: true}}
"""


def layout(folder: Path, name: str = "shop", **files: str) -> Layout:
    """The layout `name` of a folder with these layouts, and with `base`."""
    (folder / "layouts").mkdir(exist_ok=True)
    for stem, text in {"base": BASE, **files}.items():
        (folder / "layouts" / f"{stem}.yaml").write_text(text, "utf-8")
    found = Shelf(folder).layout(name)
    assert found is not None
    return found


def field(of: Layout, name: str) -> Field:
    return next(item for item in of.fields if item.name == name)


def refused(folder: Path, name: str = "shop", **files: str) -> list[tuple[str, str, int]]:
    with pytest.raises(CardnewsError) as error:
        layout(folder, name, **files)
    return [(item.rule, Path(item.place.path).name, item.place.line) for item in error.value.findings]


def test_it_has_everything_but_what_the_other_is_called(tmp_path: Path) -> None:
    base, shop = layout(tmp_path, "base"), layout(tmp_path, shop="extends: base\n")
    assert (shop.fields, shop.body, shop.adaptations) == (base.fields, base.body, base.adaptations)
    assert (shop.name, shop.names, shop.aliases, shop.plain, shop.suits) == ("shop", (), (), "", ())
    assert base.aliases == ("장터", "시장")


def test_it_says_what_it_is_called_itself(tmp_path: Path) -> None:
    shop = layout(tmp_path, shop="extends: base\nnames: {ko: 가게}\nplain: lead\nsuits: {list: {title: heading}}\n")
    assert (shop.aliases, shop.plain, shop.suits[0].pairs) == (("가게",), "lead", (("title", "heading"),))


def test_fields_change_come_and_go(tmp_path: Path) -> None:
    own = "fields:\n  title: {most: 5, required: no}\n  lead: no\n  price: {type: text, amount: yes}\n  items:\n"
    shop = layout(tmp_path, shop=f"extends: base\n{own}")
    assert [item.name for item in shop.fields] == ["title", "items", "price"]
    title = field(shop, "title")
    assert (title.most, title.required, title.aliases) == (5, False, ("제목",))
    assert field(shop, "items").count == (1, 6)


def test_fields_of_items_change_come_and_go(tmp_path: Path) -> None:
    own = "fields: {items: {count: [2, 3], of: {head: {most: 4}, note: 아니요, key: {type: text}}}}\n"
    items = field(layout(tmp_path, shop=f"extends: base\n{own}"), "items")
    assert [(item.name, item.most, item.required) for item in items.of] == [("head", 4, True), ("key", None, False)]
    assert items.count == (2, 3)


def test_adaptations_stand_behind_those_it_has(tmp_path: Path) -> None:
    shop = layout(tmp_path, shop="extends: base\nadapt:\n  - {when: {size: tall}, top: {hide: true}}\n")
    assert [(item.when.sizes, item.tight) for item in shop.adaptations] == [(("wide",), 0), ((), 1), (("tall",), 0)]


def test_with_a_body_of_its_own_it_keeps_the_adaptations_of_boxes_that_are_in_it(tmp_path: Path) -> None:
    shop = layout(tmp_path, shop="extends: base\nbody: {text: title, id: top}\n")
    assert [[name for name, _ in item.changes] for item in shop.adaptations] == [["top"]]
    own = "body: {text: title, id: top}\nadapt:\n  - {tight: 1, lead: {hide: true}}\n"
    assert refused(tmp_path, shop=f"extends: base\n{own}") == [("unknown-box-list", "shop.yaml", 4)]


def test_under_the_same_name_it_stands_in_for_the_shipped_one(tmp_path: Path) -> None:
    shipped = Shelf().layout("list")
    assert shipped is not None
    own = layout(tmp_path, "list", list="extends: list\nfields: {title: {most: 7}}\n")
    assert own.bases == (shipped.path,)
    assert (own.names, own.aliases, own.suits) == (shipped.names, shipped.aliases, shipped.suits)
    assert field(own, "title").most == 7
    assert Shelf(tmp_path).layout("목록") == own


def test_the_next_of_its_name_is_the_users(tmp_path: Path, home: Path) -> None:
    (home / "layouts").mkdir()
    (home / "layouts" / "list.yaml").write_text("extends: list\nfields: {title: {most: 7}}\n", "utf-8")
    own = layout(tmp_path, "list", list="extends: list\nfields: {title: {ko: 이름}}\n")
    assert [base.parent for base in own.bases[:1]] == [home / "layouts"]
    assert len(own.bases) == 2
    assert (field(own, "title").most, field(own, "title").aliases) == (7, ("이름",))


def test_what_a_field_that_is_gone_was_good_for_goes_too(tmp_path: Path, home: Path) -> None:
    (home / "layouts").mkdir()
    (home / "layouts" / "base.yaml").write_text(BASE, "utf-8")
    own = layout(tmp_path, "base", base="extends: base\nfields: {title: no, items: {of: {note: no}}}\n")
    assert (own.plain, own.suits[0].pairs) == ("", (("items.head", "items.head"),))


@pytest.mark.parametrize("name", ["base", "장터", "시장"])
def test_a_base_may_be_called_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    assert layout(tmp_path, shop=f"extends: {name}\n").fields == layout(tmp_path, "base").fields


def test_chains_are_followed_and_bounded(tmp_path: Path) -> None:
    files = {f"step{number}": f"extends: step{number + 1}\n" for number in range(20)}
    assert layout(tmp_path, "step14", **files, step20="extends: base\n").fields
    assert refused(tmp_path, "step0", **files, step20="extends: base\n") == [("extends-too-many", "step7.yaml", 1)]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"shop": "extends: shop\n"}, ("extends-itself", "shop.yaml", 1)),
        ({"shop": "extends: mall\n", "mall": "\nextends: shop\n"}, ("extends-circle", "mall.yaml", 2)),
        ({"shop": "extends: bsae\n"}, ("unknown-layout", "shop.yaml", 1)),
        ({"shop": "extends: ../base\n"}, ("unknown-layout", "shop.yaml", 1)),
        ({"shop": "extends: [base]\n"}, ("wrong-type", "shop.yaml", 1)),
        ({"shop": "extends: base\nfields: {titel: no}\n"}, ("unknown-field", "shop.yaml", 2)),
        ({"shop": "extends: base\nfields: {title: big}\n"}, ("wrong-type", "shop.yaml", 2)),
        ({"shop": "extends: base\nfields: [title]\n"}, ("wrong-type", "shop.yaml", 2)),
        ({"shop": "extends: base\nbdy: {text: title}\n"}, ("unknown-key", "shop.yaml", 2)),
        (
            {"shop": "extends: mall\n", "mall": "fields: {title: {mst: 3}}\nbody: {text: title}\n"},
            ("unknown-key", "mall.yaml", 1),
        ),
        ({"shop": "extends: mall\n", "mall": "body: [\n"}, ("syntax-bracket", "mall.yaml", 1)),
        ({"shop": "extends: mall\n", "mall": "[]\n"}, ("wrong-type", "mall.yaml", 1)),
    ],
)
def test_what_it_cannot(tmp_path: Path, files: dict[str, str], found: tuple[str, str, int]) -> None:
    assert refused(tmp_path, **files)[0] == found


def test_a_scene_extends_nothing(tmp_path: Path) -> None:
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "room.yaml").write_text("extends: base\nbody: {blank: yes}\n", "utf-8")
    with pytest.raises(CardnewsError) as error:
        Shelf(tmp_path).scene("room")
    assert error.value.findings[0].rule.startswith("unknown-key")


def test_a_change_of_a_base_is_seen(tmp_path: Path) -> None:
    layout(tmp_path, shop="extends: base\n", alone=BASE)
    shelf = Shelf(tmp_path)
    before, alone = shelf.layout("shop"), shelf.layout("alone")
    assert before is not None
    file = tmp_path / "layouts" / "base.yaml"
    file.write_text(BASE.replace("most: 20", "most: 21"), "utf-8")
    os.utime(file, (1, 1))
    shelf = shelf.renewed()
    after = shelf.layout("shop")
    assert after is not None
    assert (field(before, "title").most, field(after, "title").most) == (20, 21)
    assert shelf.layout("alone") is alone


def test_a_slide_is_composed_by_it(write_script: WriteScript) -> None:
    write_script("extends: 목록", "names: {ko: 장보기}", "fields: {title: {ko: 살것}}", name="layouts/shop.yaml")
    items = ("    항목: [두부, 콩나물]",)
    own = write_script("slides:", "  - 레이아웃: 장보기", "    살것: 오늘 살 것", *items)
    other = write_script("slides:", "  - 레이아웃: 목록", "    제목: 오늘 살 것", *items, name="other.yaml")
    frames = []
    for path in (own, other):
        script = load_script(path)
        assert script.findings == ()
        frames.append(compose_size(script, Size("square", *SIZES["square"])).frames[0])
    assert [slot.rect for slot in frames[0].slots] == [slot.rect for slot in frames[1].slots]


def test_its_samples_do_without_the_fields_that_are_gone(tmp_path: Path) -> None:
    shop = layout(tmp_path, shop="extends: list\nfields: {items: {of: {note: no, key: no}}}\n")
    text = script_of([sample for sample in samples_of(Shelf(tmp_path)) if sample.layout.name == "shop"])
    script = load_script(tmp_path / "script.yaml", data=text.encode())
    assert script.findings == ()
    composed = compose_size(script, Size("portrait", *SIZES["portrait"]), shelf=Shelf(tmp_path))
    assert (len(composed.frames), composed.findings) == (1, ())
    assert [item.name for item in field(shop, "items").of] == ["head"]


def test_a_theme_arranges_a_shipped_layout_wherever_the_script_lies(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[1]
    for folder in (tmp_path, shipped, None):
        shelf = Shelf(folder)
        found, theme = shelf.layout("quote"), shelf.theme("editorial")
        assert found is not None and theme is not None
        arranged = shelf.in_theme(found, theme)
        assert (arranged.path.parent.name, arranged.fields) == ("editorial", found.fields)


def test_a_shipped_theme_does_not_arrange_a_layout_of_the_authors(tmp_path: Path) -> None:
    own = layout(tmp_path, "quote", quote="extends: quote\n")
    shelf = Shelf(tmp_path)
    theme = shelf.theme("editorial")
    assert theme is not None and shelf.in_theme(own, theme) is own


def test_shipped_layouts_have_a_theme_s_arrangement_in_a_checkout_too(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    cover = shelf.layout("cover")
    assert cover is not None
    monkeypatch.chdir(cover.path.parent.parent)
    near = Shelf(Path())
    for one in (shelf, near):
        theme = one.theme("photo")
        assert theme is not None
        assert one.in_theme(cover, theme).path.parent.name == "photo"


def test_a_change_of_what_a_shipped_arrangement_extends_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "shipped" / "layouts"
    (home / "themes" / "plain").mkdir(parents=True)
    (home / "base.yaml").write_text(BASE, "utf-8")
    arrangement = home / "themes" / "plain" / "list.yaml"
    arrangement.write_text("extends: base\n", "utf-8")
    monkeypatch.setattr(library, "_shipped_folders", lambda: (home, home / "themes"))
    monkeypatch.setattr(assets, "_data_folder", lambda: home.parent)
    before = Shelf()._read_layout(arrangement)
    (home / "base.yaml").write_text(BASE.replace("most: 20", "most: 21"), "utf-8")
    os.utime(home / "base.yaml", (1, 1))
    after = Shelf()._read_layout(arrangement)
    assert (field(before, "title").most, field(after, "title").most) == (20, 21)
    assert Shelf()._read_layout(arrangement) is after


SHIPPED = sorted(path for folder in ("layouts", "art") for path in (ROOT / folder).rglob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_shipped_is_read_with_all_care_here(path: Path) -> None:
    """Where cards are made, nobody asks shipped files again whether comments swallowed words, or what boxes name."""
    _, findings = read_nodes(path.read_text("utf-8"), path.name)
    assert findings == ()
    if path.parent.name != "themes":
        assert read_layout(path, Library(None, None)) == read_layout(path, Library(None, None), names=False)


@pytest.mark.parametrize("name", ["deadline", "마감", "끝나는 날"])
def test_what_is_wrong_with_a_layout_is_told_by_whatever_name_it_is_asked_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "layouts").mkdir()
    text = "names: {ko: 마감}\naliases: [끝나는 날]\nfields: {what: {type: text}}\nbody: {text: what, role: covr}\n"
    (tmp_path / "layouts" / "deadline.yaml").write_text(text, "utf-8")
    script = tmp_path / "script.yaml"
    script.write_text(f"slides:\n  - {{layout: {name}, what: 신청}}\n", "utf-8")
    (found,) = load_script(script).findings
    assert (found.rule, Path(found.place.path).name, found.place.line) == ("unknown-role", "deadline.yaml", 4)


def test_what_a_theme_misspells_of_the_one_it_extends_is_told(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    lines = (
        "extends: hope",
        'colors: {forrest: "#0A5BD3", sun-deep: "#AA5500", korall: "#FF8866"}',
        "fonts: {txet: 고운바탕}",
        "brand: {nmae: 우리구}",
        "grounds: {sun: {accent: korall}}",
    )
    (tmp_path / "themes" / "gu.yaml").write_text("\n".join(lines), "utf-8")
    script = tmp_path / "script.yaml"
    script.write_text("theme: gu\nslides: [안녕하세요]\n", "utf-8")
    found = [(item.rule, item.place.line) for item in load_script(script).findings]
    # One that is used, and one that is called after another, are colors of its own.
    assert found == [("unknown-color", 2), ("unknown-key", 3), ("unknown-key", 4)]

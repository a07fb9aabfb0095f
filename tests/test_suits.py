"""`suits`: which passages a layout shows, read from its own file and checked like its other keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.errors import CardnewsError
from cardnews.layout import Layout, read_layout
from cardnews.library import Shelf
from cardnews.suits import KINDS, Suit

LAYOUT = """\
suits:
{suits}
fields:
  title: {{required: true}}
  items: {{type: list, of: {{head: {{required: true}}, note: {{}}}}}}
  art: {{type: art}}
body: {{column: [{{text: title, role: h2}}]}}
"""


def read(folder: Path, *suits: str) -> Layout:
    path = folder / "mine.yaml"
    path.write_text(LAYOUT.format(suits="\n".join(f"  {line}" for line in suits)), "utf-8")
    return read_layout(path)


def test_parts_and_values_of_its_own(tmp_path: Path) -> None:
    layout = read(
        tmp_path, "list: {title: heading, items.head: items.head, art: [crowd, hall]}", "section: {title: heading}"
    )
    assert layout.suits == (
        Suit("list", (("title", "heading"), ("items.head", "items.head")), (("art", ("crowd", "hall")),)),
        Suit("section", (("title", "heading"),)),
    )


def test_a_layout_without_suits_has_none(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("body: {column: []}\n", "utf-8")
    assert read_layout(path).suits == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lists: {title: heading}", 'unknown key "lists"; did you mean "list"?'),
        ("list: {titel: heading}", 'unknown field "titel"; did you mean "title"?'),
        ("list: {items.heads: items.head}", 'unknown field "items.heads"; did you mean "items.head"?'),
        ("list: {title: headings}", 'unknown value "headings"; did you mean "heading"?'),
        (
            "list: {items.head: items.head, items: items}",
            '"items" means the same as "items.head" in line 2; keep one of them',
        ),
        (
            "list: {items: items, items.note: items.note}",
            '"items.note" means the same as "items" in line 2; keep one of them',
        ),
        ("list: {title: heading, items.head: [하나, 둘]}", "`items.head` must be text, but a list was found"),
        ("list: title", "`list` must be a mapping (`key: value` lines), but text was found"),
    ],
)
def test_mistakes_are_said_with_their_place(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(CardnewsError) as error:
        read(tmp_path, line)
    (found,) = error.value.findings
    assert found.message() == said
    assert (Path(found.place.path).name, found.place.line) == ("mine.yaml", 2)


@pytest.mark.parametrize("layout", tuple(Shelf().layouts()), ids=lambda layout: layout.name)
def test_what_a_shipped_layout_needs_comes_from_a_passage(layout: Layout) -> None:
    # No article has several pictures for one passage, so that one is for authors only.
    assert layout.suits or layout.name == "photo-grid"
    needed = {field.name for field in layout.fields if field.required}
    for suit in layout.suits:
        filled = {path.partition(".")[0] for path, _ in suit.pairs} | {name for name, _ in suit.given}
        assert needed <= filled
        for field in layout.fields:
            inner = {f"{field.name}.{item.name}" for item in field.of if item.required and item.name}
            assert field.name not in filled or inner <= {path for path, _ in suit.pairs}


def test_somebody_tells_sentences() -> None:
    plain = Shelf().plain_layout()
    assert plain is not None
    assert "sentence" in {suit.kind for suit in plain.suits}


def test_every_kind_has_parts_of_its_own() -> None:
    assert all(parts and len(set(parts)) == len(parts) for parts in KINDS.values())

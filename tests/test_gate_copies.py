"""The copies that the gate tries layouts with: as long as the fields say, in words that wrap, and always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.gate.amounts import amounts_like, is_amount
from cardnews.gate.copies import KINDS, Copy, Kind, copies_of, entries_of
from cardnews.gate.texts import Writer, characters
from cardnews.layout import read_layout
from cardnews.source.nodes import Mapping, Node, Scalar, Sequence


@pytest.mark.parametrize("length", [1, 2, 3, 5, 6, 9, 13, 22, 34, 48, 70, 120])
def test_texts_have_exactly_the_length_that_is_asked_for(length: int) -> None:
    for seed in range(60):
        text = Writer(str(seed)).text(length)
        assert len(text) == length
        assert "  " not in text
        assert text == Writer(str(seed)).text(length)
        for other in (
            Writer(str(seed)).giant(length),
            Writer(str(seed)).mixed(length, False),
            Writer(str(seed)).emoji(length),
        ):
            assert 0 < characters(other) <= length


def test_texts_do_not_repeat_themselves() -> None:
    words = Writer("one").text(200).split()
    assert len(set(words)) == len(words)
    assert Writer("one").text(40) != Writer("two").text(40)


@pytest.mark.parametrize("most", [9, 24, 40, 90])
def test_a_giant_is_one_long_eojeol(most: int) -> None:
    assert max(map(len, Writer("x").giant(most).split())) >= min(12, most // 3)


@pytest.mark.parametrize("text", ["1,234", "62%", "3만", "7", "2.5배", "1,200명", "₩300"])
def test_amounts(text: str) -> None:
    assert is_amount(text)
    for kind in KINDS:
        (made,) = amounts_like([text], 1, None, kind, "seed")
        assert is_amount(made), made


@pytest.mark.parametrize("text", ["", "2024", "5월 18일", "둘째", "3·1운동"])
def test_other_texts_are_no_amounts(text: str) -> None:
    assert not is_amount(text)


@pytest.mark.parametrize("kind", KINDS)
def test_shares_add_up_where_those_of_the_sample_do(kind: str) -> None:
    shares = amounts_like(["62%", "28%", "10%"], 5, None, kind, "seed")
    assert sum(int(share.removesuffix("%")) for share in shares) == 100


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
    raise AssertionError


def filled(folder: Path, fields: str, copy: Copy, size: str = "portrait") -> dict[str, object]:
    path = folder / "probe.yaml"
    path.write_text(f"fields: {{{fields}}}\nbody: {{column: []}}\n", "utf-8")
    found = entries_of(read_layout(path), copy, size, "picture.png", "lamp")
    return {entry.key.text: plain(entry.value) for entry in found}


def test_lists_of_full_texts_are_tried_in_every_length(tmp_path: Path) -> None:
    fields = "items: {type: list, count: [2, 9], room: {portrait: 6, wide: 4}, of: {head: {most: 11}}}"
    path = tmp_path / "made.yaml"
    path.write_text(f"fields: {{{fields}}}\nbody: {{column: []}}\n", "utf-8")
    copies = list(copies_of(read_layout(path), "limit", 0))
    for size, lengths in (("portrait", {2, 3, 4, 5, 6}), ("wide", {2, 3, 4}), ("square", set(range(2, 10)))):
        found = [filled(tmp_path, fields, copy, size)["items"] for copy in copies]
        assert {len(items) for items in found if isinstance(items, list)} == lengths


def test_limits_are_reached(tmp_path: Path) -> None:
    fields = (
        "title: {required: true, most: 26}, "
        "items: {type: list, count: [2, 6], room: {square: 4, wide: 3}, of: {head: {most: 11}, note: {most: 19}}}, "
        "words: {type: list, count: [3, 5], most: 8}"
    )
    for size, count in (("portrait", 6), ("square", 4), ("wide", 3)):
        found = filled(tmp_path, fields, Copy("limit"), size)
        assert len(str(found["title"])) == 26
        items = found["items"]
        assert isinstance(items, list)
        assert len(items) == count
        assert all(len(item["head"]) == 11 and len(item["note"]) == 19 for item in items)
        words = found["words"]
        assert isinstance(words, list)
        assert [len(word) for word in words] == [8] * 5
    least = filled(tmp_path, fields, Copy("empty"))
    assert set(least) == {"title"}
    short = filled(tmp_path, fields, Copy("short"))
    assert isinstance(short["items"], list)
    assert len(short["items"]) == 2
    assert 2 <= len(str(short["title"])) <= 4


def test_a_text_without_a_limit_is_a_third_longer_than_its_sample(tmp_path: Path) -> None:
    assert len(str(filled(tmp_path, "text: {required: true, sample: 열 글자인 글입니다}", Copy("limit"))["text"])) == 13


def test_rows_have_as_many_cells_as_there_are_columns(tmp_path: Path) -> None:
    fields = (
        "columns: {type: list, count: [2, 4], sample: [가, 나, 다]}, "
        "rows: {type: list, count: [2, 7], sample: [{cells: [1, 2, 3]}, {cells: [4, 5, 6]}], of: {cells: {type: list}}}"
    )
    for kind in KINDS:
        found = filled(tmp_path, fields, Copy(kind)) if kind != "empty" else {}
        columns, rows = found.get("columns", []), found.get("rows", [])
        assert isinstance(columns, list)
        assert isinstance(rows, list)
        assert all(len(row["cells"]) == len(columns) for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_dots_are_a_part_of_as_many_as_can_be_drawn(tmp_path: Path, kind: Kind) -> None:
    dots = "{type: group, required: true, sample: {part: '31', whole: '50'}, of: {part: AMOUNT, whole: AMOUNT}}"
    said = filled(tmp_path, f"dots: {dots.replace('AMOUNT', '{required: true, amount: yes}')}", Copy(kind))["dots"]
    assert isinstance(said, dict)
    assert 1 <= int(said["part"]) <= int(said["whole"]) <= 200


def test_choices_take_turns(tmp_path: Path) -> None:
    fields = "side: {type: choice, of: [left, right, middle]}"
    assert [filled(tmp_path, fields, Copy("short", turn))["side"] for turn in range(4)] == [
        "left",
        "right",
        "middle",
        "left",
    ]


def test_pictures_come_and_go(tmp_path: Path) -> None:
    fields = (
        "art: {type: art, sample: crowd}, photo: {type: image}, "
        "face: {type: art, default: lamp}, must: {type: art, required: true}"
    )
    assert filled(tmp_path, fields, Copy("short")) == {"art": "crowd", "must": "lamp"}
    assert filled(tmp_path, fields, Copy("short", pictures="photo")) == {"photo": "picture.png", "must": "lamp"}
    assert set(filled(tmp_path, fields, Copy("short", pictures="both"))) == {"art", "photo", "must"}
    assert set(filled(tmp_path, fields, Copy("short", pictures="none"))) == {"must"}

"""Trees of positioned nodes: what is read, what is mended and what is said about it."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cardnews.source.nodes import Entry, Mapping, Node, Scalar, Sequence, read_nodes

CASES = sorted((Path(__file__).parent / "cases" / "yaml").glob("*.yaml"))
SCRIPT = next(path for path in CASES if path.stem == "governance").read_text(encoding="utf-8")


def look_up(node: Node | None, path: str) -> str:
    for part in path.split("."):
        if isinstance(node, Sequence):
            node = node.items[int(part)]
        else:
            assert isinstance(node, Mapping)
            node = next(entry.value for entry in node.entries if entry.key.text == part)
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root, findings = read_nodes(text, path.name)
    said = [f"{item.place.line}:{item.place.column} {item.rule}" for item in findings]
    assert said == re.findall(r"^# expect: (.*)$", text, re.MULTILINE)
    for where, value in re.findall(r"^# value: (\S+) = ?(.*)$", text, re.MULTILINE):
        assert look_up(root, where) == value
    for item in findings:
        for message in (item.message("en"), item.message("ko")):
            assert message
            assert not re.search(r"\{\w+\}", message.replace("{이름}", ""))


def plain(node: Node | None) -> object:
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return node.text if node else None


@pytest.mark.parametrize(
    "text",
    [
        SCRIPT,
        "- a\n- - b\n  - c\n- {d: e, f: [g, h]}\n- 'i\n  j'\n- \"k\\\n  l\"\n",
        "? a\n: b\n? c\n",
        "a: &x [1, 2]\nb: *x\n",
        "--- |\n a\n\n  b\n",
        'a: >-\n  b\n  c\n\n  d\ne: "\\u1100\\x41"\n',
        "a:\n- b\n-\n- c:\n",
    ],
)
def test_well_formed_text_is_what_pyyaml_reads(text: str) -> None:
    root, findings = read_nodes(text, "s.yaml")
    assert not findings
    assert plain(root) == yaml.load(text, Loader=yaml.CBaseLoader)


VALUES = st.recursive(
    st.text(alphabet="가나 a1:#-*\"'[]{}!&|>%@`,?\n\\", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet="가a-: #", max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(value=VALUES, flow=st.sampled_from([True, False, None]), width=st.integers(10, 80))
@settings(max_examples=300, deadline=None)
def test_dumped_values_come_back(value: object, flow: bool | None, width: int) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width)
    root, findings = read_nodes(text, "s.yaml")
    assert plain(root) == yaml.load(text, Loader=yaml.CBaseLoader)
    assert not findings


def check_offsets(node: Node, lines: list[str]) -> None:
    if isinstance(node, Scalar):
        for offset, character in enumerate(node.text):
            place = node.place_of(offset)
            assert 1 <= place.line <= len(lines)
            if not character.isspace():
                assert lines[place.line - 1][place.column - 1] == character or "''" in lines[place.line - 1]
    else:
        parts = node.items if isinstance(node, Sequence) else node.entries
        for part in parts:
            if isinstance(part, Entry):
                check_offsets(part.key, lines)
            check_offsets(part.value if isinstance(part, Entry) else part, lines)


def test_every_character_has_its_place() -> None:
    text = SCRIPT + "extra: **강조**는 it's\n  '이어지는' 말: 끝\nmore:\n  - {{ name }} 님\n\t- 탭: 뒤\n"
    root, _ = read_nodes(text, "s.yaml")
    assert root
    check_offsets(root, text.split("\n"))


def test_source_of_brackets_is_as_written() -> None:
    root, _ = read_nodes("a: [ 속보,  '오늘' ]\nb: {가}\nc: [하나,\n  둘]\nd: **강조**\n", "s.yaml")
    assert isinstance(root, Mapping)
    values = [entry.value for entry in root.entries]
    assert [value.source for value in values if not isinstance(value, Scalar)] == [
        "[ 속보,  '오늘' ]",
        "{가}",
        "[하나,\n  둘]",
    ]
    assert root.source == ""


def test_aliases_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    _, findings = read_nodes("\n".join(lines), "s.yaml")
    assert "alias-limit" in {item.rule for item in findings}
    chain = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 500)]
    _, findings = read_nodes("\n".join(chain), "s.yaml")
    assert {item.rule for item in findings} & {"nesting-limit", "alias-limit"}


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("가 ab:#-*\"'[]{}!&|>%@`,?\n\t\\<~：“\x08\ufeff\u2028\x85"), st.characters())
    )
)
@settings(max_examples=500, deadline=2000)
def test_any_text_is_answered(text: str) -> None:
    root, findings = read_nodes(text, "s.yaml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for item in findings:
        assert item.format("en")
        assert item.format("ko")
        assert item.place.line <= lines
    if root is None:
        words = [line for line in text.split("\n") if line.strip() and line.strip()[0] not in "#-.%"]
        assert (
            not words or any(item.severity == "error" for item in findings) or not text.strip("\ufeff\r\n\t \u2028\x85")
        )


HOSTILE = [
    "[" * 1_000_000,
    "a: " + "{" * 1_000_000,
    "- " * 400_000,
    "? " * 400_000,
    "a: b: " * 150_000,
    '"' * 1_000_000,
    "- [a, b\n" * 100_000,
    '- "a\n' * 150_000,
    "a:\n" + "  #b\n" * 150_000,
    "".join(" " * depth + "a: [x\n" for depth in range(1_400)),
    "a:b\n" * 200_000,
    "\ta: b\n" * 150_000,
    "\x08" * 1_000_000,
    'a: "' + "\\t가\n " * 150_000 + '"',
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_ends_soon(text: str) -> None:
    began = time.perf_counter()
    read_nodes(text, "s.yaml")
    # Seconds, where a mistake would take minutes; the machine may be busy with other work.
    assert time.perf_counter() - began < 40


SNIPPETS: list[str] = [
    "",
    "\t",
    " ",
    "  ",
    "\n",
    *"[]{}\"':#,|>%\\&*!?",
    ": ",
    "- ",
    " #x",
    "&a ",
    "*a",
    "---\n",
    "<<: ",
    "\x08",
    "\ufeff",
]


def mutate(text: str, rnd: random.Random) -> str:
    kind = rnd.randrange(4)
    lines = text.split("\n")
    at = rnd.randrange(len(lines))
    if kind == 0:
        lines[at] = " " * rnd.randrange(9) + lines[at].lstrip()
    elif kind == 1:
        del lines[at]
    elif kind == 2:
        lines.insert(rnd.randrange(len(lines)), lines[at])
    else:
        spot = rnd.randrange(len(text))
        return text[:spot] + str(rnd.choice(SNIPPETS)) + text[spot + rnd.randrange(3) :]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(10))
def test_mutations_of_a_script_bring_only_findings(seed: int) -> None:
    rnd = random.Random(seed)
    for _ in range(60):
        text = SCRIPT
        for _ in range(rnd.randint(1, 4)):
            text = mutate(text, rnd)
        root, findings = read_nodes(text, "s.yaml")
        assert root is not None or any(item.severity == "error" for item in findings)
        assert all(item.format("ko") and item.format("en") for item in findings)

"""What authors are told: bad scripts with every line they are told, in English and Korean, and the catalogue itself.

A case is a script; what is said of it, in English and then in Korean, is a golden text. In its comments `# file: NAME`
puts a file that is no picture beside it, `# folder: NAME` a folder, `# text: NAME = …` a file of one line.
"""

from __future__ import annotations

import ast
import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cardnews.diagnostics import Sources, diagnose
from cardnews.errors import (
    CardnewsError,
    Finding,
    Language,
    Place,
    Severity,
    finding,
    nearest,
    particles,
    sort_findings,
)
from cardnews.messages import MESSAGES, WORDS
from cardnews.render import render
from goldens import Golden

GOLDENS = ("diagnostics",)
CASES = sorted((Path(__file__).parent / "cases" / "errors").glob("*.yaml"))
PACKAGE = Path(__file__).parents[1] / "cardnews"


def told(case: Path, folder: Path) -> tuple[Finding, ...]:
    """What rendering a copy of `case` says, its place named `script.yaml`."""
    text = case.read_bytes().decode("utf-8", "replace")
    for name in re.findall(r"^# file: (.*)$", text, re.MULTILINE):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    for name in re.findall(r"^# folder: (.*)$", text, re.MULTILINE):
        (folder / name).mkdir()
    for name, content in re.findall(r"^# text: (\S+) = (.*)$", text, re.MULTILINE):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content + "\n", "utf-8")
    script = folder / "script.yaml"
    shutil.copy(case, script)
    found = render(script, folder / "out").findings
    return tuple(
        replace(item, place=replace(item.place, path=item.place.path.replace(str(folder) + "/", ""))) for item in found
    )


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path, golden: Golden) -> None:
    found = told(case, tmp_path)
    # Findings name `script.yaml`, and here are the lines that they show of it and of what lies beside it.
    texts = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    languages: tuple[Language, ...] = ("en", "ko")
    said = [line for language in languages for item in found for line in diagnose(item, language, Sources(texts)).lines]
    golden.text(f"diagnostics/{case.stem}.txt", "\n".join(said) + "\n")


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_findings_come_in_the_order_of_the_file(case: Path, tmp_path: Path) -> None:
    places = [(item.place.line, item.place.column) for item in told(case, tmp_path) if item.place.line]
    assert places == sorted(places)


# -- the catalogue -------------------------------------------------------------------------------------------------


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", MESSAGES)
def test_every_message_is_there_in_both_languages(rule: str) -> None:
    message = MESSAGES[rule]
    assert message.severity in set(Severity)
    assert message.en.strip()
    assert re.search("[가-힣]", message.ko)
    # A Korean message may say the field's label, too.
    assert blanks(message.ko) - {"label"} == blanks(message.en) or rule == "no-such-slide"
    assert message.en[0] == message.en[0].lower() or rule.startswith("help-") or message.en.startswith("YAML")
    assert not re.search("[가-힣]", message.en)


@pytest.mark.parametrize("word", WORDS)
def test_words_are_there_in_both_languages(word: str) -> None:
    english, korean = WORDS[word]
    assert english
    assert korean


def literals(node: ast.expr) -> Iterator[str]:
    """The texts an expression may be, as far as it is written out."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)


def calls() -> Iterator[tuple[str, str, str, set[str] | None]]:
    """File and line, function, rule and the blanks it fills (None where a `**` hides them) of every finding made."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in ("finding", "report", "unknown", "say"):
                continue
            given_names = {keyword.arg for keyword in node.keywords if keyword.arg}
            hidden = any(keyword.arg is None for keyword in node.keywords)
            for rule in literals(node.args[0]):
                yield f"{path.relative_to(PACKAGE.parent)}:{node.lineno}", name, rule, None if hidden else given_names


CALLS = [call for call in calls() if call[1] != "say" or call[2] in MESSAGES]


def test_calls_are_found() -> None:
    assert len(CALLS) > 60


@pytest.mark.parametrize(("where", "name", "rule", "filled"), CALLS, ids=[f"{c[0]} {c[2]}" for c in CALLS])
def test_every_rule_that_is_used_exists_and_has_its_blanks_filled(
    where: str, name: str, rule: str, filled: set[str] | None
) -> None:
    if name == "unknown":
        assert {rule, f"{rule}-list"} <= set(MESSAGES), where
        assert blanks(MESSAGES[rule].en) | blanks(MESSAGES[f"{rule}-list"].en) <= {"name", "near", "known"}
        return
    assert rule in MESSAGES, where
    if filled is not None:
        message = MESSAGES[rule]
        assert blanks(message.en) | blanks(message.ko) <= filled, where


def test_every_message_is_used() -> None:
    texts: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if "messages" not in (path.stem, path.parent.name):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value)
    lists = {f"{text}-list" for text in texts}
    unused = [rule for rule in MESSAGES if rule not in texts | lists and not rule.startswith("help-")]
    assert unused == []


# -- findings ------------------------------------------------------------------------------------------------------


def test_format() -> None:
    place = Place("script.yaml", 12, 5)
    item = finding("unknown-field", place, slide=3, layout="bubble", name="speeker", near="speaker")
    assert item.format() == 'script.yaml:12:5: slide 3 (bubble): unknown field "speeker"; did you mean "speaker"?'
    assert item.format("ko") == 'script.yaml:12:5: 3번 슬라이드 (bubble): 모르는 필드 "speeker"입니다. "speaker"인가요?'
    assert finding("bad-jobs", jobs=0).format().startswith("0 cards")
    assert finding("file-missing", Place("a.yaml"), path="a.yaml").format().startswith("a.yaml: there is no file")


def test_the_severity_is_said_unless_it_is_an_error() -> None:
    note = finding("read-as-cp949", Place("s.yaml", 1, 1))
    assert note.format().startswith("s.yaml:1:1: note: ")
    assert note.format("ko").startswith("s.yaml:1:1: 참고: ")
    warning = finding("tag-ignored", Place("s.yaml", 1, 1), what="!a")
    assert warning.format().startswith("s.yaml:1:1: warning: ")
    assert warning.format("ko").startswith("s.yaml:1:1: 주의: ")


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("글이(가)", "글이"),
        ("빈자리이(가)", "빈자리가"),
        ("“말”을(를)", "“말”을"),
        ("“나무”을(를)", "“나무”를"),
        ("길와(과)", "길과"),
        ("(표지)은(는)", "(표지)는"),
        ('"title"은(는)', '"title"은(는)'),
        ("3은(는)", "3은(는)"),
        ("“물”(으)로", "“물”로"),
        ("“책”(으)로", "“책”으로"),
        ("“나무”(으)로", "“나무”로"),
        ("“말”(이)라는", "“말”이라는"),
    ],
)
def test_particles(text: str, decided: str) -> None:
    assert particles(text) == decided


@pytest.mark.parametrize(
    ("name", "choices", "near"),
    [
        ("speeker", ["speaker", "text", "note"], "speaker"),
        ("covr", ["cover", "closing", "compare"], "cover"),
        ("COVER", ["cover"], "cover"),
        ("표찌", ["표지", "맺음"], "표지"),
        ("말헌이", ["말", "말한이", "머리말"], "말한이"),
        ("제먹", ["제목", "부제"], "제목"),
        ("도서관", ["동전", "펼친 책"], None),
        ("굴", ["글"], "글"),
        ("xyzzy", ["cover", "text"], None),
        ("", ["cover"], None),
        ("cover", [], None),
    ],
)
def test_nearest(name: str, choices: list[str], near: str | None) -> None:
    assert nearest(name, choices) == near


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_nearest_is_one_of_the_choices_whatever_their_order(name: str, choices: list[str]) -> None:
    found = nearest(name, choices)
    assert found is None or found in choices
    assert nearest(name, choices[::-1]) == found


def test_findings_are_sorted_and_said_once() -> None:
    one, two = finding("no-slides", Place("b", 2, 1)), finding("no-slides", Place("b", 10, 1))
    three = finding("no-slides", Place("a", 99, 1))
    assert sort_findings([two, one, three, one]) == (three, one, two)


def test_what_differs_in_the_size_of_the_card_only_is_said_once() -> None:
    place = Place("a", 3, 5)
    sizes = ("square", "wide", "square")
    found = [finding("text-left-out", place, name="note", part="part-text", canvas=size) for size in sizes]
    other = finding("text-left-out", Place("a", 9, 5), name="note", part="part-text", canvas="wide")
    assert [dict(item.values)["canvas"] for item in sort_findings([*found, other])] == ["square, wide", "wide"]


def test_one_is_one_and_the_authors_words_stay_theirs() -> None:
    assert finding("no-such-slide", number=1, total=1).message() == "there is no slide 1; the script has 1"
    one = finding("text-overflow", name="title", canvas="square", size=37, over=1).message()
    assert "about 1 character too many" in one
    assert "about 2 characters" in finding("text-overflow", name="title", canvas="square", size=37, over=2).message()
    assert '"Top 1 items: x"' in finding("read-as-text", what=":", fixed='"Top 1 items: x"').message()


def test_the_error_says_its_findings() -> None:
    item = finding("no-slides", Place("b", 2, 1))
    error = CardnewsError([item])
    assert error.findings == (item,)
    assert str(error) == item.format()

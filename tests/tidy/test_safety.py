"""What cannot be written anew with the same words is left as it is, and said to be."""

from __future__ import annotations

import pytest

from cardnews.tidy import format_script, scalars, write
from cardnews.tidy.tree import Text

SCRIPT = """\
title:  "바다를 건넌 편지"
slides:
 - layout: statement
   text:   "물결이 잔잔한 날"
 - text: "병에 담아"   # 둘째
   layout: statement
   # 끝
 - layout:   statement
   text: '보냅니다'
"""


def wrong(word: str) -> object:
    """A writer that errs in one word."""

    def inline(text: Text, *, brackets: bool = False) -> str:
        return scalars.inline(text, brackets=brackets).replace(word, "다른 말")

    return inline


def test_a_slide_that_would_change_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "written", lambda text, *_, **__: (wrong("병에")(text), ()))  # type: ignore[operator]
    tidied = format_script(SCRIPT, "s.yaml")
    assert tidied.text == (
        "title: 바다를 건넌 편지\n\nslides:\n  - layout: statement\n    text: 물결이 잔잔한 날\n\n"
        '  - text: "병에 담아"   # 둘째\n    layout: statement\n    # 끝\n\n'
        "  - layout: statement\n    text: 보냅니다\n"
    )
    assert [(item.rule, item.slide, item.place.line) for item in tidied.findings] == [("fmt-kept", 2, 5)]


@pytest.mark.parametrize("word", ["바다를", "statement"])
def test_a_script_that_would_change_stays_as_it_is(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setattr(write, "written", lambda text, *_, **__: (wrong(word)(text), ()))  # type: ignore[operator]
    tidied = format_script(SCRIPT, "s.yaml")
    rules = {item.rule for item in tidied.findings}
    if word == "바다를":
        assert rules == {"fmt-left"}
        assert tidied.text == SCRIPT
        assert not tidied.changed
    else:  # every slide for itself
        assert rules == {"fmt-kept"}
        assert 'text:   "물결이 잔잔한 날"' in tidied.text


def test_a_lost_comment_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_gap", lambda _: "")
    assert {item.rule for item in format_script(SCRIPT, "s.yaml").findings} == {"fmt-left"}


@pytest.mark.parametrize(
    "source",
    [
        "%YAML 1.1\n---\nslides:\n- 하나\n",
        "? |\n  title\n: 글\nslides:\n- 하나\n",
        "--- {title: 글, slides: [하나]}\n",
        "--- # 표시\ntitle: 글\n",
    ],
)
def test_unusual_yaml_is_left(source: str) -> None:
    tidied = format_script(source, "s.yaml")
    assert tidied.text == source
    assert "fmt-left" in {item.rule for item in tidied.findings}


@pytest.mark.parametrize(
    "source", ["", "\n\n", "# 주석뿐\n", "글 하나\n", "slides: [\n", "- 하나\n  - 둘: 셋\n\t- 넷\n"]
)
def test_what_is_no_script_is_left(source: str) -> None:
    tidied = format_script(source, "s.yaml")
    assert tidied.text == source
    assert any(item.severity == "error" for item in tidied.findings)


def test_many_texts_that_look_like_yaml_in_one_slide() -> None:
    """The reader names only the first of them, the others as a number."""
    words = "".join(f"    - [낱말 {number}]\n" for number in range(90))
    tidied = format_script(f"slides:\n- layout: chips\n  title: 많다\n  words:\n{words}", "s.yaml")
    assert tidied.text.count('"[낱말') == 90
    assert not tidied.findings

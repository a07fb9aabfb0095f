"""Which rules there are, which of them are wanted, and what a script asks to leave out."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import cardnews
from cardnews.check import Checked, check
from cardnews.check.explain import explained, sentence, sentences, severity_of
from cardnews.check.rules import RULES, Selection, id_named, known_ids, listed_ids
from cardnews.errors import CardnewsError, Finding, Language, Place, Severity, finding
from cardnews.messages import MESSAGES
from cardnews.messages.checking import CHECK
from cardnews.messages.explaining import EXPLANATIONS
from check.conftest import CheckScript, ids, spots
from conftest import ROOT

LOUD = ("slides:", "  - layout: statement", '    text: "**전부 강조한 한마디**"', "    support: '#주민-참여'")
LANGUAGES: tuple[Language, ...] = ("en", "ko")


# -- the table -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.function)
def test_every_rule_has_its_function_and_its_messages(rule: object) -> None:
    assert isinstance(rule, type(RULES[0]))
    assert callable(getattr(import_module(f"cardnews.check.{rule.module}"), rule.function))
    assert {Finding(key).id for key in MESSAGES} >= set(rule.ids)


def test_every_id_is_in_the_table_once() -> None:
    words = ("help-", "checked-", "explain-", "severity-", "unknown-rule")
    ours = {Finding(key).id for key in CHECK if not key.startswith(words)}
    listed = [one for rule in RULES for one in rule.ids]
    assert len(listed) == len(set(listed))
    assert set(listed) == ours | {"unreadable-image", "image-too-large"}


@pytest.mark.parametrize("rule", [*listed_ids()])
def test_every_rule_of_checking_and_composing_is_explained(rule: str) -> None:
    for language in LANGUAGES:
        said = explained(rule, language)
        assert said is not None
        for text in (said.what, said.why, said.how, said.fix):
            assert text and text == text.strip()
            # English names Korean keys and words, too.
            assert re.search("[가-힣]" if language == "ko" else "[a-z]", text)
            assert not text.endswith(".")


def test_nothing_else_is_explained() -> None:
    assert set(EXPLANATIONS) == set(listed_ids())


@pytest.mark.parametrize("rule", known_ids())
def test_every_id_has_a_severity_and_sentences_without_blanks(rule: str) -> None:
    assert severity_of(rule) in set(Severity)
    for language in LANGUAGES:
        for text in sentences(rule, language):
            assert not re.search(r"\{\w+\}", text)


def test_doubled_braces_are_braces() -> None:
    assert sentence("bad-only", "en") == '"…" does not say which slides; write their numbers, such as 1,3-5'
    assert "{{" not in "".join(sentence(rule, "en") for rule in MESSAGES if not rule.startswith("help-"))


# -- which are wanted ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], ["emphasis-wide", "hashtag-broken"]),
        (["emphasis-wide"], [], ["emphasis-wide"]),
        (["emphasis-*"], [], ["emphasis-wide"]),
        (["EMPHASIS-WIDE, hashtag-broken"], [], ["emphasis-wide", "hashtag-broken"]),
        ([], ["emphasis-wide,hashtag-*"], []),
        (["*"], ["emphasis-wide"], ["hashtag-broken"]),
        (["emphasis-many", "hashtag-broken"], ["hashtag-broken"], []),
    ],
)
def test_select_and_ignore(
    check_script: CheckScript, tmp_path: Path, select: list[str], ignore: list[str], expected: list[str]
) -> None:
    check_script(*LOUD)
    assert ids(check(tmp_path / "script.yaml", select=select, ignore=ignore, pixels=False).findings) == expected


@pytest.mark.parametrize("argument", ["select", "ignore"])
def test_names_that_are_no_rules(tmp_path: Path, argument: str) -> None:
    with pytest.raises(CardnewsError) as caught:
        check(tmp_path / "none.yaml", **{argument: ["emphasis-wid", "zzz", "emphasis-wide"]})  # type: ignore[arg-type]
    one, two = caught.value.findings
    assert one.message("ko") == '"emphasis-wid"(이)라는 규칙이 없습니다. "emphasis-wide"인가요?'
    assert two.rule == "unknown-rule-list"


def test_arguments_are_checked(tmp_path: Path) -> None:
    for options in ({"sizes": ["portrat"]}, {"theme": "hop"}):
        with pytest.raises(CardnewsError):
            check(tmp_path / "none.yaml", **options)


def test_composing_is_left_out_where_nothing_asks_for_it() -> None:
    assert not Selection(select=("mixed-endings", "duplicate-key")).wants_frames()
    assert Selection(select=("text-overflow",)).wants_frames()
    assert Selection(select=("t*",)).wants_frames()
    assert Selection().wants_frames()
    assert Selection(ignore=("text-overflow",)).wants_frames()


def test_mistakes_of_reading_and_composing_are_said_too(check_script: CheckScript) -> None:
    found = check_script("slides:", "  - layout: bubble", "    speeker: 나", "    text: 𓀀", pixels=True)
    assert ids(found) == ["unknown-field", "missing-glyph"]


def test_names_of_layouts_are_the_authors(check_script: CheckScript) -> None:
    found = check_script("슬라이드:", "  - 레이아웃: 한마디", '    글: "**전부 강조한 한마디**"')
    assert [(item.layout, item.field, dict(item.values)["name"]) for item in found] == [("한마디", "text", "글")]


def test_findings_are_limited_and_the_many_go_with_their_rule(check_script: CheckScript) -> None:
    words = " ".join(f"#주민-{number}" for number in range(40))
    slide = ("slides:", "  - layout: statement", "    text: 한마디", f"    support: '{words}'")
    found = check_script(*slide, only="hashtag-broken")
    assert len(found) == 21
    assert found[-1].rule == "more-warnings"
    assert check_script(*slide, only="emphasis-wide") == ()


# -- what a script leaves out --------------------------------------------------------------------------------------


def test_a_script_leaves_out_rules_everywhere(check_script: CheckScript) -> None:
    assert ids(check_script("ignore: emphasis-wide", *LOUD)) == ["hashtag-broken"]
    assert check_script("검사제외: [emphasis-*, hashtag-broken]", *LOUD) == ()


def test_a_slide_leaves_out_rules_of_its_own(check_script: CheckScript) -> None:
    loud = LOUD[1:3]
    found = check_script("slides:", *loud, "    ignore: emphasis-wide", *loud, only="emphasis-*")
    assert spots(found) == [("emphasis-wide", 6, 14)]


def test_a_script_names_a_rule_that_is_none(check_script: CheckScript) -> None:
    found = check_script("ignore: [emphasis-wide, hashtag-brocken]", *LOUD)
    assert spots(found) == [("unknown-rule", 1, 25), ("hashtag-broken", 5, 18)]
    assert found[0].message().endswith('did you mean "hashtag-broken"?')


# -- what comes of it ----------------------------------------------------------------------------------------------


def test_exit_codes() -> None:
    warning, note = finding("emphasis-wide"), finding("similar-title")
    error = finding("no-slides")
    assert [Checked(Path(), one).exit_code for one in ((), (note,), (warning,), (warning, error))] == [0, 0, 0, 1]
    assert [Checked(Path(), one).strict_code() for one in ((), (note,), (warning,), (error,))] == [0, 0, 1, 1]
    assert Checked(Path(), (warning, error)).count(Severity.WARNING) == 1


def test_a_mistake_of_cardnews_is_never_left_out(check_script: CheckScript, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(import_module("cardnews.check.texts"), "emphasis", fail)
    assert ids(check_script(*LOUD, only="emphasis-wide")) == ["internal-error"]


@pytest.mark.parametrize("text", ["", "slides: []", "slides:\n  - layout: nope", "\0", "a: [", "slides: {}"])
def test_scripts_that_are_none(check_script: CheckScript, text: str) -> None:
    found = check_script(text, pixels=True)
    assert any(item.severity is Severity.ERROR for item in found)
    assert "internal-error" not in ids(found)


def test_a_script_that_is_not_there(tmp_path: Path) -> None:
    checked = check(tmp_path / "none.yaml")
    assert ids(checked.findings) == ["file-missing"]
    assert checked.exit_code == 1


def test_a_slide_that_stops_composing_leaves_the_others_checked(check_script: CheckScript, tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "broken.yaml").write_text("body: {nonsense: yes}\n", "utf-8")
    found = check_script("slides:", "  - layout: broken", *LOUD[1:], pixels=True)
    assert {"emphasis-wide", "hashtag-broken"} <= set(ids(found))
    assert "internal-error" not in ids(found)


def test_a_script_that_was_read_may_be_given(check_script: CheckScript, tmp_path: Path) -> None:
    check_script(*LOUD)
    script = cardnews.read_script(tmp_path / "script.yaml")
    found = check(script, pixels=False).findings
    assert ids(found) == ["emphasis-wide", "hashtag-broken"]
    assert found[0].place == Place(str(tmp_path / "script.yaml"), 3, 14)


def test_id_named() -> None:
    assert id_named(" Low-Contrast ") == "low-contrast"
    assert id_named("unknown-field-list") == "unknown-field"
    with pytest.raises(CardnewsError):
        id_named("help-check")


@pytest.mark.parametrize("size", ["portrait", "tall", "story"])
def test_the_flagship_has_nothing_to_mend(size: str) -> None:
    script = ROOT / "examples" / "governance" / "script.yaml"
    found = check(script, sizes=[size], ignore=["stale-output"]).findings
    assert [item.format() for item in found if item.severity is not Severity.INFO] == []

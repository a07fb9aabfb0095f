"""Whatever an author writes: tidying twice is tidying once, and every value, slide and comment is still there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from cardnews.errors import Finding, Place
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import Script
from cardnews.source.nodes import Scalar
from cardnews.source.text import decode
from cardnews.tidy import Tidied, format_script
from conftest import ROOT
from test_fuzz import mutant
from tidy.scripts import Author

MUTANTS = int(os.environ.get("CARDNEWS_FUZZ", "80"))
EXAMPLES = max(50, MUTANTS // 4)
SHARDS = 4
FOLDER = ROOT / "examples" / "governance"
SCRIPTS = sorted(
    path
    for folder in (ROOT / "examples", ROOT / "tests" / "cases", ROOT / "tests" / "tidy" / "cases")
    for path in folder.rglob("*.yaml")
    if path.parent.name not in ("layouts", "themes", "art", "compose")
)
SHELF = Shelf(FOLDER)


def read(text: str) -> Script:
    return load_script(FOLDER / "script.yaml", SHELF, "s.yaml", data=text.encode("utf-8", "surrogatepass"))


def values(value: Any) -> Any:
    """Everything a script says, without the places where it says it and what is found about it."""
    if isinstance(value, Place | Scalar | Finding):
        return None
    if isinstance(value, Mapping):
        return {key: values(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [item for item in map(values, value) if item is not None]
    if isinstance(value, Struct):
        return {name: values(getattr(value, name)) for name in value.__struct_fields__}
    return value


def tree(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def mistakes(script: Script) -> list[tuple[str, int | None]]:
    return sorted((item.rule, item.slide or 0) for item in script.findings if item.severity == "error")


def check(source: str, comments: list[str]) -> Tidied:
    tidied = format_script(source, "s.yaml", FOLDER)
    if any(item.severity == "error" for item in tidied.findings):
        assert tidied.text == source
        return tidied
    again = format_script(tidied.text, "s.yaml", FOLDER)
    assert again.text == tidied.text
    assert not again.changed
    before, after = read(source), read(tidied.text)
    assert values(after) == values(before)
    assert mistakes(after) == mistakes(before)
    assert "read-as-text" not in {item.rule for item in after.findings} or tidied.findings
    if "read-as-text" not in {item.rule for item in before.findings}:
        assert tree(tidied.text) == tree(decode(source.encode("utf-8", "surrogatepass"), "")[0])
    # What was meant as a comment but stands in a block is text, and may be folded.
    words, before_words = (" ".join(text.split()) for text in (tidied.text, source))
    for comment in comments:
        assert words.count(comment) == before_words.count(comment)
    lines = tidied.text.split("\n")
    assert lines.pop() == ""
    assert "\r" not in tidied.text
    return tidied


@given(seed=st.integers(0, 2**32), tame=st.booleans(), end=st.sampled_from(["\n", "\n", "\r\n", "\r"]))
@settings(max_examples=EXAMPLES, deadline=None)
def test_scripts_of_every_manner(seed: int, tame: bool, end: str) -> None:
    author = Author(seed, tame=tame)
    source = author.script().replace("\n", end)
    tidied = check(source, author.comments)
    assert not {item.rule for item in tidied.findings} & {"fmt-left", "fmt-kept"}


@pytest.mark.parametrize("shard", range(SHARDS))
def test_mutants(shard: int) -> None:
    for number in range(shard, MUTANTS, SHARDS):
        check(decode(mutant(number), "s.yaml")[0], [])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_scripts_at_hand(path: Path) -> None:
    tidied = check(decode(path.read_bytes(), "s.yaml")[0], [])
    assert "fmt-kept" not in {item.rule for item in tidied.findings}


def test_there_are_scripts_at_hand() -> None:
    assert len(SCRIPTS) > 90


TEXTS = st.text(alphabet="가 나a:#-*\"'[]{}!&|>%@`,?\n\t\\~", max_size=60)


@given(texts=st.lists(TEXTS, min_size=1, max_size=5), flow=st.booleans())
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_text_as_a_value(texts: list[str], flow: bool) -> None:
    """A text that YAML's own writer wrote comes back the same, however it must be written."""
    slides = [{"layout": "statement", "text": text, "notes": text} for text in texts]
    script = {"title": texts[0], "slides": [*texts, *slides, {"layout": texts[-1]}]}
    check(yaml.dump(script, allow_unicode=True, default_flow_style=flow, width=30, sort_keys=False), [])

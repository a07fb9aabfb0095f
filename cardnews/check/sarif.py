"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines of a script."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from cardnews.check.explain import explained, sentence
from cardnews.errors import Finding, Language, Severity
from cardnews.export.manifest import GENERATOR

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_log(findings: Iterable[Finding], language: Language = "en") -> dict[str, Any]:
    """One run with all findings; columns count characters, and paths are as the author named the files."""
    name, version = GENERATOR.split()
    found = tuple(findings)
    first: dict[str, Finding] = {}
    for item in found:
        first.setdefault(item.id, item)
    indexes = {rule: index for index, rule in enumerate(sorted(first))}
    driver = {
        "name": name,
        "version": version,
        "rules": [_rule(first[rule], language) for rule in sorted(first)],
    }
    run = {
        "tool": {"driver": driver},
        "language": "ko-KR" if language == "ko" else "en-US",
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, indexes[item.id], language) for item in found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(item: Finding, language: Language) -> dict[str, Any]:
    said = explained(item.id, language)
    short = said.what if said is not None else sentence(item.rule, language)
    described: dict[str, Any] = {
        "id": item.id,
        "shortDescription": {"text": short},
        "defaultConfiguration": {"level": _LEVELS[item.severity]},
    }
    if said is not None:
        described["fullDescription"] = {"text": said.why}
        described["help"] = {"text": "\n".join((said.why, said.how, said.fix))}
    return described


def _result(item: Finding, index: int, language: Language) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": item.id,
        "ruleIndex": index,
        "level": _LEVELS[item.severity],
        "message": {"text": item.message(language)},
    }
    location: dict[str, Any] = {}
    if item.place.path:
        location["physicalLocation"] = _physical(item)
    if item.slide is not None:
        name = f"{item.slide}번 슬라이드" if language == "ko" else f"slide {item.slide}"
        parts = [f"slides[{item.slide - 1}]", *([item.field] if item.field else [])]
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": ".".join(parts), "kind": "element"}]
    if location:
        result["locations"] = [location]
    return result


def _physical(item: Finding) -> dict[str, Any]:
    place = item.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": max(1, place.column)}
    return physical


def uri_of(path: str) -> str:
    """A path as a URI reference (RFC 3986): relative ones stay relative, to the folder the command ran in."""
    pure: PurePath = Path(path)
    text = pure.as_posix()
    if pure.is_absolute():
        return "file://" + quote(os.fsencode(text if text.startswith("/") else f"/{text}"), safe="/:")
    # A colon in the first part of a relative reference would make it a scheme.
    return quote(os.fsencode(text), safe="/")

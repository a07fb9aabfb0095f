"""Boxes where they stand: `tests/cases/compose/*.yaml` are documents of a layout, a slide and the shapes expected.

A canvas is 900 x 900 px and a `u` 10 px; a shape is written as its color, x, y, width and height.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from compose.tiny import Compose

CASES = sorted((Path(__file__).parents[1] / "cases" / "compose").glob("*.yaml"))


def cases() -> list[object]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['case']}")
        for path in CASES
        for case in yaml.safe_load_all(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], compose: Compose) -> None:
    layout = yaml.safe_dump(case["layout"], allow_unicode=True, sort_keys=False)
    result = compose(layout, case.get("slide", ""), size=case.get("size", "900x900"))
    assert [item.rule for item in result.findings] == case.get("findings", [])
    assert (result.shapes() if result.frames else []) == case["shapes"]
    if "lines" in case:
        assert {slot.id: [line.text for line in slot.lines] for slot in result.frame.slots} == case["lines"]

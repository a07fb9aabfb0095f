"""Numbers of one chart that do not count the same."""

from __future__ import annotations

import pytest

from check.conftest import CheckScript


@pytest.mark.parametrize(
    ("layout", "rows", "unit", "odd"),
    [
        ("chart-bar", "rows: [{label: 가, value: 318}, {label: 나, value: 204건}]", "", ["318"]),
        ("chart-bar", "rows: [{label: 가, value: 31%}, {label: 나, value: 20%}, {label: 다, value: 9명}]", "", ["9명"]),
        ("chart-bar", "rows: [{label: 가, value: 318}, {label: 나, value: 204건}]", "unit: 건, ", []),
        ("chart-bar", "rows: [{label: 가, value: 318}, {label: 나, value: 204}]", "unit: 건, ", []),
        ("chart-donut", "parts: [{label: 가, value: 60%}, {label: 나, value: 40}]", "", ["40"]),
        ("stat", "value: 61, text: 모름, tiles: [{label: 가, value: 41명}, {label: 나, value: 3곳}]", "", []),
    ],
)
def test_units_mixed(check_script: CheckScript, layout: str, rows: str, unit: str, odd: list[str]) -> None:
    title = "" if layout == "stat" else "title: 까닭, "
    found = check_script("slides:", f"  - {{layout: {layout}, {title}{unit}{rows}}}", only="units-mixed")
    assert [dict(item.values)["found"] for item in found] == odd

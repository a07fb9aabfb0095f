"""Scripts before and after: each case is a script, its tidied text a golden file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.tidy import format_script
from goldens import Golden

GOLDENS = ("tidy",)
CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, golden: Golden) -> None:
    tidied = format_script(case.read_text("utf-8"), case.name)
    golden.text(f"tidy/{case.name}", tidied.text)
    assert format_script(tidied.text, case.name).text == tidied.text

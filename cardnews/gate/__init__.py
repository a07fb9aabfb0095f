"""The gate for layouts: any text within a layout's declared limits holds, in every size and theme."""

from __future__ import annotations

from cardnews.gate.copies import KINDS, Copy, Kind
from cardnews.gate.report import Failure, GateReport, report_lines
from cardnews.gate.run import test_layout

__all__ = ["KINDS", "Copy", "Failure", "GateReport", "Kind", "report_lines", "test_layout"]

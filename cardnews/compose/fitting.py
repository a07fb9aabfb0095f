"""Setting the texts of one attempt: where on its ladder each may start, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.compose.node import Node, TextContent
from cardnews.text.fit import Fitted, fit_text, one_line_width, set_lines
from cardnews.text.paragraphs import Step

EPSILON = 0.01


class Overflow(Struct, frozen=True):
    """Content that needs `excess` px more than it has; `paths` are the texts that could give.

    `pushed` says that it would fit, and was only pushed off the card by what stands before it.
    """

    path: str
    excess: float
    paths: tuple[str, ...]
    pushed: bool = False


class TextSetter(Struct, kw_only=True):
    """One attempt at sizes: `rungs` says from which step of its ladder each text may start, `caps` the largest size of
    a group. What does not fit is recorded in `overflows`."""

    rungs: Mapping[str, int]
    caps: Mapping[str, float]
    overflows: list[Overflow] = field(default_factory=list)
    _fits: dict[tuple[str, float, float | None], Fitted | None] = field(default_factory=dict)

    def first_step(self, node: Node) -> Step:
        assert node.text is not None
        return node.text.ladder[self.first_rung(node)]

    def first_rung(self, node: Node) -> int:
        """Where on its ladder a text starts: after growth it may not take, below its group's cap."""
        assert node.text is not None
        return self.first_rung_of(node.path, node.text)

    def first_rung_of(self, path: str, content: TextContent) -> int:
        rung = self.rungs.get(path, 0)
        cap = self.caps.get(content.group)
        if cap is not None:
            while rung < len(content.ladder) - 1 and content.ladder[rung].size > cap + EPSILON:
                rung += 1
        return rung

    def fit(self, node: Node, width: float, height: float | None) -> Fitted | None:
        """The text of `node` set in `width`; where nothing fits, its last step without limits, and an overflow."""
        key = (node.path, round(width, 3), None if height is None else round(height, 3))
        if key not in self._fits:
            self._fits[key] = _loose_line(node.text) if node.box.loose and node.text else self._fit(node, width, height)
        return self._fits[key]

    def _fit(self, node: Node, width: float, height: float | None) -> Fitted | None:
        content = node.text
        assert content is not None
        first = self.first_rung(node)
        grown = self._grown(content, width, height) if first < content.nominal and content.fit.least == 1 else None
        if grown is not None:
            return grown
        first = max(first, content.nominal)
        # A box as wide as its text holds it, however its edges were added up.
        measure = self._measure(content, width + EPSILON, first)
        fitted = fit_text(
            content.paragraphs,
            content.ladder,
            measure,
            mode=content.mode,
            max_lines=content.fit.lines,
            max_height=height,
            first_rung=first,
            nominal=content.nominal,
            extra=content.fit.extra,
            at_least=content.fit.least,
            tighten=True,
        )
        if fitted is None and content.fit.shorten:
            fitted = self._shortened(content, measure)
        if fitted is None:
            last = len(content.ladder) - 1
            fitted = set_lines(content.paragraphs, content.ladder[last], measure, content.mode, 0, last, tear=True)
            self.report(node, self._excess(content, fitted, height) if fitted is not None else node.u)
        return fitted

    @staticmethod
    def _excess(content: TextContent, fitted: Fitted, height: float | None) -> float:
        """How many px of lines are too many for a height or for the text's own limit of lines."""
        leading = fitted.step.size * fitted.step.leading
        by_lines = 0.0 if content.fit.lines is None else (len(fitted.lines) - content.fit.lines) * leading
        by_height = 0.0 if height is None else fitted.tight_height - height
        return max(by_lines, by_height, 1.0)

    @staticmethod
    def _shortened(content: TextContent, width: float) -> Fitted | None:
        """The longest beginning of a one-line text that fits `width` with an ellipsis behind it."""
        step = content.ladder[-1]
        longest = len(content.paragraphs.marked.text)
        while longest > 1 and content.paragraphs.width(0, longest, step) > width:
            longest -= 1
        for kept in range(longest, 0, -1):
            shorter = content.paragraphs.shortened(kept, content.face)
            if shorter is not None and one_line_width(shorter, step) <= width:
                fitted = set_lines(shorter, step, width, content.mode, 0, len(content.ladder) - 1)
                return None if fitted is None else replace(fitted, instead=shorter)
        return None

    @staticmethod
    def _measure(content: TextContent, width: float, rung: int) -> float:
        if content.measure is None:
            return width
        step = content.ladder[rung]
        return min(width, content.measure * step.size * (0.865 + step.tracking))

    def _grown(self, content: TextContent, width: float, height: float | None) -> Fitted | None:
        """A headline of one line takes the largest growth step that keeps it on one line."""
        nominal = set_lines(content.paragraphs, content.ladder[content.nominal], width, content.mode)
        if nominal is None or len(nominal.lines) != 1:
            return None
        for rung in range(content.nominal):
            fitted = set_lines(content.paragraphs, content.ladder[rung], width, content.mode, 0, rung)
            if fitted is not None and len(fitted.lines) == 1 and (height is None or fitted.tight_height <= height):
                return fitted
        return None

    def report(self, node: Node, excess: float, pushed: bool = False) -> None:
        self.overflows.append(Overflow(node.path, excess, _text_paths(node), pushed))


def _loose_line(content: TextContent) -> Fitted | None:
    """A text that may run off its box: one line of its own size."""
    step = content.ladder[content.nominal]
    width = one_line_width(content.paragraphs, step) + 1
    return set_lines(content.paragraphs, step, width, content.mode, 0, content.nominal)


def _text_paths(node: Node) -> tuple[str, ...]:
    own = (node.path,) if node.text is not None else ()
    return (*own, *(path for child in node.children for path in _text_paths(child)))

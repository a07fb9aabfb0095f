"""Binding texts: words normalized, marked and shaped, with the sizes they may be tried at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cardnews.amount import amount_parts
from cardnews.boxtree import Box, TextFit
from cardnews.compose.node import Node, Scope, TextContent
from cardnews.text.markup import parse_marks, plain_text
from cardnews.text.normalize import NormalText, normalize_text
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Face, shape_text
from cardnews.text.wrap import Mode
from cardnews.theme import Role
from cardnews.values import TextValue, Value

if TYPE_CHECKING:
    from cardnews.compose.bind import Context


class TextBinder(Struct, frozen=True):
    """Binds texts with what a context knows."""

    context: Context

    def line(self, node: Node, value: TextValue, size: float, index: int) -> Node | None:
        """One line of a poster: the words of `value` at `size` px and no other size."""
        color = dict(node.box.paint).get(f"line-{index + 1}", node.box.color)
        fit = TextFit(1, down=False)
        box = replace(node.box, kind="text", source="item", fit=fit, height=None, surface=(), color=color)
        bound = self.bind(replace(node, box=box, path=f"{node.path}.{index}"), Scope({}, value))
        if bound is None or bound.text is None:
            return None
        step = bound.text.ladder[bound.text.nominal]
        ladder = (replace(step, size=size),)
        group = f"{node.path}.{index}:{value.place.line}:{value.place.column}"
        text = replace(bound.text, ladder=ladder, nominal=0, group=group)
        return replace(bound, box=replace(box, source=node.box.source), text=text)

    def bind(self, node: Node, scope: Scope) -> Node | None:
        """The box with its text, or None where there is nothing to say."""
        box = node.box
        if box.say:
            words = dict(box.say)
            value: Value | None = TextValue(words.get(self.context.lang) or next(iter(words.values())), plain=True)
        else:
            value = scope.get(box.source)
        if not isinstance(value, TextValue):
            return None
        if box.show in ("number", "unit"):
            value = replace(value, text=amount_parts(value.text)[box.show == "unit"])
        normal = normalize_text(value.text)
        if value.link:
            normal = _address(normal)
        marked = plain_text(normal) if value.plain else parse_marks(normal)
        if not marked.text.strip():
            return None
        role = self.context.theme.roles.get(box.role) or Role(box.role or "body", 0.039, 500)
        weight = box.weight or role.weight
        mode: Mode = "display" if (box.mode or role.mode) == "display" else "body"
        color_role = box.color or (node.surface.text if node.surface is not None and node.surface.text else "text")
        color = node.ground.color(color_role) or node.ground.colors["text"]
        strong_weight = self.context.theme.marks.strong.get(mode, ("", None))[1] or weight
        heavy = max(weight, strong_weight)
        # A family that the script asks for is for every text.
        asked = self.context.families != self.context.theme.families
        own = role.family if not asked else ""
        families = (own, *self.context.families) if own else self.context.families
        fonts = self.context.book.chain(families, weight)
        strong = self.context.book.chain(families, heavy)
        features = ("tnum",) if box.numerals == "tabular" else ()
        face = Face(fonts, strong, features, (self._had(own, weight), self._had(own, heavy)))
        pad = self.context.theme.marks.pad
        key = (marked.text, marked.spans, families, weight, strong_weight, features, pad)
        paragraphs = self.context.texts.get(key)
        if paragraphs is None:
            paragraphs = self.context.texts[key] = Paragraphs(marked, shape_text(marked, face), pad)
        # Texts share a size only where they would have the same one if both were short.
        nominal_size = box.size or role.size
        group = f"{self.context.layout}:{box.series or box.same or box.id or node.path}:{role.name}:{nominal_size:g}"
        fit = box.fit if value.lines is None else replace(box.fit, lines=value.lines, least=value.lines)
        broken = len(paragraphs.marked.text.strip().split("\n"))
        if fit.lines is not None and not fit.shorten and broken > fit.lines and box.kind == "text" and not value.plain:
            # The author's own line breaks are honored; the height of the box decides what size that leaves.
            fit = replace(fit, lines=broken)
        if value.alone:
            group += f":{value.place.line}:{value.place.column}"
        ladder, nominal = self._ladder(box, role, node.u, self.context.grows(group))
        content = TextContent(
            value, paragraphs, ladder, nominal, face, mode, fit, group, role.name, color, role.measure
        )
        return replace(node, text=content)

    def _had(self, family: str, weight: float) -> float:
        """The weight that a role's own family has for `weight`: its theme knows that a poster face has but one."""
        files = self.context.book.named(family) if family else ()
        return min((file.nearest(weight) for file in files), key=lambda had: abs(had - weight), default=weight)

    def _ladder(self, box: Box, role: Role, u: float, grows: bool) -> tuple[tuple[Step, ...], int]:
        """Sizes to try in order: growth, the role's steps down to its floor, then the roles below it (design.md)."""
        full = 90 * u
        nominal = box.size or role.size

        def step(ratio: float, of: Role) -> Step:
            leading = box.leading or of.leading
            return Step(ratio * full, leading, of.tracking, of.space, of.name)

        growth = [step(nominal * factor, role) for factor in _growth(box.fit.grow)] if grows else []
        sizes = [step(nominal, role)]
        if box.fit.lines is not None or box.fit.down:
            seen = {role.name}
            current: Role | None = role
            start = nominal
            while current is not None:
                floor = min(current.floor, nominal)
                for factor in self.context.theme.ladder:
                    ratio = start * factor
                    if ratio < sizes[-1].size / full - 1e-9 and ratio >= floor - 1e-9:
                        sizes.append(step(ratio, current))
                below = self.context.theme.roles.get(current.down) if box.fit.down else None
                current = below if below is not None and below.name not in seen else None
                if current is not None:
                    seen.add(current.name)
                    start = current.size
        return (*growth, *sizes), len(growth)


def _address(normal: NormalText) -> NormalText:
    """An address as people read it: without its scheme, `www.` and a last slash."""
    scheme = re.match(r"https?://(?:www\.)?", normal.text)
    start = scheme.end() if scheme is not None else 0
    text = normal.text[start:].rstrip("/")
    return NormalText(text, (*normal.origin[start : start + len(text)], normal.origin[-1]))


def _growth(most: float) -> list[float]:
    return [factor for factor in (1.35, 1.28, 1.2, 1.13, 1.06) if factor <= most + 1e-9]

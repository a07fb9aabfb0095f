"""Checked values out of a positioned YAML tree: every mistake becomes a finding, and reading goes on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from math import isfinite
from typing import NamedTuple, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.errors import MOST_ALIKE, CardnewsError, Finding, Place, finding, limited, nearest, shortened
from cardnews.source.nodes import Entry, Node, Scalar, Sequence
from cardnews.source.nodes import Mapping as MappingNode

_Answer = TypeVar("_Answer")
_MOST_SHOWN = 40
_AUTHORS = ("name", "other", "found", "size", "what")  # values that are an author's own words, of any length
TRUE = ("true", "yes", "on", "예", "네")
FALSE = ("false", "no", "off", "아니요", "아니오")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_WORD = re.compile(r"\w+")


class Start(NamedTuple):
    """Where a slide begins, and what findings call it: `number` is None for one that is left out."""

    place: Place
    number: int | None = None
    layout: str | None = None


class Checker(Struct):
    """Collects the findings of one file while its tree is turned into values.

    `slide`, `layout` and `part` say which slide, and which field of it, is being read, so that its findings name them.
    """

    findings: list[Finding] = field(default_factory=list)
    slide: int | None = None
    layout: str | None = None
    part: str | None = None
    _unknown: Counter[tuple[str, int | None]] = field(default_factory=Counter)

    def report(self, rule: str, place: Place, part: str | None = None, **values: str | int) -> None:
        found = finding(rule, place, slide=self.slide, layout=self.layout, field=self.part or part)
        pairs = tuple(
            (key, shortened(str(value)) if key in _AUTHORS else str(value)) for key, value in sorted(values.items())
        )
        self.findings.append(replace(found, values=pairs))

    def named(
        self,
        rule: str,
        place: Place,
        question: Callable[[str], _Answer | None],
        name: str,
        known: Callable[[], Iterable[str]],
    ) -> _Answer | None:
        """What `question` finds under a name; where it finds nothing, `rule` with the nearest name is reported."""
        said = len(self.findings)
        found = self.ask(question, name)
        if found is None and len(self.findings) == said:
            self.unknown(rule, place, name, known())
        return found

    def ask(self, question: Callable[[str], _Answer], name: str) -> _Answer | None:
        """The answer to a question about another file, or None with the findings of that file where it is broken."""
        try:
            return question(name)
        except CardnewsError as error:
            found = limited(error.findings)
            self.findings.extend(replace(item, slide=self.slide, layout=self.layout, field=self.part) for item in found)
            return None

    def ask_at(self, place: Place, question: Callable[[str], _Answer], name: str) -> _Answer | None:
        """As `ask`; what is said of a whole file stands where the author names it."""
        said = len(self.findings)
        answer = self.ask(question, name)
        for index in range(said, len(self.findings)):
            if not self.findings[index].place.line:
                self.findings[index] = replace(self.findings[index], place=place)
        return answer

    def unknown(
        self,
        rule: str,
        place: Place,
        name: str,
        known: Iterable[str],
        most: int = _MOST_SHOWN,
        taken: Collection[str] = (),
    ) -> bool:
        """Report a name that is none of `known`, with the nearest one that is not `taken` or a list of at most `most`;
        False where many were."""
        choices = tuple(dict.fromkeys(known))
        self._unknown[rule, self.slide] += 1
        few = self._unknown[rule, self.slide] <= MOST_ALIKE
        near = nearest(name, (choice for choice in choices if choice not in taken)) if few else None
        # In the language the author writes: a Korean name is answered with the Korean ones.
        korean = is_korean(name)
        alike = [choice for choice in choices if is_korean(choice) == korean] or choices if few and not near else ()
        # Names that share a word with it come first. Names in order are alike: a few of many are taken from all over.
        said = _WORD.findall(name)
        akin = [
            choice
            for choice in alike
            if any(word in said or (len(word) > 1 and word in name) for word in _WORD.findall(choice))
        ]
        others = [choice for choice in alike[:: max(1, len(alike) // most)] if choice not in akin]
        shown = ", ".join([*akin, *others][:most]) + (", …" if len(alike) > most else "")
        self.report(rule if near else f"{rule}-list", place, name=name, near=near or "", known=shown)
        return few

    def locate(self, path: str, slides: Iterable[Start], whole: Sequence) -> None:
        """Give the findings that name no slide, but stand in the list `whole` of them, the slide they stand in."""
        # Slides in lines begin at their dashes; several may share a line only in brackets. One that is repeated by an
        # alias stands where it was first written.
        flow = bool(whole.source)
        known = tuple(slides)
        places = ((start.place.line, start.place.column * flow, -index) for index, start in enumerate(known))
        starts = sorted(place for place in places if place[0] >= whole.at.line)
        for index, item in enumerate(self.findings):
            line = item.place.line
            if item.slide is None and item.place.path == path and whole.at.line <= line < (whole.end or line + 1):
                found = bisect_right(starts, (line, item.place.column * flow, 1)) - 1
                if found >= 0:
                    start = known[-starts[found][2]]
                    self.findings[index] = replace(item, slide=start.number, layout=start.layout)

    def entries(
        self, node: Node, keys: Mapping[str, str], what: str, unknown: str = "unknown-key"
    ) -> dict[str, Entry] | None:
        """The entries of a mapping by their canonical key; `keys` maps every accepted spelling to it."""
        if not isinstance(node, MappingNode):
            self.report("wrong-type", node.at, what=what, expected="mapping", found=kind_of(node))
            return None
        found: dict[str, Entry] = {}
        for entry in node.entries:
            name = keys.get(entry.key.text)
            if name is None:
                self.unknown(unknown, entry.key.at, entry.key.text, keys)
            elif name in found:
                self.report(
                    "same-key-twice",
                    entry.key.at,
                    name=entry.key.text,
                    other=found[name].key.text,
                    line=found[name].key.at.line,
                )
            else:
                found[name] = entry
        return found

    def text(self, node: Node, what: str) -> str | None:
        if isinstance(node, Scalar):
            return node.text
        self.report("wrong-type", node.at, what=what, expected="text", found=kind_of(node))
        return None

    def number(self, node: Node, what: str) -> float | None:
        if isinstance(node, Scalar) and _NUMBER.fullmatch(node.text.strip()) and isfinite(value := float(node.text)):
            return value
        self.report("wrong-type", node.at, what=what, expected="number", found=_shown(node))
        return None

    def ranged(self, node: Node, what: str, least: float, most: float) -> float | None:
        """A number from `least` to `most`."""
        value = self.number(node, what)
        if value is not None and not least <= value <= most:
            self.report("number-range", node.at, name=what, found=f"{value:g}", least=f"{least:g}", most=f"{most:g}")
            return None
        return value

    def flag(self, node: Node, what: str) -> bool | None:
        if isinstance(node, Scalar) and node.text.casefold() in (*TRUE, *FALSE):
            return node.text.casefold() in TRUE
        self.report("wrong-type", node.at, what=what, expected="true-or-false", found=_shown(node))
        return None

    def choice(self, node: Node, what: str, options: Iterable[str]) -> str | None:
        choices = tuple(options)
        if isinstance(node, Scalar) and node.text in choices:
            return node.text
        if isinstance(node, Scalar):
            self.unknown("unknown-choice", node.at, node.text, choices)
        else:
            self.report("wrong-type", node.at, what=what, expected="text", found=kind_of(node))
        return None

    def numbers(self, node: Node, what: str) -> tuple[float, ...] | None:
        """One number or a list of them."""
        values = [self.number(item, what) for item in items_of(node)]
        return None if None in values else tuple(value for value in values if value is not None)

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """One text or a list of them."""
        return tuple(text for item in items_of(node) if (text := self.text(item, what)) is not None)


def is_korean(text: str) -> bool:
    """Whether `text` holds a Hangul syllable or jamo."""
    return any("가" <= character <= "힣" or "ㄱ" <= character <= "ㆎ" for character in text)


def items_of(node: Node) -> tuple[Node, ...]:
    """The items of a list; anything else is a list of itself."""
    return node.items if isinstance(node, Sequence) else (node,)


def kind_of(node: Node) -> str:
    """`text`, `list`, `mapping` or `nothing`: catalogue words for what was found."""
    if isinstance(node, Sequence):
        return "list"
    if isinstance(node, MappingNode):
        return "mapping"
    return "text" if node.text.strip() else "nothing"


def _shown(node: Node) -> str:
    return f'"{node.text}"' if isinstance(node, Scalar) and node.text.strip() else kind_of(node)


def same(names: Iterable[str]) -> dict[str, str]:
    """Keys without other spellings."""
    return {name: name for name in names}

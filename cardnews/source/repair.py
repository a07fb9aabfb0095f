"""What an author would call a mistake that YAML met, and how reading goes on behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from cardnews.errors import Finding, Place, finding, shortened
from cardnews.source.mend import HEAD, Line, Lines, mend, place_at

MAX_ROUNDS = 60
MAX_COMPOSED = 4_000_000
MAX_DEPTH = 64
MAX_NODES = 100_000


class _LimitError(Exception):
    def __init__(self, rule: str, mark: yaml.Mark) -> None:
        self.rule, self.mark = rule, mark


class _Loader(yaml.CBaseLoader):
    """Stops where a text nests or goes on beyond all reason: PyYAML itself recurses until the process dies."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.depth = self.count = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        self.depth += 1
        self.count += 1
        if (self.depth > MAX_DEPTH or self.count > MAX_NODES) and current_node:
            rule = "nesting-limit" if self.depth > MAX_DEPTH else "node-limit"
            raise _LimitError(rule, current_node.start_mark)

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        # Everything is text, a list or a mapping: nobody asks for the tag.
        return ""

    def ascend_resolver(self) -> None:
        self.depth -= 1


def settle(lines: Lines, shown: str) -> tuple[yaml.Node | None, Lines, list[Finding]]:
    """Compose, mending what fails, until nothing does; the lines as they were composed in the end."""
    found: list[Finding] = []
    said: set[int] = set()
    tried: Counter[int] = Counter()
    blanked = (-1, 0)
    mended = looked = False
    size = sum(len(line.text) + 1 for line in lines)
    for _ in range(max(6, min(MAX_ROUNDS, MAX_COMPOSED // (size + 1)))):
        try:
            root = yaml.compose("\n".join(line.text for line in lines), Loader=_Loader)
        except _LimitError as limit:
            place = place_at(limit.mark.line, limit.mark.column, lines, shown)
            return None, lines, [*found, finding(limit.rule, place, depth=MAX_DEPTH, nodes=MAX_NODES)]
        except yaml.MarkedYAMLError as error:
            before = lines
            if not mended:
                mended = True
                lines, notes = mend(lines, shown)
                found += notes
                said.update(
                    note.place.line - 1 for note in notes if note.rule.startswith(("syntax-quote", "syntax-bracket"))
                )
            if lines == before:
                trouble = _diagnose(error, lines)
                recovered = _recover(trouble, lines) if tried[trouble.line] < 3 else lines
                if trouble.line not in said and not _follows(trouble.line, blanked, lines):
                    place = place_at(trouble.line, trouble.column, lines, shown)
                    # Many documents are cut off at the line, and have no column it should stand in.
                    spaces = recovered[trouble.line].indent if trouble.line < len(recovered) else 0
                    found.append(finding(trouble.rule, place, what=shortened(trouble.what), spaces=spaces))
                lines = recovered
                if lines == before:
                    blanked = trouble.line, lines[trouble.line].indent
                    lines = _blank(trouble.line, lines)
                if lines == before:
                    break
                said.add(trouble.line)
                tried[trouble.line] += 1
            continue
        except yaml.YAMLError:
            return None, lines, [*found, finding("syntax-other", Place(shown, 1, 1), what="")]
        suspects = frozenset() if looked or root is None else frozenset(_suspects(root, lines))
        looked = True
        if suspects:
            before = lines
            lines, notes = mend(lines, shown, suspects)
            found += notes
            if lines != before:
                continue
        return root, lines, found
    return None, lines, [*found, finding("too-many-problems", Place(shown))]


# Without one of these there is neither a tag nor an anchor, nor a key but plain words and quoted ones.
_SUSPICIOUS = re.compile(r"(?:^|[\s\[{,:])[!&?*]|[{,]\s*[#\[{]|[\]}]\s*:", re.MULTILINE)


def _suspects(root: yaml.Node, lines: Lines) -> Iterator[int]:
    """Lines where YAML found a tag, an anchor or a key that is no text: words an author hardly meant that way."""
    if not _SUSPICIOUS.search("\n".join(line.text for line in lines)):
        return
    for node in _walk(root):
        line, column = spot(node.start_mark, lines)
        first = lines[line].text[column : column + 1]
        if first in ("!", "&"):
            yield line
        if isinstance(node, yaml.MappingNode):
            # An explicit key with a value is YAML written on purpose; one without is a question.
            asked = first == "?" and not any(_is_written(value) for _, value in node.value)
            odd = (key for key, _ in node.value if asked or not isinstance(key, yaml.ScalarNode))
            yield from (key.start_mark.line for key in odd)


def _is_written(node: yaml.Node) -> bool:
    return not isinstance(node, yaml.ScalarNode) or bool(node.value or node.style)


def _walk(root: yaml.Node) -> Iterator[yaml.Node]:
    stack, seen = [root], set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            stack.extend(part for pair in reversed(node.value) for part in reversed(pair))
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(reversed(node.value))


class _Trouble(Struct, frozen=True):
    rule: str
    line: int
    column: int
    what: str = ""
    opened: int = 0


_LOOKALIKE = re.compile(r" *(?:- +)*[\w“”‘’\"'-]+(?P<mark>：)")
_GLUED_KEY = re.compile(r" *(?:- +)*[\w-]+(?P<mark>:)(?=\S)")
_GLUED_DASH = re.compile(r" *(?P<mark>-)(?P<key>[^\W\d][\w-]*):(?:\s|$)")
_BARE_KEY = re.compile(r" *(?:- +)*[\w-]+(?P<mark>(?: |$))")


def _diagnose(error: yaml.MarkedYAMLError, lines: Lines) -> _Trouble:
    """What an author would call the mistake behind `error`, and where."""
    problem, context = error.problem or "", error.context or ""
    line, column = spot(error.problem_mark or error.context_mark, lines)
    opened, opening = spot(error.context_mark or error.problem_mark, lines)
    text = lines[line].text
    character, opener = text[column : column + 1], lines[opened].text[opening : opening + 1]
    if "single document" in context + problem:
        return _Trouble("many-documents", line, column)
    if "tab character" in problem or character == "\t":
        return _Trouble("syntax-tab", line, column)
    if "quoted scalar" in context and (opened < line or "end of stream" in problem):
        return _Trouble("syntax-quote", opened, opening, opener)
    if "quoted scalar" in context:
        slash = max(text.rfind("\\", 0, column + 1), 0)
        return _Trouble("syntax-escape", line, slash, text[slash : slash + 2])
    if "flow" in context:
        return _Trouble("syntax-flow", line, column, character, opened)
    if "directive" in context + problem:
        return _Trouble("syntax-directive", line, column)
    if "anchor" in problem or "alias" in problem or "cannot start" in problem:
        return _Trouble("syntax-reserved", line, column, character)
    if any(word in context for word in ("anchor", "alias", "tag")):
        return _Trouble("syntax-reserved", opened, opening, opener)
    if "simple key" in context:
        return _missing_colon(opened, lines) or _Trouble("syntax-other", opened, opening)
    above = line - 1
    while above >= 0 and (not lines[above].text.strip() or lines[above].text.lstrip().startswith("#")):
        above -= 1
    for at in (line, above):
        # The fields of an item whose dash is glued to the first of them seem to belong elsewhere.
        if at >= 0 and (glued := _GLUED_DASH.match(lines[at].text)):
            return _Trouble("syntax-dash-space", at, glued.start("mark"), glued["key"])
    head = HEAD.match(lines[above].text) if above >= 0 and "mapping values" in problem else None
    # Without its colon a line is text, and the field below it is where YAML loses the thread.
    if (
        head
        and not head["key"]
        and head.end("dashes") == lines[line].indent
        and (found := _missing_colon(above, lines))
    ):
        return found
    if column == lines[line].indent or (above >= 0 and lines[line].indent > lines[above].indent):
        return _Trouble("syntax-indentation", line, lines[line].indent)
    return _Trouble("syntax-other", line, column, character)


def spot(mark: yaml.Mark | None, lines: Lines) -> tuple[int, int]:
    """Line and column of `mark`, or the end of the last words before it where it stands behind them all."""
    line = min(mark.line, len(lines) - 1) if mark else 0
    if mark and mark.line == line and lines[line].text.strip():
        return line, mark.column
    while line and not lines[line].text.strip():
        line -= 1
    return line, len(lines[line].text)


def _missing_colon(line: int, lines: Lines) -> _Trouble | None:
    rules = {"syntax-fullwidth": _LOOKALIKE, "syntax-colon-space": _GLUED_KEY, "syntax-colon": _BARE_KEY}
    for rule, pattern in rules.items():
        if match := pattern.match(lines[line].text):
            return _Trouble(rule, line, match.start("mark"), lines[line].text[match.start("mark") :].strip())
    return None


def _follows(line: int, blanked: tuple[int, int], lines: Lines) -> bool:
    """Whether `line` stands below the one last taken out, and is wrong only because of that."""
    above, indent = blanked
    between = lines[above + 1 : line + 1] if 0 <= above < line else ()
    return bool(between) and all(item.indent > indent for item in between if item.text.strip())


def _recover(trouble: _Trouble, lines: Lines) -> Lines:
    """`lines` with the mistake put right as an author might, so that reading goes on behind it."""
    at, column = trouble.line, trouble.column
    line = lines[at]
    if trouble.rule == "many-documents":
        return lines[:at]
    if trouble.rule == "syntax-indentation":
        return _reindent(at, lines)
    if trouble.rule == "syntax-flow":
        fixed = [replace(lines[spot], text="") for spot in range(trouble.opened + 1, at + 1)]
        return (*lines[: trouble.opened], _cut(lines[trouble.opened]), *fixed, *lines[at + 1 :])
    if trouble.rule == "syntax-tab":
        line = line.indented(2 * (len(line.text) - len(line.text.lstrip())))
    elif trouble.rule == "syntax-fullwidth":
        line = replace(line, text=line.text[:column] + ":" + line.text[column + 1 :]).insert((column + 1, " "))
    elif trouble.rule in ("syntax-colon-space", "syntax-dash-space"):
        line = line.insert((column + 1, " "))
    elif trouble.rule == "syntax-colon":
        line = line.insert((column, ":"))
    elif trouble.rule in ("syntax-reserved", "syntax-quote", "syntax-escape"):
        line = replace(line, text=line.text[:column] + " " + line.text[column + 1 :])
    return (*lines[:at], line, *lines[at + 1 :])


def _cut(line: Line) -> Line:
    head = HEAD.match(line.text)
    return replace(line, text=line.text[: head.end()] if head else "")


def _blank(at: int, lines: Lines) -> Lines:
    """`lines` without the words of one, its dashes kept: what stands below it still has an item to belong to."""
    head = HEAD.match(lines[at].text)
    kept = lines[at].text[: head.end("dashes")].rstrip() if head else ""
    kept = "" if kept == lines[at].text else kept
    return (*lines[:at], replace(lines[at], text=kept), *lines[at + 1 :])


_OPENS = re.compile(r":\s*(?:[|>][-+0-9]{0,2})?\s*(?:#.*)?$")


def _reindent(at: int, lines: Lines) -> Lines:
    """`lines` with line `at`, and what stands deeper below it, moved to the nearest column open above it."""
    here = HEAD.match(lines[at].text)
    dashed = bool(here and here["dashes"])
    columns: list[int] = []
    limit = len(lines[at].text) + 1000
    for line in reversed(lines[:at]):
        head = HEAD.match(line.text)
        if not head or not (head["key"] or head["dashes"]) or line.text.lstrip().startswith("#"):
            continue
        spots = [*(match.start() for match in re.finditer("-", head["dashes"]))]
        dashes = [head.start("dashes") + spot for spot in spots]
        keys = [head.start("key")] if head["key"] else []
        columns += [spot for spot in (dashes if dashed else keys) if spot < limit]
        limit = min([limit, *dashes, *keys])
        if not limit:
            break
    own = lines[at].indent
    if not columns:
        return lines
    target = min(columns, key=lambda column: (abs(column - own), -column))
    end = at + 1
    # What stands deeper belongs to it where it opens something, and is only better indented where it does not.
    opens = dashed or _OPENS.search(lines[at].text) is not None
    while opens and end < len(lines) and (not lines[end].text.strip() or lines[end].indent > own):
        end += 1
    moved = (line.indented(line.indent + target - own) if line.text.strip() else line for line in lines[at:end])
    return (*lines[:at], *moved, *lines[end:])

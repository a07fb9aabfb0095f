"""One script checked: read, composed, painted as far as the wanted rules need it, and all findings in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from cardnews.arguments import ArgumentError, sizes_named, theme_named
from cardnews.check.deck import Deck, read_deck
from cardnews.check.rules import RULES, Selection, ids_named, ids_written
from cardnews.compose.sound import answer, compose_sound, read_sound
from cardnews.errors import Finding, Severity, limited, sort_findings
from cardnews.library import Shelf
from cardnews.schema import Checker
from cardnews.script import Script, Size
from cardnews.text.fontbook import FontBook

_FAILURES = ("internal-error", "out-of-memory")


class Checked(Struct, frozen=True):
    """What there is to say about a script, in the order of the file."""

    script: Path
    findings: tuple[Finding, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for item in self.findings)

    @property
    def ok(self) -> bool:
        """Whether nothing of error severity was found."""
        return self.count(Severity.ERROR) == 0

    @property
    def exit_code(self) -> int:
        return 0 if self.ok else 1

    def strict_code(self) -> int:
        """The exit code where warnings count as errors."""
        return 0 if self.ok and self.count(Severity.WARNING) == 0 else 1


def check(
    script: str | Path | Script,
    *,
    sizes: Sequence[str] | None = None,
    theme: str | None = None,
    out: str | Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    pixels: bool = True,
    book: FontBook | None = None,
) -> Checked:
    """Everything that reading, composing and checking have to say about a script; no picture is written.

    `sizes` and `theme` stand in for the script's own; `out` is the folder of its cards where that is not `out/` beside
    it; `select` and `ignore` name rules by their ids, with `*` for any letters; without `pixels`, the rules that need
    painted cards are left out. What the script says under `ignore` is left out, too.

    Raises:
        CardnewsError: where an argument is wrong. Whatever is wrong with the script is in the findings.
    """
    checker = Checker()
    wanted = Selection(ids_named(select, checker), ids_named(ignore, checker))
    if checker.findings:
        raise ArgumentError(checker.findings)
    chosen = sizes_named(sizes)
    path = script.path if isinstance(script, Script) else Path(script)
    shelf = Shelf(path.parent)
    if theme is not None:
        theme = theme_named(theme, shelf)
    loaded = script if isinstance(script, Script) else read_sound(path, shelf)
    found: list[Finding] = list(loaded.findings)
    if loaded.slides:
        folder = None if out is None else Path(out)
        deck = read_deck(loaded, shelf, theme=theme, out=folder, book=book)
        found.extend(_found(deck, chosen or loaded.sizes, wanted, pixels))
    return Checked(path, _kept(loaded, found, wanted))


def _found(deck: Deck, sizes: Sequence[Size], wanted: Selection, pixels: bool) -> list[Finding]:
    """What composing and the wanted rules find."""
    found: list[Finding] = []
    rules = [rule for rule in RULES if wanted.wants_any(rule.ids) and (pixels or rule.needs != "pixels")]
    if wanted.wants_frames() or any(rule.needs != "script" for rule in rules):
        paints = any(rule.needs == "pixels" for rule in rules)
        sets = []
        for size in sizes:
            composed = compose_sound(
                deck.script, size, shelf=deck.shelf, theme=deck.theme, codes=paints, book=deck.book
            )
            found.extend(composed.findings)
            sets.append((size, composed.frames))
        deck = deck.composed(sets)
    for rule in rules:
        try:
            found.extend(rule.run(deck))
        except Exception as error:
            found.extend(answer(error))
    return found


def _kept(script: Script, found: Iterable[Finding], wanted: Selection) -> tuple[Finding, ...]:
    """The findings that are wanted, and that the script does not ask to leave out, each said once."""
    checker = Checker()
    everywhere = ids_written(script.ignore, checker)
    own = {slide.number: ids_written(slide.ignore, checker) for slide in script.slides if slide.ignore}

    def keeps(item: Finding) -> bool:
        # A failure of cardnews itself is nobody's to choose.
        rule = _id(item)
        ignored = Selection(ignore=(*everywhere, *own.get(item.slide or 0, ())))
        return rule in _FAILURES or (wanted.wants(rule) and ignored.wants(rule))

    kept = filter(keeps, (*found, *checker.findings))
    return script.worded(sort_findings(limited(sort_findings(kept))))


def _id(item: Finding) -> str:
    """The id that a finding is known by; that of the many where it stands for more of them."""
    return Finding(dict(item.values)["kind"]).id if item.rule.startswith("more-") else item.id

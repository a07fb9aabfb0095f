"""House terms as a file says them, and where they stand in a text.

    금지: [장애우, 벙어리]          # or `forbidden`; a mapping says why: {장애우: 동정하는 말입니다}
    선호: {불우 이웃: 이웃}          # or `preferred`
    예외: [장애우회]                # or `except`: words in which a term is fine

A term counts where an eojeol begins with it, so that particles may follow; `-우`, as dictionaries write what follows
a word, counts inside eojeol, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from cardnews.errors import Finding, limited
from cardnews.schema import Checker, items_of, kind_of
from cardnews.source.nodes import Entry, Node, Scalar, read_nodes
from cardnews.source.nodes import Mapping as MappingNode
from cardnews.source.text import read_source

MOST_LETTERS = 60
_KEYS = {
    "forbidden": "forbidden",
    "금지": "forbidden",
    "preferred": "preferred",
    "선호": "preferred",
    "except": "except",
    "예외": "except",
}


class Term(Struct, frozen=True):
    """A word not to be used, why, and what to write instead; `anywhere` also inside an eojeol; `file` says so."""

    text: str
    anywhere: bool
    file: str
    instead: str = ""
    why: str = ""


class Match(Struct, frozen=True):
    """A term at the characters `start` to `end` of a text."""

    term: Term
    start: int
    end: int


class _Words:
    """Words, and the beginnings of them, so that looking for the longest one ends where none goes on."""

    def __init__(self, words: Iterable[str]) -> None:
        self.whole = frozenset(words)
        self.begun = frozenset(word[:end] for word in self.whole for end in range(1, len(word)))

    def ends(self, text: str, at: int) -> list[int]:
        """Where words end that stand in `text` at `at`, the longest first."""
        found: list[int] = []
        end = at
        while end < len(text):
            end += 1
            piece = text[at:end]
            if piece in self.whole:
                found.append(end)
            if piece not in self.begun:
                break
        return found[::-1]


class Terms:
    """Terms by how they are compared, and the words in which they are fine."""

    def __init__(self, terms: Mapping[str, Term], fine: Iterable[str] = ()) -> None:
        self.terms = terms
        self._first = _Words(terms)
        self._inside = _Words(word for word, term in terms.items() if term.anywhere)
        self._fine = _Words(fine)

    def find(self, text: str) -> Iterator[Match]:
        """The terms in `text` from left to right, the longest at each place, none inside another."""
        folded, origin = _folded(text)
        at = kept = 0
        while at < len(folded):
            begins = not (folded[at].isalnum() and folded[at - 1 : at].isalnum())
            kept = max(kept, *self._fine.ends(folded, at), 0)
            words = self._first if begins else self._inside
            end = next((one for one in words.ends(folded, at) if _ends(folded, one)), 0)
            if end > kept:
                yield Match(self.terms[folded[at:end]], origin[at], origin[end - 1] + 1)
            at = max(at + 1, end)


def _ends(folded: str, end: int) -> bool:
    """Whether a term may end here: a Latin word or a number does not go on, while particles follow a Hangul one."""
    last, after = folded[end - 1], folded[end : end + 1]
    return not (last.isascii() and last.isalnum() and after.isascii() and after.isalnum())


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` as it is compared, in lower case and with one space for many, and where each character of it was."""
    letters: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(text):
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                origin.append(at)
        else:
            lower = letter.lower()
            letters.append(lower if len(lower) == 1 else letter)
            origin.append(at)
    return "".join(letters), origin


def read_terms(files: Iterable[Path]) -> tuple[Terms, tuple[Finding, ...]]:
    """The terms in those files, and what is wrong with them."""
    terms: dict[str, Term] = {}
    fine: set[str] = set()
    found: list[Finding] = []
    for path in files:
        name = normalize("NFC", path.name)
        shown = str(path.with_name(name))
        source, said = read_source(path, shown)
        node, more = read_nodes(source, shown) if source else (None, ())
        checker = Checker([*said, *more])
        if node is not None:
            _read(node, terms, fine, name, checker)
        found.extend(limited(checker.findings))
    return Terms(terms, (word for word in fine if 0 < len(word) <= MOST_LETTERS)), tuple(found)


def _read(node: Node, terms: dict[str, Term], fine: set[str], file: str, checker: Checker) -> None:
    entries = checker.entries(node, _KEYS, file) or {}
    if "forbidden" in entries:
        for word, why in _forbidden(entries["forbidden"].value, checker):
            _add(terms, word, file, checker, why=why)
    if "preferred" in entries:
        for key, right in _preferred(entries["preferred"], checker):
            _add(terms, key, file, checker, instead=right)
            fine.add(_compared(right))
    if "except" in entries:
        fine.update(map(_compared, checker.texts(entries["except"].value, "except")))


def _forbidden(node: Node, checker: Checker) -> Iterator[tuple[Scalar, str]]:
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield entry.key, (checker.text(entry.value, entry.key.text) or "").strip()
        return
    for item in items_of(node):
        if checker.text(item, "forbidden") is not None and isinstance(item, Scalar):
            yield item, ""


def _preferred(entry: Entry, checker: Checker) -> Iterator[tuple[Scalar, str]]:
    if not isinstance(entry.value, MappingNode):
        found = kind_of(entry.value)
        checker.report("wrong-type", entry.value.at, what=entry.key.text, expected="mapping", found=found)
        return
    for key, value in entry.value.entries:
        right = checker.text(value, key.text)
        if right is not None:
            yield key, right.strip()


def _add(
    terms: dict[str, Term], word: Scalar, file: str, checker: Checker, *, instead: str = "", why: str = ""
) -> None:
    text = normalize("NFC", word.text).strip()
    anywhere = text[:1] in ("-", "~")
    text = text.lstrip("-~ ")
    folded = _compared(text)
    if not any(letter.isalnum() for letter in folded) or len(folded) > MOST_LETTERS:
        checker.report("term-unusable", word.at, name=word.text, most=MOST_LETTERS)
    else:
        terms.setdefault(folded, Term(text, anywhere, file, instead, why))


def _compared(text: str) -> str:
    return _folded(normalize("NFC", text).strip())[0]

"""What people put before the lines of a list: bullets of Korean reports, numbers, boxes to tick."""

from __future__ import annotations

import re

from msgspec import Struct

from cardnews.draft.prose import Prose

# Bullets of reports, from the outermost to the innermost; `ㅇ` and `o` are typed for `○`.
_RANKS = (
    "□■◆◇▶▷►▣◈❑❏❒◎◉★☆◼◻⬛⬜🔹🔸🔷🔶📌",
    "○●◦◯⚫⚪⦁\uf06c\uf0a1ㅇ🔵",
    "-–—−‑―",
    "·•‧∙・ㆍ⋅*+▪▫▸‣⁃∘→⇒☞➢➤➜❖✦✧☛👉\uf0b7\uf0a7\uf0d8\uf076\uf09f\uf077",
)
_TICKS = "☐☑☒✓✔✅☑️✅️\uf0fc\uf0a8\uf06f"
_NOTES = "※⁂"
_RANK = {sign: rank for rank, signs in enumerate(_RANKS) for sign in signs} | dict.fromkeys(_TICKS, 3)
# Signs that are words or numbers where no space follows: `-3℃`, `*참고`, `+α`.
_NEEDS_SPACE = frozenset("-–—−‑―*+ㅇ→⇒·ㆍ・")
_BULLET = re.compile(f"(?P<sign>[{re.escape(''.join(_RANK))}])\ufe0f?(?P<gap>\\s*)(?=\\S)")
_BOX = re.compile(r"\[(?P<tick>[ xX✓]?)\]\s+(?=\S)")
_LATIN_O = re.compile(r"o\s+(?=[가-힣(“‘\"'\d])")
_DATE = re.compile(r"\d{1,4}\s*\.\s*\d{1,2}\s*\.|\d{1,2}\s*[./]\s*\d{1,2}\b")
_NUMBERS = (
    ("1.", re.compile(r"(?P<n>\d{1,2})\.(?:\s+(?=\S)|(?=[^\s\d.]))")),
    ("1)", re.compile(r"(?P<n>\d{1,2})\)\s*(?=\S)")),
    ("(1)", re.compile(r"[(（](?P<n>\d{1,2})[)）]\s*(?=\S)")),
    ("①", re.compile(r"(?P<n>[①-⑳❶-❿➀-➉⓵-⓾])\s*(?=\S)")),
    ("1️⃣", re.compile("(?P<n>\\d)\ufe0f?\u20e3\\s*(?=\\S)")),
    ("가.", re.compile(r"(?P<n>[가나다라마바사아자차카타파하])\.\s+(?=\S)")),
    ("가)", re.compile(r"(?P<n>[가나다라마바사아자차카타파하])\)\s*(?=\S)")),
    ("(가)", re.compile(r"[(（](?P<n>[가나다라마바사아자차카타파하])[)）]\s*(?=\S)")),
    ("㉮", re.compile(r"(?P<n>[㉠-㉻ⓐ-ⓩ])\s*(?=\S)")),
    ("a.", re.compile(r"(?P<n>[a-zA-Z])[.)]\s+(?=\S)")),
    ("Ⅰ", re.compile(r"(?P<n>[Ⅰ-Ⅻⅰ-ⅻ])\s*[.)]?\s+(?=\S)")),
    ("단계", re.compile(r"(?P<n>\d{1,2})\s*단계\s*[.:)]?\s+(?=\S)")),
)
_NUMBER_RANKS = {"Ⅰ": -2, "1.": -1, "단계": 0}


class Marker(Struct, frozen=True):
    """What stands before a line: its `kind`, which lines of one list share, its length, and how deep it usually is."""

    kind: str
    length: int
    rank: int
    ordered: bool = False
    ticked: bool = False
    note: bool = False


def marker_of(text: str) -> Marker | None:
    """The marker that `text` begins with, or None where its first letters are words."""
    if text[:1] in _NOTES and text[1:].strip():
        return Marker("※", len(text) - len(text[1:].lstrip()), 9, note=True)
    if match := _BOX.match(text):
        return Marker("☐", match.end(), 3, ticked=True)
    if match := _BULLET.match(text):
        sign = match["sign"]
        if match["gap"] or (sign not in _NEEDS_SPACE and text[match.end()] != sign):
            kind = "☐" if sign in _TICKS else "○" if sign == "ㅇ" else sign
            return Marker(kind, match.end(), _RANK[sign], ticked=sign in _TICKS)
        return None
    if match := _LATIN_O.match(text):
        return Marker("○", match.end(), 1)
    if _DATE.match(text):
        return None
    for kind, pattern in _NUMBERS:
        if match := pattern.match(text):
            return Marker(kind, match.end(), _NUMBER_RANKS.get(kind, 1), ordered=True)
    return None


def without_marker(prose: Prose) -> Prose:
    """`prose` without the markers it begins with."""
    for _ in range(3):
        found = marker_of(prose.text)
        if found is None or found.ordered:
            break
        prose = prose.cut(found.length)
    return prose

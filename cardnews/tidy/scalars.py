"""How a text is written: plain, in quotes, or as a block of lines, always with the same value."""

from __future__ import annotations

import re
from unicodedata import east_asian_width, normalize

import yaml

from cardnews.tidy.tree import Text

WIDTH = 100  # columns of a line, a Hangul syllable counting two
FOLD = 80  # columns of a line of running text

# What YAML 1.1 or 1.2 takes for a number, a date, a truth value or nothing: its quotes say something to other programs.
_TYPED = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)|[-+]?[\d.][\d_.,:+-]*(?:e[-+]?\d+)?|[-+]?0[xob][\da-f_]+"
    r"|\d{4}-\d\d?-\d\d?(?:(?:t|\s+)\S+.*)?",
    re.IGNORECASE,
)
_ODD_START = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.")
_ODD = re.compile(r":(?:\s|$)|\s#")
_ODD_IN_BRACKETS = re.compile(r"[,\[\]{}]|^[?:]|:\?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_SENTENCE = re.compile(r"[.?!…。]['\"”’)\]]*(?=\s|$)")
_ROUND_QUOTES = "“”‘’＂"  # read as those of a key, and refused, where no others are around them
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x00": "\\0"}


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns, normalize("NFC", text)))


def _columns(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1


def inline(text: Text, *, brackets: bool = False) -> str:
    """`text` in one line: as it is where that is enough, else in quotes."""
    value = text.value
    if value and is_plain(value, brackets) and not (text.sign and _TYPED.fullmatch(value)):
        return value
    if not value and not text.sign:
        return ""
    return quote(value)


def key_text(key: Text, *, brackets: bool = False) -> str:
    """A key: as it is, or with the author's quotes where it needs them."""
    bare = is_plain(key.value, brackets) and not _TYPED.fullmatch(key.value) and key.value[0] not in _ROUND_QUOTES
    return key.value if bare or not key.sign else key.source


def is_plain(value: str, brackets: bool = False) -> bool:
    """Whether `value` needs no quotes."""
    return (
        value == value.strip()
        and not _UNPRINTABLE.search(value)
        and "\n" not in value
        and "\t" not in value
        and not _ODD_START.match(value)
        and not _ODD.search(value)
        and not (brackets and _ODD_IN_BRACKETS.search(value))
    )


def quote(value: str) -> str:
    """`value` in double quotes; in single ones where it holds double quotes or backslashes."""
    if _UNPRINTABLE.search(value) or "\n" in value or "\t" in value:
        return '"' + "".join(map(_escaped, value)) + '"'
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _UNPRINTABLE.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"


def written(text: Text, before: int, indent: int, *, notes: bool = False) -> tuple[str, tuple[str, ...]]:
    """`text` as what stands in its line, which has `before` columns already, and the lines below that."""
    value = text.value
    if "\n" not in value:
        single = inline(text)
        limit = FOLD if notes or len(_SENTENCE.findall(value)) > 1 else WIDTH
        if before + 1 + columns(single) <= limit:
            return single, ()
        return folded(value, indent) or (single, ())
    wide = any(indent + columns(line) > FOLD for line in value.split("\n"))
    found = folded(value, indent) if wide and (notes or text.sign == ">") else None
    return found or literal(value, indent) or (quote(value), ())


def literal(value: str, indent: int) -> tuple[str, tuple[str, ...]] | None:
    """`value` as a block whose line breaks are the author's; None where it cannot be written so."""
    return _block("|", value, value.rstrip("\n").split("\n"), indent)


def folded(value: str, indent: int) -> tuple[str, tuple[str, ...]] | None:
    """`value` as a block that is filled to FOLD columns; None where it cannot, or gains nothing."""
    lines: list[str] = []
    for paragraph in value.rstrip("\n").split("\n"):
        filled = _filled(paragraph, FOLD - indent)
        # An empty line is one line break; a paragraph behind another needs one more.
        lines += ["", *filled] if paragraph and lines else filled
    if len(lines) == 1 and "\n" not in value:
        return None
    return _block(">", value, lines, indent)


def _filled(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for word in _BREAK.split(paragraph):
        if lines[-1] and columns(lines[-1]) + 1 + columns(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _block(sign: str, value: str, lines: list[str], indent: int) -> tuple[str, tuple[str, ...]] | None:
    ends = len(value) - len(value.rstrip("\n"))
    if _UNPRINTABLE.search(value) or ends == len(value):
        return None
    hint = "2" if lines[0][:1] in ("", " ") else ""
    head = sign + hint + ("-", "", "+")[min(ends, 2)]
    below = (*(" " * indent + line if line else "" for line in lines), *[""] * (ends - 1))
    try:
        read = yaml.load(
            "\n".join((f"- {head}", *("  " + line[indent:] if line else "" for line in below), "")), yaml.CBaseLoader
        )
    except yaml.YAMLError:
        return None
    return (head, below) if read == [value] else None

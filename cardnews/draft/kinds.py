"""What the blocks of an article are good for: steps, dates, words, comparisons, figures, definitions, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cardnews.amount import parse_amount
from cardnews.draft.document import Dialog, Facts, Item, Items, Quote, Table
from cardnews.draft.figures import amounts_of, is_whole
from cardnews.draft.labels import is_label
from cardnews.draft.passage import Part
from cardnews.draft.points import KEYED, name_of
from cardnews.draft.prose import NOTHING, Prose, joined

Parts = dict[str, Part]

_WORD = 10  # characters of a word among words
_FEW_WORDS = 6
_CLOCK = r"(?:오전|오후)?\s*\d{1,2}\s*:\s*\d\d|(?:(?:오전|오후)\s*)?\d{1,2}\s*시(?:\s*\d{1,2}\s*분)?"
_DAY = (
    r"(?:19|20)\d\d\s*[년.](?:\s*\d{1,2}\s*[월.])?(?:\s*\d{1,2}\s*[일.])?"
    r"|\d{1,2}\s*월(?:\s*\d{1,2}\s*일|\s*[초중말]|\s*[상중하]순|\s*(?:첫|둘|셋|넷|다섯)째\s*주|\s*마지막\s*주)?"
    r"|\d{1,2}\.\s*\d{1,2}\."
)
# What goes on with a date: `10월 말에`, `5월 이후`.
_GOES_ON = r"(?:[초중말]|[상중하]순|(?:첫|둘|셋|넷|다섯)째|첫\s*주|마지막\s*[주날]|이[후전]|현재|기준|무렵|경)"
_TIME = re.compile(
    rf"(?P<time>(?:{_DAY}|{_CLOCK})(?:\s*[~–-]\s*[\d:.시분월일년\s오전후]{{1,14}})?(?:부터|까지|에)?)\s*[:：,–—-]?\s+(?=\S)"
    rf"(?!{_GOES_ON}(?:[에의은는]|부터|까지|\s|$))"
)
_STEPS = re.compile(r"방법|절차|순서|단계|과정|이렇게|따라")
_TODO = re.compile(r"(?:하세요|주세요|십시오|합시다|마세요|기|할 것|말 것)[.!]?$|^(?:꼭|반드시)\s")
_BEFORE = re.compile(
    r"(?:^|\s)전$|(?:변경|개정|개편|시행|도입|개선)전|기존|현행|종전|이전|지금까지|작년|지난해|전년|오해|before", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=년)")
_AFTER = re.compile(r"(?:^|\s)후$|(?:변경|개정|개편|시행|도입|개선)후?$|이후|앞으로|이제|올해|신규|사실|after", re.I)
_GAP = re.compile(r"(?<=\S)(?:\s*[:：]\s*|\s+)(?=\d)")
_NAME = 24  # characters in which a name ends that an amount follows
_DEFINED = re.compile(
    r"(?P<term>[‘'“\"]?[^\s,.()]{1,12}(?:\s[^\s,.()]{1,8}){0,2}[’'”\"]?)(?:\((?P<origin>[^()]{1,24})\))?(?:이란|란|은|는)\s"
    r"(?P<meaning>.+(?:(?:말|뜻|의미)(?:한다|합니다)|뜻하는 말|가리킨다|가리킵니다|일컫는다|일컫습니다)\.?)$"
)
_VOICE = re.compile(
    r"주민|시민|학생|상인|어린이|청년|청소년|어르신|이용자|씨$|씨\s|엄마|아빠|할머니|할아버지|직장인|농민|노동자|참가자|\(\d{1,2}"
)


def kind_of_items(block: Items, heading: str) -> tuple[str, Parts]:
    """The kind of a list, and its items as the parts of that kind."""
    items = block.items
    texts = [item.text.text for item in items]
    if (charted := _charted([_measured(item) for item in items])) is not None:
        return charted
    plain = not any(item.children for item in items)
    if block.ticked:
        return "todo", {"items": tuple(map(_item, items))}
    times = [_TIME.match(text) for text in texts]
    if len(items) > 2 and all(times):
        return "timeline", {"items": tuple(_dated(item) for item in items)}
    if plain and len(items) >= _FEW_WORDS and all(len(text) <= _WORD for text in texts):
        return "words", {"items": tuple(map(_item, items))}
    if block.ordered and (_STEPS.search(heading) or not re.search(r"\d+\s*가지", heading)):
        return "steps", {"items": tuple({**_item(item), "number": Prose(str(n))} for n, item in enumerate(items, 1))}
    if len(items) > 1 and sum(bool(_TODO.search(text)) for text in texts) * 3 >= len(texts) * 2:
        return "todo", {"items": tuple(map(_item, items))}
    return "list", {"items": tuple(map(_item, items))}


def _item(item: Item) -> Mapping[str, Part]:
    """Head, note and key of an item: a colon, or what hangs below it, parts them."""
    if item.children:
        return {"head": item.text, "note": joined((child.text for child in item.children), "\n")}
    match = KEYED.match(item.text.text)
    if match:
        return {"head": name_of(item.text), "note": item.text.cut(match.end())}
    return {"head": item.text}


def _dated(item: Item) -> Mapping[str, Part]:
    match = _TIME.match(item.text.text)
    rest = item.text.cut(match.end()) if match else item.text
    below = {"note": joined((child.text for child in item.children), "\n")} if item.children else {}
    return {"time": item.text.cut(*match.span("time")) if match else NOTHING, "head": rest, **below}


def kind_of_table(table: Table) -> tuple[str, Parts]:
    """The kind of a table, and its cells as the parts of that kind."""
    compared = _compared(table)
    if compared is not None:
        return "comparison", compared
    whole: Parts = {
        "columns": table.head,
        "rows": tuple({"cells": row, "head": row[0], "rest": row[1:]} for row in table.rows),
    }
    if len(table.rows[0]) == 2 and len(table.rows) > 1:
        amounts = amounts_of([row[1].text for row in table.rows])
        if amounts is not None:
            rows = tuple({"label": row[0], "value": row[1]} for row in table.rows)
            kind = "shares" if is_whole(*amounts) else "bars"
            return kind, {**whole, "rows": rows, "unit": Prose(amounts[0]), "cells": whole["rows"]}
    return "table", whole


def _compared(table: Table) -> Parts | None:
    head = [cell.text for cell in table.head]
    if len(head) not in (2, 3):
        return None
    left, right = head[-2:]
    years = [int(match[0]) if (match := _YEAR.match(name)) else 0 for name in (left, right)]
    follows = 0 < years[0] < years[1] and _YEAR.sub("", left) == _YEAR.sub("", right)
    if not follows and not (_BEFORE.search(left) and _AFTER.search(right)):
        return None
    tags = [{"tag": row[0]} if len(row) == 3 and row[0].text else {} for row in table.rows]
    rows = tuple({**tag, "before": row[-2], "after": row[-1]} for tag, row in zip(tags, table.rows, strict=True))
    if not all(row["before"].text and row["after"].text for row in rows):
        return None
    return {"left": table.head[-2], "right": table.head[-1], "rows": rows}


def _measured(item: Item) -> tuple[Prose, Prose] | None:
    """Name and amount of `솔빛아파트 38%` or `솔빛아파트: 38%`."""
    # The first gap behind which all is one amount: numbers may be in names (`2단지 47%`) and in amounts (`3만 5천 명`).
    for gap in _GAP.finditer(item.text.text[:_NAME]) if not item.children else ():
        if parse_amount(item.text.text[gap.end() :]) is not None:
            return item.text.cut(0, gap.start()), item.text.cut(gap.end())
    return None


def _charted(pairs: Sequence[tuple[Prose, Prose] | None]) -> tuple[str, Parts] | None:
    """Names with amounts of one unit as bars or as the shares of a whole."""
    known = [pair for pair in pairs if pair is not None]
    amounts = amounts_of([amount.text for _, amount in known]) if len(known) == len(pairs) > 2 else None
    if amounts is None or not amounts[0]:
        return None
    rows: tuple[Part, ...] = tuple({"label": name, "value": amount} for name, amount in known)
    cells: tuple[Part, ...] = tuple({"cells": pair, "head": pair[0], "rest": pair[1:]} for pair in known)
    return "shares" if is_whole(*amounts) else "bars", {"rows": rows, "unit": Prose(amounts[0]), "cells": cells}


def _is_time(text: str) -> bool:
    """Whether words are a date or a time and nothing else."""
    match = _TIME.match(f"{text} .")
    return match is not None and match.end("time") == len(text)


def kind_of_facts(facts: Facts) -> tuple[str, Parts]:
    if all(_is_time(label.text) for label, _ in facts.rows) and len(facts.rows) > 1:
        return "timeline", {"items": tuple({"time": label, "head": value} for label, value in facts.rows)}
    charted = None if any(is_label(label.text) for label, _ in facts.rows) else _charted(facts.rows)
    if charted is not None:
        return charted
    rows = tuple({"label": label, "value": value} for label, value in facts.rows)
    return "facts", {"items": rows}


def kind_of_quote(quote: Quote) -> tuple[str, Parts]:
    """`voice` for what people of the place say, `quote` for what is said in an office."""
    spoken = quote.text.text.rstrip(".”").endswith(("요", "?", "죠", "네", "!", "거든요"))
    parts: Parts = {"text": quote.text}
    name, comma, role = quote.who.text.partition(",")
    if comma and role.strip():
        parts |= {"who": quote.who.cut(0, len(name)), "role": quote.who.cut(len(name) + 1)}
    elif quote.who.text:
        parts |= {"who": quote.who}
    return "voice" if _VOICE.search(quote.who.text) or (spoken and not quote.who.text) else "quote", parts


def kind_of_dialog(dialog: Dialog) -> tuple[str, Parts]:
    return "dialog", {"turns": tuple({"text": text, "who": who} for text, who in dialog.turns)}


def definition_in(sentence: Prose) -> Parts | None:
    """Term and meaning of a sentence that says what a word means."""
    match = _DEFINED.match(sentence.text)
    if match is None:
        return None
    parts: Parts = {"term": sentence.cut(*match.span("term")), "meaning": sentence.cut(*match.span("meaning"))}
    if match["origin"]:
        parts["origin"] = sentence.cut(*match.span("origin"))
    return parts

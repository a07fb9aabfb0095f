"""What the blocks of an article are good for: steps, dates, words, comparisons, figures, definitions, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cardnews.draft.document import Dialog, Facts, Item, Items, Quote, Table
from cardnews.draft.figures import amounts_of, is_whole
from cardnews.draft.passage import Part
from cardnews.draft.prose import NOTHING, Prose, joined

Parts = dict[str, Part]

_WORD = 10  # characters of a word among words
_FEW_WORDS = 6
_CLOCK = r"(?:오전|오후)?\s*\d{1,2}\s*:\s*\d\d|(?:(?:오전|오후)\s*)?\d{1,2}\s*시(?:\s*\d{1,2}\s*분)?"
_DAY = (
    r"(?:19|20)\d\d\s*[년.](?:\s*\d{1,2}\s*[월.])?(?:\s*\d{1,2}\s*[일.])?"
    r"|\d{1,2}\s*월(?:\s*\d{1,2}\s*일|\s*[초중말])?|\d{1,2}\.\s*\d{1,2}\."
)
_TIME = re.compile(
    rf"(?P<time>(?:{_DAY}|{_CLOCK})(?:\s*[~–-]\s*[\d:.시분월일년\s오전후]{{1,14}})?(?:부터|까지)?)\s*[:：,–—-]?\s+(?=\S)"
)
_STEPS = re.compile(r"방법|절차|순서|단계|과정|이렇게|따라")
_TODO = re.compile(r"(?:하세요|주세요|십시오|합시다|마세요|기|할 것|말 것)[.!]?$|^(?:꼭|반드시)\s")
_BEFORE = re.compile(
    r"(?:^|\s)전$|(?:변경|개정|개편|시행|도입|개선)전|기존|현행|종전|이전|지금까지|작년|지난해|전년|오해|before", re.I
)
_AFTER = re.compile(r"(?:^|\s)후$|(?:변경|개정|개편|시행|도입|개선)후?$|이후|앞으로|이제|올해|신규|사실|after", re.I)
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
    plain = not any(item.children for item in items)
    if block.ticked:
        return "todo", {"items": tuple(map(_item, items))}
    times = [_TIME.match(text) for text in texts]
    if len(items) > 2 and sum(match is not None for match in times) * 3 >= len(items) * 2:
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
    below = joined((child.text for child in item.children), "\n")
    if below.text:
        return {"head": item.text, "note": below}
    match = re.match(r"(?P<key>[^:：.]{1,14}?)\s*[:：]\s+(?=\S)", item.text.text)
    if match:
        return {"head": item.text.cut(0, match.end("key")), "note": item.text.cut(match.end())}
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
    if not (_BEFORE.search(left) and _AFTER.search(right)):
        return None
    tags = [{"tag": row[0]} if len(row) == 3 and row[0].text else {} for row in table.rows]
    rows = tuple({**tag, "before": row[-2], "after": row[-1]} for tag, row in zip(tags, table.rows, strict=True))
    if not all(row["before"].text and row["after"].text for row in rows):
        return None
    return {"left": table.head[-2], "right": table.head[-1], "rows": rows}


def kind_of_facts(facts: Facts) -> tuple[str, Parts]:
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

"""How a set of cards begins and ends: the opening, and a question to the reader, a last sentence, where to read on."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cardnews.draft.document import Facts, Paragraph, Picture
from cardnews.draft.front import FRONT_BLOCKS, PHONE, addresses_in
from cardnews.draft.invitation import invited
from cardnews.draft.outline import Outline
from cardnews.draft.passage import Part, Passage, picture_part
from cardnews.draft.prose import NOTHING, Prose
from cardnews.draft.quotes import spoken_in
from cardnews.draft.write import sentence
from cardnews.errors import finding

_ALWAYS = 1000.0  # the weight of what no set goes without
_ASKED = 86.0
_SHORT = 35  # characters of a last sentence that a set can close with
_HALF = range(5, 11)  # characters of half a title that fill a line
_PREDICATE = re.compile(r"[가-힣][다요죠까][.?!]?$")
_NOTE = 30  # characters of whom to ask, of which the number alone is enough
_FEW = 3  # blocks of an article that is too short to end with anything but itself


def passages_of(outline: Outline) -> tuple[Passage, ...]:
    """All passages of an article: the opening, its body, and how it ends."""
    # First what the end takes, so that the body does not tell it, too.
    number, last = _last_sentence(outline)
    asked = last.text.endswith(("?", "？"))
    closing = _closing(outline, NOTHING if asked else last)
    question = [Passage("question", {"text": last}, outline.range_of(number), _ASKED, (last,))] if asked else []
    body = invited([*outline.body()], outline)
    return (_opening(outline), *body, *question, *([closing] if closing is not None else []))


def _opening(outline: Outline) -> Passage:
    front = outline.front
    title, subtitle = _halved(front.title, front.subtitle)
    names = {"title": title, "subtitle": subtitle, "kicker": front.kicker}
    parts: dict[str, Part] = {name: text for name, text in names.items() if text}
    picture = next((block for block in outline.blocks if isinstance(block, Picture)), None)
    if picture is not None:
        parts["image"] = picture_part(picture)
    head = [number for number in front.used if number < FRONT_BLOCKS]
    units = 0, outline.starts[max(head, default=-1) + 1]
    return Passage("opening", parts, units, _ALWAYS, tuple(text for text in (front.title, front.subtitle) if text))


def _halved(title: Prose, subtitle: Prose) -> tuple[Prose, Prose]:
    """A title of two halves as title and subtitle where a sentence stands before a name (`…를 쏘다, …개국기`); with a
    line for each where both are short."""
    halves = title.text.split(", ")
    if len(halves) != 2:
        return title, subtitle
    if not subtitle and _PREDICATE.search(halves[0]) and not _PREDICATE.search(halves[1]) and len(halves[1]) > 4:
        return title.cut(0, len(halves[0])), title.cut(len(halves[0]) + 1)
    short = all(len(half) in _HALF for half in halves)
    return (replace(title, text=",\n".join(halves)) if short else title), subtitle


def _last_sentence(outline: Outline) -> tuple[int, Prose]:
    """The last sentence and its block, where it asks the reader or is short enough to close with."""
    for number in range(len(outline.blocks) - 1, -1, -1):
        block = outline.blocks[number]
        if number in outline.front.used or (isinstance(block, Paragraph) and block.remark):
            continue
        # A sentence above facts introduces them.
        if isinstance(block, Facts):
            break
        told = outline.told[number]
        if not told or len(outline.blocks) < _FEW or spoken_in(told[-1]) or addresses_in(told[-1].text):
            break
        last = told[-1]
        if last.text.endswith(("?", "？")) or (len(last) <= _SHORT and last.text.endswith((".", "!"))):
            outline.taken.add((number, len(told) - 1))
            return number, last
        break
    return 0, NOTHING


def _closing(outline: Outline, last: Prose) -> Passage | None:
    """How the set ends; with words that call the reader where the article has none but an address or a name."""
    front = outline.front
    parts: dict[str, Part] = {"text": last} if last else {}
    if front.link:
        parts["link"] = Prose(front.link)
    if front.contact:
        phone = PHONE.search(front.contact.text)
        short = Prose(f"{front.contact.text.split(' ', 1)[0]} {phone[0]}") if phone else front.contact
        parts["note"] = front.contact if len(front.contact) <= _NOTE else short
    if not parts:
        return None
    if front.author:
        parts["source"] = front.author
    # It may show words of any place, and is given the notes of none.
    passage = Passage("closing", parts, (-1, len(outline.units)), _ALWAYS, (last,) if last else ())
    return passage if last else replace(passage, parts={"text": _call(outline), **parts})


def _call(outline: Outline) -> Prose:
    korean = any("가" <= letter <= "힣" for unit in outline.units for letter in unit.text.text)
    call = finding("draft-call" if outline.front.link else "draft-ask")
    return Prose(sentence(call, "ko" if korean else "en"))

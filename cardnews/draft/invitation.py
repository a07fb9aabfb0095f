"""The card of an announcement: when, where, until when, and whom to ask, under the name of what it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from cardnews.draft.document import Paragraph
from cardnews.draft.front import addresses_in
from cardnews.draft.labels import bare, is_contact, is_label
from cardnews.draft.leads import name_in
from cardnews.draft.outline import WEIGHTS, Outline
from cardnews.draft.passage import Part, Passage
from cardnews.draft.prose import NOTHING, Prose, joined, plain
from cardnews.draft.write import sentence
from cardnews.errors import finding

_DEADLINE = re.compile(
    r"(?P<when>(?:(?:19|20)?\d\d년\s*)?(?:\d{1,2}월\s*\d{1,2}일|\d{1,2}\.\s*\d{1,2}\.?)\s*(?:\([월화수목금토일]\))?"
    r"(?:\s*(?:오전|오후)?\s*\d{1,2}(?:시|:\d\d)(?:\s*\d{1,2}분)?)?\s*까지).{0,90}?"
    r"(?P<what>신청|접수|응모|제출|지원|등록|참여)(?:하|해|받|을|를|할)"
)
_ASKS = frozenset("신청 신청방법 신청기간 접수 접수방법 접수기간 모집기간 응모 응모방법 기간 마감".split())
_APPLIES = re.compile(r"신청|접수|모집|응모|지원")
_ABOUT = re.compile(r"안내|신청|접수|참여|모집|개요|일정|문의|참가|방법|언제|어디|행사")
_NAMED = re.compile(r"[‘「『〈《](?P<name>[^‘’「」『』〈〉《》]{2,14})[’」』〉》]")
_SAYS = re.compile(r"[다요죠까][.?!]?$|[,:]")
_LONGEST_NAME = 18  # characters of a name that another word can stand behind
_VALUE = 44  # characters of what a row says
_TITLE = 36  # characters of a sentence that can be a title


def invited(passages: Sequence[Passage], outline: Outline) -> list[Passage]:
    """The passages, with the deadline and the people to ask among the facts: below the last ones there are, or on their
    own where an article tells both."""
    found = [passage if passage.kind != "facts" else _named(passage, outline) for passage in passages]
    last = max((at for at, passage in enumerate(found) if passage.kind == "facts" and _announces(passage)), default=-1)
    known = found[last].items("items") if last >= 0 else ()
    rows = list(_missing([bare(label) for label in _labels(found[last])] if known else [], outline))
    if last >= 0 and rows:
        items = (*known, *(row for row, _ in rows))
        start, end = found[last].units
        found[last] = replace(
            found[last],
            parts={**found[last].parts, "items": items},
            units=(start, max(end, *(units[1] for _, units in rows))),
        )
    elif len(rows) > 1:
        start, end = rows[0][1]
        items = tuple(row for row, _ in rows)
        facts = Passage("facts", {"items": items}, (start, max(end, rows[-1][1][1])), WEIGHTS["facts"])
        found.append(_named(facts, outline))
    return found


def _labels(passage: Passage) -> list[str]:
    return [label.text for item in passage.items("items") if isinstance(label := item.get("label"), Prose)]


def _announces(passage: Passage) -> bool:
    return any(map(is_label, _labels(passage)))


def _missing(labels: Sequence[str], outline: Outline) -> Iterator[tuple[Mapping[str, Part], tuple[int, int]]]:
    """Rows that facts with these labels lack, with the units that they come of."""
    if not _ASKS.intersection(labels):
        yield from _deadline(outline)
    contact = outline.front.contact
    if contact and not any(
        is_contact(label) and not label.startswith(("누리집", "홈페이지", "웹")) for label in labels
    ):
        label, value = plain(contact.text.split(" ", 1)[0]), contact.cut(contact.text.find(" ") + 1)
        yield {"label": label, "value": value}, (0, len(outline.units))


def _deadline(outline: Outline) -> Iterator[tuple[Mapping[str, Part], tuple[int, int]]]:
    """Until when and how a reader may apply, as a sentence says it."""
    for number, block in enumerate(outline.blocks):
        for told in outline.told[number] if isinstance(block, Paragraph) else ():
            match = _DEADLINE.search(told.text)
            if match is None:
                continue
            value = plain(told.text[match.start("when") : match.start("what")])
            for address in addresses_in(value.text):
                value = plain(re.sub(rf"\s*[(（]?{re.escape(address)}[)）]?", "", value.text))
            value = plain(re.sub(r"\s*\S+[을를]$", "", value.text)) if len(value) > _VALUE else value
            value = plain(match["when"]) if len(value) > _VALUE else value
            yield {"label": plain(match["what"]), "value": value}, outline.range_of(number)
            return


def _named(passage: Passage, outline: Outline) -> Passage:
    """Facts under the heading right above them or the sentence that leads to them, else under what they are about."""
    heading, lead = passage.text("heading"), passage.text("lead")
    if heading and (passage.opens or _ABOUT.search(heading.text)):
        return passage
    rest = {name: part for name, part in passage.parts.items() if name != "heading"}
    if lead and (name_in(lead) is not None or len(lead) <= _TITLE):
        return replace(passage, parts=rest)
    return replace(passage, parts={**rest, "heading": _title(passage, outline)})


def _title(passage: Passage, outline: Outline) -> Prose:
    korean = any("가" <= letter <= "힣" for unit in outline.units for letter in unit.text.text)
    rule = "draft-facts-apply" if _APPLIES.search(" ".join(_labels(passage))) else "draft-facts"
    about = Prose(sentence(finding(rule), "ko" if korean else "en"))
    name = _event(outline) if korean else NOTHING
    return joined((name, about)) if name else about


def _event(outline: Outline) -> Prose:
    """The name of what an article announces: in quotation marks, or stressed in its first paragraph."""
    front = outline.front
    told = [sentence for sentences in outline.told[:6] for sentence in sentences][:3]
    for text in (front.title, front.subtitle, *told):
        if match := _NAMED.search(text.text):
            name = text.cut(*match.span())
            if not _SAYS.search(match["name"]):
                return Prose(name.text)
    for text in told:
        for span in text.spans:
            name = text.cut(span.start, span.end)
            if span.mark == "strong" and 2 < len(name) <= _LONGEST_NAME and not _SAYS.search(name.text):
                return Prose(name.text)
    return NOTHING

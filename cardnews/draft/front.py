"""The head and the foot of an article: title, subtitle, who wrote it, where to read on and whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from cardnews.draft.document import Article, Block, Dialog, Facts, Heading, Items, Paragraph, Quote, Table
from cardnews.draft.dressed import SUBTITLE_LEVEL, is_byline, is_kicker
from cardnews.draft.labels import bare, is_contact, is_imprint
from cardnews.draft.prose import NOTHING, Prose, joined
from cardnews.draft.sentences import sentences

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]{}“”‘’\"'가-힣]+")
_LEADS_ON = re.compile(r"누리집|홈페이지|신청|접수|자세|확인|예약|웹|사이트|링크|바로가기")
_AUTHOR = re.compile(r"^(?:글|취재|인터뷰|정리)\s*[|:=·]?\s*\S|기자|작가")
_GREETING = re.compile(r"(?:안녕하|반갑|존경하는|hello\b|dear\b).{0,20}", re.IGNORECASE)
PHONE = re.compile(r"\d{2,4}-\d{3,4}(?:-\d{4})?")
FRONT_BLOCKS = 8  # in which a head is looked for
_LONGEST_SUBTITLE = 50


class Front(Struct):
    """What an article's head and foot say; `used` are the numbers of the blocks that say nothing else."""

    title: Prose = NOTHING
    subtitle: Prose = NOTHING
    kicker: Prose = NOTHING
    author: Prose = NOTHING
    contact: Prose = NOTHING
    link: str = ""
    used: set[int] = field(default_factory=set)


def front_of(article: Article) -> Front:
    """Find head and foot of an article."""
    front = Front()
    meta = dict(article.meta)
    blocks = article.blocks
    for number, block in enumerate(blocks[:FRONT_BLOCKS]):
        if isinstance(block, Heading) and not front.title.text and block.level < 2:
            front.title = block.text
            front.used.add(number)
        elif isinstance(block, Heading) and block.level == SUBTITLE_LEVEL and not front.subtitle.text:
            front.subtitle = block.text
            front.used.add(number)
        elif isinstance(block, Paragraph) and is_kicker(block.text.text) and not front.kicker.text:
            letters = block.text.text.strip("()[]<>【】 ")
            spread = all(len(part) == 1 for part in letters.split(" "))
            front.kicker = Prose(letters.replace(" ", "") if spread else letters)
            front.used.add(number)
    if not front.title.text and "title" in meta:
        front.title = Prose(meta["title"])
    if not front.title.text:
        _instead(blocks, front)
    if not front.subtitle.text:
        _below_title(blocks, front)
    front.subtitle = front.subtitle if front.subtitle.text else Prose(meta.get("subtitle", ""))
    for number, block in enumerate(blocks):
        near = number < FRONT_BLOCKS or number >= len(blocks) - 3
        if near and isinstance(block, Paragraph) and is_byline(block.text.text):
            front.used.add(number)
            if _AUTHOR.search(block.text.text) and not front.author.text:
                front.author = block.text
        elif isinstance(block, Facts):
            _imprint(number, block, front)
    if not front.author.text and (meta.get("author") or meta.get("source")):
        front.author = Prose(meta.get("source") or meta.get("author", ""))
    front.link = meta.get("link", "") or _best_link(blocks)
    return front


def _instead(blocks: Sequence[Block], front: Front) -> None:
    """A title for an article without one: its first heading, else its first sentence that is no greeting."""
    headings = [(number, block) for number, block in enumerate(blocks) if isinstance(block, Heading)]
    if headings:
        front.title = headings[0][1].text
        front.used |= {headings[0][0]} if headings[0][0] <= len(front.used) else set()
        return
    told = [sentence for block in blocks for text in texts_in(block) for sentence in sentences(text) if sentence]
    front.title = next((sentence for sentence in told if not is_greeting(sentence.text)), told[0] if told else NOTHING)


def is_greeting(sentence: str) -> bool:
    """Whether a sentence only greets."""
    return bool(_GREETING.fullmatch(sentence))


def _below_title(blocks: Sequence[Block], front: Front) -> None:
    """A subtitle in the lines right below the title."""
    number = max(front.used, default=-1) + 1
    block = blocks[number] if number < len(blocks) else None
    if not front.title.text or number + 1 >= len(blocks):
        return
    if isinstance(block, Items) and len(block.items) <= 2 and not block.ordered:
        texts = [item.text for item in block.items if not item.children]
        if len(texts) == len(block.items) and all(len(text) <= _LONGEST_SUBTITLE for text in texts):
            front.subtitle = texts[0]
            front.used |= {number} if len(texts) == 1 else set()
    elif isinstance(block, Paragraph) and not block.remark:
        text = block.text.text
        if len(text) <= _LONGEST_SUBTITLE and not re.search(r"[.?!]$", text) and not is_byline(text):
            front.subtitle = block.text
            front.used.add(number)
    front.subtitle = _undashed(front.subtitle)


def _undashed(text: Prose) -> Prose:
    """A subtitle without the dashes that press releases put around it."""
    start = len(text.text) - len(text.text.lstrip(" -–—―─"))
    return text.cut(start, max(start, len(text.text.rstrip(" -–—―─"))))


def _imprint(number: int, facts: Facts, front: Front) -> None:
    """Whom to ask, from the facts about the people behind the text."""
    contacts = [row for row in facts.rows if is_contact(row[0].text)]
    if all(is_imprint(label.text) or is_contact(label.text) for label, _ in facts.rows):
        front.used.add(number)
    if front.contact.text or not contacts:
        return
    asked = next((value for label, value in contacts if bare(label.text).startswith("문의")), None)
    if asked is not None:
        front.contact = joined((Prose("문의"), asked))
    elif number in front.used:
        phone = next((match[0] for _, value in contacts if (match := PHONE.search(value.text))), "")
        front.contact = joined((Prose("문의"), contacts[0][1], *([Prose(phone)] if phone else [])))


def _best_link(blocks: Sequence[Block]) -> str:
    """The address that a reader is most likely to be sent to."""
    found: list[tuple[int, int, str]] = []
    for number, block in enumerate(blocks):
        for text in texts_in(block):
            for sentence in sentences(text):
                links = [link for _, link in sentence.links] + addresses_in(sentence.text)
                near = bool(_LEADS_ON.search(sentence.text)) or (isinstance(block, Facts) and bool(links))
                found += ((near, number, link) for link in links if link.startswith(("http", "www.")))
    return max(found, default=(0, 0, ""))[2]


def addresses_in(text: str) -> list[str]:
    return [match[0].rstrip(".,;:!?") for match in _ADDRESS.finditer(text)]


def texts_in(block: Block) -> Iterator[Prose]:
    """The texts of a block."""
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Quote(text=text, who=who):
            yield from (text, who)
        case Dialog(turns=turns):
            yield from (text for turn in turns for text in turn)
        case Items(items=items):
            for item in items:
                yield item.text
                yield from (below.text for below in item.children)
        case Facts(rows=rows):
            for row in rows:
                yield from row
        case Table(head=head, rows=rows):
            yield from (cell for row in (head, *rows) for cell in row)

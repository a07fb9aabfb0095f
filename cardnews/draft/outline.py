"""An article as passages in order: what each piece of it is, below which heading, and how much it would be missed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cardnews.draft.document import (
    Article,
    Block,
    Dialog,
    Exchange,
    Facts,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from cardnews.draft.figures import figure_in
from cardnews.draft.front import addresses_in, front_of, is_greeting
from cardnews.draft.kinds import (
    definition_in,
    kind_of_dialog,
    kind_of_facts,
    kind_of_items,
    kind_of_quote,
    kind_of_table,
)
from cardnews.draft.leads import only_leads
from cardnews.draft.passage import Part, Passage, picture_part
from cardnews.draft.points import LIST_LEVEL
from cardnews.draft.prose import NOTHING, Prose
from cardnews.draft.quotes import spoken_in
from cardnews.draft.sentences import sentences
from cardnews.draft.units import Unit, units_of

WEIGHTS = {
    "facts": 90.0, "comparison": 85.0, "bars": 85.0, "shares": 85.0, "table": 82.0, "steps": 82.0, "timeline": 82.0,
    "list": 80.0, "todo": 80.0, "exchange": 80.0, "dialog": 80.0, "voice": 78.0, "words": 76.0, "quote": 75.0,
    "figure": 72.0, "definition": 72.0, "section": 70.0, "picture": 60.0, "sentence": 55.0,
}  # fmt: skip
# What is added for the first and the last paragraph, for the author's stress; and for remarks, for sentences that hold
# an address, for headings with nothing below them on their card, for the second quotation of a sentence, for what opens
# a section, and for what explains a single item of a list.
_FIRST, _LAST, _STRESS, _REMARK, _ADDRESS, _BARE, _AGAIN = 40.0, 28.0, 8.0, -25.0, -30.0, -30.0, -22.0
_OPENS, _ABOUT = 12.0, -12.0
_TIMES = 2  # passages that one heading stands above, unless the first of them is a list
_LISTS = frozenset("words list todo steps timeline comparison table bars shares".split())
_FULL = 90  # letters that a card of sentences holds
_DIVIDED = 3  # cards in each section, from which on headings have cards of their own
_LEAD = 50  # characters of a sentence that leads to a list

_Listed = Items | Table | Facts | Quote | Dialog


class Outline:
    """The passages of an article's body, its units, its head, and the units that its sections begin with.

    `divides` says that headings may have cards of their own, which show the sentence below them, too.
    """

    def __init__(self, article: Article, divides: bool = True) -> None:
        self.blocks = article.blocks
        self.front = front_of(article)
        self.units: list[Unit] = []
        self.starts: list[int] = []
        rows = 0
        for block in self.blocks:
            self.starts.append(len(self.units))
            found = units_of(block)
            self.units += (replace(unit, row=unit.row + rows) for unit in found)
            rows += found[-1].row + 1 if found else 0
        self.starts.append(len(self.units))
        self.told = [sentences(block.text) if isinstance(block, Paragraph) else () for block in self.blocks]
        headings = [number for number, block in enumerate(self.blocks) if isinstance(block, Heading)]
        headings = [number for number in headings if number not in self.front.used]
        self.sections = [self.starts[number] for number in headings]
        self.taken: set[tuple[int, int]] = set()  # sentences, by block and number, that stand on a card of their own
        texts = [number for number in range(len(self.blocks)) if self._is_text(number)]
        self.first, self.last = (texts[0], texts[-1]) if texts else (-1, -1)
        self.divided = divides and self._is_divided(headings)
        self._heading = self._outer = NOTHING
        self._headed: Part = NOTHING
        self._left = 0
        self._speaker = NOTHING
        self._waiting: int | None = None
        self._dividers = 0

    def body(self) -> Iterator[Passage]:
        """The passages between head and foot."""
        for passage in map(self._unstuck, self._told()):
            if self._waiting is None:
                yield passage
            else:
                # The heading above has no card of its own, and stands on this one.
                yield replace(
                    passage, units=(self._waiting, passage.units[1]), weight=passage.weight + _OPENS, opens=True
                )
                self._waiting = None

    def _unstuck(self, passage: Passage) -> Passage:
        """A passage without its heading, where that stands on as many cards as it may: it heads what is right below it,
        and only tables and lists go on to need it."""
        heading = passage.parts.get("heading")
        if heading is None or heading is not self._heading:
            return passage
        if self._headed is not heading:
            self._headed, self._left = heading, 1 if passage.kind in _LISTS or passage.kind == "facts" else _TIMES
        self._left -= 1
        if self._left >= 0 or passage.kind in _LISTS:
            return passage
        return replace(passage, parts={name: part for name, part in passage.parts.items() if name != "heading"})

    def block(self, number: int) -> Block | None:
        return self.blocks[number] if 0 <= number < len(self.blocks) else None

    def range_of(self, number: int) -> tuple[int, int]:
        """The units of a block."""
        return self.starts[number], self.starts[number + 1]

    def _is_text(self, number: int) -> bool:
        block = self.blocks[number]
        remark = isinstance(block, Paragraph) and block.remark
        return isinstance(block, Paragraph | _Listed) and not remark and number not in self.front.used

    def _told(self) -> Iterator[Passage]:
        listed = False  # whether the heading stood in a list, and heads what is listed below it only
        for number, block in enumerate(self.blocks):
            if number in self.front.used:
                continue
            if listed and isinstance(self.block(number - 1), Items | Facts) and not isinstance(block, _Listed):
                self._heading, listed = self._outer, False
            if isinstance(block, Heading):
                if self._waiting is not None:
                    yield from self._bare()
                listed = block.level >= LIST_LEVEL
                self._outer = self._outer if listed else block.text
                self._heading = block.text
                self._waiting = self.starts[number]
                if self.divided and block.level < LIST_LEVEL:
                    yield from self._divider(number)
            elif isinstance(block, Paragraph):
                if not self._lead_to(number + 1):
                    yield from self._paragraph(number, block)
            elif isinstance(block, Exchange):
                run = (block.question, *sentences(block.answer))
                yield self._passage("exchange", {"question": block.question, "answer": block.answer}, number, run)
            elif isinstance(block, Picture):
                yield self._passage("picture", {"image": picture_part(block), "alt": block.alt}, number)
            else:
                yield self._listed(number, block)
        if self._waiting is not None:
            yield from self._bare()

    def _bare(self) -> Iterator[Passage]:
        """A heading that nothing stands below."""
        start = self._waiting
        assert start is not None
        self._waiting = None
        parts: dict[str, Part] = {"heading": self._heading}
        yield Passage("section", parts, (start, start + 1), WEIGHTS["section"] + _BARE, (self._heading,))

    def _is_divided(self, headings: list[int]) -> bool:
        """Whether each section fills so many cards that a card for its heading sets it apart."""
        large = [number for number in headings if self._level(number) < LIST_LEVEL]
        ends = [*large[1:], len(self.blocks)]
        return len(large) > 1 and all(
            self._lead_below(start) and sum(map(self._cards, range(start + 1, end))) >= _DIVIDED
            for start, end in zip(large, ends, strict=True)
        )

    def _level(self, number: int) -> int:
        block = self.blocks[number]
        return block.level if isinstance(block, Heading) else -1

    def _cards(self, number: int) -> int:
        """About how many cards a block takes."""
        block = self.blocks[number]
        if isinstance(block, Heading) or number in self.front.used:
            return 0
        return max(1, round(len(block.text) / _FULL)) if isinstance(block, Paragraph) else 1

    def _divider(self, number: int) -> Iterator[Passage]:
        """A heading on a card of its own, unless what stands below it takes it for its title."""
        lead = self._lead_below(number)
        if not lead:
            return
        self._waiting = None
        self._dividers += 1
        parts: dict[str, Part] = {"number": Prose(str(self._dividers)), "lead": lead}
        start, end = self.range_of(number)
        self.taken.add((number + 1, 0))
        passage = self._passage("section", parts, number, (self._heading, lead))
        yield replace(passage, units=(start, min(end + 1 + len(lead.links), self.starts[number + 2])))

    def _lead_below(self, number: int) -> Prose:
        """The first sentence below a heading, where it is one that can stand with it."""
        below = self.block(number + 1)
        told = self.told[number + 1] if isinstance(below, Paragraph) and not below.remark else ()
        if not told or number + 1 in self.front.used or (number + 1, 0) in self.taken:
            return NOTHING
        return NOTHING if spoken_in(told[0]) or self._lead_to(number + 2) else told[0]

    def _paragraph(self, number: int, block: Paragraph) -> Iterator[Passage]:
        bonus = _REMARK if block.remark else _ABOUT if block.about else 0.0
        bonus += _FIRST if number == self.first else _LAST if number == self.last else 0.0
        run: list[Prose] = []
        for index, sentence in enumerate(self.told[number]):
            if (number, index) in self.taken or self._is_address(sentence) or is_greeting(sentence.text):
                continue
            special = [] if block.remark else list(self._special(number, sentence))
            if not special:
                run.append(sentence)
                continue
            yield from self._run(number, run, bonus)
            run, bonus = [], 0.0
            yield from special
        yield from self._run(number, run, bonus)

    def _is_address(self, sentence: Prose) -> bool:
        """Whether a sentence spells out the address that the closing card shows."""
        return bool(self.front.link) and self.front.link in sentence.text

    def _special(self, number: int, sentence: Prose) -> Iterator[Passage]:
        """A sentence that is more than one: somebody speaks, a number strikes, a word is explained."""
        quotes = spoken_in(sentence, self._speaker)
        for again, quote in enumerate(quotes):
            self._speaker = quote.who
            kind, parts = kind_of_quote(quote)
            yield self._passage(kind, parts, number, (sentence,), _AGAIN * again)
        if quotes or addresses_in(sentence.text):
            return
        if parts := definition_in(sentence) or {}:
            yield self._passage("definition", parts, number, (sentence,))
        elif parts := figure_in(sentence) or {}:
            yield self._passage("figure", parts, number, (sentence,))

    def _run(self, number: int, run: list[Prose], bonus: float) -> Iterator[Passage]:
        """Sentences that are no more than that."""
        if run:
            bonus += _STRESS * any(span.mark != "struck" for sentence in run for span in sentence.spans)
            bonus += _ADDRESS * all(addresses_in(sentence.text) for sentence in run)
            yield self._passage("sentence", {}, number, tuple(run), bonus)

    def _listed(self, number: int, block: _Listed) -> Passage:
        if isinstance(block, Items):
            kind, parts = kind_of_items(block, self._heading.text)
        elif isinstance(block, Table):
            kind, parts = kind_of_table(block)
        elif isinstance(block, Facts):
            kind, parts = kind_of_facts(block)
        elif isinstance(block, Dialog):
            kind, parts = kind_of_dialog(block)
        else:
            kind, parts = kind_of_quote(block)
        run = sentences(block.text) if isinstance(block, Quote) else ()
        passage = self._passage(kind, parts, number, run)
        lead = self._lead_to(number)
        if not lead:
            return passage
        units = self.starts[number - 1], self.starts[number + 1]
        return replace(passage, parts={**passage.parts, "lead": lead}, units=units)

    def _lead_to(self, number: int) -> Prose:
        """The paragraph above a list, where it is one short sentence that leads to it."""
        block, before = self.block(number), self.block(number - 1)
        if not isinstance(block, Items | Facts | Table) or not isinstance(before, Paragraph) or before.remark:
            return NOTHING
        if self.front.used & {number - 1, number} or len(before.text) > _LEAD or len(self.told[number - 1]) != 1:
            return NOTHING
        headed = isinstance(self.block(number - 2), Heading) and number - 2 not in self.front.used
        return NOTHING if headed and not only_leads(before.text) else before.text

    def _passage(
        self, kind: str, parts: dict[str, Part], number: int, run: tuple[Prose, ...] = (), bonus: float = 0.0
    ) -> Passage:
        block = self.blocks[number]
        heading = block.about if isinstance(block, Paragraph) and block.about else self._heading
        named: dict[str, Part] = {"heading": heading} if heading else {}
        return Passage(kind, {**named, **parts}, self.range_of(number), WEIGHTS[kind] + bonus, run)

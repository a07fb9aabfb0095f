"""Rules over the author's words: endings that mix, titles said twice, emphasis, length, and hashtags that break."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from cardnews.boxtree import Box
from cardnews.check.deck import Deck, Said
from cardnews.check.endings import Ending, Style, endings
from cardnews.check.platforms import platforms_of
from cardnews.compose.leftout import FAR
from cardnews.errors import Finding
from cardnews.layout import Field, Layout
from cardnews.text.markup import MarkedText

# design.md, 3: emphasis is at most one per card. A third of a text, or half of a short one, is no emphasis any more.
_WIDE, _WIDE_SHORT, _SHORT = 1 / 3, 1 / 2, 18
_ALIKE = 0.8  # share of eojeol that two titles have in common
_LONGEST = 12  # eojeol of what may be a title
_STYLES: dict[Style, str] = {"polite": "합니다체", "plain": "한다체"}
_SPEECH = ("bubble", "speech", "talk")
_SPEAKERS = frozenset({"speaker", "who"})
_WORDS_OF_A_LIST = "item"  # the source of texts that are all there is to an item
_HASHTAG = re.compile(r"(?:(?<=^)|(?<=[\s(\[“‘'\"]))[#＃](\S*)")
_EMOJI_TAGS = frozenset({"instagram", "bluesky", "mastodon"})


def mixed_endings(deck: Deck) -> Iterator[Finding]:
    """Sentences in the style that fewer sentences of the deck have, where some are 합니다 or 해요 and some 한다."""
    speech = {name: _spoken(layout) for name, layout in deck.layouts.items()}
    found = [
        (said, ending)
        for said in deck.texts
        if not said.drawn and not said.value.link and said.source not in speech[said.slide.layout]
        for ending in endings(said.text)
    ]
    counts = Counter(ending.style for _, ending in found)
    if len(counts) < 2:
        return
    # Where both are as many, the first sentence sets the tone.
    order: list[Style] = sorted(counts, key=lambda style: (-counts[style], style != found[0][1].style))
    tone, other = order[0], order[1]
    for said, ending in found:
        if ending.style == other:
            yield _mixed(said, ending, tone, counts[tone])


def _mixed(said: Said, ending: Ending, tone: Style, count: int) -> Finding:
    return said.finding(
        "mixed-endings",
        ending.start,
        words=said.text[ending.start : ending.end],
        style="해요체" if said.text[ending.end - 1] in "요죠" else _STYLES[ending.style],
        other=_STYLES[tone],
        count=count,
    )


def _spoken(layout: Layout) -> frozenset[str]:
    """The sources of a layout's texts that are somebody's speech: in a bubble, or beside the name of who says it."""

    def named(fields: Sequence[Field], before: str = "") -> Iterator[str]:
        if _SPEAKERS & {field.name for field in fields}:
            yield from (before + field.name for field in fields if field.name in ("text", "quote"))
        for field in fields:
            if field.type == "list":
                yield from named(field.of, "item.")

    def boxed(box: Box, inside: bool) -> Iterator[str]:
        inside = inside or box.tail is not None or any(name.startswith(_SPEECH) for name in box.surface)
        if inside and box.kind == "text":
            yield box.source
        for child in box.children:
            yield from boxed(child, inside)

    return frozenset((*named(layout.fields), *boxed(layout.body, False)))


def repeated_titles(deck: Deck) -> Iterator[Finding]:
    """Slides whose main text an earlier slide has already, in the same words or nearly so."""
    titles = [said for said in deck.texts if said.source == _main(deck.layouts[said.slide.layout])]
    plain = [tuple(_words(said.text)) for said in titles]
    told: set[int] = set()
    for one, two in combinations(range(len(titles)), 2):
        if two in told or not plain[one] or titles[one].slide.number == titles[two].slide.number:
            continue
        first = titles[one].slide.number
        if plain[one] == plain[two]:
            told.add(two)
            yield titles[two].finding("duplicate-title", name=titles[two].called, first=first)
        elif _alike(plain[one], plain[two]):
            told.add(two)
            yield titles[two].finding("similar-title", name=titles[two].called, first=first)


def _main(layout: Layout) -> str:
    """The field that carries a slide: the first text that it cannot do without."""
    texts = [field for field in layout.fields if field.type == "text"]
    return next((field.name for field in texts if field.required), texts[0].name if texts else "")


def _words(text: str) -> Iterator[str]:
    """The eojeol of a text without marks and upper case."""
    for word in text.split():
        kept = "".join(letter for letter in word if letter.isalnum()).casefold()
        if kept:
            yield kept


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two titles have most eojeol in common, in order, their particles and endings aside."""
    if max(len(one), len(two)) > _LONGEST or min(len(one), len(two)) < 2:
        return False
    if 2 * min(len(one), len(two)) < _ALIKE * (len(one) + len(two)):
        return False
    # `물음 1` and `물음 2` are told apart by their numbers.
    if re.findall(r"\d+", " ".join(one)) != re.findall(r"\d+", " ".join(two)):
        return False
    # Stems that agree begin alike; most titles share no beginning, and need no alignment.
    begun = {word[:2] for word in two}
    if 2 * sum(word[:2] in begun for word in one) < _ALIKE * (len(one) + len(two)):
        return False
    row = [0] * (len(two) + 1)
    for left in one:
        before = 0
        for at, right in enumerate(two, 1):
            before, row[at] = row[at], before + 1 if _same_stem(left, right) else max(row[at], row[at - 1])
    return 2 * row[-1] >= _ALIKE * (len(one) + len(two))


def _same_stem(one: str, two: str) -> bool:
    if one == two:
        return True
    shared = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(one), len(two)) if shared is None else shared
    return shared >= 2 and 2 * shared >= max(len(one), len(two))


def emphasis(deck: Deck) -> Iterator[Finding]:
    """Marks that cover too much of a text, and cards with more than one of them."""
    for slide in deck.script.slides:
        marked = [(said, runs) for said in deck.of_slide(slide.number) if (runs := _emphasized(said.marked))]
        for said, runs in marked:
            letters = _letters(said.text)
            inside = sum(_letters(said.text[start:end]) for start, end in runs)
            if inside > letters * (_WIDE if letters >= _SHORT else _WIDE_SHORT) and not _is_one_word(said, runs):
                yield said.finding("emphasis-wide", runs[0][0], name=said.called, share=round(100 * inside / letters))
        # The same field of every item of a list is one device.
        devices: dict[object, tuple[Said, int]] = {}
        for said, runs in marked:
            for start, _ in runs:
                devices.setdefault(said.source if said.listed else (said.source, start), (said, start))
        if len(devices) > 1:
            said, start = list(devices.values())[1]
            yield said.finding("emphasis-many", start, found=len(devices))


def _is_one_word(said: Said, runs: Sequence[tuple[int, int]]) -> bool:
    """Whether one eojeol of several is marked, which is emphasis however long it is."""
    marked = "".join(said.text[start:end] for start, end in runs).strip()
    return len(runs) == 1 and not any(letter.isspace() for letter in marked) and len(said.text.split()) > 1


def _emphasized(marked: MarkedText) -> list[tuple[int, int]]:
    """The emphasized runs of a text; runs with nothing but spaces and marks between them are one."""
    runs: list[tuple[int, int]] = []
    for span in marked.spans:
        if span.mark == "struck":
            continue
        if runs and not _letters(marked.text[runs[-1][1] : span.start]):
            runs[-1] = (runs[-1][0], max(runs[-1][1], span.end))
        else:
            runs.append((span.start, span.end))
    return runs


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def over_length(deck: Deck) -> Iterator[Finding]:
    """Texts longer than the layout is made for; of those far longer composing speaks."""
    for said in deck.texts:
        far = said.most is not None and len(said.text) > FAR * said.most and said.source != _WORDS_OF_A_LIST
        if said.most is not None and len(said.text) > said.most and not far and not said.value.link:
            yield said.finding("over-length", name=said.called, found=len(said.text), most=said.most)


def hashtags(deck: Deck) -> Iterator[Finding]:
    """Hashtags that end before their word does, or are none at all, where the cards will be published."""
    emoji = all(platform in _EMOJI_TAGS for platform in platforms_of(deck.script))
    for said in deck.texts:
        for match in _HASHTAG.finditer(said.text) if "#" in said.text or "＃" in said.text else ():
            word = match[1]
            end = next((at for at, letter in enumerate(word) if not _in_hashtag(letter, emoji)), len(word))
            tag = "#" + word[:end]
            if any(letter.isalnum() for letter in word[end:]):
                at = match.start(1) + end
                yield said.finding("hashtag-broken", at, tag="#" + word, kept=tag, character=word[end])
            elif word[:end].isdigit() and end > 2:
                yield said.finding("hashtag-number", match.start(), tag=tag)


def _in_hashtag(letter: str, emoji: bool) -> bool:
    """Letters, marks, digits and the underscore (twitter-text's rule, which Meta's services share); emoji on some."""
    category = unicodedata.category(letter)
    return category[0] in "LMN" or letter in "_\u200d\ufe0f" or (emoji and category == "So")

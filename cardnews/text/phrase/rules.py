"""The table of rules about gaps between eojeol, and the tests they are made of."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from cardnews.text.phrase.affixes import is_form_of
from cardnews.text.phrase.auxiliary import assists
from cardnews.text.phrase.bonds import (
    binds,
    can_do,
    counts,
    dates,
    extends_name,
    is_counter,
    is_like,
    leans,
    modifies,
    places,
    relates,
    says,
)
from cardnews.text.phrase.forms import Word
from cardnews.text.phrase.words import BEFORE_NUMBERS


class Gap(Struct, frozen=True):
    """A gap between two eojeol, with the eojeol before and after those; one that is not there has no text."""

    earlier: Word
    before: Word
    after: Word
    later: Word


Test = Callable[[Gap], bool]


class GapRule(Struct, frozen=True):
    """One piece of knowledge about a gap.

    Labels are those of a designer who judges a break: 0 a natural pause, 1 fine, 2 awkward, 3 wrong. A rule of
    `HOLDING` says how bad a break would be, whatever else is known; those of `NUDGING` each add to what is usual.
    `behind` are the kinds of eojeol the rule looks behind (all where there are none); `paused` says that it also
    looks behind a comma or a full stop.
    """

    id: str
    label: float
    test: Test
    behind: tuple[str, ...] = ()
    paused: bool = False


_NOMINAL = frozenset("noun subject object topic place way also and genitive".split())
_HEADS = frozenset("noun number numeral determiner possessive and genitive adnominal".split())
_VERBS = frozenset("adnominal final clause and-then infinitive numeral number nominal".split())
_CASES = ("subject", "object", "place", "way", "also", "topic")
_DASHES = "—–―~/|·-"
_QUOTES = tuple("“‘\"'「『《〈")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"))
_NUMBERS = ("number", "quantity", "numeral")
_TIMES = frozenset("이번 저번 지난번 다음번 올해 작년 내년 지난해".split())
_GOING = (
    "가",
    "간",
    "갈",
    "갑",
    "갔",
    "오",
    "온",
    "올",
    "옵",
    "왔",
    "와",
    "나가",
    "나간",
    "나오",
    "나온",
    "나섰",
    "다니",
    "다녀",
)
_BOUNDS = frozenset("이상 이하 미만 초과 이내".split())
_TIME_NOUNS = frozenset("때 뒤 후 채 다음 동안 순간 사이 무렵 직후 직전 이후 즉시 끝".split())
_AFTER_NOMINAL = ("위해", "위한", "위하", "바랍", "바라", "바란", "쉽", "쉬운", "시작", "마련", "십상", "일쑤")


def _in_short_title(gap: Gap) -> bool:
    """The gap parts what stands in one pair of quotation marks or brackets, of no more than three eojeol."""
    words = (gap.earlier.text, gap.before.text, gap.after.text, gap.later.text)
    for opening, closing in _PAIRS:
        opened = next((at for at in (1, 0) if words[at].rfind(opening) > words[at].rfind(closing)), None)
        closed = next((at for at in (2, 3) if closing in words[at]), None)
        if opened is not None and closed is not None and closed - opened <= 2:
            between = "".join(words[opened:closed])
            return closing not in between[between.rfind(opening) :]
    return False


def _always(gap: Gap) -> bool:
    return True


def _verb_next(gap: Gap) -> bool:
    return gap.after.predicate


def _bare(word: Word) -> bool:
    """A noun without a particle and without a mark behind it."""
    return word.kind == "noun" and not word.pause


def _ends(gap: Gap) -> bool:
    """`after` is the last word of its clause."""
    return gap.after.pause in ("sentence", "comma") or not gap.later.text


def _phrase_next(gap: Gap) -> bool:
    """`after` begins a noun phrase of two words or more."""
    return not gap.after.pause and gap.after.kind in _HEADS and bool(gap.later.text)


def _chain_next(gap: Gap) -> bool:
    return _bare(gap.before) and _bare(gap.after) and gap.later.kind in _NOMINAL


def _behind_bound(gap: Gap) -> bool:
    """`before` is itself a bound noun, or a noun of time behind a nominal form on -기."""
    earlier, before = gap.earlier, gap.before
    if before.pause or not earlier.core or before.kind not in ("noun", "place", "way", "topic", "also"):
        return False
    return binds(earlier, before) or (earlier.core[-1] == "기" and places(before))


def _leaning(gap: Gap) -> bool:
    return not gap.before.pause and leans(gap.after)


def _lone_noun(gap: Gap) -> bool:
    """A noun of one syllable that has lost its particle to the verb or count behind it: 비 오는, 물 한 컵."""
    before = gap.before
    if before.size != 1 or before.pause or gap.after.kind not in _VERBS or places(before) or _behind_bound(gap):
        return False
    return gap.earlier.kind not in ("numeral", "number", "quantity")


def _nominal_tail(gap: Gap) -> bool:
    """A form on -기 before what takes one: 알기 위해, 다투기 전에. Short nouns on 기 go before 전에 as well."""
    before = gap.before
    if before.core[-1:] != "기" or before.size < 2:
        return False
    verbal = before.kind == "nominal" or before.size > 2
    return gap.after.core.startswith(_AFTER_NOMINAL) or (verbal and places(gap.after))


def _there_is(gap: Gap) -> bool:
    core = gap.after.core
    return core.startswith(("아니", "아닌", "아닙")) or (gap.after.predicate and core[:1] in "있없되된될됩됐돼많")


def _serial_verb(gap: Gap) -> bool:
    """-아서 right before another verb says how, not why: 찾아가서 묻고."""
    return gap.before.core[-1:] == "서" and gap.after.predicate


def _and_then(gap: Gap) -> bool:
    """-고 that joins; of what might be a noun on 고 only behind its object: 소음을 재고."""
    return gap.before.kind == "and-then" or (gap.before.core[-1:] == "고" and gap.earlier.kind == "object")


def _short_verb(gap: Gap) -> bool:
    return gap.after.predicate and gap.after.size <= 2


def _short_pair(gap: Gap) -> bool:
    return gap.after.predicate and gap.after.size <= 3 and gap.before.size <= 2


def _short_ending(gap: Gap) -> bool:
    """A last verb of few syllables, which would stand alone on its line."""
    return gap.after.predicate and gap.after.size <= 3 and _ends(gap)


def _listing(gap: Gap) -> bool:
    return gap.before.pause == "comma" and "comma" in (gap.earlier.pause, gap.after.pause)


def _adnominal_phrase(gap: Gap) -> bool:
    """What is modified is longer than a word, so that a break before it is not as bad: 함께하는 독서 모임."""
    return modifies(gap.before) and (_phrase_next(gap) or gap.after.opens)


def _behind_place(gap: Gap) -> bool:
    if gap.before.pause or not places(gap.before):
        return False
    return gap.earlier.kind in ("noun", "quantity", "nominal", "adnominal")


def _behind_counter(gap: Gap) -> bool:
    return gap.earlier.kind in ("numeral", "number") and is_counter(gap.before)


def _unless_counted(gap: Gap) -> bool:
    """A counter with 만 or 지만 is no connective: 네 가지만."""
    return not (gap.earlier.kind in ("numeral", "number") and is_counter(gap.before))


def _is_behind(gap: Gap) -> bool:
    """다음 and 전 behind what they follow are no determiners: 멈춘 다음, 외출 전."""
    if gap.before.core not in ("다음", "전"):
        return False
    return modifies(gap.earlier) or (gap.earlier.kind in ("noun", "quantity", "nominal") and not gap.earlier.pause)


def _this_time(gap: Gap) -> bool:
    """이번, 저번 before their noun: 이번 선거에서."""
    return gap.before.core in _TIMES and not gap.before.pause and gap.after.kind in _NOMINAL and not gap.after.predicate


def _threshold(gap: Gap) -> bool:
    """A number before what makes it a bound: 만 65세 이상, 두 개 이상."""
    counted = gap.before.kind in ("quantity", "number") or _behind_counter(gap)
    return counted and not gap.before.pause and is_form_of(gap.after.core, _BOUNDS)


def _purpose(gap: Gap) -> bool:
    """-러 before a verb of going: 놀러 오세요."""
    return gap.before.core[-1:] == "러" and gap.after.core.startswith(_GOING)


def _lone_adverb(gap: Gap) -> bool:
    return gap.before.size == 1 and not gap.before.pause


def _time_clause(gap: Gap) -> bool:
    """A noun of time behind an adnominal form ends a clause: 떠난 뒤, 아플 때."""
    return is_form_of(gap.before.core, _TIME_NOUNS) and _behind_bound(gap)


def _about(gap: Gap) -> bool:
    return gap.before.core in BEFORE_NUMBERS and not gap.before.pause and gap.after.kind in _NUMBERS


HOLDING = (
    GapRule("bound-noun", 3.0, lambda gap: binds(gap.before, gap.after)),
    GapRule("leaning-noun", 3.0, _leaning, ("noun", "nominal", "quantity")),
    GapRule("can-do", 2.85, lambda gap: can_do(gap.before, gap.after)),
    GapRule("numeral-counter", 3.0, _always, ("numeral",)),
    GapRule("number-unit", 3.0, lambda gap: counts(gap.before, gap.after), ("number",)),
    GapRule("about-number", 2.6, _about),
    GapRule("date", 3.0, lambda gap: dates(gap.before, gap.after), ("noun", "quantity", "loose")),
    GapRule(
        "determiner", 2.9, lambda gap: not gap.before.pause and not _about(gap) and not _is_behind(gap), ("determiner",)
    ),
    GapRule("this-time", 2.6, _this_time, ("loose",)),
    GapRule("threshold", 2.8, _threshold),
    GapRule("possessive", 2.8, lambda gap: gap.before.size == 1, ("possessive",)),
    GapRule("negation", 3.0, _always, ("negation",)),
    GapRule("auxiliary", 2.9, lambda gap: assists(gap.before, gap.after)),
    GapRule("quotation-verb", 2.6, lambda gap: says(gap.before, gap.after), ("quote",)),
    GapRule("postposition", 2.1, lambda gap: relates(gap.before, gap.after), ("place", "object", "and", "way")),
    GapRule("name-title", 3.0, lambda gap: extends_name(gap.before, gap.after)),
    GapRule("gloss", 2.6, lambda gap: gap.after.text[:1] in tuple("(（[")),
    GapRule("in-bracket", 2.7, lambda gap: gap.before.text.rfind("(") > gap.before.text.rfind(")")),
    GapRule("bullet", 3.0, lambda gap: gap.before.text[:1] not in _DASHES, ("mark",)),
    GapRule("like", 2.6, lambda gap: not gap.before.pause and is_like(gap.after), ("noun", "quantity", "possessive")),
    GapRule("lone-noun", 2.7, _lone_noun, ("noun",)),
    GapRule("lone-last", 2.9, lambda gap: gap.after.size == 1 and gap.after.kind == "noun" and _ends(gap)),
    GapRule("lone-place", 2.9, lambda gap: gap.after.size == 1 and places(gap.after), ("noun", "quantity")),
    GapRule("nominal-tail", 2.7, _nominal_tail),
)
NUDGING = (
    GapRule("sentence-end", -1.1, lambda gap: gap.before.pause == "sentence", paused=True),
    GapRule("comma", -0.9, lambda gap: gap.before.pause == "comma", paused=True),
    GapRule("listing", 0.1, _listing, ("noun", "quantity"), paused=True),
    GapRule("clause-end", -0.8, _unless_counted, ("clause",)),
    GapRule("serial-verb", 0.7, _serial_verb, ("clause",)),
    GapRule("and-then", -0.65, _and_then, ("and-then", "noun")),
    GapRule("infinitive", -0.5, _always, ("infinitive",)),
    GapRule("quotation", -0.2, lambda gap: not modifies(gap.before), ("quote",)),
    GapRule("topic", -0.2, _always, ("topic",)),
    GapRule("topic-first", 0.1, lambda gap: not gap.earlier.text or gap.earlier.pause != "", ("topic",)),
    GapRule("subject", -0.1, _always, ("subject",)),
    GapRule("subject-verb", 0.2, _verb_next, ("subject",)),
    GapRule("there-is", 0.35, _there_is, ("subject",)),
    GapRule("short-object", 0.2, lambda gap: gap.after.predicate and gap.before.size <= 3, ("object",)),
    GapRule("short-verb", 0.1, _short_verb, _CASES),
    GapRule("short-pair", 0.15, _short_pair, _CASES),
    GapRule("place", -0.1, _always, ("place", "way")),
    GapRule("place-verb", 0.3, _verb_next, ("place", "way")),
    GapRule("coordination-short", 0.3, lambda gap: gap.after.size <= 3 and not _phrase_next(gap), ("and",)),
    GapRule("genitive", 0.65, _always, ("genitive",)),
    GapRule("adnominal", 0.75, lambda gap: modifies(gap.before), ("adnominal", "quote")),
    GapRule("adnominal-phrase", -0.45, _adnominal_phrase, ("adnominal", "quote")),
    GapRule("our", 0.45, _always, ("possessive",)),
    GapRule("adverb", 0.25, _always, ("close",)),
    GapRule("lone-adverb", 0.3, _lone_adverb, ("close",)),
    GapRule("adverb-verb", 0.4, _verb_next, ("close",)),
    GapRule("loose-adverb", 0.0, _always, ("loose",)),
    GapRule("conjunction", -0.1, _always, ("conjunction",)),
    GapRule("place-noun", 0.2, lambda gap: places(gap.after), ("noun", "quantity", "nominal")),
    GapRule("behind-place-noun", -0.35, _behind_place, ("noun",)),
    GapRule("counted-noun", 0.5, lambda gap: _bare(gap.before) and gap.after.kind in ("numeral", "number"), ("noun",)),
    GapRule("quantity-after", 0.4, lambda gap: _bare(gap.before) and gap.after.kind == "quantity", ("noun",)),
    GapRule("quantity", 0.1, _always, ("quantity",)),
    GapRule("behind-counter", -0.2, _behind_counter, ("noun",)),
    GapRule("compound-noun", 0.7, lambda gap: _bare(gap.before) and gap.after.kind in _NOMINAL, ("noun",)),
    GapRule("compound-seam", -0.1, lambda gap: _chain_next(gap) and gap.before.size >= 3, ("noun",)),
    GapRule("compound-middle", -0.15, lambda gap: _chain_next(gap) and _bare(gap.earlier), ("noun",)),
    GapRule("noun-verb", 0.55, lambda gap: _bare(gap.before) and gap.after.predicate, ("noun",)),
    GapRule("behind-bound", -0.5, _behind_bound),
    GapRule("time-clause", -0.9, _time_clause),
    GapRule("lone-before", 0.15, lambda gap: gap.before.size == 1),
    GapRule("lone-after", 0.2, lambda gap: gap.after.size == 1 and gap.after.kind == "noun"),
    GapRule("dash", 0.15, lambda gap: gap.before.text[:1] in _DASHES, ("mark",)),
    GapRule("credit", -1.2, lambda gap: gap.after.text[:1] in "—–―-" and bool(gap.before.pause), paused=True),
    GapRule("short-title", 0.6, _in_short_title),
    GapRule("before-quote", -0.3, lambda gap: gap.after.text[:1] in _QUOTES),
    GapRule("close-quote", 0.3, lambda gap: gap.before.pause == "close" and gap.before.kind != "final"),
    GapRule("quote-end", -0.8, lambda gap: gap.before.pause == "close", ("final",)),
    GapRule("must", -0.6, lambda gap: not gap.after.predicate, ("must",)),
    GapRule("purpose", 1.3, _purpose, ("clause",)),
    GapRule("serial-and", 0.7, lambda gap: _short_verb(gap) and _ends(gap), ("and-then",)),
    GapRule("short-ending", 0.3, _short_ending),
    GapRule("short-words", 0.15, lambda gap: gap.before.size + gap.after.size <= 4),
    GapRule("long-words", -0.1, lambda gap: gap.before.size + gap.after.size >= 10),
)
GAP_RULES: tuple[GapRule, ...] = (*HOLDING, *NUDGING)

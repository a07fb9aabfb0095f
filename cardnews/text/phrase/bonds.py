"""What holds two eojeol together: closed classes and the endings they follow."""

from __future__ import annotations

import re

from cardnews.text.phrase.affixes import Affixes, are_particles, is_form_of
from cardnews.text.phrase.forms import Word
from cardnews.text.phrase.stems import final_consonant, is_reu_stem
from cardnews.text.phrase.words import (
    BOUND_NOUNS,
    CLOCK_WORDS,
    COUNTERS,
    LEANING_NOUNS,
    PLACE_NOUNS,
    SURNAMES,
    TITLES,
)

# Those bound nouns that nothing else is spelled like: they hold also to what may be a noun.
_SURE_BOUND = Affixes("수 때 것 거 줄 만큼 뿐 지 리 터 뻔 게 걸 건 채 적 데 듯 척 한 법 편 셈").members
_AFTER_RIEUL = Affixes("수 때 것 거 줄 만큼 뿐 지 법 리 터 뻔 게 걸 건 즈음 무렵 정도 셈 텐 테").members
_AFTER_OBJECT = Affixes("수 때 것 거 줄 만큼 뿐 리 터").members
# What 난 is the verb before, not the pronoun: 사고가 난 지.
_AFTER_PASSED = frozenset({"지", "뒤", "뒤에", "후", "후에", "곳", "것", "데", "날"})
_THINGS = frozenset({"것", "거", "뿐", "만큼"})
_NEXT = frozenset("가는도를을이은에만까들인일예였밖입으의과와로")
# Bound nouns grown together with what follows them.
_BOUND_VERB = Affixes(
    "[만듯법뻔척체양성]하[다고여며면지네는] [만듯법뻔척체양성][한할합해했싶] 텐데 테니 테고 테지 텐 겁니 "
    "거[예야라니든] 건[데가지] 걸[로까] 걸 데[서로야] 지도 점[이은을에도]"
)
# Titles are an open class: behind what is surely no inflected word their commonest endings do as well.
_TITLE_ENDINGS = Affixes("[장원관사] 감독 교수 교사 의원 기자 작가 대표 님")
_LIKE = Affixes("같은 같이 같아 같[았습네지다] 말고")
_POSTPOSITION = Affixes(
    "[대위의관통비인][해한] [대위의관통비인]하여 [대위의관통비인]해[서도는선] [대위의관통비인]해서[는도] "
    "[대위의관통비인]하여[도서는]"
).members
_POSTPOSITION_STEMS = Affixes("따라 따른 따르면 걸쳐 걸친 불구 위하 향해 향한 둘러싼 비롯")
_MODALS = Affixes("수 수[가는도] 수밖에 줄 줄[을은도만] 리 리[가는도] 것 뻔 척 체 만 듯 적 적[이은도] 법 뿐 데").members
_AFTER_MODAL = Affixes("있 없 밖 안다 아는 압 알 모르 모른 몰 모를 같 하 한 할 했 해 아니 아닌 싶")
_SAY = Affixes("하고 하는 하며 하면 하지 하니 하[던다자] 한 할 합 했 해")
_DATE_PART = re.compile(r"\d+(?:년|월)$")
_DATE_NEXT = re.compile(r"\D{0,2}\d+(?:월|일|시)")
_DAY_PARTS = frozenset("오전 오후 새벽 아침 낮 저녁 밤".split())
_HOURS = frozenset("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split())
_CLOCK_NEXT = re.compile(r"\D{0,2}\d+(?:시|분|[:~])")


def extends_name(before: Word, after: Word) -> bool:
    """A person's name before a title: 김민수 과장."""
    name = before.core
    if before.pause or len(name) != 3 or name[0] not in SURNAMES:
        return False
    if before.kind in ("adnominal", "topic", "subject", "quote"):
        return name[-1] not in "는을를의" and name[-2:] not in ("하는", "이란") and is_form_of(after.core, TITLES)
    return before.kind in ("noun", "also", "way", "infinitive") and (
        is_form_of(after.core, TITLES) or _titled(after.core)
    )


def _titled(core: str) -> bool:
    """Whether `core` is a noun of three syllables or more with the ending of a title, with or without particles."""
    return any(
        _TITLE_ENDINGS.end(core[:size]) and are_particles(core[size:]) for size in range(3, min(len(core), 7) + 1)
    )


def dates(before: Word, after: Word) -> bool:
    """Parts of one date or time: 5월 18일, 오후 2시."""
    if before.pause:
        return False
    if _DATE_PART.search(before.core) and _DATE_NEXT.match(after.core):
        return True
    if before.core in _DAY_PARTS and after.core in _HOURS:
        return True
    clock = before.core in CLOCK_WORDS or before.core.endswith(("시", "오전", "오후"))
    return clock and before.kind in ("noun", "quantity", "loose") and bool(_CLOCK_NEXT.match(after.core))


def counts(before: Word, after: Word) -> bool:
    """A number in figures before its unit or its next power of ten: 30 명, 10억 원."""
    if before.kind != "number" or before.pause:
        return False
    return (
        after.kind in ("number", "quantity")
        or before.core[-1] in "십백천만억조"
        or after.size <= 2
        or is_counter(after)
    )


def is_counter(word: Word) -> bool:
    """Whether `word` is a counter with its particles."""
    return is_form_of(word.core, COUNTERS)


def binds(before: Word, after: Word) -> bool:
    """A bound noun behind an adnominal form; in doubt whether it is one, only the surest."""
    core, kind, noun = before.core, before.kind, after.core
    if before.pause or not core:
        return False
    consonant = final_consonant(core[-1])
    if consonant not in (4, 8):
        return kind == "genitive" and noun[:1] == "것"
    if modifies(before):
        return after.size <= 6 and (is_form_of(noun, BOUND_NOUNS) or _BOUND_VERB.begin(noun))
    if kind == "topic" and core == "난":
        return noun in _AFTER_PASSED
    if kind == "topic":
        particles = core[-2:] in ("에는", "서는", "게는", "로는", "지는") or core[-1] not in "는은"
        return not particles and after.size <= 5 and _is_bound(noun, _SURE_BOUND)
    if kind == "object":
        verb = core[-1] == "을" or is_reu_stem(f"{core[:-1]}르")
        return verb and after.size <= 4 and _is_bound(noun, _AFTER_OBJECT) and noun[:2] not in ("줄이", "것을")
    if _BOUND_VERB.begin(noun):
        return kind in ("noun", "close")
    if consonant == 8:
        return after.size <= 4 and after.kind != "adnominal" and _is_bound(noun, _AFTER_RIEUL)
    return kind != "determiner" and after.size <= 4 and _is_bound(noun, _THINGS)


def _is_bound(core: str, nouns: frozenset[str]) -> bool:
    """One of `nouns` alone or with what looks like a particle; cheaper to fool than `is_form_of`, so for few nouns."""
    return any(core[:size] in nouns and (len(core) == size or core[size] in _NEXT) for size in (1, 2))


def modifies(before: Word) -> bool:
    """Whether `before` is surely an adnominal form, the quoting one (-다는) included."""
    return not before.pause and (
        before.kind == "adnominal" or (before.kind == "quote" and before.core.endswith(("는", "던")))
    )


def leans(after: Word) -> bool:
    """Whether `after` is a bound noun that follows nouns: 등, 때문에, 뿐."""
    return is_form_of(after.core, LEANING_NOUNS)


def places(after: Word) -> bool:
    """Whether `after` is a noun of place, time or extent that nouns take without a particle: 전에, 앞에서, 이상."""
    return is_form_of(after.core, PLACE_NOUNS)


def relates(before: Word, after: Word) -> bool:
    """A verb that has become a postposition, behind its particle: 에 대하여, 을 위한."""
    if before.pause or before.kind not in ("place", "object", "and", "way"):
        return False
    together = before.kind == "and" and after.core.startswith(("함께", "더불어"))
    return together or after.core in _POSTPOSITION or _POSTPOSITION_STEMS.begin(after.core)


def is_like(after: Word) -> bool:
    """Whether `after` compares: 같은, 같이."""
    return _LIKE.begin(after.core)


def says(before: Word, after: Word) -> bool:
    """A quoting form before 하다: 오라고 하고, 간다고 했다."""
    return before.kind == "quote" and not modifies(before) and _SAY.begin(after.core)


def can_do(before: Word, after: Word) -> bool:
    """The second half of 수 있다, 줄 알다, 것 같다 and the like."""
    if before.pause:
        return False
    if before.core.endswith(("뿐", "뿐만", "뿐이")) and after.core.startswith("아니"):
        return True
    return before.core in _MODALS and _AFTER_MODAL.begin(after.core)

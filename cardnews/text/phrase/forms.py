"""What kind of eojeol a surface form is, read off its ending: particle, connective, adnominal form, final ending."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from cardnews.text.phrase.affixes import Affixes
from cardnews.text.phrase.stems import CLOSED_STEMS, final_consonant, is_adnominal, is_noun_on_eo, is_plain
from cardnews.text.phrase.words import (
    CLOSE_ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    LOOSE_ADVERBS,
    NEGATIONS,
    NUMERALS,
    OBJECTS,
    POSSESSIVES,
    SUBJECTS,
    TOPICS,
)

# `way` has 로, 처럼, 보다; `also` 도, 만, 나; `and` 와, 과; `quote` -다고, -라는; `negated` -지; `must` -야;
# `nominal` -기. Adverbs are `close` to the next word or `loose`.
Kind = Literal[
    "mark", "number", "quantity", "numeral", "determiner", "possessive", "negation", "close", "loose", "conjunction",
    "final", "clause", "and-then", "infinitive", "must", "negated", "nominal", "quote", "adnominal",
    "genitive", "object", "subject", "topic", "and", "place", "way", "also", "noun",
]  # fmt: skip
Pause = Literal["", "sentence", "comma", "close"]

_PREDICATES = frozenset("final clause and-then infinitive must negated nominal quote adnominal".split())
_OPENING = "'\"“‘([{〈《「『【〔<＜（［"
_CLOSING = "'\"”’)]}〉》」』】〕>＞）］"
_SENTENCE = ".!?。！？"
_COMMA = ",，、;:：…"
_INNER_QUOTES = re.compile(r"[”’〉》」』】\"]|(?<=[가-힣])'(?=[가-힣])")
_BULLET = re.compile(r"\(?(?:\d{1,2}|[가나다라마바사아자차카타파하])[.)]|[①-⓿]")
_NUMBER = re.compile(
    r"[^가-힣]*\d[\d.,:~\-–/%％]*[십백천만억조]*여?|[일이삼사오육칠팔구십백천만억조]*[십백천만억조]여?"
)
_QUANTITY = re.compile(r"[^가-힣]*\d[\d.,:~\-–/]*[가-힣%㎏㏊]+")
# Final endings: what may be one where a full stop follows, and what is one anywhere.
_FINAL = Affixes(
    "니다 니까 세요 어요 아요 해요 에요 예요 네요 죠 지요 군요 나요 까요 가요 와요 줘요 봐요 돼요 래요 려요 여요 "
    "워요 져요 데요 고요 걸요 [다까가냐네자라군나지어아해돼함음됨임든]"
)
_SURE_FINAL = Affixes(
    "니다 습니까 세요 어요 아요 해요 에요 예요 네요 죠 지요 군요 나요 까요 와요 줘요 봐요 돼요 래요 려요 여요 워요 "
    "져요 데요 거든요 더라고요 [을일할될볼갈릴]까 는가 구나 거든 잖아 더라 거야 거죠 이다"
)
_CLAUSE = Affixes(
    "지만 [는은인한던진른큰쁜픈신친린]데 면서 며 [으하되이지나보가오키리치]면 려면 라면 다면 자면 면 거나 니까 므로 "
    "[아어해여와가려져워라돼내켜춰줘봐써커빠파러쳐겨]서 도록 더니 [으하되보나오가지이]니 있으니 라니 으나 "
    "[아어해여려져워와봐돼켜겨쳐펴써커줘춰]도 더라도 라도 수록 자마자 느라 다가 려고 으러 하러 고자 아니라 나러 우러 "
    "기러 지러 놀러 벌러 팔러 리러 빌리러 [보사타가오]러 르자 [하되오나내]자 [이하되가오보있없않]든 든지 듯 듯이 채로 "
    "[는은인을할될한던]지 지라"
)
_QUOTE = Affixes("[다라자냐]고 [다라자냐]고[는도] [다라자냐]며 [다라자냐]는 란")
_AND_THEN = Affixes("고 고[서는도선]")
_INFINITIVE = Affixes(
    "[려여켜져쳐겨펴혀해돼봐줘와워춰뒤둬] 들어 나서 아가 어가 찾아 살아 돌아 모아 나아 보아 쌓아 올라 몰라 달라 불러 "
    "흘러"
)
_PLACE = Affixes("에 에서 에게 에게서 한테 한테서 께 부터 까지")
_WAY = Affixes("으로 로서 로써 처럼 보다 만큼 대로 마다 같이 없이")
_ALSO = Affixes("도 만 조차 마저 밖에 이나 라도 뿐")
_CLOSED: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("subject", SUBJECTS),
    ("topic", TOPICS),
    ("object", OBJECTS),
    ("negation", NEGATIONS),
    ("numeral", NUMERALS),
    ("possessive", POSSESSIVES),
    ("determiner", DETERMINERS),
    ("conjunction", CONJUNCTIONS),
    ("close", CLOSE_ADVERBS),
    ("loose", LOOSE_ADVERBS),
)
# A word of several classes is of the first.
_KIND_OF: dict[str, Kind] = {word: kind for kind, members in reversed(_CLOSED) for word in members}


class Word(Struct, frozen=True):
    """One eojeol: its letters without marks at the edges, its kind, how many letters, and the mark it ends with."""

    text: str
    core: str
    kind: Kind
    size: int
    pause: Pause
    opens: bool
    predicate: bool


@lru_cache(maxsize=8192)
def read_word(text: str) -> Word:
    """What the eojeol `text` is; an empty one stands for the edge of a paragraph."""
    if _BULLET.fullmatch(text):
        return Word(text, text, "mark", 1, "", False, False)
    head = text.rstrip(_SENTENCE + _COMMA + _CLOSING)
    core = _INNER_QUOTES.sub("", head.lstrip(_OPENING + _CLOSING))
    tail = text[len(head) :]
    marks = tail.rstrip(_CLOSING)
    pause: Pause = ""
    if marks:
        pause = "sentence" if marks[-1] in _SENTENCE else "comma"
    elif tail:
        pause = "close"
    size = sum(character.isalnum() for character in core)
    kind = _kind(core, pause) if size else "mark"
    return Word(text, core, kind, size, pause, bool(head) and head[0] in _OPENING, kind in _PREDICATES)


def _kind(core: str, pause: Pause) -> Kind:
    if _NUMBER.fullmatch(core):
        return "number"
    if _QUANTITY.fullmatch(core):
        return "quantity"
    if core in _KIND_OF:
        return _KIND_OF[core]
    if core == "봐":
        return "infinitive"
    if len(core) == 1:
        return "adnominal" if is_adnominal(core) else "noun"
    return _ending(core, pause) or "noun"


def _ending(core: str, pause: Pause) -> Kind | None:
    """The kind of a word of two syllables or more, None for a noun without a particle."""
    last, previous = core[-1], core[-2]
    # The tense suffixes and -ㄴ다 end in ㅆ and ㄴ.
    if last == "다" and (final_consonant(previous) in (4, 20) or previous in CLOSED_STEMS):
        return "final"
    plain = is_plain(core)
    if _FINAL.end(core) if pause == "sentence" else _SURE_FINAL.end(core) and not plain:
        return "final"
    if not plain:
        found = _connective(core) or _particle(core, last, previous)
        if found:
            return found
    if is_adnominal(core):
        return "adnominal"
    if core.endswith(("하기", "되기")) or (last == "기" and previous in CLOSED_STEMS):
        return "nominal"
    if last == "야" and not core.endswith(("분야", "시야", "광야", "이야")):
        return "must"
    if last == "지" and (previous in CLOSED_STEMS or previous in "하되이"):
        return "negated"
    if (last == "게" and core not in ("가게", "무게")) or last == "히" or _doubled(core):
        return "close"
    on_vowel = (last == "아" and previous in CLOSED_STEMS) or (last == "어" and not is_noun_on_eo(core))
    return "infinitive" if on_vowel or (_INFINITIVE.end(core) and not plain) else None


def _doubled(core: str) -> bool:
    """Mimetic adverbs say their word twice (동동, 차근차근); a few nouns do so too."""
    half = len(core) // 2
    return core[:half] == core[half:] and core not in ("공공", "지지", "구구", "코코", "시시")


def _connective(core: str) -> Kind | None:
    if _QUOTE.end_stem(core):
        return "quote"
    if _CLAUSE.end(core):
        return "clause"
    return "and-then" if _AND_THEN.end_stem(core) else None


def _particle(core: str, last: str, previous: str) -> Kind | None:
    """The kind a particle makes of a noun; most particles have a form behind vowels and one behind consonants."""
    closed = final_consonant(previous) > 0
    if last == "의":
        return "genitive"
    if last == "를" or (last == "을" and closed and (previous not in CLOSED_STEMS or previous in "답담못")):
        return "object"
    if _WAY.end(core):
        return "way"
    if (last == "이" and closed) or (last == "가" and not closed) or core.endswith("께서"):
        return "subject"
    if (last == "은" and closed and previous not in CLOSED_STEMS) or (last == "는" and not is_adnominal(core)):
        return "topic"
    if last == "엔" or core.endswith(("에선", "에겐", "으론")):
        return "topic"
    if (last == "과" and closed) or (last == "와" and not closed) or core.endswith(("이랑", "하고")):
        return "and"
    if _PLACE.end(core):
        return "place"
    if last == "로" and final_consonant(previous) in (0, 8):
        return "way"
    if _ALSO.end(core) or (last == "나" and not closed and len(core) > 2):
        return "also"
    return None

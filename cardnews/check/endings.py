"""Sentence endings: which sentences of a text are polite (합니다, 해요) and which plain (한다), by their last eojeol.

Noun endings, questions and calls (바뀔까, 하자) belong to headlines of either kind, and words in quotes to whoever says
them: none of those counts. Neither does a verb in its dictionary form (사람을 잇다), which is a title and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Style = Literal["polite", "plain"]

# Bounded, so that quotes without a partner cost no more than the text is long.
_QUOTED = re.compile(
    r"“[^”]{0,400}”|‘[^’]{0,400}’|「[^」]{0,400}」|『[^』]{0,400}』|〈[^〉]{0,400}〉|《[^》]{0,400}》|"
    r"\"[^\"]{0,400}\"|(?<!\w)'[^'\n]{0,400}'"
)
_BLANK = "\ufffc"
_CLOSING = "”’」』〉》)]\"',"
_FULL_STOPS = ".!?…。！？~"
# Nouns that end like verbs do.
_POLITE_NOUNS = frozenset("중요 주요 개요 동요 민요 강요 소요 가요 고요".split())
_POLITE_TAILS = ("필요", "수요")
_PLAIN_NOUNS = ("바다", "판다", "소다", "베란다", "캐나다", "우간다", "르완다", "혼다", "사이다", "팬더다")
# Adjectives say in their dictionary form what a verb says with -ㄴ다.
_STEMS = (
    "싶 같 많 좋 싫 옳 높 낮 깊 얕 넓 좁 짧 작 적 쉽 크 길 멀 않 없 어렵 가깝 무겁 가볍 고맙 새롭 아름답 두렵 반갑 "
    "뜨겁 차갑 다르 빠르 바쁘 나쁘 아프 슬프 기쁘 예쁘 느리 아니"
)
_NOUNS = (
    "필요 중요 가능 충분 부족 심각 분명 당연 다양 간단 편리 불편 위험 안전 시급 절실 소중 특별 따뜻 깨끗 조용 행복 "
    "건강 공정 투명 정확 부당 비슷 동일 유효 확실 명확 뚜렷 시원 든든 고요 평등"
)
_ADJECTIVES = (*(f"{stem}다" for stem in _STEMS.split()), *(f"{noun}하다" for noun in _NOUNS.split()))
# Verbs whose dictionary form ends like the copula -이다.
_VERBS_ON_I = tuple(
    f"{stem}이다"
    for stem in (
        "줄 높 보 먹 붙 녹 죽 속 끓 들 울 직 모 쌓 섞 쓰 놓 덮 꼬 늘 기울 숙 벌 망설 속삭 끄덕 꺾 깎 닦 엮 묶 볶"
    ).split()
)


class Ending(Struct, frozen=True):
    """The last eojeol of a sentence: characters `start` to `end` of its text, and the style it gives the sentence."""

    start: int
    end: int
    style: Style


def endings(text: str) -> Iterator[Ending]:
    """The sentences of `text` that are polite or plain; a line of the author's is taken for a sentence where its last
    eojeol is one of these."""
    unquoted = _QUOTED.sub(lambda match: _BLANK * len(match[0]), text)
    for line in re.finditer(r"[^\n]+", unquoted):
        words = list(re.finditer(r"\S+", line[0]))
        for at, match in enumerate(words, 1):
            word = match[0].rstrip(_CLOSING + _FULL_STOPS)
            stopped = any(letter in _FULL_STOPS for letter in match[0][len(word) :])
            if (stopped or at == len(words)) and _BLANK not in word[-2:]:
                style = style_of(word)
                if style is not None:
                    start = line.start() + match.start()
                    yield Ending(start, start + len(word), style)


def style_of(word: str) -> Style | None:
    """The style of a sentence that ends with the eojeol `word`, None where it may belong to either."""
    if len(word) < 2 or not "가" <= word[-1] <= "힣":
        return None
    if word.endswith(("니다", "니까", "시다")) and len(word) > 2:
        return "polite" if _final(word[-3]) == 17 else _plain(word)
    if word.endswith("시오"):
        return "polite"
    if word[-1] in "요죠":
        return None if word in _POLITE_NOUNS or word.endswith(_POLITE_TAILS) else "polite"
    return _plain(word)


def _plain(word: str) -> Style | None:
    if word[-1] != "다" or word.endswith(_PLAIN_NOUNS):
        return None
    # The tense suffixes end in ㅆ, the present of verbs in ㄴ: 했다, 있다, 한다, 걷는다.
    if _final(word[-2]) in (4, 20) or word.endswith(_ADJECTIVES):
        return "plain"
    return "plain" if word.endswith("이다") and len(word) > 2 and not word.endswith(_VERBS_ON_I) else None


def _final(syllable: str) -> int:
    """The number of a syllable's final consonant in Unicode's order: 4 is ㄴ, 17 ㅂ, 20 ㅆ, 0 none."""
    return (ord(syllable) - 0xAC00) % 28 if "가" <= syllable <= "힣" else 0

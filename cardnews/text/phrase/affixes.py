"""Word beginnings and endings as sets: quick to test, and nothing to compile when the program starts."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product


class Affixes:
    """Beginnings or endings of words; `[는은]데` in the list stands for 는데 and 은데."""

    __slots__ = ("_lengths", "members")

    def __init__(self, text: str) -> None:
        spelled: set[str] = set()
        for entry in text.split():
            parts = re.findall(r"\[[^\]]+\]|[^\[\]]", entry)
            spelled.update("".join(letters) for letters in product(*(part.strip("[]") for part in parts)))
        self.members = frozenset(spelled)
        self._lengths = tuple(sorted({len(member) for member in spelled}))

    def end(self, core: str) -> bool:
        """Whether `core` ends in one of them, or is one."""
        members = self.members
        return any(core[-length:] in members for length in self._lengths)

    def end_stem(self, core: str) -> bool:
        """Whether `core` is longer than one of them and ends in it."""
        members, size = self.members, len(core)
        return any(core[-length:] in members for length in self._lengths if length < size)

    def begin(self, core: str) -> bool:
        """Whether `core` begins with one of them, or is one."""
        members = self.members
        return any(core[:length] in members for length in self._lengths)


_PARTICLES = Affixes(
    "이나 이라도 이라는 이라고 이라 이란 이었 이에요 예요 이다 이며 이고 이면 이지만 이든 인데 입니다 까지 부터 조차 "
    "마저 에서 에게 에 으로써 으로서 으로 로서 로써 로 처럼 보다 마다 만큼 같 들 이 가 은 는 을 를 의 도 만 야 과 와 "
    "나 뿐 밖에 였 인 씩 째 쯤 짜리 여 간 당 경"
).members
_COPULAS = Affixes("이[었에다며고면지니라란나든야] 인[가지데] 일[까지] 였 예요 입니 뿐 조차")


_LONGEST_TAIL = 12  # letters; no chain of particles is longer (에서부터조차도만은)


@lru_cache(maxsize=4096)
def are_particles(tail: str) -> bool:
    """Whether `tail` is nothing but particles that a noun can carry, the copula with its endings included."""
    if len(tail) > _LONGEST_TAIL:
        return False
    if not tail or _COPULAS.begin(tail.removeprefix("들")):
        return True
    return _only_particles(tail)


def _only_particles(tail: str) -> bool:
    return not tail or any(tail[:size] in _PARTICLES and _only_particles(tail[size:]) for size in (1, 2, 3))


# The copula behind a vowel: 터다, 때라서.
_CONTRACTED = frozenset(
    "다 라 고 며 면 니 니까 지만 라서 라고 라는 라도 라면 든 든지 죠 지요 지 네 네요 구나 군요".split()
)


def _contracts(noun: str, tail: str) -> bool:
    code = ord(noun[-1]) - 0xAC00
    return 0 <= code < 11172 and code % 28 == 0 and tail in _CONTRACTED


def is_form_of(core: str, nouns: frozenset[str]) -> bool:
    """Whether `core` is one of `nouns` with or without particles."""
    return any(
        core[:size] in nouns and (are_particles(core[size:]) or _contracts(core[:size], core[size:]))
        for size in range(1, min(len(core), 7) + 1)
    )

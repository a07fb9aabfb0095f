"""Korean texts of an exact length that wrap as an author's would, the same ones every time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from random import Random

from cardnews.gate.words import EMOJI, ENDINGS, GIANTS, JOINTS, MIXED, MODIFIERS, NOUNS, PARTICLES
from cardnews.text.markup import parse_marks
from cardnews.text.normalize import normalize_text

Pool = dict[int, tuple[str, ...]]
# Up to here a text is a name or a heading, and ends in a noun.
_NOMINAL = 12
_LONGEST = 12  # syllables of an eojeol


def characters(text: str, plain: bool = False) -> int:
    """Characters of a text as `most` counts them (the rule `over-length`): spaces, but not the signs of its marks."""
    normal = normalize_text(text)
    return len(normal.text if plain else parse_marks(normal).text)


def _by_length(words: Iterable[str]) -> Pool:
    pool: dict[int, list[str]] = {}
    for word in dict.fromkeys(words):
        pool.setdefault(len(word), []).append(word)
    return {length: tuple(found) for length, found in pool.items()}


def _joined(noun: str, particle: tuple[str, str]) -> str:
    return noun + particle[(ord(noun[-1]) - 0xAC00) % 28 > 0]


@cache
def _pools() -> dict[str, Pool]:
    return {
        "noun": _by_length(NOUNS),
        "topic": _by_length(_joined(noun, particle) for noun in NOUNS for particle in PARTICLES),
        "modifier": _by_length(MODIFIERS),
        "joint": _by_length(JOINTS),
        "ending": _by_length(ENDINGS),
        "giant": _by_length(GIANTS),
        "mixed": _by_length(MIXED),
    }


class Writer:
    """Writes the texts of one slide; `used` words do not come again while there are others."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.used: set[str] = set()

    def short(self, most: int) -> str:
        """A word of two to four syllables."""
        return self._word("noun", [length for length in (2, 3, 4) if length <= most] or [1])

    def text(self, length: int) -> str:
        """Words of exactly `length` characters: a name while they are few, else a sentence."""
        return " ".join(self.words(length))

    def words(self, length: int) -> list[str]:
        """The words of `text`."""
        if length <= 1:
            return [self._word("noun", [1])]
        if length <= _NOMINAL:
            whole = length in _pools()["noun"] and self.random.random() < 0.5
            return [self._word("noun", [length])] if whole else self._filled(length, "noun")
        return self._filled(length, "ending")

    def giant(self, most: int) -> str:
        """A text with an eojeol as long as a third of `most`, and twelve syllables at the longest."""
        if most < 2:
            return self.text(most)
        length = min(_LONGEST, max(2, most // 3))
        word = self._word("giant", [length])
        rest = round(most * 0.6) - length - 1
        if rest < 2:
            return word
        words = self.words(rest)
        at = self.random.randrange(len(words))
        return " ".join([*words[:at], word, *words[at:]])

    def mixed(self, most: int, plain: bool) -> str:
        """Hangul with Latin, numbers and Hanja, eight tenths of `most`; with `==` and `**` unless it is `plain`."""
        length = max(1, round(most * 0.8))
        foreign: list[str] = []
        while len(foreign) < 1 + most // 16:
            left = length - sum(len(word) + 1 for word in foreign) - 3
            fitting = [size for size in _pools()["mixed"] if size <= min(left, length // 2)]
            if not fitting:
                break
            foreign.append(self._word("mixed", fitting))
        own = length - sum(len(word) + 1 for word in foreign)
        words = self.words(max(1, own))
        for word in foreign:
            words.insert(self.random.randrange(len(words)), word)
        if not plain and len(words) > 1:
            first = self.random.randrange(len(words) - 1)
            words[first] = f"=={words[first]}=="
            if len(words) > 3:
                words[first - 1] = f"**{words[first - 1]}**"
        return " ".join(words)

    def emoji(self, most: int) -> str:
        """Words with a few emoji among them and behind them, within `most`."""
        length = max(1, round(most * 0.5))
        words = self.words(length)
        left = most - length
        for _ in range(1 + most // 12):
            fitting = [sign for sign in EMOJI if len(sign) + 1 <= left and sign not in words]
            if not fitting:
                break
            sign = self.random.choice(fitting)
            words.insert(self.random.randint(1, len(words)), sign)
            left -= len(sign) + 1
        return " ".join(words)

    def _filled(self, length: int, last: str) -> list[str]:
        """Words of `length` characters whose last one is a `last`."""
        ends = [size for size in _pools()[last] if size == length or (size >= 2 and length - size - 1 >= 2)]
        ending = self._word(last, ends) if ends else self._word("topic", [length])
        left = length - len(ending) - 1
        words: list[str] = []
        parts = ("modifier", "noun") if last == "noun" else ("topic", "modifier", "topic", "joint")
        turn = self.random.randrange(len(parts))
        while left > 0:
            sizes = [size for size in range(1, 9) if size == left or left - size - 1 >= 2]
            part = parts[turn % len(parts)]
            # Two one-syllable words in a row are no Korean; a modifier or a verb may lack the length that is left.
            if not (set(sizes) & set(_pools()[part])):
                part = "topic"
            words.append(self._word(part, sizes))
            left -= len(words[-1]) + 1
            turn += 1
        return [*words, ending]

    def _word(self, part: str, sizes: Sequence[int]) -> str:
        """A word of one of these lengths, an unused one where there is one."""
        pool = _pools()[part]
        known = [size for size in sizes if size in pool]
        if not known:
            nearest: Callable[[int], int] = lambda size: min(abs(size - wanted) for wanted in sizes)  # noqa: E731
            known = [min(pool, key=nearest)]
        # First the length and then the word, so that short ones come as often as the many long ones.
        fresh = {size: [word for word in pool[size] if word not in self.used] for size in known}
        size = self.random.choice([size for size in known if fresh[size]] or known)
        word = self.random.choice(fresh[size] or list(pool[size]))
        self.used.add(word)
        return word

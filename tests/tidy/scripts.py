"""Scripts as authors might write them, however oddly: every style of text, brackets, comments and empty lines."""

from __future__ import annotations

import random
from collections.abc import Sequence

WORDS = (
    "주민 마을 협치 공론장 이야기 회의 제안 대답 골목 도서관 청년 어린이 예산 the open town 2026년 3월 오늘 저녁 "
    "**함께** ==빛== ~~어제~~ “인용” '따옴표' \"말\" 그리고 왜 어디쯤"
).split()
ODD = (
    *"12:30 1.10 yes no null ~ 007 0x1F 2024-01-01 - ? : :: a:b a://예.한국/a?b=1#c 가: '' \"\" {이름} [속보]".split(),
    *"[a,b] @나 %다 `라` &마 *바 !사 |아 >자 #차 a#b \\n \\ 가,나 , . … ... --- -가 ?나 =이 <<".split(),
    *(
        "가 - 나",
        "나: 다",
        "끝:",
        "여기 # 저기",
        "**강조**는 끝",
        '"인용"은 말',
        "it's",
        "C:\\길",
        "가  나",
        "a 'b' \"c\"",
    ),
)
COMMENTS = ("설명", "# 둘", "- layout: cover", "title: x", "'", '"', "{", "yaml-language-server: $schema=a.json", "끝.")
LAYOUTS: dict[str, Sequence[str]] = {
    "cover": ("title", "subtitle", "kicker", "art", "제목", "부제"),
    "표지": ("제목", "부제", "머리말", "title"),
    "statement": ("text", "support", "kicker", "side", "글"),
    "bubble": ("text", "speaker", "note", "kicker", "side", "avatar", "scene"),
    "chips": ("words", "title", "support"),
    "compare": ("title", "rows", "left", "right"),
    "없음": ("title", "text", "x"),
}
COMMON = ("ground", "alt", "notes", "footer", "theme", "바탕", "메모", "모름", "titel")
SETTINGS = ("title", "brand", "series", "theme", "size", "lang", "제목", "모름", "x-y")


class Author:
    """Writes one script by chance; `comments` are those it has written, each once in the script."""

    def __init__(self, seed: int, *, tame: bool = False) -> None:
        self.rnd = random.Random(seed)
        self.tame = tame
        self.comments: list[str] = []
        self.anchored = False

    def script(self) -> str:
        keys = self.rnd.sample(SETTINGS, self.rnd.randrange(5))
        keys.insert(self.rnd.randrange(len(keys) + 1), "slides")
        lines: list[str] = []
        if self.rnd.random() < 0.1:
            lines += [*self.above(0), "---"]
        if self.rnd.random() < 0.1:
            lines += self.slides(0)
        else:
            for key in keys:
                lines += self.above(0)
                if key == "slides":
                    dent = self.rnd.choice((0, 2, 2, 2, 3, 4))
                    lines += [self.key(key) + ":" + self.beside(), *self.slides(dent)]
                else:
                    lines += self.value(self.key(key) + ":", 0)
        return "\n".join([*lines, *self.above(0)]) + self.rnd.choice(("\n", "", "\n\n\n"))

    def slides(self, dent: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.rnd.randrange(1, 5)):
            lines += self.above(dent)
            if self.rnd.random() < 0.25:
                lines += self.value(" " * dent + "-", dent)
                continue
            layout = self.rnd.choice([*LAYOUTS])
            names = self.rnd.sample(LAYOUTS[layout], self.rnd.randrange(1, len(LAYOUTS[layout])))
            names += self.rnd.sample(COMMON, self.rnd.randrange(3))
            if self.rnd.random() < 0.8:
                names.insert(self.rnd.randrange(len(names) + 1), self.rnd.choice(("layout", "layout", "레이아웃")))
            lines += self.group(" " * dent + "-", dent, names, layout)
        return lines

    def group(self, prefix: str, dent: int, names: Sequence[str], layout: str = "") -> list[str]:
        if self.rnd.random() < 0.15:
            pairs = [f"{name}: {layout if name in ('layout', '레이아웃') else self.short()}" for name in names]
            if self.rnd.random() < 0.5:
                return [f"{prefix} {{{', '.join(pairs)}}}" + self.beside()]
            inside: list[str] = []
            for number, pair in enumerate(pairs, 1):
                inside += self.above(dent + 3)
                inside.append(" " * (dent + 3) + pair + ("," if number < len(pairs) else "") + self.beside())
            first, last = f"{prefix} {{" + self.beside(), " " * (dent + 2) + "}" + self.beside()
            return [first, *inside, *self.above(dent + 3), last]
        gap = self.rnd.choice((1, 1, 1, 3)) if prefix.endswith("-") else 0
        column = len(prefix) + gap if gap else dent + self.rnd.choice((2, 2, 4))
        lines: list[str] = []
        for number, name in enumerate(names):
            start = " " * column + self.key(name) + ":"
            if not number and gap and self.rnd.random() < 0.9:
                start = prefix + " " * gap + start.lstrip()
            elif not number:
                lines += [prefix + self.beside(), *self.above(column)]
            else:
                lines += self.above(column)
            if name in ("layout", "레이아웃"):
                lines.append(f"{start} {layout}" + self.beside())
            elif name == "rows":
                lines += [start + self.beside()]
                for _ in range(self.rnd.randrange(1, 3)):
                    lines += self.above(column + 2)
                    lines += self.group(" " * (column + 2) + "-", column + 2, ["after", "before", "tag"])
            elif name in ("scene", "art") and self.rnd.random() < 0.4:
                lines += self.group(start, column, self.rnd.sample(["art", "label", "ask", "rows"], 2))
            elif name == "words" and self.rnd.random() < 0.7:
                lines += self.words(start, column)
            else:
                lines += self.value(start, column)
        return lines

    def words(self, start: str, column: int) -> list[str]:
        words = [self.short() for _ in range(self.rnd.randrange(1, 9))]
        if self.rnd.random() < 0.4:
            return [f"{start} [{', '.join(words)}]" + self.beside()]
        if self.rnd.random() < 0.4:
            last = len(words) - 1
            ends = ["," if at < last else "" for at in range(len(words))]
            inner = [" " * (column + 3) + word + end + self.beside() for word, end in zip(words, ends, strict=True)]
            return [f"{start} [", *inner, " " * (column + 2) + "]" + self.beside()]
        dent = self.rnd.choice((column, column + 2))
        lines = [start + self.beside()]
        for word in words:
            lines += [*self.above(dent), " " * dent + "- " + word + self.beside()]
        return lines

    def value(self, start: str, dent: int) -> list[str]:
        """A text in one of YAML's manners behind `start`."""
        if not self.tame and self.rnd.random() < 0.04:
            sign = "*a" if self.anchored else "&a " + self.words_of(2)
            self.anchored = True
            return [f"{start} {sign}" + self.beside()]
        kind = self.rnd.randrange(9)
        inner = dent + self.rnd.choice((1, 2, 2, 4))
        if kind == 0:
            head = self.rnd.choice("|>") + self.rnd.choice(("", "-", "+"))
            lines = [f"{start} {head}" + self.beside(), " " * inner + self.long()]
            for _ in range(self.rnd.randrange(4)):
                lines.append(self.rnd.choice(("", " " * inner + self.long(), " " * inner + "  " + self.words_of(3))))
            return lines
        if kind == 1:
            empty = [""] * self.rnd.randrange(2)
            last_line = " " * inner + self.words_of(2) + self.beside()
            return [f"{start} {self.words_of(4)}", " " * inner + self.words_of(5), *empty, last_line]
        if kind == 2:
            quote = self.rnd.choice("'\"")
            text = self.long().replace("\\", "").replace(quote, "")
            if self.rnd.random() < 0.5:
                return [f"{start} {quote}{text}{quote}" + self.beside()]
            more = self.words_of(3).replace(quote, "")
            return [f"{start} {quote}{text}", " " * inner + f"{more}{quote}" + self.beside()]
        if kind == 3:
            return [start + self.beside(), *self.above(inner), " " * inner + self.words_of(4) + self.beside()]
        if kind == 4 and not self.tame:
            return [f"{start} {self.rnd.choice(ODD)}" + self.beside()]
        if kind == 5:
            return [f"{start} {self.long()}" + self.beside()]
        if kind == 6 and self.rnd.random() < 0.3:
            return [start + self.beside()]
        return [f"{start} {self.words_of(self.rnd.randrange(1, 7))}" + self.beside()]

    def short(self) -> str:
        return self.rnd.choice((self.words_of(1), self.words_of(2), f"'{self.words_of(2).replace(chr(39), '')}'"))

    def words_of(self, count: int) -> str:
        words = [self.rnd.choice(WORDS) for _ in range(count)]
        return " ".join([words[0].strip("*\"'"), *words[1:]])

    def long(self) -> str:
        return self.words_of(self.rnd.choice((1, 3, 8, 30)))

    def key(self, name: str) -> str:
        return self.rnd.choice((name, name, name, name, f'"{name}"', f"'{name}'"))

    def above(self, dent: int) -> list[str]:
        lines: list[str] = []
        while self.rnd.random() < 0.3:
            spaces = " " * self.rnd.choice((dent, dent, dent, 0, dent + 2))
            lines.append(spaces + self.comment() if self.rnd.random() < 0.5 else " " * self.rnd.choice((0, 0, dent)))
        return lines

    def beside(self) -> str:
        return " " * self.rnd.choice((2, 2, 3, 12)) + self.comment() if self.rnd.random() < 0.12 else ""

    def comment(self) -> str:
        text = f"# {len(self.comments)}번 {self.rnd.choice(COMMENTS)}"
        self.comments.append(text)
        return text

"""Headings that are only dressed as such: larger or bolder than the text around them, or short lines on their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from cardnews.draft.document import Line, Raw
from cardnews.draft.labels import bare_fact_of, fact_of
from cardnews.draft.markers import marker_of
from cardnews.draft.quotes import lone_quote

LONGEST_TITLE = 70
LONGEST_HEADING = 40
_ALONE = 24  # characters of a heading that only stands alone
_LARGER = 1.15  # times the size of the text that a heading has at least
_BRACKETED = re.compile(r"[<〈《【\[［](?P<words>[^<>〈〉《》【】\[\]［］]{2,30})[>〉》】\]］]")
_DASHED = re.compile(r"(?:[-–—―─]\s*)?(?P<words>[^-–—―─\s].{2,68}?)\s*[-–—―─]")
_HEAD = 8  # lines in which a subtitle is looked for
SUBTITLE_LEVEL = 9
_NUMBERED = re.compile(r"(?:제\s*\d+\s*[장절부편]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+\s*\.?)\s*\S")
_SENTENCE = re.compile(r"(?:다|요|죠|까|함|됨|임|음)[.!]?$|[.。,;:!]$|[,:]$")
_KICKERS = frozenset(
    "보도자료 보도참고자료 보도설명자료 설명자료 공고 공지 안내 칼럼 기고 사설 논평 성명 성명서 인터뷰 기획 "
    "연재".split()
)
_BYLINE = re.compile(
    r"(?:글|사진|글·사진|그림|정리|취재|인터뷰|기획)\s*[|:=·]?\s*\S+(?:\s\S+)?$|\S+(?:\s\S+)?\s(?:기자|작가|시민기자|객원기자|편집위원)\b.*"
    r"|\(?\d{2,4}\s*[.\-년/]\s*\d{1,2}\s*[.\-월/]\s*\d{1,2}.{0,24}|\S+@\S+\.\S+"
)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the text, or when."""
    return len(text) <= 40 and bool(_BYLINE.fullmatch(text))


def is_like_heading(text: str) -> bool:
    """Whether words read as a heading: few, and no sentence."""
    return 1 < len(text) <= LONGEST_HEADING and not _SENTENCE.search(text) and not is_byline(text)


def undressed(raw: Sequence[Raw]) -> tuple[Raw, ...]:
    """The same lines, with those that people read as headings named so."""
    found = _by_look([_point_of_outline(item) for item in raw])
    if not any(isinstance(item, Line) and item.kind == "heading" and item.level < 2 for item in found):
        found = _titled(found)
    return tuple(_alone(_subtitled(found)))


def _subtitled(raw: list[Raw]) -> list[Raw]:
    """The line between dashes right below the title, as press releases write it, is the subtitle."""
    for number, item in enumerate(raw[1:_HEAD], 1):
        above = raw[number - 1]
        titled = isinstance(above, Line) and above.kind == "heading" and above.level < 2
        match = _DASHED.fullmatch(item.text.text) if isinstance(item, Line) and item.kind in ("body", "item") else None
        if titled and match is not None and isinstance(item, Line):
            raw[number] = replace(item, text=item.text.cut(*match.span("words")), kind="heading", level=SUBTITLE_LEVEL)
            break
    return raw


def _point_of_outline(item: Raw) -> Raw:
    """A point of a list that is set in the outline's style, as reports often are, is no heading."""
    if not isinstance(item, Line) or item.kind != "heading":
        return item
    marker = marker_of(item.text.text)
    point = marker is not None and (marker.note or (not marker.ordered and marker.rank > 0))
    return replace(item, kind="body", level=0) if point else item


def _by_look(raw: list[Raw]) -> list[Raw]:
    """Headings by size and weight, where the file tells them."""
    letters: Counter[float] = Counter()
    for item in raw:
        if isinstance(item, Line) and item.kind in ("body", "item"):
            letters[item.size] += len(item.text)
    usual = letters.most_common(1)[0][0] if letters else 0.0
    lines = [item for item in raw if isinstance(item, Line)]
    larger = sorted({item.size for item in lines if _stands_out(item, usual)}, reverse=True)
    bold_usual = sum(len(item.text) for item in lines if item.bold) * 2 > sum(len(item.text) for item in lines)
    found: list[Raw] = []
    for item in raw:
        if isinstance(item, Line) and item.kind == "body":
            if _stands_out(item, usual):
                item = replace(item, kind="heading", level=min(larger.index(item.size), 3))
            elif item.bold and not bold_usual and is_like_heading(item.text.text) and not _is_fact(item):
                item = replace(item, kind="heading", level=4)
        found.append(item)
    return found


def _stands_out(item: Line, usual: float) -> bool:
    large = usual > 0 and item.size >= usual * _LARGER and len(item.text) <= LONGEST_TITLE
    return item.kind == "body" and large and not is_byline(item.text.text) and not _is_fact(item)


def _is_fact(item: Line) -> bool:
    return fact_of(item.text) is not None or bare_fact_of(item.text) is not None


def _titled(raw: list[Raw]) -> list[Raw]:
    """The first line as the title of the whole, where it reads as one."""
    for number, item in enumerate(raw):
        if not isinstance(item, Line) or item.kind != "body":
            return raw
        text = item.text.text
        if is_byline(text) or _is_fact(item) or (is_kicker(text) and number < 3):
            continue
        last = all(not isinstance(other, Line) for other in raw[number + 1 :])
        sentence = text.endswith(".") or len(text) > LONGEST_TITLE
        if not sentence and marker_of(text) is None and not last:
            raw[number] = replace(item, kind="heading", level=0)
        return raw
    return raw


def is_kicker(text: str) -> bool:
    """`보도자료` and its like, that stand above a title and are none."""
    return text.strip("()[]<>【】 ").replace(" ", "") in _KICKERS


def _alone(raw: list[Raw]) -> list[Raw]:
    """Short lines that stand alone above a paragraph."""
    found: list[Raw] = []
    for number, item in enumerate(raw):
        before = raw[number - 1] if number else None
        behind = raw[number + 1] if number + 1 < len(raw) else None
        if isinstance(item, Line) and item.kind == "body":
            bracketed = _BRACKETED.fullmatch(item.text.text)
            if bracketed and not is_kicker(item.text.text):
                item = replace(item, text=item.text.cut(*bracketed.span("words")), kind="heading", level=4)
            elif _NUMBERED.match(item.text.text) and len(item.text) <= LONGEST_HEADING:
                item = replace(item, kind="heading", level=2)
            elif _stands_alone(item, before, behind):
                item = replace(item, kind="heading", level=4)
        found.append(item)
    return found


def _stands_alone(item: Line, before: Raw | None, behind: Raw | None) -> bool:
    text = item.text.text
    apart = before is None or not isinstance(before, Line) or before.ends or before.kind == "heading"
    short = 1 < len(text) <= _ALONE and not re.search(r"[.。,;:!…]$", text) and not is_byline(text)
    if not apart or not short or marker_of(text) or is_kicker(text) or _is_fact(item):
        return False
    if lone_quote(item.text) is not None:
        return False
    if behind is None or not isinstance(behind, Line):
        return behind is not None
    if behind.kind == "item" or marker_of(behind.text.text) is not None:
        return True
    longer = behind.kind == "body" and len(behind.text) > max(len(text), LONGEST_HEADING)
    return (item.ends or len(behind.text) > LONGEST_HEADING) and (longer or _is_fact(behind))

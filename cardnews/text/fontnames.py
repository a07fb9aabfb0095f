"""Names of font families: compared as people write them, with the weight that one may end in, and in Korean."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

_WORDS = {
    **{"Thin": 100, "Hairline": 100, "ExtraLight": 200, "UltraLight": 200, "Light": 300, "DemiLight": 350},
    **{"Regular": 400, "Normal": 400, "Book": 400, "Medium": 500, "SemiBold": 600, "DemiBold": 600, "Bold": 700},
    **{"ExtraBold": 800, "UltraBold": 800, "Black": 900, "Heavy": 900},
}
_WEIGHTS = {word.casefold(): weight for word, weight in _WORDS.items()}
_LETTERS = {"UL": 200, "L": 300, "R": 400, "M": 500, "SB": 600, "B": 700, "EB": 800}

# What people call families whose files hold no Korean name, by their folded English one.
KOREAN = {
    **{"pretendard": "프리텐다드", "gowunbatang": "고운바탕", "gowundodum": "고운돋움", "blackhansans": "검은고딕"},
    **{"notoserifkr": "노토 세리프 KR", "notosanskr": "노토 산스 KR", "notocoloremoji": "노토 컬러 이모지"},
    **{"nanummyeongjo": "나눔명조", "nanumgothic": "나눔고딕", "nanumgothiccoding": "나눔고딕코딩"},
    **{"nanumpenscript": "나눔손글씨 펜", "nanumpen": "나눔손글씨 펜", "nanumbrushscript": "나눔손글씨 붓"},
    **{"nanumsquare": "나눔스퀘어", "nanumsquareround": "나눔스퀘어라운드", "nanumbarungothic": "나눔바른고딕"},
    **{"songmyung": "송명", "hahmlet": "함렡", "dokdo": "독도", "eastseadokdo": "동해 독도", "yeonsung": "연성"},
    **{"kiranghaerang": "기랑해랑", "gamjaflower": "감자꽃", "himelody": "하이멜로디", "dongle": "동글", "jua": "주아"},
}


def folded(name: str) -> str:
    """A family's name for comparison: neither case nor spaces, hyphens or the composition of Hangul tell two apart."""
    return re.sub(r"[\s_-]+", "", normalize("NFC", name)).casefold()


@cache
def _endings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`나눔고딕 ExtraBold`, `G마켓 산스 TTF Bold`, `서울남산체 EB`; and `NanumGothicExtraBold` in one."""
    apart = "|".join(re.sub("(?<=[a-z])(?=[A-Z])", "[ -]?", word) for word in _WORDS)
    letters = "|".join(_LETTERS)
    return (
        re.compile(rf"(?P<family>.*?\S)[ _-]+(?:(?P<word>(?i:{apart}))|(?P<letters>{letters}))"),
        re.compile(rf"(?P<family>.*?[a-z0-9가-힣])(?P<word>{'|'.join(_WORDS)})"),
    )


def split_weight(name: str) -> tuple[str, int] | None:
    """`나눔고딕 ExtraBold` as `나눔고딕` and 800; None for a name that ends in no weight."""
    match = next((found for pattern in _endings() if (found := pattern.fullmatch(name))), None)
    if match is None:
        return None
    letters = match.groupdict().get("letters")
    return match["family"], _LETTERS[letters] if letters else _WEIGHTS[folded(match["word"])]


def style_weight(style: str) -> int | None:
    """The weight that a style's name says (`ExtraBold`, `Bold Italic`), if any."""
    return _WEIGHTS.get(folded(re.sub("(?i)italic|oblique", "", style)))

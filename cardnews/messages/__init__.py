"""The message catalogue: every rule's severity and its sentence in English and Korean.

Templates are filled with `str.format_map`; both languages name the same blanks. A message says what was found,
what was expected, and what to do.
"""

from __future__ import annotations

from cardnews.messages.checking import CHECK
from cardnews.messages.composing import COMPOSE
from cardnews.messages.drafting import DRAFT
from cardnews.messages.editing import EDIT
from cardnews.messages.files import FILES
from cardnews.messages.gating import GATE
from cardnews.messages.including import INCLUDE
from cardnews.messages.listing import LISTING
from cardnews.messages.message import Message
from cardnews.messages.numbers import NUMBERS
from cardnews.messages.previewing import PREVIEW
from cardnews.messages.reading import READER
from cardnews.messages.rendering import RENDER
from cardnews.messages.scripts import SCRIPT
from cardnews.messages.theming import THEMING
from cardnews.messages.typefaces import FONTS

MESSAGES: dict[str, Message] = {
    **READER,
    **SCRIPT,
    **NUMBERS,
    **INCLUDE,
    **COMPOSE,
    **FILES,
    **RENDER,
    **CHECK,
    **DRAFT,
    **EDIT,
    **LISTING,
    **FONTS,
    **PREVIEW,
    **GATE,
    **THEMING,
}

# Words that messages are filled with where a value is a kind of thing rather than the author's own words.
WORDS: dict[str, tuple[str, str]] = {
    "text": ("text", "글"),
    "list": ("a list", "목록"),
    "mapping": ("a mapping (`key: value` lines)", "`항목: 값` 묶음"),
    "whole-script": ("a whole script with `slides:`", "`slides:`가 든 스크립트 전체"),
    "nothing": ("nothing", "빈 값"),
    "number": ("a number", "숫자"),
    "two-numbers": ("two numbers, such as `[2, 6]`,", "`[2, 6]` 같은 두 숫자"),
    "true-or-false": ("`true` or `false`", "`예`나 `아니요`"),
    # What a card leaves out.
    "part-text": ("words", "글"),
    "part-items": ("items", "항목"),
    "part-link": ("address", "주소"),
    "part-picture": ("picture", "그림"),
    "part-drawn": ("drawing", "도표"),
    "part-all": ("contents", "내용"),
    "not-a-picture": (
        "it is no picture, or it is damaged; save it anew as JPEG or PNG",
        "그림 파일이 아니거나 깨졌습니다. JPEG나 PNG로 다시 저장하세요",
    ),
}

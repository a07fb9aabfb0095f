"""Composing and painting: what fits, and what fonts and pictures lack."""

from __future__ import annotations

from cardnews.messages.message import Message

COMPOSE: dict[str, Message] = {
    "text-overflow": Message(
        "error",
        'field "{name}" does not fit size {canvas}, even at {size} px: about {over} characters too many'
        " (spaces not counted)",
        '"{name}" 필드가 {canvas} 크기에서 {size}px로 줄여도 들어가지 않습니다. 빈칸을 빼고 약 {over}자를 줄이세요',
    ),
    "no-room": Message(
        "error",
        'the box "{box}" has no room at size {size}; use fewer fields or a taller size',
        '"{box}" 자리가 {size} 크기에서는 모자랍니다. 필드를 줄이거나 더 긴 크기를 쓰세요',
    ),
    "missing-glyph": Message(
        "error",
        'no font has the character "{character}" ({code}) of field "{name}"; write it another way',
        '"{name}" 필드의 글자 "{character}"({code})가 어느 글꼴에도 없습니다. 다른 글자로 바꾸세요',
    ),
    "private-character": Message(
        "error",
        'the character {code} of field "{name}" belongs to the program it was copied from (Hangul, Word), to no font;'
        " type the sign anew",
        '"{name}" 필드의 글자 {code}는 복사해 온 프로그램(한글, 워드)에만 있는 특수 문자라 글꼴에 없습니다. '
        "다시 입력하세요",
    ),
    "compound-parted": Message(
        "info",
        'a long compound of field "{name}" goes on in another line after "{text}";'
        " put a space where you want it parted",
        '"{name}" 필드의 긴 합성어를 "{text}" 뒤에서 다음 줄로 나누었습니다. 나눌 곳을 띄어 쓰면 그대로 따릅니다',
    ),
    "torn-eojeol": Message(
        "warning",
        'a word of field "{name}" is wider than its line and was broken after "{text}"; shorten it or add a space',
        '"{name}" 필드의 어절이 한 줄보다 길어 "{text}" 뒤에서 끊었습니다. 줄이거나 띄어 쓰세요',
    ),
    "mark-open": Message(
        "warning",
        'the mark "{what}" here has no partner, so it is printed on the card; put "{what}" on both sides of the words, '
        "or `\\{what}` where the letters themselves are meant",
        '"{what}" 표시의 짝이 없어 카드에 글자로 나옵니다. 강조할 말의 앞뒤에 모두 "{what}" 표시를 붙이고, '
        "글자 그대로 쓰려면 `\\{what}`처럼 적으세요",
    ),
    "far-over-length": Message(
        "warning",
        '"{name}" has {found} characters, far more than the {most} that its place is made for; '
        "shorten it, or share it out over several cards",
        '"{name}" 글이 {found}자로, 이 자리에 어울리는 {most}자보다 훨씬 깁니다. 줄이거나 카드 여러 장에 나누세요',
    ),
    "eojeol-tightened": Message(
        "info",
        'the word "{word}" of field "{name}" is as wide as its line at size {canvas}, so its text is {amount} em '
        "tighter; a shorter word or a space in it loosens it",
        '"{name}" 필드의 어절 "{word}"이(가) {canvas} 크기에서 줄 너비보다 길어 자간을 {amount}em 좁혔습니다. '
        "어절을 줄이거나 띄어 쓰면 풀립니다",
    ),
    "eojeol-wide": Message(
        "info",
        'the word "{word}" of field "{name}" is wider than its line at {larger} px, so its text is set at {size} px '
        "at size {canvas}; a shorter word or a space in it keeps the size",
        '"{name}" 필드의 어절 "{word}"이(가) {canvas} 크기에서 줄 너비보다 길어 글자를 {larger}px에서 {size}px로 '
        "줄였습니다. 어절을 줄이거나 띄어 쓰면 크기가 유지됩니다",
    ),
    "text-shortened": Message(
        "info",
        '"{name}" is too long for its place and was shortened to "{text}"',
        '"{name}" 글이 자리보다 길어 "{text}"(으)로 줄였습니다',
    ),
    "scene-too-deep": Message(
        "error",
        'the scene "{name}" holds itself, or scenes within scenes go too deep',
        '장면 "{name}" 안에 자기 자신이 있거나, 장면 속의 장면이 너무 깊습니다',
    ),
    "fallback-face": Message(
        "info",
        'the font of field "{name}" lacks "{character}", so its word is set in {family}',
        '"{name}" 필드의 글꼴에 "{character}"이(가) 없어 그 어절을 {family} 글꼴로 앉혔습니다',
    ),
    "series-size": Message(
        "info",
        'this slide sets "{name}" to {size} px on every card of size {canvas}; '
        "about {over} characters fewer give {larger}",
        '이 슬라이드 때문에 {canvas} 크기의 모든 카드에서 "{name}" 글자가 {size}px입니다. '
        "약 {over}자를 줄이면 {larger}px이 됩니다",
    ),
    "series-outlier": Message(
        "info",
        '"{name}" of this slide is {size} px at size {canvas}, smaller than its siblings; '
        "about {over} characters fewer give {larger} like theirs",
        '이 슬라이드의 "{name}" 글자만 {canvas} 크기에서 {size}px로 작습니다. '
        "약 {over}자를 줄이면 다른 카드처럼 {larger}px이 됩니다",
    ),
    "words-cut": Message(
        "warning",
        'at size {canvas}, {count} of the words of "{name}" stand nowhere in full: {words}; '
        "use fewer or shorter ones, or leave out that size",
        '"{name}" 가운데 낱말 {count}개가 {canvas} 크기에서 온전히 보이지 않습니다: {words}. '
        "낱말을 줄이거나 그 크기를 빼세요",
    ),
    "text-left-out": Message(
        "warning",
        'not on the card at size {canvas}, for want of room in the layout: the {part} of "{name}"; '
        "shorten the rest, or use another layout there",
        '"{name}" {part}은(는) {canvas} 크기의 카드에 나오지 않습니다. 레이아웃에 자리가 없으니 '
        "다른 글을 줄이거나 레이아웃을 바꾸세요",
    ),
    "picture-left-out": Message(
        "info",
        'not on the card at size {canvas}, for want of room in the layout: the {part} of "{name}"',
        '"{name}" {part}은(는) {canvas} 크기의 카드에 나오지 않습니다. 레이아웃에 자리가 없습니다',
    ),
    "logos-left-out": Message(
        "warning",
        'the logos of "{name}" are not on the card at size {canvas}: the layout has no room for them there',
        '"{name}" 로고는 {canvas} 크기의 카드에 나오지 않습니다. 레이아웃에 자리가 없습니다',
    ),
    "goes-on": Message(
        "info",
        "at size {canvas} this slide takes {count} cards, since its list has more items than one card holds",
        "{canvas} 크기에서 이 슬라이드는 카드 {count}장이 됩니다. 항목이 한 장에 다 들어가지 않습니다",
    ),
    "relief-taken": Message(
        "info",
        'to make room at size {canvas}, the layout moved closer or made smaller: "{name}"',
        '{canvas} 크기에서 자리를 내려고 레이아웃이 좁히거나 줄인 것: "{name}"',
    ),
    "unreadable-image": Message(
        "error",
        'picture "{name}" cannot be read: {why}',
        '그림 파일 "{name}"을(를) 읽을 수 없습니다: {why}',
    ),
    "image-too-large": Message(
        "error",
        'picture "{name}" has {found} million pixels; at most {most} million are read',
        '그림 파일 "{name}"이(가) {found}백만 화소입니다. {most}백만 화소까지 읽습니다',
    ),
}

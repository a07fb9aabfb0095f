"""What a word would be had the keyboard been in the other of its two states: Korean (dubeolsik, KS X 5002) or Latin."""

from __future__ import annotations

from unicodedata import normalize

_LATIN = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
_JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_TO_JAMO = dict(zip(_LATIN, _JAMO, strict=True))
_TO_LATIN = dict(zip(_JAMO, _LATIN, strict=True))
_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
_FINALS = {
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLES = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PARTS = {whole: pair for table in (_VOWELS, _FINALS) for pair, whole in table.items()}


def in_other_state(word: str) -> str:
    """`wpahr` as 제목, `샤싣` as `title`; what has no key in the other state stays as it is."""
    return _to_hangul(word) if word.isascii() else _to_latin(word)


def _to_hangul(word: str) -> str:
    keys = [_TO_JAMO.get(key) or _TO_JAMO.get(key.lower()) or key for key in word]
    text, at = "", 0
    while at < len(keys):
        lead, middle, size = keys[at], "", 1
        if lead in _LEADS and at + 1 < len(keys) and keys[at + 1] in _MIDDLES:
            middle, size = keys[at + 1], 2
            if at + 2 < len(keys) and middle + keys[at + 2] in _VOWELS:
                middle, size = _VOWELS[middle + keys[at + 2]], 3
        if not middle:
            text, at = text + lead, at + 1
            continue
        tail, at = "\0", at + size
        # A consonant closes the syllable unless a vowel follows it.
        for count in (2, 1):
            found = "".join(keys[at : at + count])
            found = _FINALS.get(found, "") if count == 2 else found
            follows = keys[at + count] if at + count < len(keys) else ""
            if found and len(keys) >= at + count and found in _TAILS and follows not in list(_MIDDLES):
                tail, at = found, at + count
                break
        text += chr(0xAC00 + (_LEADS.index(lead) * 21 + _MIDDLES.index(middle)) * 28 + _TAILS.index(tail))
    return text


def _to_latin(word: str) -> str:
    letters = ""
    for character in normalize("NFC", word):
        code = ord(character) - 0xAC00
        jamo = [character]
        if 0 <= code < 11172:
            tail = _TAILS[code % 28]
            jamo = [_LEADS[code // 588], _MIDDLES[code // 28 % 21], *([tail] if tail != "\0" else [])]
        letters += "".join(_TO_LATIN.get(one, one) for part in jamo for one in _PARTS.get(part, part))
    return letters

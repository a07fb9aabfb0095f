"""What people say: quotations that stand alone, with who said them, and those within a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardnews.draft.document import Quote
from cardnews.draft.prose import NOTHING, Prose, joined, plain

_DASHED = re.compile(r"[-–—―─]+\s*(?=\S)")
_LONE = re.compile(r"[“\"](?P<said>[^“”\"]{2,})[”\"]\s*(?P<behind>.*)", re.DOTALL)
_WHO = re.compile(r"(?:[-–—―─]+\s*|[(（])(?P<who>[^()（）]{2,40}?)[)）]?\.?")
_SAID = re.compile(
    r"(?:(?:이?라고|이?라며|이?라면서|고|며|면서|하고)\s|\s?(?:이?라고|이?라며|하고|이?라는|는)?\s*(?=[^“”\"]{0,24}(?:말|밝|강조|덧붙|전했|설명|"
    r"물었|답|당부|호소|이야기|소감|털어|지적|주장|평가|제안|약속|다짐)))(?P<between>[^“”\"]{0,24})"
)
_PRONOUNS = re.compile(r"(?:그|그녀|그들|이들|이|또|이어|그러면서|또한|끝으로|마지막으로)")
_QUOTED = re.compile(r"[“\"](?P<said>[^“”\"]{8,})[”\"]")
_NAMED = r"(?P<who>(?:[^\s,.“”\"]+\s){0,4}[^\s,.“”\"]+?)(?:은|는|이|가|도|께서는|께서)"
_SPEAKER_BEHIND = re.compile(rf"{_NAMED}\s")
_NO_NAME = re.compile(r"\d\s*%|\d명|응답|(?:에|에서|에게|으로|부터|까지)$")
# What is said is not who says it: `“…”는 대답이 가장 많았다`.
_SAYING = re.compile(
    r"(?:.*\s)?(?:대답|답변?|지적|의견|말씀?|목소리|주장|평가?|제안|건의|요구|요청|반응|소감|당부|호소|설명|질문|물음|이야기|얘기|생각|비판|우려|걱정|"
    r"불만|지침|원칙|약속|다짐|바람|기대|문구|글|댓글|후기|구호|제목|내용|결론|취지|뜻|인식|여론|조언|격언|속담|표현|사례|응답)"
)
_SPEAKER = re.compile(rf"{_NAMED}\s*,?\s$")
_SHORTEST = 8  # letters of a quotation that can stand alone
_NEAR = 60  # characters before a quotation in which its speaker is named
_LONGEST_NAME = 14
_LONGEST_LINE = 48  # characters of a name with what it does


def lone_quote(text: Prose) -> Quote | None:
    """A paragraph that is one quotation, perhaps with its author behind it."""
    match = _LONE.fullmatch(text.text)
    if match is None:
        return None
    behind = _WHO.fullmatch(match["behind"].strip()) if match["behind"].strip() else None
    if match["behind"].strip() and behind is None:
        return None
    start = match.start("behind") + (len(match["behind"]) - len(match["behind"].lstrip()))
    who = text.cut(start + behind.start("who"), start + behind.end("who")) if behind else NOTHING
    return Quote(text.cut(*match.span("said")), who)


def attributed(lines: Sequence[Prose]) -> Quote:
    """A quotation in lines, the last of which may say whose it is."""
    last = lines[-1].text
    dashed = _DASHED.match(last)
    if len(lines) > 1 and dashed and len(last) <= _LONGEST_LINE:
        who, lines = lines[-1].cut(dashed.end()), lines[:-1]
    else:
        who = NOTHING
    text = joined(lines, " ")
    inner = _LONE.fullmatch(text.text)
    if inner is None:
        return Quote(text, who)
    found = lone_quote(text)
    return Quote(text, who) if found is None else Quote(found.text, who if who.text else found.who)


def spoken_in(sentence: Prose, speaker: Prose = NOTHING) -> tuple[Quote, ...]:
    """The quotations in a sentence that says who said them (`김하늘 관장은 “…”라고 말했다`); none where it does not.

    `speaker` is who spoke before, for sentences that only go on (`이어 “…”라고 덧붙였다`).
    """
    found = [match for match in _QUOTED.finditer(sentence.text) if len(match["said"]) >= _SHORTEST]
    said = _SAID.match(sentence.text, found[-1].end()) if found else None
    if said is None:
        return ()
    before = _SPEAKER.search(sentence.text[max(0, found[0].start() - _NEAR) : found[0].start()].rstrip() + " ")
    behind = _SPEAKER_BEHIND.match(sentence.text, said.start("between"))
    candidates = [one for one in (before, behind) if one is not None]
    named = next((one for one in candidates if not _SAYING.fullmatch(one["who"])), None)
    if candidates and named is None:
        return ()
    who = plain(named["who"]) if named is not None else NOTHING
    if len(who) > _LONGEST_NAME:
        # A name and its title say enough, while half of a relative clause would say something else.
        names = plain(" ".join(who.text.split(" ")[-2:]))
        who = names if len(names) <= _LONGEST_NAME else plain(who.text.split(" ")[-1])
    if not who or _PRONOUNS.fullmatch(who.text):
        who = speaker
    if not who or _NO_NAME.search(who.text):
        return ()
    return tuple(Quote(sentence.cut(*match.span("said")), who) for match in found)

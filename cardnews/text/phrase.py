"""What a line break costs at a gap between two eojeol: one table of small named rules over surface forms.

Costs are in units of squared relative slack times 100: a line that ends 10 % short of the measure costs 1.
A positive cost asks to keep the gap whole, a negative one invites a break. The rules here are those that a line of
Korean must never break (design rule: never part `수 있다`, never begin a line with a bound noun or counter alone);
the table has room for the finer ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# Dependent nouns (의존 명사) that lean on the adnominal form before them, with the particles they take.
_BOUND_NOUNS = (
    "것 거 게 걸 건 수 줄 리 때 데 바 지 채 척 체 듯 뿐 만큼 대로 김 겸 노릇 둥 따름 무렵 법 양 자 적 즈음 참 "
    "터 턱 곳 동안 때문 나위 나름 마련 망정 모양 셈 식 이래 점 정도 지경 측 탓 통 판 편 품 밖 등 및 간 내 외 "
    "중 차"
).split()
_COUNTERS = (
    "명 분 개 건 곳 가지 번 번째 차례 회 살 세 해 년 월 일 시 시간 분 초 주 주일 달 개월 원 만 억 조 천 백 십 "
    "권 장 마리 대 채 층 평 동 호 호실 그루 송이 자루 벌 켤레 쌍 잔 병 그릇 모금 줄 갈래 마디 사람 군데 팀 표 "
    "쪽 퍼센트 배 점 위 등 종 편 통 킬로미터 미터 센티미터 킬로그램 그램 리터 도 인 석 집 가구 세대 학기 학년 "
    "반"
).split()
# Native numerals before a counter, from `한` to `아흔아홉`, approximate ones, and Sino-Korean powers of ten.
_NUMERAL = re.compile(
    r"(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)"
    r"|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔|첫|몇|여러|석|넉|서|너|한두|두세|서너|너덧|네댓|대여섯|예닐곱|일고여덟"
    r"|수?(?:십|백|천|만|억)|몇(?:십|백|천|만)"
)
_DETERMINERS = frozenset(
    ("이 그 저 이런 그런 저런 어느 어떤 무슨 모든 온 각 매 새 헌 옛 첫 맨 딴 다른 여러 몇 웬 온갖 갖은").split()
)
_NEGATION = frozenset(("안 못").split())
_PARTICLES = (
    r"(?:이|가|은|는|을|를|의|에|도|만|로|으로|과|와|이나|나|이라도|라도|부터|까지|조차|마저|이다|입니다|이에요|예요|"
    r"인|이고|이며|일|였|이었|에서|에게|마다|처럼|보다|이라는|라는|이라고|라고|들|뿐|밖에)?"
)
_BOUND = re.compile(rf"(?:{'|'.join(sorted(_BOUND_NOUNS, key=len, reverse=True))}){_PARTICLES}[^가-힣]*")
_COUNTER = re.compile(rf"(?:{'|'.join(sorted(_COUNTERS, key=len, reverse=True))}){_PARTICLES}(?:[^가-힣].*)?")
_NUMBER_END = re.compile(
    r"(?:.*[0-9０-９][%만억조천백십]*|[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조]*)$"
)
_ADNOMINAL_END = re.compile(r".*[\uAC00-\uD7A3]$")
# Auxiliary verbs (보조 용언) by the connective ending they follow.
_AUXILIARIES = (
    (re.compile(r".+고$"), re.compile(r"(?:있|계시|계신|싶|나면|나서|말)")),
    (re.compile(r".+지$"), re.compile(r"(?:않|못하|못한|못할|못했|말|마세|마라)")),
    (re.compile(r".+게$"), re.compile(r"(?:하|한|할|합|했|해|되|된|될|됩|됐|돼)")),
    (
        re.compile(r".*[아어여해려켜워와져줘내봐]$"),
        re.compile(
            r"(?:있|보[고며면니세자]|본|볼|봅|봤|봐|버리|버린|버릴|버렸|주[고며면는세시]|준|줄|줍|줬|줘|두[고는]|둔|둘|놓|놨|낸|낼|냈|가[고는]|갑|왔|온|올|옵|오[고는])"
        ),
    ),
)
_CLAUSE = re.compile(r".*(?:지만|는데|은데|인데|면서|으면|려면|니까|므로|아서|어서|해서|거나|도록|더니|다면|라면|면)$")
_SENTENCE_END = re.compile(r".*[.!?。！？…]['\"’”)\]〉》」』]*$")
_COMMA = re.compile(r".*[,，、;:]['\"’”]*$")
_TOPIC = re.compile(r".+(?:은|는|이|가|께서|에서는|에는|으로는|도)$")


def _jongseong(character: str) -> int:
    """Index of the final consonant of a Hangul syllable, 0 for none (Unicode 3.12)."""
    code = ord(character) - 0xAC00
    return code % 28 if 0 <= code < 11172 else 0


def _adnominal(word: str) -> bool:
    """Whether `word` may be an adnominal form: it ends in ㄴ, ㄹ or `는`, `던`."""
    return bool(_ADNOMINAL_END.match(word)) and _jongseong(word[-1]) in (4, 8)


def _auxiliary(before: str, after: str) -> bool:
    if _CLAUSE.match(before) or len(after.rstrip("?!.,…")) > 6 or before.endswith(("에게", "에서", "에")):
        return False
    return any(main.match(before) and helper.match(after) for main, helper in _AUXILIARIES)


@dataclass(frozen=True, slots=True)
class GapRule:
    """One piece of knowledge about a gap: `test(before, after)` sees the eojeol on both sides."""

    id: str
    cost: float
    test: Callable[[str, str], bool]


GAP_RULES: tuple[GapRule, ...] = (
    GapRule("sentence-end", -14.0, lambda before, after: bool(_SENTENCE_END.match(before))),
    GapRule("comma", -9.0, lambda before, after: bool(_COMMA.match(before))),
    GapRule("clause-end", -8.0, lambda before, after: bool(_CLAUSE.match(before)) and len(before) > 2),
    GapRule("topic", -1.0, lambda before, after: bool(_TOPIC.match(before)) and len(before) > 2),
    GapRule("bound-noun", 60.0, lambda before, after: _adnominal(before) and bool(_BOUND.fullmatch(after))),
    GapRule(
        "can-do",
        60.0,
        lambda before, after: (
            bool(re.fullmatch(r"수[가는도]?|줄[을은도]?|리[가는도]?", before))
            and bool(re.match(r"있|없|밖|안다|모|알", after))
        ),
    ),
    GapRule("numeral-counter", 60.0, lambda before, after: bool(_NUMERAL.fullmatch(before)) and len(after) <= 6),
    GapRule(
        "number-unit", 60.0, lambda before, after: bool(_NUMBER_END.match(before)) and bool(_COUNTER.fullmatch(after))
    ),
    GapRule("determiner", 40.0, lambda before, after: before in _DETERMINERS),
    GapRule("negation", 60.0, lambda before, after: before in _NEGATION),
    GapRule("auxiliary", 30.0, lambda before, after: _auxiliary(before, after)),
    GapRule(
        "question-word", 8.0, lambda before, after: before in ("왜", "더", "잘", "꼭", "또", "참", "좀", "늘", "갓")
    ),
    GapRule("genitive", 6.0, lambda before, after: len(before) > 1 and before.endswith("의")),
    GapRule(
        "short-object", 4.0, lambda before, after: bool(re.fullmatch(r"[가-힣]{1,2}[을를]", before)) and len(after) <= 4
    ),
    GapRule("modifier", 3.0, lambda before, after: before.endswith(("한", "된", "할", "될", "던")) and len(before) > 1),
    GapRule("lone-syllable", 6.0, lambda before, after: len(before) == 1),
)


def gap_cost(before: str, after: str) -> tuple[float, tuple[str, ...]]:
    """The cost of ending a line between eojeol `before` and `after`, and the ids of the rules that made it."""
    hits = [rule for rule in GAP_RULES if rule.test(before, after)]
    return sum(rule.cost for rule in hits), tuple(rule.id for rule in hits)

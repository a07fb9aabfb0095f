"""Auxiliary verbs (보조 용언): the connective endings of the main verb and the helpers that follow each of them."""

from __future__ import annotations

from cardnews.text.phrase.affixes import Affixes
from cardnews.text.phrase.forms import Word

_HADA = "하 한 할 합 했 해"
_DOEDA = "되 된 될 됩 됐 돼"
# By the ending of the main verb; each pair is a closed construction.
_CONSTRUCTIONS = tuple(
    (Affixes(main), Affixes(helper))
    for main, helper in (
        ("고 고[도는만야]", "있 계시 계신 계십 계셨 싶 나면 나서 나니 나자 말[았고지겠] 마는 만다 맙 보니 가[는면]"),
        (
            "[지치] [지치][는도를가] [지치]만은 [지치]조차",
            "않 아니하 못하 못한 못할 못했 못해 못합 말 마세 마라 마시 맙",
        ),
        ("[게케] [게케][는도끔만]", f"{_HADA} {_DOEDA} 만드 만든 만들"),
        ("야 야만", f"{_HADA} {_DOEDA} 겠 지"),
        ("기도 기는 긴 기만 기까지 기조차 기나 기로", _HADA),
        ("[으하되리키치이가오보주쓰]려 [으하되리키치이가오보주쓰]려고 고자 곤 도록", _HADA),
        (
            "[을할볼갈올될릴줄길질칠일킬]까 [은는던인한]가 려나 [하가보오되있없]나",
            "하[고는] 해서 했 보[다네아] 봅 봐 싶",
        ),
        ("를까 을까 [갈걸끌날널놀늘달들딸말물밀벌빌살설실쌀알얼열울일잘절졸줄질털틀팔풀헐힐]까", "하[고는] 했 봐 싶"),
        ("다", "보[니면] 못해 싶"),
        ("[아어해려져워와봐돼여켜]도", _DOEDA),
        ("[으하되가오보이지리키치]면", "되 된다 될 됩 됐 돼 안"),
    )
)
# Helpers that are no more than the beginning of other words: 하고 말 것이다.
_WHOLE_HELPERS = frozenset("말못")
_BEFORE_WHOLE = Affixes("고 지")
_NOUN_KINDS = frozenset(("subject", "object", "and", "genitive", "place"))
# The infinitive on -아, -어 and its contractions; words of one letter or that end in 가, 나, 와 only after 아 or 어.
_INFINITIVES = Affixes(
    "[아어나다]가 [아어]나 [만떠나타끝드러물러빛혼신어긋거듭]나 지나 [아어려라도]와 "
    "[아어여해려져켜쳐겨펴혀려워줘춰둬꿔눠돼써커떠꺼봐놔내재개깨빼매캐메베세데새건너라러타애]"
)
_SHORT_INFINITIVES = frozenset("가사자차타파나서봐와")
_NOT_INFINITIVES = Affixes(
    "에 께 게 때 데 채 체 제 과 래 까 해마다 이해 피해 올해 새해 지난해 첫해 방해 오해 손해 화해 북해 남해 동해 서해 "
    "공해 재해 이래 미래 노래 거래 아래 본래 원래 함께 세계 관계 단계 한계 통계 체계 시계 기계 설계 생계 국가 나라 "
    "누나 하나 에서 무지개 날개 안개 조개 베개 번개 고개 소개 공개 동네 그네 이제 어제 언제 문제 경제 과제 축제 형제 "
    "숙제 주제 국내 시내 안내 실내 아내 남매 열매 판매 구매 소매 매매 방세 월세 전세 집세 관세 국세 면세 과세 추세 "
    "자세 시세 대세 정세 행세 내내 하나 언제나 누구나 어디나"
)
# Nouns end in these more often than verb forms do, unless they are all of the word.
_NOT_INFINITIVE_ENDS = frozenset("다배카파마하바라자차사타")
# Helpers behind the infinitive, spelled so that the commonest nouns and verbs like them stay out.
_HELPERS = Affixes(
    "있 계[시신십셨] 보 본 볼 봅 봤 봐 버리 버린 버릴 버렸 버려 주 준 줄 줍 줬 줘 두 둔 둬 뒀 둡 놓 놨 낸 낼 냈 냅 "
    "내 가 간다 갔 갑 왔 온다 옵 오 대[는고며다] 댄 댔 드[리려렸린릴립] 들었 나가 나갔 나간 나갈 나온 나오 먹 치우 "
    "치웠 빠진 지[는고며다] 진다 졌 하[는고며다] 한다 마지 달라"
)
_SHORT_HELPERS = frozenset("둘간갈온올와")
_NOT_HELPERS = Affixes(
    "보[아통호] 주[요제의목말민변택차거소] 준[비수] 두번 두세 내[가용년일부] 가[장족게격치] 오[늘전후히직]"
)
_DUSEYO = "두세요"
_DOEDA_FORMS = Affixes("되 된다 될 됩 됐 돼 안")
_MANNER_ADVERBS = frozenset("이렇게 그렇게 저렇게 요렇게 어떻게".split())
# Endings of clauses that a helper may follow; behind the others it is a verb of its own.
_CLAUSE_ENDS = frozenset("면려도록고자다지데서")


def assists(before: Word, after: Word) -> bool:
    """An auxiliary verb behind the connective form of its main verb."""
    if before.pause not in ("", "close"):
        return False
    core, helper = before.core, after.core
    if core in _MANNER_ADVERBS or before.kind == "clause":
        return core[-1:] in _CLAUSE_ENDS and _becomes(core, helper)
    if before.kind not in _NOUN_KINDS or core[-1:] == "가":
        for main, auxiliary in _CONSTRUCTIONS:
            if main.end(core) and auxiliary.begin(helper):
                return True
        if helper in _WHOLE_HELPERS and _BEFORE_WHOLE.end(core):
            return True
    return _is_infinitive(core) and _helps(helper)


def _becomes(core: str, helper: str) -> bool:
    """-면 되다 and the constructions on clause endings."""
    if core[-1] == "면":
        return _DOEDA_FORMS.begin(helper)
    return any(main.end(core) and auxiliary.begin(helper) for main, auxiliary in _CONSTRUCTIONS)


def _is_infinitive(core: str) -> bool:
    if len(core) < 2:
        return core in _SHORT_INFINITIVES or _INFINITIVES.end(core)
    return _INFINITIVES.end(core) and core[-1] not in _NOT_INFINITIVE_ENDS and not _NOT_INFINITIVES.end(core)


def _helps(helper: str) -> bool:
    if helper in _SHORT_HELPERS or helper.startswith(_DUSEYO):
        return True
    return helper != "두" and _HELPERS.begin(helper) and not _NOT_HELPERS.begin(helper)

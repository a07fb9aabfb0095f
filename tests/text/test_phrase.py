"""What a break costs at a gap: every rule with gaps it must see and gaps that only look like it."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from cardnews.text.phrase import GAP_RULES, gap_cost, gap_label
from cardnews.text.phrase.cost import USUAL
from cardnews.text.phrase.forms import read_word
from cardnews.text.phrase.rules import HOLDING

# rule: gaps it must see, near misses. `|` parts the two eojeol; the words around them may stand beside.
GAPS: dict[str, tuple[str, str]] = {
    "bound-noun": (
        "부를|수; 고를|때; 높을|터다; 키우려는|분이라면; 난|지; "
        "말할|것이다; 아는|만큼만; 갔을|때; 하는|동안; 먹을|수; 갈|겁니다; 한다는|것",
        "말할|수단이; 우리|것은; 주민은|수많은; 책을|지도와; 주민이|것은",
    ),
    "leaning-noun": ("비|때문에; 학교|등에서; 사과 배|등을", "하는|등산을; 학교|등교가; 비를|때린다"),
    "can-do": ("책뿐|아니라; 할 수|있다; 할 수가|없다; 할 줄|안다; 온 것|같다", "깊은 물|있다; 할 수|많은; 긴 줄|서서"),
    "numeral-counter": ("세|번째; 열두|명이; 몇|사람이; 한|번만", "세상|사람; 하나|같은; 열린|마당; 두루|살핀다"),
    "number-unit": ("3|명이; 10만|원; 2026|년부터; 300여|명", "3만큼|큰; 학교|명이; 3명이|모여"),
    "about-number": ("약|30명이; 최대|10만; 연|1,000만", "약|바르고; 연|사람이; 최대|규모의"),
    "date": ("새벽|네; 5월|18일; 2026년|3월; 오후|2시; 평일 밤|11시까지", "5월|어린이날; 오후|늦게; 3월부터|9월까지"),
    "determiner": (
        "이|문제는; 어떤|말을; 모든|주민; 새|조례",
        "멈춘 다음|밖으로; 외출 전|가스; 이제|문제는; 어떤지|말해; 모두|주민; 새로|만든"),
    "possessive": ("내|손으로; 제|생각에는", "내년|봄에; 우리|동네; 내가|말을"),
    "negation": ("안|들린다; 못|갔다", "안을|들여다; 못을|박았다; 안전한|길"),
    "auxiliary": (
        "오를까|봐; 늘리기로|했다; 참고|말지요; 지나|버렸어요; 물어봐|주었더라면; 보내면|됩니다; "
        "보고|있다; 하지|않는다; 먹어|봤다; 가게|된다; 알아야|합니다; 비워|두세요; 해|볼까",
        "이렇게|하면; 놀러|오세요; 방세|내기가; 내내|먹고도; 화면|됨됨이; "
        "보고|받았다; 하지만|않은; 그리고|나중에; 주민에게|말을; 새해|본회의; 무대|가운데",
    ),
    "quotation-verb": ("오라고|하고; 간다고|했다; 없다고|합니다", "간다는|하루; 최고|하면; 좋다고|하얗게"),
    "postposition": ("참여에|대하여; 은퇴자를|위한; 주민과|함께", "참여에|대답을; 은퇴자를|위로하는; 주민은|함께"),
    "name-title": ("김민수|과장이; 박지은|주무관; 최혜란|센터장은", "김치|과장이; 새로운|과장이; 이러한|입장에서"),
    "this-time": ("이번|선거에서; 지난번|회의에서는", "이번에|선거에서; 이번,|선거에서; 다른|선거에서"),
    "threshold": ("65세|이상; 30명|미만; 두 개|이상", "주민|이상으로; 65세|어르신; 이상|기온"),
    "lone-adverb": ("참|오래; 꼭|교육을; 다|쓴", "무척|오래; 참,|오래; 말|한마디"),
    "time-clause": ("떠난 뒤|갯벌에서; 아플 때|부를", "이 뒤|갯벌에서; 할 수|있는; 그때|부를"),
    "must": ("쉬어야|손님도; 물어야|주민이", "쉬어야|합니다; 분야|전문가"),
    "purpose": ("놀러|오세요; 보러|나온", "놀러|모인; 불러|왔다; 달러|가치"),
    "serial-and": ("두고|가자.; 치우고|가자.", "두고|가면 좋다고; 보고|있다."),
    "quote-end": ("싶다”|열여섯; 왔습니다’|주민은", "싶다|열여섯; “행정”|열여섯"),
    "credit": ("돼요?”|— 김하나; 갑니다.|- 이하나", "돼요?”|김하나; 협치|—"),
    "gloss": ("협치|(協治)를; 예산|[안]을", "협치|협치를; (협치)|조례"),
    "in-bracket": ("지원(연|10회); (국번|없이", "지원(연)|10회; 국번|없이"),
    "bullet": ("①|창문과; ▲|지난; 1.|자리에; 가.|대상은", "—|그는; 가|보니; 1,000|명"),
    "like": ("바보|같은; 집|같이", "바보는|같은; 바보가|같이"),
    "lone-noun": ("비|오는; 문|연; 물|한", "비가|오는; 비옷|입은; 할 수|있는"),
    "lone-last": ("돌려받는|법; 하나면|끝; 않는|답.", "돌려받는|법이; 하나면|끝 아닌가; 돌려받는|방법"),
    "lone-place": ("폭염|속 쪽방촌; 4분|전, 감독은; 냉장고|속 재료", "폭염|속에서; 폭염은|속 썩인다"),
    "nominal-tail": ("다투기|전에; 알기|위해; 들리기|시작합니다", "이야기|마당에; 다투기|싫어서; 다툼|전에"),
    "sentence-end": ("끝났습니다.|이제; 왜요?”|하고; 그래!|정말", "끝났다|이제; 3.5|배; 1.2.3|판은"),
    "comma": ("먼저,|우리가; ‘하나,’|둘은; 곳:|골목", "먼저|우리가; 1,000|원; 12:30|까지"),
    "listing": ("사과, 배,|감을; 배,|감, 귤", "사과 배,|감을; 늦었고, 그래서,|다시"),
    "clause-end": ("들었지만|모른다; 늦었는데|왔다; 물으면|답한다", "라면|먹고; 장면|전환; 네 가지만|지켜도"),
    "serial-verb": ("찾아가서|묻고; 걸어서|나갑니다", "바빠서|나무를; 물으면|답한다"),
    "and-then": ("창문을 열고|나갔다; 소음을 재고|중재를", "보고|있다; 사고|현장; 창고|정리를"),
    "infinitive": ("모여|이야기를; 찾아|나섰다", "모여|있다; 언어|교육을; 여기|모여"),
    "quotation": ("좋다고|당부했다; 없다며|떠났다", "좋다는|말을; 사고|현장; 최고|기록"),
    "topic": ("주민은|묻는다; 행정에서는|말이; 그건|아니다", "듣는|주민; 작은|마을; 이|문제; 없는|사람"),
    "topic-first": ("주민은|묻는다; 끝났다. 주민은|묻는다", "어제 주민은|묻는다; 듣는|주민"),
    "subject": ("주민이|모여; 제안서가|쌓였다", "종이|한; 평가|결과; 아이|방"),
    "subject-verb": ("제안서가|쌓였다; 사람이|없는", "주민이|예산을; 종이|접기"),
    "there-is": ("사람이|없는; 도움이|됩니다; 문법이|아닙니다", "사람이|많이; 사람을|잊은; 저울이|기운"),
    "short-object": ("말을|건다; 길을|찾다", "목소리를|듣다; 횡단보도를|건넌다; 말을|먼저"),
    "short-verb": ("마을에|산다; 글로|쓴; 병원에|간", "마을에|살았습니다; 글로|마음을"),
    "short-pair": ("힘이|나요.; 잠에|드는", "힘이|생겼습니다; 도움이|되는"),
    "place": ("마을에|새로; 부엌에서|저울이; 글로|마음을", "회의|시간; 도로|공사; 하루|종일"),
    "place-verb": ("민원에|답하는; 글로|옮겼습니다", "민원에|여러; 도로|공사"),
    "coordination-short": ("창문과|문틈을; 책과|글을", "나이와|출신 학교를; 창문과|커튼봉에"),
    "genitive": ("주민의|말을; 행정의|할일을", "회의|자료; 회의가|열렸다; 의미|있는"),
    "adnominal": ("필요한|말을; 선정된|마을; 멈춘|사람들", "시민|모두; 제한|속도; 사진|전시; 주민은|묻는다"),
    "adnominal-phrase": ("함께하는|독서 모임; 열린|‘청년", "함께하는|모임; 열린|마당에서 만난"),
    "our": ("우리|동네; 저희|마을은", "우리가|버린; 우리말|공부"),
    "adverb": ("왜|내; 더|빨리; 크게|줄일; 나란히|걷는", "왜냐하면|내가; 가게|앞; 무게|중심"),
    "adverb-verb": ("먼저|나섰다; 왜|웃었을까", "먼저|상담; 크게|마음을"),
    "loose-adverb": ("갑자기|단골; 언제나|비워", "갑작스러운|비; 먼저|나섰다"),
    "conjunction": ("그런데|멈출; 그리고|나중에", "그런|멈춤; 그리는|나중에"),
    "place-noun": ("비상구|앞에; 소음|속에서; 회의|직전에", "비상구로|앞서; 하는|동안; 소음|소리"),
    "behind-place-noun": ("서류 대신|신분증; 행사장 주변|도로가", "대신|신분증; 서류 뭉치|신분증"),
    "counted-noun": ("나무|한; 사람|두; 관객|300여", "나무는|한; 물|한"),
    "quantity-after": ("주민|37명; 요금|150원", "주민이|37명; 요금|인상"),
    "quantity": ("10분|쬐고; 37명|모두", "10|명; 십분|쬐고"),
    "behind-counter": ("직원 네 명|가운데; 나무 한 그루|심기", "직원 명|가운데; 세 사람이|모여"),
    "compound-noun": ("주민|참여; 독감|예방; 시민|인식을", "주민의|참여; 주민과|참여; 주민,|참여"),
    "compound-seam": ("주민자치회|위원 공개; 활동가|심리 상담", "주민|참여 예산; 주민자치회|위원이"),
    "compound-middle": ("독감 예방|접종 안내; 주민 참여|예산 학교", "독감|예방 접종; 독감의 예방|접종 안내"),
    "noun-verb": ("치킨|먹었어요.; 투표|하면", "치킨을|먹었어요.; 치킨|가게"),
    "behind-bound": ("쓸 때|바로; 다투기 전에|먼저; 둔 채|영업하면", "이 때|바로; 다툼 전에|먼저"),
    "lone-before": ("더|많은; 꼭|확인할", "더욱|많은; 반드시|확인할"),
    "lone-after": ("고맙다는|말 한마디에; 새로운|길 하나가", "고맙다는|말이; 새로운|골목길"),
    "dash": ("—|그는; ~|9월", "①|그는; 그는|걸었다"),
    "before-quote": ("본|‘정부; 열린|「마당」", "본|정부; ‘본’|정부"),
    "short-title": (
        "“이것만은|꼭” 지켜 주세요; 〈저상 버스|조례〉 시민 발의",
        "“오늘은 문을|닫고 내일은 쉽니다”; 책 《강》 둘째|권",
    ),
    "close-quote": ("‘위기’|앞에서; (위기)|앞에서", "위기|앞에서; ‘위기’를|앞두고"),
    "short-ending": ("마을에|산다.; 힘이|나요.", "마을에|산다는 말을; 마을에|살았습니다."),
    "short-words": ("동네|예산; 더|많은", "주민자치|위원; 우리는|모두"),
    "long-words": ("한국출판문화산업진흥원이|함께하는; 탄소중립포인트에|가입하면", "주민이|함께하는; 포인트에|들면"),
}  # fmt: skip
KINDS = {
    "noun": "주민 마을 결과 시간 나이 회의 평가 가게 예산 참여 배려 피해",
    "subject": "주민이 제안서가 그게",
    "object": "말을 제안서를 그걸",
    "topic": "주민은 우리는 마을에는 난",
    "adnominal": "듣는 좋은 된 받을 멈춘 사라진 하던 고르는 깊어지는",
    "clause": "아니라 오르자 놀러 만나러 늦었지만 물으면 바빠서 보니까 않도록",
    "final": "갑니다 먹었다 나섰다 뛴다 있을까 그래요",
    "infinitive": "모여 찾아 해결해 내어",
    "genitive": "주민의 행정의 활동의 조건의 위원회의",
    "and": "여성과 환경과 대학과 친구와",
    "number": "10 300여 5천만 1,000",
    "quantity": "3명 2026년 10분",
}


def around(gap: str) -> tuple[str, str, str, str]:
    """The eojeol before and after the `|`, and those outside of them."""
    left, right = ([*side.split(" ")] for side in gap.strip().split("|"))
    return left[-1], right[0], left[-2] if len(left) > 1 else "", right[1] if len(right) > 1 else ""


def gaps(side: int) -> list[object]:
    return [
        pytest.param(rule, gap.strip(), id=f"{rule}: {gap.strip()}")
        for rule, both in GAPS.items()
        for gap in both[side].split(";")
    ]


def test_every_rule_has_examples() -> None:
    assert set(GAPS) == {rule.id for rule in GAP_RULES}
    assert len({rule.id for rule in GAP_RULES}) == len(GAP_RULES)
    for seen, missed in GAPS.values():
        assert len(seen.split(";")) >= 2
        assert len(missed.split(";")) >= 2


@pytest.mark.parametrize(("rule", "gap"), gaps(0))
def test_rule_sees(rule: str, gap: str) -> None:
    assert rule in gap_cost(*around(gap))[1]


@pytest.mark.parametrize(("rule", "gap"), gaps(1))
def test_rule_is_not_taken_in(rule: str, gap: str) -> None:
    assert rule not in gap_cost(*around(gap))[1]


@pytest.mark.parametrize(("word", "kind"), [(word, kind) for kind, text in KINDS.items() for word in text.split()])
def test_a_form_is_read_off_its_ending(word: str, kind: str) -> None:
    assert read_word(word).kind == kind


def test_a_label_comes_from_the_rules_named() -> None:
    table = {rule.id: rule.label for rule in GAP_RULES}
    holding = {rule.id for rule in HOLDING}
    for both in GAPS.values():
        for gap in [gap for side in both for gap in side.split(";")]:
            label, rules = gap_label(*around(gap))
            if holding & set(rules):
                assert label == max(table[rule] for rule in rules)
            else:
                assert label == pytest.approx(USUAL + sum(table[rule] for rule in rules))


def test_a_worse_label_never_costs_less() -> None:
    seen = [around(gap) for both in GAPS.values() for gap in both[0].split(";")]
    costs = sorted((gap_label(*gap)[0], gap_cost(*gap)[0]) for gap in seen)
    assert [cost for _, cost in costs] == sorted(cost for _, cost in costs)


def test_what_a_line_must_never_part_costs_more_than_any_slack() -> None:
    for gap in ("수|있습니다", "말할|것입니다", "세|가지", "30|명이", "안|들릴까?"):
        assert gap_cost(*around(gap))[0] >= 45


def test_any_text_has_a_cost() -> None:
    for words in (("", ""), ("a", "-"), ("(", ")"), ("…", "…"), ("ㄱ", "ㅏ"), ("\u200b", "👩‍👧"), ("1", "1")):
        assert gap_cost(*words)[0] < 100


# -- the labelled texts ---------------------------------------------------------------------------------------------

BENCH: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[1] / "bench" / "breaks.py"))
labelled = pytest.mark.skipif(
    not (BENCH["CARDS"].is_file() and BENCH["KAIST"].is_file()), reason=f"the labelled texts are not in {BENCH['DATA']}"
)


@labelled
def test_breaks_of_card_texts_at_the_fewest_lines() -> None:
    found = BENCH["rate"](BENCH["fewest"]())
    assert found.wrong / found.breaks <= 0.0660, found
    assert found.awkward / found.breaks <= 0.3225, found


@labelled
def test_breaks_of_card_texts_with_a_ladder_of_sizes() -> None:
    found = BENCH["laddered"]()
    assert found.rate.wrong / found.rate.breaks <= 0.0060, found
    assert found.rate.awkward / found.rate.breaks <= 0.1500, found
    assert found.size >= 0.96


@labelled
def test_breaks_of_treebank_sentences() -> None:
    found = BENCH["treebank"]()
    assert found.bad / found.breaks <= 0.0135, found
    assert found.variation <= 0.12
    assert found.lone == 0


def test_fresh_texts() -> None:
    ours, best = BENCH["rate"](BENCH["fresh"]()), BENCH["rate"](BENCH["fresh"](BENCH["gold"]))
    assert ours.wrong <= best.wrong + 4, (ours, best)
    assert ours.awkward <= best.awkward * 1.07, (ours, best)
    found, total = BENCH["held"](BENCH["FRESH"])
    assert found / total >= 0.93


@labelled
def test_what_must_not_part_is_known() -> None:
    found, total, kept, bound = BENCH["recall"]()
    assert found / total >= 0.98
    assert kept / bound >= 0.98

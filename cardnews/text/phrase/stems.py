"""How verb stems end, and the nouns that end like them: what tells an inflected form from a noun with a particle."""

from __future__ import annotations

from cardnews.text.phrase.affixes import Affixes
from cardnews.text.phrase.words import words

# Last syllables of the stems that end in a consonant; tense suffixes too. Before 은, 을, 는, 다 they tell a verb.
CLOSED_STEMS = frozenset(
    "좋작많젊늙읽먹받찾잡놓같높낮깊짧얇굵밝맑젖믿얻닫앉남넘닮담참심숨죽볶묶깎섞닦겪뽑씹없있않꺾엮낚핥훑잃앓끓뚫꿇싫옳닳넓밟얹굶옮찢맺"
    "잊벗씻솟뺏앗늦맞꽂쫓좇갚싶짚엎덮뱉맡붙얕흩쏟굳뜯묻뻗돋꼽접좁곱춥덥맵눕굽깨닫긁붉묽갉맏찮잖갖걷듣싣낡삶섧널곯쌓낳넣닿빻땋찧겠었았했"
    "됐렸졌갔왔봤줬뒀썼냈났컸"
)
# Stems that end in a vowel, before -는 (topics end alike), by their last syllables.
_OPEN_STEMS = Affixes(
    "하 되 시키 뜨리 트리 거리 [아어][나가오보내주지] [여져켜려워러라]지 노리 버리 걸리 열리 알리 들리 달리 흘리 "
    "누리 기다리 내리 올리 돌리 늘리 빌리 날리 살리 물리 팔리 풀리 울리 밀리 몰리 가리 때리 끌리 틀리 말리 질리 쏠리 "
    "꾸리 차리 부리 드리 잘리 갈리 불리 눌리 벌리 헤아리 그리 느끼 아끼 지키 마시 가지 던지 만지 빠지 번지 꺼지 터지 "
    "커지 따지 뒤지 퍼지 지치 마치 고치 다치 미치 펼치 외치 놓치 바치 합치 거치 겹치 넘치 그치 망치 스치 부딪치 "
    "가르치 뭉치 해치 남기 넘기 생기 옮기 즐기 숨기 맡기 챙기 이기 벗기 감기 담기 안기 쫓기 찢기 씻기 빼앗기 웃기 "
    "당기 섬기 여기 잠기 비기 보이 줄이 높이 쌓이 붙이 먹이 죽이 속이 끓이 모이 쓰이 놓이 섞이 들이 기울이 움직이 "
    "망설이 서성이 반짝이 끄덕이 속삭이 벌이 덮이 꺾이 나누 바꾸 가꾸 꿈꾸 이루 다루 미루 모르 고르 오르 흐르 부르 "
    "누르 다르 따르 자르 기르 서두르 이르 치르 지르 머무르 배우 싸우 비우 세우 지우 채우 키우 태우 피우 외우 깨우 "
    "메우 치우 재우 데우 맞추 낮추 늦추 갖추 멈추 감추 비추 춤추 나가 다가가 걸어가 나오 다가오 지나 만나 떠나 "
    "나타나 나타내 드러내 끝나 끝내 지내 해내 건네 지켜보 돌보 엿보 해보 나서 돌아서 들어서 앞서 맞서 일어서 넘어서 "
    "힘쓰 애쓰 살피 견디 느리 흐리 바뀌 사귀 헤매 모자라 자라 바라 놀라 건너 담그 잠그 만드 흔드 이끄 힘드 줄어드 "
    "늘어드 떠드"
)
# Stems of one syllable; 나, 저, 이 and the like are pronouns or nouns more often than verbs.
_SHORT_STEMS = words(
    "하 되 매 깨 빼 캐 떼 메 베 데 패 쏘 쪼 꼬 끄 뜨 트 끼 띠 피 치 주 추 꾸 누 싸 사 타 자 짜 파 크 따 까 가 오 보 "
    "내 지 쉬 뛰 쓰 펴 켜 아 노 여 거 드 부 우 미 도 푸 느 버"
)
# Syllables on -ㄴ that end the adnominal form of a stem on a vowel or ㄹ, with the nouns that end in them.
_N_FORMS = frozenset(
    "한된던운른린친킨힌진긴쓴본온간준든난낸큰픈쁜센샌켠뀐춘둔탄찬선딘란룬튼뜬끈꾼낀띤핀뺀깬편민인빈연산싼"
)
_N_NOUNS = words(
    "제한 권한 기한 북한 남한 무한 대한 시한 기운 행운 불운 다른 어른 기린 그린 부친 모친 절친 사진 추진 지진 촉진 "
    "승진 행진 의료진 제작진 취재진 선진 직진 순진 기본 자본 일본 표본 대본 등본 사본 기온 체온 보온 고온 저온 시간 "
    "기간 공간 인간 민간 주간 야간 순간 연간 월간 중간 구간 약간 층간 년간 일간 개월간 행간 여간 막간 얼마간 하루간 "
    "기준 수준 표준 재난 고난 피난 비난 가난 계란 논란 혼란 요란 변란 소란 피란 문란 산란 최선 개선 노선 우선 시선 "
    "곡선 차선 전선 직선 생선 당선 수선 유선 무선 낙선 조선 풍선 총선 대선 경선 본선 예선 결선 출연 공연 자연 강연 "
    "당연 우연 인연 금연 남편 불편 인편 단편 장편 우편 한편 예산 재산 생산 부산 등산 계산 자산 유산 확산 분산 정산 "
    "울산 군산 국산 출산 강산 화산 남산 우산 주민 시민 국민 난민 서민 농민 어민 이민 빈민 고민 반찬 극찬 칭찬 석탄 "
    "연탄 감탄 일꾼 사기꾼 농사꾼 나무꾼 개인 노인 시인 원인 외국인 직장인 본인 확인 승인 부인 성인 주인 범인 할인 "
    "상인 군인 정치인 장애인 예술인 언론인 기업인 법인 요인 디자인 온라인 오프라인 라인 와인 타인 여인 연인 미인 "
    "고인 문인 공인 증인 신인 무인 현대인 한국인 일반인 지식인 유명인 연예인 사인 체인 스페인 캠페인 카페인 메인 "
    "비타민 치킨 스킨 어린 지난 오랜"
)
_N_SYLLABLES = frozenset("빈인진선산란린운민편")
_L_FORMS = frozenset("할될갈볼릴칠킬힐낼쓸뀔쉴셀켤펼올")
_L_NOUNS = words("역할 분할 관할")
# Nouns that end like a particle or a connective. Longer words may end in the first (연구결과, 안전사고); of the
# second only the whole word is a noun, since 행정의, 여성과, 생각도, 문화가 and 만들어지면 end in them too.
_PLAIN_ENDS = Affixes(
    "결과 효과 치과 내과 외과 종이 놀이 높이 깊이 먹이 맞이 풀이 목걸이 어린이 젊은이 늙은이 마을 가을 노을 고을 "
    "광고 사고 창고 신고 경고 냉장고 금고 예고 권고 중고 원고 충고 최고 참고 화면 장면 측면 표면 방면 보고서 신청서 "
    "계획서 제안서 증명서 확인서 동의서 교과서 문서 순서 질서 독서 도서 부서 용서 휴가 추가 허가 온도 철도 궤도 "
    "제주도 횡단보도 고속도로 자전거도로 통로 진로 경로 불만 미만 참여 기여 부여 대여 수여 급여 배려 염려 고려 격려 "
    "장려 독려 우려 이해 피해 올해 새해 지난해 첫해 방해 오해 손해 화해 공해 재해 동해 서해 남해 샤워 타워 파워 "
    "가운데 누구나 바나나"
)
_PLAIN_WORDS = words(
    "회의 동의 합의 논의 주의 정의 건의 문의 협의 심의 강의 편의 숙의 결의 창의 의의 호의 성과 사과 학과 통과 초과 "
    "경과 교과 길이 제도 정도 태도 지도 속도 보도 각도 강도 시도 용도 의도 한도 빈도 밀도 수도 선도 인도 기도 파도 "
    "포도 독도 도로 대로 미로 난로 비만 대만 라면 정면 지면 수면 내면 단면 전면 노면 도면 이면 화가 시가 여가 주가 "
    "대가 누나 하나 코로나 정서"
)
_ON_EO = Affixes(
    "언어 단어 용어 국어 영어 외국어 모국어 수어 장어 연어 상어 인어 숭어 문어 방어 검색어 표준어 신조어 유행어 "
    "중국어 독일어 한국어 일본어 주어 목적어 서술어 잉어 복어 고등어 청어 홍어 전어 민어"
)
# Topic particles behind another particle, where 는 is no ending.
_AFTER_PARTICLE = Affixes(
    "에[는도만] 에서[는도만] 에게[는도만] 한테[는도만] 께서[는도만] 으로[는도만] 로[는도만] 까지[는도만] "
    "부터[는도만] 와[는도만] 과[는도만] 보다[는도만] 처럼[는도만] 라고[는도만] 다고[는도만] 고[는도만] 하기[는도만]"
)
# Stems on 르, whose form on -ㄹ looks like a noun with the object particle: 부를 수, 고를 때.
_REU_STEMS = Affixes(
    "부르 고르 흐르 모르 다르 이르 누르 오르 기르 자르 가르 마르 구르 치르 따르 머무르 서두르 거스르 저지르 문지르 "
    "두르 조르 찌르 들르 무르 바르 벼르 서투르 아우르 추스르 앞지르 어지르 주무르 사르 푸르 누르 도르 지르"
)
# Nouns on 려; anything else on -려는 intends (키우려는).
_NOUNS_ON_RYEO = words("배려 염려 고려 격려 장려 독려 우려 심려 사려 화려 수려")
_IRREGULAR = words("들은 걸은 물은 들을 걸을 물을 깨달은 깨달을")


def final_consonant(character: str) -> int:
    """Index of the final consonant of a Hangul syllable, 0 for none, -1 for what is no syllable (Unicode 3.12)."""
    code = ord(character) - 0xAC00
    return code % 28 if 0 <= code < 11172 else -1


def is_reu_stem(stem: str) -> bool:
    """Whether `stem` is, or ends in, a verb stem on 르."""
    return _REU_STEMS.end(stem)


def is_plain(core: str) -> bool:
    """Whether `core` is a noun that only looks as if it had a particle or an ending."""
    return core in _PLAIN_WORDS or _PLAIN_ENDS.end(core)


def is_noun_on_eo(core: str) -> bool:
    """Whether `core` is one of the nouns on 어 (언어, 용어) and no infinitive."""
    return _ON_EO.end(core)


def is_adnominal(core: str) -> bool:
    """Whether `core` is an adnominal form (관형사형): -는, -은, -ㄴ, -을, -ㄹ or -던 on a verb stem."""
    last, previous = core[-1], core[-2:-1]
    consonant = final_consonant(last)
    if consonant not in (4, 8):
        return False
    if last == "던":
        return bool(previous)
    if last in "은을" and previous:
        return previous in CLOSED_STEMS or core in _IRREGULAR
    if last == "는" and previous:
        if _AFTER_PARTICLE.end_stem(core):
            return False
        if previous == "려" and core[:-1] not in _NOUNS_ON_RYEO:
            return True
        return final_consonant(previous) > 0 or core[:-1] in _SHORT_STEMS or _OPEN_STEMS.end(core[:-1])
    if consonant == 4:
        return last in _N_FORMS and core not in _N_SYLLABLES and not _ends_in(core, _N_NOUNS)
    return last in _L_FORMS and core != "올" and not _ends_in(core, _L_NOUNS)


def _ends_in(core: str, nouns: frozenset[str]) -> bool:
    return any(core[-length:] in nouns for length in (2, 3) if len(core) >= length)

"""The closed classes of Korean that decide how tightly two eojeol hold together, each listed whole.

They follow the parts of speech of the Standard Korean Language Dictionary: dependent nouns (의존 명사), determiners
(관형사), numerals (수사), conjunctive and degree adverbs (접속 부사, 정도 부사).
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A word list as it is written here."""
    return frozenset(text.split())


# Dependent nouns behind an adnominal form.
BOUND_NOUNS = words(
    "것 거 게 걸 건 수 줄 리 때 데 바 지 채 척 체 듯 듯이 뿐 만큼 대로 김 겸 노릇 둥 따름 무렵 법 적 즈음 참 터 턱 "
    "나위 나름 마련 망정 모양 셈 식 이래 지경 탓 통 판 편 품 뻔 만 이 분 곳 동안 때문 정도 측 축 중 한 쪽 전 후 뒤 "
    "다음 직전 직후 이후 가운데 도중 사이 순간 서슬 데다 등 따위 덕 덕분 대신 족족 나머지 반면"
)
# Dependent nouns behind a noun without a particle, which a line must not begin with either.
LEANING_NOUNS = words(
    "때문 등 등등 등지 따위 겸 대 간 뿐 만큼 나름 식 투 당 씩 씨 님 군 양 옹 덕 덕분 덕택 탓 쪽 측 편 호 중 및 만 통 김"
)
# Nouns of place, time and extent that follow a noun without a particle.
PLACE_NOUNS = words(
    "전 후 뒤 앞 속 안 밖 위 아래 밑 옆 곁 끝 사이 가운데 동안 이상 이하 미만 초과 이내 이외 외 내 이후 이전 이래 "
    "대신 정도 무렵 즈음 경 당시 도중 직전 직후 내내 내외 안팎 말 초 초반 중반 후반 별 상 하 격 가량 남짓 너머 둘레 "
    "건너편 맞은편 주변 근처 때 적 시 만"
)
_UNITS = words("한 두 세 네 다섯 여섯 일곱 여덟 아홉")
_TENS = words("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔")
NUMERALS = (
    frozenset(ten + unit for ten in _TENS for unit in _UNITS)
    | _UNITS
    | _TENS
    | words(
        "스무 석 넉 서 너 닷 엿 첫 몇 여러 한두 두세 두서너 서너 너덧 네댓 네다섯 대여섯 예닐곱 일고여덟 여덟아홉 "
        "여남은 몇몇 수십 수백 수천 수만 수억 몇십 몇백 몇천 몇만"
    )
)
# Counters (단위성 의존 명사), the units of measure, and the nouns that count without one.
COUNTERS = words(
    "명 분 개 건 곳 가지 번 번째 차 차례 회 살 세 해 년 연 월 일 시 시간 분간 초 주 주일 주년 달 개월 개년 년대 세기 "
    "원 달러 유로 엔 위안 파운드 만 억 조 천 백 십 여 권 장 마리 대 채 층 평 동 호 호실 호선 호점 그루 송이 자루 벌 "
    "켤레 쌍 잔 병 컵 통 그릇 모금 줄 갈래 마디 사람 군데 팀 표 쪽 면 퍼센트 프로 퍼센트포인트 포인트 배 점 위 등 "
    "등급 종 종류 편 킬로미터 미터 센티미터 밀리미터 킬로그램 그램 톤 리터 밀리리터 제곱미터 헥타르 킬로와트시 "
    "킬로와트 와트 칼로리 킬로칼로리 데시벨 기가바이트 메가바이트 도 인 인분 석 집 가구 세대 학기 학년 학급 반 교시 "
    "단계 단지 구간 개국 개소 개사 개교 자 자리 글자 문장 문단 판 바퀴 걸음 발 발짝 방울 알 톨 뼘 길 아름 줌 움큼 "
    "숟갈 스푼 접시 봉 봉지 상자 묶음 다발 단 두름 손 축 쾌 접 첩 세트 곡 막 부 부분 항 조항 절 행 열 칸 량 척 기 문 "
    "정 필 필지 매 통화 차선 차로 라운드 골 승 패 무 연승 연패 박 끼 끼니 잎 포기 뿌리 조각 덩이 덩어리 토막 꼭지 폭 "
    "점포 나라 도시 시군구 구 군 학교 마을 분기 분위 계절"
)
DETERMINERS = words(
    "이 그 저 요 고 이런 그런 저런 요런 이런저런 어느 어떤 무슨 모든 각 매 새 헌 옛 맨 딴 다른 웬 온갖 갖은 여느 "
    "아무 아무런 별 별별 뭇 전 당 해당 총 제 오랜 외딴 허튼 애먼 몹쓸 한낱 지난 올 다음 이까짓 그까짓 고얀 긴긴 먼먼 "
    "주된"
)
# What stands before a number in figures and belongs to it.
BEFORE_NUMBERS = words(
    "약 총 연 월 주 일 제 최대 최소 최고 최저 평균 무려 불과 고작 겨우 단 만 하루 매달 매년 매월 매주 합계 누적 시속 "
    "영하 영상 해발 각 대략 거의 근 지난 향후"
)
# Words before a time of day.
CLOCK_WORDS = words(
    "오전 오후 새벽 아침 점심 낮 저녁 밤 정오 자정 매일 평일 주말 매주 당일 오늘 내일 어제 월요일 화요일 수요일 "
    "목요일 금요일 토요일 일요일"
)
# Pronouns that stand before a noun as determiners do.
POSSESSIVES = words("내 네 제 니 우리 저희 너희 누구 뉘")
NEGATIONS = words("안 못")
TITLES = words(
    "씨 님 군 양 옹 선생 교수 박사 석사 기자 피디 작가 감독 코치 선수 배우 가수 시인 화가 변호사 판사 검사 의사 "
    "간호사 약사 교사 강사 목사 신부 수녀 스님 대표 대표이사 사장 부사장 회장 부회장 이사 이사장 상무 전무 부장 차장 "
    "과장 대리 주임 사원 팀장 실장 국장 소장 원장 부원장 총장 학장 처장 본부장 센터장 관장 지점장 위원 위원장 "
    "부위원장 의원 의장 부의장 장관 차관 총리 부총리 국무총리 대통령 지사 도지사 시장 부시장 군수 구청장 청장 서장 "
    "동장 이장 통장 반장 조합장 단장 주무관 사무관 서기관 연구원 연구위원 연구관 활동가 사무국장 사무처장 간사 "
    "매니저 디자이너 개발자 엔지니어 대사 장군 대령 중령 소령 대위 중위 소위 병장 상병 여사 어르신 할머니 할아버지 "
    "학생 전문의 사회복지사 상담사 요리사 셰프 아나운서 앵커 조교수 부교수 명예교수 교장 교감 수석 책임 선임 "
    "큐레이터 학예사 농부 이모 삼촌 형 누나 언니 오빠"
)
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위"
    "표명기반왕금옥육인맹제모탁국어은편용예경봉사부"
)
CONJUNCTIONS = words(
    "그리고 그러나 그런데 그래서 그러니 그러니까 그러므로 그러면 그럼 그래도 그렇지만 그렇다면 그렇게 하지만 따라서 "
    "또한 또는 혹은 및 즉 다만 단 더구나 더욱이 게다가 그러기에 그런데도 그럼에도 그리하여 그제야 그제서야 오히려 "
    "반면 한편 그나저나 아무튼 어쨌든 왜냐하면 예컨대 이를테면 예를 이처럼 이렇듯 이어 이에 이로써 물론 근데 끝으로 "
    "마지막으로"
)
# Adverbs of degree, manner, time and place that modify the one word behind them; question words stand as they do.
CLOSE_ADVERBS = words(
    "더 덜 가장 제일 매우 아주 너무 너무나 무척 몹시 꽤 퍽 참 훨씬 한결 더욱 더욱더 한층 보다 좀 조금 조금만 약간 많이 "
    "잘 잘못 다 모두 거의 별로 그리 그다지 전혀 도무지 통 영 딱 꼭 막 갓 늘 또 왜 어찌 어떻게 어디 언제 얼마나 어디서 "
    "이제야 그제야 뭐 누가 무얼 바로 곧 다시 또다시 함께 같이 서로 스스로 먼저 미리 일찍 늦게 빨리 천천히 새로 처음 "
    "직접 그냥 그저 그만 푹 쭉 텅 꽉 쑥 톡 툭 뚝 훅 확 싹 쏙 활짝 반짝 깜짝 살짝 슬쩍 훌쩍 번쩍 멀리 가까이 높이 깊이 "
    "널리 길이 따로 마음껏 힘껏 실컷 양껏 한껏 능히 족히 고이 굳이 애써 겨우 간신히 가까스로 고작 무려 한번 두루 "
    "골고루 고루 마구 함부로 억지로 저절로 절로 그대로 이대로 제대로 나란히 덜컥 벌컥 왈칵 불쑥 얼른 어서 냉큼 당장 "
    "금방 방금 막상 이제 아직 이미 벌써 자주 종종 가끔 때때로 오래 잠깐 잠시 되도록 무엇보다 남달리 달리 이리 저리 "
    "이리저리 이렇게 저렇게 요렇게 이토록 그토록 아무리 차라리 도로 거꾸로 몽땅 모조리 전부 온통 죄다 오로지"
)
# Adverbs of the whole clause: a pause behind them is natural.
LOOSE_ADVERBS = words(
    "갑자기 문득 마침 마침내 드디어 비로소 결국 언제나 항상 반드시 오직 특히 아마 아마도 혹시 설마 과연 정말 정말로 "
    "진짜 사실 실제로 오늘 어제 내일 모레 그제 그때 이때 요즘 최근 당시 지금 현재 올해 작년 내년 매년 매일 매달 매주 "
    "날마다 해마다 저마다 때로 점점 점차 차츰 조금씩 하나씩 하나둘 대개 대체로 대부분 보통 주로 흔히 도대체 대체 "
    "부디 제발 일단 우선 이윽고 이내 어느새 어느덧 한동안 당분간 오랫동안 그동안 지금껏 여태 여태껏 이따금 더불어 "
    "아울러 나아가 분명 만약 만일 가령 비록 설령 올봄 올여름 올가을 올겨울 원래 본래 애초 글쎄 여기 거기 저기 어쩌면 "
    "언젠가 누구나 어디서나 때마침 이번 저번 지난번 곧바로 즉시 곧장 말없이 끝없이"
)
# Pronouns grown together with their particles.
SUBJECTS = words("그게 이게 저게 내가 네가 제가 누가")
TOPICS = words("그건 이건 저건 난 넌 우린 저흰 누군 이젠 때론 실은")
OBJECTS = words("그걸 이걸 저걸 뭘 무얼 날 널 누굴")

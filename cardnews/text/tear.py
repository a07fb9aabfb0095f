"""Eojeol wider than their line: how much tighter one may be set, and where it is torn if nothing else helps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from cardnews.text.breaks import Eojeol, cluster_starts, emergency_breaks
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.phrase.affixes import Affixes, are_particles

# How much tracking in em an over-wide eojeol may take from its text before the size gives way, and in which steps.
MOST_TIGHTENED = 0.03
_TIGHTENING = 0.005
# A tear is worse than any gap; the rest says how bad its place is, in the units of `wrap.Weights`.
TEAR_COST = 150.0
_INSIDE_HANGUL = 20.0
_INSIDE_OTHER = 45.0
_BESIDE_PARTICLE = 50.0
_LEAVES_ONE = 40.0
# Most Sino-Korean words are two syllables long, so compounds part there.
_ODD = 5.0
_BEFORE_HEAD = -12.0
# The nouns that the long compounds of offices and newsrooms are built of (민관협력|위원회, 초고령사회|대응).
_HEADS = Affixes(
    "주민 시민 국민 도민 구민 마을 지역 동네 사회 공공 민간 민관 행정 자치 협치 협력 참여 공론 숙의 토론 예산 결산 "
    "재정 제도 정책 조례 법률 규정 계획 사업 운영 관리 지원 조성 추진 개선 확대 강화 구축 체계 대응 대책 방안 평가 "
    "심사 심의 선정 공모 모집 신청 접수 안내 상담 교육 학습 학교 교실 복지 돌봄 건강 의료 보건 안전 재난 환경 기후 "
    "에너지 생태 문화 예술 관광 축제 경제 산업 창업 고용 노동 일자리 청년 청소년 아동 어린이 노인 어르신 여성 장애인 "
    "이주민 다문화 주거 주택 교통 도로 도시 농촌 농업 재생 혁신 미래 디지털 정보 공개 통합 종합 기본 기념 공동체 "
    "활성화 위원 조사 연구 위원회 협의회 심의회 자치회 주민회 연합회 연구회 총회 대회 사업단 추진단 지원단 봉사단 "
    "자문단 연구원 연구소 사무소 보건소 센터 재단 공단 공사 대학교 초등학교 중학교 고등학교 도서관 박물관 미술관 "
    "복지관 기념관 체육관 어린이집 협동조합 사회적기업 본부 교육청 주민센터 행정복지센터 프로젝트 프로그램 페스티벌 "
    "네트워크 플랫폼 서비스 시스템"
)
_SHORTEST_PART = 3
_JOINERS = frozenset("-/·‧∙・_~&=?+|.:—–")


def tightened(paragraphs: Paragraphs, step: Step, width: float) -> Step | None:
    """`step` with as little tracking taken away as lets the widest eojeol fit `width` px, or None where `step` fits as
    it is or `MOST_TIGHTENED` is not enough."""
    if paragraphs.widest(step) <= width + 1e-6:
        return None
    for count in range(1, round(MOST_TIGHTENED / _TIGHTENING) + 1):
        tighter = replace(step, tracking=round(step.tracking - count * _TIGHTENING, 6))
        if paragraphs.widest(tighter) <= width + 1e-6:
            return tighter
    return None


def atoms_of(paragraphs: Paragraphs, runs: Sequence[Eojeol], step: Step, width: float) -> tuple[Eojeol, ...]:
    """`runs` with every over-wide one taken apart at the places where it may be torn."""
    atoms: list[Eojeol] = []
    for run in runs:
        if paragraphs.width(run.start, run.end, step) <= width + 1e-6:
            atoms.append(run)
        else:
            atoms.extend(_pieces(paragraphs, run, step, width))
    return tuple(atoms)


def _pieces(paragraphs: Paragraphs, run: Eojeol, step: Step, width: float) -> list[Eojeol]:
    """The pieces of an eojeol that should stay whole; one that is itself too wide falls apart into its clusters."""
    text = paragraphs.marked.text
    pieces: list[Eojeol] = []
    start = run.start
    for end in (*emergency_breaks(text, run), run.end):
        if paragraphs.width(start, end, step) <= width + 1e-6:
            pieces.append(Eojeol(start, end))
        else:
            starts = cluster_starts(text, start, end)
            pieces.extend(Eojeol(one, two) for one, two in pairwise((*starts, end)))
        start = end
    return pieces


def tear_cost(text: str, run: Eojeol, offset: int) -> float:
    """What tearing the eojeol `run` before the character at `offset` costs: the least behind a mark that joins words,
    more inside Hangul, inside a Latin word or number, before a particle, and beside a letter that is left alone."""
    before, after = text[offset - 1], text[offset]
    cost = TEAR_COST
    if before in _JOINERS:
        return cost
    if _is_hangul(before) != _is_hangul(after) and not (before.isascii() and after.isascii()):
        cost += _INSIDE_HANGUL / 2
    elif _is_hangul(before):
        head = _HEADS.begin(text[offset : run.end])
        cost += _INSIDE_HANGUL + (_BEFORE_HEAD if head else _ODD if (offset - run.start) % 2 else 0.0)
    else:
        cost += _INSIDE_OTHER
    if are_particles(text[offset : run.end].rstrip("".join(_JOINERS) + ",!”’\"')]")):
        cost += _BESIDE_PARTICLE
    if offset - run.start < 2 or run.end - offset < 2:
        cost += _LEAVES_ONE
    return cost


def is_seam(text: str, offset: int) -> bool:
    """Whether a compound parts before the character at `offset`: a noun that others are built of begins there, and
    three syllables or more stand on either side (`주민참여예산제|운영위원회`)."""
    before, after = text[:offset].split()[-1:], text[offset:].split()[:1]
    if not before or not after or min(len(before[0]), len(after[0])) < _SHORTEST_PART:
        return False
    return all(map(_is_hangul, before[0][-_SHORTEST_PART:])) and bool(_HEADS.begin(after[0]))


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"

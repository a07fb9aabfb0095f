"""Labels of announcements and press releases: `일시: …`, `장소: …`, and those of the people behind the text."""

from __future__ import annotations

import re

from cardnews.draft.prose import Prose

_FACTS = frozenset(
    "일시 일정 날짜 시간 기간 때 장소 곳 위치 대상 참가대상 모집대상 신청대상 지원대상 인원 모집인원 정원 내용 "
    "주요내용 행사내용 프로그램 주제 행사명 사업명 강사 출연 신청 신청방법 신청기간 접수 접수방법 접수기간 모집기간 "
    "운영시간 이용시간 운영기간 교육기간 관람시간 방법 참여방법 참가비 이용료 비용 수강료 입장료 지원금액 지원내용 "
    "금액 자격 기준 혜택 준비물 제출서류 유의사항 문의 문의처 문의전화 누리집 홈페이지 주최 주관 후원 협력 "
    "공동주최 발표 결과발표 상금 시상".split()
)
_IMPRINT = frozenset(
    "보도시점 보도일시 배포일 배포일시 배포 담당부서 담당자 책임자 담당 연락처 전화 전화번호 작성자 작성일 작성 "
    "제공부서 자료제공 제공일 제공 사진 매수 붙임 첨부 이메일 메일 팩스 기자 글 편집 등록일 조회수 출처 발행 "
    "발행일".split()
)
_CONTACTS = frozenset(
    "누리집 홈페이지 웹사이트 문의 문의처 문의전화 연락처 전화 전화번호 담당 담당부서 담당자 이메일 메일".split()
)
_LABEL = re.compile(r"(?P<label>[^\s:：|.?!“”\"][^:：|.?!“”\"]{0,19}?)\s*(?P<colon>[:：])(?P<gap>\s*)(?=\S)")
_BRACKETED = re.compile(r"[(（\[【](?P<label>[^()（）\[\]【】]{1,12})[)）\]】]\s*[:：]?\s*(?=\S)")
_BARE = re.compile(r"(?P<label>[가-힣](?:\s*[가-힣]){1,5})\s+(?=\S)")
_MOST = 10  # letters of a label that is not known


def bare(label: str) -> str:
    """A label as it is known: `일    시` is spread to fill its column."""
    return re.sub(r"[\s()·‧]+", "", label)


def is_label(text: str) -> bool:
    """Whether people know these words as a label."""
    return bare(text) in _FACTS | _IMPRINT


def is_imprint(text: str) -> bool:
    """Whether a label is about the people behind a text rather than about what it announces."""
    return bare(text) in _IMPRINT


def is_contact(text: str) -> bool:
    return bare(text) in _CONTACTS


def fact_of(prose: Prose) -> tuple[Prose, Prose] | None:
    """Label and value of `일시: 12월 5일` or `(일시) 12월 5일`, or None where those signs mean something else."""
    text = prose.text
    if (match := _BRACKETED.match(text)) and is_label(match["label"]):
        return prose.cut(*match.span("label")), prose.cut(match.end())
    if match := _LABEL.match(text):
        label = match["label"]
        glued = not match["gap"] and not re.search(r"[가-힣)]$", label)
        if glued or text[match.end() :].startswith("//") or not re.search(r"[^\W\d_]", label):
            return None
        if len(bare(label)) > _MOST and not is_label(label):
            return None
        return prose.cut(0, match.end("label")), prose.cut(match.end())
    return None


def bare_fact_of(prose: Prose) -> tuple[Prose, Prose] | None:
    """Label and value of `일 시  12월 5일`, where no colon stands between them but the label is known."""
    for match in (_BARE.match(prose.text), re.match(r"(?P<label>[가-힣]{2,6})\s+(?=\S)", prose.text)):
        if match and is_label(match["label"]) and not re.search(r"[다요]\.?$", prose.text):
            return prose.cut(0, match.end("label")), prose.cut(match.end())
    return None

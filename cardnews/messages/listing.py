"""The list of layouts, and the gallery of their samples."""

from __future__ import annotations

from cardnews.messages.message import Message

# What a layout is for, by the kinds of passage that it suits; `help-…` because it is read beside what one writes.
_SUITS: dict[str, tuple[str, str]] = {
    "opening": ("the first card of a set", "카드뉴스의 첫 장"),
    "section": ("the beginning of a new part", "새 이야기가 시작되는 곳"),
    "sentence": ("one sentence", "한 문장"),
    "question": ("a question to the reader", "보는 사람에게 던지는 물음"),
    "quote": ("words of a person or a text", "사람의 말이나 글에서 옮긴 인용"),
    "voice": ("what one person says", "한 사람의 목소리"),
    "dialog": ("a conversation", "주고받는 이야기"),
    "exchange": ("a question and its answer", "물음과 답"),
    "figure": ("one number that matters", "눈여겨볼 숫자 하나"),
    "definition": ("a term and its meaning", "낱말과 그 뜻"),
    "words": ("many short words", "여러 개의 짧은 낱말"),
    "list": ("points of a list", "여러 항목의 목록"),
    "todo": ("things to check or to do", "살펴볼 일, 해야 할 일"),
    "steps": ("steps in their order", "차례대로 따라 하는 단계"),
    "timeline": ("what happened when", "시간 순서로 보는 일"),
    "facts": ("when, where, for whom, how", "일시, 장소, 대상 같은 안내"),
    "comparison": ("before and after, side by side", "앞뒤나 양쪽의 비교"),
    "table": ("a table", "표"),
    "bars": ("amounts as bars", "막대로 견주는 크기"),
    "shares": ("shares of a whole", "전체에서 차지하는 몫"),
    "picture": ("a picture", "사진이나 그림"),
    "closing": ("the last card of a set", "카드뉴스의 마지막 장"),
}

LISTING: dict[str, Message] = {
    "gallery-no-sample": Message(
        "warning",
        "the required field {name} has no `sample`, so this layout cannot be shown; add one to its file",
        "꼭 필요한 필드 {name}에 `sample`이 없어 이 레이아웃은 보여 줄 수 없습니다. 레이아웃 파일에 더하세요",
    ),
    "layouts-name": Message("info", "layout", "레이아웃"),
    "layouts-korean": Message("info", "in Korean", "영문 이름"),
    "layouts-about": Message("info", "what it is for", "쓰임"),
    "layouts-needs": Message("info", "required fields", "꼭 필요한 필드"),
    "layouts-own": Message("info", "yours", "직접 더한 레이아웃"),
    "layouts-shipped": Message("info", "shipped with cardnews", "함께 들어 있는 레이아웃"),
    "layouts-more": Message(
        "info",
        "fields, limits and lines to copy: {command}",
        "필드와 한도, 복사해 쓸 예: {command}",
    ),
    "layouts-field": Message("info", "field", "필드"),
    "layouts-type": Message("info", "type", "종류"),
    "layouts-required": Message("info", "required", "필수"),
    "layouts-yes": Message("info", "yes", "예"),
    "layouts-also": Message("info", "also written: {names}", "이렇게도 씁니다: {names}"),
    "layouts-file": Message("info", "file: {file}", "파일: {file}"),
    "layouts-copy": Message("info", "lines to copy, below `slides:`", "복사해서 `슬라이드:`(`slides:`) 아래에 붙일 줄"),
    "layouts-count": Message("info", "{least}–{most} items", "{least}–{most}개"),
    "layouts-count-exact": Message("info", "{most} items", "{most}개"),
    "layouts-most": Message("info", "{most} characters or so", "{most}자 안팎"),
    "layouts-room": Message("info", "on one card: {room}", "카드 한 장에 {room}"),
    "layouts-room-of": Message("info", "{room} ({sizes})", "{room}개({sizes})"),
    "layouts-room-everywhere": Message("info", "at most {room} on one card", "카드 한 장에 {room}개까지"),
    "layouts-default": Message("info", "else {default}", "쓰지 않으면 {default}"),
    "gallery-sheet": Message(
        "info", "1 sheet of {layouts} layouts in {folder}", "레이아웃 {layouts}개를 모은 그림 1장: {folder}"
    ),
    "gallery-art": Message(
        "info",
        "{sheets} sheets of {layouts} drawings and scenes in {folder}",
        "그림과 장면 {layouts}개를 모은 그림 {sheets}장: {folder}",
    ),
    "help-gallery-art": Message("info", "the drawings instead of the layouts", "레이아웃 대신 그림과 장면을 모읍니다"),
    "gallery-sheets": Message(
        "info",
        "{sheets} sheets of {layouts} layouts in {folder}",
        "레이아웃 {layouts}개를 모은 그림 {sheets}장: {folder}",
    ),
    "type-name-text": Message("info", "text", "글"),
    "type-name-choice": Message("info", "choice", "선택"),
    "type-name-art": Message("info", "drawing", "그림"),
    "type-name-image": Message("info", "picture", "사진"),
    "type-name-link": Message("info", "address", "주소"),
    "type-name-list": Message("info", "list", "목록"),
    "type-name-group": Message("info", "group", "묶음"),
    "help-layouts-command": Message(
        "info",
        "List the layouts at hand: names, what each is for, required fields. Layouts of your own, in the folder "
        "layouts/ beside a script, come first.",
        "쓸 수 있는 레이아웃의 이름과 쓰임, 꼭 필요한 필드를 보여 줍니다. "
        "스크립트 옆 layouts/ 폴더에 직접 더한 레이아웃이 먼저 나옵니다.",
    ),
    "help-layouts-show": Message(
        "info",
        "Tell all about this layout: fields, types, limits, and lines to copy.",
        "이 레이아웃의 필드와 종류, 한도, 복사해 쓸 예를 보여 줍니다.",
    ),
    "help-gallery": Message(
        "info",
        "Make contact sheets: every layout with its samples on one PNG picture, for each theme and size. Layouts, "
        "themes and drawings beside a script take part.",
        "레이아웃마다 본보기 카드를 한 장의 PNG 그림에 모읍니다. 테마와 크기마다 한 장씩 만들며, "
        "스크립트 옆에 둔 레이아웃과 테마, 그림도 씁니다.",
    ),
    "help-gallery-out": Message(
        "info", "Folder for the sheets. Default: gallery/.", "모음 그림을 둘 폴더. 기본은 gallery/입니다."
    ),
    "help-gallery-theme": Message("info", "This theme only.", "이 테마만 만듭니다."),
    "help-gallery-size": Message(
        "info",
        "This size only, or pixels such as 1080x1350; may be repeated.",
        "이 크기만 만듭니다. 픽셀 수도 되고, 여러 번 쓸 수 있습니다.",
    ),
    "help-gallery-verbose": Message(
        "info", "Say too what the samples leave out in a size.", "어떤 크기에서 빠지는 본보기 글과 그림도 알립니다."
    ),
    **{f"help-suits-{kind}": Message("info", en, ko) for kind, (en, ko) in _SUITS.items()},
}

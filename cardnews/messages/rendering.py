"""Rendering and the command line."""

from __future__ import annotations

from cardnews.messages.message import Message

RENDER: dict[str, Message] = {
    "bad-only": Message(
        "error",
        '"{only}" does not say which slides; write their numbers, such as 1,3-5',
        '"{only}"로는 어느 슬라이드인지 알 수 없습니다. 1,3-5처럼 번호를 쓰세요',
    ),
    "no-such-slide": Message(
        "error",
        "there is no slide {number}; the script has {total}",
        "{number}번 슬라이드는 없습니다. 스크립트에는 모두 {total}장이 있습니다",
    ),
    "bad-jobs": Message(
        "error",
        "{jobs} cards cannot be made at the same time; use 1 or more",
        "카드 {jobs}장을 동시에 만들 수는 없습니다. 1 이상을 쓰세요",
    ),
    "same-output": Message(
        "error",
        'the cards of "{first}" and "{second}" would go into the same folder, {folder};'
        " render them one by one, each with its own --out",
        '"{first}"와(과) "{second}"의 카드가 같은 폴더 {folder}에 들어가게 됩니다.'
        " 하나씩 실행하면서 --out으로 다른 폴더를 지정하세요",
    ),
    "out-of-memory": Message(
        "error",
        "there is not enough memory; use a smaller size or smaller pictures, or fewer --jobs",
        "메모리가 모자랍니다. 더 작은 크기나 작은 사진을 쓰거나 --jobs를 줄이세요",
    ),
    "internal-error": Message(
        "error",
        "cardnews itself failed here ({what}); this is not your mistake, please report it together with the script",
        "cardnews 자체의 오류입니다({what}). 작성자의 잘못이 아니니 스크립트와 함께 알려 주세요",
    ),
    "unknown-font": Message(
        "error", 'unknown font "{name}"; did you mean "{near}"?', '모르는 글꼴 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-font-list": Message(
        "error", 'unknown font "{name}"; known: {known}', '모르는 글꼴 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "wrap-no-width": Message(
        "error",
        "lines need a width and a size above 0, and at least one line",
        "줄 너비와 글자 크기는 0보다 크고 줄은 하나 이상이어야 합니다",
    ),
    "wrap-overflow": Message(
        "error",
        "at {size} px the text needs more lines of {width} px than the {lines} allowed:"
        " about {over} characters too many",
        "글이 {size}px, 너비 {width}px로 {lines}줄에 들어가지 않습니다. 약 {over}자를 줄이세요",
    ),
    "card-made": Message("info", "1 card in {folder}", "카드 1장: {folder}"),
    "cards-made": Message("info", "{made} cards in {folder}", "카드 {made}장: {folder}"),
    "cards-partly": Message(
        "info",
        "{made} of {total} cards in {folder}; not made: {missing}",
        "카드 {total}장 가운데 {made}장: {folder} (만들지 못한 슬라이드: {missing})",
    ),
    "notes-hidden": Message(
        "info", "{count} notes; --verbose shows them", "참고할 것 {count}가지, --verbose로 볼 수 있습니다"
    ),
    "cards-none": Message(
        "info",
        "no card was made of {script}; mend what is said above and run again",
        "{script}(으)로 만든 카드가 없습니다. 위에 적힌 것을 고친 뒤 다시 실행하세요",
    ),
    "help-group": Message(
        "info",
        "Turns YAML scripts into Korean card-news pictures.",
        "YAML 스크립트로 카드뉴스 그림을 만듭니다.",
    ),
    "help-render": Message(
        "info",
        "Make the cards of each SCRIPT: numbered PNG pictures.",
        "스크립트(SCRIPT)마다 번호를 매긴 카드 그림(PNG)을 만듭니다.",
    ),
    "help-inspect": Message(
        "info",
        "Show what stands where on each card of SCRIPT: boxes, sizes, lines, and why each line ended.",
        "스크립트(SCRIPT)의 카드마다 무엇이 어디에 있는지 보여 줍니다. 자리, 크기, 줄, 줄이 바뀐 까닭.",
    ),
    "help-inspect-size": Message(
        "info",
        "portrait, square, tall, story, wide, or pixels. Default: the script's first size.",
        "portrait, square, tall, story, wide 또는 픽셀 수. 기본은 스크립트의 첫 크기입니다.",
    ),
    "help-inspect-only": Message("info", "Show only these slides, such as 1,3-5.", "이 슬라이드만 보입니다. 예: 1,3-5"),
    "help-json": Message("info", "As JSON, for programs.", "프로그램이 읽을 JSON으로 씁니다."),
    "help-examples": Message("info", "Examples:", "예:"),
    "help-out": Message(
        "info",
        "Folder for the cards. Default: out/ beside the script; with several scripts, a folder in it for each.",
        "카드를 둘 폴더. 기본은 스크립트 옆의 out/. 스크립트가 여럿이면 그 안에 하나씩 폴더를 만듭니다.",
    ),
    "help-size": Message(
        "info",
        "portrait, square, tall, story, wide, or pixels such as 1080x1350; may be repeated.",
        "portrait, square, tall, story, wide 또는 1080x1350 같은 픽셀 수. 여러 번 쓸 수 있습니다.",
    ),
    "help-only": Message("info", "Make only these slides, such as 1,3-5.", "이 슬라이드만 만듭니다. 예: 1,3-5"),
    "help-theme": Message("info", "Use this theme instead of the script's.", "스크립트에 적힌 것 대신 쓸 테마."),
    "help-jobs": Message(
        "info",
        "How many cards to make at the same time; by default several where there are photographs.",
        "동시에 만들 카드 수. 따로 정하지 않으면 사진이 있을 때만 여러 장씩 만듭니다.",
    ),
    "help-lang": Message("info", "Language of the messages.", "메시지의 언어."),
    "help-quiet": Message("info", "Say nothing but mistakes and warnings.", "오류와 주의만 알립니다."),
    "usage-command": Message(
        "error",
        'unknown command "{name}"; did you mean "{near}"?',
        '모르는 명령 "{name}"입니다. "{near}"인가요?',
    ),
    "usage-command-list": Message(
        "error", 'unknown command "{name}"; known: {known}', '모르는 명령 "{name}"입니다. 쓸 수 있는 명령: {known}'
    ),
    "usage-option": Message(
        "error",
        'unknown option "{name}"; did you mean "{near}"?',
        '모르는 옵션 "{name}"입니다. "{near}"인가요?',
    ),
    "usage-option-list": Message(
        "error", 'unknown option "{name}"; known here: {known}', '모르는 옵션 "{name}"입니다. 쓸 수 있는 옵션: {known}'
    ),
    "usage-missing": Message("error", "{name} is missing; name it", "{name}이(가) 빠졌습니다. 이어서 적어 주세요"),
    "usage-choice": Message(
        "error",
        '{name} cannot be "{value}"; use one of: {known}',
        '{name}에는 "{value}" 대신 {known} 가운데 하나를 쓰세요',
    ),
    "usage-number": Message(
        "error",
        '{name} cannot be "{value}"; use a whole number of {least} or more',
        '{name}에는 "{value}" 대신 {least} 이상인 정수를 쓰세요',
    ),
    "usage-value": Message("error", "{name} needs a value behind it", "{name} 뒤에 값을 적어 주세요"),
    "usage-extra": Message("error", "too many arguments: {value}", "더 받지 않는 인수가 있습니다: {value}"),
    "usage-help": Message("info", "help: {command}", "도움말: {command}"),
    "help-help": Message("info", "Show this help.", "이 도움말을 보여 줍니다."),
    "interrupted": Message(
        "info", "stopped; what was made so far is whole", "멈췄습니다. 그때까지 만든 것은 온전합니다"
    ),
    "took": Message("info", "{step}: {time} ms", "{step}: {time}밀리초"),
    "step-read": Message("info", "reading the script", "스크립트 읽기"),
    "step-compose": Message("info", "composing", "짜기"),
    "step-paint": Message("info", "painting", "그리기"),
    "step-encode": Message("info", "encoding PNG", "PNG로 바꾸기"),
    "step-write": Message("info", "writing files", "파일 쓰기"),
    "help-no-color": Message("info", "Show messages without color.", "메시지에 색을 쓰지 않습니다."),
    "help-verbose": Message(
        "info", "Show notes too, and how long each step took.", "참고할 것과 단계마다 걸린 시간도 알립니다."
    ),
    "help-completion": Message(
        "info",
        "Print what teaches a shell to complete commands, options and names with the Tab key.",
        "탭(Tab) 키로 명령, 옵션, 이름을 완성하도록 셸에 알려 줄 내용을 출력합니다.",
    ),
    "help-version": Message("info", "Show the version.", "버전을 보여 줍니다."),
}

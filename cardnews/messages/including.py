"""What is taken from other files: slides that a script includes, and layouts that another one extends."""

from __future__ import annotations

from cardnews.messages.message import Message

INCLUDE: dict[str, Message] = {
    "missing-include": Message(
        "error",
        'no file "{name}" to include; did you mean "{near}"?',
        '가져올 파일 "{name}"이(가) 없습니다. "{near}"인가요?',
    ),
    "missing-include-list": Message(
        "error",
        'no file "{name}" to include; a path begins at the script\'s folder; files there: {known}',
        '가져올 파일 "{name}"이(가) 없습니다. 경로는 스크립트가 있는 폴더에서 시작합니다. 있는 파일: {known}',
    ),
    "missing-include-none": Message(
        "error",
        'no file "{name}" to include; a path begins at the script\'s folder, and there is no YAML file in it',
        '가져올 파일 "{name}"이(가) 없습니다. 경로는 스크립트가 있는 폴더에서 시작하는데, '
        "거기에는 YAML 파일이 없습니다",
    ),
    "include-is-folder": Message(
        "error",
        '"{name}" is a folder; name the file of one slide in it, such as {name}/closing.yaml',
        '"{name}"은(는) 폴더입니다. {name}/closing.yaml처럼 그 안에 있는 슬라이드 파일을 적으세요',
    ),
    "include-not-a-slide": Message(
        "error",
        "a file that is included holds one slide, `layout: …` and its fields without a dash, "
        "but {found} was found here",
        "가져오는 파일에는 붙임표(-) 없이 `layout: …`과 필드로 쓴 슬라이드 하나가 있어야 하는데, "
        "여기에는 {found}이(가) 있습니다",
    ),
    "include-inside": Message(
        "error",
        "this slide is itself included, and cannot include another one; write its fields here, "
        "or include that other file in the script",
        "가져온 슬라이드 안에서 또 다른 파일을 가져올 수는 없습니다. 필드를 여기에 직접 쓰거나 "
        "그 파일을 스크립트에서 가져오세요",
    ),
    "include-skip": Message(
        "error",
        '"{name}" means nothing in a file that is included; write it in the script, below `include`',
        '가져온 파일 안에서는 "{name}" 항목을 쓸 수 없습니다. 스크립트의 `가져오기` 아래에 쓰세요',
    ),
    "include-too-much": Message(
        "error",
        "the files that this script includes are longer than {limit} KiB in all, the most that is read; "
        "include fewer of them, or shorter ones",
        "이 스크립트가 가져오는 파일을 모두 합하면 읽을 수 있는 크기인 {limit} KiB보다 큽니다. "
        "더 적게, 또는 더 짧은 파일을 가져오세요",
    ),
    "outside-home": Message(
        "error",
        '"{name}" lies outside your own folder, where this slide is kept; copy the file into that folder',
        '"{name}"은(는) 이 슬라이드를 둔 내 폴더 밖에 있습니다. 파일을 그 폴더 안으로 복사하세요',
    ),
    "extends-itself": Message(
        "error",
        'this layout extends itself, since no other one is called "{name}"; name another, '
        "or write its fields and its body here",
        '"{name}"(이)라는 레이아웃이 이것뿐이라 자기 자신을 이어받게 됩니다. 이어받을 다른 레이아웃을 적거나 '
        "fields와 body를 여기에 직접 쓰세요",
    ),
    "extends-circle": Message(
        "error",
        "these layouts extend each other in a circle: {chain}; one of them must do without `extends`",
        "레이아웃들이 꼬리를 물고 서로를 이어받습니다: {chain}. 그 가운데 하나는 `extends` 없이 쓰세요",
    ),
    "extends-too-many": Message(
        "error",
        "layouts extend one another more than {most} deep here; extend one of those further up directly",
        "레이아웃이 {most}단계를 넘게 서로 이어받습니다. 더 앞쪽의 레이아웃을 바로 이어받으세요",
    ),
}

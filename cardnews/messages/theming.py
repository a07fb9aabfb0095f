"""Themes: their list, and brand kits made from one of them."""

from __future__ import annotations

from cardnews.messages.message import Message

THEMING: dict[str, Message] = {
    "help-themes": Message(
        "info",
        "List the themes at hand, or write a new one in the colors of an organization.",
        "쓸 수 있는 테마를 보이거나, 기관의 색으로 새 테마를 만듭니다.",
    ),
    "help-themes-new": Message("info", "write themes/NAME.yaml", "themes/NAME.yaml 파일을 만듭니다"),
    "help-themes-from": Message(
        "info", "the theme that it extends; hope if not said", "바탕이 될 테마. 쓰지 않으면 hope"
    ),
    "help-themes-color": Message("info", "the main color of the organization", "기관의 대표색"),
    "help-themes-logo": Message("info", "its logo: SVG or PNG", "로고 파일: SVG나 PNG"),
    "help-themes-dark-logo": Message("info", "the logo for dark grounds", "어두운 바탕에 쓸 로고"),
    "themes-name": Message("info", "theme", "테마"),
    "themes-called": Message("info", "called", "이름"),
    "themes-grounds": Message("info", "grounds", "바탕색"),
    "themes-base": Message("info", "extends", "물려받은 테마"),
    "theme-made": Message(
        "info",
        "{path} is there; write `theme: {name}` in a script beside it",
        "{path} 파일을 만들었습니다. 옆에 있는 스크립트에 `테마: {name}`(이)라고 쓰세요",
    ),
    "theme-exists": Message(
        "error",
        'there is a theme "{name}" already; choose another name, or change that file',
        '"{name}" 테마가 이미 있습니다. 다른 이름을 쓰거나 그 파일을 고치세요',
    ),
    "theme-taken": Message(
        "error",
        'there is a theme called "{name}" already, and scripts that name it would get the new one; choose another name',
        '"{name}"(이)라는 테마가 이미 있어, 그 이름을 쓴 스크립트가 새 테마로 바뀝니다. 다른 이름을 쓰세요',
    ),
    "logo-exists": Message(
        "error",
        "there is another file {name} already, so that nothing was made; "
        "move it away, or choose another name for the theme",
        "{name} 파일이 이미 있어 아무것도 만들지 않았습니다. 그 파일을 옮기거나 테마 이름을 바꾸세요",
    ),
    "theme-name": Message(
        "error",
        '"{name}" cannot name a theme; use letters, digits and hyphens, such as ourcity',
        '"{name}"은(는) 테마 이름으로 쓸 수 없습니다. ourcity처럼 글자와 숫자, 붙임표로 지으세요',
    ),
    "logo-format": Message(
        "error",
        "{name} is no logo that can be used; use one of {known}",
        "{name} 파일은 로고로 쓸 수 없습니다. {known} 가운데 하나로 저장하세요",
    ),
    "logo-missing": Message(
        "error",
        "there is no file {name}; the logo may be one of {known}",
        "{name} 파일이 없습니다. 로고는 {known} 파일이어야 합니다",
    ),
    "theme-contrast": Message(
        "warning",
        'on ground "{ground}" the color {color} ({role}) has a contrast of {ratio} with {fill}, at least {least}; '
        "{other}, the nearest that can be read, is used in its place",
        '"{ground}" 바탕에서 {role} 색 {color}의 대비가 {fill} 위에서 {ratio}입니다({least} 이상이어야 함). '
        "읽을 수 있는 가장 가까운 색 {other}을(를) 대신 썼습니다",
    ),
    "theme-unreadable": Message(
        "error",
        'on ground "{ground}" the color {color} ({role}) has a contrast of {ratio} with {fill}, at least {least}, and '
        "no shade of it can be read there; make {fill} much lighter or darker",
        '"{ground}" 바탕에서 {role} 색 {color}의 대비가 {fill} 위에서 {ratio}입니다({least} 이상이어야 함). '
        "그 색의 어떤 농도도 읽히지 않으니 {fill}을(를) 훨씬 밝거나 어둡게 하세요",
    ),
}

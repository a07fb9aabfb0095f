"""What trying a layout with many copies finds, and the words of its report."""

from __future__ import annotations

from cardnews.messages.message import Message

GATE: dict[str, Message] = {
    "gate-off-card": Message(
        "error",
        'the text "{words}" in box "{box}" runs {out} px off the card; give its box less width or height, or move it',
        '"{box}" 상자의 글 "{words}"이(가) 카드 밖으로 {out}px 나갑니다. 상자를 줄이거나 옮기세요',
    ),
    "gate-outside": Message(
        "error",
        'the text "{words}" in box "{box}" stands {out} px outside of "{holder}"; give "{holder}" more room, '
        "or the text fewer lines or a smaller size",
        '"{box}" 상자의 글 "{words}"이(가) "{holder}" 밖으로 {out}px 나갑니다. '
        '"{holder}" 자리를 넓히거나, 글의 줄 수나 크기를 줄이세요',
    ),
    "gate-overlap": Message(
        "error",
        'the text "{words}" in box "{box}" lies on "{other}"; set them beside each other, or move one of them',
        '"{box}" 상자의 글 "{words}"이(가) "{other}" 글과 겹칩니다. 나란히 놓거나 하나를 옮기세요',
    ),
    "gate-close": Message(
        "error",
        'the text "{words}" in box "{box}" is only {pixels} px from "{other}", at least {least}; '
        "give them more `gap` or `clear`",
        '"{box}" 상자의 글 "{words}"이(가) "{other}" 글과 {pixels}px밖에 떨어져 있지 않습니다({least}px 이상). '
        "`gap`이나 `clear` 값을 늘리세요",
    ),
    "gate-on-picture": Message(
        "error",
        'the text "{words}" in box "{box}" lies on the picture "{other}", which stands beside it; move one of them',
        '"{box}" 상자의 글 "{words}"이(가) 옆에 놓인 "{other}" 그림과 겹칩니다. 하나를 옮기세요',
    ),
    "gate-small": Message(
        "error",
        'the text "{words}" in box "{box}" comes to {pixels} px of a card 1080 px wide, at least {least}; '
        "use a larger role, or give it more room",
        '"{box}" 상자의 글 "{words}"이(가) 너비 1080px 카드에서 {pixels}px입니다({least}px 이상). '
        "더 큰 글자 역할을 쓰거나 자리를 넓히세요",
    ),
    "gate-contrast": Message(
        "error",
        'the words "{words}" in box "{box}" have a contrast of {ratio} with what lies behind them, at least {least}; '
        "use another color or surface",
        '"{box}" 상자의 글자 "{words}"와(과) 뒤의 명암비가 {ratio}입니다({least} 이상). 다른 색이나 바탕을 쓰세요',
    ),
    "gate-covered": Message(
        "error",
        'something is painted over the text "{words}" in box "{box}"; write the text after it, or move one of them',
        '"{box}" 상자의 글 "{words}" 위에 다른 것이 그려집니다. 레이아웃 파일에서 글을 더 뒤에 적거나 하나를 옮기세요',
    ),
    "gate-unshown": Message(
        "error",
        'no card shows the required field "{name}"; add a box for it, or let it be left out',
        '꼭 써야 하는 "{name}" 필드를 보여 주는 카드가 없습니다. 상자를 더하거나 `required`를 지우세요',
    ),
    "gate-more": Message("info", "and at: {where}", "같은 문제가 있는 곳: {where}"),
    "gate-passed": Message(
        "info",
        'layout "{name}" holds: {count} cards tried, themes: {themes}, sizes: {sizes}',
        '"{name}" 레이아웃은 이상 없습니다. 시험한 카드 {count}장, 테마: {themes}, 크기: {sizes}',
    ),
    "gate-failed": Message(
        "error",
        'layout "{name}" does not hold: {failed} of {count} cards fail, themes: {themes}, sizes: {sizes}',
        '"{name}" 레이아웃에 문제가 있습니다. 시험한 카드 {count}장 가운데 {failed}장, 테마: {themes}, 크기: {sizes}',
    ),
    "help-layouts-test": Message(
        "info",
        "Try a layout FILE with short, long and mixed texts.",
        "레이아웃 파일(FILE)에 짧은 글, 긴 글, 섞인 글을 넣어 시험합니다.",
    ),
    "gate-short": Message("info", "few words", "짧은 글"),
    "gate-limit": Message("info", "full length", "꽉 찬 글"),
    "gate-mixed": Message("info", "mixed scripts", "섞인 글"),
    "gate-emoji": Message("info", "emoji", "이모지"),
    "gate-empty": Message("info", "required fields only", "꼭 필요한 칸만"),
    "gate-giant": Message("info", "very long words", "아주 긴 어절"),
}

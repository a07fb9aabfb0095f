"""Numbers that are drawn, and the cells of tables."""

from __future__ import annotations

from cardnews.messages.message import Message

NUMBERS: dict[str, Message] = {
    "not-an-amount": Message(
        "error",
        'in "{name}" a number was expected, such as 1,234 or 62%, found: {found}',
        '"{name}"에는 1,234, 62%, 3만 같은 수를 쓰세요. 지금은 "{found}"(이)라고 적혀 있습니다',
    ),
    "amount-negative": Message(
        "error",
        '"{name}" is below zero ({found}), and a chart that starts at zero cannot draw it;'
        " set the two numbers side by side as text, in a table or a comparison",
        '"{name}" 값이 0보다 작습니다({found}). 0에서 시작하는 그래프로는 그릴 수 없으니 표나 비교에 글로 쓰세요',
    ),
    "shares-sum": Message(
        "warning",
        'the shares in "{name}" are {found}% together, not 100%; put them right or add what is missing',
        '"{name}"의 비율을 더하면 100%가 아니라 {found}%입니다. 값을 바로잡거나 빠진 몫을 기타로 넣으세요',
    ),
    "shares-over": Message(
        "error",
        'the shares in "{name}" are {found}% together, more than the whole; put them right, or show them as bars'
        " (chart-bar) where one could give several answers",
        '"{name}"의 비율을 더하면 {found}%로 100%를 넘습니다. 값을 바로잡으세요. 여러 개를 고를 수 있는 물음이었다면'
        " 막대그래프로 바꾸세요",
    ),
    "parts-zero": Message(
        "error",
        'every value in "{name}" is 0, so there is no whole to divide; check the values, or say it in a sentence',
        '"{name}"의 값이 모두 0이라 나누어 그릴 것이 없습니다. 값을 확인하거나 문장으로 쓰세요',
    ),
    "dots-not-whole": Message(
        "error",
        '"{name}" is a number of dots, and dots are not cut; write a whole number instead of {found}',
        '"{name}"에는 점의 수를 씁니다. 점은 쪼갤 수 없으니 {found} 대신 소수점이 없는 수를 쓰세요',
    ),
    "dots-count": Message(
        "error",
        '"{name}" is {found}, and 1 to {most} dots can be drawn; give both numbers out of 100, or say it so',
        '"{name}" 값이 {found}인데, 점은 1개부터 {most}개까지 그릴 수 있습니다. 전체를 100으로 놓고 고쳐 쓰거나'
        " 문장으로 쓰세요",
    ),
    "dots-part": Message(
        "error",
        '"{name}" is {found}, more than the whole, {whole}; put one of the two numbers right',
        '"{name}" 값({found})이 전체({whole})보다 큽니다. 두 수 가운데 잘못된 것을 고치세요',
    ),
    "shares-mixed": Message(
        "error",
        'in "{name}" some values are shares (%) and some are not, so that they are no parts of one whole;'
        " write all of them in the same unit",
        '"{name}"에 비율(%)과 비율이 아닌 값이 섞여 있습니다. 모두 같은 단위로 쓰세요',
    ),
    "cells-count": Message(
        "error",
        "this row has {found} cells and the table {wanted} columns; write one cell for each, `-` where there is none",
        "이 줄은 칸이 {found}개인데 표의 열은 {wanted}개입니다. 칸 수를 맞추고, 빈칸에는 `-`를 쓰세요",
    ),
}

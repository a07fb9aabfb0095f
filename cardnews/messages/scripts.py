"""Scripts, layouts, themes and art: what they name and what fields hold."""

from __future__ import annotations

from cardnews.messages.message import Message

SCRIPT: dict[str, Message] = {
    "empty-script": Message(
        "error",
        "the script is empty; it needs at least `slides:` with one slide below it",
        "스크립트가 비어 있습니다. `slides:` 아래에 슬라이드를 하나 이상 쓰세요",
    ),
    "no-slides": Message(
        "error",
        "`slides` has no slide; add one, for example `- layout: cover`",
        "`slides`에 슬라이드가 없습니다. `- layout: cover`처럼 하나 이상 쓰세요",
    ),
    "all-slides-skipped": Message(
        "error",
        "every slide of this script is skipped, so there is no card to make; take `skip` off at least one of them",
        "모든 슬라이드를 건너뛰게 되어 있어 만들 카드가 없습니다. 적어도 한 장에서는 `건너뛰기`를 지우세요",
    ),
    "slides-not-a-list": Message(
        "error",
        "`slides` must be a list; begin each slide with `- `, for example `- layout: cover`",
        "`slides`는 목록이어야 합니다. 슬라이드마다 `- layout: cover`처럼 `- `로 시작하세요",
    ),
    "too-many-slides": Message(
        "error",
        "the script has {found} slides; at most {most} are made, split it into several scripts",
        "슬라이드가 {found}장입니다. 한 스크립트에 {most}장까지 만들 수 있으니 여러 파일로 나누세요",
    ),
    "empty-slide": Message(
        "error",
        "this slide is empty; write a layout and its fields, or remove the `-`",
        "빈 슬라이드입니다. 레이아웃과 내용을 쓰거나 `-`를 지우세요",
    ),
    "missing-key": Message(
        "error", "`{name}` is missing here; add `{name}: …`", "여기에 `{name}` 항목이 없습니다. `{name}: …`을 쓰세요"
    ),
    "list-as-text": Message(
        "error",
        '"{name}" is one text, but a list was found; write it in one line, or in lines below `{name}: |`',
        '"{name}"에는 글 하나가 와야 하는데 목록이 있습니다. 한 줄로 쓰거나 `{name}: |` 아래에 여러 줄로 쓰세요',
    ),
    "mapping-as-text": Message(
        "error",
        '"{name}" is one text, but fields were found; write only the words behind `{name}:`',
        '"{name}"에는 글 하나가 와야 하는데 다른 항목들이 있습니다. `{name}:` 뒤에 글만 쓰세요',
    ),
    "fields-on-one-line": Message(
        "error",
        'several fields stand on one line ("{name}"); give each a line of its own, or put all in braces:'
        " - {{layout: …, title: …}}",
        '한 줄에 여러 항목이 있습니다("{name}"). 항목마다 줄을 바꾸거나 모두 중괄호로 묶으세요:'
        " - {{layout: …, title: …}}",
    ),
    "layout-missing": Message(
        "error",
        "this slide does not say its layout, and its fields are those of {known};"
        " begin it with `- layout: {near}` and put the rest below",
        "레이아웃 이름이 없는데, 여기 있는 것은 {known} 레이아웃의 필드입니다. "
        "슬라이드를 `- 레이아웃: {near}`(으)로 시작하고 나머지를 그 아래 줄에 쓰세요",
    ),
    "slide-dash-missing": Message(
        "error",
        "“{key}” stands here a second time, first in line {first}; if a slide begins here,"
        " begin the line with {spaces} spaces and a dash: `- {key}: …`",
        "“{key}” 항목이 또 나왔습니다. 처음 나온 곳은 {first}행입니다. "
        "여기서 다음 슬라이드가 시작된다면 빈칸 {spaces}개와 붙임표로 시작하세요: `- {key}: …`",
    ),
    "drawing-takes-nothing": Message(
        "error",
        'the drawing "{art}" has no words of its own to fill, so "{name}" has no place; remove it',
        '그림 "{art}"에는 글이 들어갈 자리가 없어 "{name}" 항목을 쓸 수 없습니다. 지우세요',
    ),
    "qr-dense": Message(
        "warning",
        'the address of "{name}" is {found} bytes long, and its QR code will be finer than version 6; a card is scanned'
        " from a screen, so use an address of at most {most} bytes",
        '"{name}" 주소가 {found}바이트여서 QR 무늬가 6판보다 촘촘해집니다. 화면에서 잘 찍히도록 {most}바이트 안의 짧은'
        " 주소를 쓰세요",
    ),
    "link-too-long": Message(
        "error",
        'the address of "{name}" is {found} bytes long; phones read a QR code of {most} at most, so use a shorter one',
        '"{name}" 주소가 {found}바이트입니다. 휴대전화가 읽을 수 있는 QR은 {most}바이트까지이니 짧은 주소를 쓰세요',
    ),
    "picture-is-folder": Message(
        "error",
        '"{name}" is a folder, not a picture; name the picture in it, such as {name}/town.jpg',
        '"{name}"은(는) 그림 파일이 아니라 폴더입니다. {name}/town.jpg처럼 그 안의 그림을 적으세요',
    ),
    "bad-color": Message(
        "error",
        '"{name}" is no color; write one as #RRGGBB, such as #0E4A3B',
        '"{name}"은(는) 색이 아닙니다. #0E4A3B처럼 #RRGGBB로 쓰세요',
    ),
    "wrong-type": Message(
        "error",
        "`{what}` must be {expected}, but {found} was found",
        "`{what}`에는 {expected}이(가) 와야 하는데 {found}이(가) 있습니다",
    ),
    "more-errors": Message(
        "error", "{count} more of the same kind ({kind})", "같은 종류({kind})의 잘못이 {count}개 더 있습니다"
    ),
    "more-warnings": Message(
        "warning", "{count} more of the same kind ({kind})", "같은 종류({kind})가 {count}개 더 있습니다"
    ),
    "more-notes": Message(
        "info", "{count} more of the same kind ({kind})", "같은 종류({kind})가 {count}개 더 있습니다"
    ),
    "unknown-key": Message(
        "error", 'unknown key "{name}"; did you mean "{near}"?', '모르는 항목 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-key-list": Message(
        "error",
        'unknown key "{name}"; known here: {known}',
        '모르는 항목 "{name}"입니다. 여기에는 {known} 중에서 씁니다',
    ),
    "unknown-field": Message(
        "error", 'unknown field "{name}"; did you mean "{near}"?', '모르는 필드 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-field-list": Message(
        "error",
        'unknown field "{name}"; this layout takes: {known}',
        '모르는 필드 "{name}"입니다. 이 레이아웃에는 {known} 필드가 있습니다',
    ),
    "same-key-twice": Message(
        "error",
        '"{name}" means the same as "{other}" in line {line}; keep one of them',
        '"{name}"은(는) {line}행의 "{other}"와(과) 같은 항목입니다. 하나만 남기세요',
    ),
    "missing-field": Message(
        "error",
        'field "{name}" is missing; this layout needs it',
        '"{name}"({label}) 필드가 없습니다. 이 레이아웃에 꼭 필요합니다',
    ),
    "empty-field": Message(
        "error", 'field "{name}" is empty; write its text', '"{name}" 필드가 비어 있습니다. 내용을 쓰세요'
    ),
    "text-too-long": Message(
        "error",
        'field "{name}" has {found} characters; a card holds {most} at the very most',
        '"{name}" 필드가 {found}자입니다. 카드 한 장에는 아무리 많아도 {most}자까지 들어갑니다',
    ),
    "not-a-link": Message(
        "error",
        'field "{name}" must be a web address such as https://example.org, but "{found}" was found',
        '"{name}" 필드에는 https://example.org 같은 주소를 쓰세요. 지금은 "{found}"입니다',
    ),
    "too-many-names": Message(
        "error",
        '"{name}" names {found} things; at most {most} are read',
        '"{name}"에 적은 것이 {found}개입니다. {most}개까지 읽습니다',
    ),
    "item-count": Message(
        "error",
        'field "{name}" has {found} items; this layout takes {least} to {most}',
        '"{name}" 필드의 항목이 {found}개입니다. 이 레이아웃에는 {least}~{most}개를 씁니다',
    ),
    "item-not-mapping": Message(
        "error",
        'write "{name}" as `{example}`',
        '"{name}" 항목은 `{example}`처럼 씁니다',
    ),
    "key-in-text": Message(
        "error",
        '"{name}" is a key here only with a colon and a space behind it: write "{name}: …", with the plain sign ":"',
        '"{name}" 뒤에는 반각 쌍점과 한 칸을 띄워야 항목이 됩니다. "{name}: …"처럼 쓰세요',
    ),
    "not-a-script": Message(
        "error",
        "this is not a script yet: begin with a line `slides:`, and below it `- layout: cover` and indented `title: …`",
        "아직 스크립트가 아닙니다. `slides:` 줄로 시작해 그 아래에 `- layout: cover`와 들여 쓴 `title: …`을 쓰세요",
    ),
    "missing-image": Message(
        "error", 'no picture "{name}" here; did you mean "{near}"?', '"{name}" 그림 파일이 없습니다. "{near}"인가요?'
    ),
    "missing-image-list": Message(
        "error",
        'no picture "{name}"; a path begins at the folder of the file that names it, pictures there: {known}',
        '"{name}" 그림 파일이 없습니다. 경로는 그림 이름을 적은 파일의 폴더에서 시작합니다. 있는 그림: {known}',
    ),
    "missing-image-none": Message(
        "error",
        'no picture "{name}"; a path begins at the folder of the file that names it, and there is no picture in it',
        '"{name}" 그림 파일이 없습니다. 경로는 그림 이름을 적은 파일의 폴더에서 시작하는데, 거기에는 그림이 없습니다',
    ),
    "outside-folder": Message(
        "error",
        '"{name}" lies outside the script\'s folder; copy the file into that folder',
        '"{name}"은(는) 스크립트 폴더 밖에 있습니다. 파일을 스크립트 폴더 안으로 복사하세요',
    ),
    "size-limits": Message(
        "error",
        'size "{size}" is out of bounds; each edge may have {least} to {most} px, all in all {pixels} million pixels',
        '크기 "{size}"은(는) 범위를 벗어났습니다. 한 변은 {least}~{most}px, 전체는 {pixels}백만 화소까지입니다',
    ),
    "unknown-theme": Message(
        "error", 'unknown theme "{name}"; did you mean "{near}"?', '모르는 테마 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-theme-list": Message(
        "error", 'unknown theme "{name}"; known: {known}', '모르는 테마 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-theme-instead": Message(
        "error",
        'unknown theme "{name}"; did you mean "{near}"? Until it is put right, the cards are in the theme hope',
        '모르는 테마 "{name}"입니다. "{near}"인가요? 고칠 때까지 카드는 hope(희망) 테마로 만듭니다',
    ),
    "unknown-theme-instead-list": Message(
        "error",
        'unknown theme "{name}"; known: {known}. Until it is put right, the cards are in the theme hope',
        '모르는 테마 "{name}"입니다. 쓸 수 있는 것: {known}. 고칠 때까지 카드는 hope(희망) 테마로 만듭니다',
    ),
    "unknown-layout": Message(
        "error", 'unknown layout "{name}"; did you mean "{near}"?', '모르는 레이아웃 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-layout-list": Message(
        "error", 'unknown layout "{name}"; known: {known}', '모르는 레이아웃 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-size": Message(
        "error", 'unknown size "{name}"; did you mean "{near}"?', '모르는 크기 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-size-list": Message(
        "error",
        'unknown size "{name}"; known: {known}, or pixels such as 1080x1350',
        '모르는 크기 "{name}"입니다. 쓸 수 있는 것: {known}, 또는 1080x1350 같은 픽셀 수',
    ),
    "unknown-art": Message(
        "error", 'unknown art "{name}"; did you mean "{near}"?', '모르는 그림 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-art-list": Message(
        "error",
        'unknown art "{name}"; there is, for example: {known} (`cardnews gallery --art` shows everything)',
        '모르는 그림 "{name}"입니다. 쓸 수 있는 그림의 예: {known} (모두 보려면 `cardnews gallery --art`)',
    ),
    "unknown-ground": Message(
        "error", 'unknown ground "{name}"; did you mean "{near}"?', '모르는 바탕 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-ground-list": Message(
        "error", 'unknown ground "{name}"; known: {known}', '모르는 바탕 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-role": Message(
        "error",
        'unknown type role "{name}"; did you mean "{near}"?',
        '모르는 글자 역할 "{name}"입니다. "{near}"인가요?',
    ),
    "unknown-role-list": Message(
        "error",
        'unknown type role "{name}"; the theme has: {known}',
        '모르는 글자 역할 "{name}"입니다. 테마에 있는 것: {known}',
    ),
    "unknown-surface": Message(
        "error", 'unknown surface "{name}"; did you mean "{near}"?', '모르는 면 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-surface-list": Message(
        "error", 'unknown surface "{name}"; the theme has: {known}', '모르는 면 "{name}"입니다. 테마에 있는 것: {known}'
    ),
    "unknown-color": Message(
        "error", 'unknown color "{name}"; did you mean "{near}"?', '모르는 색 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-color-list": Message(
        "error",
        'unknown color "{name}"; known: {known}, or any as in "#0A5BD3"',
        '모르는 색 "{name}"입니다. 쓸 수 있는 것: {known}. "#0A5BD3"처럼 값으로도 씁니다',
    ),
    "unknown-choice": Message(
        "error", 'unknown value "{name}"; did you mean "{near}"?', '모르는 값 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-choice-list": Message(
        "error", 'unknown value "{name}"; known: {known}', '모르는 값 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "number-range": Message(
        "error",
        "`{name}` is {found}; it may be {least} to {most}",
        "`{name}` 값이 {found}입니다. {least}에서 {most} 사이여야 합니다",
    ),
    "unknown-box": Message(
        "error",
        'no box has the id "{name}"; did you mean "{near}"?',
        '"{name}"(이)라는 상자가 없습니다. "{near}"인가요?',
    ),
    "unknown-box-list": Message(
        "error", 'no box has the id "{name}"; ids here: {known}', '"{name}"(이)라는 상자가 없습니다. 있는 것: {known}'
    ),
    "unknown-source": Message(
        "error",
        'this box shows "{name}", which is no field of this layout; did you mean "{near}"?',
        '이 상자가 보여 줄 "{name}" 필드가 이 레이아웃에 없습니다. "{near}"인가요?',
    ),
    "unknown-source-list": Message(
        "error",
        'this box shows "{name}", which is no field of this layout; there are: {known}',
        '이 상자가 보여 줄 "{name}" 필드가 이 레이아웃에 없습니다. 있는 것: {known}',
    ),
    "box-kind": Message(
        "error",
        "a box must have exactly one of {known}; found: {found}",
        "상자 하나에는 {known} 가운데 하나만 있어야 합니다. 지금 있는 것: {found}",
    ),
    "unreadable-art": Message(
        "error", 'art "{name}" cannot be read as SVG: {why}', '그림 "{name}"을(를) SVG로 읽을 수 없습니다: {why}'
    ),
    "art-too-large": Message(
        "error", 'art "{name}" is larger than {most} KiB', '그림 "{name}"이(가) {most} KiB보다 큽니다'
    ),
    "art-too-complex": Message(
        "error",
        'art "{name}" holds too much: {what}, at most {most}; draw it more simply',
        '그림 "{name}"에 든 것이 너무 많습니다: {what}, 최대 {most}. 더 단순하게 그리세요',
    ),
    "art-unsafe": Message(
        "error",
        'art "{name}" holds {found}, which is not allowed; draw it with paths and shapes only',
        '그림 "{name}"에 쓸 수 없는 {found}이(가) 있습니다. 도형과 경로로만 그리세요',
    ),
}

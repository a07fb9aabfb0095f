"""The message catalogue: every rule's severity and its sentence in English and Korean.

Templates are filled with `str.format_map`; both languages name the same blanks. A message says what was found,
what was expected, and what to do.
"""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    severity: str
    en: str
    ko: str


_READER: dict[str, Message] = {
    "file-missing": Message(
        "error",
        "there is no file {path}; check the name and the folder",
        "{path} 파일이 없습니다. 파일 이름과 폴더를 확인하세요.",
    ),
    "file-is-folder": Message(
        "error",
        "{path} is a folder, not a script; name the YAML file in it, such as {path}/script.yaml",
        "{path}은(는) 파일이 아니라 폴더입니다. {path}/script.yaml처럼 그 안의 YAML 파일을 지정하세요.",
    ),
    "file-special": Message(
        "error",
        "{path} is not an ordinary file; save the script as a file and name that",
        "{path}은(는) 일반 파일이 아닙니다. 스크립트를 파일로 저장한 뒤 그 파일을 지정하세요.",
    ),
    "file-unreadable": Message(
        "error",
        "{path} cannot be read ({reason}); check its permissions",
        "{path} 파일을 읽을 수 없습니다({reason}). 읽기 권한을 확인하세요.",
    ),
    "file-too-large": Message(
        "error",
        "the script is larger than {limit} KiB, the most that is read; split it into several scripts",
        "스크립트가 읽을 수 있는 크기인 {limit} KiB보다 큽니다. 여러 파일로 나누세요.",
    ),
    "file-not-text": Message(
        "error",
        "{path} is not a text file in UTF-8, UTF-16 or CP949; save the script as plain text in UTF-8",
        "{path}은(는) UTF-8, UTF-16, CP949 텍스트 파일이 아닙니다. 스크립트를 UTF-8 일반 텍스트로 저장하세요.",
    ),
    "read-as-cp949": Message(
        "info",
        "the file is not in UTF-8 and was read as CP949; save it as UTF-8 to be sure that every letter is kept",
        "UTF-8이 아니어서 CP949로 읽었습니다. 모든 글자가 그대로 남도록 UTF-8로 저장하세요.",
    ),
    "broken-character": Message(
        "error",
        "a letter here is damaged and cannot be read ({code}); type it again and save the file as UTF-8",
        "여기 글자가 깨져서 읽을 수 없습니다({code}). 글자를 다시 입력하고 UTF-8로 저장하세요.",
    ),
    "control-character": Message(
        "error",
        "there is an invisible control character ({code}) here, probably pasted along with text; delete it",
        "보이지 않는 제어 문자({code})가 있습니다. 붙여 넣을 때 딸려 온 문자일 수 있으니 지우세요.",
    ),
    "read-as-text": Message(
        "info",
        "“{what}” means something else to YAML here, so the value was read as plain text;"
        " put it in quotes to say so: {fixed}",
        "여기서 “{what}” 기호는 YAML에서 다른 뜻이 있어, 값을 글자 그대로 읽었습니다."
        " 확실히 하려면 따옴표로 묶으세요: {fixed}",
    ),
    "lost-comment-words": Message(
        "error",
        "“{words}” would be left out, because “#” after a space begins a comment; put the text in quotes: {fixed}"
        " (and if it is a comment, leave a space after “#”)",
        "띄어 쓴 “#” 뒤는 주석이 되어 “{words}”이(가) 카드에서 빠집니다. 글을 따옴표로 묶으세요: {fixed}"
        " (주석이라면 “#” 다음을 한 칸 띄우세요.)",
    ),
    "comment-after-text": Message(
        "warning",
        "“{words}” is a comment and not on the card; put the whole text in quotes if it belongs there,"
        " or leave two spaces before “#”",
        "“{words}” 부분은 주석이라 카드에 나오지 않습니다. 카드에 넣을 글이면 전체를 따옴표로 묶고,"
        " 주석이면 “#” 앞을 두 칸 띄우세요.",
    ),
    "duplicate-key": Message(
        "error",
        "“{key}” stands here a second time, first at {first}:{column}; the first one counts, so remove or rename one",
        "“{key}” 항목이 또 나왔습니다. 처음 나온 곳은 {first}:{column}입니다."
        " 처음 것만 쓰이니 하나를 지우거나 이름을 바꾸세요.",
    ),
    "key-not-text": Message(
        "error",
        "a list or a group stands here where a field name is expected; write “name: value”, or quote the text",
        "필드 이름이 올 자리에 목록이나 묶음이 있습니다. “이름: 값”으로 쓰거나 글을 따옴표로 묶으세요.",
    ),
    "merge-key": Message(
        "error",
        "YAML's merge key “<<” is not supported; write the fields out where they are needed",
        "YAML의 병합 키 “<<”는 쓸 수 없습니다. 필요한 곳에 필드를 직접 쓰세요.",
    ),
    "tag-ignored": Message(
        "warning",
        "the YAML tag “{what}” has no meaning in a script and is ignored; remove it, or quote it if it is text",
        "스크립트에서 YAML 태그 “{what}”은(는) 뜻이 없어 무시합니다. 지우거나, 글이라면 따옴표로 묶으세요.",
    ),
    "alias-cycle": Message(
        "error",
        "this part contains itself through a YAML alias (“*name”); write the text out instead",
        "YAML 별칭(“*이름”) 때문에 이 부분이 자기 자신을 담고 있습니다. 별칭 대신 내용을 직접 쓰세요.",
    ),
    "alias-limit": Message(
        "error",
        "YAML aliases (“*name”) repeat more than {limit} values; write out what is needed instead",
        "YAML 별칭(“*이름”)으로 되풀이한 값이 {limit}개를 넘습니다. 필요한 내용만 직접 쓰세요.",
    ),
    "nesting-limit": Message(
        "error",
        "lists and groups are nested more than {depth} deep here; a script needs no more than a few levels,"
        " so check brackets, dashes and indentation",
        "목록과 묶음이 {depth}단계보다 깊게 겹쳤습니다. 스크립트는 몇 단계면 충분하니"
        " 괄호, 붙임표(-), 들여쓰기를 확인하세요.",
    ),
    "node-limit": Message(
        "error",
        "the script holds more than {nodes} values; split it into several scripts",
        "스크립트에 든 값이 {nodes}개를 넘습니다. 여러 파일로 나누세요.",
    ),
    "many-documents": Message(
        "error",
        "a second YAML document begins here (“---” or “...”), and only the first is read;"
        " remove the line, or keep the rest in a file of its own",
        "여기서 두 번째 YAML 문서(“---” 또는 “...”)가 시작되는데, 첫 문서만 읽습니다."
        " 이 줄을 지우거나 나머지를 다른 파일에 두세요.",
    ),
    "syntax-tab": Message(
        "error",
        "there is a tab here where the line is indented, and YAML takes spaces only; use two spaces for each step",
        "들여쓰기에 탭이 있는데 YAML은 빈칸만 받습니다. 한 단계를 빈칸 두 개로 바꾸세요.",
    ),
    "syntax-indentation": Message(
        "error",
        "this line is indented differently from those it belongs with;"
        " begin it in the same column as the fields (or the “-”) beside it",
        "이 줄의 들여쓰기가 함께 묶인 줄들과 다릅니다. 같은 묶음의 필드(또는 “-”)와 같은 칸에서 시작하세요.",
    ),
    "syntax-quote": Message(
        "error",
        "the quote {what} that opens here is never closed; add the closing {what}, or drop the opening one",
        "여기서 연 따옴표 {what}가 닫히지 않았습니다. 닫는 따옴표 {what}를 붙이거나 여는 따옴표를 지우세요.",
    ),
    "syntax-bracket": Message(
        "error",
        "the bracket {what} that opens here is never closed; close it, or put the value in quotes if it is text",
        "여기서 연 괄호 {what}가 닫히지 않았습니다. 괄호를 닫거나, 글이라면 값을 따옴표로 묶으세요.",
    ),
    "syntax-flow": Message(
        "error",
        "the value in brackets cannot be read from here on; separate its items with commas"
        " and put quotes around texts that hold any of “, : # [ ] {{ }}”",
        "괄호로 묶은 값을 여기서부터 읽을 수 없습니다. 항목 사이에 쉼표를 넣고"
        " “, : # [ ] {{ }}”가 든 글은 따옴표로 묶으세요.",
    ),
    "syntax-escape": Message(
        "error",
        "“{what}” is not a sign YAML knows inside double quotes; write “\\\\” for a backslash, or use single quotes",
        "큰따옴표 안의 “{what}”은(는) YAML이 모르는 표시입니다. 역슬래시는 “\\\\”로 쓰거나 작은따옴표로 묶으세요.",
    ),
    "syntax-reserved": Message(
        "error",
        "“{what}” begins something special in YAML here; put the text in quotes",
        "여기서 “{what}”은(는) YAML에서 특별한 뜻으로 쓰입니다. 글을 따옴표로 묶으세요.",
    ),
    "syntax-directive": Message(
        "error",
        "a line that begins with “%” is an instruction to YAML, which scripts do not need;"
        " remove it, or indent it if it is text",
        "“%”로 시작하는 줄은 YAML 지시문이며 스크립트에는 필요 없습니다. 지우거나, 글이라면 들여 쓰세요.",
    ),
    "syntax-colon-space": Message(
        "error",
        "there is no space after the colon; write “name: value” with a space between them",
        "콜론(:) 다음이 붙어 있습니다. “이름: 값”처럼 콜론 다음을 한 칸 띄우세요.",
    ),
    "syntax-colon": Message(
        "error",
        "a colon is missing here; write “name: value”, or indent the line if it goes on with the text above",
        "여기에 콜론(:)이 빠졌습니다. “이름: 값”으로 쓰거나, 윗줄에 이어지는 글이라면 더 들여 쓰세요.",
    ),
    "syntax-fullwidth": Message(
        "error",
        "“{what}” is written with a full-width or typographic sign where a field name is expected;"
        " use a plain “:” and a space after it, and no “ ” around the name",
        "필드 이름 자리의 “{what}”에 전각 기호나 둥근따옴표가 있습니다."
        " 반각 콜론(:) 다음을 한 칸 띄우고, 이름에는 둥근따옴표를 쓰지 마세요.",
    ),
    "syntax-other": Message(
        "error",
        "this line cannot be read as YAML; write “name: value” or “- value”, and put quotes around unusual text",
        "이 줄은 YAML로 읽을 수 없습니다. “이름: 값”이나 “- 값”으로 쓰고, 특별한 기호가 든 글은 따옴표로 묶으세요.",
    ),
    "too-many-problems": Message(
        "error",
        "the script has too many mistakes to read on; correct those above and try again",
        "잘못된 곳이 너무 많아 더 읽을 수 없습니다. 위에 적힌 것부터 고친 뒤 다시 실행하세요.",
    ),
}

_SCRIPT: dict[str, Message] = {
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
    "missing-key": Message("error", "`{name}` is missing here", "여기에 `{name}` 항목이 없습니다"),
    "wrong-type": Message(
        "error",
        "`{what}` must be {expected}, but {found} was found",
        "`{what}`에는 {expected}이(가) 와야 하는데 {found}이(가) 있습니다",
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
    "item-count": Message(
        "error",
        'field "{name}" has {found} items; this layout takes {least} to {most}',
        '"{name}" 필드의 항목이 {found}개입니다. 이 레이아웃에는 {least}~{most}개를 씁니다',
    ),
    "missing-image": Message(
        "error", 'no picture "{name}" here; did you mean "{near}"?', '"{name}" 그림 파일이 없습니다. "{near}"인가요?'
    ),
    "missing-image-list": Message(
        "error",
        'no picture "{name}"; a path begins at the script\'s folder, pictures there: {known}',
        '"{name}" 그림 파일이 없습니다. 경로는 스크립트가 있는 폴더에서 시작합니다. 있는 그림: {known}',
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
        "error", 'unknown size "{name}"; known: {known}', '모르는 크기 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-art": Message(
        "error", 'unknown art "{name}"; did you mean "{near}"?', '모르는 그림 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-art-list": Message(
        "error", 'unknown art "{name}"; known: {known}', '모르는 그림 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-ground": Message(
        "error", 'unknown ground "{name}"; did you mean "{near}"?', '모르는 바탕 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-ground-list": Message(
        "error", 'unknown ground "{name}"; known: {known}', '모르는 바탕 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-color": Message(
        "error", 'unknown color "{name}"; did you mean "{near}"?', '모르는 색 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-color-list": Message(
        "error", 'unknown color "{name}"; known: {known}', '모르는 색 "{name}"입니다. 쓸 수 있는 것: {known}'
    ),
    "unknown-choice": Message(
        "error", 'unknown value "{name}"; did you mean "{near}"?', '모르는 값 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-choice-list": Message(
        "error", 'unknown value "{name}"; known: {known}', '모르는 값 "{name}"입니다. 쓸 수 있는 것: {known}'
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
    "art-unsafe": Message(
        "error",
        'art "{name}" holds {found}, which is not allowed; draw it with paths and shapes only',
        '그림 "{name}"에 쓸 수 없는 {found}이(가) 있습니다. 도형과 경로로만 그리세요',
    ),
}

_COMPOSE: dict[str, Message] = {
    "text-overflow": Message(
        "error",
        'field "{name}" does not fit size {canvas}, even at {size} px: about {over} characters too many',
        '"{name}" 필드가 {canvas} 크기에서 {size}px로 줄여도 들어가지 않습니다. 약 {over}자를 줄이세요',
    ),
    "no-room": Message(
        "error",
        'the box "{box}" has no room at size {size}; use fewer fields or a taller size',
        '"{box}" 자리가 {size} 크기에서는 모자랍니다. 필드를 줄이거나 더 긴 크기를 쓰세요',
    ),
    "missing-glyph": Message(
        "error",
        'no font has the character "{character}" ({code}) of field "{name}"; write it another way',
        '"{name}" 필드의 글자 "{character}"({code})가 어느 글꼴에도 없습니다. 다른 글자로 바꾸세요',
    ),
    "torn-eojeol": Message(
        "warning",
        'a word of field "{name}" is wider than its line and was broken after "{text}"; shorten it or add a space',
        '"{name}" 필드의 어절이 한 줄보다 길어 "{text}" 뒤에서 끊었습니다. 줄이거나 띄어 쓰세요',
    ),
    "text-shortened": Message(
        "info",
        '"{name}" is too long for its place and was shortened to "{text}"',
        '"{name}" 글이 자리보다 길어 "{text}"(으)로 줄였습니다',
    ),
    "words-cut": Message(
        "info",
        "at size {size} these words stand nowhere in full: {words}",
        "{size} 크기에서 온전히 보이지 않는 낱말: {words}",
    ),
    "relief-taken": Message(
        "info",
        "to make room at size {size} the layout changed: {boxes}",
        "{size} 크기에서 자리를 내려고 레이아웃이 바꾼 것: {boxes}",
    ),
    "unreadable-image": Message(
        "error",
        'picture "{name}" cannot be read: {why}',
        '그림 파일 "{name}"을(를) 읽을 수 없습니다: {why}',
    ),
    "image-too-large": Message(
        "error",
        'picture "{name}" has {found} million pixels; at most {most} million are read',
        '그림 파일 "{name}"이(가) {found}백만 화소입니다. {most}백만 화소까지 읽습니다',
    ),
}

_FILES: dict[str, Message] = {
    "output-other-script": Message(
        "error",
        'this folder belongs to another script, "{script}", so nothing in it was touched; '
        "choose another folder with --out",
        "이 폴더는 다른 스크립트 “{script}”의 결과물이 담긴 폴더라 아무것도 건드리지 않았습니다. "
        "--out으로 다른 폴더를 지정하세요.",
    ),
    "output-foreign-pictures": Message(
        "error",
        "this folder already holds pictures that cardnews did not write ({files}), and they would be overwritten; "
        "choose another folder with --out, or move them away",
        "이 폴더에는 cardnews가 만들지 않은 그림({files})이 이미 있어 덮어쓰게 됩니다. "
        "--out으로 다른 폴더를 지정하거나 그 그림들을 다른 곳으로 옮기세요.",
    ),
    "output-partial-sizes": Message(
        "error",
        "this folder holds cards of size {present}, not {sizes}; render all slides at the new size first, "
        "or choose another folder with --out",
        "이 폴더에는 {present} 크기의 카드가 있고 {sizes} 크기는 없습니다. 먼저 모든 슬라이드를 새 크기로 만들거나 "
        "--out으로 다른 폴더를 지정하세요.",
    ),
    "output-not-a-file": Message(
        "error",
        "a link, or something else that is not a plain file or folder, stands where cardnews would write; "
        "remove it, or choose another folder with --out",
        "저장할 자리에 링크처럼 일반 파일이나 폴더가 아닌 것이 있습니다. 지우거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "output-not-a-folder": Message(
        "error",
        "cannot make this folder, because a file is in its place or in that of a folder above it; "
        "rename the file, or choose another folder with --out",
        "이 폴더나 그 위 폴더의 자리에 같은 이름의 파일이 있어 폴더를 만들 수 없습니다. "
        "파일 이름을 바꾸거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "output-not-writable": Message(
        "error",
        "no permission to write here; check that the folder is not read-only and that no other program has the file "
        "open, or choose another folder with --out",
        "여기에 저장할 권한이 없습니다. 폴더가 읽기 전용인지, 다른 프로그램이 파일을 열어 두었는지 확인하거나 "
        "--out으로 다른 폴더를 지정하세요.",
    ),
    "output-disk-full": Message(
        "error",
        "the disk is full; free some space and run again, or choose a folder on another disk with --out",
        "디스크에 남은 공간이 없습니다. 공간을 비우고 다시 실행하거나 --out으로 다른 디스크의 폴더를 지정하세요.",
    ),
    "output-failed": Message(
        "error",
        "cannot write here ({reason}); check the folder, or choose another one with --out",
        "여기에 저장할 수 없습니다({reason}). 폴더를 확인하거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "manifest-broken": Message(
        "error",
        "cannot be read as a list of cards that cardnews wrote, so nothing in this folder was touched; "
        "choose another folder with --out, or move this file and the pictures away",
        "cardnews가 쓴 카드 목록으로 읽을 수 없어 이 폴더의 어떤 파일도 건드리지 않았습니다. "
        "--out으로 다른 폴더를 지정하거나 이 파일과 그림들을 다른 곳으로 옮기세요.",
    ),
    "manifest-newer": Message(
        "error",
        "was written by a newer cardnews, so nothing in this folder was touched; "
        "update cardnews, or choose another folder with --out",
        "더 새로운 cardnews로 만든 폴더라 아무것도 건드리지 않았습니다. "
        "cardnews를 업데이트하거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "card-edited-aside": Message(
        "warning",
        "this picture was not as cardnews left it; the new card took its name, "
        'and the old picture is kept as "{aside}"',
        "cardnews가 만든 뒤 바뀐 그림이라, 새 카드를 이 이름으로 저장하고 바뀐 그림은 “{aside}”(으)로 남겨 두었습니다.",
    ),
    "card-edited-kept": Message(
        "warning",
        "this picture no longer belongs to the set, but was changed after cardnews wrote it, so it was kept; "
        "delete it if you do not need it",
        "이제 이 세트에 속하지 않지만 cardnews가 만든 뒤 바뀐 그림이라 지우지 않았습니다. 필요 없으면 직접 지우세요.",
    ),
    "card-failed-aside": Message(
        "warning",
        'this slide has no card this time; the picture of an earlier run was renamed to "{aside}"',
        "이번에는 이 슬라이드의 카드를 만들지 못해, 전에 만든 그림의 이름을 “{aside}”(으)로 바꾸어 두었습니다.",
    ),
    "card-not-removed": Message(
        "warning",
        "this picture of an earlier run no longer belongs to the set and could not be removed; "
        "close programs that show it and run again, or delete it",
        "이제 이 세트에 속하지 않는 예전 그림인데 지우지 못했습니다. "
        "그림을 열어 둔 프로그램을 닫고 다시 실행하거나 직접 지우세요.",
    ),
}

_RENDER: dict[str, Message] = {
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
    "cards-partly": Message("info", "{made} of {total} cards in {folder}", "카드 {total}장 가운데 {made}장: {folder}"),
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
    "help-jobs": Message("info", "How many cards to make at the same time.", "동시에 만들 카드 수."),
    "help-lang": Message("info", "Language of the messages.", "메시지의 언어."),
    "help-quiet": Message("info", "Say nothing but what is wrong.", "잘못된 것만 알립니다."),
    "help-version": Message("info", "Show the version.", "버전을 보여 줍니다."),
}

MESSAGES: dict[str, Message] = {**_READER, **_SCRIPT, **_COMPOSE, **_FILES, **_RENDER}

# Words that messages are filled with where a value is a kind of thing rather than the author's own words.
WORDS: dict[str, tuple[str, str]] = {
    "text": ("text", "글"),
    "list": ("a list", "목록"),
    "mapping": ("a mapping (`key: value` lines)", "`항목: 값` 묶음"),
    "nothing": ("nothing", "빈 값"),
    "number": ("a number", "숫자"),
    "true-or-false": ("`true` or `false`", "`true` 또는 `false`"),
}

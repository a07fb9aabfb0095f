"""Reading a file: bytes, YAML, and text that only looks like it."""

from __future__ import annotations

from cardnews.messages.message import Message

READER: dict[str, Message] = {
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
        "“{key}” stands here a second time, first in line {first}; only that one counts,"
        " so put both into one field, or remove one",
        "“{key}” 항목이 또 나왔습니다. 처음 나온 곳은 {first}행이고 그것만 쓰입니다."
        " 둘 다 쓰려면 한 항목에 합치고, 아니면 하나를 지우세요.",
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
        "there is a tab here where the line is indented, and YAML takes spaces only; begin it with {spaces} spaces",
        "들여쓰기에 탭이 있는데 YAML은 빈칸만 받습니다. 탭을 지우고 빈칸 {spaces}개로 시작하세요.",
    ),
    "syntax-indentation": Message(
        "error",
        "this line is indented differently from the fields (or the “-”) it belongs with; begin it with {spaces} spaces",
        "이 줄의 들여쓰기가 함께 묶인 필드(또는 “-”)와 다릅니다. 빈칸 {spaces}개로 시작하세요.",
    ),
    "syntax-quote": Message(
        "error",
        "the quote {what} that opens here is never closed; add the closing {what}, or drop the opening one",
        "여기서 연 따옴표 {what}가 닫히지 않았습니다. 닫는 따옴표 {what}를 붙이거나 여는 따옴표를 지우세요.",
    ),
    "syntax-quote-round": Message(
        "error",
        "the text begins with {what} but ends with {last}, which closes no quote in YAML; replace {last} by {what}",
        "글이 {what}로 시작해 {last}로 끝나는데, {last}는 YAML이 닫는 따옴표로 보지 않습니다."
        " 끝의 {last}를 {what}로 바꾸세요.",
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
    "syntax-dash-space": Message(
        "error",
        "there is no space after the “-” that begins this item; write “- {what}” with a space between them",
        "항목을 여는 “-” 다음이 붙어 있습니다. “- {what}”처럼 “-” 뒤를 한 칸 띄우세요.",
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

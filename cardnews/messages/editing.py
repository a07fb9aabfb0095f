"""Help for editors: the schema of scripts, and tidying them."""

from __future__ import annotations

from cardnews.messages.message import Message

# The words of the schema that layouts do not say themselves; `help-…` because people read them beside what they write.
_SCHEMA: dict[str, tuple[str, str]] = {
    "schema": ("A script: settings, and a list of slides.", "스크립트: 설정과 슬라이드 목록."),
    "schema-slide": (
        "One card: a layout and its fields. A sentence alone becomes a `{plain}`.",
        "카드 한 장: 레이아웃과 필드. 문장만 쓰면 `{plain}` 카드가 됩니다.",
    ),
    "schema-needed": ("Needed.", "꼭 필요합니다."),
    "schema-most": ("Made for about {most} characters.", "{most}자 안팎에 맞춘 자리입니다."),
    "schema-count": ("{least} to {most} items.", "항목은 {least}~{most}개."),
    "schema-default": ("If left out: {default}.", "쓰지 않으면: {default}."),
    "schema-also": ("Also written: {names}.", "이렇게도 씁니다: {names}."),
    "schema-fields": ("Fields: {fields}.", "필드: {fields}."),
    "schema-drawing": ("A drawing.", "그림."),
    "schema-grounds": ("Grounds: {grounds}.", "바탕: {grounds}."),
    "schema-not-text": (
        "text belongs here; put it in quotes if it begins with `[` or `{{`",
        "여기에는 글을 씁니다. `[`나 `{{`로 시작하는 글은 따옴표로 묶으세요",
    ),
    "schema-not-a-slide": (
        "a slide is a sentence, or `layout: …` with its fields below it",
        "슬라이드는 문장 하나이거나, `layout: …`과 그 아래의 필드들입니다",
    ),
    "schema-not-a-link": (
        "a web address such as https://example.org belongs here",
        "여기에는 https://example.org 같은 주소를 씁니다",
    ),
    "schema-no-art": ("no drawing or scene has this name", "이런 이름의 그림이나 장면이 없습니다"),
    "schema-once": (
        "“{name}” and “{other}” mean the same; keep one",
        "“{name}”와(과) “{other}”은(는) 같은 항목입니다. 하나만 남기세요",
    ),
    "type-text": ("Text. A line break of yours is kept.", "글. 바꾼 줄은 그대로 바뀝니다."),
    "type-choice": ("One of the names below.", "아래 이름 가운데 하나."),
    "type-art": (
        "A drawing or a scene by its name, or `art: NAME` with the scene's words below it.",
        "그림이나 장면의 이름. 장면에 넣을 말이 있으면 `art: 이름` 아래에 씁니다.",
    ),
    "type-image": (
        "A picture file, by its path from the script's folder; or `file: …` with `focus`, `alt` and `rights`.",
        "사진 파일의 경로(스크립트가 있는 폴더에서 시작). `file: …`과 함께 `focus`, `alt`, `rights`도 쓸 수 있습니다.",
    ),
    "type-link": ("A web address.", "웹 주소."),
    "type-list": ("A list, one item a line.", "목록. 한 줄에 하나씩 씁니다."),
    "type-words": (
        "A list of words: one a line, or all in one line with commas between them.",
        "낱말 목록. 한 줄에 하나씩, 또는 쉼표로 나누어 한 줄에 씁니다.",
    ),
    "type-group": ("A group of fields.", "필드 묶음."),
    "setting-title": ("What the whole set is called.", "카드뉴스 전체의 제목."),
    "setting-brand": ("Who publishes it; shown in the footer.", "펴내는 곳. 바닥글에 나옵니다."),
    "setting-series": (
        "The series it belongs to; shown in the footer.",
        "이 카드뉴스가 속한 시리즈. 바닥글에 나옵니다.",
    ),
    "setting-theme": (
        "How the cards look: colors, type and grounds. If left out: {default}.",
        "카드의 모습: 색, 글자, 바탕. 쓰지 않으면 {default}.",
    ),
    "setting-size": (
        "The size of the cards, or a list of sizes; pixels such as 1080x1350 are a size, too.",
        "카드의 크기, 또는 크기 목록. 1080x1350처럼 픽셀로도 씁니다.",
    ),
    "setting-lang": ("Language of the text, such as ko or en.", "글의 언어. 예: ko, en."),
    "setting-font": (
        "The font family of the text, instead of the theme's.",
        "글에 쓸 글꼴. 테마의 글꼴 대신 씁니다.",
    ),
    "setting-fonts": (
        "Font files of your own, or folders of them, beside the script.",
        "스크립트 옆에 둔 글꼴 파일이나 그 폴더.",
    ),
    "setting-platform": (
        "Where the cards will be published; checks know its limits.",
        "카드를 올릴 곳. 검사할 때 그곳의 제한에 맞는지 살핍니다.",
    ),
    "setting-ignore": (
        "Rules that `cardnews check` leaves out, such as `over-length`.",
        "`cardnews check`가 보지 않을 규칙. 예: `over-length`.",
    ),
    "setting-slides": ("The cards, in their order.", "카드 목록. 쓴 차례대로 나옵니다."),
    "slide-layout": ("How the card is laid out.", "카드의 짜임새."),
    "slide-include": (
        "A file with one slide that scripts share, such as `closing.yaml`, beside the script or in `slides` of your "
        "own folder; keys written below replace those of the file.",
        "`closing.yaml`처럼 여러 스크립트가 함께 쓰는 슬라이드 파일. 스크립트 옆이나 내 폴더의 `slides`에 둡니다. "
        "아래에 쓴 항목은 그 파일의 것을 대신합니다.",
    ),
    "slide-skip": (
        "`true` leaves this slide out, as if it were not there: for one that is not finished.",
        "`예`라고 쓰면 이 슬라이드를 없는 것처럼 건너뜁니다. 아직 다 쓰지 못한 슬라이드에 씁니다.",
    ),
    "slide-ground": (
        "The background of this card, instead of the theme's rhythm.",
        "이 카드의 바탕. 테마가 정한 차례 대신 씁니다.",
    ),
    "slide-theme": ("The theme of this card alone.", "이 카드에만 쓸 테마."),
    "slide-alt": (
        "What the card says to those who cannot see it; if left out, it is made from its fields.",
        "카드를 볼 수 없는 사람에게 전할 말. 쓰지 않으면 필드의 글로 만듭니다.",
    ),
    "slide-notes": ("Notes for yourself; not on the card.", "나를 위한 메모. 카드에는 나오지 않습니다."),
    "slide-ignore": (
        "Rules that `cardnews check` leaves out on this card.",
        "`cardnews check`가 이 카드에서 보지 않을 규칙.",
    ),
    "slide-footer": ("`false` leaves the footer out on this card.", "`false`라고 쓰면 이 카드에는 바닥글이 없습니다."),
    "text-text": ("The text itself.", "글."),
    "text-lines": ("In how many lines it should be set.", "몇 줄로 나눌지."),
    "text-series": (
        "`no` lets this text have a size of its own, apart from its siblings on other cards.",
        "`아니요`라고 쓰면 다른 카드의 같은 자리와 크기를 맞추지 않습니다.",
    ),
    "image-file": (
        "The path of the picture, from the script's folder.",
        "사진 파일의 경로(스크립트가 있는 폴더에서 시작).",
    ),
    "image-focus": (
        "The point that must stay in view: `left top`, or `30% 40%`; or one for each size, `{{square: left}}`.",
        "잘리지 않아야 할 곳. `왼쪽 위`나 `30% 40%`, 또는 크기마다 `{{정사각: 왼쪽}}`처럼 씁니다.",
    ),
    "image-alt": ("What the picture shows, for those who cannot see it.", "사진을 볼 수 없는 사람에게 전할 설명."),
    "image-rights": ("Whose picture it is, and its license.", "사진의 저작권자와 이용 조건."),
    "image-tone": (
        "In which colors it is shown: `duotone` in the theme's, `gray` in grays.",
        "사진의 색조. `듀오톤`은 테마의 색, `흑백`은 회색으로 보입니다.",
    ),
    "art-art": ("The name of the drawing or scene.", "그림이나 장면의 이름."),
}

EDIT: dict[str, Message] = {
    "fmt-left": Message(
        "info",
        "this script is written in a way that cannot be tidied safely, so it was left as it is",
        "안전하게 정리할 수 없는 방식으로 쓴 곳이 있어 이 스크립트는 그대로 두었습니다",
    ),
    "fmt-kept": Message(
        "info",
        "this slide is written in a way that cannot be tidied safely, so it was left as it is",
        "안전하게 정리할 수 없는 방식으로 쓴 곳이 있어 이 슬라이드는 그대로 두었습니다",
    ),
    "fmt-encoding": Message(
        "info",
        "the file was not in UTF-8; tidied, it is, so that every program reads the same letters",
        "UTF-8이 아닌 파일입니다. 어느 프로그램에서나 글자가 같게 보이도록, 정리하면서 UTF-8로 바꿉니다",
    ),
    "fmt-not-written": Message(
        "error",
        "cannot be written ({reason}), so it was left as it is; check the permissions of the file and of its folder",
        "저장할 수 없어({reason}) 그대로 두었습니다. 파일과 폴더의 쓰기 권한을 확인하세요",
    ),
    "fmt-unread": Message(
        "info",
        "{script}: left as it is; mend what is said above and run again",
        "{script}: 그대로 두었습니다. 위에 적힌 것을 고친 뒤 다시 실행하세요",
    ),
    "fmt-done": Message("info", "{script}: tidied", "{script}: 정리했습니다"),
    "fmt-would": Message("info", "{script}: would be tidied", "{script}: 정리할 것이 있습니다"),
    "fmt-tidy": Message("info", "{script}: already tidy", "{script}: 이미 정리되어 있습니다"),
    "schema-not-written": Message(
        "error",
        "the schema cannot be written here ({reason}); check the folder, or name another file with --out",
        "여기에 스키마를 저장할 수 없습니다({reason}). 폴더를 확인하거나 --out으로 다른 파일을 지정하세요",
    ),
    "schema-written": Message(
        "info",
        "{file}: written; the first line of a script beside it: {line}",
        "{file}: 저장했습니다. 같은 폴더의 스크립트 첫 줄에 쓰세요: {line}",
    ),
    "help-fmt": Message(
        "info",
        "Tidy each SCRIPT in place: the order of keys, quotes, indentation, empty lines, long texts. Words, slides and "
        "comments stay the same. `-` tidies standard input to standard output.",
        "스크립트(SCRIPT)를 그 자리에서 정리합니다. 항목의 차례, 따옴표, 들여쓰기, 빈 줄, 긴 글을 다듬고 "
        "글과 슬라이드, 주석은 그대로 둡니다. `-`를 쓰면 표준 입력을 정리해 표준 출력으로 내보냅니다.",
    ),
    "help-fmt-check": Message(
        "info",
        "Change nothing; exit with 1 if a script is not tidy.",
        "아무것도 바꾸지 않고, 정리할 것이 있으면 1로 끝납니다.",
    ),
    "help-fmt-diff": Message(
        "info", "Change nothing; show what would change.", "아무것도 바꾸지 않고, 바뀔 곳을 보여 줍니다."
    ),
    "help-schema-command": Message(
        "info",
        "Print the JSON Schema of scripts: with it, editors complete, explain and check what is written. "
        "Layouts, themes and art beside a script, or in your own folder (CARDNEWS_HOME), are in it, too.",
        "스크립트의 JSON 스키마를 출력합니다. 편집기는 이 스키마로 쓸 것을 제안하고 설명하고 검사합니다. "
        "스크립트 옆이나 내 폴더(CARDNEWS_HOME)에 둔 레이아웃, 테마, 그림도 들어갑니다.",
    ),
    "help-schema-paste": Message(
        "info", "The first line of a script, for the editor:", "편집기를 위해 스크립트의 첫 줄에 쓸 것:"
    ),
    "help-schema-out": Message("info", "Write it into this file instead.", "출력하는 대신 이 파일에 저장합니다."),
    **{f"help-{key}": Message("info", en, ko) for key, (en, ko) in _SCHEMA.items()},
}

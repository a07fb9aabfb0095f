"""What `cardnews check` finds in scripts and cards that could be made, and its own words."""

from __future__ import annotations

from cardnews.messages.message import Message

CHECK: dict[str, Message] = {
    # words
    "mixed-endings": Message(
        "warning",
        '"{words}" is in {style}, but this series has {count} sentences in {other}; write all of them one way',
        '"{words}"은(는) {style}인데, 이 시리즈의 다른 문장 {count}개는 {other}입니다. 한 가지로 맞추세요',
    ),
    "duplicate-title": Message(
        "warning",
        'the "{name}" of this slide says the same as that of slide {first}; say what is new here, or drop one of them',
        '이 슬라이드의 "{name}" 글이 {first}번 슬라이드와 같습니다. 새로운 말로 바꾸거나 한 장을 빼세요',
    ),
    "similar-title": Message(
        "info",
        'the "{name}" of this slide says nearly the same as that of slide {first}; if that is not meant, change one',
        '이 슬라이드의 "{name}" 글이 {first}번 슬라이드와 거의 같습니다. 일부러 그런 것이 아니라면 바꾸세요',
    ),
    "emphasis-wide": Message(
        "warning",
        'the marks in "{name}" cover {share} % of its letters, so nothing stands out; mark the few words that matter',
        '"{name}" 글의 {share}%에 강조 표시가 있어 오히려 눈에 띄지 않습니다. 꼭 필요한 낱말에만 표시하세요',
    ),
    "emphasis-many": Message(
        "warning",
        "this card emphasizes {found} things; one is enough, take the marks off the others",
        "이 카드에 강조가 {found}군데 있습니다. 하나만 남기고 표시를 지우세요",
    ),
    "over-length": Message(
        "info",
        '"{name}" has {found} characters; the layout is made for {most}, and longer texts become smaller',
        '"{name}" 글이 {found}자입니다. 이 자리는 {most}자까지 어울리고, 더 길면 글자가 작아집니다',
    ),
    "hashtag-broken": Message(
        "warning",
        'the hashtag "{tag}" ends before "{character}" where people type it: only "{kept}" would be found; '
        "use letters, digits and _ only",
        '해시태그 "{tag}"은(는) "{character}" 앞에서 끊겨 "{kept}"(으)로만 검색됩니다. 글자, 숫자, 밑줄(_)만 쓰세요',
    ),
    "hashtag-number": Message(
        "warning",
        '"{tag}" is no hashtag, since it has digits only; add a word',
        '"{tag}"에는 숫자만 있어 해시태그가 되지 않습니다. 낱말을 붙이세요',
    ),
    "term-forbidden": Message(
        "error",
        '"{term}" is not to be used ({file}): {why}',
        '"{term}"은(는) 쓰지 않기로 한 말입니다({file}). {why}',
    ),
    "term-forbidden-none": Message(
        "error",
        '"{term}" is not to be used ({file}); write it another way',
        '"{term}"은(는) 쓰지 않기로 한 말입니다({file}). 다른 말로 바꾸세요',
    ),
    "term-preferred": Message(
        "warning",
        'instead of "{term}", this house writes "{instead}" ({file})',
        '"{term}" 대신 "{instead}"(이)라고 쓰기로 했습니다({file})',
    ),
    "term-unusable": Message(
        "error",
        '"{name}" cannot be looked for; a term has letters or digits, at most {most} of them',
        '"{name}"은(는) 찾을 수 없는 말입니다. 글자나 숫자로 {most}자까지 쓰세요',
    ),
    # the series
    "series-too-long": Message(
        "warning",
        "a post on {platform} takes {most} pictures, and this series has {found}: this card and those behind it "
        "have no room; drop some, or make two series",
        "{platform} 게시물 하나에는 그림이 {most}장까지 들어가는데 이 시리즈는 {found}장입니다. "
        "이 카드부터는 올릴 수 없으니 줄이거나 둘로 나누세요",
    ),
    "unknown-platform": Message(
        "warning", 'unknown platform "{name}"; did you mean "{near}"?', '모르는 플랫폼 "{name}"입니다. "{near}"인가요?'
    ),
    "unknown-platform-list": Message(
        "warning",
        'unknown platform "{name}"; known: {known}',
        '모르는 플랫폼 "{name}"입니다. 쓸 수 있는 것: {known}',
    ),
    "same-ground": Message(
        "warning",
        'ground "{ground}" is that of slide {before}, too; choose another one, or leave `ground` out',
        '바탕 "{ground}"이(가) 바로 앞 {before}번 슬라이드와 같습니다. 다른 바탕을 고르거나 `ground`를 지우세요',
    ),
    # pictures
    "missing-alt": Message(
        "warning",
        'nobody says what "{file}" shows; add `{key}: …` to the picture or the slide for those who do not see it',
        '"{file}" 사진이 무엇을 보여 주는지 적혀 있지 않습니다. 보지 못하는 사람을 위해 사진이나 슬라이드에 '
        "`{key}: …` 줄을 더하세요",
    ),
    "empty-alt": Message(
        "warning",
        '"{alt}" does not say what "{file}" shows; describe what is to be seen, in a sentence',
        '"{alt}"(이)라는 대체글로는 "{file}" 사진이 무엇을 보여 주는지 알 수 없습니다. '
        "보이는 것을 한 문장으로 적으세요",
    ),
    "missing-rights": Message(
        "warning",
        'neither the script nor the file says whose picture "{file}" is; add `{key}: …` with its author and license',
        '"{file}" 사진이 누구의 것인지 스크립트에도 파일에도 적혀 있지 않습니다. '
        "`{key}: …` 줄에 저작권자와 이용 조건을 적으세요",
    ),
    "image-upscaled": Message(
        "warning",
        'picture "{file}" is enlarged to {percent} % at size {canvas} and looks soft; '
        "use one of at least {width}x{height} px",
        '"{file}" 사진이 {canvas} 크기에서 {percent}%로 늘어나 흐려 보입니다. {width}x{height}px보다 큰 사진을 쓰세요',
    ),
    # charts
    "units-mixed": Message(
        "warning",
        '"{found}" has another unit than the other numbers of this chart ({unit}); write all of them with the same',
        '"{found}"의 단위가 이 그래프의 다른 수({unit})와 다릅니다. 단위를 한 가지로 맞추세요',
    ),
    # cards
    "small-text": Message(
        "warning",
        '"{words}" is only {points} pt high on a phone (size {canvas}: {pixels} px of a card 1080 px wide, at least '
        "{least}); texts too small here: {count}. Shorten them, or use another layout or size",
        '"{words}" 글자가 휴대전화에서 {points}pt밖에 되지 않습니다({canvas} 크기, 너비 1080px 카드에서 {pixels}px, '
        "{least}px 이상이어야 함). 이 카드에 너무 작은 글 {count}개. 글을 줄이거나 레이아웃이나 크기를 바꾸세요",
    ),
    "lone-last-line": Message(
        "info",
        'at size {canvas} the last line holds nothing but "{words}"; shorten the text a little, '
        "or break the lines yourself",
        '{canvas} 크기에서 "{words}"만 마지막 줄에 남습니다. 글을 조금 줄이거나 줄을 직접 바꾸세요',
    ),
    "too-many-words": Message(
        "warning",
        "this card holds {found} words, some {seconds} seconds of reading, too much at size {canvas}; "
        "keep one thought, and make a second card of the rest",
        "이 카드에 어절이 {found}개라 읽는 데 {seconds}초쯤 걸립니다. {canvas} 크기의 카드 한 장에는 많으니 "
        "한 가지 생각만 남기고 나머지는 다음 카드로 넘기세요",
    ),
    "unsafe-zone": Message(
        "warning",
        '"{words}" stands {out} px in the part of a story ({canvas}) that the app covers; '
        "shorten it, or use another layout",
        '"{words}" 글이 스토리({canvas})에서 앱이 가리는 자리에 {out}px 들어가 있습니다. 줄이거나 레이아웃을 바꾸세요',
    ),
    "near-edge": Message(
        "warning",
        '"{words}" is nearer to the edge of the card than it should, by {out} px at size {canvas}; '
        "shorten it, or use another layout",
        '"{words}" 글이 {canvas} 크기에서 카드 가장자리에 {out}px만큼 너무 가깝습니다. 줄이거나 레이아웃을 바꾸세요',
    ),
    "grid-crop": Message(
        "warning",
        'on an Instagram profile, which cuts covers to 3:4, "{words}" loses {out} px at size {canvas}; '
        "use size portrait or tall for the feed",
        '인스타그램 프로필에서는 표지가 3:4로 잘려 "{words}" 글이 {canvas} 크기에서 {out}px 잘립니다. '
        "피드에는 portrait나 tall 크기를 쓰세요",
    ),
    "low-contrast": Message(
        "warning",
        '"{words}" has a contrast of {ratio} to what lies behind it at size {canvas}, and needs {least}; '
        "choose another ground or photograph",
        '"{words}" 글과 그 뒤의 명암비가 {canvas} 크기에서 {ratio}입니다. '
        "{least} 이상이어야 하니 바탕이나 사진을 바꾸세요",
    ),
    "stale-output": Message(
        "warning",
        "cards here that are not what the script says today: {count} ({files}); run `cardnews render` again",
        "이 폴더의 카드 {count}장이 지금 스크립트와 다릅니다({files}). `cardnews render`를 다시 실행하세요",
    ),
    # the command
    "unknown-rule": Message(
        "error",
        'there is no rule "{name}"; did you mean "{near}"?',
        '"{name}"(이)라는 규칙이 없습니다. "{near}"인가요?',
    ),
    "unknown-rule-list": Message(
        "error",
        'there is no rule "{name}"; some there are: {known}',
        '"{name}"(이)라는 규칙이 없습니다. 있는 것: {known}',
    ),
    "checked-clean": Message("info", "nothing found in {script}", "{script}: 고칠 것이 없습니다"),
    "checked-found": Message(
        "info",
        "{script}: {errors} errors, {warnings} warnings, {notes} notes",
        "{script}: 오류 {errors}개, 주의 {warnings}개, 참고 {notes}개",
    ),
    "explain-more": Message("info", "all about one of them: `{command}`", "규칙 하나를 자세히 보려면: `{command}`"),
    "explain-why": Message("info", "why:", "왜:"),
    "explain-how": Message("info", "how:", "어떻게 재나:"),
    "explain-fix": Message("info", "what to do:", "할 일:"),
    "explain-off": Message(
        "info",
        "to leave it out: `--ignore {name}`, or a line `ignore: {name}` in the script or in one slide",
        "끄려면: `--ignore {name}` 옵션, 또는 스크립트나 슬라이드에 `ignore: {name}` 줄",
    ),
    "severity-error": Message("info", "error", "오류"),
    "severity-warning": Message("info", "warning", "주의"),
    "severity-info": Message("info", "note", "참고"),
    "explain-says": Message("info", "it says:", "이렇게 알립니다:"),
    "help-check": Message(
        "info",
        "Say what is wrong with the cards of each SCRIPT, or could be better, without making them.",
        "스크립트(SCRIPT)로 만들 카드에서 잘못된 것과 고치면 좋을 것을 알려 줍니다. 카드는 만들지 않습니다.",
    ),
    "help-check-select": Message("info", "Look for these rules only.", "이 규칙만 봅니다."),
    "help-check-ignore": Message("info", "Leave these rules out.", "이 규칙은 보지 않습니다."),
    "help-check-explain": Message(
        "info",
        "Say what a rule is about; without RULE, list all.",
        "규칙 하나를 설명합니다. 이름이 없으면 모두 보여 줍니다.",
    ),
    "help-check-rules": Message("info", "List the rules, and stop.", "규칙을 모두 보여 주고 마칩니다."),
    "help-check-format": Message("info", "How to say it. Default: text.", "알리는 형식. 기본은 text."),
    "help-check-out": Message("info", "Where its cards are. Default: out/.", "카드가 있는 폴더. 기본은 out/."),
    "help-check-pixels": Message("info", "Skip the rules that need painting.", "그려 봐야 아는 규칙은 건너뜁니다."),
    "help-check-strict": Message("info", "Fail on warnings, too.", "주의가 있어도 실패로 끝냅니다."),
    "help-check-size": Message("info", "Sizes instead of the script's.", "스크립트에 적힌 것 대신 볼 크기."),
}

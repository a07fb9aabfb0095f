"""Fonts: the shipped ones and those an author adds."""

from __future__ import annotations

from cardnews.messages.message import Message

FONTS: dict[str, Message] = {
    "missing-font": Message(
        "error",
        'no font file or folder "{name}" here; did you mean "{near}"?',
        '"{name}" 글꼴 파일이나 폴더가 없습니다. "{near}"인가요?',
    ),
    "missing-font-list": Message(
        "error",
        'no font file or folder "{name}"; a path begins at the script\'s folder, fonts there: {known}',
        '"{name}" 글꼴 파일이나 폴더가 없습니다. 경로는 스크립트가 있는 폴더에서 시작합니다. 있는 글꼴: {known}',
    ),
    "missing-font-none": Message(
        "error",
        'no font file or folder "{name}"; a path begins at the script\'s folder, and there is no font in it',
        '"{name}" 글꼴 파일이나 폴더가 없습니다. 경로는 스크립트가 있는 폴더에서 시작하는데, 거기에는 글꼴이 없습니다',
    ),
    "unknown-font-file": Message(
        "error",
        'unknown font "{name}"; the file "{file}" lies beside the script: add `fonts: {file}`, or move it to a folder '
        "`fonts`",
        '모르는 글꼴 "{name}"입니다. 스크립트 옆에 "{file}" 파일이 있으니 `fonts: {file}` 줄을 더하거나, '
        "파일을 `fonts` 폴더로 옮기세요",
    ),
    "unknown-font-held": Message(
        "error",
        '"{name}" is the name of a file; the font in "{file}" is called "{family}": write `font: {family}`',
        '"{name}"은(는) 글꼴 이름이 아니라 파일 이름입니다. "{file}" 파일에 든 글꼴의 이름은 "{family}"이니 '
        "`글꼴: {family}`처럼 쓰세요",
    ),
    "font-not-a-font": Message(
        "warning",
        '"{name}" is not a font that can be used here; use a TTF, OTF, TTC, WOFF or WOFF2 file, and unpack archives',
        '"{name}"은(는) 여기서 쓸 수 있는 글꼴 파일이 아닙니다. TTF, OTF, TTC, WOFF, WOFF2 파일을 쓰고, '
        "압축 파일은 먼저 푸세요",
    ),
    "font-damaged": Message(
        "warning",
        'the font file "{name}" is damaged or was not copied whole, so it is left out; download or copy it once more',
        '글꼴 파일 "{name}"이(가) 손상되었거나 덜 복사되어 쓰지 않았습니다. 다시 내려받거나 복사하세요',
    ),
    "font-too-large": Message(
        "warning",
        'the font file "{name}" is larger than {most} MiB, the most that is read; use the file of one family',
        '글꼴 파일 "{name}"이(가) 읽을 수 있는 크기인 {most} MiB보다 큽니다. 글꼴 하나만 든 파일을 쓰세요',
    ),
    "font-bitmap": Message(
        "warning",
        'the font file "{name}" holds pictures of letters and no outlines, so it is left out; use one with outlines',
        '글꼴 파일 "{name}"에는 글자의 윤곽선이 없고 그림만 들어 있어 쓰지 않았습니다. 윤곽선 글꼴을 쓰세요',
    ),
    "font-symbol": Message(
        "warning",
        'the font file "{name}" holds signs that stand for no letters, as symbol fonts do, so it is left out',
        '글꼴 파일 "{name}"에는 기호 글꼴처럼 글자에 이어지지 않은 그림만 들어 있어 쓰지 않았습니다',
    ),
    "font-lost": Message(
        "error",
        'the font file "{name}" is gone or damaged since the cards were laid out; put it back and run again',
        '카드를 짜는 사이에 글꼴 파일 "{name}"이(가) 없어지거나 손상되었습니다. 제자리에 두고 다시 실행하세요',
    ),
    "fonts-empty": Message(
        "warning",
        'the folder "{name}" holds no font file (TTF, OTF, TTC, WOFF, WOFF2)',
        '"{name}" 폴더에 글꼴 파일(TTF, OTF, TTC, WOFF, WOFF2)이 없습니다',
    ),
    "fonts-too-many": Message(
        "warning",
        'there are more font files in "{name}" than are read ({files} files, {most} MiB in all); the last ones are '
        "left out, keep there only the fonts you use",
        '"{name}"에 글꼴 파일이 너무 많아 뒤쪽 것은 읽지 않았습니다(파일 {files}개, 모두 {most} MiB까지). '
        "쓰는 글꼴만 남기세요",
    ),
    "font-embedding": Message(
        "warning",
        'the font "{family}" says that it must not be embedded (OS/2 fsType, "restricted license"); ask its maker '
        "whether pictures made with it may be published, or use another font",
        '글꼴 "{family}"에는 문서에 넣지 말라는 표시(OS/2 fsType, 제한된 사용권)가 있습니다. '
        "이 글꼴로 만든 그림을 내보내도 되는지 글꼴 회사에 확인하거나 다른 글꼴을 쓰세요",
    ),
    "font-embedding-bitmaps": Message(
        "warning",
        'the font "{family}" says that its outlines must not be embedded (OS/2 fsType, "bitmap embedding only"); '
        "ask its maker whether pictures made with it may be published, or use another font",
        '글꼴 "{family}"에는 윤곽선을 문서에 넣지 말라는 표시(OS/2 fsType, 비트맵만 허용)가 있습니다. '
        "이 글꼴로 만든 그림을 내보내도 되는지 글꼴 회사에 확인하거나 다른 글꼴을 쓰세요",
    ),
    "font-license": Message(
        "info",
        'the font "{family}" says nothing of its license; make sure that you may publish with it, and keep the license '
        "beside the font as LICENSE.txt",
        '글꼴 "{family}"에 사용권이 적혀 있지 않습니다. 배포물에 써도 되는지 확인하고, 사용권을 글꼴 파일 옆에 '
        "LICENSE.txt로 남겨 두세요",
    ),
    "font-weight": Message(
        "info",
        'the font "{family}" has the weights {known}; the theme asks for {asked} too, and the nearest ones are used',
        '글꼴 "{family}"의 굵기는 {known}입니다. 테마가 쓰는 {asked}은(는) 가장 가까운 굵기로 앉혔습니다',
    ),
    "font-no-hangul": Message(
        "warning",
        'the font "{family}" has no Hangul; Korean words are set in {fallback}',
        '글꼴 "{family}"에는 한글이 없어 우리말은 {fallback} 글꼴로 앉혔습니다',
    ),
    "fonts-family": Message("info", "family", "글꼴"),
    "fonts-weights": Message("info", "weights", "굵기"),
    "fonts-license": Message("info", "license", "사용권"),
    "fonts-embedding": Message("info", "embedding", "임베딩"),
    "fonts-hangul": Message("info", "hangul", "한글"),
    "fonts-hanja": Message("info", "hanja", "한자"),
    "fonts-signs": Message("info", "signs", "기호"),
    "fonts-modern": Message("info", "modern", "현대"),
    "fonts-own": Message("info", "yours", "직접 더한 글꼴"),
    "fonts-shipped": Message("info", "shipped with cardnews", "함께 들어 있는 글꼴"),
    "fonts-legend": Message(
        "info",
        "hangul, hanja, signs: how many of the 2,350, 4,888 and 987 in KS X 1001",
        "한글·한자·기호: KS X 1001의 2,350자·4,888자·987자 가운데 글꼴에 있는 글자 수",
    ),
    "fonts-legend-modern": Message(
        "info",
        "modern: how many of all 11,172 Hangul syllables",
        "현대: 오늘날 쓸 수 있는 11,172자 가운데 글꼴에 있는 글자 수",
    ),
    "fonts-all": Message("info", "all", "모두"),
    "fonts-unsaid": Message("info", "not said", "없음"),
    "fonts-installable": Message("info", "allowed", "허용"),
    "fonts-editable": Message("info", "editing", "편집용"),
    "fonts-print": Message("info", "print", "인쇄용"),
    "fonts-forbidden": Message("info", "forbidden", "금지"),
    "fonts-bitmaps": Message("info", "bitmaps only", "비트맵만"),
    "fonts-unknown": Message("info", "unknown", "모름"),
    "fonts-nothing-lacking": Message(
        "info",
        "every character of the script is in its font",
        "스크립트의 모든 글자가 제 글꼴에 있습니다",
    ),
    "fonts-character": Message("info", "character", "글자"),
    "fonts-code": Message("info", "code", "코드"),
    "fonts-lacked-by": Message("info", "lacking in", "없는 글꼴"),
    "fonts-set-in": Message("info", "set in", "대신 쓴 글꼴"),
    "fonts-slides": Message("info", "slides", "슬라이드"),
    "fonts-places": Message("info", "line:column", "줄:칸"),
    "fonts-none": Message("info", "no font has it", "어느 글꼴에도 없음"),
    "help-fonts": Message(
        "info",
        "List the fonts at hand: families, weights, license, whether they may be embedded, and the characters they "
        "have. Fonts of your own go into the folder fonts/ beside the script, or under `fonts:` in it; "
        "`font:` names the family to use.",
        "쓸 수 있는 글꼴의 이름, 굵기, 사용권, 임베딩 허용 여부, 갖춘 글자를 보여 줍니다. "
        "직접 구한 글꼴은 스크립트 옆 fonts/ 폴더에 두거나 스크립트의 `글꼴파일:`에 적고, "
        "쓸 글꼴의 이름을 `글꼴:`에 쓰세요.",
    ),
    "help-fonts-check": Message(
        "info",
        "Add the fonts of this script, and list the characters on its cards that its font lacks.",
        "이 스크립트의 글꼴도 보이고, 카드의 글자 가운데 글꼴에 없는 것을 찾습니다.",
    ),
}

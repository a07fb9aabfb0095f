"""Writing new scripts, from nothing or from an article."""

from __future__ import annotations

from cardnews.messages.message import Message

DRAFT: dict[str, Message] = {
    "draft-exists": Message(
        "error",
        "{path} is there already and was not touched; choose another name, or rename that file",
        "{path} 파일이 이미 있어 건드리지 않았습니다. 다른 이름을 쓰거나 그 파일의 이름을 바꾸세요",
    ),
    "draft-no-name": Message(
        "error",
        "the name of the new script is empty; give it one, such as village",
        "새 스크립트의 이름이 비어 있습니다. 마을처럼 이름을 적으세요",
    ),
    "draft-odd-name": Message(
        "error",
        "the name “{name}” has a line break or a character nobody can see; leave it out",
        "‘{name}’에 줄바꿈이나 보이지 않는 문자가 있습니다. 그 문자를 빼고 이름을 적으세요",
    ),
    "draft-not-writable": Message(
        "error",
        "no file can be written in {path}; choose another folder, such as `cardnews new ~/village`",
        "{path} 폴더에는 파일을 쓸 수 없습니다. `cardnews new ~/마을`처럼 다른 폴더를 적으세요",
    ),
    "draft-not-a-folder": Message(
        "error",
        "{path} is not a folder, so no script can stand in it; choose another name",
        "{path}은(는) 폴더가 아니라 스크립트를 둘 수 없습니다. 다른 이름을 적으세요",
    ),
    "draft-not-a-file": Message(
        "error",
        "{path} is a folder or something else that is no file; name the article's file",
        "{path}은(는) 폴더이거나 일반 파일이 아닙니다. 글이 든 파일을 지정하세요",
    ),
    "draft-too-large": Message(
        "error",
        "{path} is larger than {most} MiB, the most that is read; copy the part you need into a file of its own",
        "{path} 파일이 읽을 수 있는 크기인 {most} MiB보다 큽니다. 필요한 부분만 따로 저장하세요",
    ),
    "draft-too-long": Message(
        "error",
        "{path} holds {found} characters, and a set of cards is made from {most} at most; "
        "copy the part you need into a file of its own",
        "{path}에 든 글이 {found}자입니다. 카드뉴스 한 벌은 {most}자까지의 글로 만드니 필요한 부분만 따로 저장하세요",
    ),
    "draft-empty": Message(
        "error",
        "{path} holds no words to put on cards; if its text is in pictures, type it out or copy it as text",
        "{path}에 카드에 옮길 글이 없습니다. 글이 그림 속에 있다면 글자로 옮겨 적으세요",
    ),
    "draft-damaged": Message(
        "error",
        "{path} is damaged and cannot be opened; open it where it was written and save it again",
        "{path} 파일이 손상되어 열 수 없습니다. 만든 프로그램에서 열어 다시 저장하세요",
    ),
    "draft-locked": Message(
        "error",
        "{path} is locked by a password or made for distribution only; save a copy without protection and use that",
        "{path}은(는) 암호가 걸렸거나 배포용 문서입니다. 보호를 풀어 다른 이름으로 저장한 파일을 쓰세요",
    ),
    "draft-costly": Message(
        "error",
        "{path} would unpack to far more than any article, so it was not opened; copy its text into a new file",
        "{path}은(는) 풀었을 때 글이라고 보기 어려울 만큼 커서 열지 않았습니다. 글만 새 파일로 옮기세요",
    ),
    "draft-hwp": Message(
        "error",
        "{path} is an HWP file, whose format cannot be read here; open it in Hancom Office, choose "
        "“Save as” and the type “HWPX document (*.hwpx)”, and use that file",
        "{path}은(는) HWP 파일이라 바로 읽을 수 없습니다. 한글에서 열어 [다른 이름으로 저장하기]를 누르고 "
        "파일 형식을 [HWPX 문서(*.hwpx)]로 골라 저장한 다음 그 파일을 쓰세요",
    ),
    "draft-doc": Message(
        "error",
        "{path} is a file of Word before 2007; open it in Word, choose “Save as” and the type "
        "“Word Document (*.docx)”, and use that file",
        "{path}은(는) 예전 Word 문서(.doc)입니다. Word에서 열어 [다른 이름으로 저장]을 누르고 "
        "파일 형식을 [Word 문서(*.docx)]로 골라 저장한 다음 그 파일을 쓰세요",
    ),
    "draft-pdf": Message(
        "error",
        "{path} is a PDF file, in which lines and columns are no text any more; use the document it was made from "
        "(.docx, .hwpx), or copy its text into a .txt file",
        "{path}은(는) PDF 파일이라 문단을 알 수 없습니다. PDF를 만든 원본 문서(.docx, .hwpx)를 쓰거나 "
        "글을 복사해 .txt 파일에 붙여 넣으세요",
    ),
    "draft-format": Message(
        "error",
        "{path} is of a kind that cannot be read; save the text as .docx, .hwpx, .md or .txt",
        "{path}은(는) 읽을 수 없는 형식입니다. 글을 .docx, .hwpx, .md, .txt 가운데 하나로 저장하세요",
    ),
    "draft-not-text": Message(
        "error",
        "{path} is neither a document that can be read (.docx, .hwpx) nor text in UTF-8, UTF-16 or CP949; "
        "save it as plain text in UTF-8",
        "{path}은(는) 읽을 수 있는 문서(.docx, .hwpx)도, UTF-8·UTF-16·CP949 텍스트도 아닙니다. "
        "UTF-8 텍스트로 저장하세요",
    ),
    "draft-broken": Message(
        "warning",
        "some letters of {path} are damaged and were left out; compare the draft with the article",
        "{path}에 깨진 글자가 있어 뺐습니다. 초안을 원문과 견주어 보세요",
    ),
    "draft-pictures": Message(
        "info",
        "{count} pictures in the file were not taken over; save them beside the script and name them, "
        "for example `photo: town.jpg`",
        "파일에 든 그림 {count}개는 옮기지 않았습니다. 스크립트 옆에 저장하고 `photo: town.jpg`처럼 이름을 적으세요",
    ),
    "draft-notes": Message(
        "info",
        "sentences that had no room on the cards and stand in the `notes` of their slides: {count}",
        "카드에 다 담지 못한 문장 {count}개는 해당 슬라이드의 `메모`에 적어 두었습니다",
    ),
    "draft-letters": Message(
        "warning",
        "no font has these characters, so they are on no card: {letters}; the whole sentences stand in `notes`",
        "어느 글꼴에도 없어 카드에서 뺀 글자: {letters}. 온전한 문장은 `notes`에 있습니다",
    ),
    "draft-no-letters": Message(
        "error",
        "no font has the letters this text is written in: {letters}; give a font that has them with `fonts:`",
        "이 글의 글자가 어느 글꼴에도 없습니다: {letters}. 그 글자가 든 글꼴을 `fonts:`에 적으세요",
    ),
    "draft-no-layout": Message(
        "error",
        "none of the layouts {known} takes this text; name one more, or leave --layouts out",
        "{known} 레이아웃만으로는 이 글을 담을 수 없습니다. 레이아웃을 더 적거나 --layouts를 빼세요",
    ),
    "draft-no-schema": Message(
        "warning",
        "{path} could not be written, so editors know no names of fields; run `cardnews schema` to make it",
        "{path} 파일을 쓰지 못해 편집기가 필드 이름을 알려 주지 못합니다. `cardnews schema`로 만들 수 있습니다",
    ),
    "draft-call": Message("info", "you can read on here", "자세한 내용은 여기에서 확인하세요"),
    "draft-ask": Message("info", "ask here", "궁금한 점은 여기로 물어보세요"),
    "draft-facts-apply": Message("info", "how to apply", "신청 안내"),
    "draft-facts": Message("info", "at a glance", "안내"),
    "draft-of-article": Message(
        "info",
        "a first draft of cards, made from {name}. Change the words as you like, then make the pictures:",
        "{name} 글로 만든 카드뉴스 초안입니다. 글을 다듬은 뒤 이 명령으로 그림을 만드세요.",
    ),
    "draft-of-text": Message(
        "info",
        "a first draft of cards. Change the words as you like, then make the pictures:",
        "주신 글로 만든 카드뉴스 초안입니다. 글을 다듬은 뒤 이 명령으로 그림을 만드세요.",
    ),
    "draft-of-samples": Message(
        "info",
        "cards with words to try out. Put your own in their place, then make the pictures:",
        "본보기 글이 든 카드뉴스입니다. 글을 바꾼 뒤 이 명령으로 그림을 만드세요.",
    ),
    "draft-tip-marks": Message(
        "info",
        "**strong**, ==highlight== and ~~struck~~ mark words; one on a card is enough.",
        "**강조**, ==형광펜==, ~~지움~~ 표시를 쓸 수 있습니다. 카드 한 장에 하나면 충분합니다.",
    ),
    "draft-tip-lines": Message(
        "info",
        "lines end where they read best. To end them yourself, write them below `title: |`.",
        "줄은 뜻이 끊어지는 곳에서 바뀝니다. 직접 바꾸려면 `제목: |` 아래에 줄을 나누어 쓰세요.",
    ),
    "draft-tip-notes": Message(
        "info",
        "`notes` hold what had no room. They are on no card; move sentences up or delete them.",
        "`메모`에는 카드에 담지 못한 문장이 있습니다. 카드에는 나오지 않으니 옮겨 쓰거나 지우세요.",
    ),
    "draft-tip-optional": Message(
        "info",
        "lines that begin with `# ` are off; delete the `# ` to use them.",
        "`# `로 시작하는 줄은 쓰이지 않습니다. 쓰려면 `# `을 지우세요.",
    ),
    "draft-brand": Message("info", "your organization", "우리 기관 이름"),
    "draft-series": Message("info", "name of the series", "연재 이름"),
    "draft-most": Message("info", "up to {most} characters", "{most}자까지"),
    "draft-made": Message(
        "info",
        "{path}: {slides} slides; make the cards with: cardnews render {shell}",
        "{path}: 슬라이드 {slides}장. 카드를 만들려면: cardnews render {shell}",
    ),
    "help-new": Message(
        "info",
        "Write a new script NAME.yaml, with sample words or with those of an article.",
        "새 스크립트 NAME.yaml을 씁니다. 본보기 글이나 지정한 글로 채웁니다.",
    ),
    "help-new-from": Message(
        "info",
        "Article to begin from: .md, .txt, .docx, .hwpx, or - for standard input.",
        "초안으로 옮길 글: .md, .txt, .docx, .hwpx 파일 또는 -(표준 입력).",
    ),
    "help-new-theme": Message("info", "Theme of the script.", "스크립트에 적을 테마."),
    "help-new-layouts": Message(
        "info",
        "Use these layouts only, in this order where no article is given.",
        "이 레이아웃만 씁니다. 글을 지정하지 않으면 이 순서대로 놓습니다.",
    ),
}

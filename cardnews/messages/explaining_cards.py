"""Explanations of the rules over cards and pictures."""

from __future__ import annotations

from cardnews.messages.explanation import Explanation

CARDS: dict[str, Explanation] = {
    "small-text": Explanation(
        ("text too small for a phone", "휴대전화에서 너무 작은 글자"),
        (
            "a card 1080 px wide is shown 375 pt wide on a phone, a third of its size",
            "너비 1080px인 카드는 휴대전화에서 375pt, 곧 3분의 1 크기로 보입니다",
        ),
        (
            "34 px on a card of 1080 px are 11.8 pt, the least that is read with ease; 30 px are enough for credits, "
            "28 px at size wide",
            "1080px 카드의 34px은 11.8pt로, 편하게 읽히는 가장 작은 크기입니다. 출처는 30px, "
            "wide 크기는 28px까지 괜찮습니다",
        ),
        ("shorten the text, or use another layout or size", "글을 줄이거나 다른 레이아웃이나 크기를 쓰세요"),
    ),
    "lone-last-line": Explanation(
        ("one short word alone in the last line", "마지막 줄에 홀로 남은 짧은 어절"),
        ("the eye stumbles over a line that holds next to nothing", "거의 빈 줄은 읽는 눈을 걸리게 합니다"),
        (
            "a last line of one word that is under 35 % of the widest line or under three syllables, where the program "
            "broke the line",
            "프로그램이 나눈 마지막 줄에 어절이 하나뿐이고, 가장 긴 줄의 35%보다 짧거나 세 글자가 안 될 때 알립니다",
        ),
        ("drop or add a word, or break the lines yourself", "낱말을 빼거나 더하거나, 줄을 직접 바꾸세요"),
    ),
    "too-many-words": Explanation(
        ("a card with too much to read", "읽을 것이 너무 많은 카드"),
        (
            "people swipe after seconds; what they have not read by then is lost",
            "사람들은 몇 초 만에 카드를 넘깁니다. 그때까지 읽지 못한 글은 없는 것과 같습니다",
        ),
        (
            "some 36 words are ten seconds of reading (238 English words a minute, Brysbaert 2019; Korean has fewer "
            "and longer ones); words in lists count half, a square takes 32, a story 40, size wide 26",
            "어절 36개를 읽는 데 10초쯤 걸립니다(영어 1분 238낱말, Brysbaert 2019. 한국어는 어절이 더 길고 적습니다). "
            "목록의 어절은 반으로 치고, square는 32개, story는 40개, wide는 26개까지 봅니다",
        ),
        (
            "one thought per card; the rest goes onto the next",
            "카드 한 장에 한 가지 생각만. 나머지는 다음 카드로 넘기세요",
        ),
    ),
    "unsafe-zone": Explanation(
        ("text where a story's app covers it", "스토리 앱이 가리는 자리의 글"),
        (
            "the account's name lies over the top of a story, the reply bar over its foot",
            "스토리의 위쪽은 계정 이름이, 아래쪽은 답장 칸이 덮습니다",
        ),
        (
            "the ink of each text against the top 14 % and the bottom 16 %",
            "글자가 놓인 자리를 위 14%, 아래 16%와 견줍니다",
        ),
        ("shorten the text, or use a layout with less in it", "글을 줄이거나 내용이 적은 레이아웃을 쓰세요"),
    ),
    "near-edge": Explanation(
        ("text at the very edge of a card", "카드 가장자리에 붙은 글"),
        (
            "apps round corners and cut edges, and words there look as if they were falling off",
            "앱은 모서리를 둥글게 깎고 가장자리를 자릅니다. 거기 놓인 글은 떨어질 듯 보입니다",
        ),
        (
            "the ink of each text against a margin of 2.5 u, 30 px on a card of 1080 px",
            "글자가 놓인 자리를 2.5u, 곧 1080px 카드에서 30px의 여백과 견줍니다",
        ),
        ("shorten the text, or mend the layout", "글을 줄이거나 레이아웃을 고치세요"),
    ),
    "grid-crop": Explanation(
        ("a cover whose words the profile cuts off", "프로필에서 글이 잘리는 표지"),
        (
            "Instagram shows the covers of a profile cut to 3:4 since January 2025; of a square a quarter is lost",
            "인스타그램은 2025년 1월부터 프로필의 표지를 3:4로 잘라 보여 줍니다. 정사각형은 4분의 1이 잘립니다",
        ),
        (
            "the ink of the first card's texts against the middle 3:4, where the cards go to Instagram",
            "카드를 인스타그램에 올릴 때, 첫 카드의 글이 가운데 3:4 안에 있는지 봅니다",
        ),
        ("use size portrait or tall for the feed", "피드에는 portrait나 tall 크기를 쓰세요"),
    ),
    "low-contrast": Explanation(
        ("words that hardly differ from what lies behind them", "뒤와 잘 구별되지 않는 글"),
        (
            "in sunlight, on an old screen, or with weak eyes such words are not there",
            "햇빛 아래에서, 오래된 화면에서, 시력이 약한 사람에게 그런 글은 보이지 않습니다",
        ),
        (
            "the card is painted without its words, and each word's color compared with the pixels behind it: 4.5, or "
            "3 from 72 px on (WCAG 2.2, 1.4.3 AA; the weakest 15 % of the pixels are left aside)",
            "글을 뺀 카드를 그려 글자색과 그 뒤의 화소를 견줍니다. 4.5 이상, 72px부터는 3 이상이어야 합니다"
            "(WCAG 2.2, 1.4.3 AA. 가장 약한 화소 15%는 빼고 봅니다)",
        ),
        (
            "choose another ground or photograph, or a calm part of it",
            "바탕이나 사진을 바꾸거나 사진의 차분한 쪽을 쓰세요",
        ),
    ),
    "same-ground": Explanation(
        ("the same ground twice in a row", "잇달아 같은 바탕"),
        (
            "grounds that change give a series its rhythm; two alike look like one card that does not move",
            "바탕이 바뀌며 시리즈에 박자가 생깁니다. 같은 바탕이 이어지면 카드가 넘어가지 않은 듯 보입니다",
        ),
        (
            "where the theme never repeats a ground and you chose one that the card before has",
            "바탕을 되풀이하지 않는 테마에서 바로 앞 카드와 같은 바탕을 골랐을 때 알립니다",
        ),
        ("choose another ground, or leave it to the theme", "다른 바탕을 고르거나 테마에 맡기세요"),
    ),
    "image-upscaled": Explanation(
        ("a picture with too few pixels", "화소가 모자란 사진"),
        ("enlarged pictures look soft and careless", "늘린 사진은 흐리고 성의 없어 보입니다"),
        (
            "the file's pixels against the place it fills; 5 % more cannot be seen",
            "파일의 화소를 사진이 채울 자리와 견줍니다. 5%까지는 눈에 띄지 않습니다",
        ),
        ("use the original file rather than a copy from a messenger", "메신저로 받은 사본 대신 원본 파일을 쓰세요"),
    ),
    "missing-alt": Explanation(
        ("a picture without a description", "설명이 없는 사진"),
        (
            "people who do not see hear the alternative text, and public bodies must offer it",
            "보지 못하는 사람은 대체글을 듣습니다. 공공 기관은 반드시 제공해야 합니다",
        ),
        (
            "`alt` of the picture or of its slide (WCAG 2.2, 1.1.1)",
            "사진이나 슬라이드의 `alt`(대체글)를 봅니다(WCAG 2.2, 1.1.1)",
        ),
        ("say in one sentence what is to be seen", "무엇이 보이는지 한 문장으로 적으세요"),
    ),
    "empty-alt": Explanation(
        ("a description that describes nothing", "아무것도 알려 주지 않는 설명"),
        (
            '"photo" or a file\'s name tells nothing to those who listen',
            "“사진”이나 파일 이름은 듣는 사람에게 아무 도움이 되지 않습니다",
        ),
        (
            "the words are compared with the file's name and with words for pictures",
            "파일 이름, 그리고 사진을 뜻하는 말과 견줍니다",
        ),
        ("say in one sentence what is to be seen", "무엇이 보이는지 한 문장으로 적으세요"),
    ),
    "missing-rights": Explanation(
        ("a picture of which nobody says whose it is", "누구의 것인지 적히지 않은 사진"),
        (
            "a picture from the web may cost a claim; a line about its owner shows that somebody asked",
            "인터넷에서 가져온 사진은 배상을 물 수 있습니다. 저작권자를 적어 두면 확인했다는 증거가 됩니다",
        ),
        (
            "`rights` of the picture, else copyright, author or credit in the file itself (EXIF, XMP, IPTC)",
            "사진의 `rights`(저작권), 없으면 파일 속의 저작권·촬영자·출처 정보(EXIF, XMP, IPTC)를 봅니다",
        ),
        ("add `rights: author, license` to the picture", "사진에 `rights: 촬영자, 이용 조건`을 더하세요"),
    ),
    "unreadable-image": Explanation(
        ("a picture file that cannot be read", "읽을 수 없는 사진 파일"),
        ("its card cannot be made", "그 카드를 만들 수 없습니다"),
        ("the file is opened as it is for painting", "그릴 때와 똑같이 파일을 열어 봅니다"),
        ("save it again as JPEG or PNG", "JPEG나 PNG로 다시 저장하세요"),
    ),
    "image-too-large": Explanation(
        ("a picture with more pixels than are read", "화소가 너무 많은 사진"),
        ("it would take the memory of the whole machine", "컴퓨터의 메모리를 다 써 버릴 수 있습니다"),
        ("60 million pixels of a JPEG, 25 million of others", "JPEG는 6천만, 다른 형식은 2천5백만 화소까지 읽습니다"),
        ("make it smaller in an image program", "그림 프로그램에서 줄이세요"),
    ),
    "stale-output": Explanation(
        ("cards older than their script", "스크립트보다 오래된 카드"),
        (
            "who mends a word and forgets to run the program again publishes the mistake",
            "낱말을 고치고 다시 만들지 않으면 틀린 카드를 그대로 올리게 됩니다",
        ),
        (
            "cards.json beside the cards keeps a fingerprint of what each was painted from; comments do not count, "
            "words, pictures, layouts and fonts do",
            "카드 옆의 cards.json에 카드마다 무엇으로 그렸는지 적혀 있습니다. 설명글은 세지 않고 글, 사진, 레이아웃, "
            "글꼴이 바뀌면 알립니다",
        ),
        ("run `cardnews render` again", "`cardnews render`를 다시 실행하세요"),
    ),
}

"""Explanations of the rules over words and the series."""

from __future__ import annotations

from cardnews.messages.explanation import Explanation

WORDS: dict[str, Explanation] = {
    "mixed-endings": Explanation(
        ("polite and plain sentences in one series", "한 시리즈에 섞인 합니다체와 한다체"),
        (
            "a series speaks with one voice; where sentences in the polite and in the plain style take turns, it reads "
            "as if two people had written it",
            "시리즈는 한 사람의 목소리로 읽힙니다. 높임말과 예사말이 섞이면 두 사람이 쓴 글처럼 들립니다",
        ),
        (
            "the last word of each sentence decides; noun endings, questions, calls, speech bubbles and words in "
            "quotes do not count, and the style of fewer sentences is reported",
            "문장의 마지막 어절로 가립니다. 명사로 끝난 말, 물음, 권유, 말풍선, 따옴표 안의 말은 세지 않고, "
            "수가 적은 쪽을 알립니다",
        ),
        ("write the reported sentences like the others", "알려 준 문장을 다른 문장과 같은 말끝으로 고치세요"),
    ),
    "duplicate-title": Explanation(
        ("two slides with the same main text", "큰 글이 똑같은 두 슬라이드"),
        (
            "a reader who sees the same words again thinks that nothing new follows, or that the card was copied and "
            "forgotten",
            "같은 말이 또 나오면 새로운 내용이 없거나 복사한 뒤 고치지 않은 카드로 보입니다",
        ),
        (
            "the first text that a layout cannot do without is compared, without marks, spaces and case",
            "레이아웃에 꼭 필요한 첫 번째 글을 문장 부호와 띄어쓰기, 대소문자를 빼고 견줍니다",
        ),
        ("say what is new on the later card, or drop it", "뒤의 카드에 새로운 말을 쓰거나 그 카드를 빼세요"),
    ),
    "similar-title": Explanation(
        ("two slides with nearly the same main text", "큰 글이 거의 같은 두 슬라이드"),
        (
            "titles that differ by a particle look like a slip; titles that are parallel on purpose are fine",
            "조사나 말끝만 다른 제목은 실수처럼 보입니다. 일부러 나란히 쓴 제목이라면 괜찮습니다",
        ),
        (
            "four of five words agree, their endings aside; titles with different numbers are not compared",
            "어절 다섯 가운데 넷이 말끝을 빼고 같을 때 알립니다. 숫자가 다른 제목은 견주지 않습니다",
        ),
        ("change one of them, or leave them if you mean it", "하나를 바꾸거나, 일부러 그런 것이라면 그대로 두세요"),
    ),
    "emphasis-wide": Explanation(
        ("marks over too much of a text", "글의 대부분에 붙은 강조"),
        ("where most of a text is marked, nothing stands out", "거의 다 강조하면 아무것도 강조되지 않습니다"),
        (
            "the letters inside `**` and `==` are counted: at most a third of a text, or half of one under 18 letters",
            "`**`와 `==` 안의 글자를 셉니다. 글의 3분의 1까지, 18자가 안 되는 글은 절반까지가 알맞습니다",
        ),
        ("mark only the words that carry the sentence", "문장의 뜻을 짊어진 낱말에만 표시하세요"),
    ),
    "emphasis-many": Explanation(
        ("several emphasized things on one card", "카드 한 장에 여러 군데의 강조"),
        (
            "a card has one point; two highlights make the eye choose",
            "카드 한 장에는 요점이 하나입니다. 강조가 둘이면 눈이 어디로 갈지 망설입니다",
        ),
        (
            "marked runs are counted; the same field in every item of a list counts as one",
            "강조한 자리를 셉니다. 목록의 항목마다 같은 필드에 붙은 것은 하나로 칩니다",
        ),
        ("keep the emphasis on the one thing to remember", "기억했으면 하는 하나에만 강조를 남기세요"),
    ),
    "units-mixed": Explanation(
        ("numbers of one chart with different units", "단위가 다른 한 그래프의 수"),
        (
            "bars and rings set numbers beside each other, which says that they count the same",
            "막대와 고리는 수를 나란히 견줍니다. 같은 것을 세었다는 뜻입니다",
        ),
        (
            "what stands behind each number is held against that of most; the slide's own unit goes for those without",
            "수 뒤에 붙은 말을 가장 많은 것과 견줍니다. 붙은 말이 없으면 슬라이드에 적은 단위로 봅니다",
        ),
        (
            "write the same unit behind all of them, or none and say it once for the slide",
            "모두 같은 단위를 붙이거나, 슬라이드에 단위를 한 번만 적으세요",
        ),
    ),
    "over-length": Explanation(
        ("a text longer than its place is made for", "자리에 어울리는 길이를 넘은 글"),
        (
            "a layout looks its best up to a length; beyond it the letters shrink, often in the whole series",
            "레이아웃마다 보기 좋은 글의 길이가 있습니다. 더 길면 글자가 작아지고, "
            "시리즈 전체가 함께 작아지기도 합니다",
        ),
        (
            "characters are counted, spaces included, against the number that the layout's file gives (`most`)",
            "띄어쓰기까지 센 글자 수를 레이아웃 파일에 적힌 수(`most`)와 견줍니다",
        ),
        ("shorten the text, or say it on two cards", "글을 줄이거나 두 장에 나누어 쓰세요"),
    ),
    "hashtag-broken": Explanation(
        ("a hashtag that ends before its word does", "낱말 중간에서 끊기는 해시태그"),
        (
            "people type the hashtags they see; one with a hyphen or a dot leads to another word's posts",
            "사람들은 카드에서 본 해시태그를 그대로 입력합니다. 붙임표나 점이 있으면 엉뚱한 낱말로 이어집니다",
        ),
        (
            "letters, marks, digits and _ belong to a hashtag (the rule of twitter-text, shared by Meta's services); "
            "emoji only where every platform of the script takes them",
            "해시태그에는 글자, 숫자, 밑줄(_)만 들어갑니다(twitter-text의 규칙이며 메타의 서비스도 같습니다). "
            "이모지는 스크립트의 모든 플랫폼에서 될 때만 봐줍니다",
        ),
        ("join the words, or part them with _", "낱말을 붙여 쓰거나 밑줄(_)로 이으세요"),
    ),
    "hashtag-number": Explanation(
        ("a hashtag of digits only", "숫자뿐인 해시태그"),
        ("platforms take it for a number", "플랫폼은 이것을 해시태그가 아니라 숫자로 봅니다"),
        (
            "three digits and more; #1 and #12 are taken for numbering",
            "세 자리부터 알립니다. #1이나 #12는 차례를 매긴 것으로 봅니다",
        ),
        ("add a word: #2026년예산", "낱말을 붙이세요: #2026년예산"),
    ),
    "term-forbidden": Explanation(
        ("a word that your house does not use", "쓰지 않기로 한 말"),
        (
            "an organization that has decided on its words loses trust where an old one slips in",
            "쓰지 않기로 한 말이 하나라도 섞이면 독자의 믿음을 잃습니다",
        ),
        (
            "the words under `forbidden` (금지) in terms.yaml or 표기사전.yaml beside the script, where a word begins "
            "with them; -우 counts inside words, too, and the words under `except` (예외) are fine",
            "스크립트 옆 terms.yaml이나 표기사전.yaml의 `금지`에 적힌 말을 어절의 첫머리에서 찾습니다. "
            "`-우`처럼 적으면 어절 안에서도 찾고, `예외`에 적힌 낱말은 지나칩니다",
        ),
        ("write it another way", "다른 말로 바꾸세요"),
    ),
    "term-preferred": Explanation(
        ("a word for which your house has a better one", "더 나은 말을 정해 둔 말"),
        (
            "one name for one thing keeps a series clear and searchable",
            "같은 것을 한 이름으로 불러야 시리즈가 또렷하고 찾기 쉽습니다",
        ),
        (
            "the pairs under `preferred` (선호) in terms.yaml or 표기사전.yaml beside the script",
            "스크립트 옆 terms.yaml이나 표기사전.yaml의 `선호`에 적힌 짝으로 찾습니다",
        ),
        ("write the word that is named", "알려 준 말로 바꾸세요"),
    ),
    "term-unusable": Explanation(
        ("an entry of the terms that cannot be looked for", "찾을 수 없는 표기 사전의 항목"),
        (
            "the entry is left out, so its word would pass unseen",
            "이 항목은 빠지므로 그 말이 있어도 알려 드리지 못합니다",
        ),
        ("an entry needs a letter or a digit, and 60 characters at most", "글자나 숫자가 있어야 하고 60자까지 됩니다"),
        ("mend the entry in the file that is named", "알려 준 파일의 항목을 고치세요"),
    ),
    "series-too-long": Explanation(
        ("more cards than one post takes", "게시물 하나에 다 올릴 수 없는 카드 수"),
        (
            "the last cards, with the call and the source, would stay behind",
            "맨 뒤의 카드, 곧 행동을 청하고 출처를 밝히는 카드가 빠지게 됩니다",
        ),
        (
            "the services named under `platform`, else Instagram: Instagram, Threads and LinkedIn 20, X, Bluesky and "
            "Mastodon 4, TikTok 35, Pinterest 5, a KakaoTalk carousel message 6 (2026); stories are posted one by one",
            "`platform`에 적은 곳, 없으면 인스타그램을 봅니다. 인스타그램·스레드·링크드인 20장, "
            "X·블루스카이·마스토돈 4장, 틱톡 35장, 핀터레스트 5장, 카카오톡 캐러셀 메시지 6장(2026년). "
            "스토리는 한 장씩 올리므로 세지 않습니다",
        ),
        ("drop cards, or make two series", "카드를 줄이거나 시리즈를 둘로 나누세요"),
    ),
    "unknown-platform": Explanation(
        ("a platform that is not known here", "모르는 플랫폼"),
        ("its limits cannot be looked after", "그곳의 제한을 살펴 드릴 수 없습니다"),
        (
            "names and Korean names are known, such as instagram or 인스타그램",
            "instagram이나 인스타그램처럼 두 언어로 씁니다",
        ),
        ("mend the name, or take it out", "이름을 고치거나 지우세요"),
    ),
}

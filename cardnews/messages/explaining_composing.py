"""Explanations of what composing has to say."""

from __future__ import annotations

from cardnews.messages.explanation import Explanation

COMPOSING: dict[str, Explanation] = {
    "text-overflow": Explanation(
        ("a text that does not fit", "들어가지 않는 글"),
        ("the card cannot be made without cutting words", "낱말을 자르지 않고는 카드를 만들 수 없습니다"),
        (
            "every size down to the floor of its role was tried, and all that the layout can move aside",
            "글자를 역할의 가장 작은 크기까지 줄이고, 레이아웃이 비킬 수 있는 것을 다 비켜 본 결과입니다",
        ),
        ("shorten it by about the number that is named", "알려 준 수만큼 글을 줄이세요"),
    ),
    "no-room": Explanation(
        ("a box without room", "자리가 없는 상자"),
        ("something of the card would lie outside it", "카드의 일부가 밖으로 나가게 됩니다"),
        (
            "what is not text needs more height or width than is left",
            "글이 아닌 것이 남은 높이나 너비보다 큽니다",
        ),
        ("use fewer fields, or a taller size", "필드를 줄이거나 더 긴 크기를 쓰세요"),
    ),
    "missing-glyph": Explanation(
        ("a character that no font has", "어느 글꼴에도 없는 글자"),
        ("it would be an empty box", "빈 네모로 보이게 됩니다"),
        ("the text's own fonts and all shipped ones were asked", "글의 글꼴과 함께 제공되는 모든 글꼴에서 찾았습니다"),
        ("write it another way, or add a font that has it", "다른 글자로 바꾸거나 그 글자가 있는 글꼴을 더하세요"),
    ),
    "private-character": Explanation(
        ("a sign that only another program knows", "다른 프로그램만 아는 문자"),
        ("it would be an empty box", "빈 네모로 보이게 됩니다"),
        (
            "word processors give some signs codes of their own (Unicode's private use areas), which come along when "
            "text is copied",
            "문서 프로그램은 몇몇 기호에 자기만의 코드(유니코드 사용자 영역)를 주고, 복사하면 그 코드가 따라옵니다",
        ),
        ("type the sign anew, or use a plain one", "기호를 다시 입력하거나 흔히 쓰는 기호로 바꾸세요"),
    ),
    "compound-parted": Explanation(
        ("a long compound in several lines", "여러 줄로 나눈 긴 합성어"),
        (
            "whole, it would make the headline small, often in the whole series",
            "나누지 않으면 제목 글자가, 때로는 시리즈의 제목이 모두 작아집니다",
        ),
        (
            "it is wider than its line at three fifths of the size; the line ends before one of the nouns that "
            "compounds are built of",
            "크기를 5분의 3으로 줄여도 줄보다 깁니다. 합성어를 이루는 명사 앞에서 줄을 나눕니다",
        ),
        ("put a space where it should part, or shorten it", "나눌 곳을 띄어 쓰거나 줄이세요"),
    ),
    "torn-eojeol": Explanation(
        ("a word broken inside", "중간에서 끊긴 어절"),
        (
            "lines end between words; a word torn apart is hard to read",
            "줄은 어절 사이에서 바뀝니다. 끊긴 어절은 읽기 어렵습니다",
        ),
        ("the word is wider than its line at the smallest size", "가장 작은 크기에서도 어절이 줄보다 깁니다"),
        ("shorten it, or put a space where it may break", "줄이거나, 끊어도 되는 곳을 띄어 쓰세요"),
    ),
    "mark-open": Explanation(
        ("an emphasis mark without a partner", "짝이 없는 강조 표시"),
        ("readers see the signs themselves on the card", "보는 사람에게 기호가 그대로 보입니다"),
        (
            "marks count in pairs, one before and one behind the words; one between spaces is a sign like any other",
            "표시는 말의 앞뒤에 하나씩, 짝을 이룰 때만 강조가 됩니다. 빈칸 사이에 있는 것은 보통 기호로 봅니다",
        ),
        ("add the other mark, or a backslash before this one", "나머지 표시를 더하거나, 앞에 역슬래시를 붙이세요"),
    ),
    "far-over-length": Explanation(
        ("a text far longer than its place is made for", "자리에 견주어 너무 긴 글"),
        ("it becomes so small that nobody reads it at a glance", "글자가 작아져 한눈에 읽을 수 없습니다"),
        (
            "it has more than one and a half times the characters that the layout's file gives (`most`)",
            "글자 수가 레이아웃 파일에 적힌 수(`most`)의 한 배 반을 넘습니다",
        ),
        ("shorten it, or make two cards of it", "글을 줄이거나 카드 두 장으로 나누세요"),
    ),
    "eojeol-tightened": Explanation(
        ("a word for whose width a text is set tighter", "긴 어절 때문에 좁힌 자간"),
        (
            "the text keeps its size, and its letters stand a little closer",
            "글자 크기는 그대로이고 글자 사이가 조금 좁습니다",
        ),
        ("the word is as wide as its line", "어절이 줄 너비만큼 깁니다"),
        ("a shorter word, or a space in it, loosens it", "어절을 줄이거나 띄어 쓰면 풀립니다"),
    ),
    "eojeol-wide": Explanation(
        ("a word for whose width a text is set smaller", "긴 어절 때문에 작아진 글자"),
        ("one long word makes the whole headline smaller", "긴 어절 하나가 제목 전체를 작게 만듭니다"),
        ("the word is wider than its line at the next larger size", "한 단계 큰 글자에서 어절이 줄보다 깁니다"),
        ("a shorter word, or a space in it, keeps the size", "어절을 줄이거나 띄어 쓰면 크기가 유지됩니다"),
    ),
    "text-shortened": Explanation(
        ("a text that ends in …", "…로 줄인 글"),
        ("a brand or a series is too long for the footer", "브랜드나 시리즈 이름이 바닥글보다 깁니다"),
        ("it was cut after the last character that fits", "들어가는 마지막 글자 뒤에서 잘랐습니다"),
        ("use a shorter name", "더 짧은 이름을 쓰세요"),
    ),
    "scene-too-deep": Explanation(
        ("a scene inside itself", "자기 안에 든 장면"),
        ("it could never be drawn to the end", "끝까지 그릴 수 없습니다"),
        ("scenes within scenes go four deep at most", "장면 속의 장면은 네 겹까지 됩니다"),
        ("take the scene out of itself", "장면 안에서 자기 자신을 빼세요"),
    ),
    "fallback-face": Explanation(
        ("a word set in another font", "다른 글꼴로 앉힌 어절"),
        ("the font of the text lacks one of its characters", "글의 글꼴에 없는 글자가 있습니다"),
        (
            "the whole word takes the other font, so that it does not look patched",
            "기운 듯 보이지 않게 어절 전체를 다른 글꼴로 앉힙니다",
        ),
        ("write it another way if the difference shows", "차이가 눈에 띄면 다른 말로 바꾸세요"),
    ),
    "series-size": Explanation(
        ("a slide that makes a text smaller on all cards", "모든 카드의 글자를 작게 만드는 슬라이드"),
        (
            "the same place has one size across a series, that of its longest text",
            "같은 자리의 글자는 시리즈 내내 한 크기이고, 가장 긴 글에 맞춥니다",
        ),
        (
            "this slide needs the smallest size of its siblings",
            "같은 자리의 글 가운데 이 슬라이드의 글이 가장 작아야 들어갑니다",
        ),
        ("shorten it, or write `series: no` at this text", "글을 줄이거나 이 글에 `series: no`를 쓰세요"),
    ),
    "series-outlier": Explanation(
        ("a text smaller than its siblings", "다른 카드보다 작은 글자"),
        (
            "one long text does not shrink all others; it stands apart",
            "긴 글 하나 때문에 모두 줄이지 않고, 그 글만 작게 둡니다",
        ),
        ("it needs less than 85 % of the size of the others", "다른 글의 85%보다 작아야 들어갑니다"),
        ("shorten it until it is as large as the others", "다른 카드만큼 커질 때까지 글을 줄이세요"),
    ),
    "words-cut": Explanation(
        ("words that stand nowhere in full", "온전히 보이지 않는 낱말"),
        (
            "rows of chips run off the card, and some words with them",
            "낱말 줄이 카드 밖으로 나가면서 몇 낱말이 잘립니다",
        ),
        ("each word should stand whole at least once", "낱말마다 적어도 한 번은 온전히 보여야 합니다"),
        ("use fewer or shorter words", "낱말을 줄이거나 짧게 하세요"),
    ),
    "text-left-out": Explanation(
        ("words that are not on the card", "카드에 없는 글"),
        ("a reader of this size does not get them", "이 크기의 카드를 보는 사람은 그 글을 읽지 못합니다"),
        (
            "the layout has no place for the field at this size, or gave it up for room",
            "이 크기의 레이아웃에 자리가 없거나, 자리를 내느라 뺐습니다",
        ),
        ("say it in another field, or use another size", "다른 필드에 쓰거나 다른 크기를 쓰세요"),
    ),
    "picture-left-out": Explanation(
        ("a picture that is not on the card", "카드에 없는 그림"),
        ("the words came first", "글이 먼저입니다"),
        (
            "the layout has no place for it at this size, or gave it up for room",
            "이 크기의 레이아웃에 자리가 없거나, 자리를 내느라 뺐습니다",
        ),
        ("shorten the text, or use a taller size", "글을 줄이거나 더 긴 크기를 쓰세요"),
    ),
    "logos-left-out": Explanation(
        ("logos that are not on the card", "카드에 없는 로고"),
        ("partners may count on their logos being on every picture", "함께한 단체는 그림마다 로고가 있다고 여깁니다"),
        (
            "the layout has no place for them at this size, or gave it up for room",
            "이 크기의 레이아웃에 자리가 없거나, 자리를 내느라 뺐습니다",
        ),
        (
            "shorten the text, use another size, or name them in words",
            "글을 줄이거나 다른 크기를 쓰거나 이름을 글로 적으세요",
        ),
    ),
    "goes-on": Explanation(
        ("a slide that goes on over several cards", "여러 장으로 이어지는 슬라이드"),
        ("a list has more items than a card of this size holds", "이 크기의 한 장에 담기보다 항목이 많습니다"),
        (
            "the items are shared out evenly over cards in order, each marked 1/2, 2/2 …",
            "항목을 차례대로 고르게 나누어 싣고 1/2, 2/2 …를 붙였습니다",
        ),
        ("nothing, or leave out items if one card should do", "그대로 두거나, 한 장으로 하려면 항목을 줄이세요"),
    ),
    "relief-taken": Explanation(
        ("a layout that moved closer", "자리를 좁힌 레이아웃"),
        ("there was more to hold than it likes", "담을 것이 조금 많았습니다"),
        ("its relief steps were taken one after another until all fitted", "다 들어갈 때까지 정해진 차례로 좁혔습니다"),
        ("nothing, if the card looks well; else shorten the text", "보기 좋으면 그대로 두고, 아니면 글을 줄이세요"),
    ),
}

"""Shaping with the shipped fonts: which font sets which cluster, what is missing, widths as arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardnews.text.fit import set_lines
from cardnews.text.fontbook import shipped_fonts
from cardnews.text.markup import MarkedText, parse_marks
from cardnews.text.normalize import normalize_text
from cardnews.text.paragraphs import Paragraphs, Step
from cardnews.text.shape import Cluster, Face, Shaped, shape_text

BOOK = shipped_fonts()


def face(*families: str, weight: float = 800, strong: float | None = None) -> Face:
    families = families or ("Pretendard",)
    return Face(BOOK.chain(families, weight), BOOK.chain(families, strong or weight))


def marked(text: str) -> MarkedText:
    return parse_marks(normalize_text(text))


def shaped(text: str, *families: str, weight: float = 800, strong: float | None = None) -> Shaped:
    return shape_text(marked(text), face(*families, weight=weight, strong=strong))


def fonts(text: str, *families: str, weight: float = 800, strong: float | None = None) -> list[tuple[str, str]]:
    """Runs of one font: the words and the font's key."""
    plain = marked(text).text
    found: list[tuple[str, str]] = []
    for cluster in shaped(text, *families, weight=weight, strong=strong).clusters:
        key = cluster.glyphs[0].font.key if cluster.glyphs else ""
        words = plain[cluster.start : cluster.end]
        if found and found[-1][1] == key:
            found[-1] = (found[-1][0] + words, key)
        else:
            found.append((words, key))
    return found


def families(text: str, *names: str) -> list[tuple[str, str]]:
    return [(words, key.rpartition(" ")[0]) for words, key in fonts(text, *names)]


def advance(clusters: tuple[Cluster, ...]) -> float:
    return sum(cluster.advance for cluster in clusters)


# -- fallback ------------------------------------------------------------------------------------------------------


def test_hangul_latin_and_punctuation_are_one_run() -> None:
    assert fonts("협치 Deck 1.0, “말”… ·—〈책〉") == [("협치 Deck 1.0, “말”… ·—〈책〉", "Pretendard 800")]


def test_hanja_falls_back_and_nothing_else() -> None:
    assert families("협치(協治)란") == [("협치(", "Pretendard"), ("協治", "Noto Sans KR"), (")란", "Pretendard")]


@pytest.mark.parametrize(
    "emoji",
    ["😀", "👍🏽", "👨\u200d👩\u200d👧\u200d👦", "🇰🇷", "❤\ufe0f", "1\ufe0f\u20e3", "🏳\ufe0f\u200d🌈"],
    ids=ascii,
)
def test_an_emoji_is_one_cluster_of_the_color_font(emoji: str) -> None:
    found = shaped(f"가{emoji}나")
    assert not found.missing
    assert [(cluster.start, cluster.end) for cluster in found.clusters] == [
        (0, 1),
        (1, 1 + len(emoji)),
        (1 + len(emoji), 2 + len(emoji)),
    ]
    if "\u20e3" not in emoji:
        assert {glyph.font.family for glyph in found.clusters[1].glyphs} == {"Noto Color Emoji"}


def test_an_emoji_sequence_is_one_picture() -> None:
    (cluster,) = shaped("👨\u200d👩\u200d👧").clusters
    assert len([glyph for glyph in cluster.glyphs if glyph.font.hb_font.get_glyph_extents(glyph.id).width]) == 1


def test_a_text_sign_stays_text() -> None:
    assert families("☎\ufe0e") == [("☎\ufe0e", "Noto Sans KR")]


def test_a_word_with_a_missing_syllable_falls_back_whole() -> None:
    assert families("강렬한 펲시콜라 만세", "Black Han Sans") == [
        ("강렬한 ", "Black Han Sans"),
        ("펲시콜라", "Pretendard"),
        (" 만세", "Black Han Sans"),
    ]


def test_punctuation_falls_back_alone() -> None:
    found = families("만세〈동네〉", "Black Han Sans")
    assert [family for words, family in found if words in ("만세", "동네")] in (
        ["Black Han Sans", "Black Han Sans"],
        ["Black Han Sans"],
    )
    assert {family for words, family in found if "만" in words or "동" in words} == {"Black Han Sans"}


def test_strong_words_keep_their_weight_before_a_particle() -> None:
    assert fonts("주민의 **물음표**가", weight=500, strong=800) == [
        ("주민의 ", "Pretendard 500"),
        ("물음표", "Pretendard 800"),
        ("가", "Pretendard 500"),
    ]


def test_strong_words_fall_back_in_their_weight() -> None:
    found = fonts("**펲시콜라**를", "Black Han Sans", weight=500, strong=800)
    assert found[0] == ("펲시콜라", "Pretendard 800")


# -- missing glyphs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "missing"), [("가\uf123나", "\uf123"), ("\u0bf5 표", "\u0bf5"), ("ሀ", "ሀ")], ids=ascii
)
def test_what_no_font_has_is_reported(text: str, missing: str) -> None:
    assert [(item.offset, item.text) for item in shaped(text).missing] == [(text.index(missing), missing)]


@pytest.mark.parametrize(
    "text", ["수\u2060있다", "가\u200b나", "10\u00a0명", "❤\ufe0f", "첫 줄\n둘째 줄", "한글날 10·9"], ids=ascii
)
def test_signs_without_a_shape_are_not_missing(text: str) -> None:
    assert not shaped(text).missing


def test_every_modern_syllable_and_ks_x_1001_is_there() -> None:
    syllables = "".join(chr(code) for code in range(0xAC00, 0xD7A4))
    assert not shape_text(MarkedText(syllables, (), tuple(range(len(syllables) + 1))), face()).missing
    signs = "".join(
        bytes((row, cell)).decode("euc-kr", "ignore") for row in range(0xA1, 0xFE) for cell in range(0xA1, 0xFF)
    )
    signs = normalize_text("".join(character for character in signs if not character.isspace())).text
    missing = shape_text(MarkedText(signs, (), tuple(range(len(signs) + 1))), face()).missing
    assert not [item.text for item in missing if "가" <= item.text <= "힣" or "\u4e00" <= item.text <= "\u9fff"]


# -- widths --------------------------------------------------------------------------------------------------------


TEXTS = st.lists(
    st.sampled_from("주민 설명회는 왜 평일 낮에만 하나요? (협치) 2026년, Deck “말”을 함께!".split()),
    min_size=1,
    max_size=9,
)


@given(TEXTS, st.floats(6, 400), st.floats(-0.06, 0.1), st.floats(0, 0.1))
@settings(deadline=None)
def test_widths_are_linear_in_size(words: list[str], size: float, tracking: float, space: float) -> None:
    text = " ".join(words)
    paragraphs = Paragraphs(marked(text), shaped(text))
    one = Step(1.0, 1.0, tracking, space, "")
    many = Step(size, 1.0, tracking, space, "")
    end = len(paragraphs.marked.text)
    assert paragraphs.width(0, end, many) == pytest.approx(size * paragraphs.width(0, end, one), rel=1e-9)
    loose = Step(1.0, 1.0, 0.0, 0.0, "")
    clusters = paragraphs.shaped.clusters
    expected = advance(clusters) + tracking * (len(clusters) - 1) + space * text.count(" ")
    assert paragraphs.width(0, end, one) == pytest.approx(expected)
    assert paragraphs.width(0, end, loose) == pytest.approx(advance(clusters))


@given(TEXTS, st.integers(300, 1200), st.sampled_from([0.5, 2.0, 4.0]))
@settings(max_examples=60, deadline=None)
def test_scaling_box_and_size_together_changes_no_break(words: list[str], width: int, scale: float) -> None:
    text = " ".join(words)
    paragraphs = Paragraphs(marked(text), shaped(text))
    one = set_lines(paragraphs, Step(100.0, 1.2, -0.03, 0.05, ""), width, "display", tear=True)
    two = set_lines(paragraphs, Step(100.0 * scale, 1.2, -0.03, 0.05, ""), width * scale, "display", tear=True)
    assert one is not None
    assert two is not None
    assert [(line.start, line.end) for line in one.lines] == [(line.start, line.end) for line in two.lines]


@given(TEXTS, st.sets(st.integers(0, 8), max_size=3), st.integers(200, 700))
@settings(max_examples=100, deadline=None)
def test_marks_change_no_break_in_body_text(words: list[str], strong: set[int], width: int) -> None:
    plain = " ".join(words)
    source = " ".join(f"**{word}**" if index in strong else word for index, word in enumerate(words))
    lines = []
    for text in (plain, source):
        paragraphs = Paragraphs(marked(text), shaped(text, weight=500, strong=800))
        fitted = set_lines(paragraphs, Step(42.0, 1.5, -0.015, 0.0, ""), width, "body", tear=True)
        assert fitted is not None
        lines.append([(line.start, line.end) for line in fitted.lines])
    assert lines[0] == lines[1]


def test_hangul_advances_do_not_depend_on_the_weight() -> None:
    light, heavy = shaped("주민의 말은", weight=500), shaped("주민의 말은", weight=900)
    for one, two in zip(light.clusters, heavy.clusters, strict=True):
        assert one.space or one.advance == pytest.approx(two.advance, abs=0.01)


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    loose, held = Paragraphs(marked("열 명"), shaped("열 명")), Paragraphs(marked("열\u00a0명"), shaped("열\u00a0명"))
    step = Step(100.0, 1.2, -0.03, 0.05, "")
    assert held.width(0, 3, step) == pytest.approx(loose.width(0, 3, step))


def test_zero_width_signs_take_no_room() -> None:
    step = Step(100.0, 1.2, -0.03, 0.05, "")
    for text in ("가\u200b나", "가\u2060나"):
        one, two = Paragraphs(marked(text), shaped(text)), Paragraphs(marked("가나"), shaped("가나"))
        assert one.width(0, 3, step) == pytest.approx(two.width(0, 2, step)), ascii(text)


# -- fonts ---------------------------------------------------------------------------------------------------------


def test_fonts_by_family_and_weight() -> None:
    assert BOOK.font("Pretendard", 800) is BOOK.font("Pretendard", 800)
    assert BOOK.font("Nanum Gothic", 400) is None
    light, bold = BOOK.font("Gowun Batang", 300), BOOK.font("Gowun Batang", 800)
    assert light is not None
    assert bold is not None
    assert light.path != bold.path
    assert BOOK.by_key("Pretendard 800") is BOOK.font("Pretendard", 800)
    with pytest.raises(KeyError):
        BOOK.by_key("Nanum Gothic 400")


def test_a_chain_ends_in_what_sets_everything() -> None:
    names = [font.family for font in BOOK.chain(("Black Han Sans",), 400)]
    assert names[:2] == ["Black Han Sans", "Pretendard"]
    assert {"Noto Sans KR", "Noto Color Emoji"} <= set(names)
    assert len(names) == len(set(names))


def test_tabular_numerals_are_equally_wide() -> None:
    chain = BOOK.chain(("Pretendard",), 700)
    clusters = shape_text(marked("0123456789"), Face(chain, chain, ("tnum",))).clusters
    assert len({round(cluster.advance, 4) for cluster in clusters}) == 1


def test_the_ink_box_holds_hangul() -> None:
    for family in BOOK.families:
        font = BOOK.font(family, 700)
        assert font is not None
        top, bottom = font.ink_box
        assert 0.6 < top < 1.1
        assert -0.35 < bottom < 0.05

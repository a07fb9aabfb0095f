"""What a whole script has: grounds and their rhythm, bands, marquees, codes and art."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from cardnews.compose.frame import Art, Code, Frame, GlyphRun, Shape, Turned
from cardnews.compose.series import Composed, compose_size
from cardnews.reader import load_script
from cardnews.script import parse_size
from compose.tiny import Compose, Result, flat

Deck = Callable[..., Composed]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """Compose a script of the shipped layouts."""

    def run(text: str, size: str = "portrait") -> Composed:
        path = tmp_path / "script.yaml"
        path.write_text(text, "utf-8")
        canvas = parse_size(size)
        assert canvas is not None
        script = load_script(path, shown="script.yaml")
        assert not [item.format() for item in script.findings if item.severity == "error"]
        return compose_size(script, canvas)

    return run


def texts(frame: Frame) -> list[str]:
    return [item.text.strip() for item in frame.items if isinstance(item, GlyphRun)]


PLAIN = "body: {column: [{stack: [], surface: red, height: 10}]}\n"


def grounds(result: Result) -> list[str]:
    return [frame.ground for frame in result.frames]


def test_grounds_take_turns(compose: Compose) -> None:
    assert grounds(compose(PLAIN, "", "", "", "")) == ["light", "dark", "light", "dark"]


def test_a_slide_may_name_its_ground(compose: Compose) -> None:
    result = compose(PLAIN, "ground: dark", "", "ground: light")
    assert result.frames[0].ground == "dark"
    assert result.frames[0].background.hex == "#000000"
    assert result.frames[2].ground == "light"


def test_no_ground_stands_beside_itself(compose: Compose) -> None:
    result = compose(PLAIN, "", "ground: light", "", "")
    chosen = [frame.ground for frame in result.frames]
    assert all(one != two for one, two in pairwise(chosen[1:]))


def test_the_rhythm_of_hope_never_repeats(deck: Deck) -> None:
    composed = deck("slides:\n" + "  - 한 문장\n" * 23)
    assert len(composed.frames) == 23
    assert all(one.ground != two.ground for one, two in pairwise(composed.frames))


SCRIPT = "brand: 동네한마디\nseries: 협치를 다시 묻다\nslides: [하나, 둘, {text: 셋, footer: false}, 넷]\n"


def test_bands_are_those_of_the_card(deck: Deck) -> None:
    said = [texts(frame) for frame in deck(SCRIPT).frames]
    assert said[0] == ["하나", "동네한마디", "협치를 다시 묻다", "넘겨 보기"]
    assert said[1] == ["둘", "동네한마디", "협치를 다시 묻다", "2", "/ 4"]
    assert said[2] == ["셋"]
    assert said[3][-2:] == ["4", "/ 4"]


def test_bands_stand_in_the_same_place(deck: Deck) -> None:
    frames = deck(SCRIPT.replace(", footer: false", "")).frames[1:]
    places = {
        tuple(
            run.glyphs[0][1:] for run in frame.items if isinstance(run, GlyphRun) and run.text.strip() == "동네한마디"
        )
        for frame in frames
    }
    assert len(places) == 1


def test_a_band_knows_what_the_series_is_called_and_what_the_slide_has(deck: Deck) -> None:
    slides = "slides: [하나, 둘, {layout: quote, quote: 셋}, {layout: quote, quote: 넷, kicker: 말}, 다섯]\n"
    said = [texts(frame) for frame in deck("title: 같이 꾸리기\ntheme: editorial\n" + slides).frames]
    assert ["같이 꾸리기" in words for words in said] == [False, True, False, True, False]


def test_one_card_alone_has_no_swipe_hint(deck: Deck) -> None:
    (frame,) = deck("brand: 동네한마디\nslides: [하나]\n").frames
    assert "넘겨 보기" not in texts(frame)


def test_without_a_series_there_is_no_divider(deck: Deck) -> None:
    with_series, without = deck(SCRIPT), deck(SCRIPT.replace("series: 협치를 다시 묻다\n", ""))
    count = [len([item for item in deck.frames[1].items if isinstance(item, Shape)]) for deck in (with_series, without)]
    assert count[0] == count[1] + 1


def test_a_long_series_goes_before_the_brand_does(deck: Deck) -> None:
    composed = deck(SCRIPT.replace("협치를 다시 묻다", "협치를 다시 묻고 또 묻는 동네 사람들의 아주 긴 이야기"))
    assert len(composed.frames) == 4
    assert texts(composed.frames[1]) == ["둘", "동네한마디", "2", "/ 4"]


def test_a_long_brand_does_not_stop_the_card(deck: Deck) -> None:
    composed = deck(SCRIPT.replace("동네한마디", "아주 길고 긴 이름을 가진 우리 동네 공론장 만들기 주민 모임과 벗들"))
    assert len(composed.frames) == 4
    assert "/ 4" in texts(composed.frames[1])


def test_the_progress_grows(deck: Deck) -> None:
    bars = []
    for frame in deck(SCRIPT).frames[1::2]:
        shapes = [item for item in frame.items if isinstance(item, Shape) and item.rect.y > 1200 and any(item.radii)]
        track, filled = shapes[-2:]
        assert (track.rect.x, track.rect.y) == (filled.rect.x, filled.rect.y)
        bars.append(filled.rect.width / track.rect.width)
    assert bars == pytest.approx([0.5, 1.0], abs=0.01)


@pytest.mark.parametrize("size", ["portrait", "square", "tall", "story", "wide"])
def test_a_marquee_runs_off_both_edges_and_shows_every_word(deck: Deck, size: str) -> None:
    words = ["조례", "위원회", "시민 원탁", "선언", "협약", "백서", "학교", "포럼"]
    composed = deck(f"slides:\n  - {{layout: chips, title: 어디서나 협치, words: [{', '.join(words)}]}}\n", size)
    (frame,) = composed.frames
    (group,) = [item for item in frame.items if isinstance(item, Turned)]
    pills = [item.rect for item in group.items if isinstance(item, Shape)]
    assert min(pill.x for pill in pills) <= 0
    assert max(pill.right for pill in pills) >= frame.width
    cut = next((dict(item.values)["words"] for item in composed.findings if item.rule == "words-cut"), "")
    whole = {item.text.strip() for item in group.items if isinstance(item, GlyphRun)}
    assert whole >= set(words) - set(cut.split(", "))
    decorative = [slot for slot in frame.slots if slot.decorative]
    assert {line.text for slot in decorative for line in slot.lines} == whole


def test_pills_of_a_row_keep_apart(deck: Deck) -> None:
    composed = deck("slides:\n  - {layout: chips, title: 협치, words: [조례, 위원회, 시민 원탁, 선언, 협약, 백서]}\n")
    (group,) = [item for item in composed.frames[0].items if isinstance(item, Turned)]
    pills = sorted(
        {
            (round(item.rect.y), round(item.rect.x), round(item.rect.right))
            for item in group.items
            if isinstance(item, Shape)
        }
    )
    for one, two in pairwise(pills):
        assert one[0] != two[0] or two[1] - one[2] >= 10


def test_a_code_holds_its_address(deck: Deck) -> None:
    import segno

    composed = deck("slides:\n  - {layout: closing, title: 맺음, link: 'https://example.org/talk'}\n")
    (code,) = [item for item in composed.frames[0].items if isinstance(item, Code)]
    expected = segno.make("https://example.org/talk", micro=False, error="m", boost_error=True)
    assert code.rows == tuple("".join(str(module) for module in row) for row in expected.matrix)
    module = code.rect.width / len(code.rows)
    panel = next(
        item.rect for item in flat(composed.frames[0].items) if isinstance(item, Shape) and item.color.hex == "#FFFFFF"
    )
    assert code.rect.x - panel.x >= 1.2 * module


def test_art_keeps_its_shape(deck: Deck) -> None:
    composed = deck("slides:\n  - {layout: cover, title: 표지, art: house}\n")
    (house,) = [item for item in composed.frames[0].items if isinstance(item, Art) and item.name == "house"]
    numbers = house.source.split('viewBox="')[1].split('"')[0].split()
    assert house.rect.width / house.rect.height == pytest.approx(float(numbers[2]) / float(numbers[3]), rel=1e-6)


def test_scenes_take_the_words_of_the_script(deck: Deck) -> None:
    composed = deck("slides:\n  - {layout: bubble, text: 왜?, scene: {art: proposal-box, label: 건의함}}\n")
    assert "건의함" in texts(composed.frames[0])
    assert "제안함" in texts(deck("slides:\n  - {layout: bubble, text: 왜?, scene: proposal-box}\n").frames[0])


@pytest.mark.parametrize("size", ["1080x1350", "540x675", "2160x2700"])
def test_frames_scale_with_the_canvas(deck: Deck, size: str) -> None:
    whole = deck(SCRIPT, "portrait").frames
    scaled = deck(SCRIPT, size).frames
    factor = scaled[0].width / whole[0].width
    for one, two in zip(whole, scaled, strict=True):
        assert [[line.text for line in slot.lines] for slot in one.slots] == [
            [line.text for line in slot.lines] for slot in two.slots
        ]
        for slot, other in zip(one.slots, two.slots, strict=True):
            assert other.size == pytest.approx(slot.size * factor, abs=0.02)
            assert other.rect.x == pytest.approx(slot.rect.x * factor, abs=0.01)
            assert other.rect.bottom == pytest.approx(slot.rect.bottom * factor, abs=0.01)

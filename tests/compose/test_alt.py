"""What a card says to those who cannot see it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from cardnews import compose, read_script
from cardnews.compose.alt import MOST
from conftest import WriteScript


def alts(path: Path) -> list[str]:
    return [frame.alt for frame in compose(read_script(path))]


def test_the_authors_words_count(write_script: WriteScript) -> None:
    assert alts(write_script("slides:", "  - layout: cover", "    title: 골목 정원", "    alt: 꽃 그림")) == ["꽃 그림"]


def test_else_pictures_and_then_texts_in_reading_order(write_script: WriteScript, tmp_path: Path) -> None:
    Image.new("RGB", (1200, 900), "#335544").save(tmp_path / "garden.png")
    script = write_script(
        "slides:",
        "  - layout: cover",
        "    title: |",
        "      골목에",
        "      꽃을 심는 **사람들**",
        "    photo: {file: garden.png, alt: 담장 아래 꽃밭}",
        "  - layout: bubble",
        "    text: 물은 누가 주나요?",
        "    speaker: 꽃집 주인",
    )
    assert alts(script) == ["담장 아래 꽃밭. 골목에 꽃을 심는 사람들.", "물은 누가 주나요? 꽃집 주인."]


def test_a_slide_that_goes_on_describes_on_each_card_what_is_there(write_script: WriteScript, tmp_path: Path) -> None:
    for number in range(8):
        Image.new("RGB", (600, 600), "#335544").save(tmp_path / f"{number}.png")
    photos = [f"      - image: {{file: {number}.png, alt: 그림 {number}번}}" for number in range(8)]
    lines = ("slides:", "  - layout: photo-grid", "    images:", *photos)
    first, second = alts(write_script(*lines))
    assert ["그림 3번" in alt for alt in (first, second)] == [True, False]
    assert ["그림 4번" in alt for alt in (first, second)] == [False, True]
    assert alts(write_script(*lines, "    alt: 정원의 한 해")) == ["정원의 한 해 (1/2)", "정원의 한 해 (2/2)"]


def test_logos_go_by_the_names_of_their_files(write_script: WriteScript, tmp_path: Path) -> None:
    for name in ("푸른구청", "마을 모임 로고", "logo3"):
        Image.new("RGB", (300, 100), "#335544").save(tmp_path / f"{name}.png")
    lines = (
        "slides:",
        "  - layout: closing",
        "    title: 함께해요",
        "    logos: [푸른구청.png, 마을 모임 로고.png, logo3.png]",
    )
    assert alts(write_script(*lines)) == ["함께해요. 푸른구청 로고. 마을 모임 로고."]
    assert alts(write_script(*lines, "    hosts: 주최 푸른구청")) == ["함께해요. 주최 푸른구청. 마을 모임 로고."]


def test_it_is_not_endless(write_script: WriteScript) -> None:
    words = ", ".join(f"아주 긴 낱말 {number}" for number in range(24))
    script = write_script("slides:", "  - layout: chips", "    title: 낱말들", f"    words: {words}")
    assert all(len(alt) <= MOST for alt in alts(script))


def test_a_logo_is_not_named_by_a_part_of_another_word(write_script: WriteScript, tmp_path: Path) -> None:
    for name in ("강남", "서초"):
        Image.new("RGB", (300, 100), "#335544").save(tmp_path / f"{name}.png")
    lines = ("slides:", "  - layout: closing", "    logos: [강남.png, 서초.png]")
    assert alts(write_script(*lines, "    title: 강남구와 함께해요")) == ["강남구와 함께해요. 강남 로고. 서초 로고."]
    assert alts(write_script(*lines, "    title: 강남과 함께해요")) == ["강남과 함께해요. 서초 로고."]

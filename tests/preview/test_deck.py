"""Decks: what stays on the page while a script is being written, and what is made anew."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

from cardnews.errors import finding
from cardnews.export.fingerprint import fingerprint
from cardnews.preview.app import _Pages
from cardnews.preview.archive import zipped
from cardnews.preview.deck import Deck
from cardnews.preview.live import Live
from cardnews.preview.origin import FileOrigin, SampleOrigin
from cardnews.preview.pictures import Pictures
from cardnews.preview.records import alt_of, layout_records, snapshot_record
from cardnews.preview.view import View, counterparts
from cardnews.samples.slides import samples_of
from preview.conftest import SHORT

OWN = View()


@pytest.fixture
def deck(script: Path) -> Deck:
    return Deck(FileOrigin(script))


def save(deck: Deck, text: str, *, fresh: bool = False, forced: bool = False) -> bool:
    assert deck.origin.path is not None
    deck.origin.path.write_text(text, "utf-8")
    return deck.reread(fresh=fresh, forced=forced)


def states(deck: Deck, view: View = OWN) -> str:
    """One letter a card: `g`ood, `s`tale, `n`one."""
    return "".join("n" if not card.key else "s" if card.stale else "g" for card in deck.snapshot(view).cards)


def keys(deck: Deck, view: View = OWN) -> list[str]:
    return [card.key for card in deck.snapshot(view).cards]


def test_only_a_changed_slide_has_another_picture(deck: Deck) -> None:
    before = keys(deck)
    assert save(deck, SHORT.replace("벤치", "의자"))
    after = keys(deck)
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True]


def test_the_same_text_saved_again_changes_nothing(deck: Deck) -> None:
    version = deck.snapshot(OWN).version
    assert not save(deck, SHORT)
    assert deck.snapshot(OWN).version == version


def test_a_slide_that_is_skipped_has_no_card_and_comes_back_as_it_was(deck: Deck) -> None:
    before = keys(deck)
    assert save(deck, SHORT.replace("    text: 벤치", "    skip: true\n    text: 벤치"))
    shot = deck.snapshot(OWN)
    assert [(card.slide.number, card.slide.place.line, card.stale) for card in shot.cards] == [
        (1, 3, False),
        (2, 8, False),
    ]
    assert shot.findings == ()
    assert save(deck, SHORT)
    assert keys(deck) == before


def test_a_slide_of_another_file_is_followed_whether_it_comes_changes_or_goes(deck: Deck, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    assert save(deck, SHORT + "  - include: a.yaml\n")
    assert states(deck) == "gggn"
    assert not deck.is_stale()
    shown = []
    for text in ("말", "글"):
        file.write_text(f"layout: statement\ntext: {text}\n", "utf-8")
        assert deck.is_stale()
        assert deck.reread(fresh=False, forced=False)
        assert not deck.is_stale()
        assert not deck.reread(fresh=False, forced=False)
        assert states(deck) == "gggg"
        shown.append(keys(deck))
    assert [old == new for old, new in zip(*shown, strict=True)] == [True, True, True, False]
    file.unlink()
    assert deck.is_stale()
    assert deck.reread(fresh=False, forced=False)
    assert states(deck) == "gggs"


def test_the_users_folder_is_watched(script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("CARDNEWS_HOME", str(home))
    watched = Live(script, tmp_path)._folders()
    assert {home / name for name in ("layouts", "themes", "art", "slides")} <= {*watched}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SHORT.replace("text: 벤치", "txet: 벤치"), "gsg"),
        (SHORT.replace("layout: cover", "layout: covr"), "sgg"),
        (SHORT + "  - layout: [\n", "gggn"),
        (SHORT[: SHORT.rindex("text:") + 2], "ggs"),
        ("", "sss"),
        ("slides:\n", "sss"),
        ("\x00\x01", "sss"),
        (SHORT.replace("slides:", "slides: {"), "sss"),
        (
            SHORT.replace(
                "  - layout: statement\n    text: 벤치", "  - layout: statement\n    txet: 새로\n  - 벤치", 1
            ),
            "gsgg",
        ),
    ],
)
def test_what_cannot_be_made_stays_as_it_was(deck: Deck, text: str, shown: str) -> None:
    good = keys(deck)
    save(deck, text)
    assert states(deck) == shown
    assert deck.snapshot(OWN).findings
    kept = [card.key for card in deck.snapshot(OWN).cards if card.stale and card.key]
    assert set(kept) <= set(good)
    save(deck, SHORT)
    assert (keys(deck), states(deck)) == (good, "ggg")


def test_a_broken_script_stays_on_screen_however_often_it_is_saved(deck: Deck) -> None:
    good = keys(deck)
    for count in range(5):
        save(deck, "slides: [" * (count + 1))
        assert (keys(deck), states(deck)) == (good, "sss")


def test_a_size_that_was_not_shown_before_the_mistake_shows_the_last_good_cards(deck: Deck) -> None:
    keys(deck)
    save(deck, "")
    assert states(deck, View("story")) == "sss"
    assert len(set(keys(deck, View("story"))) - set(keys(deck))) == 3
    assert deck.snapshot(View("story")).size.name == "story"


def test_a_script_that_was_never_good_says_why(tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"
    deck = Deck(FileOrigin(path))
    shot = deck.snapshot(OWN)
    assert (shot.cards, [item.id for item in shot.findings]) == ((), ["file-missing"])
    path.write_text(SHORT, "utf-8")
    assert deck.is_stale()
    assert deck.reread(fresh=False, forced=False)
    assert states(deck) == "ggg"


def test_a_picture_that_cannot_be_painted_leaves_the_last_good_card(deck: Deck) -> None:
    good = keys(deck)
    save(deck, SHORT.replace("벤치", "의자"))
    bad = keys(deck)[1]
    assert deck.unpaintable(bad, [finding("no-slides")]) == (OWN,)
    assert (keys(deck), states(deck)) == (good, "gsg")
    assert "no-slides" in [item.id for item in deck.snapshot(OWN).findings]
    save(deck, SHORT.replace("벤치", "평상"))
    assert states(deck) == "ggg"


def test_a_theme_is_read_anew_when_it_has_changed(deck: Deck) -> None:
    folder = deck.script.folder / "themes"
    folder.mkdir()
    text = (Path(__file__).parents[2] / "layouts/themes/hope.yaml").read_text("utf-8")
    (folder / "mine.yaml").write_text(text, "utf-8")
    save(deck, "theme: mine\n" + SHORT, fresh=True)
    before = keys(deck)
    (folder / "mine.yaml").write_text(text.replace("#FFCB2E", "#FFCB2F"), "utf-8")
    assert deck.reread(fresh=True, forced=False)
    assert keys(deck)[0] != before[0]


def test_checks_come_with_the_snapshot(deck: Deck) -> None:
    words = "이웃과 함께 걷는 골목에서 "
    save(deck, SHORT.replace("이웃이 앉아", words * 4 + "이웃이 앉아"))
    before = {item.id for item in deck.snapshot(OWN).findings}
    after = {item.id for item in deck.check(OWN).findings}
    assert before <= after
    assert deck.snapshot(OWN).findings == deck.check(OWN).findings


def test_views_that_nobody_looks_at_are_forgotten(deck: Deck) -> None:
    for name in ("portrait", "square", "wide"):
        deck.snapshot(View(name))
    deck.keep({View("square")})
    assert list(deck.shown()) == [View("square")]


def test_every_layout_shows_its_sample_in_every_theme() -> None:
    deck = Deck(SampleOrigin(None))
    names = deck.shelf.names("layout")
    assert len(deck.script.slides) == len(names) >= 7
    for theme in deck.themes:
        shot = deck.snapshot(View("", theme))
        broken = [card.slide.layout for card in shot.cards if not card.key]
        assert broken == [], [item.message() for item in shot.findings]


def test_layouts_are_told_with_fields_and_lines_that_compose(tmp_path: Path) -> None:
    deck = Deck(SampleOrigin(None))
    for record, sample in zip(layout_records(samples_of(deck.shelf), "ko"), samples_of(deck.shelf), strict=True):
        assert record["label"] and record["fields"]
        assert record["snippet"].startswith(f"  - layout: {sample.layout.name}\n")
        path = tmp_path / f"{record['name']}.yaml"
        path.write_text("slides:\n" + record["snippet"], "utf-8")
        script = Deck(FileOrigin(path)).script
        images = [item for item in script.findings if item.rule.startswith(("missing-image", "near-image"))]
        assert [item for item in script.findings if item.severity == "error"] == images


def test_a_record_has_all_that_the_page_needs(deck: Deck) -> None:
    record = snapshot_record(
        deck.snapshot(OWN), deck="script", sizes=deck.sizes, themes=deck.themes, text=deck.text, language="ko"
    )
    assert [(card["number"], card["line"], card["end"]) for card in record["cards"]] == [
        (1, 3, 4),
        (2, 5, 6),
        (3, 7, 9),
    ]
    assert record["cards"][0]["alt"]
    assert record["canvas"] == {"name": "portrait", "width": 1080, "height": 1350, "kind": "portrait"}
    assert record["sizes"][0] == "portrait" and len(record["sizes"]) == 5


def test_what_the_author_says_of_a_card_goes_before_its_words(deck: Deck) -> None:
    assert "골목이" in alt_of(deck.snapshot(OWN).cards[0])
    save(deck, SHORT.replace("    title:", "    alt: 골목 그림\n    title:"))
    assert alt_of(deck.snapshot(OWN).cards[0]) == "골목 그림"


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("abc", "abc", {0: 0, 1: 1, 2: 2}),
        ("abc", "axc", {0: 0, 1: 1, 2: 2}),
        ("abc", "aabc", {1: 0, 2: 1, 3: 2}),
        ("abc", "bxc", {0: 1, 2: 2}),
        ("", "ab", {}),
    ],
)
def test_counterparts(before: str, now: str, found: dict[int, int]) -> None:
    assert counterparts(before, now) == found


@pytest.mark.parametrize("text", [None, "", "title: x\n", "a: [\n", "slides: []\n"])
def test_a_first_state_without_a_card_is_told(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "script.yaml"
    if text is not None:
        path.write_text(text, "utf-8")
    deck = Deck(FileOrigin(path))
    record = snapshot_record(
        deck.snapshot(OWN), deck="script", sizes=deck.sizes, themes=deck.themes, text=deck.text, language="ko"
    )
    assert record["cards"] == []
    assert "error" in [item["severity"] for item in record["findings"]]


def test_the_logo_of_a_theme_is_seen_to_change(script: Path) -> None:
    folder = script.parent
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>'
    (folder / "logo.svg").write_text(drawing, "utf-8")
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / "ours.yaml").write_text("extends: hope\nlogo: ../logo.svg\n", "utf-8")
    script.write_text(f"theme: ours\n{script.read_text('utf-8')}", "utf-8")
    deck = Deck(FileOrigin(script))
    assert not deck.is_stale()
    (folder / "logo.svg").write_text(drawing.replace("20", "40"), "utf-8")
    assert deck.is_stale()


def test_a_picture_is_seen_to_change_where_nothing_tells_of_it(deck: Deck) -> None:
    photo = deck.script.folder / "a" / "b" / "c" / "d" / "e" / "town.png"
    photo.parent.mkdir(parents=True)
    Image.new("RGB", (300, 300), "navy").save(photo)
    save(deck, SHORT.replace("    title:", "    photo: a/b/c/d/e/town.png\n    title:", 1))
    before = keys(deck)
    assert not deck.is_stale()
    Image.new("RGB", (320, 300), "olive").save(photo)
    assert deck.is_stale()
    assert deck.reread(fresh=False, forced=False)
    after = keys(deck)
    assert [old == new for old, new in zip(before, after, strict=True)] == [False, True, True]
    assert not deck.is_stale() and not deck.reread(fresh=False, forced=False)


def test_a_mistake_of_the_checks_or_of_composing_is_said(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError

    before = deck.snapshot(OWN).findings
    monkeypatch.setattr(import_module("cardnews.check.run"), "check", broken)
    assert [item.id for item in deck.check(OWN).findings if item not in before] == ["internal-error"]
    monkeypatch.setattr(Deck, "_cards", broken)
    save(deck, SHORT.replace("벤치", "의자"))
    assert [item.id for item in deck.snapshot(OWN).findings] == ["internal-error"]


def test_a_picture_of_what_changed_meanwhile_is_not_kept(deck: Deck) -> None:
    frame = deck.snapshot(OWN).cards[0].frame
    assert frame is not None
    pictures = Pictures()
    try:
        for key, kept in (("0" * 64, False), (fingerprint(frame), True)):
            data = pictures.wanted(key, frame).result()
            assert (pictures.made(key) == data) is kept
    finally:
        pictures.close()


def test_a_save_during_a_download_takes_no_card_from_it(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def downloaded() -> tuple[list[str], bytes]:
        live = Live(script, script.parent)
        pages = _Pages(live, "en")
        try:
            shot = await live.snapshot(("script", OWN))
            script.write_text(SHORT.replace("벤치", "의자").replace("골목", "마을"), "utf-8")
            await live.in_thread(live.deck("script").reread, fresh=False, forced=False)
            names = [name async for name, _ in pages._files(shot)]
            monkeypatch.setattr(live, "painted", _unpainted)
            sent = bytearray()
            with pytest.raises(OSError, match="gone"):
                async for part in zipped(pages._files(shot)):
                    sent += part
            return names, bytes(sent)
        finally:
            await live.close()

    names, sent = asyncio.run(downloaded())
    assert len(names) == 3
    assert b"PK\x05\x06" not in sent  # the end of an archive


async def _unpainted(_key: str, _frame: object) -> bytes:
    raise OSError("gone")


def test_what_is_data_is_known_whatever_its_folder_is_called(script: Path) -> None:
    live = Live(script, script.parent)
    folder = script.parent
    found = {
        name: live._is_data(folder / name)
        for name in ("layouts/a.yaml", "real/a.yaml", "real/a.SVG", "a.svg", "script.yaml", "other.yaml", "real/a.txt")
    }
    assert [name for name, is_data in found.items() if not is_data] == ["script.yaml", "other.yaml", "real/a.txt"]


def test_a_new_layout_is_new_to_every_deck(script: Path) -> None:
    async def versions() -> list[int]:
        live = Live(script, script.parent)
        try:
            await live.in_thread(live.deck, "script")
            await live.in_thread(live.deck, "samples")
            (script.parent / "layouts").mkdir()
            await live._take(frozenset((script.parent / "layouts",)))
            return [deck.version for deck in live._decks.values()]
        finally:
            await live.close()

    assert asyncio.run(versions()) == [1, 1]

"""A folder of cards over many runs: what is written, what is retired, and all that is never touched."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cardnews.errors import CardnewsError
from cardnews.export.files import Card, WrittenSet, write_cards
from cardnews.export.png import card_digest

Tree = dict[str, bytes]


class Deck:
    """A script and its output folder, and short words for runs."""

    def __init__(self, home: Path) -> None:
        self.script = home / "deck" / "script.yaml"
        self.out = home / "deck" / "out"
        self.script.parent.mkdir()

    def cards(self, total: int, sizes: tuple[str, ...] = ("portrait",), mark: str = "") -> list[Card]:
        return [card(size, number, mark) for size in sizes for number in range(1, total + 1)]

    def write(self, total: int, *sizes: str, mark: str = "", **changes: Any) -> WrittenSet:
        sizes = sizes or ("portrait",)
        given = {"script": self.script, "theme": "hope", "cards": self.cards(total, sizes, mark), **changes}
        plans = {size: given.pop("plan", [(number, 1) for number in range(1, total + 1)]) for size in sizes}
        return write_cards(given.pop("folder", self.out), sizes=sizes, plans=plans, **given)

    def tree(self) -> Tree:
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes() for path in self.out.rglob("*") if path.is_file()
        }

    def names(self) -> list[str]:
        return sorted(self.tree())

    def recorded(self) -> dict[str, str]:
        manifest = json.loads((self.out / "cards.json").read_bytes())
        return {entry["file"]: entry["sha256"] for entry in manifest["cards"]}

    def true(self) -> bool:
        """Whether the manifest lists each numbered picture, by the digest that it has."""
        pictures = {name: card_digest(data) for name, data in self.tree().items() if "old" not in name}
        pictures.pop("cards.json")
        return pictures == self.recorded()


def card(size: str, number: int, mark: str = "") -> Card:
    return Card(size, number, f"{size} {number} {mark}".encode())


def rules(written: WrittenSet) -> list[str]:
    return [found.rule for found in written.findings]


def refusal(action: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(CardnewsError) as caught:
        action()
    (found,) = caught.value.findings
    assert found.message("en") != found.message("ko")
    return found.rule, found.place.path


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return Deck(tmp_path)


# Names and bytes


@pytest.mark.parametrize(
    ("total", "sizes", "last"),
    [
        (3, ("portrait",), "03.png"),
        (10, ("portrait",), "10.png"),
        (100, ("portrait",), "100.png"),
        (3, ("portrait", "1080x1080"), "1080x1080/03.png"),
        (3, ("square", "square"), "03.png"),
    ],
)
def test_names(deck: Deck, total: int, sizes: tuple[str, ...], last: str) -> None:
    cards = deck.cards(total, tuple(dict.fromkeys(sizes)))
    written = deck.write(total, *sizes, cards=cards)
    assert len(deck.names()) == len(cards) + 1
    assert written.cards[-1] == deck.out / last
    assert written.cards == written.changed
    assert written.findings == ()
    assert deck.true()


def test_padding(deck: Deck) -> None:
    assert [path.name for path in deck.write(100).cards[::33]] == ["001.png", "034.png", "067.png", "100.png"]


def test_manifest(deck: Deck) -> None:
    deck.write(1, "portrait", "square")
    head = json.loads((deck.out / "cards.json").read_bytes())
    assert head.pop("generator").startswith("cardnews ")
    assert head == {
        "version": 1,
        "script": "../script.yaml",
        "sizes": ["portrait", "square"],
        "theme": "hope",
        "cards": [
            {"file": f"{size}/01.png", "slide": 1, "size": size, "sha256": card_digest(card(size, 1).data)}
            for size in ("portrait", "square")
        ],
    }


def test_same_run_rewrites_nothing(deck: Deck) -> None:
    deck.write(3)
    for path in deck.out.iterdir():
        os.utime(path, (1, 1))
    written = deck.write(3)
    assert written.changed == ()
    assert len(written.cards) == 3
    assert {path.stat().st_mtime for path in deck.out.iterdir()} == {1}


def test_only_what_changed_is_rewritten(deck: Deck) -> None:
    deck.write(3)
    written = deck.write(3, cards=[card("portrait", 1), card("portrait", 2, "new"), card("portrait", 3)])
    assert written.changed == (deck.out / "02.png",)
    assert deck.true()


def test_order_of_cards_does_not_matter(deck: Deck) -> None:
    deck.write(3)
    before = deck.tree()
    deck.write(3, cards=reversed(deck.cards(3)))
    assert deck.tree() == before


def test_moved_project_gives_the_same_bytes(deck: Deck, tmp_path: Path) -> None:
    deck.write(3)
    before = deck.tree()
    moved = deck.script.parent.rename(tmp_path / "elsewhere")
    deck.script, deck.out = moved / "script.yaml", moved / "out"
    assert deck.write(3).changed == ()
    assert deck.tree() == before


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_pictures_are_readable_by_others(deck: Deck) -> None:
    plain = deck.script.parent / "plain"
    plain.touch()
    deck.write(1)
    assert (deck.out / "01.png").stat().st_mode == plain.stat().st_mode


# Retiring


def test_fewer_slides(deck: Deck) -> None:
    deck.write(4)
    (deck.out / "notes.txt").write_text("mine")
    (deck.out / "05.png").write_text("mine")
    written = deck.write(2)
    assert written.removed == (deck.out / "03.png", deck.out / "04.png")
    assert deck.names() == ["01.png", "02.png", "05.png", "cards.json", "notes.txt"]
    assert list(deck.recorded()) == ["01.png", "02.png"]


def test_other_padding(deck: Deck) -> None:
    deck.write(2)
    deck.write(100)
    assert "01.png" not in deck.tree()
    deck.write(2)
    assert deck.names() == ["01.png", "02.png", "cards.json"]


def test_other_sizes(deck: Deck) -> None:
    deck.write(1, "portrait", "square", "story")
    (deck.out / "story" / "mine.txt").touch()
    deck.write(1, "square")
    # The sets of sizes that were not asked for stay; the one that was drawn anew stands in one place only.
    kept = ["portrait/01.png", "story/01.png", "story/mine.txt"]
    assert deck.names() == ["01.png", "cards.json", *kept]
    assert not (deck.out / "square").exists()
    deck.write(1, "wide", "square")
    assert deck.names() == ["cards.json", "portrait/01.png", "square/01.png", *kept[1:], "wide/01.png"]
    assert list(deck.recorded()) == ["portrait/01.png", "square/01.png", "story/01.png", "wide/01.png"]


def test_edited_stale_picture_is_kept(deck: Deck) -> None:
    deck.write(3)
    (deck.out / "03.png").write_text("edited")
    written = deck.write(2)
    assert rules(written) == ["card-edited-kept"]
    assert (deck.out / "03.png").read_text() == "edited"
    assert list(deck.recorded()) == ["01.png", "02.png"]


def test_edited_current_picture_is_moved_aside(deck: Deck) -> None:
    deck.write(2)
    (deck.out / "02.png").write_text("edited")
    written = deck.write(2)
    assert rules(written) == ["card-edited-aside"]
    assert written.aside == (deck.out / "02.old.png",)
    assert (deck.out / "02.old.png").read_text() == "edited"
    (deck.out / "02.png").write_text("edited")
    assert deck.write(2).aside == (deck.out / "02.old.png",)
    (deck.out / "02.png").write_text("edited again")
    assert deck.write(2).aside == (deck.out / "02.old-2.png",)
    assert deck.true()


def test_stranger_in_our_folder_is_moved_aside(deck: Deck) -> None:
    deck.write(1)
    (deck.out / "02.png").write_text("mine")
    assert rules(deck.write(2)) == ["card-edited-aside"]
    assert (deck.out / "02.old.png").read_text() == "mine"


def test_failed_slide(deck: Deck) -> None:
    deck.write(3)
    (deck.out / "02.old.png").write_text("mine")
    written = deck.write(3, cards=[card("portrait", 1), card("portrait", 3)], failed={("portrait", 2)})
    assert rules(written) == ["card-failed-aside"]
    assert (written.findings[0].slide, dict(written.findings[0].values)) == (2, {"aside": "02.old-2.png"})
    assert deck.names() == ["01.png", "02.old-2.png", "02.old.png", "03.png", "cards.json"]
    assert deck.true()
    assert deck.write(3).findings == ()


def test_slide_without_a_card_has_failed(deck: Deck) -> None:
    deck.write(2, "portrait", "square")
    cards = [card("portrait", 1), card("square", 1), card("portrait", 2)]
    assert deck.write(2, "portrait", "square", cards=cards).aside == (deck.out / "square/02.old.png",)


def test_nothing_to_write(deck: Deck) -> None:
    assert deck.write(2, cards=(), failed={("portrait", 1), ("portrait", 2)}) == WrittenSet(deck.out)
    assert not deck.out.exists()
    deck.out.mkdir()
    deck.write(2, cards=())
    assert deck.tree() == {}


def test_stale_picture_that_cannot_be_removed(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    deck.write(2)
    with monkeypatch.context() as patch:
        patch.setattr("cardnews.export.disk.remove", refusing(errno.EACCES))
        assert rules(deck.write(1)) == ["card-not-removed"]
    assert deck.true()
    assert deck.write(1).removed == (deck.out / "02.png",)


# Some slides only


def test_partial(deck: Deck) -> None:
    deck.write(3)
    before = deck.tree()
    written = deck.write(3, cards=[card("portrait", 2, "new")], partial=True, theme="sea")
    assert written.changed == (deck.out / "02.png",)
    assert {name for name in before if before[name] != deck.tree()[name]} == {"02.png", "cards.json"}
    assert b'"hope"' in deck.tree()["cards.json"]
    assert deck.true()


def test_partial_into_a_new_folder(deck: Deck) -> None:
    deck.write(12, cards=[card("portrait", 7)], partial=True)
    assert deck.names() == ["07.png", "cards.json"]


def test_partial_failure_known_late(deck: Deck) -> None:
    deck.write(3)
    failed: set[tuple[str, int]] = set()

    def cards() -> Iterator[Card]:
        yield card("portrait", 1)
        failed.add(("portrait", 2))

    written = deck.write(3, cards=cards(), failed=failed, partial=True)
    assert written.aside == (deck.out / "02.old.png",)
    assert deck.names() == ["01.png", "02.old.png", "03.png", "cards.json"]


def test_partial_keeps_the_arrangement(deck: Deck) -> None:
    deck.write(2, "portrait", "square")
    deck.write(2, "square", cards=[card("square", 2, "new")], partial=True)
    assert deck.names() == ["cards.json", "portrait/01.png", "portrait/02.png", "square/01.png", "square/02.png"]
    assert deck.true()


def test_partial_at_a_size_that_is_not_there(deck: Deck) -> None:
    deck.write(2)
    before = deck.tree()
    rule = refusal(lambda: deck.write(2, "square", partial=True))
    assert rule == ("output-partial-sizes", str(deck.out))
    assert deck.tree() == before


def test_partial_with_another_padding(deck: Deck) -> None:
    deck.write(9)
    deck.write(100, cards=[card("portrait", 3)], partial=True)
    assert "003.png" in deck.names()
    assert "03.png" not in deck.names()
    assert len(deck.names()) == 10


GREW = [(1, 1), (2, 1), (2, 2), (3, 1)]
ONE_EACH = [(1, 1), (2, 1), (3, 1)]


@pytest.mark.parametrize(("before", "after"), [(ONE_EACH, GREW), (GREW, ONE_EACH), (GREW, GREW[:2] + GREW[3:])])
@pytest.mark.parametrize("number", [1, 3])
def test_partial_after_the_numbers_changed(
    deck: Deck, before: list[tuple[int, int]], after: list[tuple[int, int]], number: int
) -> None:
    deck.write(len(before), plan=before, cards=[replace(one, frame="f" * 64) for one in deck.cards(len(before))])
    tree = deck.tree()
    cards = [card("portrait", number, "new")]
    refused = refusal(lambda: deck.write(len(after), plan=after, cards=cards, partial=True))
    assert refused == ("output-partial-numbers", str(deck.out))
    assert deck.tree() == tree
    assert deck.write(len(after), plan=after, mark="new").findings == ()
    assert deck.true()


def test_partial_in_a_folder_that_tells_no_parts(deck: Deck) -> None:
    # As an older cardnews wrote it: the card's number for the slide's.
    deck.write(4, plan=[(number, 1) for number in range(1, 5)])
    assert deck.write(4, plan=GREW, cards=[card("portrait", 1, "new")], partial=True).findings == ()


def test_partial_after_a_list_at_the_end_grew(deck: Deck) -> None:
    deck.write(2)
    deck.write(3, plan=GREW[:3], cards=[card("portrait", 2, "new"), card("portrait", 3)], partial=True)
    assert deck.names() == ["01.png", "02.png", "03.png", "cards.json"]
    assert refusal(lambda: deck.write(2, cards=[card("portrait", 2)], partial=True))[0] == "output-partial-numbers"


def test_partial_after_the_last_slide_went(deck: Deck) -> None:
    deck.write(3)
    deck.write(2, cards=[card("portrait", 2, "new")], partial=True)
    assert deck.names() == ["01.png", "02.png", "03.png", "cards.json"]


# Folders of others


def test_folder_of_another_script(deck: Deck) -> None:
    deck.write(2)
    before = deck.tree()
    other = deck.script.with_name("other.yaml")
    assert refusal(lambda: deck.write(1, script=other)) == ("output-other-script", str(deck.out))
    assert refusal(lambda: deck.write(1, script=other, partial=True)) == ("output-other-script", str(deck.out))
    assert deck.tree() == before


def test_name_of_another_script_cannot_steer_a_terminal(deck: Deck) -> None:
    deck.write(1)
    path = deck.out / "cards.json"
    path.write_text(path.read_text().replace("../script.yaml", "\\u001b[2J" + "x" * 1000))
    with pytest.raises(CardnewsError) as caught:
        deck.write(1)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 600


def test_foreign_pictures(deck: Deck) -> None:
    deck.out.mkdir()
    for number in range(2, 9):
        (deck.out / f"{number:02}.png").write_text("mine")
    before = deck.tree()

    def cards() -> Iterator[Card]:
        raise AssertionError("painted for nothing")
        yield

    with pytest.raises(CardnewsError, match=r"\(02\.png, 03\.png, 04\.png, 05\.png, 06\.png …\)"):
        deck.write(10, cards=cards())
    with pytest.raises(CardnewsError, match=r"02\.png"):
        deck.write(10, cards=cards(), partial=True)
    assert deck.tree() == before
    assert deck.write(1).findings == ()


def test_broken_manifest(deck: Deck) -> None:
    deck.write(3)
    path = deck.out / "cards.json"
    path.write_text(path.read_text().replace('"03.png"', '"../../deck/script.yaml"'))
    deck.script.write_text("slides: []")
    before = deck.tree()
    assert refusal(lambda: deck.write(1)) == ("manifest-broken", str(path))
    assert deck.tree() == before
    assert deck.script.exists()


def test_linked_picture(deck: Deck, tmp_path: Path) -> None:
    deck.write(2)
    target = tmp_path / "photo.png"
    target.write_bytes(card("portrait", 2).data)
    (deck.out / "02.png").unlink()
    (deck.out / "02.png").symlink_to(target)
    assert refusal(lambda: deck.write(2, mark="new")) == ("output-not-a-file", str(deck.out / "02.png"))
    assert rules(deck.write(2, cards=[card("portrait", 1)])) == ["card-edited-kept"]
    deck.write(1)
    assert target.read_bytes() == card("portrait", 2).data
    assert (deck.out / "02.png").is_symlink()


def test_dangling_link(deck: Deck, tmp_path: Path) -> None:
    deck.out.mkdir()
    (deck.out / "01.png").symlink_to(tmp_path / "not-yet.png")
    assert refusal(lambda: deck.write(1))[0] == "output-foreign-pictures"
    assert not (tmp_path / "not-yet.png").exists()


def test_linked_folder_of_a_size(deck: Deck, tmp_path: Path) -> None:
    deck.write(2, "portrait", "square")
    outside = (deck.out / "square").rename(tmp_path / "outside")
    (deck.out / "square").symlink_to(outside)
    assert refusal(lambda: deck.write(2, "square", "portrait", mark="new"))[0] == "output-not-a-file"
    deck.write(2)
    assert {path.name for path in outside.iterdir()} == {"01.png", "02.png"}


def test_linked_output_folder_is_the_authors_choice(deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    deck.out.symlink_to(tmp_path / "disk")
    deck.write(2)
    deck.write(1)
    assert sorted(path.name for path in (tmp_path / "disk").iterdir()) == ["01.png", "cards.json"]


# Interrupted


class Crash(BaseException):
    pass


@pytest.mark.parametrize("error", [Crash, KeyboardInterrupt, OSError, CardnewsError([])])
def test_crash_between_cards(deck: Deck, error: Any) -> None:
    deck.write(10)

    def cards() -> Iterator[Card]:
        yield from deck.cards(6, mark="new")
        raise error

    with pytest.raises(error if isinstance(error, type) else CardnewsError):
        deck.write(10, cards=cards())
    tree = deck.tree()
    assert [tree[f"{number:02}.png"] for number in range(1, 11)] == [
        card("portrait", number, "new" if number < 7 else "").data for number in range(1, 11)
    ]
    assert deck.true()
    assert deck.write(10, mark="newer").findings == ()


def test_crash_before_the_first_card(deck: Deck) -> None:
    def cards() -> Iterator[Card]:
        raise Crash
        yield

    with pytest.raises(Crash):
        deck.write(2, cards=cards())
    assert not deck.out.exists()
    deck.write(2)
    before = deck.tree()
    with pytest.raises(Crash):
        deck.write(2, "square", cards=cards(), theme="sea")
    assert deck.tree() == before


def test_killed_first_run_leaves_a_folder_of_our_own(deck: Deck) -> None:
    def cards() -> Iterator[Card]:
        yield card("portrait", 1)
        assert deck.recorded() == {}
        (deck.out / "cards.json.copy").write_bytes((deck.out / "cards.json").read_bytes())

    deck.write(1, cards=cards())
    (deck.out / "cards.json.copy").replace(deck.out / "cards.json")
    assert deck.write(1).findings == ()
    assert deck.true()


@pytest.mark.parametrize("error", [Crash(), KeyboardInterrupt(), OSError(errno.EIO, "Input/output error")])
@pytest.mark.parametrize("step", ["replace", "open"])
def test_no_temporary_files_are_left(
    deck: Deck, monkeypatch: pytest.MonkeyPatch, error: BaseException, step: str
) -> None:
    deck.write(2)
    before = deck.tree()
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, failing_at(getattr(Path, step), "tmp", error))
        with pytest.raises((type(error), CardnewsError)):
            deck.write(2, mark="new")
    assert deck.tree() == before


def failing_at(real: Callable[..., Any], word: str, error: BaseException) -> Callable[..., Any]:
    def action(path: Path, *args: Any, **options: Any) -> Any:
        if word not in path.name:
            return real(path, *args, **options)
        if args == ("xb",):
            real(path, *args).close()
        raise error

    return action


# What the disk refuses


def refusing(number: int) -> Callable[..., None]:
    def action(*args: object, **kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    return action


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        (errno.EACCES, "output-not-writable"),
        (errno.EROFS, "output-not-writable"),
        (errno.ENOSPC, "output-disk-full"),
        (errno.EIO, "output-failed"),
    ],
)
@pytest.mark.parametrize("step", ["write_whole", "digest_at"])
def test_refusals(deck: Deck, monkeypatch: pytest.MonkeyPatch, number: int, rule: str, step: str) -> None:
    deck.write(1)
    monkeypatch.setattr(f"cardnews.export.disk.{step}", refusing(number))
    assert refusal(lambda: deck.write(1, mark="new")) == (rule, str(deck.out / "01.png"))


def test_folder_that_cannot_be_made(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "mkdir", refusing(errno.EROFS))
    assert refusal(lambda: deck.write(1)) == ("output-not-writable", str(deck.out))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder(deck: Deck) -> None:
    deck.out.mkdir(mode=0o500)
    assert refusal(lambda: deck.write(1))[0] == "output-not-writable"


@pytest.mark.parametrize("below", ["", "deeper/down"])
def test_file_in_the_place_of_the_folder(deck: Deck, below: str) -> None:
    deck.out.write_text("a file")
    folder = deck.out / below
    assert refusal(lambda: deck.write(1, folder=folder)) == ("output-not-a-folder", str(folder))
    assert deck.out.read_text() == "a file"


def test_folder_in_the_place_of_a_card(deck: Deck) -> None:
    deck.write(1)
    (deck.out / "02.png").mkdir()
    assert refusal(lambda: deck.write(2)) == ("output-not-a-file", str(deck.out / "02.png"))


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_folder_that_no_system_can_hold(deck: Deck, name: str) -> None:
    folder = deck.out / name
    assert refusal(lambda: deck.write(1, folder=folder)) == ("output-failed", str(folder))


def test_file_held_for_a_moment(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    real, pauses = Path.replace, list[float]()

    def replace(path: Path, target: Path) -> Path:
        if len(pauses) < 3:
            raise PermissionError(errno.EACCES, "held")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("time.sleep", pauses.append)
    deck.write(1)
    assert len(pauses) == 3
    assert deck.true()


# Misuse


@pytest.mark.parametrize(
    "cards",
    [[card("square", 1)], [card("portrait", 3)], [card("portrait", 0)], [card("portrait", 1), card("portrait", 1)]],
)
def test_cards_that_do_not_belong(deck: Deck, cards: list[Card]) -> None:
    with pytest.raises(ValueError, match="a card"):
        deck.write(2, cards=cards)


@pytest.mark.parametrize("size", ["..", "a/b", "", "A", "."])
def test_size_that_is_no_folder_name(deck: Deck, size: str) -> None:
    with pytest.raises(ValueError, match="sizes"):
        deck.write(1, "portrait", size, cards=())


# At the same time


def test_two_runs_of_one_script_at_once(deck: Deck) -> None:
    def run(mark: str) -> None:
        for _ in range(10):
            deck.write(8, mark=mark)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, ["same"] * 4))
        list(pool.map(run, ["one", "two"] * 2))
    for name, data in deck.tree().items():
        if name != "cards.json":
            assert data.decode().rsplit(" ", 1)[0] == f"portrait {int(name[:2])}"
    json.loads(deck.tree()["cards.json"])
    assert not [name for name in deck.names() if name.endswith("tmp")]
    deck.write(8)
    assert deck.true()


def test_partial_runs_at_once_keep_each_others_entries(deck: Deck) -> None:
    def cards() -> Iterator[Card]:
        yield card("portrait", 1)
        deck.write(2, cards=[card("portrait", 2)], partial=True)

    deck.write(2, cards=cards(), partial=True)
    assert deck.names() == ["01.png", "02.png", "cards.json"]
    assert deck.true()


def test_second_script_that_arrives_during_the_first_run(deck: Deck) -> None:
    other = deck.script.with_name("other.yaml")

    def cards() -> Iterator[Card]:
        yield card("portrait", 1)
        assert refusal(lambda: deck.write(2, script=other))[0] == "output-other-script"
        yield card("portrait", 2)

    assert deck.write(2, cards=cards()).findings == ()
    assert deck.true()

"""`render` from script to files: what is made, what is said, and that one bad slide costs one card."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from threading import get_ident

import pytest
from PIL import Image

from cardnews import CardnewsError, read_script, render
from cardnews import render as public_render
from cardnews.compose import framing
from cardnews.compose.frame import Frame
from cardnews.paint.painter import Painter
from conftest import ROOT, WriteScript

THREE = ("slides:", "  - 첫째 카드", "  - 둘째 카드", "  - 셋째 카드")


def rules(findings: tuple[object, ...]) -> list[str]:
    return [item.rule for item in findings]  # type: ignore[attr-defined]


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_flagship_is_ten_cards(governance: Path) -> None:
    report = render(governance)
    assert (report.made, report.total, report.sizes, report.ok, report.exit_code) == (10, 10, ("portrait",), True, 0)
    assert report.findings == ()
    assert report.folder == governance.parent / "out"
    assert [path.name for path in report.cards] == [f"{number:02d}.png" for number in range(1, 11)]
    for path in report.cards:
        with Image.open(path) as image:
            assert (image.size, image.mode) == ((1080, 1350), "RGB")
    assert json.loads((report.folder / "cards.json").read_text("utf-8"))["theme"] == "hope"


def test_a_script_value_and_out_by_position(governance: Path, tmp_path: Path) -> None:
    report = render(read_script(governance), tmp_path / "o", only=[2, 1])
    assert [path.relative_to(tmp_path).as_posix() for path in report.cards] == ["o/01.png", "o/02.png"]


def test_several_sizes_go_into_folders(write_script: WriteScript, tmp_path: Path) -> None:
    report = render(write_script(*THREE), tmp_path / "o", sizes=["square", "600x400", "1080x1080"], only="1")
    assert report.sizes == ("square", "600x400")
    assert [path.relative_to(tmp_path / "o").as_posix() for path in report.cards] == ["square/01.png", "600x400/01.png"]


@pytest.mark.parametrize(
    ("only", "numbers"),
    [("1", [1]), ("3,1", [1, 3]), (" 2 - 3 ", [2, 3]), ("1–2", [1, 2]), ([3, 3], [3]), ("1,,2", [1, 2])],
)
def test_only(write_script: WriteScript, only: object, numbers: list[int]) -> None:
    report = render(write_script(*THREE), only=only)  # type: ignore[arg-type]
    assert [int(path.stem) for path in report.cards] == numbers
    assert report.total == len(numbers)


def test_only_after_a_list_grew_overwrites_no_other_slide(write_script: WriteScript, tmp_path: Path) -> None:
    def script(items: int) -> Path:
        words = ", ".join(f"{number}째 항목" for number in range(items))
        return write_script(*THREE[:2], f"  - {{layout: list, title: 목록, items: [{words}]}}", *THREE[2:])

    out = tmp_path / "o"
    assert [path.name for path in render(script(4), out, sizes=["square"]).cards] == [f"0{n}.png" for n in range(1, 5)]
    before = digests(out)
    report = render(script(8), out, sizes=["square"], only="3")
    assert (rules(report.findings), report.cards) == (["output-partial-numbers"], ())
    assert digests(out) == before
    assert len(render(script(8), out, sizes=["square"]).cards) == 5
    assert render(script(8), out, sizes=["square"], only="3").ok


@pytest.mark.parametrize("name", ["데이터", " 데이터", unicodedata.normalize("NFD", "데이터")])
def test_a_theme_may_be_called_by_its_korean_name(write_script: WriteScript, name: str) -> None:
    script = write_script(*THREE)
    found = [path.read_bytes() for path in render(script, theme=name).cards]
    assert found == [path.read_bytes() for path in render(script, theme="data").cards]


@pytest.mark.parametrize(
    ("arguments", "rule", "says"),
    [
        ({"only": "x"}, "bad-only", "1,3-5"),
        ({"only": "3-1"}, "bad-only", "3-1"),
        ({"only": "0"}, "bad-only", "0"),
        ({"only": ""}, "bad-only", "1,3-5"),
        ({"only": []}, "bad-only", "1,3-5"),
        ({"only": "1,4"}, "no-such-slide", "no slide 4; the script has 3"),
        ({"only": "2-99"}, "no-such-slide", "no slide 99; the script has 3"),
        ({"only": "5-9"}, "no-such-slide", "no slide 5; the script has 3"),
        ({"only": [0]}, "no-such-slide", "no slide 0"),
        ({"sizes": "100000x100"}, "size-limits", '"100000x100" is out of bounds'),
        ({"sizes": ["sqare"]}, "unknown-size", '"square"'),
        ({"sizes": "sqare"}, "unknown-size", '"square"'),
        ({"sizes": ["10x10"]}, "size-limits", "240"),
        ({"sizes": ["zzz"]}, "unknown-size-list", "portrait"),
        ({"theme": "hop"}, "unknown-theme", '"hope"'),
        ({"theme": "../hope"}, "unknown-theme", '"hope"'),
        ({"theme": "희망차"}, "unknown-theme", '"희망"'),
        ({"theme": "어둠"}, "unknown-theme-list", "강렬, 데이터, 신문, 희망, 현장"),
        ({"jobs": 0}, "bad-jobs", "1 or more"),
    ],
)
def test_wrong_arguments_are_errors(
    write_script: WriteScript, arguments: dict[str, object], rule: str, says: str
) -> None:
    script = write_script(*THREE)
    with pytest.raises(CardnewsError) as caught:
        render(script, **arguments)  # type: ignore[arg-type]
    assert rules(caught.value.findings) == [rule]
    assert says in str(caught.value)
    assert not (script.parent / "out").exists()


def test_a_missing_script_is_a_finding(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "a\0b"):
        report = render(path)
        assert (report.made, report.total, report.ok, report.exit_code) == (0, 0, False, 1)
        assert report.findings
        assert str(path) in report.findings[0].format()
    assert not (tmp_path / "out").exists()


def test_one_bad_slide_costs_one_card(write_script: WriteScript) -> None:
    script = write_script(*THREE)
    assert render(script).made == 3
    script = write_script(*THREE[:2], "  - {layout: statement, text: 둘째, sied: top}", THREE[3])
    report = render(script)
    assert (report.made, report.total, report.exit_code) == (2, 3, 1)
    assert [path.name for path in report.cards] == ["01.png", "03.png"]
    assert [(item.rule, item.slide) for item in report.findings] == [("card-failed-aside", 2), ("unknown-field", 2)]
    assert (report.folder / "02.old.png").is_file()
    assert not (report.folder / "02.png").exists()


def test_no_sound_slide_is_a_report(write_script: WriteScript) -> None:
    report = render(write_script("slides:", "  - {layout: statment, text: 하나}", "  - {layout: covr}"))
    assert (report.made, report.total, report.ok) == (0, 2, False)
    assert {item.rule for item in report.findings} == {"unknown-layout"}


def test_a_script_that_cannot_be_read_leaves_its_cards_alone(write_script: WriteScript) -> None:
    render(write_script(*THREE))
    script = write_script("")
    before = digests(script.parent / "out")
    assert render(script).made == 0
    assert digests(script.parent / "out") == before


def test_every_unreadable_picture_is_found_in_one_run(write_script: WriteScript) -> None:
    lines = [
        "slides:",
        "  - {layout: photo, text: 하나, image: a.png}",
        "  - {layout: photo, text: 둘, image: b.jpg}",
        "  - {layout: photo, text: 셋, image: c.png}",
        "  - {layout: photo, text: 넷, image: good.png}",
        f"  - {{layout: photo, text: {'가' * 1500}, image: a.png}}",
        "  - {layout: photo, text: 여섯, image: none.png}",
    ]
    script = write_script(*lines)
    Image.new("RGB", (400, 300), "red").save(script.with_name("good.png"))
    script.with_name("a.png").write_bytes(b"not a picture")
    script.with_name("b.jpg").write_bytes(b"")
    script.with_name("c.png").write_bytes(script.with_name("good.png").read_bytes()[:60])
    layouts = script.parent / "layouts"
    layouts.mkdir()
    (layouts / "photo.yaml").write_text(
        "fields:\n  text: {type: text}\n  image: {type: image}\n"
        "body:\n  column: [{image: image, id: image, height: 40}, {text: text, role: h1, id: text}]\n",
        "utf-8",
    )
    report = render(script)
    found = [(item.slide, item.rule, item.place.line) for item in report.findings]
    assert [path.name for path in report.cards] == ["04.png"], found
    assert {number for number, rule, _ in found if rule == "unreadable-image"} == {1, 2, 3, 5}
    assert all(item.place.path == str(script) for item in report.findings)
    assert all(line == number + 1 for number, _, line in found if number is not None)
    assert (6, "missing-image") in [pair[:2] for pair in found] or (6, "missing-image-list") in [
        pair[:2] for pair in found
    ]


def test_the_same_bytes_whatever_jobs(governance: Path, tmp_path: Path) -> None:
    one = digests(render(governance, tmp_path / "one").folder)
    for jobs in (2, 3, 50):
        assert digests(render(governance, tmp_path / "n" / str(jobs), jobs=jobs).folder).keys() == one.keys()
        pictures = digests(tmp_path / "n" / str(jobs))
        assert {name: pictures[name] for name in pictures if name.endswith(".png")} == {
            name: one[name] for name in one if name.endswith(".png")
        }


def test_cards_with_photographs_are_made_several_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = ROOT / "examples" / "three-keywords" / "script.yaml"
    threads: dict[str, set[int]] = {}
    whole = Painter.paint

    def paint(self: Painter, frame: Frame) -> Image.Image:
        threads.setdefault(frame.size, set()).add(get_ident())
        return whole(self, frame)

    monkeypatch.setattr(Painter, "paint", paint)
    monkeypatch.setattr(sys.modules["cardnews.render"], "_processors", lambda: 3)
    several = digests(render(script, tmp_path / "several", only="1-4").folder)
    assert get_ident() not in threads.pop("portrait")
    one = digests(render(script, tmp_path / "one", only="1-4", jobs=1).folder)
    assert threads.pop("portrait") == {get_ident()}
    assert several == one
    # One photograph leaves the other threads nothing to do.
    render(script, tmp_path / "last", only="2,6-8")
    assert threads.pop("portrait") == {get_ident()}


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_bytes_in_every_process(governance: Path, seed: str) -> None:
    here = digests(render(governance, governance.parent / "cards").folder)
    code = "import sys, cardnews; cardnews.render(sys.argv[1], sys.argv[2])"
    for path in (governance.parent / "cards").iterdir():
        path.unlink()
    subprocess.run(
        [sys.executable, "-c", code, str(governance), str(governance.parent / "cards")],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdin=subprocess.DEVNULL,
    )
    assert digests(governance.parent / "cards") == here


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_counts_failed_cards_too(write_script: WriteScript, jobs: int) -> None:
    seen: list[tuple[int, int]] = []
    script = write_script(*THREE, "  - {layout: covr}")
    render(script, sizes=["square", "wide"], jobs=jobs, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(number, 8) for number in range(1, 9)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("error", "rule"), [(MemoryError, "out-of-memory"), (ZeroDivisionError, "internal-error")])
def test_a_painter_that_fails_costs_one_card(
    write_script: WriteScript, monkeypatch: pytest.MonkeyPatch, jobs: int, error: type[Exception], rule: str
) -> None:
    whole = Painter.paint

    def paint(self: Painter, frame: object) -> Image.Image:
        if frame.number == 2:  # type: ignore[attr-defined]
            raise error
        return whole(self, frame)  # type: ignore[arg-type]

    monkeypatch.setattr(Painter, "paint", paint)
    report = render(write_script(*THREE), jobs=jobs)
    assert [path.name for path in report.cards] == ["01.png", "03.png"]
    assert [(item.rule, item.slide, item.place.line) for item in report.findings] == [(rule, 2, 3)]


def test_a_slide_that_stops_composing_costs_one_card(
    write_script: WriteScript, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = framing.CardComposer._solve

    def solve(self: framing.CardComposer, job: object, caps: object) -> object:
        if job.slide.number == 3:  # type: ignore[attr-defined]
            raise AssertionError("no")
        return whole(self, job, caps)  # type: ignore[arg-type]

    monkeypatch.setattr(framing.CardComposer, "_solve", solve)
    report = render(write_script(*THREE))
    assert [path.name for path in report.cards] == ["01.png", "02.png"]
    assert [(item.rule, item.slide, item.place.line) for item in report.findings] == [("internal-error", 3, 4)]
    assert "AssertionError: no at test_render.py" in report.findings[0].message()


def test_a_slide_that_stops_composing_does_not_cost_the_others_twice(
    write_script: WriteScript, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = framing.CardComposer._solve
    solved: list[int] = []

    def solve(self: framing.CardComposer, job: object, caps: object) -> object:
        number = job.slide.number  # type: ignore[attr-defined]
        solved.append(number)
        if number == 3:
            raise AssertionError("no")
        return whole(self, job, caps)  # type: ignore[arg-type]

    monkeypatch.setattr(framing.CardComposer, "_solve", solve)
    lines = [f"  - {{layout: cover, title: 제목 {number}}}" for number in range(1, 9)]
    report = render(write_script("slides:", *lines))
    assert report.made == 7
    assert max(solved.count(number) for number in range(1, 9)) <= 2


def test_a_broken_drawing_of_the_authors_costs_one_card(write_script: WriteScript) -> None:
    write_script("<svg", name="art/mine.svg")
    report = render(write_script(*THREE, "  - {layout: cover, title: 넷째, art: mine}"))
    assert not report.ok
    assert report.made == 3
    assert {item.slide for item in report.findings} == {4}


def test_a_broken_layout_of_the_authors_is_a_finding(write_script: WriteScript) -> None:
    write_script("fields: [", name="layouts/mine.yaml")
    report = render(write_script(*THREE, "  - {layout: mine}"))
    assert not report.ok
    assert report.findings


def test_a_broken_theme_of_the_authors_is_a_finding(write_script: WriteScript) -> None:
    write_script("colors: [", name="themes/mine.yaml")
    report = render(write_script(*THREE), theme="mine")
    assert (report.made, report.total, report.ok) == (0, 3, False)
    assert "internal-error" not in rules(report.findings)


def test_a_folder_of_another_script_is_a_finding(write_script: WriteScript, tmp_path: Path) -> None:
    first = render(write_script(*THREE), tmp_path / "o")
    before = digests(first.folder)
    second = render(write_script(*THREE, name="other.yaml"), tmp_path / "o")
    assert (rules(second.findings), second.made, second.total) == (["output-other-script"], 0, 3)
    assert digests(first.folder) == before


def test_the_public_name_is_this_function() -> None:
    assert public_render is sys.modules["cardnews.render"].render

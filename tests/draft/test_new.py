"""`cardnews new`: files, names, exit codes and what is said, and the library's two calls."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cardnews.cli.app import run
from cardnews.compose.series import compose_size
from cardnews.draft.api import draft_script, new_script, script_path
from cardnews.draft.write import SCHEMA
from cardnews.draft.yamltext import entry, scalar
from cardnews.errors import CardnewsError, Language
from cardnews.library import Shelf
from cardnews.reader import load_script, read_script
from cardnews.source.nodes import Mapping, Scalar, read_nodes

CASES = Path(__file__).parents[1] / "cases" / "draft"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CARDNEWS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def errors(path: Path) -> list[str]:
    script = load_script(path)
    found = [*script.findings, *(item for size in script.sizes for item in compose_size(script, size).findings)]
    return [item.format() for item in found if item.severity != "info"]


# -- samples -------------------------------------------------------------------------------------------------------


def test_a_script_to_begin_from_renders_at_once(tmp_path: Path) -> None:
    new = new_script(tmp_path / "동네")
    assert new.path == tmp_path / "동네.yaml"
    assert errors(new.path) == []
    assert 4 <= new.draft.slides <= 6
    layouts = [slide.layout for slide in read_script(new.path).slides]
    assert (layouts[0], layouts[-1]) == ("cover", "closing")


@pytest.mark.parametrize("layout", Shelf().names("layout"))
def test_the_samples_of_every_layout_fit(tmp_path: Path, layout: str) -> None:
    path = new_script(tmp_path / "동네", layouts=[layout]).path
    assert errors(path) == []
    assert read_script(path).slides[0].layout == layout


def test_the_layouts_that_are_named_stand_in_their_order(tmp_path: Path) -> None:
    path = new_script(tmp_path / "동네", layouts=["맺음", "cover"]).path
    assert [slide.layout for slide in read_script(path).slides] == ["closing", "cover"]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_comments_are_in_the_language_that_is_asked_for(lang: Language) -> None:
    comments = "".join(line for line in draft_script(lang=lang).text.splitlines() if line.startswith("# - "))
    assert ("카드 한 장에 하나면" in comments) == (lang == "ko")
    assert ("one on a card is enough" in comments) == (lang == "en")


def test_fields_that_are_not_used_stand_by_as_comments() -> None:
    text = draft_script(layouts=["bubble"]).text
    assert "    # 머리말: …  # 말풍선 위의 짧은 말, 14자까지\n" in text
    assert "    # 방향: 왼쪽 / 오른쪽  # 말한 사람이 선 쪽\n" in text
    used = text.replace("    # 머리말: …", "    머리말: 주민의 말").replace(
        "    # 방향: 왼쪽 / 오른쪽", "    방향: 오른쪽"
    )
    assert load_script(Path("script.yaml"), data=used.encode()).findings == ()


def test_words_of_the_script_are_of_the_language_of_its_comments() -> None:
    for layout in (found.name for found in Shelf(Path()).layouts()):
        korean, english = (draft_script(layouts=[layout], lang=lang).text for lang in ("ko", "en"))
        assert "슬라이드:\n  - 레이아웃: " in korean
        assert "크기: 세로  # [세로, 정사각, 스토리]\n" in korean
        assert f"slides:\n  - layout: {layout}  # " in english
        both = [load_script(Path("script.yaml"), data=text.encode()) for text in (korean, english)]
        assert [[slide.layout for slide in script.slides] for script in both] == [[layout], [layout]]
        assert list(both[0].slides[0].fields) == list(both[1].slides[0].fields)


def test_a_layout_of_ones_own_that_shares_a_korean_name_is_called_by_its_own(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    text = "extends: bubble\nnames: {ko: 말풍선}\n"
    (tmp_path / "layouts" / "speech.yaml").write_text(text, "utf-8")
    found = draft_script(layouts=["speech", "bubble"], folder=tmp_path).text
    script = load_script(tmp_path / "script.yaml", data=found.encode())
    assert [slide.layout for slide in script.slides] == ["speech", "bubble"]


# -- files ---------------------------------------------------------------------------------------------------------


def test_names(tmp_path: Path) -> None:
    (tmp_path / "있는 폴더").mkdir()
    for name, path in (
        ("동네", "동네.yaml"),
        ("동네.yaml", "동네.yaml"),
        ("동네.YML", "동네.YML"),
        ("2026.11", "2026.11.yaml"),
        ("동네/", "동네/script.yaml"),
        ("있는 폴더", "있는 폴더/script.yaml"),
        ("모음/동네", "모음/동네.yaml"),
        (".", "script.yaml"),
    ):
        assert script_path(name) == Path(path)


def test_no_file_is_replaced(tmp_path: Path) -> None:
    taken = tmp_path / "동네.yaml"
    taken.write_text("내가 쓴 글", "utf-8")
    (tmp_path / "링크.yaml").symlink_to(tmp_path / "없다.yaml")
    for name in ("동네", "링크"):
        with pytest.raises(CardnewsError) as error:
            new_script(tmp_path / name)
        assert [item.rule for item in error.value.findings] == ["draft-exists"]
    assert taken.read_text("utf-8") == "내가 쓴 글"
    assert not (tmp_path / "없다.yaml").exists()


def test_the_schema_lies_beside_the_script_and_is_kept(tmp_path: Path) -> None:
    new = new_script(tmp_path / "동네")
    assert new.schema == tmp_path / SCHEMA
    assert new.draft.text.startswith(f"# yaml-language-server: $schema={SCHEMA}\n")
    schema = json.loads(new.schema.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(new.draft.text))
    new.schema.write_text("{}", "utf-8")
    new_script(tmp_path / "이웃")
    assert new.schema.read_text("utf-8") == "{}"


@pytest.mark.parametrize("name", ["press.txt", "event.md", "report.md"])
def test_drafts_hold_to_the_schema(name: str) -> None:
    from cardnews.jsonschema import script_schema

    jsonschema.Draft202012Validator(script_schema()).validate(yaml.safe_load(draft_script(CASES / name).text))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IREAD | stat.S_IEXEC)
    with pytest.raises(CardnewsError) as error:
        new_script(tmp_path / "동네")
    assert [item.rule for item in error.value.findings] == ["draft-not-writable"]


def test_a_refusal_speaks_of_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(CardnewsError) as error:
        new_script(tmp_path / "동네")
    assert [item.rule for item in error.value.findings] == ["draft-not-writable"]
    assert "--out" not in error.value.findings[0].message("ko")


@pytest.mark.parametrize(
    ("name", "rule"), [("", "draft-no-name"), ("   ", "draft-no-name"), ("동\n네", "draft-odd-name")]
)
def test_names_that_are_none(name: str, rule: str) -> None:
    with pytest.raises(CardnewsError) as error:
        new_script(name)
    assert [item.rule for item in error.value.findings] == [rule]
    assert list(Path().iterdir()) == []


def test_names_as_a_shell_takes_them(capsys: Capture) -> None:
    for name, shown in (("-x", "./-x.yaml"), ("우리 동네", "'우리 동네.yaml'"), ("동네", "동네.yaml")):
        assert run(["new", "--lang", "ko", "--", name]) == 0
        assert capsys.readouterr().out.endswith(f"cardnews render {shown}\n")
        assert f"#   cardnews render {shown}\n" in Path(f"{name}.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["가\0나", "가" * 300, "파일/동네"])
def test_names_that_no_disk_takes(tmp_path: Path, name: str) -> None:
    (tmp_path / "파일").write_text("", "utf-8")
    with pytest.raises(CardnewsError):
        new_script(tmp_path / name)


# -- the command ---------------------------------------------------------------------------------------------------


def test_the_command_says_what_to_do_next(capsys: Capture) -> None:
    assert run(["new", "동네", "--lang", "ko"]) == 0
    assert capsys.readouterr() == ("동네.yaml: 슬라이드 5장. 카드를 만들려면: cardnews render 동네.yaml\n", "")
    assert run(["new", "이웃", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert run(["render", "동네.yaml", "--quiet"]) == 0


def test_a_theme_may_be_called_by_its_korean_name() -> None:
    assert run(["new", "동네", "--theme", "데이터", "--quiet"]) == 0
    assert "theme: 데이터" in Path("동네.yaml").read_text("utf-8")
    assert run(["render", "동네.yaml", "--quiet"]) == 0


def test_what_is_wrong_with_the_command(capsys: Capture) -> None:
    for arguments, said in (
        (["동네", "--theme", "hop"], 'unknown theme "hop"; did you mean "hope"?'),
        (["동네", "--theme", "데이타"], 'unknown theme "데이타"; did you mean "데이터"?'),
        (["동네", "--layouts", "cover,clsing"], 'unknown layout "clsing"; did you mean "closing"?'),
    ):
        assert run(["new", *arguments]) == 2
        assert said in capsys.readouterr().err
    assert not Path("동네.yaml").exists()
    assert run(["new", "동네"]) == 0
    assert run(["new", "동네"]) == 2
    assert "동네.yaml is there already" in capsys.readouterr().err


def test_what_is_wrong_with_the_article(capsys: Capture) -> None:
    assert run(["new", "동네", "--from", "없다.md"]) == 1
    assert "there is no file 없다.md" in capsys.readouterr().err
    Path("보도자료.hwp").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)
    assert run(["new", "동네", "--from", "보도자료.hwp", "--lang", "ko"]) == 1
    assert "[다른 이름으로 저장하기]" in capsys.readouterr().err
    assert not Path("동네.yaml").exists()


def test_an_article_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    text = "# 늦게까지 여는 도서관\n\n동네 도서관 여덟 곳이 내년 봄부터 평일 밤 열 시까지 문을 엽니다.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("cp949"))))
    assert run(["new", "동네", "--from", "-"]) == 0
    assert "read as CP949" in capsys.readouterr().err
    assert read_script("동네.yaml").title == "늦게까지 여는 도서관"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run(["new", "-", "--from", "-", "--lang", "ko"]) == 0
    assert "주신 글로 만든 카드뉴스 초안입니다" in capsys.readouterr().out


def test_the_help_fits_a_screen(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("ko", "en"):
        monkeypatch.setenv("CARDNEWS_LANG", language)
        assert run(["new", "--help"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) <= 24
        assert max(map(len, lines)) <= 80


# -- how a script is written ---------------------------------------------------------------------------------------


@given(st.text(min_size=1, max_size=40))
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    """What `tidied` leaves of an article, and any text else, as long as YAML can hold it."""
    lines = [line.strip() for line in text.split("\n")]
    value = "\n".join(line for line in lines if line)
    if not value.isprintable() and not value.replace("\n", "").isprintable():
        value = "".join(letter for letter in value if letter.isprintable()) or "가"
    node, found = read_nodes("\n".join(entry("key", value, 0)) + "\n", "script.yaml")
    assert [item.format() for item in found] == []
    assert isinstance(node, Mapping)
    held = node.entries[0].value
    assert isinstance(held, Scalar)
    assert held.text.rstrip("\n") == value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("동네 도서관", "동네 도서관"),
        ("일시: 12월", '"일시: 12월"'),
        ("“인용”은", "“인용”은"),
        ('그는 "네"라고: 말했다', "'그는 \"네\"라고: 말했다'"),
        ("**강조** 문장", '"**강조** 문장"'),
        ("05:30", '"05:30"'),
        ("1,234", '"1,234"'),
        ("yes", '"yes"'),
        ("#해시", '"#해시"'),
        ("글 #해시", '"글 #해시"'),
        ("글#해시", "글#해시"),
    ],
)
def test_quotes_are_written_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written

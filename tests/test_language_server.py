"""The schema in a real YAML language server: what editors complete, explain and underline in a broken script.

Needs `yaml-language-server` (npm): the program that CARDNEWS_LANGUAGE_SERVER names, or the one on the path.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from cardnews.errors import Language
from cardnews.jsonschema import modeline, schema_text
from cardnews.library import Shelf
from cardnews.reader import SCRIPT_KEYS
from cardnews.schema import is_korean
from cardnews.slidereader import SLIDE_KEYS

SERVER = os.environ.get("CARDNEWS_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(
    SERVER is None or shutil.which("node") is None,
    reason="needs node and yaml-language-server (npm), named by CARDNEWS_LANGUAGE_SERVER or on the path",
)
MOST_SECONDS = 120.0
CURSOR = "¦"
COMMON = {key for key, name in SLIDE_KEYS.items() if name != "layout" and not is_korean(key)}
KOREAN_COMMON = {key for key, name in SLIDE_KEYS.items() if name != "layout" and is_korean(key)}


class Editor:
    """As much of an editor as the questions need: scripts are opened one after the other, each with a cursor."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        assert SERVER is not None
        self.process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # A server that says nothing must not keep the tests waiting.
        self.timer = Timer(MOST_SECONDS, self.process.kill)
        self.timer.start()
        self.asked = self.opened = 0
        self.published: dict[str, list[dict[str, Any]]] = {}
        formats = {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}}
        document = {"completion": formats, "hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}}
        capabilities = {"textDocument": document, "workspace": {"configuration": True}}
        self.ask("initialize", processId=os.getpid(), rootUri=None, capabilities=capabilities)
        self.send(method="initialized", params={})

    def close(self) -> None:
        self.timer.cancel()
        self.process.kill()
        self.process.communicate()

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        self.answer(message)
        return message

    def answer(self, message: Mapping[str, Any]) -> None:
        """What the server wants from the editor."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            told = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
            wanted = (
                message.get("params", {}).get("items", []) if message["method"] == "workspace/configuration" else []
            )
            self.send(id=message["id"], result=[told if item.get("section") == "yaml" else {} for item in wanted])

    def ask(self, method: str, **params: Any) -> Any:
        self.asked += 1
        self.send(id=self.asked, method=method, params=params)
        while True:
            message = self.receive()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def open(self, script: str) -> dict[str, Any]:
        """Open a script below the line for editors; the document and the cursor's place in it."""
        self.opened += 1
        text = f"{modeline()}\n{script}"
        before = text.partition(CURSOR)[0]
        uri = (self.folder / f"script-{self.opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text.replace(CURSOR, "")}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def complete(self, script: str) -> dict[str, dict[str, Any]]:
        found = self.ask("textDocument/completion", **self.open(script))
        return {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found)}

    def hover(self, script: str) -> str:
        return str(self.ask("textDocument/hover", **self.open(script))["contents"]["value"])

    def problems(self, script: str) -> list[tuple[int, int, str]]:
        """Line and column in the script, and what is said about them."""
        uri = self.open(script)["textDocument"]["uri"]
        while uri not in self.published:
            self.receive()
        starts = ((item["range"]["start"], item["message"]) for item in self.published[uri])
        return sorted((start["line"], start["character"] + 1, message) for start, message in starts)


def editor_with(folder: Path, language: Language) -> Iterator[Editor]:
    (folder / "layouts").mkdir()
    (folder / "layouts" / "hours.yaml").write_text(
        "names: {ko: 여는시간, en: Hours}\nfields:\n"
        "  open: {type: text, required: true, ko: 여는때, help: {en: When the door opens, ko: 문을 여는 때}}\n"
        "body: {column: [{text: open}]}\n",
        "utf-8",
    )
    (folder / "cardnews.schema.json").write_text(schema_text(folder, language), "utf-8")
    editor = Editor(folder)
    yield editor
    editor.close()


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    yield from editor_with(tmp_path_factory.mktemp("english"), "en")


@pytest.fixture(scope="module")
def korean_editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    yield from editor_with(tmp_path_factory.mktemp("korean"), "ko")


def said(item: Mapping[str, Any]) -> str:
    documentation = item.get("documentation", "")
    return str(documentation.get("value", "") if isinstance(documentation, dict) else documentation)


# -- completion ----------------------------------------------------------------------------------------------------


def test_settings_are_completed(editor: Editor) -> None:
    found = editor.complete(CURSOR)
    assert set(found) == {key for key in SCRIPT_KEYS if not is_korean(key)}
    assert "colors, type and grounds" in said(found["theme"])
    assert found["theme"]["insertText"].startswith("theme: ")
    again = editor.complete(f"title: 글\n{CURSOR}\nslides:\n  - 글\n")
    assert set(again) == set(found) - {"title", "slides"}


def test_settings_are_completed_in_the_authors_language(editor: Editor, korean_editor: Editor) -> None:
    assert set(editor.complete(f"제목: 글\n{CURSOR}")) == {key for key in SCRIPT_KEYS if is_korean(key)} - {"제목"}
    assert set(korean_editor.complete(CURSOR)) == set(SCRIPT_KEYS)
    assert set(korean_editor.complete(f"title: 글\n{CURSOR}")) == {k for k in SCRIPT_KEYS if not is_korean(k)} - {
        "title"
    }


@pytest.mark.parametrize("name", [*(layout.name for layout in Shelf().layouts()), "hours"])
def test_after_a_layout_its_fields_are_completed_and_no_others(editor: Editor, name: str) -> None:
    layout = Shelf(editor.folder).layout(name)
    assert layout is not None
    found = editor.complete(f"slides:\n  - layout: {name}\n    {CURSOR}\n")
    assert set(found) == {field.name for field in layout.fields} | COMMON
    korean = dict(layout.names)["ko"]
    found = editor.complete(f"slides:\n  - 레이아웃: {korean}\n    {CURSOR}\n\n  - layout: cover\n    title: 글\n")
    assert set(found) == {dict(field.label).get("ko", field.name) for field in layout.fields} | KOREAN_COMMON


def test_fields_are_completed_with_what_they_are_for(editor: Editor) -> None:
    found = editor.complete(f"slides:\n  - layout: bubble\n    te{CURSOR}\n")
    assert "What is said" in said(found["text"])
    assert "Needed" in said(found["text"])
    assert found["side"]["insertText"] == "side: ${1:left}"
    assert "When the door opens" in said(editor.complete(f"slides:\n  - layout: hours\n    {CURSOR}")["open"])


def test_a_new_slide_is_completed(editor: Editor) -> None:
    found = editor.complete(f"slides:\n  - layout: cover\n    title: 글\n\n  - {CURSOR}")
    assert {"layout", "text", "support", "cover", "hours"} <= set(found)
    assert found["compare"]["insertText"] == (
        "layout: compare\n  title: ${1:title}\n  rows:\n    - before: ${2:before}\n      after: ${3:after}"
    )
    found = editor.complete(f"슬라이드:\n  - {CURSOR}")
    assert {"레이아웃", "글", "받침글", "표지", "여는시간"} <= set(found)
    assert found["표지"]["insertText"] == "레이아웃: 표지\n  제목: ${1:제목}"


@pytest.mark.parametrize(
    ("script", "names", "meaning"),
    [
        (f"slides:\n  - layout: {CURSOR}", {"cover", "bubble", "hours"}, ("bubble", "Speech bubble. Fields: text")),
        (f"slides:\n  - 레이아웃: {CURSOR}", {"표지", "말풍선", "여는시간"}, ("말풍선", "Fields: 말, 말한이")),
        (f"theme: {CURSOR}\nslides: [글]", {"hope"}, ("hope", "Grounds: sun, forest")),
        (f"size: {CURSOR}\nslides: [글]", {"portrait", "square"}, ("portrait", "1080x1350")),
        (f"크기: {CURSOR}\nslides: [글]", {"세로", "정사각"}, ("세로", "1080x1350")),
        (f"size: [square, {CURSOR}]\nslides: [글]", {"story", "wide"}, ("story", "1080x1920")),
        (f"platform: {CURSOR}\nslides: [글]", {"instagram", "threads"}, None),
        (f"ignore: {CURSOR}\nslides: [글]", {"small-text", "missing-alt"}, ("small-text", "phone")),
        (f"font: {CURSOR}\nslides: [글]", {"Pretendard", "Gowun Batang"}, None),
        (f"slides:\n  - layout: bubble\n    text: 글\n    side: {CURSOR}", {"left", "right"}, None),
        (f"slides:\n  - layout: bubble\n    text: 글\n    방향: {CURSOR}", {"왼쪽", "오른쪽"}, None),
        (
            f"slides:\n  - layout: bubble\n    text: 글\n    scene: {CURSOR}",
            {"timetable", "hall"},
            ("timetable", "Timetable"),
        ),
        (f"slides:\n  - layout: cover\n    title: 글\n    ground: {CURSOR}", {"sun", "mint"}, ("sun", "#FFCB2E")),
        (f"slides:\n  - layout: cover\n    title: 글\n    footer: {CURSOR}", {"true", "false"}, None),
        (f"slides:\n  - layout: cover\n    title: 글\n    바닥글: {CURSOR}", {"예", "아니요"}, None),
    ],
)
def test_names_are_completed(editor: Editor, script: str, names: set[str], meaning: tuple[str, str] | None) -> None:
    found = editor.complete(script)
    assert names <= set(found)
    if meaning is not None:
        assert meaning[1] in said(found[meaning[0]])


def test_what_stands_inside_a_field_is_completed(editor: Editor) -> None:
    scene = "slides:\n  - layout: bubble\n    text: 글\n    scene:\n      art: timetable\n      "
    assert set(editor.complete(scene + CURSOR)) == {"columns", "rows"}
    rows = "slides:\n  - layout: compare\n    title: 글\n    rows:\n      - before: 전\n        "
    found = editor.complete(rows + CURSOR)
    assert set(found) == {"tag", "after", "before, after"}
    assert found["before, after"]["insertText"] == "after: ${2:after}"
    korean = "slides:\n  - layout: compare\n    title: 글\n    줄:\n      - 앞: 전\n        "
    assert set(editor.complete(korean + CURSOR)) == {"갈래", "뒤", "앞, 뒤"}
    told = "slides:\n  - layout: cover\n    title:\n      text: 글\n      "
    assert set(editor.complete(told + CURSOR)) == {"lines", "series"}


@pytest.mark.parametrize("apart", ["skip: true", "include: closing.yaml"])
def test_a_slide_that_is_skipped_or_of_another_file_is_completed(editor: Editor, apart: str) -> None:
    found = editor.complete(f"slides:\n  - {apart}\n    {CURSOR}")
    assert {"layout", "ground", "notes"} <= set(found)
    assert "instead of the theme" in said(found["ground"])


# -- hover ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (f"br{CURSOR}and: 우리\nslides: [글]", ["brand · 브랜드", "Who publishes it"]),
        (f"slides:\n  - layout: bu{CURSOR}bble\n    text: 글", ["layout · 레이아웃", "`bubble`: Speech bubble"]),
        (
            f"slides:\n  - layout: bubble\n    te{CURSOR}xt: 글",
            ["text · 말", "What is said", "48 characters", "Example:"],
        ),
        (f"slides:\n  - layout: bubble\n    말{CURSOR}: 글", ["text · 말", "What is said"]),
        (f"slides:\n  - layout: bubble\n    te{CURSOR}xt: {{text: 글, lines: 2}}", ["text · 말", "What is said"]),
        (f"slides:\n  - layout: bubble\n    text: {{text: 글, li{CURSOR}nes: 2}}", ["lines · 줄수", "how many lines"]),
        (f"slides:\n  - layout: bubble\n    text: 12:{CURSOR}30", ["text · 말", "What is said"]),
        (
            f"slides:\n  - layout: bubble\n    text: 글\n    si{CURSOR}de: left",
            ["side · 방향", "The speaker", "`right`"],
        ),
        (
            f"slides:\n  - layout: compare\n    title: 글\n    ro{CURSOR}ws: [{{before: 전, after: 후}}]",
            ["rows · 줄", "1 to 8"],
        ),
        (
            f"slides:\n  - layout: compare\n    title: 글\n    rows: [{{be{CURSOR}fore: 전}}]",
            ["before · 앞", "Until now"],
        ),
        (f"slides:\n  - layout: cover\n    title: 글\n    gr{CURSOR}ound: sun", ["ground · 바탕", "rhythm"]),
        (f"slides:\n  - layout: hours\n    op{CURSOR}en: 글", ["open · 여는때", "When the door opens"]),
        (f"slides:\n  - 글{CURSOR}과 글", ["slide · 슬라이드", "A sentence alone becomes a `statement`"]),
    ],
)
def test_hover_explains(editor: Editor, script: str, words: list[str]) -> None:
    found = editor.hover(script)
    assert [word for word in words if word not in found] == []
    assert found.count("Example:") == words.count("Example:") or "Example:" not in words


def test_hover_explains_in_korean(korean_editor: Editor) -> None:
    found = korean_editor.hover(f"slides:\n  - layout: bubble\n    te{CURSOR}xt: 글")
    assert "말풍선 안의 말" in found
    assert "꼭 필요합니다" in found
    assert "What is said" not in found


# -- a broken script -----------------------------------------------------------------------------------------------

BROKEN = """\
title: 겨울 밥상
brnad: 이웃집 부엌
theme: hop
size: [square, sqare]
slides:
  - layout: cover
    titel: 밥은 나눌수록
  - layout: bubbel
    text: 밥 먹었어요?
  - layout: bubble
    text: 밥 먹었어요?
    말: 먹었지요
    side: up
    scene: timetible
  - layout: compare
    title: 저녁
    rows:
      - {before: 혼자}
      - {before: 혼자, after: 함께, afetr: 같이}
  - layout: chips
    title: 겨울 채소
    words: [배추, 무]
  - layout: statement
    text: [속보]
    footer: perhaps
  - 말풍선: 하나
"""


def test_a_broken_script_is_underlined_where_it_is_broken(editor: Editor) -> None:
    found = editor.problems(BROKEN)
    expected = [
        (2, "brnad", "brnad is not allowed"),
        (3, "hop", '"hope"'),
        (4, "sqare", 'Valid values: "portrait"'),
        (6, "layout", 'field "title" is missing'),
        (7, "titel", "titel is not allowed"),
        (8, "bubbel", '"bubble"'),
        (12, "말", "“말” and “text” mean the same"),
        (13, "up", 'Valid values: "left", "right"'),
        (14, "timetible", "no drawing or scene has this name"),
        (18, "{", 'field "after" is missing'),
        (19, "afetr", "afetr is not allowed"),
        (22, "[", "too few items. Expected 6"),
        (24, "[", "text belongs here"),
        (25, "perhaps", 'Expected "boolean"'),
        (26, "말풍선", 'field "text" is missing'),
        (26, "말풍선", "말풍선 is not allowed"),
    ]
    lines = BROKEN.split("\n")
    places = [(line, lines[line - 1].index(word) + 1, words) for line, word, words in expected]
    unsaid = [place for place in places if not any(at[:2] == place[:2] and place[2] in at[2] for at in found)]
    assert unsaid == [], found
    assert len(found) == len(expected), found


def test_a_broken_script_in_korean(korean_editor: Editor) -> None:
    found = korean_editor.problems("슬라이드:\n  - 레이아웃: 표지\n    재목: 밥\n  - 그림: 업음\n    글: 밥\n")
    assert [(line, column) for line, column, _ in found] == [(2, 5), (3, 5), (4, 9)]
    assert any("필드가 없습니다" in message for _, _, message in found)
    assert any("이런 이름의 그림이나 장면이 없습니다" in message for _, _, message in found)


@pytest.mark.parametrize(
    "script",
    [
        "- 첫 장\n- 12:30\n- 2026\n- true\n- layout: cover\n  title: 1.10\n  subtitle:\n",
        "제목: 2024-01-01\n크기: [정사각, 1080x1350]\n슬라이드:\n  - 레이아웃: 표지\n    title: yes\n    바닥글: 네\n",
        "slides:\n  - layout: chips\n    title: {text: 글, lines: 2, series: no}\n    words: 가, 나, 다, 라, 마, 바\n",
        "slides:\n  - layout: bubble\n    text: |\n      두\n      줄\n    side: 왼쪽\n",
        "slides:\n  - layout: bubble\n    말: 글\n    scene: {art: timetable, rows: [{때: 낮, 칸: [가, 나]}]}\n",
        "slides:\n  - layout: compare\n    title: 글\n    rows: [{앞: 전, after: 후}]\n    ground: mint\n",
        "slides:\n  - layout: cover\n    title: 글\n    photo: {file: a.jpg, focus: 왼쪽 위, 저작권: 나}\n",
        "slides:\n  - layout: covr\n    titel: 글\n    skip: true\n  - 글\n",
        "슬라이드:\n  - 레이아웃: 표지\n    건너뛰기: 예\n  - 가져오기: 맺음.yaml\n    제목: 글\n",
    ],
)
def test_a_sound_script_is_not_underlined(editor: Editor, script: str) -> None:
    assert editor.problems(script) == []

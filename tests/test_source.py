"""Scripts as they come from disk: encodings, line ends, stray characters and things that are no files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardnews.source.nodes import read_nodes
from cardnews.source.text import MAX_SCRIPT_BYTES, decode, read_source

TEXT = "title: 협치라는데 왜 내 말은 안 들릴까?\nslides:\n  - layout: cover\n    title: 똠방각하의 펲시콜라\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le-bom", "cp949"]
)
def test_encodings(codec: str) -> None:
    data = b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le") if codec == "utf-32-le-bom" else TEXT.encode(codec)
    text, findings = decode(data, "s.yaml")
    assert text == TEXT
    assert [item.rule for item in findings] == (["read-as-cp949"] if codec == "cp949" else [])


def test_utf16_with_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "s.yaml") == (TEXT, ())


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert decode(TEXT.replace("\n", end).encode(), "s.yaml") == (TEXT, ())


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_breaks_only_yaml_knows_are_spaces(sign: str) -> None:
    text, findings = decode(f"title: 하나{sign}둘\nbrand: **셋\n".encode(), "s.yaml")
    assert text == "title: 하나 둘\nbrand: **셋\n"
    assert not findings
    assert [item.place.line for item in read_nodes(text, "s.yaml")[1]] == [2]


def test_control_characters_are_found_and_reading_goes_on() -> None:
    text, findings = decode("title: 하\x08나\n  둘\x0b셋\n".encode(), "s.yaml")
    assert text == "title: 하 나\n  둘 셋\n"
    assert [(item.rule, item.place.line, item.place.column) for item in findings] == [
        ("control-character", 1, 9),
        ("control-character", 2, 4),
    ]


def test_control_characters_are_reported_five_times_at_most() -> None:
    text, findings = decode(b"a\x08" * 50, "s.yaml")
    assert len(findings) == 5
    assert "\x08" not in text


def test_a_damaged_letter_does_not_make_the_file_cp949() -> None:
    data = TEXT.encode()
    at = data.index("왜".encode())
    _, findings = decode(data[:at] + data[at + 1 :], "s.yaml")
    assert {item.rule for item in findings} == {"broken-character"}
    assert findings[0].place.line == 1


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\x00\x01" * 20, bytes(range(256)) * 4])
def test_pictures_are_no_scripts(data: bytes) -> None:
    assert [item.rule for item in decode(data, "s.yaml")[1]] == ["file-not-text"]


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    text, findings = decode(data, "s.yaml")
    text.encode()
    assert all(item.format("ko") and item.format("en") for item in findings)
    read_nodes(text, "s.yaml")


def rules(path: Path) -> list[str]:
    text, findings = read_source(path, "s.yaml")
    assert text == ""
    assert all(item.format("ko") and item.format("en") for item in findings)
    return [item.rule for item in findings]


def test_what_is_no_readable_file(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_bytes(TEXT.encode())
    assert read_source(file, "s.yaml") == (TEXT, ())
    assert rules(tmp_path / "none.yaml") == ["file-missing"]
    assert rules(file / "below.yaml") == ["file-missing"]
    assert rules(tmp_path) == ["file-is-folder"]
    assert rules(Path("a\0b")) == ["file-unreadable"]
    assert rules(tmp_path / ("x" * 5000)) == ["file-unreadable"]
    file.write_bytes(b"#" * (MAX_SCRIPT_BYTES + 1))
    assert rules(file) == ["file-too-large"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_devices_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert rules(tmp_path / "pipe") == ["file-special"]
    assert rules(Path("/dev/zero")) == ["file-special"]
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert rules(tmp_path / "loop") == ["file-unreadable"]

"""Drawings of an author: what is read, what is refused, and that they crop and turn however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardnews.compose.emit import turned_drawing
from cardnews.drawing import Drawing, read_drawing
from cardnews.errors import CardnewsError
from cardnews.geometry import Rect
from cardnews.svg import draw_svg

ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"'
CIRCLE = '<circle r="100"/>'
SHAPE = '<path class="ink" d="M0 0h10v10H0z"/>'


def drawing(folder: Path, source: str) -> Drawing:
    path = folder / "drawing.svg"
    path.write_text(source, encoding="utf-8")
    return read_drawing(path)


def rule(folder: Path, source: str) -> str:
    with pytest.raises(CardnewsError) as raised:
        drawing(folder, source)
    (found,) = raised.value.findings
    return found.rule


REFUSED = {
    "deep": (f"{ROOT}>{'<g>' * 20_000}{'</g>' * 20_000}</svg>", "art-too-complex"),
    "a little too deep": (f"{ROOT}>{'<g>' * 64}{'</g>' * 64}</svg>", "art-too-complex"),
    "deep in metadata": (
        f'{ROOT} xmlns:x="urn:x"><metadata>{"<x:g>" * 2_000}{"</x:g>" * 2_000}</metadata></svg>',
        "art-too-complex",
    ),
    "many": (f"{ROOT}>{'<g/>' * 5_000}</svg>", "art-too-complex"),
    "dashes": (f'{ROOT}><path stroke-dasharray=".001" d="M0 0H9000"/></svg>', "art-too-complex"),
    "dashes of a group": (
        f'{ROOT}><g stroke-dasharray=".01 .01">{CIRCLE * 100}</g></svg>',
        "art-too-complex",
    ),
    "a long list of dashes": (
        f'{ROOT}><path stroke-dasharray="{".01 " * 5_000}" d="M0 0H9000"/></svg>',
        "art-too-complex",
    ),
    "turbulence": (f'{ROOT}><filter id="f"><feTurbulence numOctaves="2000000"/></filter></svg>', "art-unsafe"),
    "blur": (f'{ROOT}><g filter="blur(900px)">{SHAPE}</g></svg>', "art-unsafe"),
    "blur in style": (f'{ROOT}><g style="fill:red; filter : blur(900px)">{SHAPE}</g></svg>', "art-unsafe"),
    "clip in clip": (
        f'{ROOT}><clipPath id="a"><g clip-path="url(#b)">{SHAPE}</g></clipPath></svg>',
        "art-unsafe",
    ),
    "clip on clip": (f'{ROOT}><clipPath id="a" clip-path="url(#b)">{SHAPE}</clipPath></svg>', "art-unsafe"),
    "doctype": (f'<!DOCTYPE svg [<!ENTITY a "b">]>{ROOT}/>', "art-unsafe"),
    "handler": (f'{ROOT} onload="x()"/>', "art-unsafe"),
    "outside": (f'{ROOT}><path fill="URL(http://example.org/a.svg#b)" d="M0 0h1"/></svg>', "art-unsafe"),
    "no SVG": ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "unreadable-art"),
    "cut": (ROOT, "unreadable-art"),
    "empty": ("", "unreadable-art"),
}
ELEMENTS = "filter mask pattern use image style text script foreignObject animate a symbol marker switch".split()
BOXES = (
    "", "0 0 1.2.3 4", "0 0 1", "0 0 1 1 1", "0 0 1e5 1", "0 0 1 1e9", "0 0 1 51", "0 0 100001 100001", "0 0 0 4",
    "0 0 -4 4", "0 0 nan 4", "0 0 1e999 1e999", "1e9 0 4 4", "a b c d", "0 0 4x 4",
)  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    source, expected = REFUSED[name]
    assert rule(tmp_path, source) == expected


@pytest.mark.parametrize("name", ELEMENTS)
def test_only_shapes_are_drawn(name: str, tmp_path: Path) -> None:
    assert rule(tmp_path, f"{ROOT}><{name}/></svg>") == "art-unsafe"


@pytest.mark.parametrize("box", BOXES)
def test_a_view_box_that_cannot_be_painted(box: str, tmp_path: Path) -> None:
    assert rule(tmp_path, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>') == "unreadable-art"


@pytest.mark.parametrize("head", ["a b c", "1 2", "1 2 0", "1 2 1e9", "nan 1 1", "1 2 3.4.5", ""])
def test_a_head_that_is_no_square(head: str, tmp_path: Path) -> None:
    assert rule(tmp_path, f'{ROOT} data-head="{head}"/>') == "unreadable-art"


GOOD = {
    "declared": f'<?xml version="1.0" encoding="UTF-8"?>\n{ROOT}>{SHAPE}</svg>',
    "another encoding declared": f'<?xml version="1.0" encoding="euc-kr"?>{ROOT}>{SHAPE}</svg>',
    "comments": f'<!-- <svg viewBox="0 0 1 1"> a > b -->\n{ROOT}>{SHAPE}</svg><!-- </svg> 끝 -->\n',
    "single quotes": f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>{SHAPE}</svg>",
    "commas": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0, 10 10">{SHAPE}</svg>',
    "own extent": f'{ROOT} width="1" height="1000000000">{SHAPE}</svg>',
    "angle in an attribute": f'{ROOT} data-note="a > b" data-viewBox="1">{SHAPE}</svg>',
    "mark at the start": f"\ufeff{ROOT}>{SHAPE}</svg>",
    "prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><s:path d="M0 0h10v10H0z"/></s:svg>',
    "lines": f'<svg\n  viewBox = "0 0 10 10"\n  xmlns="http://www.w3.org/2000/svg"\n>{SHAPE}</svg >',
    "from a program": f'{ROOT} xmlns:i="urn:i"><i:view i:zoom="2"/><metadata><i:a/></metadata>{SHAPE}</svg>',
    "gradient": (
        f'{ROOT}><defs><linearGradient id="a"><stop offset="0" stop-color="#000"/></linearGradient></defs>'
        '<path fill="url(#a)" d="M0 0h10v10H0z"/></svg>'
    ),
    "clip": f'{ROOT}><clipPath id="c"><rect width="9" height="9"/></clipPath><g clip-path="url(#c)">{SHAPE}</g></svg>',
    "dashed": f'{ROOT}>{SHAPE}<path stroke="#000" stroke-dasharray="1 2" d="M0 5h10"/></svg>',
}


@pytest.mark.parametrize("name", GOOD)
def test_drawn_cropped_and_turned_however_it_is_written(name: str, tmp_path: Path) -> None:
    found = drawing(tmp_path, GOOD[name])
    whole = draw_svg(found.source, "", 20, 20, name)
    assert (whole.size, whole.getpixel((10, 10)), whole.getpixel((1, 1))) == ((20, 20), (0, 0, 0, 255), (0, 0, 0, 255))
    cropped = draw_svg(found.cropped((-10, 0, 20, 20)), "", 20, 20, name)
    assert (cropped.getpixel((5, 5)), cropped.getpixel((15, 5))) == ((0, 0, 0, 0), (0, 0, 0, 255))
    source, rect = turned_drawing(found, 45, Rect(0, 0, 20, 20))
    turned = draw_svg(source, "", round(rect.width), round(rect.height), name)
    assert turned.size == (28, 28)
    assert (turned.getpixel((14, 3)), turned.getpixel((2, 2))) == ((0, 0, 0, 255), (0, 0, 0, 0))


def test_an_empty_drawing_is_drawn(tmp_path: Path) -> None:
    found = drawing(tmp_path, f"{ROOT}/>")
    assert draw_svg(turned_drawing(found, 30, Rect(0, 0, 8, 8))[0], "", 8, 8, "empty").getbbox() is None


def test_classes_and_head(tmp_path: Path) -> None:
    found = drawing(tmp_path, f'{ROOT} data-head="-1 2 4.5">{SHAPE}</svg>')
    assert found.classes == frozenset(["ink"])
    assert found.head == (-1, 2, 4.5)


def test_many_shapes_with_gradients_are_too_complex(tmp_path: Path) -> None:
    """Each shape that a gradient fills costs a tenth of a second, so 200 of them would take a card half a minute."""
    shapes = '<rect width="9" height="9" fill="url(#g)"/>' * 200
    path = tmp_path / "many.svg"
    gradient = '<radialGradient id="g"><stop offset="0"/><stop offset="1"/></radialGradient>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{gradient}{shapes}</svg>', "utf-8")
    with pytest.raises(CardnewsError) as caught:
        read_drawing(path)
    assert [item.rule for item in caught.value.findings] == ["art-too-complex"]

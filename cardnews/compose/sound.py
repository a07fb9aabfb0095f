"""Composing what can be composed: a slide that stops all others is found, answered and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from cardnews.compose.memo import Memo
from cardnews.compose.series import Composed, compose_size
from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.library import Shelf
from cardnews.reader import load_script
from cardnews.script import DEFAULT_THEME, Script, Size, Slide
from cardnews.text.fontbook import FontBook
from cardnews.values import ArtValue, GroupValue, ImageValue, ListValue, Value


def compose_sound(
    script: Script,
    size: Size,
    *,
    shelf: Shelf,
    theme: str | None = None,
    only: Iterable[int] | None = None,
    codes: bool = True,
    book: FontBook | None = None,
    memo: Memo | None = None,
) -> Composed:
    """As `compose_size`, without its exceptions: what went wrong is in the findings, with the slide and its field.

    Any exception that is not the library's own is a mistake of cardnews, and is answered as one.
    """
    wanted = None if only is None else tuple(only)
    known = Memo() if memo is None else memo
    stopped: dict[int, Exception] = {}

    def composed() -> Composed:
        skip, had = frozenset(stopped), len(stopped)
        found = compose_size(
            script,
            size,
            theme=theme,
            only=wanted,
            skip=skip,
            shelf=shelf,
            codes=codes,
            book=book,
            memo=known,
            stopped=stopped,
        )
        # What the others share must not depend on a slide without a card.
        return found if len(stopped) == had else composed()

    try:
        rest = composed()
    except Exception as error:
        rest = Composed(size, (), tuple(slide.number for slide in script.slides), answer(error))
    slides = (slide for slide in script.slides if slide.number in stopped)
    found = [item for slide in slides for item in of_slide(slide, answer(stopped[slide.number]))]
    return replace(rest, findings=(*found, *rest.findings))


def read_sound(path: Path, shelf: Shelf) -> Script:
    """As `load_script`, without its exceptions."""
    try:
        return load_script(path, shelf)
    except Exception as error:
        place = Place(str(path))
        found = (replace(item, place=item.place if item.place.path else place) for item in answer(error))
        return Script(path, "", "", "", DEFAULT_THEME, (), (), findings=tuple(found))


def answer(error: Exception) -> tuple[Finding, ...]:
    """An exception as findings: the library's own says them itself, any other is a mistake of cardnews."""
    if isinstance(error, CardnewsError):
        return error.findings
    if isinstance(error, MemoryError):
        return (finding("out-of-memory"),)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    return (finding("internal-error", what=f"{type(error).__name__}: {error}{where}"),)


def of_slide(slide: Slide, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings as those of `slide`, at the field they are about where that is known."""
    for item in findings:
        name = dict(item.values).get("name")
        place = next((value.place for shown, value in files_in(slide.fields.values()) if shown == name), slide.place)
        known = item.place if item.place.line else place
        yield replace(item, place=known, slide=slide.number, layout=slide.called or slide.layout)


def files_in(values: Iterable[Value]) -> Iterator[tuple[str, ImageValue | ArtValue]]:
    """Every picture and drawing in a slide's fields, by the name that a finding calls it."""
    for value in values:
        match value:
            case ImageValue():
                yield value.path.name, value
            case ArtValue():
                yield value.name, value
                yield from files_in(value.fields.values())
            case ListValue():
                yield from files_in(value.items)
            case GroupValue():
                yield from files_in(value.fields.values())

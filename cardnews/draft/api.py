"""`draft_script` and `new_script`: a script of sample words or of an article's, as text and as a file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardnews.arguments import ArgumentError, theme_named
from cardnews.draft.outline import Outline
from cardnews.draft.plan import plan
from cardnews.draft.source import read_article, read_bytes
from cardnews.draft.starter import SAMPLE_PICTURE, sample_cards, starting_layouts
from cardnews.draft.structure import article_of
from cardnews.draft.write import SCHEMA, Head, script_text
from cardnews.errors import CardnewsError, Finding, Language, Place, finding
from cardnews.export.disk import answered
from cardnews.layout import Layout
from cardnews.library import Shelf
from cardnews.schema import Checker
from cardnews.script import DEFAULT_THEME

_SUFFIXES = (".yaml", ".yml")


class Draft(Struct, frozen=True):
    """The text of a new script, the number of its slides, and what there is to say about it."""

    text: str
    slides: int
    findings: tuple[Finding, ...] = ()


class NewScript(Struct, frozen=True):
    """A new script at `path`, and the schema beside it that editors read (None where it could not be written)."""

    path: Path
    draft: Draft
    schema: Path | None = None


def draft_script(
    source: str | Path | None = None,
    *,
    text: str | bytes | None = None,
    theme: str | None = None,
    layouts: Sequence[str] | None = None,
    lang: Language = "ko",
    folder: str | Path | None = None,
    name: str = "script.yaml",
) -> Draft:
    """The text of a new script that renders at once, with comments in `lang`.

    It is made from the article at `source` (Markdown, plain text, DOCX, HWPX), or from `text`, its words or its bytes;
    from neither, it holds the layouts' own samples. `layouts` are those it may use. `folder` is where it will stand:
    layouts, themes and pictures there are found; `name` is its file's name, for its comments.

    Raises:
        CardnewsError: where the article cannot be read, a name is unknown, or no layout takes the text.
    """
    place = Path(folder) if folder is not None else Path()
    shelf = Shelf(place)
    if theme is not None:
        theme_named(theme, shelf)
    chosen = _layouts(layouts, shelf)
    head = Head(lang, name, theme or DEFAULT_THEME)
    if source is None and text is None:
        cards = sample_cards(chosen if layouts is not None else starting_layouts(chosen))
        return Draft(_tidied(script_text(head, cards, shelf, optional=True), place), len(cards))
    if text is not None:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
        found, said = read_bytes(data, str(source or "-"), Path(source or "").suffix.casefold())
    else:
        assert source is not None
        found, said = read_article(Path(source))
    dividers = [suit for layout in chosen for suit in layout.suits if suit.kind == "section"]
    divides = bool(dividers) and all("lead" in (part for _, part in suit.pairs) for suit in dividers)
    outline = Outline(article_of(found), divides)
    meta = dict(found.meta)
    head = replace(
        head,
        article=Path(source).name if source is not None else "-",
        title=outline.front.title.text,
        brand=meta.get("brand", ""),
        series=meta.get("series", ""),
    )
    head, planned, more = plan(outline, chosen, head, place, shelf)
    return Draft(_tidied(script_text(head, planned, shelf), place), len(planned), (*said, *more))


def _tidied(text: str, folder: Path) -> str:
    """The text as `cardnews fmt` writes it, so that tidying a new script changes nothing."""
    from cardnews.tidy import format_script

    return format_script(text, folder=folder).text


def new_script(
    name: str | Path,
    source: str | Path | None = None,
    *,
    text: str | bytes | None = None,
    theme: str | None = None,
    layouts: Sequence[str] | None = None,
    lang: Language = "ko",
) -> NewScript:
    """Write a new script: `draft_script` in a file of that name, or `script.yaml` in that folder.

    A name without a suffix gets `.yaml`; one that ends with a slash, or names a folder that is there, is a folder.
    No file is ever replaced.

    Raises:
        CardnewsError: as `draft_script`, and where the file is there already or cannot be written.
    """
    _require_name(str(name))
    path = script_path(name)
    with _written(path):
        there = path.exists() or path.is_symlink()
    if there:
        raise ArgumentError([finding("draft-exists", Place(str(path)), path=path)])
    draft = draft_script(source, text=text, theme=theme, layouts=layouts, lang=lang, folder=path.parent, name=path.name)
    with _written(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                file.write(draft.text.encode("utf-8"))
        except FileExistsError:
            raise ArgumentError([finding("draft-exists", Place(str(path)), path=path)]) from None
    if source is None and text is None and SAMPLE_PICTURE in draft.text:
        _add_sample_picture(path.with_name(SAMPLE_PICTURE))
    return _with_schema(path, draft, lang)


def script_path(name: str | Path) -> Path:
    """The file that a name given to `new_script` means."""
    path = Path(name)
    if str(name).endswith(("/", os.sep)) or not path.name or _is_folder(path):
        return path / "script.yaml"
    return path if path.suffix.casefold() in _SUFFIXES else path.with_name(f"{path.name}.yaml")


def _require_name(name: str) -> None:
    """ArgumentError for a name that is blank, or holds characters that break lines or cannot be seen."""
    if not name.strip():
        raise ArgumentError([finding("draft-no-name", Place())])
    if not name.isprintable():
        shown = "".join(letter if letter.isprintable() else "�" for letter in name)
        raise ArgumentError([finding("draft-odd-name", Place(), name=shown)])


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Whatever the disk refuses within becomes a CardnewsError that speaks of the script rather than of pictures."""
    try:
        with answered(path):
            yield
    except ArgumentError:
        raise
    except CardnewsError as error:
        refused = error.findings[0].rule
        if refused == "output-not-writable":
            raise CardnewsError([finding("draft-not-writable", Place(str(path)), path=path.parent)]) from error
        if refused == "output-not-a-folder":
            raise CardnewsError([finding("draft-not-a-folder", Place(str(path)), path=path.parent)]) from error
        raise


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _add_sample_picture(path: Path) -> None:
    """Write the picture that samples name, unless a file of that name is there."""
    from cardnews.samples.slides import PICTURE, PLACE

    with _written(path), suppress(FileExistsError), path.open("xb") as file:
        file.write(PLACE.with_name(PICTURE).read_bytes())


def _with_schema(path: Path, draft: Draft, lang: Language) -> NewScript:
    """Write what editors know of scripts beside a new one, unless it is there."""
    from cardnews.jsonschema.script import schema_text

    schema = path.with_name(SCHEMA)
    try:
        with answered(schema):
            if not schema.exists() and not schema.is_symlink():
                with schema.open("x", encoding="utf-8") as file:
                    file.write(schema_text(path.parent, lang))
    except CardnewsError:
        said = finding("draft-no-schema", Place(str(schema)), path=schema)
        return NewScript(path, replace(draft, findings=(*draft.findings, said)))
    return NewScript(path, draft, schema)


def _layouts(names: Sequence[str] | None, shelf: Shelf) -> tuple[Layout, ...]:
    """The layouts of those names, or all that are at hand: the folder's own first."""
    if names is None:
        own = shelf.library.folder
        found = list(shelf.layouts())
        return tuple(sorted(found, key=lambda layout: own is None or own not in layout.path.parents))
    checker = Checker()
    chosen: list[Layout] = []
    for name in [names] if isinstance(names, str) else names:
        layout = checker.named("unknown-layout", Place(), shelf.layout, name.strip(), shelf.layout_names)
        if layout is not None:
            chosen.append(layout)
    if checker.findings:
        raise ArgumentError(checker.findings)
    return tuple({layout.name: layout for layout in chosen}.values()) or tuple(shelf.layouts())

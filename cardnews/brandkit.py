"""Brand kits: a theme in the colors of an organization, written as a file that extends one of those at hand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from cardnews.arguments import ArgumentError, theme_named
from cardnews.assets import is_name
from cardnews.brandcolors import BrandColors, brand_colors
from cardnews.color import Color, is_color, parse_color
from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.export import disk
from cardnews.library import Shelf
from cardnews.logos import read_logo
from cardnews.theme import Theme
from cardnews.themetree import read_theme_tree, written_colors

_LOGOS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")


class NewTheme(Struct, frozen=True):
    """What was written: the theme's file, and the files of its logo."""

    path: Path
    logos: tuple[Path, ...] = ()


class ThemeRecord(Struct, frozen=True):
    """A theme at hand: what scripts call it, what people do (language and name), the grounds that a slide may name, and
    the themes it extends; `own` that it is not shipped."""

    name: str
    names: tuple[tuple[str, str], ...]
    grounds: tuple[str, ...]
    bases: tuple[str, ...]
    own: bool
    path: Path

    def as_json(self) -> dict[str, object]:
        """The record as JSON can hold it."""
        return {
            "name": self.name,
            "names": dict(self.names),
            "grounds": list(self.grounds),
            "extends": list(self.bases),
            "own": self.own,
            "path": str(self.path),
        }


def list_themes(folder: str | Path | None = None) -> tuple[tuple[ThemeRecord, ...], tuple[Finding, ...]]:
    """The themes at hand by name, those beside the script in `folder` and the user's among them, and what is wrong with
    files that cannot be read."""
    shelf = Shelf(None if folder is None else Path(folder))
    found: list[ThemeRecord] = []
    findings: list[Finding] = []
    for name in shelf.names("theme"):
        path = shelf.library.find("theme", name)
        try:
            theme = shelf.theme(name)
        except CardnewsError as error:
            findings.extend(error.findings)
            continue
        if theme is not None and path is not None:
            own = path.parent != shelf.library.folders("theme")[-1]
            grounds = tuple(dict.fromkeys(theme.order))
            found.append(ThemeRecord(name, theme.names, grounds, theme.bases, own, path))
    return tuple(found), tuple(findings)


def new_theme(
    name: str,
    *,
    base: str = "hope",
    color: str | None = None,
    logo: str | Path | None = None,
    dark_logo: str | Path | None = None,
    folder: str | Path | None = None,
) -> NewTheme:
    """Write `themes/NAME.yaml` in `folder`, by default the working one: the theme `base` in the hue of `color`
    (`#RRGGBB`), with a `logo` (SVG or a picture) where its mark stands, and another one for dark grounds if there is.

    Every color of text has a contrast of 4.5 with its ground (WCAG 2.2); the cover has `color` itself where that of the
    base has a color of its own. The logo is copied beside the theme.

    Raises:
        CardnewsError: where a name, color, base or logo cannot be used, or there is a theme, or another logo, of that
            name already; nothing is written then.
    """
    home = Path(folder) if folder is not None else Path()
    shelf = Shelf(home)
    name = normalize("NFC", name)
    if not is_name(name):
        raise ArgumentError([finding("theme-name", name=name)])
    taken = name in shelf.names("theme") or name in shelf.korean_names("theme")
    if taken and not os.path.lexists(home / "themes" / f"{name}.yaml"):
        raise ArgumentError([finding("theme-taken", name=name)])
    if color is not None and not is_color(color):
        raise ArgumentError([finding("bad-color", name=color)])
    theme = shelf.theme(theme_named(base, shelf))
    assert theme is not None
    colors = None
    if color is not None and (source := shelf.library.find("theme", theme.name)) is not None:
        tree, _, _ = read_theme_tree(source, shelf.library)
        colors = brand_colors(theme, written_colors(tree), parse_color(color))
    path = home / "themes" / f"{name}.yaml"
    logos = {key: Path(file) for key, file in (("light", logo), ("dark", dark_logo)) if file is not None}
    for file in logos.values():
        _check_logo(file)
    ends = {"light": "-logo", "dark": "-logo-dark"}
    copies = {key: path.with_name(f"{name}{ends[key]}{file.suffix.casefold()}") for key, file in logos.items()}
    lines = "\n".join(_lines(name, theme, colors, copies)) + "\n"
    made: list[Path] = []
    try:
        with disk.answered(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not _created(path, lines.encode(), made):
                raise CardnewsError([finding("theme-exists", Place(str(path)), name=name)])
            for key, target in copies.items():
                data = logos[key].read_bytes()
                same = disk.digest_at(target) == sha256(data).hexdigest()
                if not (same or _created(target, data, made)):
                    raise CardnewsError([finding("logo-exists", Place(str(target)), name=target.name)])
    except BaseException:
        for file in made:
            with suppress(OSError):
                file.unlink()
        raise
    return NewTheme(path, tuple(copies.values()))


def _created(path: Path, data: bytes, made: list[Path]) -> bool:
    """Whether a file of `data` could be made where nothing was, not even a link; it is then one of those `made`."""
    try:
        with path.open("xb") as opened:
            made.append(path)
            opened.write(data)
    except FileExistsError:
        return False
    return True


def _check_logo(path: Path) -> None:
    if path.suffix.casefold() not in _LOGOS or not path.is_file():
        known = ", ".join(_LOGOS)
        rule = "logo-format" if path.is_file() else "logo-missing"
        raise ArgumentError([finding(rule, name=str(path), known=known)])
    read_logo(path)


def _lines(name: str, theme: Theme, colors: BrandColors | None, logos: Mapping[str, Path]) -> Iterator[str]:
    """The file, line by line."""
    yield f"extends: {theme.name}"
    yield f"names: {{ko: {name}, en: {name}}}"
    if "dark" in logos:
        yield "logo: {" + ", ".join(f"{key}: {file.name}" for key, file in logos.items()) + "}"
    elif logos:
        yield f"logo: {logos['light'].name}"
    if colors is None:
        return
    yield f"colors: {_flow(colors.colors)}"
    if colors.art:
        yield f"art: {_flow(colors.art)}"
    said = {key: (roles, colors.ground_art[key]) for key, roles in colors.grounds.items()}
    if any(roles or art for roles, art in said.values()):
        yield "grounds:"
    for key, (roles, art) in said.items():
        if roles or art:
            yield f"  {key}: {_flow(roles, art)}"
    if colors.order:
        yield f"rhythm: {{order: [{', '.join(colors.order)}], repeat: {'allowed' if theme.repeat else 'never'}}}"
    if colors.tones:
        tones = (f"{key}: [{', '.join(map(_quoted, tone))}]" for key, tone in colors.tones.items())
        yield f"tones: {{{', '.join(tones)}}}"


def _flow(colors: Mapping[str, Color], art: Mapping[str, Color] | None = None) -> str:
    said = [f"{key}: {_quoted(value)}" for key, value in colors.items()]
    return "{" + ", ".join([*said, *([f"art: {_flow(art)}"] if art else [])]) + "}"


def _quoted(color: Color) -> str:
    return f'"{color.hex}"'

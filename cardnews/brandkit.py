"""Brand kits: a theme in the colors of an organization, written as a file that extends one of those at hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cardnews.arguments import ArgumentError, theme_named
from cardnews.assets import is_name
from cardnews.color import Color, contrast, is_color, mix, parse_color
from cardnews.errors import CardnewsError, Finding, Place, finding
from cardnews.export import disk
from cardnews.library import Shelf
from cardnews.logos import read_logo
from cardnews.oklab import Oklch, from_oklch, readable, to_oklch
from cardnews.theme import Ground, Theme
from cardnews.themereader import DERIVED, LEAST

# Hues other than the brand's stay as far apart as this share of what they were, so that a deck keeps its rhythm.
_APART, _FARTHEST = 0.3, 22.0  # degrees at most
_GRAY = 0.035  # chroma below which a color has no hue of its own
_LOGOS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")
_READ = ("text", "muted", "accent")


@dataclass(frozen=True, slots=True)
class NewTheme:
    """What was written: the theme's file, and the files of its logo."""

    path: Path
    logos: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeRecord:
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

    Every color of text has a contrast of 4.5 with its ground (WCAG 2.2); `color` itself takes the place of that of the
    base's colors which is nearest to it in lightness. The logo is copied beside the theme.

    Raises:
        CardnewsError: where a name, color, base or logo cannot be used, or there is a theme of that name already.
    """
    home = Path(folder) if folder is not None else Path()
    shelf = Shelf(home)
    if not is_name(name):
        raise ArgumentError([finding("theme-name", name=name)])
    if color is not None and not is_color(color):
        raise ArgumentError([finding("bad-color", name=color)])
    theme = shelf.theme(theme_named(base, shelf))
    assert theme is not None
    path = home / "themes" / f"{name}.yaml"
    logos = [Path(file) for file in (logo, dark_logo) if file is not None]
    for file in logos:
        _check_logo(file)
    with disk.answered(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        copies = tuple(
            _copied(file, path.with_name(f"{name}-logo{end}{file.suffix.casefold()}"))
            for file, end in zip(logos, ("", "-dark"), strict=False)
        )
        lines = "\n".join(_lines(name, theme, None if color is None else parse_color(color), copies)) + "\n"
        try:
            with path.open("x", encoding="utf-8") as opened:
                opened.write(lines)
        except FileExistsError:
            raise CardnewsError([finding("theme-exists", Place(str(path)), name=name)]) from None
    return NewTheme(path, copies)


def _check_logo(path: Path) -> None:
    if path.suffix.casefold() not in _LOGOS or not path.is_file():
        known = ", ".join(_LOGOS)
        rule = "logo-format" if path.is_file() else "logo-missing"
        raise ArgumentError([finding(rule, name=str(path), known=known)])
    read_logo(path)


def _copied(source: Path, target: Path) -> Path:
    if source.resolve() != target.resolve():
        shutil.copyfile(source, target)
    return target


def _lines(name: str, theme: Theme, color: Color | None, logos: tuple[Path, ...]) -> Iterator[str]:
    """The file, line by line."""
    yield f"extends: {theme.name}"
    yield f"names: {{ko: {name}, en: {name}}}"
    if len(logos) == 2:
        yield f"logo: {{light: {logos[0].name}, dark: {logos[1].name}}}"
    elif logos:
        yield f"logo: {logos[0].name}"
    if color is None:
        return
    colors = recolored(theme, color)
    changed = {key: colors[old] for key, old in theme.colors.items() if colors[old] != old}
    yield "colors: {" + ", ".join(f'{key}: "{value.hex}"' for key, value in changed.items()) + "}"
    grounds = {ground.name: dict(_own(theme, ground, colors)) for ground in theme.grounds.values()}
    if any(grounds.values()):
        yield "grounds:"
    for key, roles in grounds.items():
        if roles:
            yield f"  {key}: {{" + ", ".join(f'{role}: "{value.hex}"' for role, value in roles.items()) + "}"


def recolored(theme: Theme, color: Color) -> Mapping[Color, Color]:
    """Every color of a theme in the hue of a brand's `color`, which takes the place of one of the grounds' fills."""
    fills = [theme.grounds[name].colors["fill"] for name in theme.order]
    brand = to_oklch(color)
    signs = [fill for fill in fills if to_oklch(fill).chroma >= _GRAY] or fills
    key = min(signs, key=lambda fill: abs(to_oklch(fill).lightness - brand.lightness))
    known = {*theme.colors.values(), *(one for ground in theme.grounds.values() for one in ground.colors.values())}
    return {one: color if one == key else from_oklch(_turned(to_oklch(one), to_oklch(key), brand)) for one in known}


def _turned(color: Oklch, key: Oklch, brand: Oklch) -> Oklch:
    """A color of the base beside the brand's as it is beside the `key` color, its lightness kept."""
    apart = _APART * ((color.hue - key.hue + 180) % 360 - 180)
    apart = min(_FARTHEST, max(-_FARTHEST, apart))
    strength = min(1.3, max(0.15, brand.chroma / max(key.chroma, 1e-6)))
    if color.chroma < _GRAY:
        return Oklch(color.lightness, color.chroma * min(strength, 1.0), brand.hue)
    return Oklch(color.lightness, color.chroma * strength, (brand.hue + apart) % 360)


def _own(theme: Theme, ground: Ground, colors: Mapping[Color, Color]) -> Iterator[tuple[str, Color]]:
    """The colors that a ground must say itself: those that are none of the theme's by name, and those that could not
    be read any more."""
    named = set(theme.colors.values())
    fill = colors[ground.colors["fill"]]
    for role, old in ground.colors.items():
        if role in theme.colors or role == "fill":
            continue
        new = colors[old]
        if role in _READ and contrast(new, fill) < LEAST:
            yield role, readable(new, fill, LEAST) or new
        elif (old not in named and role not in DERIVED) or (
            old not in named and new != old and not _is_derived(ground, role)
        ):
            yield role, new


def _is_derived(ground: Ground, role: str) -> bool:
    """Whether a color follows from the ground's text and fill, as that of its base does."""
    return role in DERIVED and mix(ground.colors["text"], ground.colors["fill"], DERIVED[role]) == ground.colors[role]

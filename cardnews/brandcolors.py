"""The colors of a theme in those of a brand: which ground carries the brand's own, and what each other one becomes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from msgspec import Struct

from cardnews.brandshades import SEEN, STEPS, band, beside, shade
from cardnews.color import Color, contrast, is_color, luminance, mix, parse_color
from cardnews.oklab import Oklch, from_oklch, readable, to_oklch
from cardnews.theme import Ground, Theme
from cardnews.themereader import DERIVED, LEAST
from cardnews.themetree import Written

# Hues other than the brand's stay as far apart as this share of what they were, so that a deck keeps its rhythm.
_APART, _FARTHEST = 0.2, 14.0  # degrees at most
_GRAY = 0.035  # chroma below which a color has no hue of its own
_LIKE, _NEAR, _FAR = 40.0, 0.12, 0.4  # degrees, and lightness: shades of one color move together, those far away do not
_PALER = 0.8  # of the brand's chroma, which no other color outdoes
_MUDDY = 0.45
_SHAPE = 3.0  # contrast with the fill below which a color is a shape's; above it, it may be read (WCAG 2.2, 1.4.11)
_SHARP = 4.0  # contrast from which a color needs little to be an accent
_KEY = 2.0  # contrast of a chart's key part with the ground
_BODY = ("skin", "hair", "mouth")  # of people in illustrations
_PLATES = ("surface", "turn")  # roles that stand for grounds of their own
_SERIES = ("data-1", "data-2", "data-3", "data-4")
_READ = ("muted", "accent", "second", "quiet")  # roles of texts
_ROOM = 6.5  # contrast of a text with its ground that allows for a panel between the two
_PANELS = ("highlight", "tint", "cell", "glow")  # roles of shapes that texts stand on
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


class BrandColors(Struct, frozen=True):
    """What a theme that extends another must say to have a brand's colors; `order` is that of the grounds, none where
    it stays."""

    colors: Mapping[str, Color]
    art: Mapping[str, Color]
    grounds: Mapping[str, Mapping[str, Color]]
    ground_art: Mapping[str, Mapping[str, Color]]
    tones: Mapping[str, tuple[Color, ...]]
    order: tuple[str, ...] = ()


def brand_colors(theme: Theme, written: Written, color: Color) -> BrandColors:
    """The colors of `theme`, which writes them so, in those of a brand.

    The ground in whose place the brand's `color` stands is the one of the cover, where that has a color of its own and
    text can be read on it; else one that is as dark or light as the brand takes its place in the order. Every color of
    text has a contrast of 4.5 with its ground (WCAG 2.2).
    """
    return _Dyer(theme, written, color).all()


class _Dyer:
    """Turns one theme's colors into a brand's."""

    def __init__(self, theme: Theme, written: Written, brand: Color) -> None:
        self.theme = theme
        self.written = written
        self.brand = brand
        self.own = to_oklch(brand)
        self.same: dict[Color, Color] = {}  # colors that the brand's takes the place of
        self.seat = self._seat()  # the ground that the brand's color fills
        self.recipe = self._recipe()  # the ground whose roles that one has
        grounds = self.theme.grounds
        fill = grounds[self.seat].colors["fill"] if self.seat else None
        fills = {grounds[name].colors["fill"] for name in self.theme.order}
        if fill is not None and _is_colored(fill):
            key = fill
        else:
            accents = [ground.colors["accent"] for ground in self._ordered() if "accent" in ground.colors]
            choices = [one for one in (*fills, *accents) if _is_colored(one)] or [*fills]
            key = min(choices, key=self._apart)
        self.key = to_oklch(key)  # the color of the theme that the brand's stands for
        self.same = dict.fromkeys(self._replaced(key, fill, fills), self.brand)
        self.moved = fill in self.same  # whether shades of the brand's go with it

    def _replaced(self, key: Color, fill: Color | None, fills: set[Color]) -> Iterator[Color]:
        """The colors of the theme that are the brand's wherever they stand."""
        texts = {ground.colors["text"] for ground in self.theme.grounds.values()}
        # What is text on one ground cannot be a brand's color, which may be a light one.
        if self.seat == self.recipe and key not in texts and (key == fill or key not in fills):
            yield key
            return
        for ground in self._ordered():
            accent = ground.colors.get("accent", key)
            sharp = contrast(self.brand, ground.colors["fill"]) >= _SHARP
            if ground.name != self.seat and sharp and _is_colored(accent) and accent not in {*texts, *fills}:
                yield accent

    # -- which ground ----------------------------------------------------------------------------------------------

    def _ordered(self) -> list[Ground]:
        return [self.theme.grounds[name] for name in dict.fromkeys(self.theme.order)]

    def _apart(self, color: Color) -> float:
        return abs(to_oklch(color).lightness - self.own.lightness)

    @property
    def _dark(self) -> bool:
        return contrast(_WHITE, self.brand) >= LEAST

    def _signature(self) -> Ground | None:
        """The ground of the cover, where it has a color of its own."""
        first = self.theme.grounds[self.theme.order[0]]
        return first if _is_colored(first.colors["fill"]) else None

    def _alike(self, *, colored: bool = False) -> list[Ground]:
        """The grounds that are as dark or as light as the brand."""
        found = [ground for ground in self._ordered() if _is_dark(ground) == self._dark]
        return [ground for ground in found if not colored or _is_colored(ground.colors["fill"])]

    def _seat(self) -> str:
        signature = self._signature()
        found = self._alike(colored=True) or (self._alike() if self._dark else [])
        if found:
            return min(found, key=lambda ground: self._apart(ground.colors["fill"])).name
        return signature.name if signature is not None else ""

    def _recipe(self) -> str:
        if not self.seat or _is_dark(self.theme.grounds[self.seat]) == self._dark or not self._alike():
            return self.seat
        return min(self._alike(), key=lambda ground: self._apart(ground.colors["fill"])).name

    def _order(self) -> tuple[str, ...]:
        signature = self._signature()
        if signature is None or self.seat in ("", signature.name):
            return ()
        swap = {signature.name: self.seat, self.seat: signature.name}
        return tuple(swap.get(name, name) for name in self.theme.order)

    # -- colors ----------------------------------------------------------------------------------------------------

    def of(self, color: Color) -> Color:
        """A color of the base beside the brand's as it is beside the one that stands in its place."""
        if color in self.same:
            return self.same[color]
        own = to_oklch(color)
        apart = _difference(own.hue, self.key.hue)
        strength = self._strength()
        if own.chroma < _GRAY:
            return from_oklch(Oklch(own.lightness, own.chroma * min(strength, 1.0), self.own.hue))
        lightness = own.lightness
        if self.moved and abs(apart) < _LIKE:
            away = abs(own.lightness - self.key.lightness)
            share = min(1.0, max(0.0, (_FAR - away) / (_FAR - _NEAR)))
            lightness = min(1.0, max(0.0, lightness + share * (self.own.lightness - self.key.lightness)))
        turned = min(_FARTHEST, max(-_FARTHEST, _APART * apart))
        chroma = min(own.chroma * strength, max(_GRAY, _PALER * self.own.chroma))
        hue = (self.own.hue + turned) % 360
        # Dark yellow looks like mud: less of it is a warm black.
        chroma *= _MUDDY if lightness < 0.5 and 70 < hue < 120 else 1.0
        return from_oklch(Oklch(lightness, chroma, hue))

    def _strength(self) -> float:
        if self.own.chroma < _GRAY:
            return 0.0 if self.own.chroma < _GRAY / 3 else 0.15
        return min(1.15, max(0.15, self.own.chroma / max(self.key.chroma, 1e-6)))

    def _said(self, word: str | None) -> Color | None:
        """What a word of the base's file means in a theme that has the new colors by name."""
        if word is None:
            return None
        if word in self.theme.colors:
            return self.of(self.theme.colors[word])
        return parse_color(word) if is_color(word) else None

    def all(self) -> BrandColors:
        """Everything that is not as the base says it."""
        written, colors = self.written, self.theme.colors
        return BrandColors(
            {name: self.of(old) for name, old in colors.items() if self.of(old) != old},
            {
                name: self.of(parse_color(word))
                for name, word in written.art.items()
                if is_color(word) and not name.startswith(_BODY)
            },
            {name: dict(self._roles(name)) for name in written.grounds},
            {name: dict(self._art(name)) for name in written.grounds},
            {
                name: tuple(self._tone(word) for word in words)
                for name, words in written.tones.items()
                if any(map(is_color, words))
            },
            self._order(),
        )

    def _tone(self, word: str) -> Color:
        return self.of(self.theme.colors[word] if word in self.theme.colors else parse_color(word))

    def _field(self, name: str) -> tuple[Ground, Color, Color]:
        """The ground whose roles one of this name has in the kit, its fill and its text there."""
        base = self.theme.grounds[self.recipe if name == self.seat else name]
        fill = self.brand if name == self.seat else self.of(base.colors["fill"])
        text = self.of(base.colors["text"])
        return base, fill, readable(text, fill, LEAST) or text

    def _roles(self, name: str) -> Iterator[tuple[str, Color]]:
        base, fill, text = self._field(name)
        words, written = self.written.grounds[name], self.written.grounds[base.name]
        derived = [role for role in _READ if role in DERIVED and role in base.colors]
        found: dict[str, Color] = {}
        for role in dict.fromkeys((*words, *written, *derived)):
            new = self._role(role, base, fill, text)
            if new is not None and role in _READ:
                new = self._read(new, base.colors[role], base, fill, text)
            if new is not None and role in _PLATES:
                new = self._plate(new, role, base)
            if new is not None:
                found[role] = new
        for role, new in {**found, **dict(self._told_apart(found, base, fill, text))}.items():
            said = self._said(words.get(role))
            if said is None and role in derived and role not in written:
                said = mix(text, fill, DERIVED[role])
            if new != said:
                yield role, new

    def _told_apart(
        self, found: Mapping[str, Color], base: Ground, fill: Color, text: Color
    ) -> Iterator[tuple[str, Color]]:
        """The colors of a chart's other parts, and of its key part, where shades of one hue do not tell them apart."""
        key = found.get("data-key", found.get("accent", text))
        if contrast(key, fill) < _KEY:
            key = text
            yield "data-key", key
        for role in _SERIES:
            other = found.get(role)
            if other is None:
                other = self._role(role, base, fill, text) or mix(text, fill, DERIVED[role])
            was = base.colors["fill"]
            behind = contrast(base.colors["data-key"], was) > contrast(base.colors[role], was)

            most = contrast(key, fill) if behind else math.inf
            yield role, beside(other, key, fill, text, DERIVED[role], most)

    def _plate(self, color: Color, role: str, base: Ground) -> Color:
        """The color of a plate that texts of another ground stand on, as near as it may be for them to be read there
        as they are on the base's."""
        needed: list[tuple[Color, float]] = []
        for surface in self.theme.surfaces.values():
            there = self.theme.grounds.get(surface.ground)
            if surface.fill == role and there is not None and there.name != base.name:
                for name, new in self._texts(there.name):
                    if name in there.colors:
                        needed.append((new, min(contrast(there.colors[name], base.colors[role]), LEAST)))
        own = to_oklch(color)
        tried = (color, *(from_oklch(own._replace(lightness=step / STEPS)) for step in range(STEPS + 1)))
        read = [one for one in tried if all(contrast(one, text) >= least for text, least in needed)]
        return min(read, key=lambda one: abs(to_oklch(one).lightness - own.lightness), default=color)

    def _texts(self, name: str) -> Iterator[tuple[str, Color]]:
        """The colors of texts that a ground has in the kit."""
        base, fill, text = self._field(name)
        yield "text", text
        for role in _READ:
            new = self._role(role, base, fill, text)
            if new is not None:
                yield role, self._read(new, base.colors[role], base, fill, text)

    def _role(self, role: str, base: Ground, fill: Color, text: Color) -> Color | None:
        """The color of a role of the ground `base` on another fill, with another text."""
        old, old_fill, old_text = base.colors.get(role), base.colors["fill"], base.colors["text"]
        if role == "fill":
            return fill
        if old is None or role == "text":
            return None if old is None else text
        if old in (old_fill, old_text):
            return fill if old == old_fill else text
        if role in DERIVED and mix(old_text, old_fill, DERIVED[role]) == old:
            new, ratio = mix(text, fill, DERIVED[role]), contrast(old, old_fill)
            return readable(new, fill, min(ratio, LEAST)) or text if role in _READ else new
        new, ratio = self.of(old), contrast(old, old_fill)
        if role == "data-key" and fill != self.brand and _is_colored(old) and contrast(self.brand, fill) >= _SHAPE:
            return self.brand
        if role in _PLATES:
            return new
        if role in _SERIES and fill == self.brand:
            return mix(text, fill, DERIVED[role])
        if ratio >= _SHAPE:
            return readable(new, fill, min(ratio, LEAST)) or text
        if fill == self.brand and role == "highlight":
            return band(new, fill, text, min(ratio, SEEN), self._dark)
        if fill == self.brand:
            toward = contrast(old, old_text) < contrast(old_fill, old_text)
            # All that is read on the ground is read on its panels, too, and a brand's color often leaves no room.
            toward = toward and (role not in _PANELS or contrast(text, fill) >= _ROOM)
            new = shade(ratio, fill, text if toward else _BLACK if self._dark else _WHITE)
        return readable(new, text, min(contrast(old, old_text), LEAST)) or new if role in _PANELS else new

    def _read(self, color: Color, old: Color, base: Ground, fill: Color, text: Color) -> Color:
        """A color of text that is read on the ground's panels, too, where it was read on those of the base."""
        for role in (*_PANELS, "surface"):
            before, panel = base.colors.get(role), self._role(role, base, fill, text)
            if before is not None and panel is not None and contrast(old, before) >= LEAST:
                other = readable(color, panel, LEAST)
                color = other if other is not None and contrast(other, fill) >= LEAST else color
        return color

    def _art(self, name: str) -> Iterator[tuple[str, Color]]:
        source = self.recipe if name == self.seat else name
        words, base = self.written.ground_art[name], self.theme.grounds[source]
        for part in {**words, **self.written.ground_art[source]}:
            old = base.art.get(part)
            if old is None or part.startswith(_BODY):
                continue
            new = self.of(old)
            if new != self._said(words.get(part)):
                yield part, new


def _difference(hue: float, other: float) -> float:
    """Degrees from `other` to `hue`, -180 to 180."""
    return (hue - other + 180) % 360 - 180


def _is_colored(color: Color) -> bool:
    return to_oklch(color).chroma >= _GRAY


def _is_dark(ground: Ground) -> bool:
    return luminance(ground.colors["text"]) > luminance(ground.colors["fill"])

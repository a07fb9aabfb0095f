"""The author's script as typed values: settings, sizes, slides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from cardnews.assets import Stamp
from cardnews.errors import Finding, Place
from cardnews.values import TextValue, Value

MIN_EDGE, MAX_EDGE, MAX_PIXELS = 240, 8192, 16_000_000
DEFAULT_THEME = "hope"
SIZES: Mapping[str, tuple[int, int]] = {
    "portrait": (1080, 1350),
    "square": (1080, 1080),
    "tall": (1080, 1440),
    "story": (1080, 1920),
    "wide": (1200, 630),
}
SIZE_WORDS = {"세로": "portrait", "정사각": "square", "긴세로": "tall", "스토리": "story", "가로": "wide"}
PIXELS = re.compile(r"(\d{1,5})\s*[xX×*]\s*(\d{1,5})")


class Size(Struct, frozen=True):
    """A canvas in px; `kind` is the named size whose adaptations it takes."""

    name: str
    width: int
    height: int

    @property
    def kind(self) -> str:
        if self.name in SIZES:
            return self.name
        ratio = self.height / self.width
        for kind, least in (("story", 1.6), ("tall", 1.29), ("portrait", 1.12), ("square", 0.8)):
            if ratio >= least:
                return kind
        return "wide"

    @property
    def u(self) -> float:
        """The layout unit in px."""
        return min(self.width, 1.55 * self.height) / 90


class Slide(Struct, frozen=True):
    """One entry of the script. `number` is 1-based; `broken` says that a finding of error severity concerns it;
    `called` is the layout's name as the author wrote it, `ignore` names rules that checking leaves out here, `skipped`
    that no card is made of it (only tools that write the script anew see such slides), and `included` is what findings
    call the file that it is kept in, where that is another than the script's."""

    number: int
    layout: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    place: Place = Place()
    theme: str | None = None
    ground: str | None = None
    alt: str = ""
    notes: str = ""
    footer: bool = True
    broken: bool = False
    called: str = ""
    ignore: tuple[TextValue, ...] = ()
    skipped: bool = False
    included: str = ""


class Script(Struct, frozen=True):
    """A script as typed values; `folder` holds its own layouts, art and pictures, `findings` what reading said.

    `font` is the family its text is set in where that is not the theme's, `fonts` are font files and folders of the
    author's own, `platforms` where the cards will be published, `ignore` names rules that checking leaves out,
    `included` are the places where slides of other files were looked for, each with its stamp at that time.
    """

    path: Path
    title: str
    brand: str
    series: str
    theme: str
    sizes: tuple[Size, ...]
    slides: tuple[Slide, ...]
    lang: str = "ko"
    font: TextValue | None = None
    fonts: tuple[TextValue, ...] = ()
    platforms: tuple[TextValue, ...] = ()
    ignore: tuple[TextValue, ...] = ()
    findings: tuple[Finding, ...] = ()
    included: tuple[tuple[Path, Stamp], ...] = ()

    @property
    def folder(self) -> Path:
        return self.path.parent

    def worded(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings with each layout under the name that the author gave it (말풍선 for bubble)."""
        called = {(slide.number, slide.layout): slide.called for slide in self.slides if slide.called}
        return tuple(
            replace(item, layout=called.get((item.slide, item.layout), item.layout))
            if item.slide is not None and item.layout is not None
            else item
            for item in findings
        )


def parse_size(text: str) -> Size | None:
    """A named size (`square`, `정사각`) or `WxH` in px within the limits; None for anything else."""
    word = text.strip().casefold()
    word = SIZE_WORDS.get(word, word)
    if word in SIZES:
        return Size(word, *SIZES[word])
    match = PIXELS.fullmatch(word)
    if match is None:
        return None
    width, height = int(match[1]), int(match[2])
    if not (MIN_EDGE <= width <= MAX_EDGE and MIN_EDGE <= height <= MAX_EDGE and width * height <= MAX_PIXELS):
        return None
    named = next((name for name, extent in SIZES.items() if extent == (width, height)), None)
    return Size(named or f"{width}x{height}", width, height)

"""Make the fonts of this folder from pinned npm packages, and describe them in fonts.yaml.

    python fonts/build.py                     download the packages and make every font, licence text and fonts.yaml
    python fonts/build.py --packages FOLDER   the same, keeping the packages in FOLDER and reusing those already there
    python fonts/build.py --check             compare the fonts here with fonts.yaml; needs no network, changes nothing

Needs Python 3.11 and fonttools; making the fonts also needs `npm`. The same package versions and the same fonttools
give the same bytes: nothing of the day or the machine goes into a font, and its "modified" date stays the source's.

There are four ways to make a font file, named by `Font.method`:

copy      The released file, byte for byte. Pretendard's licence reserves its name, so it must not be modified.
subset    One static font, reduced to the characters a Korean card can hold, without hinting and vertical metrics.
variable  Two static fonts, weights 400 and 900, reduced likewise and joined by a weight axis between them. The static
          fonts are instances of one variable font, so their outlines match point by point; `Font.axis_map` says
          where the instances in between lie, and the joined font gives them back to within rounding (one unit).
emoji     The whole COLRv1 font without its second copy of the pictures, the SVG table.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from fontTools import subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont

FONT_FOLDER = Path(__file__).resolve().parent
MANIFEST_NAME = "fonts.yaml"
MANIFEST_HEAD = "# Made by fonts/build.py; do not edit by hand.\nfonts:\n"

# Horizontal layout only: no vertical forms, no ruby, no lists of alternates.
LAYOUT_FEATURES = ["ccmp", "locl", "liga", "calt", "clig", "rlig", "kern", "mark", "mkmk", "case", "zero", "frac"]
LAYOUT_FEATURES += ["numr", "dnom", "sups", "subs", "sinf", "ordn", "tnum", "pnum", "lnum", "onum"]
LAYOUT_FEATURES += ["fwid", "hwid", "pwid"]
LAYOUT_FEATURES += ["ljmo", "vjmo", "tjmo"]  # old Hangul, spelt in conjoining Jamo
# The spacing of fullwidth marks. The fallback font does without: there its lookups differ from weight to weight.
SPACING_FEATURES = ["palt", "halt", "chws"]
# Vertical metrics are not used; BASE and STAT describe a static font and cannot be joined into a variable one.
DROPPED_TABLES = ["vhea", "vmtx", "VORG", "BASE", "STAT"]

HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
HANJA_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32000))
CONJOINING_JAMO_BLOCKS = (range(0x1100, 0x1200), range(0xA960, 0xA980), range(0xD7B0, 0xD800))
SYMBOL_BLOCKS = (
    range(0x0020, 0x0250),  # Basic Latin, Latin-1, Latin Extended-A and -B
    range(0x02B0, 0x0370),  # modifier letters, combining marks
    range(0x0370, 0x0530),  # Greek, Cyrillic
    range(0x1E00, 0x1F00),  # Latin Extended Additional
    range(0x2000, 0x2C00),  # punctuation, currency, letterlike, arrows, mathematics, enclosed, boxes, shapes, dingbats
    range(0x3000, 0x3400),  # CJK punctuation, kana, compatibility Jamo, enclosed CJK, squared units
    range(0xFE10, 0xFE70),  # CJK compatibility forms, small forms
    range(0xFF00, 0xFFF0),  # fullwidth and halfwidth forms
    range(0x1F100, 0x1F300),  # enclosed letters and ideographs
)


@dataclass(frozen=True)
class Package:
    """A released npm package; `sha256` is that of its tarball. Paths are those below the tarball's `package/`."""

    name: str
    version: str
    license_path: str
    sha256: str


@dataclass(frozen=True)
class Font:
    """A font file of this folder and how it is made."""

    family: str
    file: str
    style: Literal["text", "hanja", "emoji"]
    method: Literal["copy", "subset", "variable", "emoji"]
    package: Package
    sources: tuple[str, ...]
    reserved: str = ""
    axis_map: dict[int, float] = field(default_factory=dict)

    @property
    def license_file(self) -> str:
        return f"licenses/{self.family.replace(' ', '')}.txt"


def google_font(name: str, version: str, sha256: str) -> Package:
    return Package(f"@expo-google-fonts/{name}", version, "LICENSE_FONT", sha256)


PRETENDARD_SHA256 = "0ffc240cee83be02520fb4ac1b2a0a51052b9d13506ade0ba90c591dbbb3bd53"
PRETENDARD = Package("pretendard", "1.3.9", "dist/LICENSE.txt", PRETENDARD_SHA256)
SERIF = google_font("noto-serif-kr", "0.4.3", "ff2948a8e9d0e037eaba537905fcc973d512d0df3c16fc9df89740a5d821cf1b")
GOWUN = google_font("gowun-batang", "0.4.1", "d0ada627cecb81586b9b4333f46ea898ff7d5c5ae3c99fecedacc3bda2249193")
BLACK = google_font("black-han-sans", "0.4.1", "3c63a1b34c9c9b279bfe87dd6de4764a7e2f8ffd1cd9bbaa109ce2b7c1929a0d")
SANS = google_font("noto-sans-kr", "0.4.3", "7614af529705ea48e8b76cb3b056b92db66b7625ef3fc97ce76366063df94d3f")
EMOJI = google_font("noto-color-emoji", "0.4.6", "8199c361ebffca17e503b7afa3994833efc1db06d63839e0b01e41e2fbd62eeb")

PRETENDARD_SOURCE = ("dist/public/variable/PretendardVariable.ttf",)
SERIF_SOURCES = ("400Regular/NotoSerifKR_400Regular.ttf", "900Black/NotoSerifKR_900Black.ttf")
SERIF_AXIS_MAP = {400: 400.0, 500: 494.8, 600: 590.0, 700: 728.9, 800: 814.4, 900: 900.0}
GOWUN_REGULAR_SOURCE = ("400Regular/GowunBatang_400Regular.ttf",)
GOWUN_BOLD_SOURCE = ("700Bold/GowunBatang_700Bold.ttf",)
BLACK_SOURCE = ("400Regular/BlackHanSans_400Regular.ttf",)
SANS_SOURCES = ("400Regular/NotoSansKR_400Regular.ttf", "900Black/NotoSansKR_900Black.ttf")
SANS_AXIS_MAP = {400: 400.0, 500: 539.3, 600: 629.5, 700: 719.9, 800: 809.9, 900: 900.0}
EMOJI_SOURCE = ("400Regular/NotoColorEmoji_400Regular.ttf",)

FONTS = (
    Font("Pretendard", "PretendardVariable.ttf", "text", "copy", PRETENDARD, PRETENDARD_SOURCE, "Pretendard"),
    Font("Noto Serif KR", "NotoSerifKR-Variable.ttf", "text", "variable", SERIF, SERIF_SOURCES, "", SERIF_AXIS_MAP),
    Font("Gowun Batang", "GowunBatang-Regular.ttf", "text", "subset", GOWUN, GOWUN_REGULAR_SOURCE),
    Font("Gowun Batang", "GowunBatang-Bold.ttf", "text", "subset", GOWUN, GOWUN_BOLD_SOURCE),
    Font("Black Han Sans", "BlackHanSans-Regular.ttf", "text", "copy", BLACK, BLACK_SOURCE),
    Font("Noto Sans KR", "NotoSansKR-Hanja.ttf", "hanja", "variable", SANS, SANS_SOURCES, "Source", SANS_AXIS_MAP),
    Font("Noto Color Emoji", "NotoColorEmoji.ttf", "emoji", "emoji", EMOJI, EMOJI_SOURCE),
)


def ks_x_1001_characters() -> set[int]:
    """The characters of KS X 1001: symbols, foreign letters, 2,350 Hangul syllables and 4,888 Hanja."""
    trail_bytes = range(0xA1, 0xFF)
    pairs = bytes(byte for row in trail_bytes for cell in trail_bytes for byte in (row, cell))
    return {ord(character) for character in pairs.decode("euc_kr", errors="ignore")}


def wanted_characters(font: Font) -> set[int]:
    """What a card may hold; the fallback font has every Hanja and the old Jamo instead of the Hangul syllables."""
    characters = ks_x_1001_characters()
    for block in SYMBOL_BLOCKS:
        characters.update(block)
    if font.style == "hanja":
        characters.difference_update(HANGUL_SYLLABLES)
        for block in HANJA_BLOCKS + CONJOINING_JAMO_BLOCKS:
            characters.update(block)
    else:
        characters.update(HANGUL_SYLLABLES)
    return characters


def open_font(content: bytes) -> TTFont:
    """Open a font so that saving it keeps its "modified" date."""
    return TTFont(io.BytesIO(content), recalcTimestamp=False)


def font_bytes(opened: TTFont) -> bytes:
    opened.recalcTimestamp = False
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def reduced_font(font: Font, content: bytes) -> TTFont:
    """The font with the wanted characters only, without hinting, glyph names and vertical metrics."""
    options = subset.Options()
    options.layout_features = LAYOUT_FEATURES + ([] if font.style == "hanja" else SPACING_FEATURES)
    options.drop_tables += DROPPED_TABLES
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    opened = open_font(content)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted_characters(font))
    subsetter.subset(opened)
    return opened


def clear_overlap_flags(opened: TTFont) -> None:
    """Leave only "on curve" in the flags of points: the overlap flag is set by chance and need not match."""
    for name in opened.getGlyphOrder():
        glyph = opened["glyf"][name]
        if glyph.numberOfContours > 0:
            glyph.flags = bytearray(flag & 1 for flag in glyph.flags)


def joined_font(font: Font, contents: list[bytes]) -> TTFont:
    """A variable font between the lightest and the heaviest weight."""
    lightest, heaviest = min(font.axis_map), max(font.axis_map)
    document = DesignSpaceDocument()
    axis = AxisDescriptor(name="Weight", tag="wght", minimum=lightest, default=lightest, maximum=heaviest)
    axis.map = list(font.axis_map.items())
    document.addAxis(axis)
    for weight, content in zip((lightest, heaviest), contents, strict=True):
        source = SourceDescriptor(name=str(weight), location={"Weight": font.axis_map[weight]})
        source.font = reduced_font(font, content)
        clear_overlap_flags(source.font)
        document.addSource(source)
    variable_font, _, _ = varLib.build(document)
    assert isinstance(variable_font, TTFont)
    return variable_font


def make_font(font: Font, contents: list[bytes]) -> bytes:
    if font.method == "copy":
        return contents[0]
    if font.method == "subset":
        return font_bytes(reduced_font(font, contents[0]))
    if font.method == "variable":
        return font_bytes(joined_font(font, contents))
    opened = open_font(contents[0])
    for tag in ("SVG ", "vhea", "vmtx"):
        del opened[tag]
    return font_bytes(opened)


def license_text(content: bytes, font_notice: str) -> str:
    """The licence as packaged, and above it the font's own copyright notice where the licence has another one."""
    text = content.decode("utf-8").replace("\r\n", "\n").rstrip() + "\n"
    return text if font_notice in text else f"{font_notice}\n\n{text}"


def copyright_line(text: str) -> str:
    """The copyright notices at the head of a licence text, in one line."""
    head = text.split("This Font Software", 1)[0]
    return " / ".join(" ".join(paragraph.split()) for paragraph in head.split("\n\n") if paragraph.strip())


def fetch_package(package: Package, folder: Path) -> Path:
    tarball = folder / f"{package.name.removeprefix('@').replace('/', '-')}-{package.version}.tgz"
    if not tarball.exists():
        command = ["npm", "pack", f"{package.name}@{package.version}", "--pack-destination", str(folder), "--silent"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if hashlib.sha256(tarball.read_bytes()).hexdigest() != package.sha256:
        raise SystemExit(f"{tarball.name}: not the pinned package (its sha256 differs)")
    return tarball


def read_members(tarball: Path, paths: tuple[str, ...]) -> list[bytes]:
    contents = []
    with tarfile.open(tarball) as archive:
        for path in paths:
            member = archive.extractfile(f"package/{path}")
            assert member is not None, path
            contents.append(member.read())
    return contents


def manifest_entry(font: Font) -> str:
    """The lines of fonts.yaml for one font, from the files in this folder."""
    content = (FONT_FOLDER / font.file).read_bytes()
    opened = open_font(content)
    characters = set(opened.getBestCmap())
    weight = str(opened["OS/2"].usWeightClass)
    if "fvar" in opened:
        axis = opened["fvar"].axes[0]
        weight = f"[{axis.minValue:g}, {axis.maxValue:g}]"
    notice = copyright_line((FONT_FOLDER / font.license_file).read_text(encoding="utf-8"))
    sources = [f"package/{path}" for path in font.sources]
    fields = {
        "family": font.family,
        "file": font.file,
        "weight": weight,
        "style": font.style,
        "package": font.package.name if font.package.name.isalpha() else json.dumps(font.package.name),
        "registry": "npm",
        "version": font.package.version,
        "source": sources[0] if len(sources) == 1 else f"[{', '.join(sources)}]",
        "subset": "false" if font.method == "copy" else "true",
        "license": "OFL-1.1",
        "license-file": font.license_file,
        "copyright": json.dumps(notice, ensure_ascii=False),
        "reserved": f"[{font.reserved}]",
        "sha256": hashlib.sha256(content).hexdigest(),
        "characters": str(len(characters)),
        "hangul": str(len(characters.intersection(HANGUL_SYLLABLES))),
        "hanja": str(sum(len(characters.intersection(block)) for block in HANJA_BLOCKS)),
    }
    lines = [f"{key}: {value}\n" for key, value in fields.items()]
    return "  - " + "    ".join(lines)


def manifest() -> str:
    return MANIFEST_HEAD + "".join(manifest_entry(font) for font in FONTS)


def build(package_folder: Path) -> None:
    (FONT_FOLDER / "licenses").mkdir(exist_ok=True)
    for font in FONTS:
        tarball = fetch_package(font.package, package_folder)
        license_content, *contents = read_members(tarball, (font.package.license_path, *font.sources))
        content = make_font(font, contents)
        (FONT_FOLDER / font.file).write_bytes(content)
        font_notice = str(open_font(contents[0])["name"].getDebugName(0))
        (FONT_FOLDER / font.license_file).write_text(license_text(license_content, font_notice), encoding="utf-8")
        print(f"{font.file}: {len(content):,} bytes", flush=True)
    (FONT_FOLDER / MANIFEST_NAME).write_text(manifest(), encoding="utf-8")


def check() -> int:
    """Say in which lines fonts.yaml differs from the files; 0 if in none."""
    missing = [name for font in FONTS for name in (font.file, font.license_file) if not (FONT_FOLDER / name).is_file()]
    if missing:
        print("missing: " + ", ".join(sorted(set(missing))))
        return 1
    written = (FONT_FOLDER / MANIFEST_NAME).read_text(encoding="utf-8").splitlines()
    differences = list(difflib.unified_diff(written, manifest().splitlines(), MANIFEST_NAME, "the files", lineterm=""))
    print("\n".join(differences) if differences else f"{len(FONTS)} fonts are as {MANIFEST_NAME} says")
    return 1 if differences else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the fonts of this folder, or check them.")
    parser.add_argument("--check", action="store_true", help="compare the fonts here with fonts.yaml, without network")
    parser.add_argument("--packages", type=Path, metavar="FOLDER", help="keep and reuse the npm packages in FOLDER")
    arguments = parser.parse_args()
    if arguments.check:
        return check()
    if arguments.packages:
        arguments.packages.mkdir(parents=True, exist_ok=True)
        build(arguments.packages)
    else:
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())

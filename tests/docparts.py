"""The parts of the documents that are made from what the program knows: layouts, fields, help, messages, pictures."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from cardnews.diagnostics import Sources, diagnose
from cardnews.errors import Language
from cardnews.fields import TEXT_KEYS
from cardnews.gallery.make import Hall
from cardnews.imagereader import IMAGE_KEYS
from cardnews.layout import Field
from cardnews.layoutlist import LayoutRecord, limits, list_layouts
from cardnews.messages import MESSAGES
from cardnews.reader import SCRIPT_KEYS, load_script
from cardnews.render import compose
from cardnews.script import DEFAULT_THEME, SIZE_WORDS, SIZES, Size
from cardnews.slidereader import SLIDE_KEYS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
READMES: dict[Language, Path] = {"en": ROOT / "README.md", "ko": ROOT / "README.ko.md"}
REFERENCES: dict[Language, Path] = {"en": DOCS / "layouts.md", "ko": DOCS / "layouts.ko.md"}
GALLERY = DOCS / "layouts.png"
DECKS = ROOT / "docs" / "decks.png"
OWN = DOCS / "own-layout.png"
MISTAKE = ROOT / "tests" / "cases" / "errors" / "korean-field.yaml"
_AREAS = 40  # colors that are kept for large areas
_SIZES_IN_KOREAN = {size: word for word, size in SIZE_WORDS.items()}


# -- layouts -------------------------------------------------------------------------------------------------------


def layout_rows(language: Language) -> str:
    """One table row per layout: its names, what it is for, and its fields with their limits."""
    heads = {"en": "| layout | what it is for | fields |", "ko": "| 레이아웃 | 쓰임 | 필드 |"}
    rows = [heads[language], "|---|---|---|"]
    for layout in list_layouts():
        fields = ", ".join(_field(field, language) for field in layout.fields)
        rows.append(f"| {_names(layout, language)} | {_about(layout, language)} | {fields} |")
    return "\n".join(rows)


def _names(layout: LayoutRecord, language: Language) -> str:
    called = dict(layout.names)
    return f"`{layout.name}` · {called['ko']}" + (f" · {called['en']}" if language == "en" else "")


def _about(layout: LayoutRecord, language: Language) -> str:
    said = dict(layout.about)[language]
    return said[0].upper() + said[1:]


def _field(field: Field, language: Language) -> str:
    """A field with its limits in short: `title 제목 26`, `rows 줄 1–4 (square 3) × (tag 갈래 6, …)`."""
    text = f"{field.name} {dict(field.label).get('ko', '')}".strip()
    parts = [f"**{text}**" if field.required else text]
    if field.options:
        words = {option: word for word, option in reversed(field.korean)} if language == "ko" else {}
        parts.append(f"({' / '.join(words.get(option, option) for option in field.options)})")
    if field.count is not None:
        least, most = field.count
        parts.append(f"{least}–{most}" if least != most else f"{most}")
        less = {kind: room for kind in SIZES if (room := field.room_at(kind)) < most}
        if less:
            named = (f"{_SIZES_IN_KOREAN[kind] if language == 'ko' else kind} {room}" for kind, room in less.items())
            parts.append(f"({', '.join(named)})")
    inner = [_field(item, language) for item in field.of if item.name]
    each = f"({', '.join(inner)})" if inner else str(field.most or "")
    if each:
        parts += ["×", each] if field.type == "list" else [each]
    return " ".join(parts)


def gallery_picture(language: Language) -> str:
    """The picture of the gallery, with the layouts' names for those who cannot see it."""
    called = ", ".join(dict(layout.names)[language] for layout in list_layouts())
    told = {"en": f"A card of every layout: {called}", "ko": f"레이아웃마다 한 장씩 모은 카드: {called}"}
    return f'<img src="{GALLERY.relative_to(ROOT).as_posix()}" width="100%" alt="{told[language]}">'


def draw_gallery() -> Image.Image:
    """The contact sheet of the theme that scripts have when they name none, as the READMEs show it."""
    hall = Hall()
    # The more of its last row a sheet fills, the better it looks.
    columns = max((6, 5), key=lambda count: (len(hall.layouts) - 1) % count / count)
    (sheet,) = hall.sheets(DEFAULT_THEME, (Size("portrait", *SIZES["portrait"]),), columns)
    assert [item.format() for item in hall.findings if item.severity == "error"] == []
    width, height = sheet.picture.size
    return _light(sheet.picture.resize((1800, round(1800 * height / width)), Image.Resampling.LANCZOS))


def _light(picture: Image.Image) -> Image.Image:
    """The picture in 256 colors, which is enough for flat cards and a fifth of the bytes: a palette made for all of it
    at once would dull the colors of its large areas, so those come first."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)
    areas = [color for _, color in counted[:_AREAS] if isinstance(color, tuple)]
    between = picture.quantize(256 - len(areas), method=Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for color in areas for channel in color] + between)
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def field_reference(language: Language) -> str:
    """The document of all layouts: every field with its limits, and lines to copy."""
    readme = f"../{READMES[language].name}"
    other = REFERENCES["ko" if language == "en" else "en"].name
    heads = {"en": "| field | what it is | limits |", "ko": "| 필드 | 뜻 | 한도 |"}
    intro = {
        "en": f"# Layouts\n\n[한국어]({other}) · [README]({readme})\n\n"
        "Every layout with its fields, in English and Korean spellings; what is bold is required. Fields of a list's "
        "items are indented. Below each layout, a slide to copy.",
        "ko": f"# 레이아웃\n\n[English]({other}) · [README]({readme})\n\n"
        "모든 레이아웃의 필드입니다. 이름은 영어로도 한국어로도 쓰며, 굵은 것은 꼭 필요합니다. "
        "목록에 든 항목의 필드는 들여 썼습니다. 레이아웃마다 복사해 쓸 슬라이드가 있습니다.",
    }
    parts = [intro[language]]
    for layout in list_layouts():
        parts.append(f"## {_names(layout, language)}")
        parts.append(f"{_about(layout, language)}.")
        parts.append("\n".join([heads[language], "|---|---|---|", *field_rows(layout.fields, language)]))
        parts.append(f"```yaml\n{layout.snippet.rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def field_rows(fields: tuple[Field, ...], language: Language, lead: str = "") -> Iterator[str]:
    for item in fields:
        if not item.name:
            continue
        spelled = " · ".join(f"`{spelling}`" for spelling in dict.fromkeys(item.spellings))
        name = f"{lead}**{spelled}**" if item.required else f"{lead}{spelled}"
        yield f"| {name} | {dict(item.help).get(language, '')} | {'; '.join(limits(item, language))} |"
        yield from field_rows(item.of, language, lead=f"{lead}&emsp;")


# -- keys, help and messages ---------------------------------------------------------------------------------------


def help_block(language: Language, *command: str) -> str:
    """What `cardnews … --help` prints."""
    words = [sys.executable, "-m", "cardnews", *command, "--help"]
    environment = {"CARDNEWS_LANG": language, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(words, capture_output=True, check=True, cwd=ROOT, env=environment)
    return "```text\n" + done.stdout.decode("utf-8").rstrip() + "\n```"


def said(key: str, language: Language, **values: str) -> str:
    """A sentence of the catalogue, as a cell of a table."""
    message = MESSAGES[f"help-{key}"]
    return (message.ko if language == "ko" else message.en).format_map(values).replace("|", "\\|")


def key_rows(keys: dict[str, str], about: str, language: Language) -> str:
    """One row per key of a script, a slide or a group that a value may be."""
    heads = {"en": "| key | what it is |", "ko": "| 항목 | 뜻 |"}
    rows = [heads[language], "|---|---|"]
    for name in dict.fromkeys(keys.values()):
        spelled = " · ".join(f"`{spelling}`" for spelling, one in keys.items() if one == name)
        rows.append(f"| {spelled} | {said(f'{about}-{name}', language, default='hope')} |")
    return "\n".join(rows)


def reference(language: Language) -> str:
    """Every key that is no layout's, from the definitions that the reader uses."""
    korean = language == "ko"
    parts = [
        "### " + ("스크립트" if korean else "Script"),
        key_rows(SCRIPT_KEYS, "setting", language),
        "### " + ("모든 슬라이드" if korean else "Every slide"),
        key_rows(SLIDE_KEYS, "slide", language),
        "### " + ("글: `제목: {글: …, 줄수: 2}`" if korean else "Texts: `title: {text: …, lines: 2}`"),
        key_rows(TEXT_KEYS, "text", language),
        "### " + ("사진: `사진: {파일: …}`" if korean else "Pictures: `photo: {file: …}`"),
        key_rows(IMAGE_KEYS, "image", language),
    ]
    return "\n\n".join(parts)


def mistake(language: Language) -> str:
    """What is said of a script with a misspelled field."""
    name = {"en": "garden.yaml", "ko": "골목정원.yaml"}[language]
    text = MISTAKE.read_bytes()
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(text)
        found = load_script(Path(folder) / name, shown=name).findings
    sources = Sources({name: text})
    lines = [line for item in found for line in diagnose(item, language, sources).lines]
    return "```text\n" + "\n".join(lines) + "\n```"


GENERATED = {
    "mistake": mistake,
    "gallery": gallery_picture,
    "layouts": layout_rows,
    "commands": help_block,
    "help": lambda language: help_block(language, "render"),
    "reference": reference,
}


# -- the layout that the READMEs build -------------------------------------------------------------------------------


def written_files(language: Language) -> list[dict[str, str]]:
    """The files that the README has its reader write, after each step: a block of YAML begins with the file's name.

    `# layouts/deadline.yaml` is the whole file; words behind a comma say that the block goes to its end.
    """
    readme = READMES[language].read_text("utf-8")
    files: dict[str, str] = {}
    steps: list[dict[str, str]] = []
    for name, end, text in re.findall(r"```yaml\n# ([\w/-]+\.yaml)(, .*)?\n(.*?)```", readme, re.DOTALL):
        files = {**files, name: files[name] + text if end else text}
        steps.append(files)
    return steps


def write_files(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def draw_own(language: Language) -> Image.Image:
    """The cards of the README's own layout side by side, each in another size."""
    from cardnews import paint, read_script

    with TemporaryDirectory() as folder:
        write_files(written_files(language)[-1], Path(folder))
        script = read_script(Path(folder) / "deadline.yaml")
        cards = [paint(compose(script, size)[index]) for index, size in enumerate(("portrait", "square", "wide"))]
    height, gap = 420, 24
    small = [card.resize((round(card.width * height / card.height), height)) for card in cards]
    strip = Image.new("RGB", (sum(card.width + gap for card in small) - gap, height), "white")
    left = 0
    for card in small:
        strip.paste(card, (left, 0))
        left += card.width + gap
    return _light(strip)


# -- the decks of the examples -----------------------------------------------------------------------------------------

_SHOWN, _TALL, _GAP = 6, 330, 18


def decks() -> list[Path]:
    """The scripts of all examples but the flagship, whose cards stand at the top of the READMEs."""
    found = sorted((ROOT / "examples").glob("*/script.yaml"))
    return [path for path in found if path.parent.name != "governance"]


def draw_decks() -> Image.Image:
    """The first cards of each deck, a row for each."""
    from cardnews import paint, read_script

    rows = []
    for path in decks():
        cards = [paint(frame) for frame in compose(read_script(path), "portrait")[:_SHOWN]]
        rows.append(
            [card.resize((card.width * _TALL // card.height, _TALL), Image.Resampling.LANCZOS) for card in cards]
        )
    width = max(sum(card.width + _GAP for card in row) for row in rows) - _GAP
    sheet = Image.new("RGB", (width, len(rows) * (_TALL + _GAP) - _GAP), "white")
    for number, row in enumerate(rows):
        left = 0
        for card in row:
            sheet.paste(card, (left, number * (_TALL + _GAP)))
            left += card.width + _GAP
    return _light(sheet)

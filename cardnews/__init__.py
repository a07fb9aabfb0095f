"""Korean card-news pictures from YAML scripts: the public names, each loaded when it is first used."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "CardnewsError",
    "Checked",
    "Draft",
    "Finding",
    "FontCheck",
    "FontRecord",
    "Frame",
    "Gallery",
    "Inspection",
    "LayoutRecord",
    "Line",
    "NewScript",
    "Report",
    "Script",
    "Slide",
    "Tidied",
    "check",
    "check_fonts",
    "compose",
    "draft_script",
    "format_script",
    "inspect",
    "list_fonts",
    "list_layouts",
    "make_gallery",
    "new_script",
    "paint",
    "read_script",
    "render",
    "script_schema",
    "wrap_text",
]

if TYPE_CHECKING:
    from cardnews.check.run import Checked, check
    from cardnews.compose.frame import Frame
    from cardnews.draft.api import Draft, NewScript, draft_script, new_script
    from cardnews.errors import CardnewsError, Finding
    from cardnews.fontcheck import FontCheck, check_fonts
    from cardnews.fontlist import FontRecord, list_fonts
    from cardnews.gallery.make import Gallery, make_gallery
    from cardnews.inspection import Inspection, inspect
    from cardnews.jsonschema.script import script_schema
    from cardnews.layoutlist import LayoutRecord, list_layouts
    from cardnews.paint.painter import paint
    from cardnews.reader import read_script
    from cardnews.render import Report, compose, render
    from cardnews.script import Script, Slide
    from cardnews.text.api import wrap_text
    from cardnews.text.lines import Line
    from cardnews.tidy.script import Tidied, format_script
else:
    _HOMES = {
        "CardnewsError": "errors",
        "Checked": "check.run",
        "Draft": "draft.api",
        "Finding": "errors",
        "FontCheck": "fontcheck",
        "FontRecord": "fontlist",
        "Frame": "compose.frame",
        "Gallery": "gallery.make",
        "Inspection": "inspection",
        "LayoutRecord": "layoutlist",
        "Line": "text.lines",
        "NewScript": "draft.api",
        "Report": "render",
        "Script": "script",
        "Slide": "script",
        "Tidied": "tidy.script",
        "check": "check.run",
        "check_fonts": "fontcheck",
        "compose": "render",
        "draft_script": "draft.api",
        "format_script": "tidy.script",
        "inspect": "inspection",
        "list_fonts": "fontlist",
        "list_layouts": "layoutlist",
        "make_gallery": "gallery.make",
        "new_script": "draft.api",
        "paint": "paint.painter",
        "read_script": "reader",
        "render": "render",
        "script_schema": "jsonschema.script",
        "wrap_text": "text.api",
    }

    class _Package(ModuleType):
        """Keeps `cardnews.render`, `compose` and their like the functions: Python would put the modules in their places
        as soon as anything imports those."""

        def __setattr__(self, name: str, value: object) -> None:
            if not (name in _HOMES and isinstance(value, ModuleType)):
                super().__setattr__(name, value)

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})

    sys.modules[__name__].__class__ = _Package

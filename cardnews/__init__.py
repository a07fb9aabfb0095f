"""Korean card-news pictures from YAML scripts: the public names, each loaded when it is first used."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "CardnewsError",
    "Finding",
    "Frame",
    "Line",
    "Report",
    "Script",
    "Slide",
    "compose",
    "paint",
    "read_script",
    "render",
    "wrap_text",
]

if TYPE_CHECKING:
    from cardnews.compose.frame import Frame
    from cardnews.errors import CardnewsError, Finding
    from cardnews.paint.painter import paint
    from cardnews.reader import read_script
    from cardnews.render import Report, compose, render
    from cardnews.script import Script, Slide
    from cardnews.text.api import wrap_text
    from cardnews.text.lines import Line
else:
    _HOMES = {
        "CardnewsError": "errors",
        "Finding": "errors",
        "Frame": "compose.frame",
        "Line": "text.lines",
        "Report": "render",
        "Script": "script",
        "Slide": "script",
        "compose": "render",
        "paint": "paint.painter",
        "read_script": "reader",
        "render": "render",
        "wrap_text": "text.api",
    }

    class _Package(ModuleType):
        """Keeps `cardnews.render`, `compose` and `paint` the functions: Python would put the modules in their places
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

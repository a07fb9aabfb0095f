"""What the schema says to people: titles, descriptions and examples, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from cardnews.errors import Finding, Language
from cardnews.layout import Field
from cardnews.messages import MESSAGES
from cardnews.schema import is_korean
from cardnews.source.nodes import Node, Scalar
from cardnews.source.nodes import Sequence as SequenceNode

Schema = dict[str, Any]


class Speech(Struct, frozen=True):
    """The words of the catalogue, and those of layouts, in `language` where they have it."""

    language: Language

    def say(self, key: str, **values: object) -> str:
        """The words `help-{key}` of the catalogue; nothing where it has none."""
        if f"help-{key}" not in MESSAGES:
            return ""
        pairs = tuple((name, str(value)) for name, value in values.items())
        return Finding(f"help-{key}", values=pairs).message(self.language)

    def missing(self, rule: str, spellings: Sequence[str]) -> str:
        """What the reader says, by the message `rule`, where a key is missing."""
        pairs = (("label", next(filter(is_korean, spellings), spellings[0])), ("name", spellings[0]))
        return Finding(rule, values=pairs).message(self.language)

    def chosen(self, pairs: Iterable[tuple[str, str]], otherwise: str = "") -> str:
        """What is said in this language, or in the other, or `otherwise`."""
        said = dict(pairs)
        return said.get(self.language) or next(iter(said.values()), otherwise)

    def about(self, names: Iterable[str], *sentences: str) -> Schema:
        """The title of what is called `names`, and its description."""
        said = [sentence if sentence[-1:] in ".!?:…" else f"{sentence}." for sentence in sentences if sentence]
        marked = "\n\n".join([said[0], " ".join(said[1:])]) if len(said) > 1 else "".join(said)
        return {
            "title": " · ".join(dict.fromkeys(names)),
            "description": " ".join(said).replace("`", ""),
            "markdownDescription": marked,
        }

    def field(self, item: Field, language: Language) -> Schema:
        """Title, description, default and sample of a field, under whose key names are suggested in `language`."""
        words = item.type == "list" and len(item.of) == 1 and not item.of[0].name
        facts: list[str] = []
        if is_needed(item):
            facts.append(self.say("schema-needed"))
        if item.most is not None:
            facts.append(self.say("schema-most", most=item.most))
        if item.count is not None:
            facts.append(self.say("schema-count", least=item.count[0], most=item.count[1]))
        default, sample = plain(item.default), plain(item.sample)
        if language == "ko":
            default = next((word for word, option in item.korean if option == default), default)
        if default is not None:
            shown = ", ".join(map(str, default)) if isinstance(default, list) else str(default)
            facts.append(self.say("schema-default", default=code(shown)))
        korean = dict(item.label).get("ko", item.name)
        others = [spelling for spelling in item.spellings if spelling not in (item.name, korean)]
        if others:
            facts.append(self.say("schema-also", names=", ".join(map(code, others))))
        manner = self.say("type-words" if words else f"type-{item.type}") if item.type not in ("text", "choice") else ""
        said = self.chosen(item.help) or self.chosen(item.label) or self.say(f"type-{item.type}")
        made = self.about((item.name, korean), said, *([manner] if manner != said else []), *facts)
        if default is not None:
            made["default"] = default
        if sample is not None and not any(inner.name for inner in item.of):
            # Of a text in lines, editors make something else than lines.
            made["examples"] = [" ".join(sample.split("\n")) if isinstance(sample, str) else sample]
        return made


def is_needed(item: Field) -> bool:
    """Whether an author must write the field."""
    return item.required and item.default is None


def code(text: str) -> str:
    """`text` as Markdown shows what is typed."""
    return f"`{text}`" if "`" not in text and "\n" not in text else text


def plain(node: Node | None) -> Any:
    """A default or a sample as JSON."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}

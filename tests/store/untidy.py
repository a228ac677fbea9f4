"""Records written in every way that YAML allows a person, with comments wherever one can stand."""

import random
import unicodedata
from typing import Any

from graph.store.writing import scalar

REMARKS = (
    "# why", "#", "#: x", "# 'a \"b", "# - {a: [", "# é 漢 😀", "#!x", "# # #", "# a: b  # c",
)  # fmt: skip
_ANYWHERE = 100


def untidy(fields: dict[str, Any], draw: random.Random) -> str:
    """Plain data as YAML in styles drawn at random, with comments; it reads back as it was,
    but for white space within texts."""
    return "".join(f"{line}\n" for line in _Writer(draw).mapping(_shuffled(fields, draw), 0))


def _shuffled(fields: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    names = list(fields)
    draw.shuffle(names)
    return {name: fields[name] for name in names}


class _Writer:
    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        # A line further in than a block text before it belongs to that text.
        self.most = _ANYWHERE

    def chance(self, of: float) -> bool:
        return self.draw.random() < of

    def between(self, indent: int) -> list[str]:
        """Blank lines and comments on lines of their own, at any indentation."""
        lines: list[str] = []
        while self.chance(0.25):
            wanted = self.draw.choice((0, indent, indent + 2, self.draw.randrange(8)))
            margin = " " * min(wanted, self.most)
            lines.append(self.draw.choice(("", "   ", margin + self.draw.choice(REMARKS))))
        return lines

    def behind(self, line: str) -> str:
        """The line with or without a comment behind it."""
        if not self.chance(0.2):
            return line + " " * self.draw.choice((0, 0, 0, 3))
        return f"{line}{self.draw.choice((' ', '  ', '      '))}{self.draw.choice(REMARKS)}"

    def mapping(self, fields: dict[str, Any], indent: int) -> list[str]:
        pad = " " * indent
        lines: list[str] = []
        for key, value in fields.items():
            name = f"{pad}{self.key(key)}{self.draw.choice((':', ':', ' :'))}"
            lines += self.between(indent)
            lines += self.valued(name, value, indent)
        return [*lines, *self.between(indent)] if not indent else lines

    def key(self, key: str) -> str:
        return self.draw.choice((scalar(key), scalar(key), _double(key)))

    def valued(self, before: str, value: Any, indent: int) -> list[str]:
        """What stands before a value, and the value on the same line or below."""
        self.most = _ANYWHERE
        if not value and isinstance(value, (dict, list)):
            return [self.behind(f"{before} {'{}' if isinstance(value, dict) else '[]'}")]
        if isinstance(value, (dict, list)):
            if self.chance(0.4):
                return self.flow_lines(f"{before} ", value, indent)
            inner = indent + self.draw.choice((1, 2, 4))
            below = (
                self.mapping(value, inner)
                if isinstance(value, dict)
                else self.items(value, self.draw.choice((indent, inner)))
            )
            return [self.behind(before), *below]
        return self.text_lines(before, str(value), indent)

    def items(self, values: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for value in values:
            lines += self.between(indent)
            dash = f"{' ' * indent}-"
            if isinstance(value, dict) and value and self.chance(0.6):
                width = self.draw.choice((1, 3))
                first, *rest = self.mapping_at(value, indent + 1 + width)
                lines += [dash + " " * width + first.lstrip(), *rest]
            else:
                lines += self.valued(dash, value, indent)
        return lines

    def mapping_at(self, fields: dict[str, Any], indent: int) -> list[str]:
        """A mapping whose first field can stand behind a dash."""
        lines = self.mapping(fields, indent)
        while not lines[0].strip() or lines[0].lstrip().startswith("#"):
            lines.pop(0)
        return lines

    def text_lines(self, before: str, text: str, indent: int) -> list[str]:
        self.most = _ANYWHERE
        words = text.split(" ")
        plain = all(each.isprintable() or _is_space(each) for each in text) and all(words)
        style = self.draw.choice(("as it is", "double", "single", "folded", "literal", "broken"))
        if style == "single" and plain:
            return [self.behind(f"{before} '{text.replace(chr(39), chr(39) * 2)}'")]
        if style in ("folded", "literal") and plain and _sits_in_block(words):
            sign = ">" if style == "folded" else "|"
            margin = " " * (indent + self.draw.choice((2, 4)))
            self.most = len(margin) - 1
            cut = self.draw.randrange(len(words)) if style == "folded" else 0
            parts = [" ".join(words[:cut]), " ".join(words[cut:])] if cut else [text]
            mark = f"{before} {sign}{self.draw.choice(('', '-', '+'))}"
            return [self.behind(mark), *(margin + part for part in parts)]
        if style == "broken" and plain and len(words) > 1:
            first, second = _double(words[0]), _double(" ".join(words[1:]))
            margin = " " * (indent + 2)
            return [f"{before} {first[:-1]}", self.behind(f"{margin}{second[1:]}")]
        return [self.behind(f"{before} {scalar(text) if style == 'as it is' else _double(text)}")]

    def flow_lines(self, before: str, value: Any, indent: int) -> list[str]:
        """A value in braces or brackets, on one line or with breaks and comments in it."""
        lines = [before]
        margin = " " * (indent + 2)

        def put(text: str) -> None:
            lines[-1] += text

        def gap() -> None:
            if self.chance(0.15):
                lines[-1] = self.behind(lines[-1])
                lines.extend(f"{margin}{each.strip()}" for each in self.between(0) if each.strip())
                lines.append(margin)
            elif self.chance(0.5):
                put(" ")

        def write(item: Any) -> None:
            if isinstance(item, dict):
                put("{")
                for number, (key, each) in enumerate(item.items()):
                    gap()
                    put(f"{self.key(key)}: ")
                    write(each)
                    gap()
                    put("," if number + 1 < len(item) or self.chance(0.1) else "")
                gap()
                put("}")
            elif isinstance(item, list):
                put("[")
                for number, each in enumerate(item):
                    gap()
                    write(each)
                    gap()
                    put("," if number + 1 < len(item) or self.chance(0.1) else "")
                gap()
                put("]")
            else:
                put(self.draw.choice((scalar, _double))(str(item)))

        write(value)
        return [*lines[:-1], self.behind(lines[-1])]


def _double(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(
            each if each.isprintable() or _is_space(each) else _escape(each) for each in quoted
        )
        + '"'
    )


def _is_space(character: str) -> bool:
    return unicodedata.category(character) == "Zs"


def _escape(character: str) -> str:
    return f"\\U{ord(character):08X}"


def _sits_in_block(words: list[str]) -> bool:
    """Whether a text can stand in a block as it is."""
    return "\t" not in "".join(words) and not words[0].startswith("#")

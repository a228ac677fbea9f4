"""A language whose every word is markup, as nobody should write it and anybody can."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from graph.words.language import language

_MARKUP = "\"' hostile='\"><hostile onerror=alert(1)></title></script>"


def hostile_words() -> str:
    """The file of such a language."""
    return json.dumps(_with_markup(language("en").texts), ensure_ascii=False)


def _with_markup(text: Any) -> Any:
    if isinstance(text, Mapping):
        return {key: _with_markup(each) for key, each in text.items()}
    if isinstance(text, list):
        return [_with_markup(each) for each in text]
    return f"{text}{_MARKUP}"


def come_alive(page: str) -> list[str]:
    """The tags of a page that such words have made, or have got into."""
    reading = Reading()
    reading.feed(page)
    reading.close()
    return reading.found


class Reading(HTMLParser):
    """Reads a page, and finds the tags that such words have made, or have got into."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag == "hostile" or any("hostile" in name or name.startswith("on") for name in names):
            self.found.append(self.get_starttag_text() or tag)

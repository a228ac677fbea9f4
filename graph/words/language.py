"""The interface in one language: words, plurals, numbers and dates."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from graph.semantics import Band
from graph.store.kept_values import said_by
from graph.store.schemes import schemes

BUNDLED = ("en", "nl", "de")
"""The languages of which the program brings the words; the first stands in for all others."""


JSON: dict[str, Any] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
"""How JSON is written that stands on pages."""

# As Jinja writes it: nothing in it ends a script or stands for another sign.
_IN_A_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&'"})

_BRITISH = Locale("en", "GB")


@dataclass(frozen=True)
class Language:
    """Everything a page says of itself, in one language.

    Texts are found by dotted names, as in `claim.where`; `{name}` in a text is filled in.
    """

    code: str
    texts: Mapping[str, Any]
    decimal: str
    locale: Locale
    prefix: str = ""
    """The folder of its pages on a site: empty for the first of the site's languages, else as
    `nl/`."""
    borrows: bool = False
    """Whether some of its texts are those of another language, for want of its own."""

    @property
    def name(self) -> str:
        """The language's name in that language."""
        return str(self.texts["name"])

    @cached_property
    def script_words(self) -> dict[str, Any]:
        """What scripts find on every page: words of their own, and those that join claims."""
        shared = ("word", "role", "route", "quotation")
        return {**{name: self.texts[name] for name in shared}, **self.texts["script"]}

    @cached_property
    def script_words_json(self) -> Markup:
        """The same as it stands on a page."""
        return Markup(json.dumps(self.script_words, **JSON).translate(_IN_A_SCRIPT))

    def t(self, name: str, /, **values: object) -> str:
        """The text of this name, filled in. Raises KeyError where there is none.

        Filled in with markup it is markup itself, and what else is in it is text in that.
        """
        text = str(self._at(name))
        if not values:
            return text
        if any(hasattr(value, "__html__") for value in values.values()):
            text = escape(text)
        return text.format(**values)

    def n(self, name: str, n: int) -> str:
        """The text of this name for a number, by the plural rules of the language (CLDR)."""
        return self.pattern(name, n).format(n=n)

    def pattern(self, name: str, n: int | None = None) -> str:
        """The text of this name, not yet filled in; with a number, the form that suits it."""
        forms = self._at(name)
        if n is not None and isinstance(forms, Mapping):
            forms = forms.get(self.locale.plural_form(n), forms["other"])
        return str(forms)

    @cached_property
    def _found(self) -> dict[str, Any]:
        """What was asked for by its dotted name already."""
        return {}

    def _at(self, name: str) -> Any:
        found = self._found.get(name)
        if found is None:
            found = self.texts
            for part in name.split("."):
                found = found[part]
            self._found[name] = found
        return found

    @staticmethod
    def begun(text: str) -> str:
        """A text as it begins a sentence: German has capitals within, which stay."""
        return text[:1].upper() + text[1:]

    def number(self, value: float, decimals: int = 2) -> str:
        """A balance or a strength in digits, without a sign for what rounds to 0."""
        # What a circle comes to is off by a rounding error, which decides no figure.
        digits = f"{round(value, 9):z.{decimals}f}"
        return digits.replace(".", self.decimal).replace("-", "−")

    def spelled(self, number: int) -> str:
        """A whole number in a sentence: small ones as a word."""
        words = self.texts["numbers"]
        return str(words[number]) if 0 <= number < len(words) else str(number)

    def band(self, band: Band, decimals: int = 2) -> str:
        """A band as one number where it is closed, else as a range."""
        low, high = (self.number(value, decimals) for value in band.ends)
        return low if low == high else f"{low}–{high}"

    def tenths(self, band: Band) -> str:
        """A band with one decimal."""
        return self.band(band, 1)

    def date(self, text: str) -> str:
        """A date of one of three precisions in words: year, month and year, or the day.

        What no calendar has is given back as it is.
        """
        try:
            parts = [int(part) for part in text.split("-")]
            if len(parts) == 1:
                return text
            day = datetime.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
        except ValueError:
            return text
        # Most answers have no dates, and what writes them takes long to load.
        from babel.dates import format_date, format_skeleton

        # English as it is written at the site, with the day first.
        locale = _BRITISH if str(self.locale) == "en" else self.locale
        if len(parts) > 2:
            return str(format_date(day, "long", locale=locale))
        return str(format_skeleton("yMMMM", day, locale=locale))

    def language_name(self, code: str) -> str:
        """What another language is called in this one; the code of one that CLDR does not know."""
        # By the code itself first: a locale has to be of a place, so that of `und` is American.
        if named := self.locale.languages.get(code):
            return str(named)
        try:
            return Locale.parse(code, sep="-").get_display_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            first = self.locale.languages.get(code.partition("-")[0])
            return f"{first} ({code})" if first else code


def _schemes(code: str) -> dict[str, Any]:
    """The words for argumentation schemes, by the schemes' ids."""
    return {
        scheme.id: {
            "name": scheme.name.wording(code).text,
            "description": scheme.description.wording(code).text,
            "questions": [each.wording(code).text for each in scheme.questions],
        }
        for scheme in schemes().values()
    }


def _words(text: str) -> dict[str, Any]:
    # Most often they are kept, and nothing is needed to read them.
    from graph.store.yaml_reading import read_yaml

    words: dict[str, Any] = read_yaml(text).data
    return words


@lru_cache(maxsize=8)
def language(code: str) -> Language:
    """The interface in the language of this code. Raises FileNotFoundError for an unknown one."""
    text = files("graph.words").joinpath("languages", f"{code}.yaml").read_text("utf-8")
    texts = {**said_by(text, "words", _words), "scheme": _schemes(code)}
    return Language(code, texts, texts["decimal"], Locale.parse(code, sep="-"))

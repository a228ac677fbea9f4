"""What a licence is called, and where it can be read."""

import re
from typing import NamedTuple

_CREATIVE_COMMONS = re.compile(r"CC-(?P<terms>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>\d\.\d)\Z")
_CC0 = re.compile(r"CC0-(?P<version>\d\.\d)\Z")
_SPDX_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*\Z")


class Licence(NamedTuple):
    """A licence's name, and its address where there is one."""

    name: str
    url: str | None


def licence(text: str, language: str) -> Licence:
    """The licence that a record gives by its SPDX id, its address or its name.

    Creative Commons licences lead to their summary in the reader's language, other ids to the
    SPDX list of licences.
    """
    if text.startswith(("https://", "http://")):
        return Licence(text.partition("://")[2].removesuffix("/"), text)
    if found := _CREATIVE_COMMONS.match(text):
        terms, version = found["terms"], found["version"]
        where = f"licenses/{terms.lower()}/{version}"
        return Licence(f"CC {terms} {version}", _deed(where, language))
    if found := _CC0.match(text):
        where = f"publicdomain/zero/{found['version']}"
        return Licence(f"CC0 {found['version']}", _deed(where, language))
    if _SPDX_ID.match(text):
        return Licence(text, f"https://spdx.org/licenses/{text}.html")
    return Licence(text, None)


def _deed(where: str, language: str) -> str:
    return f"https://creativecommons.org/{where}/deed.{language}"

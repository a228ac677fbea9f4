"""The directions of texts on a page: told wherever their languages are."""

import re

from graph.words.direction import direction

_NAMED = re.compile(r' lang="([A-Za-z0-9-]+)"')
"""What is named as a language, in whatever place: much quicker to find."""
_IN_A_LANGUAGE = re.compile(r'<[a-z][a-z0-9]*\b(?:\s[^<>]*?)?\slang="([A-Za-z0-9-]+)"')


def with_directions(page: str) -> str:
    """HTML of a page in which each element that is said to be in a language runs in the direction
    of that, where any of them runs to the left.

    Whatever is text in it has its angle brackets escaped, and is never taken for an element.
    """
    if all(direction(each) == "ltr" for each in set(_NAMED.findall(page))):
        return page
    return _IN_A_LANGUAGE.sub(lambda match: f'{match[0]} dir="{direction(match[1])}"', page)

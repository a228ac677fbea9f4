"""Names of files that no record can have, since nothing could say them."""

from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import Refusal
from graph.text.invisible import faulty, hidden, sign_name
from graph.text.visible import visible

_TOP = Span(1, 1, 2)


def name_problem(path: str, name: str) -> Problem | None:
    """What is wrong with the last name of a path.

    The problem's path is one that can be written anywhere, with a sign for what cannot.
    """
    refused = name_refusal(name)
    return refused and Problem(shown(path), refused.fault, _TOP, refused.detail)


def name_refusal(name: str) -> Refusal | None:
    """Why nothing of this name is read."""
    if name.isascii() and name.isprintable():
        return None
    why = _unusable(name)
    return Refusal(Fault.UNUSABLE_NAME, why) if why else None


def unusable_path(path: str) -> Problem | None:
    """What is wrong with the first of the names in a path that has something wrong with it."""
    names = path.split("/")
    found = (name_problem("/".join(names[: at + 1]), name) for at, name in enumerate(names))
    return next((each for each in found if each is not None), None)


def shown(path: str) -> str:
    """A path as it can be shown: what is no UTF-8 in it, or cannot be seen, as a sign."""
    return visible(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _unusable(name: str) -> str:
    if any("\ud800" <= each <= "\udfff" or each == "\ufffd" for each in name):
        return "its name is not UTF-8"
    places = [
        *faulty(name),
        *hidden(name),
        *(at for at, each in enumerate(name) if each in "\t\n\r"),
    ]
    return f"its name has the character {sign_name(name[min(places)])}" if places else ""

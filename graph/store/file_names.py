"""Names and places that no file of a record can have: nothing could say or would read them."""

from graph.records import limits
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
    """What is wrong with the first of the names in a path that has something wrong with it, or with
    a file that is within too many folders; `path` is relative to the root."""
    names = path.split("/")
    for at, name in enumerate(names):
        # Besides the folders there are `claims` and the file itself.
        if limits.FOLDERS < at < len(names) - 1:
            return Problem(shown("/".join(names[: at + 1])), *deep_folder())
        if (found := name_problem("/".join(names[: at + 1]), name)) is not None:
            return found
    return None


def deep_folder() -> tuple[Fault, Span, str]:
    """What is said of a folder that is within too many others."""
    detail = f"a folder within {limits.FOLDERS} others; nothing in it is read"
    return Fault.DEEP_FOLDER, _TOP, detail


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

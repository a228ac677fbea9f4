"""Text as LaTeX in which nothing of it does anything, and which BibTeX can keep in braces."""

_SIGNS = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, those behind a backslash too: names of them are in balance.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "$&%#_"},
}
_TEXT = str.maketrans(_SIGNS)
_JOINING = ("--", "''", "``", "?`", "!`", ",,", "<<", ">>")
"""Signs that LaTeX sets as one."""
_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


def latex(text: str) -> str:
    """The text as LaTeX that shows it as it is."""
    shown = text.translate(_TEXT)
    for pair in _JOINING:
        while pair in shown:
            shown = shown.replace(pair, f"{pair[0]}{{}}{pair[1]}")
    return shown


def verbatim(address: str) -> str:
    """An address for a field that LaTeX takes as it is: only what would unbalance it escaped."""
    return address.translate(_ADDRESS)

"""Themes by name. The id of a theme is unique within its debate, so that elsewhere it may need the
debate's before it: `debate/theme`."""

from collections.abc import Mapping

from graph.argument.lookup import unknown
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.text.nearest import listed
from graph.text.visible import visible


def theme_names(kb: KnowledgeBase) -> Mapping[tuple[str, str], str]:
    """The shortest name of each theme that is no other's, by its debate's id and its own: its own
    id, or `debate/theme` where another debate has a theme of that id."""
    with_id = _with_id(kb, older=False)
    return {
        (debate.id, theme.id): theme.id
        if len(with_id[theme.id]) == 1
        else f"{debate.id}/{theme.id}"
        for debate in kb.debates.values()
        for theme in debate.themes
    }


def find_theme(kb: KnowledgeBase, name: str) -> tuple[str, str]:
    """The debate's id and its own of the theme of this name or older one, which may begin with the
    debate's.

    Raises:
        AnswerError: there is none, or several; the message names those it may be.
    """
    debate, slash, theme = name.rpartition("/")
    debate, debates = kb.present("debate", debate), _with_id(kb).get(theme, ())
    if not slash:
        # An id that a theme has goes before one that another had.
        debates = _with_id(kb, older=False).get(theme, debates)
    elif debate in debates:
        return debate, _present(kb, debate, theme)
    if slash or not debates:
        raise unknown("theme", name, theme_names(kb).values())
    if len(debates) > 1:
        ways = listed([f"{each}/{theme}" for each in debates], "or")
        raise AnswerError(f"several debates have a theme {visible(theme)}: name it as {ways}")
    return debates[0], _present(kb, debates[0], theme)


def _present(kb: KnowledgeBase, debate: str, theme: str) -> str:
    """The present id of a theme of a debate that has one of this id, or of this older one."""
    themes = kb.debates[debate].themes
    if any(each.id == theme for each in themes):
        return theme
    return next(each.id for each in themes if theme in each.aliases)


def _with_id(kb: KnowledgeBase, older: bool = True) -> Mapping[str, tuple[str, ...]]:
    """The debates that have a theme of each id, or had one of it that has another by now."""
    found: dict[str, dict[str, None]] = {}
    for debate in kb.debates.values():
        for theme in debate.themes:
            for each in (theme.id, *(theme.aliases if older else ())):
                found.setdefault(each, {})[debate.id] = None
    return {theme: tuple(debates) for theme, debates in found.items()}

"""The name of a link: `claim -> target`, with the target in brackets where it is a link.

A link that carries no id of its own is named by the claim that argues and by what it bears on.
An undercut bears on a link, so names nest, and only to the right: `a -> (b -> (c -> d))`. A name
is therefore a row of words, the arguing claims from the outermost to the innermost and, last,
what the innermost bears on. A link's own id is a name of one word.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graph.records.scalars import is_well_formed_id
from graph.text.one_line import evenly_spaced

_ARROW = " -> "


@dataclass(frozen=True)
class LinkName:
    """The words of a link's name, at least one; `str` writes it."""

    words: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "LinkName | None":
        """The name that stands here, with whatever spacing; None where it is not one.

        Every word is an id and every bracket is in its place.
        """
        name = cls.meant(text)
        sound = all(map(is_well_formed_id, name.words)) and str(name) == normalised_link_name(text)
        return name if sound else None

    @classmethod
    def meant(cls, text: str) -> "LinkName":
        """The name that somebody means, whatever they wrote.

        What stands between arrows is taken as a word, even where no id looks like it, and
        brackets are passed over.
        """
        bare = text.replace("(", " ").replace(")", " ")
        return cls(tuple(map(evenly_spaced, bare.split("->"))))

    def __str__(self) -> str:
        """The name in its regular form."""
        if self.own:
            return self.words[0]
        *claims, final = self.words
        return f"{_ARROW}(".join(claims) + f"{_ARROW}{final}" + ")" * (len(claims) - 1)

    @property
    def own(self) -> bool:
        """Whether this is an id that a link carries, and says nothing of claims."""
        return len(self.words) == 1

    @property
    def claim(self) -> str:
        """The arguing claim; of a link's own id, that."""
        return self.words[0]

    @property
    def final(self) -> str:
        """The claim that the link bears on in the end, or the own id of the link it undercuts."""
        return self.words[-1]

    def renamed(self, present: Callable[[str], str]) -> "LinkName":
        """The name with its claims called otherwise; a link's own id stays as it is."""
        # It is not made of claims, though it may look like one.
        return self if self.own else LinkName(tuple(map(present, self.words)))


def link_name(claim: str, target: str) -> str:
    """The name of a link that carries no id of its own; `target` is a claim or a link's name."""
    return f"{claim}{_ARROW}({target})" if _ARROW in target else f"{claim}{_ARROW}{target}"


def normalised_link_name(name: str) -> str:
    """A link's name as a person wrote it, with its spacing made regular.

    So is any other text, of which nothing else is asked.
    """
    return evenly_spaced(name.replace("->", _ARROW)).replace("( ", "(").replace(" )", ")")

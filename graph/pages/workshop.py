"""A place where files of a site are made: a process, a thread, or another machine."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.pages.batches import SIZE, Batch
from graph.pages.frame import Settings, SiteImage, SitePage
from graph.pages.made import Made
from graph.pages.making import Making
from graph.pages.site import Site
from graph.pages.template_texts import TemplateTexts
from graph.review.history import History
from graph.store import Tree


@dataclass(frozen=True)
class Recipe:
    """All that a site is made of, as a value: who has it makes the same site."""

    tree: Tree
    settings: Settings
    history: History
    followed: bool = False
    """Whether it is noted what is read for each page."""

    @classmethod
    def of(cls, site: Site) -> "Recipe":
        """That of a site."""
        followed = isinstance(site.kb, Followed)
        return cls(site.kb.tree, site.settings, site.frame.history, followed)

    @property
    def abroad(self) -> "Recipe":
        """The same for a machine that has none of the files of this one: with the texts of
        templates, and without the folder of pictures."""
        texts = TemplateTexts(self.settings.templates)
        return replace(self, settings=replace(self.settings, texts=texts, cache=None))

    def making(self) -> Making:
        """The making of the site."""
        kb = KnowledgeBase(self.tree)
        return Making(Site(Followed(kb) if self.followed else kb, self.settings, self.history))


class Workshop:
    """Makes batches of a site's files. Sent to another process it goes as its recipe, of which the
    site is made there when it is first needed.

    Every thread has a site of its own: a knowledge base keeps in mind what it worked out, and is
    not meant to be asked by two at once. They share the records.
    """

    def __init__(self, recipe: Recipe, making: Making | None = None) -> None:
        self.recipe = recipe
        self._own = threading.local()
        if making is not None:
            self._own.bench = _Bench(making)

    def __reduce__(self) -> tuple[type["Workshop"], tuple[Recipe]]:
        return Workshop, (self.recipe,)

    @classmethod
    def of(cls, making: Making) -> "Workshop":
        """A workshop in which the one who asks uses the site that is there already."""
        return cls(Recipe.of(making.site), making)

    def make(self, batch: Batch) -> tuple[Made, ...]:
        """The files of a batch, in its order.

        Raises:
            LookupError: the site has no such files.
        """
        return self._bench.make(batch)

    def prepare(self) -> None:
        """Work out what many pages have in common, so that processes that part from this one do not
        each do so: the first page is made of all those of which there are many."""
        making = self._bench.making
        making.site.frame.compile()
        for group in making.site.groups():
            try:
                first = list(islice(group.files(), SIZE + 1))
            except Exception:
                continue
            if len(first) > SIZE:
                making.make(first[0])

    @property
    def _bench(self) -> "_Bench":
        bench: _Bench | None = getattr(self._own, "bench", None)
        if bench is None:
            bench = self._own.bench = _Bench(self.recipe.making())
        return bench


_NEAR = 20
"""As many files are looked at for one that is asked for by its address."""


class _Bench:
    """One site, of whose files as many are listed as have been asked for: a list of all of them
    would take more memory than the records."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self._runs = tuple(making.site.runs())
        self._run, self._at = -1, 0
        self._files: Iterator[SitePage | SiteImage] = iter(())

    def make(self, batch: Batch) -> tuple[Made, ...]:
        return tuple(map(self.making.make, self._those(batch)))

    def _those(self, batch: Batch) -> Iterator[SitePage | SiteImage]:
        found = self._found(batch) if batch.scattered else None
        yield from self._listed(batch) if found is None else found

    def _found(self, batch: Batch) -> Sequence[SitePage | SiteImage] | None:
        """The files of a batch by their addresses; None where that is no way to find them all, or
        takes as long as to go through the list."""
        found: list[SitePage | SiteImage] = []
        for file in batch.files:
            near = self._runs[batch.run].near(file.casefold()) or ()
            one = next((each for each in islice(near, _NEAR) if each.file == file), None)
            if one is None:
                return None
            found.append(one)
        return found

    def _listed(self, batch: Batch) -> Iterator[SitePage | SiteImage]:
        """The files of a batch, for which the list is gone through up to the last of them."""
        if self._run != batch.run or self._at > batch.begins:
            self._files = self.making.listed(self._runs[batch.run])
            self._run, self._at = batch.run, 0
        missing = set(batch.files)
        for file in self._files:
            self._at += 1
            if self._at > batch.begins and file.file in missing:
                missing.remove(file.file)
                yield file
                if not missing:
                    return
        raise LookupError(f"the site has no {min(missing)}")

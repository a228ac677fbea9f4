"""What goes with a page when it is shared: the gist of a claim, and a picture."""

from collections.abc import Iterator

from graph.base.reads import RememberedBy
from graph.pages.sharing.claim_picture import ClaimPicture
from graph.pages.sharing.picture import SharePicture, Step, Weighed
from graph.pages.views.debates import Debates, DebateView
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.themes import ThemeView
from graph.text.one_line import without_stop

FOLDER = "share/"
_ROOTS = 3
"""Roots of a theme that its picture has room for."""


class Sharing:
    """Gists and pictures in one language: a picture for each thesis and for each theme and, where
    there are at most so many claims, for each claim."""

    def __init__(self, reader: Reader, debates: Debates, most_claims: int) -> None:
        self._reader = reader
        self._language = reader.language
        self._debates = debates
        self._folder = f"{self._language.prefix}{FOLDER}"
        self._of_theses = RememberedBy[SharePicture]()
        self._of_themes = RememberedBy[SharePicture]()
        self.own = len(reader.kb.claims) <= most_claims
        """Whether each claim has a picture of its own."""

    @property
    def code(self) -> str:
        """The code of its language."""
        return self._language.code

    @property
    def pictures(self) -> tuple[SharePicture, ...]:
        """The pictures of theses and of themes, each once."""
        theses = (thesis.id for view in self._debates for thesis in view.theses)
        themes = (theme for view in self._debates for theme in view.themes)
        found = (*map(self._of_thesis, dict.fromkeys(theses)), *map(self.of_theme, themes))
        return tuple(each for each in found if each is not None)

    def claim_pictures(self) -> Iterator[tuple[str, str]]:
        """The claims other than theses that have a picture of their own, each with its path."""
        if self.own:
            for claim in self._reader.kb.claims:
                if claim not in self._reader.theses:
                    yield claim, self._path(claim)

    def drawn(self, claim: ClaimView) -> ClaimPicture:
        """A claim's own picture."""
        stands: tuple[Weighed | Step, ...] = ()
        if not claim.is_question:
            stands = (Weighed("", claim.stand), *self._steps(claim))
        return ClaimPicture(
            self._path(claim.id),
            f"{claim.sentence} {self.gist(claim)}".rstrip(),
            claim.sentence,
            stands,
            self._language.t("site.name"),
        )

    def _path(self, claim: str) -> str:
        return f"{self._folder}claim/{claim}.png"

    def of_theme(self, view: ThemeView) -> SharePicture:
        """The theme's own."""
        return self._of_themes.of(Sharing._theme, self, view.debate.id, view.theme.id)

    def of_debate(self, view: DebateView) -> SharePicture | None:
        """That of its first thesis."""
        return self._of_thesis(view.theses[0].id) if view.theses else None

    def of_home(self) -> SharePicture | None:
        """That of the first debate."""
        return next(map(self.of_debate, self._debates), None)

    def of_claim(self, claim: ClaimView) -> SharePicture | ClaimPicture | None:
        """That of the thesis it is, else its own where claims have one, else that of its first
        theme, else of the thesis it leads to."""
        if (thesis := self._of_thesis(claim.id)) is not None:
            return thesis
        if self.own:
            return self.drawn(claim)
        for view in self._debates.themes_of(claim.id):
            return self.of_theme(view)
        return self._of_thesis(claim.breadcrumb[0][1].id)

    def gist(self, claim: ClaimView) -> str:
        """Where a claim stands, its strongest reason and its strongest objection."""
        if claim.is_question:
            return ""
        words = [f"{claim.standing_word}."]
        # Without a label of its own a claim goes by its sentence, which has its full stop.
        words += [
            f"{self._reader.language.begun(step.word)}: {without_stop(step.label)}."
            for step in self._steps(claim)
        ]
        return " ".join(words)

    def _steps(self, claim: ClaimView) -> list[Step]:
        return [
            Step(link.link.type, self._language.t(f"word.{link.type}"), link.claim.label)
            for links in (claim.reasons, claim.objections)
            for link in links[:1]
        ]

    def _of_thesis(self, claim: str) -> SharePicture | None:
        """That of a claim that is a thesis, made of the last debate of which it is one."""
        if claim not in self._reader.theses:
            return None
        debates = [name for name, theses in self._reader.kb.theses_of.items() if claim in theses]
        return self._of_theses.of(Sharing._thesis, self, debates[-1], claim)

    def _thesis(self, name: str, claim: str) -> SharePicture:
        debate, thesis = self._debates.view(name), self._reader.claim(claim)
        steps = self._steps(thesis)
        return SharePicture(
            f"{self._folder}thesis/{thesis.id}.png",
            f"{thesis.sentence} {self.gist(thesis)}",
            self._reader.wording(debate.debate.question).text,
            thesis.sentence,
            "",
            (Weighed("", thesis.stand), *steps),
            self._language.t("site.name"),
            self._language.t("site.tagline"),
            self._reader.kb.paths["claim", thesis.id],
        )

    def _theme(self, debate: str, name: str) -> SharePicture:
        view = self._debates.theme(debate, name)
        theme = view.theme
        title = self._reader.wording(theme.title).text
        question = self._reader.wording(theme.question).text if theme.question else ""
        roots = [root for root in view.roots if not root.is_question][:_ROOTS]
        words = [title if title.endswith("?") else f"{title}.", question]
        words += [f"{root.label}: {root.standing_short}." for root in roots]
        return SharePicture(
            f"{self._folder}theme/{view.key}.png",
            " ".join(part for part in words if part),
            self._reader.wording(view.debate.title).text,
            title,
            question,
            tuple(Weighed(root.label, root.stand) for root in roots),
            self._language.t("site.name"),
            self._language.t("site.tagline"),
            self._reader.kb.paths["debate", view.debate.id],
        )

"""What goes with a page when it is shared: the gist of a claim, and a picture."""

from collections.abc import Iterator

from graph.base.reads import remembered
from graph.pages.sharing.claim_picture import ClaimPicture
from graph.pages.sharing.picture import SharePicture, Step, Weighed
from graph.pages.views.debates import Debates, DebateView
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.themes import ThemeView

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
        self._own = len(reader.kb.claims) <= most_claims

    @remembered
    def pictures(self) -> tuple[SharePicture, ...]:
        """The pictures of theses and of themes, each once."""
        return (*self._of_thesis.values(), *self._of_theme.values())

    def claim_pictures(self) -> Iterator[tuple[str, str]]:
        """The claims other than theses that have a picture of their own, each with its path."""
        if self._own:
            for claim in self._reader.kb.claims:
                if claim not in self._of_thesis:
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
        return self._of_theme[view.path]

    def of_debate(self, view: DebateView) -> SharePicture | None:
        """That of its first thesis."""
        return self._of_thesis[view.theses[0].id] if view.theses else None

    def of_home(self) -> SharePicture | None:
        """That of the first debate."""
        return next(map(self.of_debate, self._debates.all), None)

    def of_claim(self, claim: ClaimView) -> SharePicture | ClaimPicture | None:
        """That of the thesis it is, else its own where claims have one, else that of its first
        theme, else of the thesis it leads to."""
        if claim.id in self._of_thesis:
            return self._of_thesis[claim.id]
        if self._own:
            return self.drawn(claim)
        for view in self._debates.themes_of(claim.id):
            return self.of_theme(view)
        return self._of_thesis.get(claim.breadcrumb[0][1].id)

    def gist(self, claim: ClaimView) -> str:
        """Where a claim stands, its strongest reason and its strongest objection."""
        if claim.is_question:
            return ""
        words = [f"{claim.standing_word}."]
        # Without a label of its own a claim goes by its sentence, which has its full stop.
        words += [
            f"{self._reader.language.begun(step.word)}: {step.label.rstrip('.')}."
            for step in self._steps(claim)
        ]
        return " ".join(words)

    def _steps(self, claim: ClaimView) -> list[Step]:
        return [
            Step(link.link.type, self._language.t(f"word.{link.type}"), link.claim.label)
            for links in (claim.reasons, claim.objections)
            for link in links[:1]
        ]

    @remembered
    def _of_thesis(self) -> dict[str, SharePicture]:
        return {
            thesis.id: self._thesis(view, thesis)
            for view in self._debates.all
            for thesis in view.theses
        }

    @remembered
    def _of_theme(self) -> dict[str, SharePicture]:
        themes = (view for debate in self._debates.all for view in debate.themes)
        return {view.path: self._theme(view) for view in themes}

    def _thesis(self, debate: DebateView, thesis: ClaimView) -> SharePicture:
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

    def _theme(self, view: ThemeView) -> SharePicture:
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

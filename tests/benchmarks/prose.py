"""Made-up prose in two languages: enough different words that an index has something to do."""

import random
from itertools import accumulate

_ONSETS = {
    "en": "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st t th tr v w".split(),
    "nl": "b bl d dr f g gr h j k kl kr l m n p pr r s sch sl st t tr v w z zw".split(),
}
_MIDDLES = {
    "en": "a ai e ea ee i ie o oa oo ou u y".split(),
    "nl": "a aa e ee eu i ie ij o oe oo ou u ui".split(),
}
_ENDS = {
    "en": "b ck d ft l ll m n nd ng nt p r rd rk s ss st t th".split(),
    "nl": "cht d f g k l lf m n nd ng nk p r rg rk s st t".split(),
}
_SMALL = {
    "en": "the of a and to in is that for it with as on by from".split(),
    "nl": "de het een van en te in is dat voor op met als door uit".split(),
}
WORDS = 4000
"""Different words in each language, beside the small ones."""


class Prose:
    """Sentences of one language, drawn from a vocabulary of its own."""

    def __init__(self, language: str, seed: int) -> None:
        self._random = random.Random(f"{language} {seed}")
        self._language = language
        self._vocabulary = [self._word() for _ in range(WORDS)]
        # Words are used as in any text: few often, most rarely (Zipf).
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))

    def _word(self) -> str:
        draw = self._random
        return "".join(
            draw.choice(_ONSETS[self._language])
            + draw.choice(_MIDDLES[self._language])
            + (draw.choice(_ENDS[self._language]) if draw.random() < 0.6 else "")
            for _ in range(draw.choice((1, 2, 2, 3)))
        )

    def words(self, count: int) -> list[str]:
        """So many words, a small one between every two others."""
        long = self._random.choices(self._vocabulary, cum_weights=self._weights, k=-(-count // 2))
        small = self._random.choices(_SMALL[self._language], k=len(long))
        return [word for pair in zip(long, small, strict=True) for word in pair][: count | 1]

    def sentence(self, least: int = 8, most: int = 16) -> str:
        """A sentence with a capital and a full stop."""
        words = self.words(self._random.randint(least, most) | 1)
        return " ".join(words).capitalize() + "."

    def label(self) -> str:
        """A few words, at most 40 characters."""
        return " ".join(self.words(3)).capitalize()[:40].strip()

    def annotation(self) -> str:
        """Two paragraphs of Markdown."""
        first = " ".join(self.sentence() for _ in range(3))
        second = " ".join(self.sentence() for _ in range(2))
        return f"{first}\n\n{second} *{self.label()}*.\n"

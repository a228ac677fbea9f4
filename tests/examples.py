"""How many examples of a property are tried, as a share of what the run asks for.

`make test` asks for 25 each; `pytest --hypothesis-profile=dev`, which `make quick` runs, for 10;
and `--hypothesis-profile=thorough`, which `make coverage` and so the hosted workflow runs, for
hypothesis's own number, 100. A property that is cheap, or worth more, takes a multiple.
"""

from hypothesis import settings


def examples(factor: float) -> int:
    """So many times the number of examples of the profile, for `settings(max_examples=…)`."""
    return max(1, round(settings().max_examples * factor))

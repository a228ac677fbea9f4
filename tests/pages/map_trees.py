"""Trees to be laid out, made up from a seed."""

from dataclasses import replace
from random import Random

from graph.pages.maps.hanging_tree import KINDS, Item

_LABELS = (
    "Chips",
    "A single winner: US or China",
    "Toetredingsdrempels lager dan gedacht",
    "MMMM WWWW @@@@ %%%% mmmm wwww",
    "‘Ja’, zei zij – “meer” (of minder)…",
    "x" * 60,
    "人工知能",
)


def numbered(item: Item, kind: str, key: str = "") -> Item:
    """The item as one of this kind, what is below it in order, under keys used nowhere else."""
    ordered = sorted(item.below, key=lambda each: KINDS.index(each.kind))
    key = key or item.key
    below = tuple(numbered(each, each.kind, f"{key}.{n}") for n, each in enumerate(ordered))
    return replace(item, kind=kind, key=key, below=below)


def _item(random: Random, kinds: tuple[str, ...], most: int, deepest: int) -> Item:
    count = random.randint(0, most) if deepest else 0
    below = [_item(random, KINDS, 2, deepest - 1) for _ in range(count)]
    more = random.choice((0, 0, 3, 12))
    return Item("", random.choice(_LABELS), random.choice(kinds), more, more > 0, tuple(below))


def _tree(random: Random) -> Item:
    every = ("supports", "contradicts", "conditions")
    sides = tuple(random.sample(every, random.randint(1, 3)))
    below = [_item(random, sides, 3, 3) for _ in range(random.randint(0, 6))]
    return Item("", random.choice(_LABELS), below=tuple(below))


def forest(seed: int) -> list[list[Item]]:
    """Rows of trees: claims, and in every other forest the headings of themes with theirs."""
    random = Random(seed)
    tops = [_tree(random) for _ in range(random.randint(1, 4))]
    rows = [[numbered(tree, "", f"top-{n}") for n, tree in enumerate(tops)]]
    if seed % 2:
        themes = [[_tree(random) for _ in range(random.randint(1, 3))] for _ in range(3)]
        rows.append(
            [
                Item(
                    f"theme-{n}",
                    f"A theme called {n}",
                    "theme",
                    below=tuple(numbered(each, "root", f"{n}-{m}") for m, each in enumerate(trees)),
                )
                for n, trees in enumerate(themes)
            ]
        )
    return rows

"""A general page without the cases that are about somebody else's claims."""

import re
from collections.abc import Container

_CLAIM = re.compile(r"\]\((?:\.\./)*(?:[a-z-]+/)?claims/([a-z0-9-]+)/")
_CELL = re.compile(r"(?<!\\)\|")


def without_foreign_cases(markdown: str, claims: Container[str]) -> str:
    """The page of a guide without its paragraphs, and columns of its tables, that lead to the page
    of a claim that is not among these."""

    def foreign(text: str) -> bool:
        return any(claim not in claims for claim in _CLAIM.findall(text))

    blocks = []
    for block in markdown.split("\n\n"):
        if not foreign(block):
            blocks.append(block)
        elif block.startswith("|"):
            rows = [_CELL.split(row.strip().strip("|")) for row in block.splitlines()]
            kept = [
                column
                for column in range(len(rows[0]))
                if not any(foreign(row[column]) for row in rows)
            ]
            blocks.append("\n".join("|".join(("", *(row[at] for at in kept), "")) for row in rows))
    return "\n\n".join(blocks)

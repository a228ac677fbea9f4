"""`python -m tests.benchmarks`: what each piece of work costs at several sizes, beside MkDocs,
properdocs and Hugo."""

import argparse
import os
import sys
from pathlib import Path

from tests.benchmarks import tables
from tests.benchmarks.argument import CLAIMS_PER_DEBATE
from tests.benchmarks.measuring import measure
from tests.benchmarks.page import write_pages
from tests.benchmarks.results import as_json, write_results


def main() -> None:
    """Measure and print, or write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[272, 1000, 10000])
    parser.add_argument("--per-debate", type=int, default=CLAIMS_PER_DEBATE, metavar="CLAIMS")
    parser.add_argument("--repeat", type=int, default=1, help="the cheapest of so many times")
    parser.add_argument(
        "--machine", default=f"a machine of {os.cpu_count()} cores", help="what it is called"
    )
    parser.add_argument(
        "--json", metavar="FILE", help="keep the figures in a file; - prints them instead of tables"
    )
    parser.add_argument(
        "--write", action="store_true", help="measure nothing, write the page from what is kept"
    )
    wanted = parser.parse_args()
    if wanted.write:
        write_pages()
        return

    def say(text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r\033[K{text} ...", end="", file=sys.stderr, flush=True)

    measurements = [
        measure(size, wanted.per_debate, wanted.repeat, say, wanted.machine)
        for size in sorted(wanted.sizes)
    ]
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if wanted.json == "-":
        print(as_json(measurements), end="")
        return
    if wanted.json:
        write_results(Path(wanted.json), measurements)
    for part in (tables.where, tables.costs, tables.ratios, tables.sizes):
        print(f"{part(measurements, 'en')}\n")


main()

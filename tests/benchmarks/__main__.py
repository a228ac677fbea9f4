"""`python -m tests.benchmarks`: seconds and peak memory at several sizes, and the growth."""

import argparse
import dataclasses
import json
import platform
import sys

from tests.benchmarks.argument import CLAIMS_PER_DEBATE
from tests.benchmarks.measuring import Cost, Measurement, measure

ROWS = (
    ("records read", "read"),
    ("records read again", "read_again"),
    ("check", "check"),
    ("diff of two claims", "diff"),
    ("balances and labelling", "weigh"),
    ("full build, no search", "build"),
    ("full build, search", "build_with_search"),
    ("plain MkDocs, prose", "plain"),
    ("plain MkDocs, lists, links", "plain_full"),
)


def table(measurements: list[Measurement]) -> str:
    """All measurements beside one another, with ratios and growth."""
    lines = [f"Python {platform.python_version()} on {platform.system()} {platform.machine()}", ""]
    sizes = "".join(f"{f'{each.claims:,} claims':>26}" for each in measurements)
    growing = len(measurements) > 1
    factor = measurements[-1].claims / measurements[0].claims
    lines.append(f"{'':28}{sizes}{'growth' if growing else '':>10}")
    units = f"{'seconds':>13}{'(CPU)':>8}{'MiB':>5}" * len(measurements)
    lines.append(f"{'':28}{units}{f'/{factor:g}' if growing else '':>10}")
    for title, field in ROWS:
        costs: list[Cost] = [getattr(each, field) for each in measurements]
        cells = "".join(f"{c.seconds:13.3f}{c.processor:8.2f}{c.mebibytes:5.0f}" for c in costs)
        growth = f"{costs[-1].seconds / costs[0].seconds / factor:10.2f}" if growing else ""
        lines.append(f"{title:28}{cells}{growth}")
    lines.append("")
    lines.extend(_summary(each) for each in measurements)
    if growing:
        lines.append("Plain MkDocs builds as many Markdown pages, with the same words.")
        lines.append("Growth: seconds at the largest size over those at the smallest, divided by")
        lines.append("the ratio of the sizes; 1 is linear.")
    return "\n".join(lines)


def _summary(found: Measurement) -> str:
    return (
        f"{found.claims:,} claims, {found.links:,} links: {found.pages:,} HTML pages of "
        f"{found.bytes_made / 1024:.1f} KiB (plain: {found.plain_bytes / 1024:.1f} KiB). "
        f"Build / plain MkDocs with prose: {found.ratio_without_search:.2f} without search, "
        f"{found.ratio:.2f} with search."
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--per-debate", type=int, default=CLAIMS_PER_DEBATE, metavar="CLAIMS")
    parser.add_argument("--repeat", type=int, default=1, help="the fastest of so many times")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    wanted = parser.parse_args()

    def say(text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r\033[K{text} ...", end="", file=sys.stderr, flush=True)

    measurements = [
        measure(size, wanted.per_debate, wanted.repeat, say) for size in sorted(wanted.sizes)
    ]
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if wanted.json:
        rows = [
            {
                **dataclasses.asdict(each),
                "ratio": each.ratio,
                "ratio_without_search": each.ratio_without_search,
            }
            for each in measurements
        ]
        print(json.dumps({"measurements": rows}, indent=2))
    else:
        print(table(measurements))


main()

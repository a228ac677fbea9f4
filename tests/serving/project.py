"""A small site to serve and to build, and both of what it is at one moment."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config

from graph.plugin import BetoogPlugin
from tests.small import lay_out

CONFIGURATION = """\
site_name: Paths
docs_dir: site
site_dir: _site
site_url: https://example.org/kb/
theme: {name: null, custom_dir: templates}
plugins: [betoog: {search: false, history: 0}]
nav: []
markdown_extensions: [tables, admonition]
"""
PAGES = {
    "site/about.md": "# About us\n\nSee [the claims](claims/index.html), [one]"
    "(claims/build-cycle-paths/index.html) and [more](more.md).\n\n<!-- made: grades -->\n",
    "site/about.nl.md": "# Over ons\n\nLees [verder](more.md).\n",
    "site/more.md": "# More\n\n<!-- made: citing -->\n\n[Back](about.md#about-us)\n",
    "site/contribute.md": "# Write to us\n\n![a dot](dot.svg)\n",
    "site/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
    "site/claims/paths-cost-much.md": "# There is a page of that name already\n",
    "templates/README.md": "Templates of our own.\n",
}


def project(root: Path) -> Path:
    """A site of a few records, texts, templates and words, below a root."""
    lay_out(root)
    write(root, "mkdocs.yml", CONFIGURATION)
    for path, text in PAGES.items():
        write(root, path, text)
    return root


def write(root: Path, path: str, text: str) -> None:
    """Write a file below a root, in folders that are made if need be."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8", newline="")


def built(root: Path, out: Path, chosen: Callable[[str], bool]) -> dict[str, bytes | None]:
    """What a cold build writes: every address with its bytes, or with none for a page that is not
    among those chosen, of which it is known only that it is there."""
    left_out: list[str] = []
    original = BetoogPlugin.on_env

    def on_env(plugin: BetoogPlugin, env: Any, **more: Any) -> Any:
        left_out.extend(file for _, file in plugin._listed if not chosen(file))
        plugin._listed = [each for each in plugin._listed if chosen(each[1])]
        return original(plugin, env, **more)

    with patch.object(BetoogPlugin, "on_env", on_env):
        build(load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(out)))
    return {**dict.fromkeys(left_out), **dict(_files(out))}


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for each in folder.rglob("*"):
        if each.is_file() and each.name != ".betoog-site":
            yield each.relative_to(folder).as_posix(), each.read_bytes()

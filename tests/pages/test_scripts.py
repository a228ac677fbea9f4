"""The scripts of the pages, read as text."""

import re
from graphlib import TopologicalSorter

from graph.pages.bundled import SITE

_IMPORT = re.compile(r"""(?:\bfrom|\bimport)[\s(]*["']\./([\w.-]+\.js)["']""")


def test_no_script_imports_itself_by_way_of_others() -> None:
    scripts = {path.name: path.read_text("utf-8") for path in (SITE / "assets/js").glob("*.js")}
    imported = {name: set(_IMPORT.findall(text)) for name, text in scripts.items()}
    later = {"consequences.js", "map_download.js", "preview.js", "sharing.js"}
    assert imported["acceptance.js"] == {"page.js"} | later
    # Raises CycleError for a circle, lazy imports included.
    assert set(TopologicalSorter(imported).static_order()) == set(scripts)

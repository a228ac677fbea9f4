"""A project of a few records, and strict builds of it in the tests' own process."""

import io
import logging
import shutil
import sys
import warnings
from contextlib import ExitStack
from functools import partialmethod
from pathlib import Path
from unittest.mock import patch

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from graph.pages import crews
from graph.pages.frame import SiteImage, SitePage
from graph.pages.made import Made
from graph.pages.making import Making
from tests.conftest import SAMPLE
from tests.converted_once import converted_once
from tests.pages.conftest import RECORDS


def lay_out_small_project(folder: Path) -> Path:
    """A project of a few records to change, built without a search index."""
    for name in ("site", "templates"):
        shutil.copytree(SAMPLE / name, folder / name)
    text = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    text = text.replace("- betoog", "- betoog: {search: false}")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    for name in ("contribute.md", "contribute.nl.md", "visitors.md"):
        page = folder / "site" / name
        # The sample's pages lead to claims of the sample.
        page.write_text(page.read_text("utf-8").replace("(claims/", "(https://example.org/"))
    for path, record in RECORDS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(record, "utf-8")
    return folder


_make = Making.make


def _make_empty(making: Making, below: str, file: SitePage | SiteImage) -> Made:
    if below and isinstance(file, SitePage) and file.path.startswith(below):
        return _make(making, file)
    return Made(file.file, b"")


def strict_build(folder: Path, made_empty: bool = False, but: str = "") -> tuple[int, str]:
    """Build strictly, as `mkdocs build --strict` does; its status, and what it says.

    In this process, and by it alone where nobody is named to make the pages: to start others takes
    as long as the build. Where nobody looks at the pages that are made of records, they are
    `made_empty`, each at its address: filling them in is half of the work. Those whose path within
    its language begins with `but` are made as they are.
    """
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    # MkDocs's own breaks lines as is fit for a terminal.
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    status = 0
    try:
        with ExitStack() as so:
            so.enter_context(warnings.catch_warnings())
            so.enter_context(patch.object(crews, "FEW", sys.maxsize))
            so.enter_context(converted_once())
            if made_empty:
                so.enter_context(patch.object(Making, "make", partialmethod(_make_empty, but)))
            warnings.simplefilter("ignore")
            mkdocs_build(load_config(config_file=str(folder / "mkdocs.yml"), strict=True))
    except MkDocsException as error:
        status = error.exit_code
        error.show(file=said)
    finally:
        log.removeHandler(handler)
    return status, said.getvalue().rstrip("\n")

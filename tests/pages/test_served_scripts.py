"""Scripts are served without comments and types, and are the same programs."""

import re
import subprocess
from pathlib import Path

import pytest

from graph.pages.bundled import SITE
from graph.pages.scripts import without_comments
from tests.node import node

SCRIPTS = sorted((SITE / "assets/js").glob("*.js"))


def test_comments_on_lines_of_their_own_go_and_texts_stay() -> None:
    script = """\
// What it is.

/** What it does. */
import { t } from "./page.js";

/**
 * A sum.
 * @param {number} a
 */
export function sum(a) {
  // Why.
  const address = "https://example.org/**/"; // said here
  const box = /** @type {HTMLElement} */ (document.body);
  /** @type {HTMLElement} */ (box).hidden = true;
  /** @type {number | undefined} */
  let b;
  return `${a} // ${address} /** ${box} */`;
}
"""
    assert (
        without_comments(script)
        == """\
import { t } from "./page.js";

export function sum(a) {
  const address = "https://example.org/**/"; // said here
  const box = (document.body);
  (box).hidden = true;
  let b;
  return `${a} // ${address} /** ${box} */`;
}
"""
    )


@pytest.mark.process
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_is_a_program_without_its_comments(script: Path, tmp_path: Path) -> None:
    served = without_comments(script.read_text("utf-8"))
    assert not re.search(r"^\s*(//|/\*|\*)|@(type|param|returns)\b", served, re.MULTILINE)
    (tmp_path / "script.mjs").write_text(served, "utf-8")
    command = [str(node()), "--check", str(tmp_path / "script.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

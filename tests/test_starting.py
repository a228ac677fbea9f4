"""A knowledge base that was just begun, made by the wheel where no checkout is in sight."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from graph.cli import main
from graph.pages.bundled import SITE, bundled_files
from tests.conftest import ROOT, once
from tests.strict_build import strict_build

pytestmark = pytest.mark.process

PROGRAM = "import sys; from graph.cli import main; sys.exit(main())"
TITLE = 'Our "buses": ${{ free }}? [[ yes ]]'


class _Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for key, value in attrs if key in ("href", "src")]


class Installed:
    """The program as the wheel installs it, in a virtual environment of its own."""

    def __init__(self, folder: Path) -> None:
        self.python = folder / "venv" / "bin" / "python"
        (self.packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
        (self.wheel,) = (folder / "wheels").glob("*.whl")

    def betoog(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return _run([str(self.python), "-c", PROGRAM, *words], folder)


def _install(folder: Path) -> None:
    wheels = folder / "wheels"
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)], ROOT)
    venv.create(folder / "venv", with_pip=False)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    # A wheel of pure Python is installed by unpacking it. What it depends on is borrowed
    # from here: packages only, since a .pth file within that folder is not followed, so
    # the editable install of this checkout stays out of sight.
    (wheel,) = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Not to be changed."""
    return Installed(once(tmp_path_factory, "installed", _install))


@pytest.fixture(scope="module")
def begun(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge base as it was begun, with its site; not to be changed."""

    def begin(folder: Path) -> None:
        folder.mkdir()
        installed.betoog(folder, "init", "buses", "--title", TITLE)
        installed.betoog(folder / "buses", "build")

    return once(tmp_path_factory, "begun", begin) / "buses"


def test_all_that_comes_along_is_in_the_wheel(installed: Installed) -> None:
    """So that what holds of the checkout holds of what was installed."""
    brought = {f"graph/_bundled/site/{each}": SITE / each for each in bundled_files()}
    for folder, place in (("graph", "graph"), ("templates", "graph/_bundled/templates")):
        brought |= {
            f"{place}/{each.relative_to(ROOT / folder).as_posix()}": each
            for each in (ROOT / folder).rglob("*")
            if each.is_file() and each.suffix not in (".pyc", ".part")
        }
    with zipfile.ZipFile(installed.wheel) as archive:
        names = {each for each in archive.namelist() if ".dist-info/" not in each}
        assert names == brought.keys()
        different = [name for name, each in brought.items()
                     if archive.read(name) != each.read_bytes()]  # fmt: skip
    assert different == []


def test_the_program_is_the_wheels_own(installed: Installed, tmp_path: Path) -> None:
    where = "import graph; print(graph.__path__[0])"
    place = Path(_run([str(installed.python), "-c", where], tmp_path).stdout.strip())
    assert place.is_relative_to(installed.python.parent.parent)


def test_it_checks_at_once_and_is_laid_out(installed: Installed, begun: Path) -> None:
    found = json.loads(installed.betoog(begun, "check", "--json").stdout)["findings"]
    assert {each["severity"] for each in found} <= {"hint"}
    installed.betoog(begun, "fmt", "--check")
    installed.betoog(begun, "schema", "--check")


def test_both_claims_have_a_page(begun: Path) -> None:
    site = begun / "_site"
    for page, sentence in {
        "claims/free-buses-help-the-town": "The town is better off when its buses are free.",
        "claims/free-buses-mean-fewer-cars": "some people leave their car at home.",
    }.items():
        text = (site / page / "index.html").read_text("utf-8")
        assert sentence in text
        assert "Our &#34;buses&#34;: ${{ free }}? [[ yes ]]" in text


def test_every_link_of_the_new_site_leads_somewhere(begun: Path) -> None:
    site, followed = begun / "_site", 0
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in _Links(page.read_text("utf-8")).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = (page.parent / unquote(parts.path)).resolve()
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{page.relative_to(site)}: {link}"
            followed += 1
    assert followed > 500
    assert (site / "assets/css/betoog.css").stat().st_size > 1000
    assert (site / "assets/js/page.js").is_file()


def test_nothing_of_the_first_debate_comes_along(begun: Path) -> None:
    for path in begun.rglob("*"):
        if path.suffix in (".html", ".json", ".yaml", ".md", ".atom") and "rules" not in path.parts:
            assert "deepseek" not in path.read_text("utf-8").lower(), path


def test_a_claim_can_be_added_to_it(installed: Installed, begun: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(begun, own, ignore=shutil.ignore_patterns("_site"))
    installed.betoog(
        own, "new", "Empty seats cost the town nothing.",
        "--kind", "fact", "--supports", "free-buses-help-the-town",
        "--because", "What costs nothing can be given away.",
    )  # fmt: skip
    assert main(["--root", str(own), "check"]) == 0


def test_one_file_adds_a_language_and_a_template_of_its_own_is_used(
    installed: Installed, begun: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(begun, own, ignore=shutil.ignore_patterns("_site"))
    (own / "languages" / "fr.yaml").write_text(
        "site:\n  skip: Au texte\n  sources: Œuvres\n  search: '{unclosed'\n", "utf-8"
    )
    (own / "languages" / "en.yaml").write_text("site:\n  sources: Works\n", "utf-8")
    (own / "templates" / "speakers.html").write_text(
        '{% extends "layout.html" %}{% block main %}<p>Mine.</p>{% endblock %}', "utf-8"
    )
    said = installed.betoog(own, "build").stderr
    assert "languages/fr.yaml: site.search has a brace that is not closed" in said
    assert "shown in English" in said
    site = own / "_site"
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    english = {path for path in pages if not path.startswith("fr/")}
    assert {f"fr/{path}" for path in english} <= pages
    french = (site / "fr/claims/free-buses-help-the-town/index.html").read_text("utf-8")
    assert '<html lang="fr"' in french
    assert "Au texte" in french
    assert "Œuvres" in french
    assert ">Français</a>" in (site / "index.html").read_text("utf-8")
    assert "Works" in (site / "index.html").read_text("utf-8")
    assert "<p>Mine.</p>" in (site / "fr/speakers/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "De stad is beter af als de bus er gratis is."),
        ("de", "Der Stadt geht es besser, wenn ihre Busse kostenlos sind."),
        ("ar", "حافلات مجانية؟"),
    ],
)
def test_in_any_language_it_checks_builds_and_has_a_form(
    tmp_path: Path, language: str, said: str
) -> None:
    own = tmp_path / "own"
    title = "حافلات مجانية؟"
    assert main(["init", str(own), "--title", title, "--language", language]) == 0
    assert main(["--root", str(own), "check", "--allow-warnings"]) == 0
    assert main(["--root", str(own), "fmt", "--check"]) == 0
    assert strict_build(own) == (0, "")
    # What is for programmers shows answers in English, as they are.
    made = [path for path in (own / "_site").rglob("*.html") if path.parent.name != "api"]
    pages = [path.read_text("utf-8") for path in made]
    assert any(f'lang="{language}"' in page and said in page for page in pages)
    form = json.loads((own / "_site/add/records.json").read_text("utf-8"))
    assert all(set(sentence) == {language} for sentence, *_ in form["claims"].values())
    foreign = "example-letter" if language == "ar" else "The town is better off"
    assert not any(foreign in page for page in pages)


def test_what_it_was_installed_from_is_what_installs_it_again(
    installed: Installed, tmp_path: Path
) -> None:
    """As an installer notes it, and where it does not."""
    shutil.copytree(installed.python.parents[2], tmp_path / "noted", symlinks=True)
    installed = Installed(tmp_path / "noted")
    noted = next(installed.packages.glob("betoog-*.dist-info")) / "direct_url.json"
    noted.write_text(json.dumps({"url": installed.wheel.as_uri(), "archive_info": {}}), "utf-8")
    installed.betoog(tmp_path, "init", "one")
    assert (tmp_path / "one/wheels" / installed.wheel.name).is_file()
    requirements = (tmp_path / "one/requirements.txt").read_text("utf-8")
    assert requirements.endswith(f"\n./wheels/{installed.wheel.name}[host]\n")
    noted.unlink()
    told = installed.betoog(tmp_path, "init", "two", "--no-git").stdout
    assert "requirements.txt asks your package index for betoog" in told
    assert not (tmp_path / "two/.git").exists()
    assert (tmp_path / "one/.git").is_dir()


def test_its_workflows_pass_the_same_linters_as_ours(begun: Path) -> None:
    workflows = sorted(str(each) for each in (begun / ".github/workflows").glob("*.yml"))
    assert len(workflows) == 5
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    _run([*schema, "vendor.github-workflows", *workflows], begun)
    linter = Path(sysconfig.get_path("scripts"), "zizmor")
    _run([str(linter), "--offline", "--quiet", "--no-progress", *workflows], begun)

"""What is told of a configuration is that at which MkDocs stops."""

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from graph.store.configuration_faults import address_unfit, configuration_faults

SOUND = "site_name: Cases\ndocs_dir: site\n"

UNUSABLE = {
    "nothing": ("", (1, "no fields")),
    "a number": ("5\n", (1, "no fields")),
    "a list": ("- site_name: x\n", (1, "no fields")),
    "an open quotation mark": ('site_name: "x\ndocs_dir: site\n', (1, "cannot be read")),
    "a tab": (f"{SOUND}extra:\n\tx: 1\n", (4, "cannot be read")),
    "a control character": (f"{SOUND}extra: {{x: \x01}}\n", (3, "cannot be read")),
    "brackets within brackets": (f"{SOUND}extra: {'[' * 5000}\n", (3, "cannot be read")),
    "no name": ("docs_dir: site\n", (1, "there is no `site_name`")),
    "a name that is none": ("site_name: [x]\ndocs_dir: site\n", (1, "`site_name` is no text")),
    "no folder of pages": ("site_name: x\n", (1, "`docs_dir` docs is no folder")),
    "another folder of pages": (f"{SOUND}docs_dir: pages\n", (3, "`docs_dir` pages is no folder")),
    "a folder that is a number": ("site_name: x\ndocs_dir: 5\n", (2, "`docs_dir` 5 is no folder")),
    "no folder of templates": (
        f"{SOUND}theme: {{name: null, custom_dir: own}}\n",
        (3, "`custom_dir` own is no folder"),
    ),
    "no host": (f"{SOUND}site_url: example.org\n", (3, "begins with its scheme")),
    "half an address": (f"{SOUND}site_url: 'http://[::1'\n", (3, "`site_url` http://[::1")),
    "an address that is none": (f"{SOUND}site_url: [x]\n", (3, "`site_url` is no text")),
    "no such day": (f"{SOUND}extra: {{a: 2024-02-30}}\n", (1, "a value cannot be read")),
    "a tag that nobody knows": (
        f"{SOUND}extra: {{x: !foo y}}\n",
        (3, "`!foo`: there is no such tag"),
    ),
    "a tag of YAML that nobody knows": (f"{SOUND}extra: !!foo [y]\n", (3, "`!!foo`: there is no")),
    "a tag in full": (f"{SOUND}extra: !<tag:example.org,2000:x> y\n", (3, "there is no such tag")),
    "a module that is not there": (
        f"{SOUND}extra:\n  x: !!python/name:no_such.thing\n",
        (4, "`!!python/name:no_such.thing`: there is no module `no_such`"),
    ),
    "a module by itself": (
        f"{SOUND}extra: !!python/module:no_such.at\n",
        (3, "no module `no_such`"),
    ),
    "a call of what is not there": (
        f"{SOUND}extra: !!python/object/apply:no_such.f [1]\n",
        (3, "no module `no_such`"),
    ),
    "an object of what is not there": (
        f"{SOUND}extra: !!python/object:no_such.F {{}}\n",
        (3, "no_such"),
    ),
    "a name that Python has not": (f"{SOUND}extra: !!python/name:no_such\n", (3, "no `no_such`")),
    "a name with a value": (
        f"{SOUND}extra: !!python/name:os.getcwd x\n",
        (3, "no value goes with"),
    ),
    "an empty name": (f"{SOUND}extra: !!python/name:.x\n", (3, "no module")),
    "a kind that Python has not": (f"{SOUND}extra: !!python/foo 7\n", (3, "no such tag")),
    "a folder that is none": (
        f"{SOUND}extra: !relative x\n",
        (3, "only $config_dir and $docs_dir"),
    ),
    "another folder": (f"{SOUND}extra: !relative $site_dir/x\n", (3, "only $config_dir")),
    "folders": (f"{SOUND}extra: !relative [x]\n", (3, "it goes with a text alone")),
    "a tag further up": (f"INHERIT: tagged.yml\n{SOUND}", (1, "tagged.yml:2: `!foo`: there is no")),
    "a tag at the top": (f"INHERIT: above.yml\n{SOUND}", (1, "tagged.yml:2: `!foo`: there is no")),
    "too long a number": (f"{SOUND}extra: {{a: {'9' * 5000}}}\n", (1, "a value cannot be read")),
}
ENDLESS = {
    "itself": f"{SOUND}extra: &a {{x: *a}}\n",
    "ten times ten times ten": SOUND
    + "extra:\n  a0: &a0 [1]\n"
    + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)),
}
USABLE = {
    "little": SOUND,
    "an address": f"{SOUND}site_url: https://example.org/kb/\n",
    "an empty address": f'{SOUND}site_url: ""\n',
    "a name of the environment": f"site_name: !ENV [NO_SUCH_NAME, x]\n{SOUND.splitlines()[1]}\n",
    "an object of Python": f"{SOUND}extra: {{x: !!python/name:os.getcwd }}\n",
    "a call of Python's": f"{SOUND}extra: {{x: !!python/object/apply:os.getcwd []}}\n",
    "a name that Python has": f"{SOUND}extra: {{x: !!python/name:len }}\n",
    "a module": f"{SOUND}extra: {{x: !!python/module:os.path }}\n",
    "values of Python": f"{SOUND}extra: {{x: !!python/tuple [a], y: !!python/bytes YQ==}}\n",
    "values of YAML": f"{SOUND}extra: {{x: !!set {{a}}, y: !!str 5, z: ! 5, w: !!float 1}}\n",
    "folders of the site": f"{SOUND}extra: {{x: [!relative $docs_dir/a, !relative $config_dir]}}\n",
    "the folder of a page": f"{SOUND}extra: {{x: !relative }}\n",
    "a few aliases": f"{SOUND}extra: {{a: &a [1, 2], b: *a, c: *a}}\n",
    "a comment": f"# One\n{SOUND}# two\n",
    "letters of everywhere": f"{SOUND}extra: {{x: né ж 字}}\n",
    "a field that nobody knows": f"{SOUND}else: 5\n",
    "what stands elsewhere": "INHERIT: other.yml\nsite_name: x\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "other.yml").write_text("docs_dir: site\n", "utf-8")
    (tmp_path / "tagged.yml").write_text("extra:\n  x: !foo y\n", "utf-8")
    (tmp_path / "above.yml").write_text("INHERIT: tagged.yml\n", "utf-8")
    return tmp_path


def stops(file: Path) -> bool:
    """Whether MkDocs can do nothing with a configuration, however it says so."""
    try:
        load_config(str(file), site_dir=str(file.parent / "_site"))
    except (Abort, ConfigurationError, ArithmeticError, LookupError, TypeError, ValueError):
        return True
    except RecursionError:
        return True
    return False


@pytest.mark.parametrize("name", UNUSABLE)
def test_at_what_mkdocs_stops_is_told_with_its_line(root: Path, name: str) -> None:
    text, (line, message) = UNUSABLE[name]
    (root / "mkdocs.yml").write_text(text, "utf-8")
    (found,) = configuration_faults(root)
    assert found.span.line == line
    assert message in found.message
    assert found.help
    if name != "brackets within brackets":
        assert stops(root / "mkdocs.yml")


@pytest.mark.parametrize("name", USABLE)
def test_what_mkdocs_takes_is_no_fault(root: Path, name: str) -> None:
    (root / "mkdocs.yml").write_text(USABLE[name], "utf-8")
    assert list(configuration_faults(root)) == []
    assert not stops(root / "mkdocs.yml")


@pytest.mark.parametrize("name", ENDLESS)
def test_aliases_that_stand_for_millions_are_told(root: Path, name: str) -> None:
    # MkDocs writes all of them out, which has no end.
    (root / "mkdocs.yml").write_text(ENDLESS[name], "utf-8")
    (found,) = configuration_faults(root)
    assert "aliases" in found.message


def test_several_faults_are_told_at_once(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_url: x\ndocs_dir: pages\n", "utf-8")
    found = list(configuration_faults(root))
    assert [each.span.line for each in found] == [1, 1, 2]


def test_without_a_configuration_nothing_is_wrong_with_it(root: Path) -> None:
    assert list(configuration_faults(root)) == []


def test_a_text_in_another_encoding_is_told(root: Path) -> None:
    (root / "mkdocs.yml").write_bytes("site_name: é\n".encode("latin-1"))
    (found,) = configuration_faults(root)
    assert "UTF-8" in found.message


@pytest.mark.parametrize("address", ["https://example.org", "http://localhost:8000/kb/"])
def test_an_address_of_a_site_has_a_scheme_and_a_host(address: str) -> None:
    assert address_unfit(address) == ""


@pytest.mark.parametrize("address", ["example.org", "/kb/", "https:", "https://x.org/a b/"])
def test_what_no_page_can_be_cited_below_is_no_address_of_a_site(address: str) -> None:
    assert address_unfit(address) != ""

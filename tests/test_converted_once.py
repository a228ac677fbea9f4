"""What is converted once for all sites that tests build is what each site would have made of it."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from graph.pages.leading_nowhere import LeadingNowhere
from tests import strict_build as building
from tests.converted_once import converted_once
from tests.strict_build import lay_out_small_project, strict_build


def _built(project: Path) -> tuple[int, str, dict[str, bytes]]:
    status, said = strict_build(project, made_empty=True)
    site = project / "_site"
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return status, said, {name: path.read_bytes() for name, path in files.items()}


@pytest.mark.process
@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("use_directory_urls: true", "use_directory_urls: false"),
        ("admonition", "sane_lists"),
    ],
)
def test_sites_are_as_if_each_converted_all_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, instead: str
) -> None:
    project = lay_out_small_project(tmp_path)
    _built(project)
    (project / "site" / "method.md").write_text("# A method of our own\n", "utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    assert said in settings
    (project / "mkdocs.yml").write_text(settings.replace(said, instead, 1), "utf-8")
    found = _built(project)
    monkeypatch.setattr(building, "converted_once", nullcontext)
    assert found == _built(project)
    # Of a site's own method, pages that come along ask for more than there is.
    assert found[0] == 1


def test_a_text_is_converted_anew_only_where_a_link_of_it_leads_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\ndocs_dir: text\n", "utf-8")
    converted = []
    convert = Markdown.convert

    def noted(self: Markdown, text: str) -> str:
        converted.append(text)
        return str(convert(self, text))

    monkeypatch.setattr(Markdown, "convert", noted)

    def rendered(*others: str) -> tuple[str | None, dict[str, dict[str, str]], bool]:
        config = load_config(config_file=str(tmp_path / "mkdocs.yml"))
        watch = LeadingNowhere()
        config.markdown_extensions.append(watch)
        files = Files([])
        for path in ("one.md", *others):
            file = File(path, None, config.site_dir, use_directory_urls=True)
            file.content_string = "# One\n\n[other](other.md#part) [own](#a)\n"
            files.append(file)
        one = files.get_file_from_path("one.md")
        assert one is not None
        page = Page(None, one, config)
        page.read_source(config)
        with converted_once():
            page.render(config, files)
        leading = (page.links_to_anchors or {}).items()
        assert all(files.get_file_from_path(file.src_uri) is file for file, _ in leading)
        return page.content, {file.src_uri: named for file, named in leading}, watch.found

    first = rendered("other.md")
    assert 'href="../other/#part"' in str(first[0])
    assert first[1].keys() == {"one.md", "other.md"}
    assert rendered("other.md", "another.md") == first
    assert len(converted) == 1
    assert 'href="other.md#part"' in str(rendered()[0])
    assert 'href="other.md#part"' in str(rendered()[0])
    # What MkDocs warns of it says every time.
    assert len(converted) == 3
    assert rendered("other.md") == first
    assert len(converted) == 3

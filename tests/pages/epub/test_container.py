"""The file of an e-book."""

import io
import zipfile

from graph.pages.epub.container import MEDIA_TYPE, PACKAGE, container

FILES = [(PACKAGE, b"<package/>"), ("book/a.xhtml", b"a" * 1000)]


def test_its_type_comes_first_and_can_be_read_without_unpacking() -> None:
    assert container(FILES)[30:].startswith(b"mimetype" + MEDIA_TYPE.encode())


def test_it_holds_the_files_in_order_with_what_leads_to_the_package() -> None:
    with zipfile.ZipFile(io.BytesIO(container(FILES))) as archive:
        assert archive.namelist() == ["mimetype", "META-INF/container.xml", PACKAGE, "book/a.xhtml"]
        assert f'full-path="{PACKAGE}"'.encode() in archive.read("META-INF/container.xml")
        assert archive.read("book/a.xhtml") == b"a" * 1000
        assert archive.getinfo("book/a.xhtml").compress_size < 100
        assert archive.testzip() is None


def test_it_says_nothing_of_when_and_where_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(container(FILES))) as archive:
        for each in archive.infolist():
            assert each.date_time == (1980, 1, 1, 0, 0, 0)
            assert (each.create_system, each.external_attr >> 16) == (3, 0o100644)
            assert each.extra == b""

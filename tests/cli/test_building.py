import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from graph.cli.building import build_site, serve_site
from graph.errors import AnswerError

pytestmark = pytest.mark.process

CONFIGURATION = "site_name: Small\ndocs_dir: pages\n"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# Hello\n", "utf-8")
    return tmp_path


def test_a_site_is_built_into_the_folder_named(plain: Path) -> None:
    done, _ = build_site(plain, plain / "out")
    assert done
    assert "Hello" in (plain / "out" / "index.html").read_text("utf-8")


def test_warnings_make_a_build_fail_and_are_given(plain: Path) -> None:
    (plain / "pages" / "index.md").write_text("[gone](gone.md)\n", "utf-8")
    done, said = build_site(plain, plain / "out")
    assert not done
    assert "gone.md" in said


def test_a_configuration_that_cannot_be_used_is_no_finding(plain: Path) -> None:
    (plain / "mkdocs.yml").write_text(CONFIGURATION + "plugins: [no-such-plugin]\n", "utf-8")
    with pytest.raises(AnswerError, match="no-such-plugin"):
        build_site(plain, plain / "out")


@pytest.mark.parametrize("wrong", ["{% if %}", "{{ nobody.there }}"])
def test_a_mistake_in_a_template_of_ones_own_is_told_in_one_line_with_its_place(
    plain: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BETOOG_TRACEBACK", raising=False)
    theme = "theme: {name: mkdocs, custom_dir: own}\n"
    (plain / "mkdocs.yml").write_text(CONFIGURATION + theme, "utf-8")
    (plain / "own").mkdir()
    (plain / "own" / "main.html").write_text(f"<p>\n{wrong}\n", "utf-8")
    with pytest.raises(AnswerError, match=r"could not be built: own/main\.html:2: .") as caught:
        build_site(plain, plain / "out")
    assert "\n" not in str(caught.value)


def test_without_a_configuration_there_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match=r"no mkdocs\.yml"):
        build_site(tmp_path, tmp_path / "out")
    with pytest.raises(AnswerError, match=r"no mkdocs\.yml"):
        serve_site(tmp_path, "127.0.0.1:8000")


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_a_site_is_served_until_interrupted(plain: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    program = (
        "import signal, sys; from pathlib import Path; "
        "from graph.cli.building import serve_site; "
        # A shell that runs the tests in the background has told them to ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler); "
        f"sys.exit(serve_site(Path({str(plain)!r}), {address!r}))"
    )
    # In a process group of its own, which the signal reaches as a whole, as at a terminal.
    with subprocess.Popen(
        [sys.executable, "-c", program], start_new_session=True, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stderr is not None
            next(line for line in server.stderr if "Serving on" in line)
            with urllib.request.urlopen(f"http://{address}/", timeout=30) as answer:
                assert "Hello" in answer.read().decode()
        finally:
            os.killpg(server.pid, signal.SIGINT)
        try:
            assert server.wait(20) == 0
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            raise

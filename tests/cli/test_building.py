import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
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


@pytest.mark.parametrize("wrong", ["extra: {day: 2024-02-30}", "site_url: http://[::1"])
def test_a_configuration_that_cannot_be_read_is_no_mistake_of_the_program(
    plain: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BETOOG_TRACEBACK", raising=False)
    (plain / "mkdocs.yml").write_text(f"{CONFIGURATION}{wrong}\n", "utf-8")
    with pytest.raises(
        AnswerError, match=r"could not be built: mkdocs\.yml cannot be used: ."
    ) as it:
        build_site(plain, plain / "out")
    assert "\n" not in str(it.value)


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


HOOK = """\
class Kept:
    def __del__(self):
        raise TimeoutError("late")

def on_config(config):
    kept = Kept()
    try:
        raise ValueError("the cause")
    finally:
        BEFORE
"""


@pytest.mark.parametrize("before", ["del kept", "pass"])
def test_what_breaks_while_something_is_let_go_of_is_not_the_cause(
    plain: Path, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BETOOG_TRACEBACK", raising=False)
    (plain / "mkdocs.yml").write_text(f"{CONFIGURATION}hooks: [own.py]\n", "utf-8")
    (plain / "own.py").write_text(HOOK.replace("BEFORE", before), "utf-8")
    with pytest.raises(AnswerError, match=r"could not be built: own\.py:8: the cause\Z"):
        build_site(plain, plain / "out")


def test_why_a_build_broke_off_is_told_without_what_mkdocs_puts_around_it(plain: Path) -> None:
    hook = "from mkdocs.exceptions import PluginError\n\ndef on_env(env, **more):\n"
    (plain / "mkdocs.yml").write_text(f"{CONFIGURATION}hooks: [own.py]\n", "utf-8")
    (plain / "own.py").write_text(f"{hook}    raise PluginError('the cause')\n", "utf-8")
    with pytest.raises(AnswerError, match=r"\Athe site could not be built: the cause\Z"):
        build_site(plain, plain / "out")


def test_without_a_configuration_there_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match=r"no mkdocs\.yml"):
        build_site(tmp_path, tmp_path / "out")
    with pytest.raises(AnswerError, match=r"no mkdocs\.yml"):
        serve_site(tmp_path, "127.0.0.1:8000")


@pytest.mark.parametrize("there", ["claims", "pages", "."])
def test_what_a_person_wrote_is_never_replaced_by_a_site(plain: Path, there: str) -> None:
    (plain / "claims").mkdir()
    (plain / "claims" / "mine.md").write_text("mine\n", "utf-8")
    with pytest.raises(AnswerError, match=r"no folder for a site.+--site-dir"):
        build_site(plain, plain / there)
    assert (plain / "claims" / "mine.md").read_text("utf-8") == "mine\n"
    assert (plain / "pages" / "index.md").is_file()


def test_a_build_that_fails_leaves_the_last_site_and_nothing_else(plain: Path) -> None:
    assert build_site(plain, plain / "out")[0]
    (plain / "pages" / "index.md").write_text("[gone](gone.md)\n", "utf-8")
    assert not build_site(plain, plain / "out")[0]
    assert "Hello" in (plain / "out" / "index.html").read_text("utf-8")
    assert sorted(each.name for each in plain.iterdir()) == ["mkdocs.yml", "out", "pages"]


# A shell that runs the tests in the background has told them to ignore it.
_BEGIN = (
    "import signal, sys; from pathlib import Path; from graph.cli.building import *; "
    "signal.signal(signal.SIGINT, signal.default_int_handler); "
    # Whoever runs the tests may have these ignored, which what they start inherits.
    "signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    "signal.signal(signal.SIGQUIT, signal.SIG_DFL); "
    "signal.signal(signal.SIGTERM, signal.SIG_DFL); "
)


def started(work: str) -> "subprocess.Popen[str]":
    """A program in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", _BEGIN + work],
        start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_of_two_builds_at_once_the_last_one_stays(plain: Path) -> None:
    work = f"sys.exit(build_site(Path({str(plain)!r}), Path({str(plain / 'out')!r}))[1])"
    with started(work) as one, started(work) as other:
        said = [each.communicate(timeout=60) for each in (one, other)]
    assert said == [("", "\n")] * 2
    assert "Hello" in (plain / "out" / "index.html").read_text("utf-8")
    assert sorted(each.name for each in plain.iterdir()) == ["mkdocs.yml", "out", "pages"]


def _waits(plain: Path) -> None:
    """Let a build of the site never end, nor what it starts."""
    (plain / "waits.py").write_text(
        "import subprocess, sys, pathlib\n"
        "def on_pre_build(config):\n"
        "    here = pathlib.Path(__file__).parent\n"
        "    wait = 'import sys, time; print(1, flush=True); time.sleep(600)'\n"
        "    alive = (here / 'alive.fifo').open('w')\n"
        "    other = subprocess.Popen([sys.executable, '-c', wait], stdout=subprocess.PIPE,\n"
        "                             pass_fds=[alive.fileno()])\n"
        "    other.stdout.readline()\n"
        "    print(1, file=alive, flush=True)\n"
        "    other.wait()\n",
        "utf-8",
    )
    (plain / "mkdocs.yml").write_text(CONFIGURATION + "hooks: [waits.py]\n", "utf-8")
    os.mkfifo(plain / "alive.fifo")


_UNCAUGHT = (signal.SIGINT, signal.SIGKILL)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGKILL]
)
def test_a_signal_ends_a_build_and_all_that_it_started(plain: Path, number: signal.Signals) -> None:
    _waits(plain)
    work = f"build_site(Path({str(plain)!r}), Path({str(plain / 'out')!r}))"
    command = [sys.executable, "-c", _BEGIN + work]
    with (
        subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL) as building,
        # What the processes hold ends when the last of them has ended.
        (plain / "alive.fifo").open() as alive,
    ):
        assert alive.readline() == "1\n"
        building.send_signal(number)
        assert building.wait(30) == (-number if number in _UNCAUGHT else 128 + number)
        assert alive.read() == ""
    if number != signal.SIGKILL:
        assert not [each.name for each in plain.iterdir() if each.name.startswith((".", "out"))]


def free_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_site_is_served_until_a_signal_and_then_no_more(
    plain: Path, number: signal.Signals
) -> None:
    address = free_address()
    with started(f"sys.exit(serve_site(Path({str(plain)!r}), {address!r}))") as server:
        try:
            assert server.stderr is not None
            next(line for line in server.stderr if "Serving on" in line)
            with urllib.request.urlopen(f"http://{address}/", timeout=30) as answer:
                assert "Hello" in answer.read().decode()
        finally:
            server.send_signal(number)
        # Nobody else holds what the server says.
        rest = server.stderr.read()
        assert server.wait(30) == (0 if number == signal.SIGINT else 128 + number)
    assert "Traceback" not in rest
    host, _, port = address.rpartition(":")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("localhost:99999", "no address to serve at"),
        ("8000", "no address to serve at"),
        ("127.0.0.1:http", "no address to serve at"),
        ("[::1]:0", "no address to serve at"),
        ("203.0.113.9:8000", "cannot be served at: "),
    ],
)
def test_an_address_at_which_nothing_can_be_served_is_named(
    plain: Path, address: str, said: str
) -> None:
    with pytest.raises(AnswerError) as caught:
        serve_site(plain, address)
    assert str(caught.value).startswith(address)
    assert said in str(caught.value)
    assert "--address" in str(caught.value)


def test_a_port_that_is_in_use_is_named_with_a_way_out(plain: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(
            AnswerError, match=f"^{address} is in use; choose another with --address$"
        ):
            serve_site(plain, address)


@pytest.mark.parametrize("command", [build_site, serve_site])
def test_a_date_that_is_none_is_told_before_anything_is_begun(
    plain: Path, command: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    second = plain / "out" if command is build_site else "127.0.0.1:1"
    with pytest.raises(AnswerError, match=r"^the environment has SOURCE_DATE_EPOCH=yesterday"):
        command(plain, second)
    assert not (plain / "out").exists()

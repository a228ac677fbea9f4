"""The site, built and served in a process of its own."""

import errno
import os
import re
import signal
import socket
from pathlib import Path

from graph.cli.child_process import run
from graph.errors import AnswerError
from graph.pages.build_date import build_date_unfit
from graph.pages.checked import CHECKED
from graph.pages.former_site import FORMER, forget
from graph.pages.site_folder import mark, obstacle, put_in_place, replacing
from graph.store.regular_file import refusal
from graph.store.surroundings import LARGEST_TEXT

_TRACE = "Traceback (most recent call last)"
_TOLD = ("strict mode", ": B101 ")
"""What is said where a build ended with findings, and did not break off without one."""
_READING = ", in load_config\n"
"""What stands in a trace of a configuration that MkDocs could not read: none of it is read by this
program."""
_FRAMING = re.compile(r"^(?:ERROR +- +|Error: |Aborted with .*)", re.MULTILINE)
"""What MkDocs puts around the reason why it broke off."""
_IGNORED = re.compile(
    r"^Exception ignored in.*\n(?:Traceback .*\n(?: .*\n)*.*(?:\n|\Z))?", re.MULTILINE
)
"""What Python says of an error in something that was being let go of: it ended nothing."""
_FRAME = re.compile(r'^  File "(.+)", line (\d+), in ', re.MULTILINE)


def build_site(
    root: Path,
    site_dir: Path,
    executor: str = "",
    anew: bool = False,
    checked: str = "",
) -> tuple[bool, str]:
    """Build the site, strictly; whether that went well, and what MkDocs warned of. `executor` is
    who makes the pages, as `graph.pages.crews` calls them; the site decides where it is empty.
    `checked` tells which records are known to have no errors, as `graph.pages.checked` does.

    It is built beside its folder and takes its place when it is whole. What was there stays as it
    is until then, and where the build does not go well. Files of it are taken over that would be
    made again as they are, unless all are to be made `anew`.

    Raises:
        AnswerError: there is no `mkdocs.yml`, a site must not be put into the folder, the
            environment says a date that is none, or the build broke off for another reason than
            warnings.
    """
    _require_replaceable(site_dir, root)
    _require_date()
    if anew:
        forget(site_dir)
    with replacing(site_dir) as fresh:
        # Not --quiet: it hides warnings from --strict too, which then never fails.
        command = _mkdocs(root, "build", "--strict", "--site-dir", str(fresh))
        status, answer = run(
            command,
            root,
            signal.SIGTERM,
            capture=True,
            environment={
                **_named(executor),
                FORMER: str(site_dir.absolute()),
                CHECKED: checked,
            },
        )
        lines = answer.replace(str(fresh), str(site_dir)).splitlines()
        told = "\n".join(line for line in lines if line.strip() and not line.startswith("INFO "))
        said = _IGNORED.sub("", told).rstrip()
        if status and not any(each in said for each in _TOLD):
            raise AnswerError(f"the site could not be built: {_broke_off(root, said)}")
        if status == 0:
            mark(fresh)
            _require_replaceable(site_dir, root)
            put_in_place(fresh, site_dir)
    return status == 0, said


def _named(executor: str) -> dict[str, str]:
    return {"BETOOG_EXECUTOR": executor} if executor else {}


def _require_replaceable(site_dir: Path, root: Path) -> None:
    """Raise an `AnswerError` where all that is in a folder must not be replaced by a site."""
    if (why := obstacle(site_dir, root)) is not None:
        raise AnswerError(
            f"{site_dir} is no folder for a site, by which all in it is replaced: {why}; name a "
            "new folder with --site-dir, or an empty one"
        )


def _broke_off(root: Path, said: str) -> str:
    """Why a build broke off: all that was said or, where the program gave up, the last of it
    with the place in a file of this knowledge base, such as a template of its own."""
    if _TRACE not in said or os.environ.get("BETOOG_TRACEBACK"):
        told = _FRAMING.sub("", said).strip()
        return f"\n{told}" if "\n" in told else told
    last = said.splitlines()[-1]
    if _READING in said:
        return f"{_configuration(root).name} cannot be used: {last}"
    for path, line in reversed(_FRAME.findall(said)):
        place = Path(path)
        if place.is_relative_to(root.resolve()) and ".venv" not in place.parts:
            what = last.partition(": ")[2] or last
            return f"{place.relative_to(root.resolve()).as_posix()}:{line}: {what}"
    return f"a mistake in this program: {last} (BETOOG_TRACEBACK=1 shows where)"


def serve_site(root: Path, address: str) -> int:
    """Serve the site until interrupted, each page as it is then; the server's exit status.

    Raises:
        AnswerError: there is no `mkdocs.yml`, the address is taken or none, or the environment
            says a date that is none.
        SystemExit: the program was told to end.
    """
    command = ["graph.serving", str(_configuration(root)), address]
    _require_date()
    _require_free(address)
    try:
        # As at a terminal: it tidies up then.
        return run(command, root, signal.SIGINT)[0]
    except KeyboardInterrupt:
        return 0


def _require_date() -> None:
    """Raise an `AnswerError` where the environment says a date that is none."""
    if unfit := build_date_unfit():
        raise AnswerError(unfit)


def _require_free(address: str) -> None:
    """Raise an `AnswerError` where nothing can be served at an address."""
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or not 0 < int(port) < 2**16:
        raise AnswerError(
            f"{address} is no address to serve at: give a host and a port up to 65535, as "
            "--address 127.0.0.1:8000"
        )
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        # As the server does: a port that was left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            why = (
                "is in use" if error.errno == errno.EADDRINUSE else f"cannot be served at: {error}"
            )
            raise AnswerError(f"{address} {why}; choose another with --address") from error


def _mkdocs(root: Path, command: str, *options: str) -> list[str]:
    return ["mkdocs", command, "--config-file", str(_configuration(root)), *options]


def _configuration(root: Path) -> Path:
    configuration = root / "mkdocs.yml"
    if not configuration.exists():
        raise AnswerError(f"there is no mkdocs.yml in {root} to build a site with")
    if (refused := refusal(configuration, root, LARGEST_TEXT)) is not None:
        raise AnswerError(f"{configuration}: {refused.detail}")
    return configuration.absolute()

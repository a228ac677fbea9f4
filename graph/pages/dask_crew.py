"""The workers of a Dask scheduler, on this machine or on others.

They need the same version of the program, and no file of the knowledge base: records and texts of
templates are sent to them once. What comes from them is unpickled here and what is sent to them
there, so that whoever reaches the scheduler may run any code: it has to be one's own
(https://distributed.dask.org/en/stable/tls.html).
"""

import hashlib
import platform
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from graph.errors import AnswerError
from graph.pages.batches import Batch
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.hands import Crew, Hands
from graph.pages.made import Made
from graph.pages.workshop import Workshop
from graph.text.visible import visible

if TYPE_CHECKING:
    from distributed import Client, Future

SECONDS = 30
"""How long a scheduler may take to answer, and to have a worker."""
_AGAIN = 0.1
"""How long a scheduler is left to notice that a worker is gone, in seconds."""
_PACKAGE = Path(__file__).resolve().parent.parent


def dask_crew(address: str) -> Crew:
    """The workers of the scheduler at an address, such as `tcp://192.0.2.1:8786`."""
    return partial(_at_work, address)


@contextmanager
def _at_work(address: str, shop: Workshop) -> Iterator[Hands]:
    try:
        from distributed import Client
    except ImportError:
        raise AnswerError('Dask is not installed: pip install "betoog[dask]"') from None
    _require_address(address)
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise AnswerError(f"no scheduler answers at {visible(address)}: {error}") from error
    try:
        try:
            sent = _sent(client, Workshop(shop.recipe.abroad))
        except OSError as error:
            raise AnswerError(f"the scheduler at {address} has no workers: {error}") from error
        own = _own()
        executor = client.get_executor(pure=False)
        number = sum(client.nthreads().values())
        yield Hands(max(number, 1), lambda batch: executor.submit(_make, sent, own, batch))
    finally:
        client.close()


def _require_address(address: str) -> None:
    """Raise an `AnswerError` for an address at which no scheduler can be: a client that is begun
    with one waits for a minute to be ended."""
    from distributed.comm.addressing import get_address_host_port, parse_address
    from distributed.security import Security

    try:
        _, port = get_address_host_port(address)
    except ValueError as error:
        raise _no_address(address, str(error)) from error
    if not 0 < port < 2**16:
        raise _no_address(address, "a port is a number from 1 to 65535")
    encrypted = parse_address(address)[0] in ("tls", "wss")
    if encrypted and Security().get_connection_args("client").get("ssl_context") is None:
        raise AnswerError(
            f"{visible(address)} is for encrypted connections, and Dask knows no certificates: "
            "see https://distributed.dask.org/en/stable/tls.html"
        )


def _no_address(address: str, why: str) -> AnswerError:
    return AnswerError(
        f"{visible(address)} is no address of a scheduler: {visible(why)}; give one such as "
        "tcp://192.0.2.1:8786"
    )


def _sent(client: "Client", shop: Workshop) -> "Future[Workshop]":
    """What pages are made with, at every worker that is there.

    Asked again where a worker goes meanwhile: the scheduler hears of that later than we do.

    Raises AnswerError for a worker whose program is another, OSError where no worker is left.
    """
    until = monotonic() + SECONDS
    while True:
        client.wait_for_workers(1, timeout=SECONDS)
        try:
            _refuse_others(client.run(program, on_error="return"))
            sent: Future[Workshop]
            (sent,) = client.scatter([shop], broadcast=True, hash=False)
            return sent
        except OSError:
            if monotonic() > until:
                raise
            sleep(_AGAIN)


def _refuse_others(programs: Mapping[str, str | Exception]) -> None:
    here = {worker: its for worker, its in programs.items() if not isinstance(its, OSError)}
    if not here:
        raise next((its for its in programs.values() if isinstance(its, OSError)), OSError("none"))
    for worker, its in sorted(here.items()):
        if isinstance(its, Exception):
            raise AnswerError(f"{worker} cannot run the program: {visible(str(its))}") from its
        if its != _own():
            raise AnswerError(f"the program of {worker} is not the one that is here")


def _own() -> str:
    return program()


def _make(shop: Workshop, own: str, batch: Batch) -> tuple[Made, ...]:
    if program() != own:
        raise AnswerError("the program of this worker is not that of the build")
    return shop.make(batch)


@cache
def program() -> str:
    """What makes pages here: a digest of the program, of what it brings to a site, and of the
    versions of Python and of what it uses."""
    found = hashlib.sha256(platform.python_version().encode())
    for name in sorted(requires("betoog") or ()):
        if "extra ==" not in name:
            found.update(f"{name}={_version(re.split(r'[^A-Za-z0-9_.-]', name)[0])}\n".encode())
    for folder in (_PACKAGE, TEMPLATES, SITE / "assets"):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                found.update(f"{file.relative_to(folder).as_posix()}\n".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

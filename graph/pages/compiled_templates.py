"""Templates as Python's code, so that each is compiled once."""

import hashlib
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import ClassVar

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache
from typing_extensions import override

from graph.pages import filling_in
from graph.pages.bundled import TEMPLATES

_Compiling = tuple[object, ...]
"""All that the code of a template depends on beside its text."""


class CompiledHere(BytecodeCache):
    """The code of templates of an environment that others make anew for every build: kept by the
    process, each as long as its text and what compiles it stay the same.

    It stands in no file: who else has a say in how they are compiled is not known from run to run.
    """

    _kept: ClassVar[dict[str, tuple[_Compiling, str, CodeType]]] = {}

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def _compiling(self) -> _Compiling:
        made = self._environment
        # What is constant in a template is worked out, by filters and tests, when it is compiled.
        return type(made), made.autoescape, set(made.extensions), {**made.filters}, {**made.tests}

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        compiling, checksum, code = self._kept.get(bucket.key, (None, "", None))
        if (compiling, checksum) == (self._compiling(), bucket.checksum):
            bucket.code = code

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key] = self._compiling(), bucket.checksum, bucket.code


class CompiledTemplates(FileSystemBytecodeCache):
    """The code of templates, each as long as its text stays the same: kept by the process and, of
    those that come with the program, from run to run beside the program's own compiled modules.

    It stands nowhere else: whoever may write there could have any code run, and those who may write
    where the modules are can do so anyway.
    """

    def __init__(self, module: Path = Path(__file__)) -> None:
        place = Path(cache_from_source(str(module)))
        # What compiles them, beside Python, whose own mark Jinja writes into each file.
        makes = Path(filling_in.__file__).read_bytes() + jinja2.__version__.encode()
        mark = hashlib.blake2b(makes, digest_size=8).hexdigest()
        name = f"template-%s.{sys.implementation.cache_tag}-{mark}.pyc"
        super().__init__(str(place.parent), name)
        self._kept: dict[str, tuple[str, CodeType]] = {}
        self._lasting: set[str] = set()

    @override
    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        if filename is not None and TEMPLATES in Path(filename).parents:
            self._lasting.add(self.get_cache_key(name, filename))
        return super().get_bucket(environment, name, filename, source)

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif bucket.key in self._lasting:
            # Whatever is wrong with what is kept: it is compiled anew.
            with suppress(Exception):
                super().load_bytecode(bucket)
            self._keep(bucket)

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        self._keep(bucket)
        if bucket.key in self._lasting and not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    def _keep(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key] = bucket.checksum, bucket.code

"""How templates are filled in: as Jinja does it, with less asked of what is called and shown."""

from functools import lru_cache
from types import MethodType
from typing import Any, ClassVar, cast

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape
from typing_extensions import override

from graph.pages.fragments import Fragment

_TEXTS = 65_536
"""As many texts are kept as they stand in HTML; the same ones stand on many pages."""

_escaped = lru_cache(_TEXTS)(escape)


def shown(value: object) -> str:
    """A value as it stands in HTML."""
    kind = type(value)
    if kind is Markup:
        return cast(Markup, value)
    return _escaped(cast(str, value)) if kind is str else escape(value)


class FillingIn(Context):
    """What a template is filled in with.

    Jinja asks everything that is called for marks of what else it takes, which costs more than most
    of the calls do. Of macros that is known, and our own methods take nothing.
    """

    # Functions of which that is known: none of them is made while pages are.
    _plain: ClassVar[set[object]] = set()

    @override
    def call(self, called: Any, /, *asked: Any, **named: Any) -> Any:
        """What the call gives."""
        kind = type(called)
        if kind is Macro:
            asked = (self.eval_ctx, *asked)
        elif kind is MethodType:
            function = called.__func__
            if function not in self._plain:
                if hasattr(called, "jinja_pass_arg"):
                    return cast(Any, super()).call(called, *asked, **named)
                self._plain.add(function)
        elif kind is not Fragment:
            return cast(Any, super()).call(called, *asked, **named)
        if named:
            # Names of the place where it is called, for what takes the whole context.
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
        return called(*asked, **named)


class _Code(CodeGenerator):
    """Templates as Python's code, with our own way to show values."""

    @override
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape = environment.shown")


class Filling(Environment):
    """Where templates are found, compiled and filled in."""

    code_generator_class = _Code
    context_class = FillingIn
    shown = staticmethod(shown)

"""How templates are filled in: as Jinja does it, with less asked of what is called and shown."""

from collections.abc import MutableMapping
from functools import lru_cache
from types import FunctionType, MethodType
from typing import Any, ClassVar, cast

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from typing_extensions import override

from graph.pages.fragments import Fragment

_TEXTS = 65_536
"""As many texts are kept as they stand in HTML; the same ones stand on many pages."""
WORDS = ("t", "n")
"""What gives the words of the interface: it takes nothing but what it is asked."""

Names = dict[str, Any]

_escaped = lru_cache(_TEXTS)(escape)


def shown(value: object) -> str:
    """A value as it stands in HTML."""
    kind = type(value)
    if kind is Markup:
        return cast(Markup, value)
    return _escaped(cast(str, value)) if kind is str else escape(value)


class Part(Macro):
    """A macro, which asks less of how it is called where that is by position alone."""

    def __init__(self, environment: Environment, function: Any, *declared: Any) -> None:
        super().__init__(environment, function, *declared)
        self._fill = function
        others = self.catch_kwargs or self.catch_varargs or self.caller
        self._most = -1 if others else len(self.arguments)

    def filled(self, where: EvalContext, asked: tuple[Any, ...], named: Names) -> str:
        """It as it is called from a template."""
        left_open = self._most - len(asked)
        if named or left_open < 0:
            return self(where, *asked, **named)
        text = self._fill(*asked, *[missing] * left_open)
        # What makes a Markup asks first whether a text is one.
        return str.__new__(Markup, text) if where.autoescape else cast(str, text)


class FillingIn(Context):
    """What a template is filled in with.

    Jinja asks everything that is called for marks of what else it takes, which costs more than most
    of the calls do. Of macros that is known, and our own methods take nothing.
    """

    # Functions of which that is known: none of them is made while pages are.
    _plain: ClassVar[set[object]] = set()

    def call_within(
        self, loop: Names | None, block: Names | None, called: Any, /, *asked: Any, **named: Any
    ) -> Any:
        """What the call gives. `loop` and `block` have the names of where in a template it stands,
        for what takes the whole context."""
        kind = type(called)
        if kind is Part:
            return called.filled(self.eval_ctx, asked, named)
        if kind is Fragment:
            return called(*asked, **named)
        function = called.__func__ if kind is MethodType else kind.__dict__.get("__call__")
        if function in self._plain:
            return called(*asked, **named)
        if isinstance(function, FunctionType) and not any(
            hasattr(each, "jinja_pass_arg") for each in (called, function)
        ):
            self._plain.add(function)
        return self.call(called, *asked, **named, _loop_vars=loop, _block_vars=block)


class _Code(CodeGenerator):
    """Templates as Python's code, with our own ways to show values, to call and to look up."""

    @override
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape, Macro = environment.shown, environment.part")

    @optimizeconst
    @override
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        if isinstance(node.node, nodes.Name) and node.node.name in WORDS and not node.kwargs:
            self.visit(node.node, frame)
            self.write("(")
            for arg in node.args:
                self.visit(arg, frame)
                self.write(", ")
        else:
            loop = "_loop_vars" if frame.loop_frame else "None"
            block = "_block_vars" if frame.block_frame else "None"
            self.write(f"context.call_within({loop}, {block}, ")
            self.visit(node.node, frame)
            self.signature(node, frame)
        self.write(")")

    @optimizeconst
    @override
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        # What has an attribute is not asked for it by a function of Python.
        self.write("(_found if (_found := getattr(_of := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing")
        self.write(f" else environment.getattr(_of, {node.attr!r}))")


class Filling(Environment):
    """Where templates are found, compiled and filled in."""

    code_generator_class = _Code
    context_class = FillingIn
    part = Part
    shown = staticmethod(shown)

    @override
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template finds beside what it gets. It is looked through for every page and every
        import, which takes long in what Jinja has here, and is complete before it is asked for."""
        return {**self.globals, **(d or {})}

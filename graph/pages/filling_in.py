"""How templates call what they are given: as Jinja does, with less asked of what is called."""

from types import MethodType
from typing import Any, cast

from jinja2.runtime import Context, Macro
from typing_extensions import override

from graph.pages.fragments import Fragment


class FillingIn(Context):
    """What a template is filled in with.

    Jinja asks everything that is called for marks of what else it takes, which costs more than most
    of the calls do. Of macros that is known, and our own methods take nothing.
    """

    @override
    def call(self, called: Any, /, *asked: Any, **named: Any) -> Any:
        """What the call gives."""
        kind = type(called)
        if kind is Macro:
            asked = (self.eval_ctx, *asked)
        elif kind is not Fragment and (kind is not MethodType or hasattr(called, "jinja_pass_arg")):
            return cast(Any, super()).call(called, *asked, **named)
        if named:
            # Names of the place where it is called, for what takes the whole context.
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
        return called(*asked, **named)

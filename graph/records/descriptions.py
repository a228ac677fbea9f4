"""What the fields of records are, in the words that stand below each in its model.

To find them, the source of a model has to be read: that takes longer than all else that is done to
make the models, and few commands tell of fields. So it is done when somebody asks.
"""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel


@cache
def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """What each field of a model is, by its name in Python; fields of which nothing is said are
    left out."""
    import ast
    import inspect
    from textwrap import dedent

    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if not issubclass(each, BaseModel) or each is BaseModel:
            continue
        [body] = ast.parse(dedent(inspect.getsource(each))).body
        assert isinstance(body, ast.ClassDef)
        for field, after in pairwise(body.body):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
                and isinstance(after.value.value, str)
            ):
                found[field.target.id] = inspect.cleandoc(after.value.value)
    return {name: text for name, text in found.items() if name in model.model_fields}


def describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the descriptions of a model's fields into its JSON schema."""
    properties = schema.get("properties", {})
    for name, text in descriptions(model).items():
        written = model.model_fields[name].alias or name
        properties[written if written in properties else name]["description"] = text

"""The catalogue of argumentation schemes that comes with the program."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from graph.records import Scheme
from graph.store.kept_values import said_by


@lru_cache(maxsize=1)
def schemes() -> Mapping[str, Scheme]:
    """All schemes by id, in the order of the catalogue."""
    text = files("graph.store").joinpath("schemes.yaml").read_text("utf-8")
    return MappingProxyType(said_by(text, "schemes", _schemes))


def _schemes(text: str) -> dict[str, Scheme]:
    # Most often they are kept, and nothing is needed to read them.
    from graph.store.yaml_reading import read_yaml

    return {
        key: Scheme.model_validate({"id": key, **fields})
        for key, fields in read_yaml(text).data.items()
    }

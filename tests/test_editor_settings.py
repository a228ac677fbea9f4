import json
from pathlib import Path

from graph.cli.commands import HOMES
from graph.drafting.origin import Origin
from graph.drafting.scaffolding import Beginning, scaffold_files
from graph.store import read_tree
from graph.store.json_schema import schema_files

REPOSITORY = Path(__file__).parent.parent
SETTINGS = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))


def test_records_are_held_to_the_schema_of_their_kind() -> None:
    tree = read_tree(REPOSITORY)
    for schema, pattern in SETTINGS["yaml.schemas"].items():
        path = schema.removeprefix("./")
        assert path in schema_files()
        held = {each.relative_to(REPOSITORY).as_posix() for each in REPOSITORY.glob(pattern)}
        assert held == {file.path for file in tree.of_kind(Path(path).stem)}


def test_the_language_server_is_a_command() -> None:
    assert SETTINGS["glspc.server.command"] == "betoog"
    assert set(SETTINGS["glspc.server.commandArguments"]) <= HOMES.keys()


def test_the_client_is_recommended() -> None:
    found = json.loads((REPOSITORY / ".vscode" / "extensions.json").read_text("utf-8"))
    assert "zsol.vscode-glspc" in found["recommendations"]


def test_a_new_knowledge_base_begins_with_the_same_settings() -> None:
    begun = dict(scaffold_files(Beginning("Buses", "en", "1", Origin("betoog"))))
    for name in (".vscode/settings.json", ".vscode/extensions.json"):
        assert begun[name] == (REPOSITORY / name).read_text("utf-8")

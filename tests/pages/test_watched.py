from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import EventEmitter

from graph.pages.watched import observer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for each in ("watched/in", "elsewhere"):
        (tmp_path / each).mkdir(parents=True)
        (tmp_path / each / "it.md").write_text("1")
    return tmp_path / "watched"


def looking(folder: Path) -> Callable[[], set[str]]:
    """What looks at a folder once more, and names the files that changed since the last time."""
    looker = observer()
    watch = looker.schedule(FileSystemEventHandler(), str(folder), recursive=True)
    (emitter,) = looker.emitters
    assert isinstance(emitter, EventEmitter)
    emitter.on_thread_start()

    def changed() -> set[str]:
        emitter.queue_events(0)
        found = set()
        while not looker.event_queue.empty():
            event, of = looker.event_queue.get()
            assert of == watch
            if not event.is_directory:
                found.add(Path(event.src_path).relative_to(folder).as_posix())
        return found

    return changed


def test_links_that_lead_round_are_not_followed(folder: Path) -> None:
    # Followed, these are more paths than could be counted.
    for name in "abc":
        (folder / name).symlink_to(".")
        (folder / "in" / name).symlink_to("..")
    look = looking(folder)
    (folder / "in" / "new.md").write_text("1")
    assert look() == {"in/new.md"}


def test_links_that_lead_away_are_not_followed_unless_they_are_of_a_file(folder: Path) -> None:
    (folder / "away").symlink_to("../elsewhere")
    (folder / "it.md").symlink_to("../elsewhere/it.md")
    (folder / "dead.md").symlink_to("nowhere")
    look = looking(folder)
    (folder / "../elsewhere/it.md").write_text("longer")
    assert look() == {"it.md"}


def test_a_folder_that_is_itself_a_link_is_watched(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to("watched")
    look = looking(link)
    (folder / "in" / "it.md").write_text("longer")
    assert look() == {"in/it.md"}


@pytest.mark.parametrize("instead", ["nothing", "a dead link"])
def test_what_is_gone_for_a_moment_is_watched_when_it_is_back(folder: Path, instead: str) -> None:
    look = looking(folder)
    away = folder.rename(folder.parent / "away")
    if instead == "a dead link":
        folder.symlink_to("nowhere")
    assert look() == set()
    folder.unlink(missing_ok=True)
    away.rename(folder)
    (folder / "in" / "it.md").write_text("longer")
    assert look() == {"in/it.md"}

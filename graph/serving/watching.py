"""Watching what a site is made of, so that a page which is shown changes when a file does.

The system tells of a change at once where it can. It does not everywhere, as on a disk of another
machine, so all is looked at from time to time as well.
"""

import gc
import time
from pathlib import Path
from threading import Event, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from graph.serving.served_site import ServedSite

_PAUSE, _SHARE = 0.25, 20
"""Seconds between two looks, and how many times as long as a look that is at least."""
_SETTLED, _RESTLESS = 0.01, 10
"""Seconds without a change after which a file is taken for written, and how often that is waited
for."""
_QUIET = 0.5
"""Seconds in which nobody asks for anything, before all rules are applied."""
_READ_ONLY = frozenset(("opened", "closed_no_write"))


class _Told(FileSystemEventHandler):
    def __init__(self, changed: Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note that something changed, wherever that was."""
        if event.event_type not in _READ_ONLY:
            self._changed.set()


def watch(site: ServedSite, ended: Event | None = None) -> None:
    """Have a site looked at whenever something changes, and checked when nothing does, by threads
    that end with the program, or are at rest from when it is told that they are to end."""
    Thread(target=_look, args=(site, ended or Event()), daemon=True).start()
    Thread(target=_check, args=(site,), daemon=True).start()


def _look(site: ServedSite, ended: Event) -> None:
    changed = Event()
    told = _Told(changed)
    places: tuple[Path, ...] = ()
    observer: BaseObserver | None = None
    pause = _PAUSE
    while not ended.is_set():
        if places != site.places:
            places = site.places
            if observer is not None:
                observer.stop()
            observer = _observer(places, told)
        if changed.wait(pause):
            for _ in range(_RESTLESS):
                changed.clear()
                if not changed.wait(_SETTLED):
                    break
        begun = time.monotonic()
        site.look()
        pause = max(_PAUSE, _SHARE * (time.monotonic() - begun))
    if observer is not None:
        observer.stop()


def _check(site: ServedSite) -> None:
    while True:
        site.wait_unchecked(_QUIET)
        site.check()
        # Of each state before there are circles left.
        gc.collect()


def _observer(places: tuple[Path, ...], told: _Told) -> BaseObserver | None:
    """What tells of changes in these places, and in the folders in them that are no links; None
    where the system tells of none."""
    observer = Observer()
    try:
        for place in places:
            if place.is_symlink():
                continue
            if place.is_dir():
                observer.schedule(told, str(place), recursive=True)
            elif place.parent.is_dir():
                observer.schedule(told, str(place.parent))
        observer.daemon = True
        observer.start()
    except OSError:
        # Of as many folders as there are, a system may not tell.
        observer.stop()
        return None
    return observer

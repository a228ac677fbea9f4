"""Local copies of the texts that passages are taken from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from graph.errors import AnswerError
from graph.passages import SourceText, caseless, paragraphs_of
from graph.passages.download import DownloadError, download
from graph.records import Source

LARGEST = 20_000_000
"""The bytes of a text at most; a long book has a tenth of them."""


def text_file(folder: Path, source: str, language: str | None, only: bool) -> Path | None:
    """The file in a folder that holds a source's text, None where there is none.

    It is `<source>.txt` or `<source>.<language>.txt`. When the source is the `only` one that
    passages are taken from, it may also be `article.<language>.txt`, or whatever is the only
    text in the folder.
    """
    names = [each.name for each in _files(folder)]
    stems = [source, *(["article"] if only else [])]
    for stem in stems:
        exact = [f"{stem}.{language}.txt"] if language else []
        if stem == source:
            exact.insert(0, f"{stem}.txt")
        for name in exact:
            if name in names:
                return folder / name
        in_some_language = [
            name for name in names if name.startswith(f"{stem}.") and name.count(".") == 2
        ]
        if len(in_some_language) == 1:
            return folder / in_some_language[0]
    return folder / names[0] if only and len(names) == 1 else None


def headlines(folder: Path) -> Mapping[Path, str]:
    """The headline of each text in a folder, as it is compared.

    Raises:
        AnswerError: one of them cannot be read as UTF-8, or is too large.
    """
    return {path: caseless("".join(_read(path).paragraphs[:1])) for path in _files(folder)}


def titled_file(among: Mapping[Path, str], title: str) -> Path | None:
    """The only one among these headlines that has the source's title in it, if there is one."""
    wanted = caseless(title)
    fitting = [path for path, headline in among.items() if headline and wanted in headline]
    return fitting[0] if len(fitting) == 1 else None


def source_texts(
    sources: Sequence[str],
    records: Mapping[str, Source],
    folder: Path | None,
    online: bool,
    advance: Callable[[], None],
    published: Mapping[str, str] | None = None,
    private: bool = False,
) -> tuple[dict[str, SourceText], dict[str, str]]:
    """The texts of sources by id and, for those without one, the reason in a sentence.

    A text comes from those `published` with the records, from the folder or else, when
    `online`, from the web address where it was read; from one in this machine's own networks
    only when `private`. `advance` is called after each source.

    Raises:
        AnswerError: the folder does not exist, or a file in it cannot be read as UTF-8.
    """
    if folder is not None and not folder.is_dir():
        raise AnswerError(f"there is no folder {folder} to find texts in")
    found: dict[str, SourceText] = {}
    reasons: dict[str, str] = {}
    own = published or {}
    among: Mapping[Path, str] | None = None
    for source in sources:
        if source in own:
            found[source] = paragraphs_of(own[source])
            advance()
            continue
        record = records.get(source)
        language = record.language if record else None
        path = text_file(folder, source, language, len(sources) == 1) if folder else None
        if path is None and folder is not None and record is not None:
            # Read once, however many sources have no text of their name.
            among = headlines(folder) if among is None else among
            path = titled_file(among, record.title)
        try:
            if path is not None:
                found[source] = _read(path)
            elif not online:
                reasons[source] = f"There is no text of {source} in the folder."
            elif record is None or record.read_at is None:
                reasons[source] = f"The source {source} has no web address."
            else:
                found[source] = download(record.read_at, private=private)
        except DownloadError as error:
            reasons[source] = str(error)
        advance()
    return found, reasons


def texts_beside(folder: Path, sources: Collection[str]) -> dict[str, SourceText]:
    """The texts in a folder that are not named as that of one of these sources, by file name.

    Raises:
        AnswerError: the folder does not exist, or a file in it cannot be read as UTF-8.
    """
    if not folder.is_dir():
        raise AnswerError(f"there is no folder {folder} to find texts in")
    paths = _files(folder)
    return {each.name: _read(each) for each in paths if each.name.split(".")[0] not in sources}


def _files(folder: Path) -> list[Path]:
    """The files of texts in a folder; pipes and devices, which may never end, are none."""
    return sorted(each for each in folder.glob("*.txt") if each.is_file())


def _read(path: Path) -> SourceText:
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise AnswerError(f"{path} has more than {LARGEST:,} bytes, and is no text of a source")
        return paragraphs_of(raw.decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise AnswerError(f"{path} cannot be read as UTF-8 text: {error}") from error

"""What becomes suspect by a rewording, held to a knowledge base of generated sentences."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.argument.suspect import suspect_fits, suspect_links, suspect_translations
from graph.base import KnowledgeBase
from graph.drafting.confirmation import confirming
from graph.store import RecordFile, Tree, read_file
from graph.store.layout import laid_out
from tests.examples import examples

NAMES = ("a", "b", "c", "d", "e")
STEPS = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=8)


def _read(texts: dict[str, str]) -> KnowledgeBase:
    files: list[RecordFile] = []
    for path, text in sorted(texts.items()):
        file, problems = read_file(path, text)
        assert file is not None
        assert problems == []
        files.append(file)
    return KnowledgeBase(Tree(Path(), tuple(files), ()))


def _texts(steps: set[tuple[str, str]]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name in NAMES:
        targets = sorted(target for claim, target in steps if claim == name != target)
        links = "".join(f"  - {{claim: {each}, because: {{en: So.}}}}\n" for each in targets)
        field = f"supports:  # {name}\n{links}" if links else ""
        texts[f"claims/x/{name}.md"] = (
            f"---\nclaim: {{en: It is {name}., nl: Het is {name}.}}\nkind: fact\n{field}---\n"
        )
    return texts


def _confirmed(texts: dict[str, str]) -> dict[str, str]:
    return {**texts, **dict(confirming(_read(texts), (), everything=True).files)}


def _suspect(texts: dict[str, str]) -> tuple[set[str], set[tuple[str, str]]]:
    kb = _read(texts)
    return {each.id for each in suspect_links(kb)}, set(suspect_translations(kb))


@settings(max_examples=examples(0.6), deadline=None)
@given(steps=STEPS, reworded=st.sampled_from(NAMES))
def test_a_rewording_makes_its_incoming_links_and_translations_suspect_and_nothing_else(
    steps: set[tuple[str, str]], reworded: str
) -> None:
    texts = _confirmed(_texts(steps))
    assert _suspect(texts) == (set(), set())
    path = f"claims/x/{reworded}.md"
    texts[path] = texts[path].replace("It is", "It is now")
    incoming = {f"{a} -> {b}" for a, b in steps if a != b == reworded}
    assert _suspect(texts) == (incoming, {(reworded, "nl")})
    assert _suspect(_confirmed(texts)) == (set(), set())


@settings(max_examples=examples(0.3), deadline=None)
@given(steps=STEPS)
def test_laying_out_anew_makes_nothing_suspect(steps: set[tuple[str, str]]) -> None:
    texts = _confirmed(_texts(steps))
    tidy = {path: laid_out("claim", text) or "" for path, text in texts.items()}
    assert tidy != texts
    assert _suspect(tidy) == (set(), set())
    assert confirming(_read(tidy), (), everything=True).files == ()


def test_what_has_no_mark_is_not_suspect() -> None:
    assert _suspect(_texts({("a", "b")})) == (set(), set())


def test_one_link_or_one_translation_is_confirmed_by_its_name() -> None:
    texts = _confirmed(_texts({("a", "b"), ("c", "b")}))
    texts["claims/x/b.md"] = texts["claims/x/b.md"].replace("It is", "It is now")
    link = confirming(_read(texts), ["a->b"])
    assert link.links == ("a -> b",)
    assert link.translations == ()
    assert [path for path, _ in link.files] == ["claims/x/a.md"]
    assert confirming(_read(texts), ["b"]).translations == ("b",)
    assert _suspect({**texts, **dict(link.files)})[0] == {"c -> b"}


def test_an_undercut_is_made_for_the_warrant_it_objects_to() -> None:
    texts = _texts({("a", "b")})
    texts["claims/x/c.md"] = (
        "---\nclaim: {en: It is c.}\nkind: fact\nundercuts:\n"
        "  - {link: a -> b, because: {en: No.}}\n---\n"
    )
    texts = _confirmed(texts)
    reworded = {**texts, "claims/x/b.md": texts["claims/x/b.md"].replace("It is", "It was")}
    assert _suspect(reworded)[0] == {"a -> b"}
    rewarranted = {**texts, "claims/x/a.md": texts["claims/x/a.md"].replace("So.", "Thus.")}
    assert _suspect(rewarranted)[0] == {"c -> (a -> b)"}


def _fitted(sentence: str, *fits: str) -> dict[str, str]:
    passages = "".join(f"  - {{source: s, start: a b c, fit: {each}}}\n" for each in fits)
    text = f"---\nclaim: {{en: {sentence}}}\nkind: fact\npassages:\n{passages}---\n"
    return {"claims/x/a.md": text}


def test_a_passage_is_suspect_once_its_claim_says_something_else_and_is_then_read_again() -> None:
    fits = ("{bears: directly, read: 2025-01-31}", "{bears: partly, read: 2025-02-01}")
    before = _fitted("It is.", *fits)
    assert list(suspect_fits(_read(before))) == []
    marked = confirming(_read(before), ("a",), today="2026-11-29")
    assert marked.fits == ("a",)
    # What nobody marked was read when it says so.
    ((path, text),) = marked.files
    assert (text.count("wording: "), text.count("2026")) == (2, 0)
    assert confirming(_read({path: text}), ("a",), today="2026-11-29").files == ()
    reworded = {path: text.replace("It is.", "It was.")}
    assert list(suspect_fits(_read(reworded))) == [("a", 0), ("a", 1)]
    ((_, again),) = confirming(_read(reworded), ("a",), today="2026-11-29").files
    assert list(suspect_fits(_read({path: again}))) == []
    assert again.count("read: 2026-11-29") == 2

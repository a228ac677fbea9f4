"""The records of an argument knowledge base, as frozen models that know nothing of files."""

from graph.records.claim import Certainty, Claim, Kind, Stance
from graph.records.debate import Debate, DebateFinding, DebateTopic, Theme
from graph.records.grades import Grades
from graph.records.keywords import KeywordLists
from graph.records.link import ClaimLink, LinkLink
from graph.records.outcome import Outcome, State
from graph.records.passage import Bears, Fit, Passage
from graph.records.roots import root_of
from graph.records.scalars import RecordId
from graph.records.scheme import Scheme
from graph.records.source import Level, Name, Paragraph, Quality, Source, SourceType
from graph.records.speaker import Speaker
from graph.records.text import LocalizedText, Wording

__all__ = [
    "Bears",
    "Certainty",
    "Claim",
    "ClaimLink",
    "Debate",
    "DebateFinding",
    "DebateTopic",
    "Fit",
    "Grades",
    "KeywordLists",
    "Kind",
    "Level",
    "LinkLink",
    "LocalizedText",
    "Name",
    "Outcome",
    "Paragraph",
    "Passage",
    "Quality",
    "RecordId",
    "Scheme",
    "Source",
    "SourceType",
    "Speaker",
    "Stance",
    "State",
    "Theme",
    "Wording",
    "root_of",
]

"""The answers of somebody at a terminal, kept so that a conversation can go back and go on."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


class GoneBack(Exception):  # noqa: N818  (no error: somebody wants the question before)
    """The question before the last one is to be asked again."""


@dataclass
class Tape:
    """Answers in their order, as they were typed; those before `at` have been given again."""

    answers: list[str] = field(default_factory=list)
    at: int = 0

    @property
    def playing(self) -> bool:
        """Whether the next answer was given before."""
        return self.at < len(self.answers)

    def played(self) -> str:
        """The next answer that was given before."""
        self.at += 1
        return self.answers[self.at - 1]

    def record(self, answer: str) -> None:
        """Keep an answer that was just given."""
        self.answers.append(answer)
        self.at = len(self.answers)

    def unfit(self) -> None:
        """Forget the last answer, and those behind it, which were given to other questions."""
        del self.answers[self.at - 1 :]
        self.at = len(self.answers)

    def back(self) -> None:
        """Forget the last answer, so that its question comes again."""
        del self.answers[-1:]
        raise GoneBack


current: ContextVar[Tape] = ContextVar("current")
"""The tape of the conversation that goes on; none outside one."""


def conversation(tape: Tape, questions: Callable[[], T]) -> T:
    """What comes of questions, asked from the first again each time that somebody goes back:
    what was answered before is answered again from the tape, and is not seen."""
    token = current.set(tape)
    try:
        while True:
            tape.at = 0
            try:
                return questions()
            except GoneBack:
                continue
    finally:
        current.reset(token)

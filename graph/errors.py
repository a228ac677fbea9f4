"""What a person can cause, apart from mistakes of the program."""


class BetoogError(Exception):
    """Something that cannot be done with what was given; the message says why, on one line.

    Every other exception that reaches the edge of the program is a mistake in the program.
    """


class AnswerError(BetoogError):
    """Something that was asked for and that is not here, or cannot be done here."""


class NoRecordsError(BetoogError, FileNotFoundError):
    """A folder in which there are no records; for Python a file that is not there, too."""

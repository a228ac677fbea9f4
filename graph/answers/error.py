"""Questions that have no answer."""


class AnswerError(Exception):
    """A question that cannot be answered here; the message says why, on one line."""

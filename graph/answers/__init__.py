"""Answers: what is computed, as JSON-ready data and as text for a terminal.

Each module answers one question. Its `…_answer` function gives plain data of a type that is
written down, and a contract that other programs rely on; its `…_text` function gives the same for
a reader, as something that rich can print. Nothing here prints, writes or starts anything.
"""

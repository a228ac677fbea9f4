"""Answers: what is computed, as JSON-ready data and as text for a terminal.

Each module answers one question. Its `…_answer` function gives plain data, whose keys are a
contract that other programs rely on; its `…_text` function gives the same for a reader, as
something that rich can print. Nothing here prints.
"""

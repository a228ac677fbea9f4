"""Text as the bytes of a document on the web."""

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())


def document(text: str) -> bytes:
    """The text in UTF-8, without the characters that XML 1.0 (section 2.2) does not allow.

    One of them, wherever it comes from, would make a drawing or a feed unreadable as a whole.
    """
    # In UTF-8 no byte of a longer character is below 0x80, so that bytes can be taken out.
    content = text.encode("utf-8", "ignore").translate(None, _CONTROLS)
    for each in _NO_CHARACTERS:
        content = content.replace(each, b"")
    return content

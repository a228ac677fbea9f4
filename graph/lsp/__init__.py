"""The language server: what `graph.editing` knows, in the words of the protocol.

The only room that knows pygls.
"""

from graph.lsp.serving import serve

__all__ = ["serve"]

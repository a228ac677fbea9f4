"""The editor's room: what stands where in records, what could, and what a change takes, and the
language server that says so to editors.

Lines and columns count characters from 1, as everywhere; how an editor counts is known only to
`units`. Only `serving` and what it is made of speak the protocol.
"""

from graph.editor.serving import serve

__all__ = ["serve"]

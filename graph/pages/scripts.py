"""The scripts of the site as they are served: without what is written for their editors.

Types in comments are for the check of `.ci/scripts`; a reader would only wait for them.
"""

import re

# Only what stands on lines of its own, and casts: anything else might be in a text.
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")


def without_comments(script: str) -> str:
    """A script of ours without comments and types; what it does stays the same."""
    return _CAST.sub("", _COMMENT.sub("", script)).lstrip("\n")

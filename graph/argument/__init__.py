"""The reading of the argument: routes, what a claim turns on, why it stands where it stands.

Nothing here knows a page or a terminal, so that whatever shows the argument says the same.
"""

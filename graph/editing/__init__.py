"""What an editor asks about records: what stands where, what could, and what a change takes.

Lines and columns count characters from 1, as everywhere; how an editor counts is known only to
`units`.
"""

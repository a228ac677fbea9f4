"""What is said on the site that hosts the repository: comments, labels and issues.

Its workflows run these with the right to write. They run the program of the main branch only, and
take whatever a change or an issue gives them for text.
"""

"""What a change does to the argument: revisions, differences between them, their history."""

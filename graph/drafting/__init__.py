"""New claims and links: from what an analyst says to records that can be checked."""

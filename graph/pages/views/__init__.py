"""What pages show of claims, links, passages and debates, in the words of one language."""

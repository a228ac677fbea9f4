"""What was drafted, put right or laid out, as data and in words, one file for each."""

"""What a page says of itself elsewhere: cards, pictures and structured data."""

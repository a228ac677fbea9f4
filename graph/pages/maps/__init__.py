"""Maps: drawings of claims and the links between them."""

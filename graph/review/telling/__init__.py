"""A change to the argument, told: what is told once, and the forms in which it is shown."""

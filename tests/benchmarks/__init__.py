"""What checking, weighing and building cost, on generated knowledge bases of any size."""

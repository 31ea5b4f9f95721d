"""Two texts beside each other, word by word."""

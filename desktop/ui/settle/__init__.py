"""The window in which people settle what they marked in different ways."""

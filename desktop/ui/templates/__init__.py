"""The window in which people write templates for text exports."""

"""The PySide6 window: it reads through a read-only connection and asks for operations."""

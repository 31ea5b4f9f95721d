"""Choosing and keeping tags."""

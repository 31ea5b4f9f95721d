"""Bytes to values and back: importers and exporters, without SQL and without Qt."""

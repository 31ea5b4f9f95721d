"""The margin: an article's tags, note and highlights."""

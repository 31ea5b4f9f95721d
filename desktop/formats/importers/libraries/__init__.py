"""What other programs export: the articles, highlights, notes and tags that people have there."""

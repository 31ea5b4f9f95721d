"""Notes as the window shows them: rendered, with links that lead somewhere."""

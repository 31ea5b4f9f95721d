"""The notebook: every highlight of the library on one page, and pictures of them."""

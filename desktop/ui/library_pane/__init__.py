"""The article list with its search box and filters."""

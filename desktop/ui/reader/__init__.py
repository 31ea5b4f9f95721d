"""The reader pane: an article's text with its marks."""

"""The user's verbs: each a plain function of a transaction."""

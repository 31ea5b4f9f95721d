"""One module per input format; each offers an `Importer` to the registry."""

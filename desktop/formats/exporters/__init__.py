"""One module per output format; each offers an `Exporter` to the registry."""

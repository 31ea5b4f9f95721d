"""Pages from the network: fetched within limits, handed to the importers as files."""

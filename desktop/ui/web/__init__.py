"""What the window does with addresses: pages that are added, feeds that are followed."""

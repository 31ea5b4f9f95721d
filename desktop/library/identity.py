"""What makes a file a Glosa library, and which schema this program knows."""

APPLICATION_ID = 0x476C6F73  # "Glos"
SCHEMA_VERSION = 14

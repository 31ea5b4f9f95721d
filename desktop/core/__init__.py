"""Values and pure functions: nothing here knows of SQLite, files' formats or Qt."""

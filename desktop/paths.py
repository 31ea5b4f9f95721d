"""Where things lie: the program's own files, and the user's library, settings and logs."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder with icons, fonts and translations."""
    return _shipped("resources")


def seeds() -> Path:
    """Return the folder with the sample articles."""
    return _shipped("seeds")


def default_library() -> Path:
    """Return the library file in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("Glosa", appauthor=False) / "library.db"


def log_folder() -> Path:
    """Return the folder for the crash log."""
    from platformdirs import user_log_path

    return user_log_path("Glosa", appauthor=False)


def settings_file() -> Path:
    """Return the file with the window's settings."""
    from platformdirs import user_config_path

    return user_config_path("Glosa", appauthor=False) / "settings.ini"


def templates_folder() -> Path:
    """Return the folder with the user's templates for text exports."""
    return settings_file().parent / "templates"


def _shipped(name: str) -> Path:
    """Look in the installed package first, then in the checkout."""
    packaged = _HERE / "_data" / name
    return packaged if packaged.is_dir() else _HERE.parent / name

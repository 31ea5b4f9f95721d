"""Archive entries that look the same whenever and wherever they are made."""

import zipfile


def entry(name: str, *, stored: bool = False) -> zipfile.ZipInfo:
    """Return an archive entry that looks the same whenever and wherever it is made."""
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info

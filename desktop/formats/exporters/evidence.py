"""An evidence pack: texts, pictures, annotations and a log, hashes chained, with a script to check.

Whoever gets the ZIP needs only Python: `python verify.py` names a file in which one byte changed.
The last hash of the chain, published or noted down, fixes all of it.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.image import KINDS, Image
from desktop.core.portable import PortableArticle, PortableTag, source_line
from desktop.formats.api import OWN_LEFT_OUT
from desktop.formats.exporters.archive_out import entry
from desktop.formats.file_names import Names


class Evidence:
    """The exporter of articles as an evidence pack."""

    name = QT_TRANSLATE_NOOP("Formats", "Evidence pack (ZIP)")
    suffix = ".zip"
    takes_pictures = True
    leaves_out = OWN_LEFT_OUT

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write the pack of *articles* to the archive *out*; return how many annotations."""
        count = 0
        events: list[dict[str, str]] = []
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            chain = _Chain(archive)
            names = Names("")
            pictures: set[str] = set()
            for article in articles:
                base = names.fresh(article.title)
                chain.add(f"texts/{base}.txt", article.text.encode())
                chain.add(f"annotations/{base}.json", _json(_about(article)))
                for image in article.images:
                    if image.sha256 not in pictures:
                        pictures.add(image.sha256)
                        chain.add(_picture_name(image), image.data)
                events += _events(article)
                count += len(article.annotations)
            chain.add("tags.json", _json([asdict(tag) for tag in tags]))
            events.sort(key=lambda event: (event["when"], event["uuid"], event["what"]))
            lines = (json.dumps(event, ensure_ascii=False) + "\n" for event in events)
            chain.add("log.jsonl", "".join(lines).encode())
            chain.finish()
        return count


class _Chain:
    """Files that go into an archive, and the line about each: hash, hash of all before, name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._before = ""
        self._lines: list[str] = []

    def add(self, name: str, data: bytes) -> None:
        digest = hashlib.sha256(data).hexdigest()
        self._before = hashlib.sha256((self._before + digest + name).encode()).hexdigest()
        self._lines.append(f"{self._before}  {digest}  {name}\n")
        self._archive.writestr(entry(name), data)

    def finish(self) -> None:
        self.add("verify.py", Path(__file__).with_name("evidence_verify.py").read_bytes())
        self._archive.writestr(entry("chain.txt"), "".join(self._lines).encode())


def _about(article: PortableArticle) -> dict[str, object]:
    left_out = {"text", "blocks", "annotations", "settled", "images", "whole"}
    values = {n: getattr(article, n) for n in PortableArticle.__slots__ if n not in left_out}
    if article.images:
        values["pictures"] = list(map(_picture_name, article.images))
    marks = [asdict(mark) for mark in article.annotations]
    for mark in marks:
        del mark["version"]  # a number of the library, not of the text
    settled = [asdict(decision) for decision in article.settled]
    source = source_line(article)
    return {**values, "source": source, "annotations": marks, "settled": settled}


def _picture_name(image: Image) -> str:
    return f"pictures/{image.sha256}{KINDS[image.media_type]}"


def _events(article: PortableArticle) -> Iterator[dict[str, str]]:
    """Yield who did what when, as far as the library knows it."""
    yield _event(article.added, "article added", "", article.uuid, article.title)
    for mark in article.annotations:
        yield _event(mark.created, "highlight made", mark.author, mark.uuid, mark.exact)
        if mark.modified != mark.created:
            yield _event(mark.modified, "highlight changed", mark.author, mark.uuid, mark.note)


def _event(when: str, what: str, who: str, uuid: str, about: str) -> dict[str, str]:
    return {"when": when, "what": what, "who": who, "uuid": uuid, "about": about}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


EVIDENCE = Evidence()

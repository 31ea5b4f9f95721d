"""The tags as a REFI-QDA codebook (.qdc), and as the code book part of a project (.qdpx)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from desktop.core.colours import PAPER_EDGES
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.exporters.text_out import text_out
from desktop.formats.exporters.xml_out import DECLARATION, attributes, content

_NAMESPACE = "urn:QDA-XML:codebook:1.0"


class Codebook:
    """The exporter of all tags, with their tree, colours and descriptions."""

    name = QT_TRANSLATE_NOOP("Formats", "REFI-QDA codebook")
    suffix = ".qdc"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Only the tags are exported: no articles and no highlights."
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *tags* to *out*; the articles are left out. Return 0 annotations."""
        with text_out(out) as text:
            text.write(f'{DECLARATION}<CodeBook xmlns="{_NAMESPACE}" origin="Glosa">\n')
            text.writelines(codes(tags))
            text.write("</CodeBook>\n")
        return 0


def codes(tags: Sequence[PortableTag]) -> Iterator[str]:
    """Yield the `Codes` element; the schema wants one code at least, so an empty tree gets one."""
    yield "<Codes>\n"
    open_paths: list[str] = []
    for tag in sorted(tags, key=lambda tag: tag.path.split("/")):
        while open_paths and not tag.path.startswith(open_paths[-1] + "/"):
            open_paths.pop()
            yield "</Code>\n"
        yield _opened(tag)
        open_paths.append(tag.path)
    yield from ["</Code>\n"] * len(open_paths)
    if not tags:
        none = "00000000-0000-0000-0000-000000000000"
        yield f'<Code guid="{none}" name="–" isCodable="false"/>\n'
    yield "</Codes>\n"


def _opened(tag: PortableTag) -> str:
    name = tag.path.rpartition("/")[2]
    # Codes are read on white, as highlights on paper.
    colour = PAPER_EDGES.get(tag.colour, tag.colour if tag.colour.startswith("#") else "")
    said = f"<Description>{content(tag.description)}</Description>" if tag.description else ""
    values = attributes(guid=tag.uuid, name=name, isCodable="true", color=colour)
    return f"<Code{values}>{said}\n"


CODEBOOK = Codebook()

"""Our importers that need a parser, in one table; none of them is loaded before it is needed."""

from desktop.formats import limits
from desktop.formats.importers.source import Parsed

IMPORTERS = (
    Parsed("Web page", (".html", ".htm", ".xhtml", ".xht"), "html", limits.LARGEST_MARKUP),
    Parsed("Web archive page", (".mhtml", ".mht"), "mhtml"),
    Parsed("Markdown", (".md", ".markdown"), "markdown", 16 * 1024**2),
    Parsed("E-book (EPUB)", (".epub",), "epub"),
    Parsed("Word document", (".docx",), "docx"),
    Parsed("OpenDocument text", (".odt",), "odt"),
    Parsed("Rich text", (".rtf",), "rtf", limits.LARGEST_MARKUP),
    Parsed("E-mail", (".eml",), "email_message"),
    Parsed("E-book (FictionBook)", (".fb2", ".fb2.zip"), "fb2", limits.LARGEST_MARKUP),
    Parsed("PDF", (".pdf",), "pdf"),
    Parsed("Table of articles (CSV)", (".csv", ".tsv"), "csv_corpus"),
    Parsed("Feed (RSS, Atom, JSON Feed)", (".rss", ".atom", ".feed.json"), "feed", 8 * 1024**2),
    Parsed("List of feeds (OPML)", (".opml",), "opml", 8 * 1024**2),
    Parsed("Articles (JSON)", (".json", ".jsonld"), "json_corpus", limits.LARGEST_MARKUP),
    Parsed("Web archive (WARC)", (".warc", ".warc.gz"), "warc"),
    Parsed("Archive (ZIP)", (".zip",), "zip_archive"),
    Parsed("Codebook (REFI-QDA)", (".qdc",), "libraries.codebook", limits.LARGEST_MARKUP),
    Parsed("Project (REFI-QDA)", (".qdpx",), "libraries.refi"),
    Parsed(
        "Project (Taguette, QualCoder, Zotero)",
        (".sqlite3", ".sqlite", ".qda"),
        "libraries.sqlite_project",
    ),
    Parsed("Packed file", (".gz", ".zst"), "packed"),
)


def importer_named(name: str) -> Parsed | None:
    """Return the importer for a file called *name*, or None."""
    low = name.casefold()
    return next((one for one in IMPORTERS if low.endswith(one.suffixes)), None)

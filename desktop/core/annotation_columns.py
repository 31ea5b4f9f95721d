"""The columns of an exported annotation, in the order of the data contract."""

COLUMNS = (
    "annotation_uuid", "article_uuid", "title", "author", "outlet", "agency", "url", "published",
    "language", "version_sha256", "start", "end", "quote", "prefix", "suffix", "colour", "style",
    "note", "tags", "created", "modified", "orphaned",
)  # fmt: skip
NUMBERS = frozenset({"start", "end", "orphaned"})
TAG_SEPARATOR = "; "

"""The exporters that come with the program, in the order in which they are offered."""

from desktop.formats.api import ArticleExporter, Exporter
from desktop.formats.exporters.bibliography import BIBTEX, CSL_JSON, RIS
from desktop.formats.exporters.bundle import BUNDLE
from desktop.formats.exporters.codebook_csv import CODEBOOK_CSV
from desktop.formats.exporters.csv_annotations import CSV
from desktop.formats.exporters.docx import DOCX
from desktop.formats.exporters.evidence import EVIDENCE
from desktop.formats.exporters.hypothesis import HYPOTHESIS
from desktop.formats.exporters.json_lines import JSON_LINES
from desktop.formats.exporters.markdown import MARKDOWN, MARKDOWN_VAULT
from desktop.formats.exporters.odt import ODT
from desktop.formats.exporters.opml_sources import OPML_SOURCES
from desktop.formats.exporters.refi_codebook import CODEBOOK
from desktop.formats.exporters.refi_project import REFI_PROJECT
from desktop.formats.exporters.web_annotation import WEB_ANNOTATION
from desktop.formats.exporters.web_page import WEB_PAGE
from desktop.formats.exporters.xlsx import XLSX

EXPORTERS: tuple[Exporter | ArticleExporter, ...] = (
    CSV,
    XLSX,
    MARKDOWN,
    MARKDOWN_VAULT,
    WEB_PAGE,
    DOCX,
    ODT,
    REFI_PROJECT,
    CODEBOOK,
    CODEBOOK_CSV,
    WEB_ANNOTATION,
    HYPOTHESIS,
    JSON_LINES,
    BUNDLE,
    EVIDENCE,
    BIBTEX,
    RIS,
    CSL_JSON,
    OPML_SOURCES,
)

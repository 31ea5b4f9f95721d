"""The migrations of the library file: STEPS in order, one module each.

`user_version` is the number of steps a file has had (identity.SCHEMA_VERSION: all of them). A step
that was released is never changed; each released schema has a fixture in tests/library/schemas.
"""

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from desktop.library.connection import execute
from desktop.library.schema.article_address import article_address
from desktop.library.schema.calm_merging import calm_merging
from desktop.library.schema.colour_label import colour_label
from desktop.library.schema.deleted_annotation import deleted_annotation
from desktop.library.schema.feed import feed
from desktop.library.schema.first import first_schema
from desktop.library.schema.image import image
from desktop.library.schema.notebook import notebook
from desktop.library.schema.quick_index import quick_index
from desktop.library.schema.row_seals import row_seals
from desktop.library.schema.saved_search import saved_search
from desktop.library.schema.settled import settled
from desktop.library.schema.similar import similar
from desktop.library.schema.word_forms import word_forms

STEPS: tuple[Callable[[Database], None], ...] = (
    first_schema,
    saved_search,
    word_forms,
    notebook,
    row_seals,
    article_address,
    similar,
    quick_index,
    feed,
    deleted_annotation,
    settled,
    colour_label,
    image,
    calm_merging,
)


def _numbered(number: int, step: Callable[[Database], None]) -> Callable[[Database], None]:
    def migrate(db: Database) -> None:
        step(db)
        execute(db, f"PRAGMA user_version = {number}")

    return migrate


def _all_steps() -> Migrations:
    collected = Migrations("glosa")
    for number, step in enumerate(STEPS, 1):
        collected(name=step.__name__)(_numbered(number, step))
    return collected


migrations = _all_steps()

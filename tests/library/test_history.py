from desktop.library import history
from desktop.library.connection import fetch
from desktop.library.library import Library
from desktop.operations import tag


def records(library: Library) -> int:
    return library.with_writer(lambda db: fetch(db, "SELECT count(*) AS n FROM undo_row")[0]["n"])


def test_the_oldest_steps_are_forgotten(library: Library):
    for number in range(history.LIMIT + 3):
        library.run(tag.create, path=f"T{number}")
    assert records(library) == history.LIMIT
    library.undo()
    assert records(library) == history.LIMIT
    library.run(tag.create, path="T")
    assert records(library) == history.LIMIT


def test_names_of_the_steps(library: Library):
    assert (library.undoable, library.redoable) == (None, None)
    library.run(tag.create, path="A")
    library.run(tag.rename, tag_id=1, name="B")
    assert library.undoable and library.undoable.name == "Rename tag"
    library.undo()
    assert library.undoable and library.undoable.name == "Add tag"
    assert library.redoable and library.redoable.name == "Rename tag"
    library.run(tag.create, path="C")
    assert library.redoable is None
    assert library.redo() is None


def test_a_long_step_is_played_back_in_pieces(library: Library):
    library.run(tag.create, path="A")
    importing = library.open_step("Import")
    for number in range(2 * history._CHUNK + 5):
        library.run_in(importing, tag.create, path=f"A/{number}")
    library.close_step(importing)
    library.undo()
    assert library.with_writer(lambda db: fetch(db, "SELECT path FROM tag")) == [{"path": "A"}]
    library.redo()
    assert len(library.with_writer(lambda db: fetch(db, "SELECT path FROM tag"))) == 406

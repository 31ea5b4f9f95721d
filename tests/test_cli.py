"""The command line, as scripts use it: what it prints, how it ends, what it leaves."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop import cli, paths, qt_preflight
from desktop.core.annotation_columns import COLUMNS
from desktop.library import articles
from desktop.library.library import Library
from desktop.operations import import_articles, saved_search
from desktop.operations.import_articles import store
from tests.builders import document

ROOT = Path(__file__).parent.parent
KRESY = ROOT.parent / "shared" / "seeds"
ENTRY = "from desktop.cli import entry; entry()"
Glosa = Callable[..., tuple[int, str, str]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def glosa(place: Path, capsys: pytest.CaptureFixture[str]) -> Glosa:
    """Run a command in this process; return its exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = cli.main(["--library", str(place), *map(str, arguments)])
        except SystemExit as end:
            code = int(end.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def two_articles(tmp_path: Path, glosa: Glosa) -> None:
    (tmp_path / "1.txt").write_text(
        " date 2023-09-07 😀👩‍👩‍👧 Łódź żyje.\n\nŁódź żyje rybą, mówi Jake’a Sullivana."
        "\n\nKresy.pl/TASS\n",
        encoding="utf-8",
    )
    (tmp_path / "2.txt").write_text("Rosja\n\nPutin chce dostaw broni.", encoding="utf-8")
    assert glosa("import", tmp_path / "1.txt", tmp_path / "2.txt")[0] == 0


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def as_json(result: tuple[int, str, str]) -> Any:
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.mark.skipif(not KRESY.is_dir(), reason="needs the shared seeds")
def test_the_acceptance_of_issue_2(glosa: Glosa, tmp_path: Path):
    nothing_failed = {"failed": 0, "failures": []}
    first = as_json(glosa("import", KRESY, "--json"))
    assert first == {"imported": 1, "duplicates": 0, **nothing_failed}
    assert as_json(glosa("import", KRESY, "--json")) == {
        "imported": 0,
        "duplicates": 1,
        **nothing_failed,
    }
    (article,) = as_json(glosa("articles", "--json"))
    assert (article["published"], article["outlet"]) == ("2023-09", "Kresy.pl")
    assert (article["agency"], article["language"]) == ("TASS", "pl")
    quote = "Mamy własne stosunki z Pjongjangiem"
    code, _, _ = glosa(
        "annotate", "--article", 1, "--quote", quote, "--colour", "yellow",
        "--note", "cytat", "--tag", "Rosja/dyplomacja",
    )  # fmt: skip
    assert code == 0
    assert glosa("export", "--format", "csv", "--output", tmp_path / "o.csv")[0] == 0
    (row,) = rows_of(tmp_path / "o.csv")
    assert tuple(row) == COLUMNS
    assert (row["quote"], row["note"], row["tags"]) == (quote, "cytat", "Rosja/dyplomacja")
    assert text_of(tmp_path)[int(row["start"]) : int(row["end"])] == quote
    assert as_json(glosa("search", '"dostaw broni"', "--json"))[0]["id"] == 1
    assert as_json(glosa("search", "sullivan -warszawa", "--json"))[0]["id"] == 1
    assert as_json(glosa("search", "sullivan -putin", "--json")) == []
    assert glosa("check") == (0, "ok\n", "")


def text_of(folder: Path, article: int = 1) -> str:
    library = Library(folder / "library.db", read_only=True)
    with closing(library), closing(library.reader()) as reader:
        return articles.text(reader, article).text


@pytest.mark.usefixtures("two_articles")
def test_offsets_are_code_points(glosa: Glosa, tmp_path: Path):
    assert text_of(tmp_path).startswith("😀")
    for quote in ("ryb", "😀", "Łódź"):
        assert glosa("annotate", "--article", 1, "--quote", quote)[0] == 0
    glosa("export", "--output", tmp_path / "o.csv", "--query", "ryba* lodz")
    rows = rows_of(tmp_path / "o.csv")
    text = text_of(tmp_path)
    assert [text[int(row["start"]) : int(row["end"])] for row in rows] == ["😀", "Łódź", "ryb"]
    assert [row["quote"] for row in rows] == ["😀", "Łódź", "ryb"]


@pytest.mark.usefixtures("two_articles")
def test_articles(glosa: Glosa):
    found = as_json(glosa("articles", "--json"))
    needed = {
        "id",
        "uuid",
        "title",
        "outlet",
        "agency",
        "published",
        "language",
        "status",
        "tags",
        "highlights",
    }
    assert all(needed <= set(article) for article in found)
    assert [article["id"] for article in found] == [2, 1]
    assert [a["id"] for a in as_json(glosa("articles", "--query", "outlet:kresy", "--json"))] == [1]
    assert "Łódź żyje" in glosa("articles")[1]
    assert glosa("articles", "--query", "nic")[1] == "no articles\n"


@pytest.mark.usefixtures("two_articles")
def test_search(glosa: Glosa):
    (found,) = as_json(glosa("search", "lodz", "--json"))
    assert set(found) == {"id", "title", "snippet"}
    assert "Łódź" in found["snippet"]
    assert len(as_json(glosa("search", "", "--limit", 1, "--json"))) == 1
    assert glosa("search", "nic nie ma")[1] == "nothing found\n"
    assert "Putin" in glosa("search", "broni")[1]


@pytest.mark.usefixtures("two_articles")
def test_tag(glosa: Glosa):
    assert as_json(glosa("tag", "--article", 1, "--add", "B", "--add", "A/C", "--json")) == {
        "article": 1,
        "tags": ["A/C", "B"],
    }
    assert glosa("tag", "--article", 1, "--remove", "b") == (0, "A/C\n", "")
    (article,) = as_json(glosa("articles", "--query", "tag:a", "--json"))
    assert article["tags"] == ["A/C"]


def test_what_is_exported(glosa: Glosa, two_articles: None, place: Path, tmp_path: Path):
    glosa("annotate", "--article", "2", "--quote", "broni", "--tag", "A/B", "--note", "koszt")
    glosa("annotate", "--article", "2", "--quote", "Putin", "--tag", "C")
    with closing(Library(place)) as library:
        library.run(saved_search.save, name="Ryby", query="ryba")
    out = tmp_path / "o.csv"
    for options, number in (
        ([], 2), (["--article", 2], 2), (["--article", 1], 0),
        (["--article", 1, "--article", 2, "--article", 2], 2),
        (["--query", "putin"], 2), (["--saved", "ryby"], 0), (["--tag", "A"], 1),
        (["--highlights", "koszt"], 1),
    ):  # fmt: skip
        assert glosa("export", "--output", out, *options)[1] == f"exported {number}\n", options
    for options, words in (
        (["--article", 9], "no article with the number 9"),
        (["--saved", "x"], "Choose one of: Ryby"),
        (["--tag", "x"], "no tag “x”"),
    ):
        code, _, said = glosa("export", "--output", out, *options)
        assert code == 1 and words in said
    assert glosa("export", "--output", out, "--tag", "A", "--query", "x")[0] == 2


def test_export_in_the_form_of_a_template(
    glosa: Glosa, two_articles: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "templates"
    monkeypatch.setattr(paths, "templates_folder", lambda: folder)
    glosa("annotate", "--article", "2", "--quote", "dostaw broni", "--note", "n")
    out = tmp_path / "o.txt"
    code, _, said = glosa("export", "--template", "plain quotes", "--output", out)
    assert code == 0 and "What the template does not name" in said
    assert out.read_text(encoding="utf-8") == "Rosja\n\n„dostaw broni”\n    n\n\n"
    mine = tmp_path / "moje.md.jinja"
    mine.write_text("{{ article.titel }}")
    code, _, said = glosa("export", "--template", mine, "--output", out)
    assert code == 1 and "Did you mean “title”?" in said and "dostaw" in out.read_text("utf-8")
    folder.mkdir()
    (folder / "moje.md.jinja").write_text("{{ article.title }};")
    assert glosa("export", "--template", "moje", "--output", out)[0] == 0
    assert out.read_text("utf-8").endswith("Rosja;")
    for more in (["--format", "md"], ["--per-tag"]):
        code, _, said = glosa("export", "--template", "moje", "--output", out, *more)
        assert code == 1 and "a form of its own" in said
    code, _, said = glosa("export", "--template", "nie ma", "--output", out)
    assert code == 1 and "Plain quotes" in said


@pytest.mark.usefixtures("two_articles")
def test_annotate_and_export(glosa: Glosa, tmp_path: Path):
    done = as_json(glosa(
        "annotate", "--article", 2, "--quote", "n", "--occurrence", 2, "--colour", "red",
        "--style", "underline",
        "--tag", "A", "--tag", "B/C", "--json",
    ))  # fmt: skip
    assert done == {"annotation": 1}
    assert as_json(glosa("export", "--output", tmp_path / "o.csv", "--raw", "--json")) == {
        "exported": 1
    }
    (row,) = rows_of(tmp_path / "o.csv")
    assert (row["colour"], row["style"], row["tags"]) == ("red", "underline", "A; B/C")
    assert (
        glosa("export", "--output", tmp_path / "o.csv", "--query", "outlet:nic")[1]
        == "exported 0\n"
    )
    assert rows_of(tmp_path / "o.csv") == []


def test_csv_for_other_programs(glosa: Glosa, tmp_path: Path):
    out = tmp_path / "o.csv"
    glosa("export", "--output", out, "--preset", "taguette")
    assert out.read_bytes() == b"id,document,tag,content\r\n"
    shape = ("--columns", "quote, note", "--delimiter", "semicolon", "--no-bom", "--per-tag")
    glosa("export", "--output", out, *shape)
    assert out.read_bytes() == b'"quote";"note"\r\n'
    code, _, said = glosa("export", "--output", out, "--columns", "quote,cytat")
    assert (code, "cytat" in said) == (1, True)
    code, _, said = glosa("export", "--format", "md", "--output", out, "--per-tag")
    assert (code, "for CSV only" in said) == (1, True)


def test_import_reports_each_failure(glosa: Glosa, tmp_path: Path):
    good = tmp_path / "dobry.txt"
    good.write_text("Tekst o rybach", encoding="utf-8")
    (tmp_path / "pusty.txt").write_bytes(b"")
    code, out, err = glosa("import", tmp_path, tmp_path / "nie ma", "--json")
    result = json.loads(out)
    assert (code, err) == (0, "")
    assert (result["imported"], result["duplicates"], result["failed"]) == (1, 0, 2)
    assert [Path(f["path"]).name for f in result["failures"]] == ["pusty.txt", "nie ma"]
    assert all(f["reason"] for f in result["failures"])
    code, out, _ = glosa("import", tmp_path)
    assert code == 0 and out.startswith("imported 0, duplicates 1, failed 1\n")
    code, out, _ = glosa("import", tmp_path / "pusty.txt")
    assert code == 1 and "pusty.txt: " in out
    (tmp_path / "katalog").mkdir()
    assert glosa("import", tmp_path / "katalog") == (0, "imported 0, duplicates 0, failed 0\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["annotate", "--article", 9, "--quote", "x"], "no article with the number 9"),
        (["annotate", "--article", 1, "--quote", "nie ma"], "does not contain"),
        (["annotate", "--article", 1, "--quote", "y", "--occurrence", 99], "occurs"),
        (["annotate", "--article", 1, "--quote", "y", "--colour", "x"], "no colour"),
        (["annotate", "--article", 1, "--quote", "y", "--tag", "a;b"], "“;”"),
        (["tag", "--article", 1, "--remove", "nie ma"], "no tag"),
        (["tag", "--article", 9, "--add", "A"], "no article"),
        (["search", "status:x"], "not known"),
        (["articles", "--query", "published:x"], "not a date"),
        (["export", "--output", "/nie/ma/o.csv"], "could not be written"),
    ],
)
@pytest.mark.usefixtures("two_articles")
def test_mistakes_are_one_line(glosa: Glosa, arguments: list[object], message: str):
    code, out, err = glosa(*arguments)
    assert (code, out) == (1, "")
    assert message in err
    assert err.startswith("glosa: ") and err.count("\n") == 1
    assert glosa("check")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [["import"], ["nonsense"], ["search"], ["search", "x", "--limit", "0"],
     ["search", "x", "--limit", "a"],
     ["annotate", "--article", "x"], ["export", "--output", "o", "--format", "x"],
     ["screenshot", "--output", "o", "--size", "3"]],
)  # fmt: skip
def test_wrong_usage_is_code_2(glosa: Glosa, place: Path, arguments: list[str]):
    code, out, err = glosa(*arguments)
    assert (code, out) == (2, "")
    assert "usage:" in err
    assert not place.exists()


@pytest.mark.parametrize(
    "command",
    ["import", "articles", "annotate", "tag", "search", "export", "check", "screenshot"],
)
def test_every_command_has_help(glosa: Glosa, command: str):
    code, out, _ = glosa(command, "--help")
    assert code == 0
    assert "--json" in out


def test_version_and_help(glosa: Glosa):
    assert glosa("--version")[1].startswith("Glosa ")
    code, out, _ = glosa("--help")
    assert code == 0 and "tag:Claim/Disputed" in out


@pytest.mark.parametrize(
    "command", [["articles"], ["search", "x"], ["export", "--output", "{}/o.csv"], ["check"]]
)
def test_a_first_command_makes_the_library(
    glosa: Glosa, place: Path, tmp_path: Path, command: list[str]
):
    assert glosa(*(part.format(tmp_path) for part in command))[0] == 0
    assert place.exists()


@pytest.mark.parametrize("command", [["articles"], ["import", "."], ["check"], ["search", "x"]])
@pytest.mark.parametrize("content", [b"", b"tekst", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_library(glosa: Glosa, place: Path, command: list[str], content: bytes):
    place.write_bytes(content)
    code, out, err = glosa(*command)
    assert (code, out) == (1, "")
    assert err.startswith("glosa: “library.db” is ") and err.count("\n") == 1
    assert place.read_bytes() == content


def test_a_folder_is_no_library(glosa: Glosa, place: Path):
    place.mkdir()
    code, _, err = glosa("articles")
    assert code == 1 and "cannot be opened" in err


@pytest.mark.usefixtures("two_articles")
def test_reading_works_beside_an_open_window(glosa: Glosa, place: Path, tmp_path: Path):
    with closing(Library(place)) as library:
        library.run(store, documents=[document("Najnowszy tekst o kotach")])
        assert as_json(glosa("search", "kotach", "--json"))[0]["id"] == 3
        assert glosa("export", "--output", tmp_path / "o.csv")[0] == 0
        code, _, err = glosa("tag", "--article", 1, "--add", "A")
        assert code == 1 and "in use by another Glosa" in err


@pytest.mark.usefixtures("two_articles")
def test_check_says_what_is_wrong(glosa: Glosa, place: Path):
    assert as_json(glosa("check", "--json")) == {"ok": True, "problems": []}
    with closing(Library(place)) as library:
        library.run(lambda tx: tx.update("article_text", 1, text="podmieniony"))
    code, out, err = glosa("check")
    assert (code, out) == (1, "")
    assert "the text of article 1, version 1, is not what was stored" in err
    code, out, err = glosa("check", "--json")
    assert code == 1 and json.loads(out)["ok"] is False and json.loads(out)["problems"]


def test_stopping_an_import(glosa: Glosa, monkeypatch: pytest.MonkeyPatch):
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_articles, "import_paths", stopped)
    code, _, err = glosa("import", ".")
    assert code == 130 and err.startswith("glosa: stopped")


def test_the_window_is_opened_with_its_options(
    glosa: Glosa, monkeypatch: pytest.MonkeyPatch, place: Path
):
    asked: list[Any] = []

    class App:
        @staticmethod
        def run(library: Path, *, link: str, **look: Any) -> int:
            asked.append((library, look["theme"], look["language"], look["read_only"], link))
            return 0

        @staticmethod
        def screenshot(options: Any) -> int:
            asked.append((options.theme, options.language, options.size, options.article))
            return 0

    monkeypatch.setattr(qt_preflight, "check", lambda: "")
    monkeypatch.setitem(sys.modules, "desktop.app", App)  # type: ignore[arg-type]
    monkeypatch.setattr("desktop.app", App, raising=False)
    assert glosa("--theme", "dark", "--language", "pl")[0] == 0
    assert glosa("--read-only")[0] == 0
    assert glosa("glosa:add?url=https://a.pl")[0] == 0
    assert glosa("--theme", "dark", "screenshot", "--output", "o.png", "--size", "900x600")[0] == 0
    assert glosa("screenshot", "--output", "o.png", "--theme", "sepia", "--article", "3")[0] == 0
    assert asked == [
        (place, "dark", "pl", False, ""),
        (place, None, None, True, ""),
        (place, None, None, False, "glosa:add?url=https://a.pl"),
        ("dark", None, (900, 600), None),
        ("sepia", None, (1280, 800), 3),
    ]


def process(
    place: Path, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-c", ENTRY, "--library", str(place), *arguments],
        cwd=ROOT, capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


@pytest.mark.usefixtures("two_articles")
def test_without_a_display_or_a_terminal_that_knows_polish(place: Path):
    plain = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONIOENCODING": "ascii"}
    shown = process(place, "search", "lodz", **plain)
    assert (shown.returncode, shown.stderr) == (0, b"")
    found = json.loads(process(place, "search", "lodz", "--json", **plain).stdout)
    assert "Łódź" in found[0]["snippet"]


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_file_name_that_is_no_text(place: Path, tmp_path: Path):
    broken = os.fsdecode(os.fsencode(tmp_path) + b"/z\xb3y.txt")
    done = process(place, "import", broken)
    assert done.returncode == 1 and b"Traceback" not in done.stderr
    done = process(place, "import", broken, "--json")
    assert json.loads(done.stdout)["failures"][0]["path"] == broken


@pytest.mark.usefixtures("two_articles")
def test_arguments_that_are_no_text(place: Path):
    if sys.platform == "win32":
        pytest.skip("arguments are text there")
    note = os.fsdecode(b"z\xb3y")
    done = process(place, "annotate", "--article", "1", "--quote", "ryb", "--note", note)
    assert (done.returncode, done.stderr) == (0, b"")
    for refused in (["--quote", note], ["--quote", "ryb", "--tag", note]):
        done = process(place, "annotate", "--article", "1", *refused)
        assert done.returncode == 1 and b"Traceback" not in done.stderr
    assert process(place, "search", note).returncode == 0


@pytest.mark.usefixtures("two_articles")
def test_pdf_needs_no_display(place: Path, glosa: Glosa, tmp_path: Path):
    glosa("annotate", "--article", "2", "--quote", "dostaw broni", "--note", "Ile?")
    out, home = tmp_path / "o.pdf", {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    plain = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "offscreen", **home}
    options = ("--language", "pl", "export", "--format", "pdf", "--output", str(out))
    shown = process(place, *options, **plain)
    assert (shown.returncode, shown.stdout) == (0, b"exported 1\n"), shown.stderr
    with closing(pypdfium2.PdfDocument(out)) as file:
        text = "".join(page.get_textpage().get_text_bounded() for page in file)
        assert len(file) == 2 and "Łódź żyje rybą" in text and "Notatki" in text and "Ile?" in text
    code, _, said = glosa("export", "--format", "PDF", "--per-tag", "--output", out)
    assert code == 1 and "for CSV only" in said


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell's pipe")
@pytest.mark.usefixtures("two_articles")
def test_a_reader_that_has_enough(place: Path):
    script = f'"{sys.executable}" -c "{ENTRY}" --library "{place}" articles --json | head -c 1'
    done = subprocess.run(
        ["sh", "-c", script], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == (b"[", b"")
    closed = f'"{sys.executable}" -c "{ENTRY}" --library "{place}" articles | true'
    done = subprocess.run(
        ["sh", "-c", closed], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.stderr == b""


def test_similar_articles_are_listed(glosa: Glosa, place: Path):
    from tests.library.families import families

    members = dict(families(1)[0])
    with closing(Library(place)) as library:
        documents = [document(members[kind], title=kind) for kind in ("original", "cut")]
        library.run(store, documents=[*documents, document("Coś innego o kotach.")])
    code, out, err = glosa("similar", "--article", "1", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert [(one["article_id"], one["title"]) for one in found["also_published"]] == [(2, "cut")]
    assert found["also_published"][0]["share"] > 0.95
    assert glosa("similar", "--article", "3") == (0, "nothing similar\n", "")
    code, _, err = glosa("similar", "--article", "9")
    assert code == 1 and "no article" in err


def test_columns_of_a_table(glosa: Glosa, place: Path, tmp_path: Path):
    (tmp_path / "t.csv").write_text("Heading,Body\nTytuł,Tekst artykułu\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("title,text\nInny,Inny tekst\n", encoding="utf-8")
    code, _, err = glosa("import", "--column", "words=Body", tmp_path / "t.csv")
    assert code == 2 and "published" in err
    chosen = ("--column", "text=Body", "--column", "title=Heading")
    shown = as_json(glosa("import", *chosen, tmp_path / "t.csv", tmp_path / "other.csv", "--json"))
    assert shown["imported"] == 2
    with closing(Library(place)) as library, closing(library.reader()) as reader:
        titles = [row.title for row in articles.rows(reader, [1, 2])]
    assert titles == ["Tytuł", "Inny"]


def test_a_page_named_from_the_folder_one_is_in(
    glosa: Glosa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "<html><title>Most</title><body><p>Rada miasta przyjęła uchwałę w sprawie mostu.</p>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, said, told = glosa("import", "page.html", "--json")
    assert (code, json.loads(said)["imported"]) == (0, 1), told

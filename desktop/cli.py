"""The command line: the same operations as the window, without a display."""

import argparse
import gc
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import __version__, cli_csv, cli_export, cli_safety, cli_web, paths
from desktop.core.errors import UserError
from desktop.core.glosa_link import SCHEME

if TYPE_CHECKING:
    from desktop.formats.registry import AnyExporter

EPILOG = """Without a command the window opens. The network is asked for nothing but what you name.

search language: word  "a phrase"  -without  begin*  one OR other  (brackets)  near NEAR/5 by
  title:  text:  note:  quote:  tag:Claim/Disputed  outlet:Kresy.pl  agency:PAP  author:
  language:pl  status:unread  colour:yellow  is:starred  has:note  added:7d  words:>800
  published:2023-09..2023-12"""


def main(argv: Sequence[str]) -> int:
    """Run the command in *argv* (or the window); return 0, or 1 for errors, 2 for wrong usage."""
    options = _options(argv)
    if options.command is None:
        return _window(options)
    _never_fail_to_print()
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except UserError as error:
        print(f"glosa: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("glosa: stopped; what was finished stays.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def entry() -> None:
    """Run as the installed `glosa` command."""
    sys.exit(main(sys.argv[1:]))


def _options(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; most starts just open the window and need no parser of commands."""
    plain = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    plain.set_defaults(command=None, link="")
    _window_options(plain)
    try:
        options, rest = plain.parse_known_args(argv)
    except argparse.ArgumentError:
        return _parser().parse_args(argv)  # which says what is wrong, with the whole usage
    if len(rest) == 1 and rest[0].lower().startswith(SCHEME):  # clicked in a browser
        options.link = rest[0]
        return options
    return _parser().parse_args(argv) if rest else options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="glosa",
        description="Read, highlight, tag and search articles, and take the evidence out as CSV.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Glosa {__version__}")
    _window_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for add in (_add_import, _add_articles, _add_annotate, _add_tag, _add_search, _add_export,
                _add_merge, _add_agreement, _add_similar,
                _add_check, _add_screenshot):  # fmt: skip
        add(commands)
    cli_safety.add(commands, _command, _print)
    return parser


def _never_fail_to_print() -> None:
    """Escape what the terminal's encoding, or any (broken file names), cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _window_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", type=Path, metavar="FILE", help="another library file")
    parser.add_argument("--read-only", action="store_true", help="open for reading only")
    _look_options(parser)


def _look_options(parser: argparse.ArgumentParser, **how: Any) -> None:
    themes = ("light", "sepia", "dark", "contrast")
    parser.add_argument("--theme", choices=themes, help="theme of the window", **how)
    parser.add_argument("--language", choices=("en", "pl"), help="language of the window", **how)


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=text,
        description=text,
        epilog=EPILOG if name in ("search", "articles", "export") else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_import(commands: Any) -> None:
    parser = _command(commands, "import", _import, "Import files, folders and web pages.")
    parser.add_argument("--whole-page", action="store_true", help="pages as they are")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="FIELD=NAME",
        help="which column of a table is the title, text, published, author, outlet, url, tags",
    )
    cli_web.add_options(parser)


def _add_articles(commands: Any) -> None:
    parser = _command(commands, "articles", _articles, "List articles.")
    parser.add_argument("--query", default="", metavar="Q", help="only those that match")


def _add_annotate(commands: Any) -> None:
    parser = _command(commands, "annotate", _annotate, "Highlight a quote in an article.")
    parser.add_argument("--article", type=int, required=True, metavar="ID")
    parser.add_argument("--quote", required=True, metavar="TEXT")
    parser.add_argument("--occurrence", type=int, default=1, metavar="N")
    parser.add_argument("--colour", default="yellow", metavar="C")
    parser.add_argument("--style", default="highlight", metavar="S")
    parser.add_argument("--note", default="", metavar="T")
    parser.add_argument("--tag", action="append", default=[], metavar="PATH")


def _add_tag(commands: Any) -> None:
    parser = _command(commands, "tag", _tag, "Tag an article, or take tags off it.")
    parser.add_argument("--article", type=int, required=True, metavar="ID")
    parser.add_argument("--add", action="append", default=[], metavar="PATH")
    parser.add_argument("--remove", action="append", default=[], metavar="PATH")


def _add_search(commands: Any) -> None:
    parser = _command(commands, "search", _search, "Search articles and show where they match.")
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("--limit", type=_positive, default=50, metavar="N")


_EXPORT_FORMATS = (
    "csv (default), xlsx, md, zip, html, docx, odt, pdf, qdpx, qdc, jsonld, jsonl, bib, ris, sqlite"
)


def _add_export(commands: Any) -> None:
    parser = _command(commands, "export", _export, "Export highlights.")
    parser.add_argument("--format", type=_exporter, metavar="NAME", help=_EXPORT_FORMATS)
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")
    cli_export.add_selection(parser)
    parser.add_argument("--author", default="", metavar="NAME", help="for what bears no name yet")
    parser.add_argument("--raw", action="store_true", help="exact values, not safe in spreadsheets")
    parser.add_argument("--template", metavar="NAME|FILE", help="in the form of a text template")
    cli_csv.add(parser)


def _add_merge(commands: Any) -> None:
    parser = _command(commands, "merge", _merge, "Take in a bundle that someone shared.")
    parser.add_argument("file", type=Path, metavar="FILE")


def _add_agreement(commands: Any) -> None:
    parser = _command(commands, "agreement", _agreement, "Compare the coders, tag by tag.")
    parser.add_argument("--query", default="", metavar="Q", help="only of articles that match")
    parser.add_argument(
        "--unit", choices=("sentence", "paragraph", "character"), default="sentence"
    )
    parser.add_argument(
        "--differences", action="store_true", help="list what they marked in different ways"
    )


def _add_similar(commands: Any) -> None:
    parser = _command(commands, "similar", _similar, "List what is like an article.")
    parser.add_argument("--article", type=int, required=True, metavar="ID")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N")


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", _check, "Check that the library is whole.")
    parser.add_argument("--full", action="store_true", help="all checks (always done here)")
    parser.add_argument("--dump", action="store_true", help="print all that is yours as JSON lines")


def _add_screenshot(commands: Any) -> None:
    parser = _command(commands, "screenshot", _screenshot, "Render the window to a PNG file.")
    parser.add_argument("--output", type=Path, required=True, metavar="PNG")
    parser.add_argument("--article", type=int, metavar="ID")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    parser.add_argument("--font-scale", type=float, default=1.0, metavar="F")
    parser.add_argument("--search", default="", metavar="Q")
    _look_options(parser, default=argparse.SUPPRESS)  # or it would hide what stands before


def _exporter(name: str) -> "AnyExporter | str":
    from desktop.operations.exporters import exporter

    if name.casefold() == cli_export.PDF:
        return cli_export.PDF
    try:
        return exporter(name)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _positive(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError("must be a whole number, at least 1")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise argparse.ArgumentTypeError("must look like 1280x800")
    return int(width), int(height)


def _open(options: argparse.Namespace, *, read_only: bool = False) -> Any:
    from desktop.library.library import Library

    path: Path = options.library or paths.default_library()
    if read_only and not options.read_only and not path.exists():
        Library(path).close()
    return closing(Library(path, read_only=read_only or options.read_only))


def _print(options: argparse.Namespace, value: Any, text: str) -> int:
    as_it_is = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not as_it_is) if options.json else text)
    return 0


def _column(text: str) -> tuple[str, str]:
    from desktop.formats.importers.columns import FIELDS

    field, equals, name = text.partition("=")
    if not equals or field not in FIELDS:
        raise argparse.ArgumentTypeError(f"“{text}”: the fields are {', '.join(FIELDS)}")
    return field, name


def _columns(options: argparse.Namespace, paths: Sequence[Path]) -> dict[Path, dict[str, str]]:
    """Return the columns that were named, for each file that is to be imported."""
    from desktop.formats.registry import walk

    if not options.column:
        return {}
    chosen = dict(options.column)
    return {path: chosen for path in walk(paths) if isinstance(path, Path)}


def _import(options: argparse.Namespace) -> int:
    """Import; the code is 0 unless something failed and nothing at all went in or was known."""
    from desktop.operations import import_reports
    from desktop.operations.import_articles import import_paths

    paths, addresses = cli_web.divided(options.paths)
    columns = _columns(options, paths)
    with _open(options) as library:
        report = import_paths(library, paths, whole_page=options.whole_page, columns=columns)
        fetched = cli_web.add_pages(library, addresses, options)
        with suppress(UserError):  # what is printed below is the report
            import_reports.keep(report, library.path, made=datetime.now(UTC))
        _collect_words(library)
    failures = [{"path": str(f.path), "reason": str(f.reason)} for f in report.failures]
    failures += fetched.failures
    counts = {
        "imported": len(report.imported) + fetched.counts["imported"],
        "duplicates": report.duplicates + fetched.counts["duplicates"],
        "failed": len(failures),
    }
    if report.attached:
        counts["attached"] = report.attached
    if report.tags:
        counts["tags"] = report.tags
    if updated := len(report.updated) + fetched.counts["updated"]:
        counts["updated"] = updated
    lines = [", ".join(f"{name} {number}" for name, number in counts.items())]
    lines += [f"{failure['path']}: {failure['reason']}" for failure in failures]
    lines += [f"{one.path}: {one.remark}" for one in report.remarks]
    lines += [f"{one.title}: no place for “{one.words}”" for one in report.unplaced]
    lines += fetched.remarks
    lines += map(str, report.plugin_problems)
    _print(options, {**counts, "failures": failures}, "\n".join(lines))
    done = counts["imported"] or counts["duplicates"] or updated or report.tags
    return 1 if failures and not done else 0


def _collect_words(library: Any) -> None:
    """Let searches find the other forms of new words; a window would do it in the background."""
    from desktop.library.word_collecting import collect
    from desktop.library.word_process import key_process

    with suppress(OSError), closing(library.reader()) as reader:
        collect(reader, library.with_writer, lambda: False)
    key_process().close()


def _articles(options: argparse.Namespace) -> int:
    from desktop.core.query import parse
    from desktop.library import articles
    from desktop.library.search import Listing, article_ids

    with _open(options, read_only=True) as library, closing(library.reader()) as reader:
        ids = article_ids(reader, Listing(parse(options.query), sort="added"))
        found = articles.rows_of_many(reader, ids)
        values = [{**asdict(row), "tags": [t.path for t in row.tags]} for row in found]
    lines = [f"{v['id']:>6}  {v['published']:<10}  {v['title']}" for v in values]
    return _print(options, values, "\n".join(lines) or "no articles")


def _annotate(options: argparse.Namespace) -> int:
    from desktop.operations import annotate

    with _open(options) as library:
        outcome = library.run(
            annotate.highlight_quote,
            article_id=options.article,
            quote=options.quote,
            occurrence=options.occurrence,
            colour=options.colour,
            style=options.style,
            note=options.note,
            tag_paths=options.tag,
        )
    return _print(options, {"annotation": outcome.result}, f"highlight {outcome.result} added")


def _tag(options: argparse.Namespace) -> int:
    from desktop.library import articles
    from desktop.operations import tag

    with _open(options) as library:
        library.run(
            tag.tag_articles, article_ids=[options.article], add=options.add, remove=options.remove
        )
        with closing(library.reader()) as reader:
            labels = [label.path for label in articles.get(reader, options.article).tags]
    return _print(options, {"article": options.article, "tags": labels}, "; ".join(labels))


def _search(options: argparse.Namespace) -> int:
    from desktop.core.query import parse
    from desktop.library.search import Listing, article_ids
    from desktop.library.snippets import snippets
    from desktop.library.word_forms import expand

    with _open(options, read_only=True) as library, closing(library.reader()) as reader:
        query = expand(reader, parse(options.query))
        ids = article_ids(reader, Listing(query, sort="relevance"))[: options.limit]
        values = [
            {"id": found.id, "title": found.title, "snippet": found.snippet.text}
            for found in snippets(reader, ids, query)
        ]
    lines = [f"{v['id']:>6}  {v['title']}\n        {v['snippet']}" for v in values]
    return _print(options, values, "\n".join(lines) or "nothing found")


def _export(options: argparse.Namespace) -> int:
    from desktop.formats import registry
    from desktop.operations.export import export_selection

    if options.format == cli_export.PDF and not options.template:
        _without_window()
    exporter = cli_export.exporter(options)
    with _open(options, read_only=True) as library, closing(library.reader()) as reader:
        count = export_selection(
            reader,
            options.output,
            selection=cli_export.selection(reader, options),
            exporter=exporter,
            raw=options.raw,
            author=options.author,
        )
    if not options.json:
        print(f"glosa: {' '.join(registry.losses(exporter))}", file=sys.stderr)
    return _print(options, {"exported": count}, f"exported {count}")


def _merge(options: argparse.Namespace) -> int:
    from desktop.operations.share import merge_file

    cli_safety.back_up_if_changed(options)
    with _open(options) as library:
        report = library.run(merge_file, path=options.file).result
        _collect_words(library)
    for name in report.conflicts:
        print(f"glosa: two notes kept: {name}", file=sys.stderr)
    new = f"{report.new_articles} articles, {report.new_annotations} highlights new"
    return _print(options, asdict(report), new)


def _agreement(options: argparse.Namespace) -> int:
    from desktop import cli_settle
    from desktop.core.query import parse
    from desktop.library.search import Listing, article_ids
    from desktop.operations.agreement import agreement
    from desktop.operations.settle import coded

    with _open(options, read_only=True) as library, closing(library.reader()) as reader:
        ids = article_ids(reader, Listing(parse(options.query)))
        if options.differences:
            apart = [one for one in coded(reader, ids) if one.kinds]
            return _print(options, cli_settle.values(apart), cli_settle.lines(apart))
        found = agreement(reader, ids, unit=options.unit)
    lines = [f"coders: {', '.join(found.coders)}; articles: {found.articles}"]
    for row in found.tags:
        values = (f"{n} {'-' if v is None else format(v, '.3f')}" for n, v in row.values.items())
        lines.append(f"{row.tag}: {', '.join(values)} ({row.marked} of {row.units} marked)")
    return _print(options, asdict(found), "\n".join(lines))


def _similar(options: argparse.Namespace) -> int:
    from desktop.library import articles, similar

    _compare_new(options)
    with _open(options, read_only=True) as library, closing(library.reader()) as reader:
        articles.get(reader, options.article)
        near = similar.also_published(reader, options.article, limit=options.limit)
        kin = similar.more_like(reader, options.article, limit=options.limit)
        waiting = similar.pending(reader)
    if waiting:
        print(f"glosa: {waiting} articles could not be compared yet", file=sys.stderr)
    values = {"also_published": [asdict(one) for one in near], "more": [asdict(o) for o in kin]}
    lines = [f"{one.article_id:>6}  {one.share:4.0%}  {one.title}" for one in near]
    lines += [f"{one.article_id:>6}        {one.title}  ({', '.join(one.words)})" for one in kin]
    return _print(options, values, "\n".join(lines) or "nothing similar")


def _compare_new(options: argparse.Namespace) -> None:
    """Compare what was not compared yet, unless the library is in use or cannot be written."""
    from desktop.core.errors import LibraryUnusable
    from desktop.library.similar import put, signatures

    path: Path = options.library or paths.default_library()
    if not path.exists():
        return
    try:
        with _open(options) as library, closing(library.reader()) as reader:
            while not library.read_only and (found := signatures(reader)):
                library.with_writer(lambda db, new=found: put(db, new))
    except LibraryUnusable:
        return  # reading may still work, and says why when it does not


def _check(options: argparse.Namespace) -> int:
    from desktop.library.check import check

    if options.dump:
        return _dump(options)
    with _open(options) as library:
        problems: list[str] = library.with_writer(check)
    if not problems:
        return _print(options, {"ok": True, "problems": []}, "ok")
    if options.json:
        _print(options, {"ok": False, "problems": problems}, "")
    for problem in problems:
        print(f"glosa: {problem}", file=sys.stderr)
    return 1


def _dump(options: argparse.Namespace) -> int:
    from desktop.library import dump

    with (
        _open(options, read_only=True) as library,
        closing(library.reader()) as reader,
        reader.snapshot(),
    ):
        for line in dump.lines(reader):
            print(line)
    return 0


def _screenshot(options: argparse.Namespace) -> int:
    _without_window()
    from desktop import app

    return app.screenshot(options)


def _window(options: argparse.Namespace) -> int:
    _look_at_display()
    gc.disable()  # importing makes objects that stay; `ui.garbage` collects later
    from desktop import app

    return app.run(
        options.library,
        theme=options.theme,
        language=options.language,
        read_only=options.read_only,
        link=options.link,
    )


def _without_window() -> None:
    """Let Qt draw where nobody looks on; must come before Qt is imported."""
    if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _look_at_display()


def _look_at_display() -> None:
    """Leave with code 2 and a clear text where Qt would abort; must come before Qt is imported."""
    from desktop import qt_preflight

    if problem := qt_preflight.check():
        from desktop import first_start

        first_start.leave(problem, code=2)

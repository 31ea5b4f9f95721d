"""Damage a library at random and count: is it found, what does salvage bring back?

python tests/faults/damage.py --count 500    prints a row for the README's table
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.core.errors import UserError
from desktop.library import backup, dump
from desktop.library.check import check
from desktop.library.library import Library
from desktop.library.salvage import salvage
from desktop.operations import annotate, tag
from desktop.operations.import_articles import store
from tests.builders import document

KINDS = ("bit", "bit", "bit", "zeroed page", "noise", "truncation")


def build(path: Path, articles: int = 40) -> None:
    """Make a library with texts of some pages, highlights, notes and tags."""
    chance = random.Random(7)
    words = ["zażółć", "gęślą", "jaźń", "powódź", "śluza", "zapora", "Wrocław", "raport"]
    with closing(Library(path)) as library:
        for number in range(articles):
            text = "\n".join(
                " ".join(chance.choices(words, k=60)) + f" {number}.{n}" for n in range(6)
            )
            made = library.run(store, documents=[document(text)]).result.imported[0]
            library.run(
                tag.tag_articles, article_ids=[made], add=[f"Temat/{number % 5}"], remove=[]
            )
            for start in range(0, 300, 60):
                library.run(
                    annotate.add_highlight,
                    article_id=made,
                    start=start,
                    end=start + 25,
                    note=f"uwaga {number} {' '.join(chance.choices(words, k=12))}",
                    tag_paths=[f"Ocena/{start}"],
                )


def lines(path: Path) -> set[str]:
    with closing(Library(path, read_only=True)) as library, closing(library.reader()) as reader:
        return set(dump.lines(reader))


def hurt(path: Path, kind: str, chance: random.Random) -> None:
    """Change the file as a dying disk would."""
    whole = bytearray(path.read_bytes())
    at = chance.randrange(len(whole))
    if kind == "bit":
        whole[at] ^= 1 << chance.randrange(8)
    elif kind == "zeroed page":
        whole[at - at % 4096 : at - at % 4096 + 4096] = bytes(4096)
    elif kind == "noise":
        whole[at : at + 512] = chance.randbytes(len(whole[at : at + 512]))
    else:
        del whole[at:]
    path.write_bytes(whole)


def is_found(path: Path) -> bool:
    try:
        with closing(Library(path)) as library:
            return bool(library.with_writer(check))
    except UserError:
        return True


def is_harmless(path: Path, before: set[str]) -> bool:
    try:
        return lines(path) == before
    except UserError:
        return False


def highlights(found: set[str]) -> set[str]:
    return {line for line in found if '"type": "annotation"' in line}


def core(found: set[str]) -> set[str]:
    """Return the highlights without what depends on an article whose text is lost."""
    kept = ("uuid", "exact", "note", "colour", "start", "end", "prefix", "suffix")
    return {json.dumps([json.loads(line)[name] for name in kept]) for line in highlights(found)}


def undamaged(found: set[str], whole: bytes) -> set[str]:
    """Return the highlights whose record still stands in the file, byte by byte."""
    order = ("exact", "prefix", "suffix", "colour", "style", "note", "author", "created")
    records = {line: json.loads(line) for line in highlights(found)}
    return {
        line
        for line, row in records.items()
        if "".join(row[name] for name in order).encode() in whole and row["uuid"].encode() in whole
    }


def trial(whole: Path, copy: Path, seed: int, folder: Path, before: set[str]) -> Counter[str]:
    chance = random.Random(seed)
    kind = chance.choice(KINDS)
    path = folder / "hurt.db"
    shutil.copy(whole, path)
    hurt(path, kind, chance)
    kept = folder / "kept.db"
    shutil.copy(path, kept)
    counts: Counter[str] = Counter({"damages": 1, kind: 1})
    if is_found(path):
        counts["found"] += 1
    elif is_harmless(path, before):
        counts["harmless"] += 1
    else:
        counts["MISSED"] += 1
        print(f"missed: seed {seed}, {kind}", file=sys.stderr)
    wanted = core(before)
    intact = core(undamaged(before, kept.read_bytes()))
    for name, spare in (("alone", None), ("with a backup", copy)):
        target = folder / "new.db"
        salvage(kept, target, spare)
        back = lines(target)
        with closing(Library(target)) as library:
            if problems := library.with_writer(check):
                counts[f"BAD {name}"] += 1
                print(f"bad {name}: seed {seed}, {kind}: {problems[:2]}", file=sys.stderr)
        counts[f"highlights {name}"] += len(core(back) & wanted)
        counts[f"undamaged {name}"] += len(core(back) & wanted & intact)
        counts[f"same {name}"] += back == before
        if spare and back != before:
            print(f"not all: seed {seed}, {kind}", file=sys.stderr)
        target.unlink()
    counts["highlights"] += len(wanted)
    counts["undamaged"] += len(wanted & intact)
    for file in folder.glob("hurt.db*"):
        file.unlink()
    return counts


def run(count: int, first: int = 0, articles: int = 12) -> Counter[str]:
    """Do *count* damages; return what came of them."""
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole.db"
        build(whole, articles)
        copy = backup.make(whole).path
        before = lines(whole)
        for seed in range(first, first + count):
            total += trial(whole, copy, seed, folder, before)
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    options = parser.parse_args()
    total = run(options.count, options.first)
    if options.json:
        names = ("MISSED", "found", "harmless", "same with a backup", "BAD alone")
        zeros = dict.fromkeys((*names, "BAD with a backup", "undamaged", "undamaged alone"), 0)
        print(json.dumps({**zeros, **total}))
        return 0
    found = f"{total['found']} found, {total['harmless']} harmless, {total['MISSED']} missed"
    share = 100 * total["undamaged alone"] / total["undamaged"]
    print(
        f"| {total['damages']} random damages | {found}; salvaged {share:.1f} % of undamaged "
        f"highlights alone; all back in {total['same with a backup']} with a backup |"
    )
    print(dict(total), file=sys.stderr)
    return 1 if total["MISSED"] or total["same with a backup"] < total["damages"] else 0


if __name__ == "__main__":
    sys.exit(main())

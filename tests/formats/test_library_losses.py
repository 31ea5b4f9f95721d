"""Every field of another program's table is in the library, or its name in the loss report."""

import csv
import io
from pathlib import Path

import pytest

from desktop.core.article import Document, Remark
from desktop.formats import registry

# Values that only mean something in a certain form; any other field gets words of its own.
_TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "pocket": ("title,url,time_added,tags,status,cursor",
               {"url": "https://a.example/1", "time_added": "1700000000", "status": "archive"}),
    "instapaper": ("URL,Title,Selection,Folder,Timestamp,Tags",
                   {"URL": "https://a.example/1", "Timestamp": "1700000000",
                    "Tags": '["Xtagi"]'}),
    "raindrop": ("id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite",
                 {"url": "https://a.example/1", "created": "2023-11-14T22:13:20.000Z",
                  "favorite": "true"}),
    "readwise": ("Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,"
                 "Location,Highlighted at,Document tags",
                 {"Color": "blue", "Location Type": "page", "Location": "12",
                  "Highlighted at": "2023-11-14 22:13:20+00:00"}),
    "reader": ("Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen",
               {"URL": "https://a.example/1", "Document tags": "['Xtagi']",
                "Saved date": "2023-11-14 22:13:20+00:00", "Reading progress": "0.5",
                "Location": "archive", "Seen": "True"}),
    "matter": ("Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,"
               "Highlight_Count,Last Interaction Date,File Id",
               {"URL": "https://a.example/1", "Word Count": "77", "In Queue": "False",
                "Favorited": "True", "Read": "True", "Highlight_Count": "3",
                "Last Interaction Date": "2023-11-14 22:13:20"}),
    "zotero": ("Key,Item Type,Publication Year,Author,Title,Publication Title,ISBN,ISSN,DOI,Url,"
               "Abstract Note,Date,Date Added,Date Modified,Access Date,Pages,Num Pages,Issue,"
               "Volume,Journal Abbreviation,Short Title,Series,Publisher,Place,Language,Rights,"
               "Type,Archive,Library Catalog,Call Number,Extra,Notes,File Attachments,"
               "Link Attachments,Manual Tags,Automatic Tags,Editor",
               {"Url": "https://a.example/1", "Publication Year": "2023", "Date": "2023-11-14",
                "Date Added": "2023-11-14 22:13:20", "Date Modified": "2023-11-15 22:13:20",
                "Access Date": "2023-11-16 22:13:20", "Language": "pl"}),
    "hypothesis": ("Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags",
                   {"Created at": "2023-11-14T22:13:20", "URL": "https://a.example/1",
                    "Type": "Annotation"}),
}  # fmt: skip
# What is told by the state of an article, or by whether a highlight has words.
_BY_THE_STATE = {("matter", "In Queue"), ("hypothesis", "Type")}
_SEEN = {  # a value that comes in as another one
    "1700000000": "2023-11-14", "true": "starred=True", "True": "starred=True",
    "archive": "archived",
}  # fmt: skip


@pytest.mark.parametrize("name", _TABLES)
def test_no_field_goes_without_a_word(tmp_path: Path, name: str):
    header, known = _TABLES[name]
    fields = header.split(",")
    values = {one: known.get(one, f"X{one.replace(' ', '').lower()}") for one in fields}
    text = io.StringIO()
    writer = csv.DictWriter(text, fields)
    writer.writeheader()
    writer.writerow(values)
    file = tmp_path / f"{name}.csv"
    file.write_text(text.getvalue(), "utf-8")
    items = list(registry.read(file))
    documents = [one for one in items if isinstance(one, Document)]
    assert documents, items
    stored = " ".join(map(str, documents)).casefold()
    told = " ".join(str(one) for one in items if isinstance(one, Remark))
    told += " ".join(str(remark) for one in documents for remark in one.remarks)
    told = told.casefold()
    lost = []
    for field, value in values.items():
        if (name, field) in _BY_THE_STATE:
            continue
        value = value.strip("[]'\"")
        wanted = {value.casefold(), _SEEN.get(value, value).casefold(), value[:10].casefold()}
        if not any(one in stored for one in wanted) and field.casefold() not in told:
            lost.append(field)
    assert not lost, told

# ruff: noqa: E501 - lines as the programs write them
"""Small exports of other programs, made here after their documented formats."""

import io
import json
import sqlite3
import tempfile
import zipfile
from pathlib import Path

POLISH = "Zażółć gęślą jaźń 🙂 w Łodzi"
PAGE = f"<p>Na początku było słowo.</p><p>Potem: {POLISH}, a dalej nic.</p>"


def table(header: str, *rows: str, bom: bool = False, end: str = "\r\n") -> bytes:
    return (("\ufeff" if bom else "") + end.join([header, *rows]) + end).encode()


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def packed(members: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def database(statements: list[tuple[str, list[tuple[object, ...]]]], *, page: int = 512) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.db")
        made = sqlite3.connect(path)
        made.execute(f"PRAGMA page_size = {page}")
        for sql, rows in statements:
            if rows:
                made.executemany(sql, rows)
            else:
                made.execute(sql)
        made.commit()
        made.close()
        return path.read_bytes()


def readwise() -> bytes:
    return table(
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
        "Highlighted at,Document tags",
        f'"{POLISH}",Książka,Jan Żuk,B00,"Uwaga; ""tak""",blue,"a, b/c",page,12,'
        "2026-07-17 14:00:25+00:00,lektury",
        '"Pierwszy\r\n\r\nakapit",Książka,Jan Żuk,B00,,yellow,,page,3,2026-07-16 10:00:00+00:00,',
        "Inny cytat,Druga książka,,,,,,location,5,,",
        bom=True,
    )


def readwise_reader() -> bytes:
    return table(
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen",
        f'"{POLISH}",https://a.example/1,01x,"[\'łódź\', ""it\'s""]",'
        "2024-05-01 10:00:00+00:00,0.5,later,True",
        "Stare,https://a.example/2,01y,,2024-05-02 10:00:00+00:00,1,archive,True",
        "Z kanału,https://a.example/3,01z,,2024-05-02 10:00:00+00:00,0,feed,False",
    )


def omnivore() -> bytes:
    record = {"id": "1", "slug": "zazolc", "title": "Zażółć", "description": "Opis", "author": "Ewa",
              "url": "https://a.example/z", "state": "Archived", "readingProgress": 40,
              "thumbnail": "https://a.example/t.png", "labels": ["wojna", {"name": "media"}],
              "savedAt": "2024-01-02T03:04:05.678Z", "updatedAt": None,
              "publishedAt": "2023-12-31T00:00:00.000Z"}  # fmt: skip
    bare = {"slug": "bez-tresci", "title": "Bez treści", "url": "https://a.example/b",
            "description": "Tyle zostało", "labels": [], "state": "Active"}  # fmt: skip
    marks = f"> {POLISH}\n\n#wojna #ważne rzeczy\n\nMoja uwaga\n\n> nie ma tego w tekście\n"
    return packed({
        "metadata_0_to_20.json": as_json([record, bare]),
        "metadata_20_to_40.json": as_json([record]),
        "content/zazolc.html": f"<html><body>{PAGE}</body></html>",
        "highlights/zazolc.md": marks.replace("\n", "\r\n"),
    })  # fmt: skip


def pocket() -> bytes:
    return table(
        "title,url,time_added,cursor,tags,status",
        f"{POLISH},https://a.example/p,1700000000,xyz,łódź|prasa/kraj,archive",
        "https://a.example/q,https://a.example/q,1700000001,,,unread",
    )


def pocket_zip() -> bytes:
    found = [{"url": "https://a.example/p", "title": POLISH,
              "highlights": [{"quote": f"Oto {POLISH}", "created_at": 1700000500}]}]  # fmt: skip
    return packed({"part_000000.csv": pocket(), "annotations/part_000000.json": as_json(found)})


def pocket_page() -> bytes:
    return (
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        '<li><a href="https://a.example/1" time_added="1700000000" tags="łódź,b">Pierwszy</a></li>'
        "</ul><h1>Read Archive</h1><ul>"
        '<li><a href="https://a.example/2" time_added="1700000001" tags="">Drugi</a></li>'
        "</ul></body></html>"
    ).encode()


def bookmarks() -> bytes:
    return (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\r\n<TITLE>Bookmarks</TITLE>\r\n<H1>Bookmarks</H1>\r\n"
        '<DL><p>\r\n<DT><H3>Prasa</H3>\r\n<DL><p>\r\n<DT><A HREF="https://a.example/1" '
        'ADD_DATE="1700000000" TAGS="łódź,b" ICON="data:x">Pierwszy &amp; ostatni</A>\r\n'
        "<DD>Opis\r\n</DL><p>\r\n"
        '<DT><A HREF="https://a.example/2">Drugi</A>\r\n</DL><p>\r\n'
    ).encode()


def instapaper() -> bytes:
    return table(
        "URL,Title,Selection,Folder,Timestamp,Tags",
        f'https://a.example/i,Tytuł,"{POLISH}",Moje,1700000000,"[""łódź"",""b""]"',
        "https://a.example/j,Drugi,,Archive,1700000001,[]",
    )


def hypothesis() -> bytes:
    def one(key: str, **more: object) -> dict[str, object]:
        base: dict[str, object] = {
            "id": key, "references": [], "created": "2024-05-14T10:00:00+00:00",
            "updated": "2024-05-14T10:00:00+00:00", "user": "acct:ewa@hypothes.is",
            "group": "__world__", "uri": "https://a.example/h", "text": "", "tags": [],
            "hidden": False, "document": {"title": ["Tytuł strony"]},
            "target": [{"source": "https://a.example/h"}],
        }  # fmt: skip
        return base | more

    quote = {
        "type": "TextQuoteSelector",
        "exact": POLISH,
        "prefix": "Potem: ",
        "suffix": ", a dalej",
    }
    place = {"type": "TextPositionSelector", "start": 3, "end": 9}
    return as_json({
        "export_date": "2024-06-01", "export_userid": "acct:ewa@hypothes.is", "client_version": "1",
        "annotations": [
            one("a", text="Uwaga", tags=["łódź"],
                target=[{"source": "https://a.example/h", "selector": [place, quote]}]),
            one("b", references=["a"], text="Nie zgadzam się", user="acct:jan@hypothes.is"),
            one("c", text="Uwaga do strony", tags=["strona"]),
        ],
    })  # fmt: skip


def hypothesis_table() -> bytes:
    return table(
        "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags",
        f'2024-05-14T10:00:00,ewa,Tytuł,https://a.example/h,Public,Annotation,"{POLISH}",Uwaga,"a,b"',
    )


def wallabag() -> bytes:
    return as_json([{
        "id": 1, "uid": None, "title": "Zażółć", "url": "https://a.example/w", "is_archived": 1,
        "is_starred": 1, "content": PAGE, "created_at": "2024-01-02T03:04:05+0100",
        "published_at": "2023-12-31T00:00:00+01:00", "published_by": ["Ewa", "Jan"],
        "annotations": [{"text": "Uwaga", "quote": POLISH, "ranges": [{"start": "/p[1]"}]}],
        "mimetype": "text/html", "language": "pl_PL", "reading_time": 1,
        "domain_name": "a.example", "tags": ["łódź"], "preview_picture": "https://a.example/x.png",
    }])  # fmt: skip


def wallabag_table() -> bytes:
    return table(
        "Title;URL;Content;Tags;MIME Type;Language;Creation date",
        f'Tytuł;https://a.example/w;"{PAGE}";łódź;text/html;pl;02/01/2024 03:04:05',
    )


def raindrop() -> bytes:
    return table(
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite",
        f'7,Tytuł,Uwaga,Opis,https://a.example/r,"Prasa / Kraj","łódź, b",2024-01-02T03:04:05.000Z,'
        f'https://a.example/c.png,"{POLISH}\n\nDrugi cytat",true',
        "8,Bez,,,https://a.example/s,Unsorted,,2024-01-02T03:04:05.000Z,,,false",
    )


def taguette() -> bytes:
    contents = f"<h1>Tytuł &amp; „więcej”</h1>\r\n<p>{POLISH}  oraz\r\n<b>dalej</b></p><ul><li>raz</li></ul>"
    text = f"Tytuł & „więcej”\n{POLISH}  oraz\ndalejraz"

    def place(words: str) -> tuple[int, int]:
        start = text.index(words)
        return len(text[:start].encode()), len(text[: start + len(words)].encode())

    return database([
        ("CREATE TABLE projects (id INTEGER NOT NULL, name VARCHAR NOT NULL, description TEXT NOT "
         "NULL, created DATETIME NOT NULL, PRIMARY KEY (id))", []),
        ("INSERT INTO projects VALUES (?,?,?,?)", [(1, "Projekt", "", "2024-01-02 03:04:05")]),
        ("CREATE TABLE documents (id INTEGER NOT NULL, name VARCHAR NOT NULL, description TEXT NOT "
         "NULL, filename VARCHAR, created DATETIME NOT NULL, project_id INTEGER NOT NULL, "
         "text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL, PRIMARY KEY (id), "
         "FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE)", []),
        ("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?)",
         [(1, "Wywiad", "Opis", "w.html", "2024-01-02 03:04:05", 1, "LEFT_TO_RIGHT", contents),
          (2, "Długi", "", None, "2024-01-02 03:04:05", 1, "LEFT_TO_RIGHT",
           "<p>" + "Długi tekst. " * 400 + "</p>")]),
        ("CREATE TABLE tags (id INTEGER NOT NULL, project_id INTEGER NOT NULL, path VARCHAR NOT "
         "NULL, description TEXT NOT NULL, PRIMARY KEY (id))", []),
        ("INSERT INTO tags VALUES (?,?,?,?)", [(1, 1, "ważne", "co ważne"), (2, 1, "miejsce", "")]),
        ("CREATE TABLE highlights (id INTEGER NOT NULL, document_id INTEGER NOT NULL, start_offset "
         "INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL, PRIMARY KEY (id))", []),
        ("INSERT INTO highlights VALUES (?,?,?,?,?)",
         [(1, 1, *place("jaźń 🙂 w Łodzi"), "jaźń 🙂 w Łodzi"),
          (2, 1, *place("oraz\ndalej"), "oraz\n<b>dalej</b>"),
          (3, 1, *place("raz"[:0] + "raz\ndalej"), "raz\n<b>dalej</b>"),
          (4, 2, 13 * 20 + 20, 13 * 20 + 20 + 6, "Długi")]),
        ("CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
         "PRIMARY KEY (highlight_id, tag_id))", []),
        ("INSERT INTO highlight_tags VALUES (?,?)", [(1, 1), (1, 2), (2, 2)]),
    ])  # fmt: skip


def taguette_table() -> bytes:
    return table(
        "id,document,tag,content", f'1,Wywiad,a,"{POLISH}"', f'1,Wywiad,b,"{POLISH}"', "2,Wywiad,,x"
    )


QUALCODER_TEXT = f"\ufeffPierwsza linia 🙂\r\n\r\n  Druga: {POLISH} \r\nTrzecia"


def qualcoder() -> bytes:
    text = QUALCODER_TEXT

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return database([
        ("CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, "
         "memo text, owner text, date text, av_text_id integer, risid integer, unique(name))", []),
        ("INSERT INTO source VALUES (?,?,?,?,?,?,?,?,?)",
         [(1, "wywiad.txt", text, None, "Uwaga", "Ewa", "2024-01-02 03:04:05", None, None),
          (2, "foto.jpg", None, "/images/foto.jpg", "", "Ewa", "2024-01-02 03:04:05", None, None)]),
        ("CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo "
         "text, supercatid integer, unique(name))", []),
        ("INSERT INTO code_cat VALUES (?,?,?,?,?,?)",
         [(1, "Temat", "Ewa", "", "", None), (2, "Wojna/pokój", "Ewa", "", "", 1)]),
        ("CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, "
         "owner text, date text, color text, unique(name))", []),
        ("INSERT INTO code_name VALUES (?,?,?,?,?,?,?)",
         [(1, "front", "opis kodu", 2, "Ewa", "", "#3366CC"), (2, "luźny", "", None, "Ewa", "", "#CC3333")]),
        ("CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, "
         "pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important "
         "integer, unique(cid,fid,pos0,pos1, owner))", []),
        ("INSERT INTO code_text VALUES (?,?,?,?,?,?,?,?,?,?,?)",
         [(1, 1, 1, POLISH, *place(POLISH), "Ewa", "2024-01-02 03:04:05", "notka", None, None),
          (2, 2, 1, POLISH, *place(POLISH), "Jan", "2024-01-02 03:04:05", "", None, None),
          (3, 2, 1, "linia 🙂", *place("linia 🙂"), "Jan", "2024-01-02 03:04:05", "", None, None)]),
        ("CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, "
         "memo text, owner text, date text)", []),
        ("INSERT INTO annotation VALUES (?,?,?,?,?,?,?)",
         [(1, 1, *place("Trzecia"), "adnotacja", "Ewa", "2024-01-02 03:04:05")]),
        ("CREATE TABLE journal (jid integer primary key, name text, jentry text)", []),
        ("INSERT INTO journal VALUES (?,?,?)", [(1, "dziennik", "wpis")]),
    ])  # fmt: skip


def refi(*, end: str = "\r\n", counted: str = "\r\n", inclusive: bool = False) -> bytes:
    text = f"Pierwsza linia 🙂{end}{end}Druga: {POLISH}, bo tak.{end}"
    base = text.replace(end, counted)
    start = base.index(POLISH)
    last = start + len(POLISH) - inclusive
    project = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="X">
<Users><User guid="{{U1}}" name="Ewa"/></Users>
<CodeBook><Codes><Code guid="C1" name="Temat" isCodable="true" color="#00AA00">
<Code guid="C2" name="front" isCodable="true" color="#3366CC"/></Code></Codes></CodeBook>
<Sources><TextSource guid="S1" name="Wywiad" plainTextPath="internal://S1.txt">
<PlainTextSelection guid="P1" name="{POLISH}" startPosition="{start}" endPosition="{last}"
 creatingUser="U1" creationDateTime="2024-01-02T03:04:05Z">
<Coding guid="K1" creatingUser="U1"><CodeRef targetGUID="C2"/></Coding>
<NoteRef targetGUID="N1"/></PlainTextSelection></TextSource>
<PictureSource guid="S2" name="foto" path="internal://S2.jpg"/></Sources>
<Notes><Note guid="N1" name="n"><PlainTextContent>Moja uwaga</PlainTextContent></Note></Notes>
</Project>"""
    return packed({"project.qde": project, "sources/S1.txt": text.encode()})


def web_annotation() -> bytes:
    return as_json({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x", "type": "Annotation",
        "motivation": "commenting", "created": "2024-05-14T10:00:00Z",
        "creator": {"type": "Person", "name": "Ewa"},
        "body": [{"type": "TextualBody", "value": "Uwaga", "purpose": "commenting"},
                 {"type": "TextualBody", "value": "łódź", "purpose": "tagging"}],
        "target": {"source": "https://a.example/h", "selector": [
            {"type": "TextQuoteSelector", "exact": POLISH, "prefix": "Potem: ", "suffix": ", a"}]},
    })  # fmt: skip


def kindle() -> bytes:
    return (
        (
            "\ufeffKsiążka (wydanie 2) (Żuk, Jan)\n- Your Highlight on page 12 | Location 500-510 | Added "
            f"on Monday, January 1, 2024 12:05:00 AM\n\n{POLISH}\n==========\n"
            "\ufeffKsiążka (wydanie 2) (Żuk, Jan)\n- Your Note on page 12 | Location 510 | Added on "
            "Monday, January 1, 2024 1:05:00 PM\n\nMoja uwaga\n==========\n"
            "Bez autora\n- Ihre Markierung auf Seite 3 | Position 7-8 | Hinzugefügt am Montag\n\nDwie\n"
            "linie\n==========\n"
            "Bez autora\n- Your Bookmark on page 4 | Added on 3 October 2024 10:00:00\n\n\n==========\n"
        )
        .replace("\n", "\r\n")
        .encode()
    )


def zotero() -> bytes:
    return table(
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url",'
        '"Abstract Note","Date","Date Added","Language","Notes","Manual Tags","Automatic Tags"',
        f'"K1","newspaperArticle","2023","Żuk, Jan","Tytuł","Gazeta","10.1/x","https://a.example/z",'
        f'"{POLISH}","2023-09-07","2024-01-02 03:04:05","pl-PL","Notatka","łódź; b","c"',
        bom=True,
    )


def koreader() -> bytes:
    return as_json({
        "title": "Książka", "author": "Jan Żuk", "file": "/x.epub", "md5sum": "abc",
        "number_of_pages": 10, "exported": True, "created_on": 1700000000, "version": "json/1.0.0",
        "entries": [{"sort": "highlight", "page": 12, "time": 1700000000, "text": POLISH,
                     "note": "Uwaga", "chapter": "Rozdział 1", "drawer": "underscore", "color": "red"}],
    })  # fmt: skip


def calibre() -> bytes:
    return as_json({"version": 1, "type": "calibre_annotation_collection", "annotations": [
        {"type": "highlight", "uuid": "u1", "highlighted_text": POLISH, "notes": "Uwaga",
         "start_cfi": "/2", "end_cfi": "/4", "spine_index": 1, "toc_family_titles": ["R1"],
         "style": {"kind": "color", "type": "builtin", "which": "green"},
         "timestamp": "2024-01-02T03:04:05.000Z", "book_id": 7, "format": "EPUB"},
        {"type": "bookmark", "title": "z", "book_id": 7}]})  # fmt: skip


def karakeep() -> bytes:
    return as_json({"bookmarks": [
        {"createdAt": 1700000000, "title": "Tytuł", "tags": ["łódź"], "lists": ["l1"],
         "content": {"type": "link", "url": "https://a.example/k"}, "note": "Uwaga", "archived": True},
        {"createdAt": 1700000000, "title": None, "tags": [], "lists": [],
         "content": {"type": "text", "text": POLISH}, "note": None, "archived": False}],
        "lists": [{"id": "l1", "name": "Prasa"}]})  # fmt: skip


def linkwarden() -> bytes:
    return as_json({"name": "ja", "collections": [
        {"id": 1, "name": "Prasa", "parentId": None, "links": []},
        {"id": 2, "name": "Kraj", "parentId": 1, "links": [
            {"name": "Tytuł", "url": "https://a.example/l", "tags": [{"name": "łódź"}],
             "createdAt": "2024-01-02T03:04:05.000Z", "type": "url"}]}]})  # fmt: skip


def matter() -> bytes:
    return table(
        "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,"
        "Last Interaction Date,File Id",
        "Tytuł,Ewa,Gazeta,https://a.example/m,łódź;b,500,False,True,False,2,2024-01-02,f1",
    )


SAMPLES: dict[str, bytes] = {
    "readwise.csv": readwise(), "reader.csv": readwise_reader(), "omnivore.zip": omnivore(),
    "pocket.csv": pocket(), "pocket.zip": pocket_zip(), "ril_export.html": pocket_page(),
    "instapaper.csv": instapaper(), "hypothesis.json": hypothesis(),
    "hypothesis.csv": hypothesis_table(), "wallabag.json": wallabag(),
    "wallabag.csv": wallabag_table(), "raindrop.csv": raindrop(), "taguette.sqlite3": taguette(),
    "taguette.csv": taguette_table(), "data.qda": qualcoder(), "project.qdpx": refi(),
    "w3c.jsonld": web_annotation(), "My Clippings.txt": kindle(), "zotero.csv": zotero(),
    "koreader.json": koreader(), "calibre.json": calibre(), "karakeep.json": karakeep(),
    "linkwarden.json": linkwarden(), "matter.csv": matter(), "bookmarks.html": bookmarks(),
}  # fmt: skip


def codebook() -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes>'
        '<Code guid="a" name="Temat" isCodable="false" color="#3366CC">'
        '<Description>O czym \n jest tekst.</Description><NoteRef targetGUID="n"/>'
        '<Code guid="b" name="Wojna/pokój" isCodable="true"/></Code>'
        '<Code guid="c" name="Źródło" isCodable="true" color="#FFD400"/></Codes>'
        '<Sets><Set guid="s" name="Zbiór"><MemberCode guid="b"/></Set></Sets></CodeBook>'
    ).encode()


def codebook_table() -> bytes:
    return table(
        "tag,description,number of highlights,number of documents",
        "Temat,Pierwszy opis,3,2",
        "Temat/Wojna,,0,0",
    )


def zotero_database() -> bytes:
    def rows(
        name: str, columns: str, *values: tuple[object, ...]
    ) -> list[tuple[str, list[tuple[object, ...]]]]:
        marks = ",".join("?" * (columns.count(",") + 1))
        first, _, rest = columns.partition(",")
        made = f"CREATE TABLE {name} ({first} INTEGER PRIMARY KEY, {rest})"
        return [(made, []), (f"INSERT INTO {name} VALUES ({marks})", list(values))]

    def pairs(
        name: str, columns: str, *values: tuple[object, ...]
    ) -> list[tuple[str, list[tuple[object, ...]]]]:
        marks = ",".join("?" * (columns.count(",") + 1))
        return [
            (f"CREATE TABLE {name} ({columns})", []),
            (f"INSERT INTO {name} VALUES ({marks})", list(values)),
        ]

    when = "2024-01-02 03:04:05"
    return database([
        *rows("itemTypes", "itemTypeID, typeName", (1, "annotation"), (2, "newspaperArticle"), (3, "attachment"), (4, "note")),
        *rows("items", "itemID, itemTypeID, dateAdded, dateModified, libraryID, key",
              (1, 2, when, when, 1, "AAA"), (2, 3, when, when, 1, "BBB"), (3, 1, when, when, 1, "CCC"),
              (4, 1, when, when, 1, "DDD"), (5, 1, when, when, 1, "EEE"), (6, 4, when, when, 1, "FFF"),
              (7, 2, when, when, 1, "GGG"), (8, 4, when, when, 1, "HHH"), (9, 3, when, when, 1, "III")),
        *rows("fields", "fieldID, fieldName", (1, "title"), (2, "url"), (3, "date"), (4, "publicationTitle"), (5, "ISSN"), (6, "abstractNote"), (7, "language")),
        *rows("itemDataValues", "valueID, value", (1, "Zażółć"), (2, "https://a.example/z"), (3, "2023-09-00 wrzesień 2023"),
              (4, "Gazeta"), (5, "1234-5678"), (6, "Streszczenie 🙂"), (7, "pl-PL"), (8, "Usunięty")),
        *pairs("itemData", "itemID, fieldID, valueID", *((1, n, n) for n in range(1, 8)), (7, 1, 8)),
        *rows("creators", "creatorID, firstName, lastName, fieldMode", (1, "Ewa", "Łoś", 0), (2, "", "PAP", 1)),
        *pairs("itemCreators", "itemID, creatorID, creatorTypeID, orderIndex", (1, 2, 1, 1), (1, 1, 1, 0)),
        *rows("tags", "tagID, name", (1, "łódź"), (2, "ważne")),
        *pairs("itemTags", "itemID, tagID, type", (1, 1, 0), (3, 2, 0)),
        *rows("collections", "collectionID, collectionName, parentCollectionID", (1, "Prasa", None), (2, "Kraj", 1)),
        *pairs("collectionItems", "collectionID, itemID, orderIndex", (2, 1, 0)),
        *rows("itemNotes", "itemID, parentItemID, note, title", (6, 1, "<div><p>Moja <b>notatka</b></p><p>Dalej</p></div>", "Moja"), (8, None, "<p>Luźna notatka</p>", "Luźna")),
        *rows("itemAttachments", "itemID, parentItemID, linkMode, contentType, path", (2, 1, 0, "application/pdf", "storage:x.pdf"), (9, None, 0, "application/pdf", "storage:y.pdf")),
        *rows("itemAnnotations", "itemID, parentItemID, type, authorName, text, comment, color, pageLabel, sortIndex, position, isExternal",
              (4, 2, 5, None, "Drugi cytat", "", "#a28ae5", "13", "00002|1", "{}", 0),
              (3, 2, 1, "Jan", POLISH, "Uwaga", "#ffd400", "12", "00001|1", "{}", 0),
              (5, 2, 3, None, None, "", "#ffd400", "14", "00003|1", "{}", 0)),
        *pairs("deletedItems", "itemID, dateDeleted", (7, when)),
    ])  # fmt: skip


CODEBOOKS: dict[str, bytes] = {"tags.qdc": codebook(), "tags.csv": codebook_table()}
SAMPLES["zotero.sqlite"] = zotero_database()

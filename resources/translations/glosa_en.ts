<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddFromWeb</name>
    <message numerus="yes">
        <source>Fetch %n page(s)</source>
        <translation>
            <numerusform>Fetch %n page</numerusform>
            <numerusform>Fetch %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AutotagDialog</name>
    <message numerus="yes">
        <source>Tag %n sentence(s)</source>
        <translation>
            <numerusform>Tag %n sentence</numerusform>
            <numerusform>Tag %n sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backlinks</name>
    <message numerus="yes">
        <source>Linked from %n note(s)</source>
        <translation>
            <numerusform>Linked from %n note</numerusform>
            <numerusform>Linked from %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n record(s) or page(s) are not as Glosa wrote them. Nothing was changed. No backup is let go until this is mended.</source>
        <translation>
            <numerusform>%n record or page is not as Glosa wrote it. Nothing was changed. No backup is let go until this is mended.</numerusform>
            <numerusform>%n records or pages are not as Glosa wrote them. Nothing was changed. No backup is let go until this is mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} and %n more</numerusform>
            <numerusform>{name} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n highlight(s) exported to “{name}”.</source>
        <translation>
            <numerusform>%n highlight exported to “{name}”.</numerusform>
            <numerusform>%n highlights exported to “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetTree</name>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n highlight(s)</source>
        <translation>
            <numerusform>{name}, %n highlight</numerusform>
            <numerusform>{name}, %n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedsDialog</name>
    <message numerus="yes">
        <source>%n article(s) came with the feed.</source>
        <translation>
            <numerusform>%n article came with the feed.</numerusform>
            <numerusform>%n articles came with the feed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s).</source>
        <translation>
            <numerusform>%n new article.</numerusform>
            <numerusform>%n new articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) did not answer.</source>
        <translation>
            <numerusform>%n feed did not answer.</numerusform>
            <numerusform>%n feeds did not answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) taken over from the list.</source>
        <translation>
            <numerusform>%n feed taken over from the list.</numerusform>
            <numerusform>%n feeds taken over from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln+</source>
        <translation>
            <numerusform>%Ln+</numerusform>
            <numerusform>%Ln+</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message numerus="yes">
        <source>%n file(s) in “{folder}” had been changed by someone and stay as they are: {names}. What is new is beside them.</source>
        <translation>
            <numerusform>%n file in “{folder}” had been changed by someone and stays as it is: {names}. What is new is beside it.</numerusform>
            <numerusform>%n files in “{folder}” had been changed by someone and stay as they are: {names}. What is new is beside them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>%n article(s) are still being compared.</source>
        <translation>
            <numerusform>%n article is still being compared.</numerusform>
            <numerusform>%n articles are still being compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n article imported</numerusform>
            <numerusform>%n articles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) put in</source>
        <translation>
            <numerusform>%n highlight put in</numerusform>
            <numerusform>%n highlights put in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleButton</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>Saved as “{name}”: %n page(s).</source>
        <translation>
            <numerusform>Saved as “{name}”: %n page.</numerusform>
            <numerusform>Saved as “{name}”: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryTexts</name>
    <message numerus="yes">
        <source>%n record(s) came from the backup.</source>
        <translation>
            <numerusform>%n record came from the backup.</numerusform>
            <numerusform>%n records came from the backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) may not be as you left them.</source>
        <translation>
            <numerusform>%n record may not be as you left it.</numerusform>
            <numerusform>%n records may not be as you left them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be saved.</source>
        <translation>
            <numerusform>%n record could not be saved.</numerusform>
            <numerusform>%n records could not be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message numerus="yes">
        <source>Rename %n tag(s)</source>
        <translation>
            <numerusform>Rename %n tag</numerusform>
            <numerusform>Rename %n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be merged with a tag of the same name.</source>
        <translation>
            <numerusform>%n of them will be merged with a tag of the same name.</numerusform>
            <numerusform>%n of them will be merged with tags of the same names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) renamed. Undo brings the old names back.</source>
        <translation>
            <numerusform>%n tag renamed. Undo brings the old name back.</numerusform>
            <numerusform>%n tags renamed. Undo brings the old names back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeField</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message numerus="yes">
        <source>Accept %n passage(s) that all marked alike</source>
        <translation>
            <numerusform>Accept the %n passage that all marked alike</numerusform>
            <numerusform>Accept the %n passages that all marked alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new highlight(s)</source>
        <translation>
            <numerusform>%n new highlight</numerusform>
            <numerusform>%n new highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) differed: both are kept.</source>
        <translation>
            <numerusform>%n note differed: both are kept.</numerusform>
            <numerusform>%n notes differed: both are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) settled in two ways: to settle again.</source>
        <translation>
            <numerusform>%n difference was settled in two ways: it is to be settled again.</numerusform>
            <numerusform>%n differences were settled in two ways: they are to be settled again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message numerus="yes">
        <source>%n article(s) are still to be compared.</source>
        <translation>
            <numerusform>%n article is still to be compared.</numerusform>
            <numerusform>%n articles are still to be compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagManager</name>
    <message numerus="yes">
        <source>%n unused tag(s) deleted. Undo brings them back.</source>
        <translation>
            <numerusform>%n unused tag deleted. Undo brings it back.</numerusform>
            <numerusform>%n unused tags deleted. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Web</name>
    <message numerus="yes">
        <source>%n new article(s) from your feeds.</source>
        <translation>
            <numerusform>%n new article from your feeds.</numerusform>
            <numerusform>%n new articles from your feeds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) carried over</source>
        <translation>
            <numerusform>%n highlight carried over</numerusform>
            <numerusform>%n highlights carried over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n without a place</numerusform>
            <numerusform>%n without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
</context>
</TS>

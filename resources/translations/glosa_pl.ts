<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>About Glosa</source>
        <translation>O programie Glosa</translation>
    </message>
    <message>
        <source>Glosa {version}</source>
        <translation>Glosa {version}</translation>
    </message>
    <message>
        <source>Read articles in comfort, mark what matters, and take the evidence out. Everything stays on this computer.</source>
        <translation>Czytaj wygodnie, zaznaczaj to, co ważne, i eksportuj materiał dowodowy. Wszystko zostaje na tym komputerze.</translation>
    </message>
    <message>
        <source>Your library</source>
        <translation>Twoja biblioteka</translation>
    </message>
    <message>
        <source>Glosa is free software under the MIT licence. It uses Qt for Python (LGPL 3), sqlite-utils (Apache 2.0), the typeface Literata (OFL 1.1) and the icons of Lucide (ISC).</source>
        <translation>Glosa jest wolnym oprogramowaniem na licencji MIT. Korzysta z Qt for Python (LGPL 3), sqlite-utils (Apache 2.0), kroju pisma Literata (OFL 1.1) i ikon Lucide (ISC).</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copies the versions and the library&apos;s place</source>
        <translation>Kopiuje numery wersji i położenie biblioteki</translation>
    </message>
</context>
<context>
    <name>ActionState</name>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Cofnij: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Ponów: {step}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Import files…</source>
        <translation>Importuj pliki…</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>Importuj folder…</translation>
    </message>
    <message>
        <source>Add from the web…</source>
        <translation>Dodaj z sieci…</translation>
    </message>
    <message>
        <source>Feeds…</source>
        <translation>Kanały…</translation>
    </message>
    <message>
        <source>Refresh feeds</source>
        <translation>Odśwież kanały</translation>
    </message>
    <message>
        <source>Import with choices…</source>
        <translation>Importuj z wyborem opcji…</translation>
    </message>
    <message>
        <source>Import reports…</source>
        <translation>Raporty z importu…</translation>
    </message>
    <message>
        <source>Merge what someone shared…</source>
        <translation>Scal z tym, co ktoś udostępnił…</translation>
    </message>
    <message>
        <source>Export highlights…</source>
        <translation>Eksportuj zakreślenia…</translation>
    </message>
    <message>
        <source>Save article as PDF…</source>
        <translation>Zapisz artykuł jako PDF…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>Drukuj artykuł…</translation>
    </message>
    <message>
        <source>Agreement between coders…</source>
        <translation>Zgodność koderów…</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notatnik</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statystyki</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Kopie zapasowe…</translation>
    </message>
    <message>
        <source>Check library…</source>
        <translation>Sprawdź bibliotekę…</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Otwórz tylko do odczytu</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>Kosz…</translation>
    </message>
    <message>
        <source>Exports that follow the library…</source>
        <translation>Eksport na bieżąco…</translation>
    </message>
    <message>
        <source>Text templates…</source>
        <translation>Szablony tekstu…</translation>
    </message>
    <message>
        <source>Settle differences…</source>
        <translation>Rozstrzygnij różnice…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Tagi…</translation>
    </message>
    <message>
        <source>Tag sentences with words…</source>
        <translation>Otaguj zdania ze słowami…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencje…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historia…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiuj ze źródłem</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Zwykły tekst</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Polish footnote</source>
        <translation>Polski przypis</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wyraz</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Fragment zdania</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Zdanie</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Cytat</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Akapit</translation>
    </message>
    <message>
        <source>Larger selection</source>
        <translation>Większe zaznaczenie</translation>
    </message>
    <message>
        <source>Smaller selection</source>
        <translation>Mniejsze zaznaczenie</translation>
    </message>
    <message>
        <source>Paste an address…</source>
        <translation>Wklej adres…</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Znajdź w artykule…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Znajdź następne</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Znajdź poprzednie</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Szukaj artykułów</translation>
    </message>
    <message>
        <source>Search notes</source>
        <translation>Szukaj w notatkach</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Zapisz to wyszukiwanie</translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation>Filtruj zakreślenia</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Następny artykuł</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Poprzedni artykuł</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>Następny nieprzeczytany</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Gwiazdka</translation>
    </message>
    <message>
        <source>Tag article…</source>
        <translation>Otaguj artykuł…</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>Notatka do artykułu</translation>
    </message>
    <message>
        <source>Edit details…</source>
        <translation>Edytuj dane artykułu…</translation>
    </message>
    <message>
        <source>Open its web page…</source>
        <translation>Otwórz stronę internetową artykułu…</translation>
    </message>
    <message>
        <source>Edit text…</source>
        <translation>Edytuj tekst…</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>Co się zmieniło…</translation>
    </message>
    <message>
        <source>Similar articles</source>
        <translation>Podobne artykuły</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Otwórz obok</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Przenieś do kosza</translation>
    </message>
    <message>
        <source>Restore from trash</source>
        <translation>Przywróć z kosza</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Usuń trwale</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Zakreśl</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Podkreśl</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Change range…</source>
        <translation>Zmień zakres…</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Koniec o słowo dalej</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Koniec o słowo wcześniej</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Początek o słowo wcześniej</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Początek o słowo dalej</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>Podziel w miejscu kursora</translation>
    </message>
    <message>
        <source>Merge with its neighbour</source>
        <translation>Połącz z sąsiednim</translation>
    </message>
    <message>
        <source>Show the note at the caret</source>
        <translation>Pokaż notatkę przy kursorze</translation>
    </message>
    <message>
        <source>Set the new range</source>
        <translation>Zatwierdź nowy zakres</translation>
    </message>
    <message>
        <source>Re-attach or confirm the place</source>
        <translation>Przypnij na nowo lub potwierdź miejsce</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>Następne zakreślenie</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>Poprzednie zakreślenie</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Usuń zakreślenie</translation>
    </message>
    <message>
        <source>Article list</source>
        <translation>Lista artykułów</translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>Zakreślenia i notatki</translation>
    </message>
    <message>
        <source>List as columns</source>
        <translation>Lista w kolumnach</translation>
    </message>
    <message>
        <source>Only my highlights</source>
        <translation>Tylko moje zakreślenia</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Większy tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mniejszy tekst</translation>
    </message>
    <message>
        <source>Text without serifs</source>
        <translation>Tekst bezszeryfowy</translation>
    </message>
    <message>
        <source>Even lines, with hyphens</source>
        <translation>Równe wiersze, z przenoszeniem wyrazów</translation>
    </message>
    <message>
        <source>Highlights in the colour of their tag</source>
        <translation>Zakreślenia w kolorze tagu</translation>
    </message>
    <message>
        <source>Highlights with the digit of their colour</source>
        <translation>Zakreślenia z cyfrą koloru</translation>
    </message>
    <message>
        <source>Read aloud from the caret</source>
        <translation>Czytaj na głos od kursora</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>Tylko tekst</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pełny ekran</translation>
    </message>
    <message>
        <source>Swap the two texts</source>
        <translation>Zamień teksty miejscami</translation>
    </message>
    <message>
        <source>Close this text</source>
        <translation>Zamknij ten tekst</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Następny panel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Poprzedni panel</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>Idź do…</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Wszystkie skróty</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Jak szukać</translation>
    </message>
    <message>
        <source>From the browser…</source>
        <translation>Z przeglądarki…</translation>
    </message>
    <message>
        <source>Show the sample articles</source>
        <translation>Pokaż przykładowe artykuły</translation>
    </message>
    <message>
        <source>Remove the sample articles</source>
        <translation>Usuń przykładowe artykuły</translation>
    </message>
    <message>
        <source>About Glosa</source>
        <translation>O programie Glosa</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
</context>
<context>
    <name>AddFromWeb</name>
    <message numerus="yes">
        <source>Fetch %n page(s)</source>
        <translation>
            <numerusform>Pobierz %n stronę</numerusform>
            <numerusform>Pobierz %n strony</numerusform>
            <numerusform>Pobierz %n stron</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Pobierz</translation>
    </message>
    <message>
        <source>Paste one or many addresses; other words between them do not matter.</source>
        <translation>Wklej jeden lub wiele adresów; inne słowa między nimi nie przeszkadzają.</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> i %n inny</numerusform>
            <numerusform> i %n inne</numerusform>
            <numerusform> i %n innych</numerusform>
        </translation>
    </message>
    <message>
        <source>This asks {hosts}.</source>
        <translation>Zapytane zostaną: {hosts}.</translation>
    </message>
    <message>
        <source>Add from the web</source>
        <translation>Dodaj z sieci</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresy</translation>
    </message>
    <message>
        <source>The whole page, not the article in it alone</source>
        <translation>Cała strona, nie tylko artykuł na niej</translation>
    </message>
    <message>
        <source>Also addresses in my own network</source>
        <translation>Także adresy w mojej własnej sieci</translation>
    </message>
    <message>
        <source>Computers at home or in the office, and this one. Without it no page can make Glosa ask them.</source>
        <translation>Komputery w domu lub w biurze, także ten. Bez tego żadna strona nie może skłonić Glosy, by je pytała.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Postęp</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Try again what failed</source>
        <translation>Ponów nieudane</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Comparing…</source>
        <translation>Porównywanie…</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>nieokreślona</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Zapisz jako CSV</translation>
    </message>
    <message>
        <source>Percent: the share of pairs of coders that say the same of a unit.</source>
        <translation>Procent: udział par koderów, które oceniają jednostkę tak samo.</translation>
    </message>
    <message>
        <source>Cohen 1960: (Po − Pe) / (1 − Pe); Pe from each of the two coders’ own shares.</source>
        <translation>Cohen 1960: (Po − Pe) / (1 − Pe); Pe z własnych udziałów każdego z dwóch koderów.</translation>
    </message>
    <message>
        <source>Fleiss 1971: (Po − Pe) / (1 − Pe); Pe = Σ p², p the mean share of a value.</source>
        <translation>Fleiss 1971: (Po − Pe) / (1 − Pe); Pe = Σ p², gdzie p to średni udział wartości.</translation>
    </message>
    <message>
        <source>Krippendorff 2011, nominal: α = 1 − Do / De, the disagreement observed by that expected by chance.</source>
        <translation>Krippendorff 2011, skala nominalna: α = 1 − Do / De, niezgodność zaobserwowana przez oczekiwaną przy przypadku.</translation>
    </message>
    <message>
        <source>Krippendorff 2004, unitizing: α = 1 − Do / De, by the squares of how far beginnings and ends are apart. Does not depend on “Compare by”.</source>
        <translation>Krippendorff 2004, wyodrębnianie jednostek: α = 1 − Do / De, według kwadratów odległości początków i końców. Nie zależy od pola „Porównaj według”.</translation>
    </message>
    <message>
        <source>Gwet 2014: (Po − Pe) / (1 − Pe); Pe = Σ p (1 − p) / (number of values − 1).</source>
        <translation>Gwet 2014: (Po − Pe) / (1 − Pe); Pe = Σ p (1 − p) / (liczba wartości − 1).</translation>
    </message>
    <message>
        <source>Agreement between coders</source>
        <translation>Zgodność koderów</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>Porównaj według</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Zdania</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Akapity</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Znaki</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Jednostki</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Oznaczone</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Procent</translation>
    </message>
    <message>
        <source>Cohen’s κ</source>
        <translation>κ Cohena</translation>
    </message>
    <message>
        <source>Fleiss’ κ</source>
        <translation>κ Fleissa</translation>
    </message>
    <message>
        <source>Krippendorff’s α</source>
        <translation>α Krippendorffa</translation>
    </message>
    <message>
        <source>Gwet’s AC1</source>
        <translation>AC1 Gweta</translation>
    </message>
    <message>
        <source>α of passages</source>
        <translation>α fragmentów</translation>
    </message>
    <message>
        <source>Agreement by tag</source>
        <translation>Zgodność według tagów</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>Jak to jest liczone?</translation>
    </message>
    <message>
        <source>A unit is marked when a coder’s highlight with the tag lies over any of it. A coder has judged an article when at least one highlight in it is theirs; other articles count as missing. Cohen’s κ (1960) is for two coders; Fleiss’ κ (1971) and Gwet’s AC1 (2014) take the mean of pairs; α is Krippendorff’s for nominal values (2011). In brackets: 95 % bootstrap intervals over units (1,000 resamples); for characters they are too narrow, because neighbours hang together. “α of passages” is Krippendorff’s for unitizing (2004): how near the beginnings and ends of the passages are, in the articles that all coders judged; its interval is over articles. “Undefined”: nothing was left to chance, for example when nobody used the tag.</source>
        <translation>Jednostka jest oznaczona, gdy zakreślenie kodera z tym tagiem obejmuje choć jej część. Koder ocenił artykuł, gdy jest w nim przynajmniej jedno jego zakreślenie; pozostałe artykuły liczą się jako braki. κ Cohena (1960) jest dla dwóch koderów; κ Fleissa (1971) i AC1 Gweta (2014) biorą średnią par; α to współczynnik Krippendorffa dla wartości nominalnych (2011). W nawiasach: 95-procentowe przedziały bootstrapowe po jednostkach (1000 losowań); dla znaków są zbyt wąskie, bo sąsiednie znaki są ze sobą powiązane. „α fragmentów” to współczynnik Krippendorffa dla wyodrębniania jednostek (2004): jak blisko siebie leżą początki i końce fragmentów, w artykułach ocenionych przez wszystkich koderów; jego przedział jest po artykułach. „Nieokreślona”: nic nie zależało od przypadku, na przykład gdy nikt nie użył tagu.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Zapisz jako CSV…</translation>
    </message>
    <message>
        <source>Settle differences…</source>
        <translation>Rozstrzygnij różnice…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message>
        <source>Write a note…</source>
        <translation>Napisz notatkę…</translation>
    </message>
    <message>
        <source>Note on the highlight</source>
        <translation>Notatka do zakreślenia</translation>
    </message>
    <message>
        <source>Add a tag to the highlight</source>
        <translation>Dodaj tag do zakreślenia</translation>
    </message>
    <message>
        <source>Tags of the highlight</source>
        <translation>Tagi zakreślenia</translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message>
        <source>Lost its place</source>
        <translation>Zgubione miejsce</translation>
    </message>
    <message>
        <source>Carried over: check its place</source>
        <translation>Przeniesione: sprawdź miejsce</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Podkreślenie</translation>
    </message>
</context>
<context>
    <name>Annotator</name>
    <message>
        <source>Choose a highlight first.</source>
        <translation>Najpierw wybierz zakreślenie.</translation>
    </message>
    <message>
        <source>Select the new range, then press {key}. Esc keeps the old one.</source>
        <translation>Zaznacz nowy zakres i naciśnij {key}. Esc pozostawia dotychczasowy.</translation>
    </message>
    <message>
        <source>No highlight with a note or tag is at the caret.</source>
        <translation>Przy kursorze nie ma zakreślenia z notatką ani tagiem.</translation>
    </message>
    <message>
        <source>Every highlight here has its place.</source>
        <translation>Każde zakreślenie ma tu swoje miejsce.</translation>
    </message>
    <message>
        <source>Select some text or choose a highlight first.</source>
        <translation>Najpierw zaznacz tekst albo wybierz zakreślenie.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Skopiowano ze źródłem.</translation>
    </message>
    <message>
        <source>Select the text where this highlight belongs, then press {key}.</source>
        <translation>Zaznacz tekst, do którego należy to zakreślenie, i naciśnij {key}.</translation>
    </message>
    <message>
        <source>If this is the right place, press {key} again; else select the right one first.</source>
        <translation>Jeśli to dobre miejsce, naciśnij {key} jeszcze raz; jeśli nie, najpierw zaznacz właściwe.</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>Added {date}</source>
        <translation>Dodano {date}</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>There is no unread article in this list.</source>
        <translation>Na tej liście nie ma nieprzeczytanych artykułów.</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Redakcja</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Opublikowano</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Dodano</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>z gwiazdką</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n zakreślenie</numerusform>
            <numerusform>%n zakreślenia</numerusform>
            <numerusform>%n zakreśleń</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlePart</name>
    <message>
        <source>Note on the article</source>
        <translation>Notatka do artykułu</translation>
    </message>
    <message>
        <source>Add a tag to the article</source>
        <translation>Dodaj tag do artykułu</translation>
    </message>
    <message>
        <source>Tags of the article</source>
        <translation>Tagi artykułu</translation>
    </message>
</context>
<context>
    <name>ArticlesWindow</name>
    <message>
        <source>Carry highlights over</source>
        <translation>Przenieś zakreślenia</translation>
    </message>
    <message>
        <source>Copy the highlights of the first article to where the second has the words</source>
        <translation>Skopiuj zakreślenia pierwszego artykułu tam, gdzie drugi ma te same słowa</translation>
    </message>
    <message>
        <source>Two articles</source>
        <translation>Dwa artykuły</translation>
    </message>
</context>
<context>
    <name>AutotagDialog</name>
    <message numerus="yes">
        <source>Tag %n sentence(s)</source>
        <translation>
            <numerusform>Otaguj %n zdanie</numerusform>
            <numerusform>Otaguj %n zdania</numerusform>
            <numerusform>Otaguj %n zdań</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the first ones; there may be more.</source>
        <translation>To pierwsze z nich; może być ich więcej.</translation>
    </message>
    <message>
        <source>No sentence has these words.</source>
        <translation>Żadne zdanie nie ma tych słów.</translation>
    </message>
    <message>
        <source>Tag sentences</source>
        <translation>Otaguj zdania</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Szukaj w</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Tym artykule</translation>
    </message>
    <message>
        <source>Selected articles</source>
        <translation>Zaznaczonych artykułach</translation>
    </message>
    <message>
        <source>Listed articles</source>
        <translation>Artykułach z listy</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Wszystkich artykułach</translation>
    </message>
    <message>
        <source>Sentences with all these words, in any of their forms. “In quotation marks”: in a row.</source>
        <translation>Zdania, w których są wszystkie te słowa, w dowolnej formie. „W cudzysłowie”: jedno po drugim.</translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation>Znalezione zdania</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Znajdź</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Backlinks</name>
    <message numerus="yes">
        <source>Linked from %n note(s)</source>
        <translation>
            <numerusform>Odsyła tu %n notatka</numerusform>
            <numerusform>Odsyłają tu %n notatki</numerusform>
            <numerusform>Odsyła tu %n notatek</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupPlanBox</name>
    <message>
        <source>This cannot be kept ({reason}).</source>
        <translation>Nie udało się tego zapisać ({reason}).</translation>
    </message>
    <message>
        <source>Beside the library</source>
        <translation>Obok biblioteki</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>Backups go to</source>
        <translation>Miejsce kopii</translation>
    </message>
    <message>
        <source>Second copy</source>
        <translation>Druga kopia</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Najwyżej</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>gone now</source>
        <translation>teraz brak</translation>
    </message>
    <message>
        <source>other now</source>
        <translation>teraz inaczej</translation>
    </message>
    <message>
        <source>Taken back: {articles}, {highlights}. Undo takes them out again.</source>
        <translation>Przywrócono: {articles}, {highlights}. Cofnij usunie je z powrotem.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Kopie zapasowe</translation>
    </message>
    <message>
        <source>Backups of this library</source>
        <translation>Kopie zapasowe tej biblioteki</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>uszkodzona</translation>
    </message>
    <message>
        <source>when made</source>
        <translation>przy utworzeniu</translation>
    </message>
    <message>
        <source>This backup is damaged. Verify it: that puts it aside.</source>
        <translation>Ta kopia jest uszkodzona. „Sprawdź” odłoży ją na bok.</translation>
    </message>
    <message>
        <source>Made while you work; each was opened and checked before an older one went, and once a month the newest is put to the test.</source>
        <translation>Powstają w czasie pracy; zanim zniknęła starsza, każdą otwarto i sprawdzono, a raz w miesiącu najnowsza przechodzi próbę przywrócenia.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Utworzona</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Rozmiar</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Sprawdzona</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Różnice</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Utwórz kopię teraz</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Put a copy back in a place of its own, and look at all of it</source>
        <translation>Przywróć odpis tej kopii w osobnym miejscu i sprawdź go w całości</translation>
    </message>
    <message>
        <source>Go back to this backup</source>
        <translation>Wróć do tej kopii</translation>
    </message>
    <message>
        <source>Take back what is ticked</source>
        <translation>Przywróć zaznaczone</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>Nie ma jeszcze żadnej kopii</translation>
    </message>
    <message>
        <source>All that is in this backup is in the library too</source>
        <translation>Wszystko z tej kopii jest też w bibliotece</translation>
    </message>
    <message>
        <source>In this backup, and not so in the library now</source>
        <translation>Jest w tej kopii, a w bibliotece teraz inaczej</translation>
    </message>
    <message>
        <source>New since then: {articles}, {highlights}. Going back puts this backup in the library&apos;s place; a backup of now is made first.</source>
        <translation>Od tamtej pory przybyło: {articles}, {highlights}. Powrót wstawia tę kopię w miejsce biblioteki; najpierw powstaje kopia obecnego stanu.</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>The list makes room for the two texts. {key} shows it.</source>
        <translation>Lista ustąpiła miejsca dwóm tekstom. {key} pokaże ją znowu.</translation>
    </message>
</context>
<context>
    <name>BlankNotes</name>
    <message>
        <source>Reading the highlights…</source>
        <translation>Czytam zakreślenia…</translation>
    </message>
    <message>
        <source>The highlights cannot be shown</source>
        <translation>Nie można pokazać zakreśleń</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Select some words in an article and press {key}. All your highlights come together here.</source>
        <translation>Zaznacz kilka słów w artykule i naciśnij {key}. Tutaj zbierają się wszystkie Twoje zakreślenia.</translation>
    </message>
    <message>
        <source>There are no highlights yet</source>
        <translation>Nie ma jeszcze zakreśleń</translation>
    </message>
    <message>
        <source>The people shown have no highlights yet</source>
        <translation>Pokazane osoby nie mają jeszcze zakreśleń</translation>
    </message>
    <message>
        <source>Others are hidden: see the button with the eye.</source>
        <translation>Pozostałe osoby są ukryte: zob. przycisk z okiem.</translation>
    </message>
    <message>
        <source>No highlight matches</source>
        <translation>Żadne zakreślenie nie pasuje</translation>
    </message>
    <message>
        <source>No highlight matches “{query}”</source>
        <translation>Żadne zakreślenie nie pasuje do „{query}”</translation>
    </message>
    <message>
        <source>Use fewer words, or narrow less.</source>
        <translation>Użyj mniej słów albo zdejmij część ograniczeń.</translation>
    </message>
    <message>
        <source>Show all highlights</source>
        <translation>Pokaż wszystkie zakreślenia</translation>
    </message>
</context>
<context>
    <name>BlankPage</name>
    <message>
        <source>Your library is empty</source>
        <translation>Biblioteka jest pusta</translation>
    </message>
    <message>
        <source>Drop text files here, or import them.</source>
        <translation>Upuść tu pliki tekstowe albo je zaimportuj.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importuj pliki…</translation>
    </message>
    <message>
        <source>Show sample articles</source>
        <translation>Pokaż przykładowe artykuły</translation>
    </message>
    <message>
        <source>The list is narrowed by a filter. Clear both, or use fewer words.</source>
        <translation>Listę zawęża też filtr. Wyczyść oba albo użyj mniej słów.</translation>
    </message>
    <message>
        <source>Check the spelling, or use fewer words.</source>
        <translation>Sprawdź pisownię albo użyj mniej słów.</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”</source>
        <translation>Nic nie znaleziono dla „{query}”</translation>
    </message>
    <message>
        <source>Clear search and filter</source>
        <translation>Wyczyść wyszukiwanie i filtr</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wyczyść wyszukiwanie</translation>
    </message>
    <message>
        <source>No unread articles</source>
        <translation>Brak nieprzeczytanych artykułów</translation>
    </message>
    <message>
        <source>No article is being read</source>
        <translation>Brak artykułów w trakcie czytania</translation>
    </message>
    <message>
        <source>No read articles</source>
        <translation>Brak przeczytanych artykułów</translation>
    </message>
    <message>
        <source>No archived articles</source>
        <translation>Brak artykułów w archiwum</translation>
    </message>
    <message>
        <source>No starred articles</source>
        <translation>Brak artykułów z gwiazdką</translation>
    </message>
    <message>
        <source>No articles with the tag “{tag}”</source>
        <translation>Brak artykułów z tagiem „{tag}”</translation>
    </message>
    <message>
        <source>No articles match these filters</source>
        <translation>Żaden artykuł nie pasuje do tych filtrów</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Pokaż wszystkie artykuły</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Kosz jest pusty</translation>
    </message>
    <message>
        <source>Articles you delete stay here until you remove them for good.</source>
        <translation>Usunięte artykuły pozostają tutaj, dopóki nie zostaną trwale usunięte.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wyszukiwanie…</translation>
    </message>
    <message>
        <source>The library could not be read.</source>
        <translation>Nie udało się odczytać biblioteki.</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>Nie można pokazać listy</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n zaznaczone</numerusform>
            <numerusform>%n zaznaczone</numerusform>
            <numerusform>%n zaznaczonych</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected has a tag</source>
        <translation>Nic z zaznaczonych nie ma tagu</translation>
    </message>
    <message>
        <source>Add a tag to the selected highlights</source>
        <translation>Dodaj tag do zaznaczonych zakreśleń</translation>
    </message>
    <message>
        <source>Remove a tag…</source>
        <translation>Usuń tag…</translation>
    </message>
    <message>
        <source>Open in the article</source>
        <translation>Otwórz w artykule</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Delete this highlight</source>
        <translation>Usuń to zakreślenie</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Podkreśl</translation>
    </message>
    <message>
        <source>Underline instead of marking</source>
        <translation>Podkreślenie zamiast zakreślenia</translation>
    </message>
    <message>
        <source>Copy quote</source>
        <translation>Kopiuj cytat</translation>
    </message>
    <message>
        <source>Copy the quote</source>
        <translation>Kopiuj cytat</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Usuń zakreślenie</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Lost its place</source>
        <translation>Zgubione miejsce</translation>
    </message>
    <message>
        <source>Carried over: check its place</source>
        <translation>Przeniesione: sprawdź miejsce</translation>
    </message>
</context>
<context>
    <name>CardRequests</name>
    <message>
        <source>The quote is copied.</source>
        <translation>Skopiowano cytat.</translation>
    </message>
</context>
<context>
    <name>CaretWords</name>
    <message>
        <source>End of highlight</source>
        <translation>Koniec zakreślenia</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Podkreślenie</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Zakreślenie</translation>
    </message>
    <message>
        <source>Tags: {tags}.</source>
        <translation>Tagi: {tags}.</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notatka: {note}</translation>
    </message>
    <message>
        <source>Picture without a description. Enter shows it large.</source>
        <translation>Obraz bez opisu. Enter pokazuje go w powiększeniu.</translation>
    </message>
    <message>
        <source>Picture: {alt}. Enter shows it large.</source>
        <translation>Obraz: {alt}. Enter pokazuje go w powiększeniu.</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>The check could not be made</source>
        <translation>Nie udało się sprawdzić biblioteki</translation>
    </message>
    <message>
        <source>Check library</source>
        <translation>Sprawdzanie biblioteki</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Postęp sprawdzania</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Kopiuj raport</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>Co można zrobić…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Sprawdzanie…</translation>
    </message>
    <message>
        <source>Every page of the file, every text, highlight and tag is looked at. You can stop at any time.</source>
        <translation>Sprawdzane są każda strona pliku, każdy tekst, zakreślenie i tag. Możesz przerwać w każdej chwili.</translation>
    </message>
    <message>
        <source>The library is damaged</source>
        <translation>Biblioteka jest uszkodzona</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) or page(s) are not as Glosa wrote them. Nothing was changed. No backup is let go until this is mended.</source>
        <translation>
            <numerusform>%n zapis lub strona nie jest taka, jak ją zapisała Glosa. Niczego nie zmieniono. Do czasu naprawy żadna kopia zapasowa nie zostanie usunięta.</numerusform>
            <numerusform>%n zapisy lub strony nie są takie, jak je zapisała Glosa. Niczego nie zmieniono. Do czasu naprawy żadna kopia zapasowa nie zostanie usunięta.</numerusform>
            <numerusform>%n zapisów lub stron nie jest takich, jak je zapisała Glosa. Niczego nie zmieniono. Do czasu naprawy żadna kopia zapasowa nie zostanie usunięta.</numerusform>
        </translation>
    </message>
    <message>
        <source>The search index did not fit and was made anew.</source>
        <translation>Indeks wyszukiwania się nie zgadzał i powstał od nowa.</translation>
    </message>
    <message>
        <source>Every page, text, highlight and tag is as Glosa wrote it.</source>
        <translation>Każda strona, tekst, zakreślenie i tag są takie, jak je zapisała Glosa.</translation>
    </message>
    <message>
        <source>The library is whole</source>
        <translation>Biblioteka jest cała</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Tag {path}</source>
        <translation>Tag {path}</translation>
    </message>
    <message>
        <source>Press Delete to take it off</source>
        <translation>Naciśnij Delete, aby zdjąć tag</translation>
    </message>
</context>
<context>
    <name>ChosenFacets</name>
    <message>
        <source>Do not narrow by {value}</source>
        <translation>Nie ograniczaj do: {value}</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Bez tagu</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Z notatką</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>Bez notatki</translation>
    </message>
    <message>
        <source>Without an outlet</source>
        <translation>Bez redakcji</translation>
    </message>
    <message>
        <source>Without an author</source>
        <translation>Bez autora</translation>
    </message>
    <message>
        <source>Language not known</source>
        <translation>Język nieznany</translation>
    </message>
    <message>
        <source>Highlighted by: not known</source>
        <translation>Kto zakreślił: nie wiadomo</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear the field</source>
        <translation>Wyczyść pole</translation>
    </message>
</context>
<context>
    <name>ColourDots</name>
    <message>
        <source>Highlight colour</source>
        <translation>Kolor zakreślenia</translation>
    </message>
</context>
<context>
    <name>ColourLegend</name>
    <message>
        <source>Say what the colours mean</source>
        <translation>Powiedz, co znaczą kolory</translation>
    </message>
    <message>
        <source>Show only some colours</source>
        <translation>Pokaż tylko niektóre kolory</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Yellow</source>
        <translation>Żółty</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Zielony</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Niebieski</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Różowy</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Fioletowy</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Pomarańczowy</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Czerwony</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Szary</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Redakcja</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Adres WWW</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agencja</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Column with: {name}</source>
        <translation>Kolumna: {name}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumny</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>The first rows as they will come in</source>
        <translation>Pierwsze wiersze w postaci, w jakiej zostaną zaimportowane</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} i jeszcze %n</numerusform>
            <numerusform>{name} i jeszcze %n</numerusform>
            <numerusform>{name} i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(brak)</translation>
    </message>
    <message>
        <source>The rest of the columns is left out and named in the report.</source>
        <translation>Pozostałe kolumny zostaną pominięte i wymienione w raporcie.</translation>
    </message>
    <message>
        <source>Choose the column that has the text of the articles.</source>
        <translation>Wskaż kolumnę, w której jest tekst artykułów.</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns, in this order</source>
        <translation>Kolumny, w tej kolejności</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Przesuń w górę (Alt+Góra)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Przesuń w dół (Alt+Dół)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to anything</source>
        <translation>Idź do</translation>
    </message>
    <message>
        <source>What do you want to do or open?</source>
        <translation>Co chcesz zrobić lub otworzyć?</translation>
    </message>
    <message>
        <source>Actions, tags and articles</source>
        <translation>Polecenia, tagi i artykuły</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artykuł</translation>
    </message>
    <message>
        <source>Nothing is called “{text}”.</source>
        <translation>Nic nie nazywa się „{text}”.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>What changed</source>
        <translation>Co się zmieniło</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>These texts are too long to be compared.</source>
        <translation>Te teksty są za długie, żeby je porównać.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Porównywanie…</translation>
    </message>
    <message>
        <source>Only under my highlights ({count})</source>
        <translation>Tylko pod moimi zakreśleniami ({count})</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>Teksty są takie same.</translation>
    </message>
    <message>
        <source>No difference touches a highlight.</source>
        <translation>Żadna różnica nie dotyka zakreślenia.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n różnica</numerusform>
            <numerusform>%n różnice</numerusform>
            <numerusform>%n różnic</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} z {total}</translation>
    </message>
    <message>
        <source>Removed: {words}</source>
        <translation>Usunięto: {words}</translation>
    </message>
    <message>
        <source>Added: {words}</source>
        <translation>Dodano: {words}</translation>
    </message>
    <message>
        <source>Previous difference (P)</source>
        <translation>Poprzednia różnica (P)</translation>
    </message>
    <message>
        <source>Next difference (N)</source>
        <translation>Następna różnica (N)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Obok siebie</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>usunięte</translation>
    </message>
    <message>
        <source>added</source>
        <translation>dodane</translation>
    </message>
    <message>
        <source>Old text</source>
        <translation>Stary tekst</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Nowy tekst</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Coś poszło nie tak</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. Your articles, highlights and notes are saved. You can go on; if things look odd, quit and start Glosa again.</source>
        <translation>To błąd programu, a nie Twój. Artykuły, zakreślenia i notatki są zapisane. Można kontynuować pracę; jeśli coś wygląda nietypowo, zakończ program i uruchom go ponownie.</translation>
    </message>
    <message>
        <source>A report lies in this file. Please send it with a word on what you did:</source>
        <translation>Raport zapisano w poniższym pliku. Prosimy go przesłać z krótkim opisem wykonywanych czynności:</translation>
    </message>
    <message>
        <source>File with the report</source>
        <translation>Plik z raportem</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Pokaż szczegóły</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ukryj szczegóły</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>Szczegóły błędu</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Kopiuj raport</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
</context>
<context>
    <name>CsvOptions</name>
    <message>
        <source>Every cell is quoted, and one that a spreadsheet would take for a formula begins with an apostrophe. Excel and LibreOffice show Polish letters right.</source>
        <translation>Każda komórka jest w cudzysłowie, a ta, którą arkusz wziąłby za formułę, zaczyna się od apostrofu. Excel i LibreOffice dobrze pokażą polskie litery.</translation>
    </message>
    <message>
        <source>Every value exactly as it is, also what looks like a formula. Do not open such a file in a spreadsheet when the texts come from strangers.</source>
        <translation>Każda wartość dokładnie taka, jaka jest, także ta, która wygląda jak formuła. Nie otwieraj takiego pliku w arkuszu, jeśli teksty pochodzą od obcych.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Wartości</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dla</translation>
    </message>
    <message>
        <source>Any program</source>
        <translation>Dowolny program</translation>
    </message>
    <message>
        <source>Excel in Polish (;)</source>
        <translation>Polski Excel (;)</translation>
    </message>
    <message>
        <source>pandas and R</source>
        <translation>pandas i R</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>Własny wybór</translation>
    </message>
    <message>
        <source>Safe in spreadsheets (recommended)</source>
        <translation>Bezpieczne w arkuszach (zalecane)</translation>
    </message>
    <message>
        <source>Exact values, for programs</source>
        <translation>Dokładne wartości, dla programów</translation>
    </message>
    <message>
        <source>Columns and form</source>
        <translation>Kolumny i postać</translation>
    </message>
    <message>
        <source>Columns are parted by</source>
        <translation>Kolumny rozdziela</translation>
    </message>
    <message>
        <source>a comma ,</source>
        <translation>przecinek ,</translation>
    </message>
    <message>
        <source>a semicolon ;</source>
        <translation>średnik ;</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>tabulator</translation>
    </message>
    <message>
        <source>Byte-order mark, for Excel</source>
        <translation>Znacznik BOM, dla Excela</translation>
    </message>
    <message>
        <source>A row for each tag</source>
        <translation>Wiersz na każdy tag</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>settled in different ways</source>
        <translation>rozstrzygnięte różnie</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>rozstrzygnięte</translation>
    </message>
    <message>
        <source>Take all (A)</source>
        <translation>Wszystko (A)</translation>
    </message>
    <message>
        <source>Take none (0)</source>
        <translation>Nic (0)</translation>
    </message>
    <message>
        <source>My own… (E)</source>
        <translation>Po mojemu… (E)</translation>
    </message>
</context>
<context>
    <name>DescriptionField</name>
    <message>
        <source>What belongs under a tag</source>
        <translation>Co obejmuje tag</translation>
    </message>
    <message>
        <source>What belongs under “{name}”</source>
        <translation>Co obejmuje tag „{name}”</translation>
    </message>
    <message>
        <source>A sentence or two, for you and for those who work with you</source>
        <translation>Jedno lub dwa zdania dla siebie i współpracowników</translation>
    </message>
    <message>
        <source>Choose a tag above to describe it</source>
        <translation>Wybierz tag powyżej, aby go opisać</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>An article needs a title.</source>
        <translation>Artykuł musi mieć tytuł. Wpisz tytuł.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write 2023, 2023-09 or 2023-09-07.</source>
        <translation>„{value}” to nie data. Wpisz 2023, 2023-09 lub 2023-09-07.</translation>
    </message>
    <message>
        <source>“{value}” is no language code. Write pl, en, uk and so on.</source>
        <translation>„{value}” to nie kod języka. Wpisz na przykład pl, en lub uk.</translation>
    </message>
    <message>
        <source>Article details</source>
        <translation>Dane artykułu</translation>
    </message>
    <message>
        <source>A year, a month or a day: 2023, 2023-09 or 2023-09-07</source>
        <translation>Rok, miesiąc lub dzień: 2023, 2023-09 lub 2023-09-07</translation>
    </message>
    <message>
        <source>The fingerprint of the text. It is the same wherever the text is the same.</source>
        <translation>Odcisk cyfrowy tekstu. Jest taki sam wszędzie tam, gdzie tekst jest taki sam.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Dodano</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Redakcja</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agencja</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Opublikowano</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Adres WWW</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Not by all</source>
        <translation>Nie u wszystkich</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Granice</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>Highlight deleted.</source>
        <translation>Usunięto zakreślenie.</translation>
    </message>
    <message>
        <source>Moved to the trash.</source>
        <translation>Przeniesiono do kosza.</translation>
    </message>
    <message>
        <source>Taken out of the trash.</source>
        <translation>Przywrócono z kosza.</translation>
    </message>
    <message>
        <source>Deleted for good.</source>
        <translation>Usunięto trwale.</translation>
    </message>
    <message>
        <source>Saved search deleted.</source>
        <translation>Usunięto zapisane wyszukiwanie.</translation>
    </message>
    <message>
        <source>Feed deleted; its articles stay.</source>
        <translation>Kanał usunięty; jego artykuły zostają.</translation>
    </message>
    <message>
        <source>Tag deleted.</source>
        <translation>Usunięto tag.</translation>
    </message>
    <message>
        <source>Tags merged.</source>
        <translation>Scalono tagi.</translation>
    </message>
    <message>
        <source>The sample articles were removed.</source>
        <translation>Usunięto przykładowe artykuły.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Glosa ended before a note was saved. What you had written is back.</source>
        <translation>Glosa zakończyła działanie, zanim notatka została zapisana. Napisany tekst wrócił na miejsce.</translation>
    </message>
    <message>
        <source>What you are writing cannot be saved anywhere: the disk is full or write-protected. Free some space, or copy your text to another place.</source>
        <translation>Tego, co piszesz, nie da się nigdzie zapisać: dysk jest pełny lub zabezpieczony przed zapisem. Zwolnij trochę miejsca albo skopiuj tekst gdzie indziej.</translation>
    </message>
    <message>
        <source>Glosa ended before a note was saved, and what it was written on is not there any more. You can copy what you had written.</source>
        <translation>Glosa zakończyła działanie, zanim notatka została zapisana, a tego, czego dotyczyła, już nie ma. Napisany tekst można skopiować.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Skopiuj tekst</translation>
    </message>
</context>
<context>
    <name>EditTextDialog</name>
    <message>
        <source>Edit text</source>
        <translation>Edytuj tekst</translation>
    </message>
    <message>
        <source>Save what you changed in the text?</source>
        <translation>Zapisać zmiany w tekście?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odrzuć</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Edytuj dalej</translation>
    </message>
    <message>
        <source>An empty line parts paragraphs. The text as it is now stays as an older version.</source>
        <translation>Pusty wiersz rozdziela akapity. Obecny tekst zostaje jako starsza wersja.</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Tekst artykułu</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Zapisz jako nową wersję</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is no colour “{name}”. Choose one of: {known}.</source>
        <translation>Nie ma koloru „{name}”. Wybierz jeden z następujących: {known}.</translation>
    </message>
    <message>
        <source>There is no style “{name}”. Choose one of: {known}.</source>
        <translation>Nie ma stylu „{name}”. Wybierz jeden z następujących: {known}.</translation>
    </message>
    <message>
        <source>This is too long to search for. Use up to {count} words.</source>
        <translation>Zapytanie jest za długie. Skróć je – maksymalna liczba słów to {count}.</translation>
    </message>
    <message>
        <source>There is a “)” without its “(”. Take it out, or write the “(”.</source>
        <translation>Nawias „)” nie ma swojego „(”. Usuń go albo dopisz „(”.</translation>
    </message>
    <message>
        <source>A bracket is open: write the “)” that is missing, or take the “(” out.</source>
        <translation>Nawias nie jest zamknięty: dopisz brakujący „)” albo usuń „(”.</translation>
    </message>
    <message>
        <source>Write what to look for before “{word}”, or put “{word}” in quotation marks.</source>
        <translation>Napisz, czego szukać, przed „{word}” albo weź „{word}” w cudzysłów.</translation>
    </message>
    <message>
        <source>Write what to look for after “{word}”, or put “{word}” in quotation marks.</source>
        <translation>Napisz, czego szukać, po „{word}” albo weź „{word}” w cudzysłów.</translation>
    </message>
    <message>
        <source>There are too many brackets within brackets.</source>
        <translation>Za dużo nawiasów w nawiasach.</translation>
    </message>
    <message>
        <source>NEAR needs words or phrases on both sides: wojna NEAR/5 Rosja, or NEAR(wojna Rosja, 5).</source>
        <translation>NEAR łączy słowa lub frazy: wojna NEAR/5 Rosja albo NEAR(wojna Rosja, 5).</translation>
    </message>
    <message>
        <source>There is no field “{name}:”. Use one of: {known}. To search for the word itself, write a space after the colon.</source>
        <translation>Nie ma pola „{name}:”. Użyj jednego z: {known}. Aby szukać samego słowa, postaw spację po dwukropku.</translation>
    </message>
    <message>
        <source>“{name}:{value}” is not known. Use one of: {known}.</source>
        <translation>Warunek „{name}:{value}” jest nieznany. Użyj jednego z następujących: {known}.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write {name}:2023-09, {name}:2023-09..2023-12 or {name}:7d (the last 7 days; also w, m, y).</source>
        <translation>„{value}” to nie data. Napisz {name}:2023-09, {name}:2023-09..2023-12 albo {name}:7d (ostatnie 7 dni; także w – tygodnie, m – miesiące, y – lata).</translation>
    </message>
    <message>
        <source>“{value}” is not a number of words. Write {name}:&gt;800, {name}:&lt;200 or {name}:200..800.</source>
        <translation>„{value}” to nie liczba słów. Napisz {name}:&gt;800, {name}:&lt;200 albo {name}:200..800.</translation>
    </message>
    <message>
        <source>Write what to look for after “{name}:”, without a space.</source>
        <translation>Wpisz szukaną wartość zaraz po „{name}:”, bez spacji.</translation>
    </message>
    <message>
        <source>A tag needs a name, and so does each part of “{path}” between slashes.</source>
        <translation>Tag musi mieć nazwę, podobnie jak każda część „{path}” między ukośnikami. Uzupełnij brakującą nazwę.</translation>
    </message>
    <message>
        <source>Tags may lie at most {count} levels deep.</source>
        <translation>Tagi mogą być zagnieżdżone najwyżej na tylu poziomach: {count}. Wybierz miejsce wyżej w drzewie.</translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot contain “/”: it parts tag from tag.</source>
        <translation>Nazwa tagu nie może zawierać znaku „/”, ponieważ oddziela on tagi od siebie. Wybierz inną nazwę.</translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot contain “;” (it parts the tags in exports): “{name}”.</source>
        <translation>Nazwa tagu nie może zawierać znaku „;”, który oddziela tagi w eksporcie: „{name}”. Wybierz inną nazwę.</translation>
    </message>
    <message>
        <source>A tag&apos;s name may have up to {count} characters, and no control characters.</source>
        <translation>Nazwa tagu jest za długa lub zawiera znaki sterujące. Usuń te znaki i skróć nazwę – maksymalna liczba znaków to {count}.</translation>
    </message>
    <message>
        <source>Line {line} of the file is not valid CSV. Export the file again, or mend the quotation marks in that line.</source>
        <translation>Wiersz {line} pliku nie jest poprawnym wierszem CSV. Wyeksportuj plik ponownie albo popraw cudzysłowy w tym wierszu.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as “CSV UTF-8” and read it again.</source>
        <translation>Plik nie jest zapisany w UTF-8. Zapisz go jako „CSV UTF-8” i wczytaj ponownie.</translation>
    </message>
    <message>
        <source>Row {row} of the CSV file does not fit its first line. Export the file again, or mend that row.</source>
        <translation>Rekord {row} pliku CSV nie pasuje do pierwszego wiersza. Wyeksportuj plik ponownie albo popraw ten rekord.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Open it in the program that it belongs to, save it as plain text (.txt) and import that file.</source>
        <translation>„{name}” nie jest plikiem tekstowym. Otwórz go we właściwym programie, zapisz jako zwykły tekst (.txt) i zaimportuj zapisany plik.</translation>
    </message>
    <message>
        <source>“{name}” was not found. It may have been moved or renamed: choose it again.</source>
        <translation>Nie znaleziono pliku „{name}”. Być może został przeniesiony lub ma nową nazwę. Wybierz go ponownie.</translation>
    </message>
    <message>
        <source>You have no right to read “{name}”. Ask its owner for that right, or for a copy in a folder of yours.</source>
        <translation>Brak uprawnień do odczytu „{name}”. Poproś właściciela o dostęp albo o kopię w swoim folderze.</translation>
    </message>
    <message>
        <source>“{name}” could not be read ({reason}). Check that its disk is connected, or copy it to another folder and import it from there.</source>
        <translation>Nie udało się odczytać „{name}” ({reason}). Sprawdź, czy dysk jest podłączony, albo skopiuj plik do innego folderu i zaimportuj go stamtąd.</translation>
    </message>
    <message>
        <source>“{name}” is empty. If there should be text in it, save it again where it comes from.</source>
        <translation>Plik „{name}” jest pusty. Jeśli powinien zawierać tekst, zapisz go ponownie w programie źródłowym.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Import it as a folder, or choose files in it.</source>
        <translation>„{name}” to folder. Zaimportuj go jako folder albo wybierz znajdujące się w nim pliki.</translation>
    </message>
    <message>
        <source>“{name}” is a device, not a file. Choose a file with text in it.</source>
        <translation>„{name}” to urządzenie, a nie plik. Wybierz plik zawierający tekst.</translation>
    </message>
    <message>
        <source>“{name}” is too large ({size} MB; at most {largest} MB). Divide it into smaller files and import those.</source>
        <translation>Plik „{name}” jest za duży ({size} MB, maksymalnie {largest} MB). Podziel go na mniejsze pliki i zaimportuj je.</translation>
    </message>
    <message>
        <source>There is no export format “{name}”. Choose one of: {known}.</source>
        <translation>Nie ma formatu eksportu „{name}”. Wybierz jeden z następujących: {known}.</translation>
    </message>
    <message>
        <source>Glosa cannot read files like “{name}”. Save it as plain text (.txt) and import that file; these kinds can be read: {known}.</source>
        <translation>Glosa nie odczytuje plików takich jak „{name}”. Zapisz go jako zwykły tekst (.txt) i zaimportuj zapisany plik. Obsługiwane rodzaje plików: {known}.</translation>
    </message>
    <message>
        <source>The folder “{name}” could not be read ({reason}). Ask its owner for the right to read it, or copy its files to a folder of yours.</source>
        <translation>Nie udało się odczytać folderu „{name}” ({reason}). Poproś właściciela o prawo do odczytu albo skopiuj pliki do swojego folderu.</translation>
    </message>
    <message>
        <source>The plug-in “{name}” was left out ({reason}). Update it, or remove it.</source>
        <translation>Pominięto wtyczkę „{name}” ({reason}). Zaktualizuj ją albo usuń.</translation>
    </message>
    <message>
        <source>This highlight is not there any more.</source>
        <translation>To zakreślenie już nie istnieje. Wybierz inne.</translation>
    </message>
    <message>
        <source>There is no article with the number {id}.</source>
        <translation>Nie ma artykułu o numerze {id}. Wybierz inny artykuł.</translation>
    </message>
    <message>
        <source>The text of article {id} is missing.</source>
        <translation>Brakuje tekstu artykułu {id}. Zaimportuj ten artykuł ponownie.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was changed. Free some space and try again.</source>
        <translation>Dysk jest pełny – nic nie zostało zmienione. Zwolnij miejsce na dysku i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Another program is using the library: nothing was changed. Try again in a moment.</source>
        <translation>Inny program korzysta z biblioteki – nic nie zostało zmienione. Spróbuj ponownie za chwilę.</translation>
    </message>
    <message>
        <source>The library cannot be read or written ({reason}): nothing was changed. Check that its disk is connected and not write-protected.</source>
        <translation>Nie można odczytać ani zapisać biblioteki ({reason}) – nic nie zostało zmienione. Sprawdź, czy dysk jest podłączony i nie jest chroniony przed zapisem.</translation>
    </message>
    <message>
        <source>The library “{name}” is damaged: nothing was changed. Close Glosa and start it again: it helps you to a backup, or to what can still be read.</source>
        <translation>Biblioteka „{name}” jest uszkodzona: niczego nie zmieniono. Zamknij Glosę i uruchom ją ponownie: pomoże Ci wrócić do kopii zapasowej albo odzyskać to, co da się odczytać.</translation>
    </message>
    <message>
        <source>The library “{name}” cannot be opened ({reason}). Check that the disk is connected and that you may write to the folder, then try again.</source>
        <translation>Nie można otworzyć biblioteki „{name}” ({reason}). Sprawdź, czy dysk jest podłączony i czy folder pozwala na zapis, a następnie spróbuj ponownie.</translation>
    </message>
    <message>
        <source>“{name}” could not be put together ({reason}): the library is as it was. Check that its disk is connected and has room, then try again.</source>
        <translation>Nie udało się złożyć „{name}” ({reason}): biblioteka jest taka, jaka była. Sprawdź, czy jej dysk jest podłączony i ma wolne miejsce, i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The library “{name}” is open for reading only, so nothing can be changed. To change it, allow writing to the file and its folder and start again.</source>
        <translation>Biblioteka „{name}” jest otwarta tylko do odczytu, więc nie można nic zmienić. Aby to umożliwić, zezwól na zapis w pliku i jego folderze, a następnie uruchom program ponownie.</translation>
    </message>
    <message>
        <source>“{step}” can no longer be undone: later changes build on it. Undo once more to leave it as it is and go on with what came before.</source>
        <translation>Nie można już cofnąć kroku „{step}”: opierają się na nim późniejsze zmiany. Cofnij jeszcze raz, aby go pominąć i przejść do wcześniejszych kroków.</translation>
    </message>
    <message>
        <source>The library “{name}” is in use by another Glosa window or command. Close that one first, then try again.</source>
        <translation>Biblioteki „{name}” używa inne okno lub polecenie programu Glosa. Najpierw je zamknij, a potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>A library cannot be made at “{path}” ({reason}). Choose a folder you may write to, for example with --library.</source>
        <translation>Nie można utworzyć biblioteki w „{path}” ({reason}). Wybierz folder z prawem zapisu, na przykład za pomocą opcji --library.</translation>
    </message>
    <message>
        <source>“{name}” is not a Glosa library, or it is damaged. It was left as it is. Choose another library, or put a copy of yours in its place.</source>
        <translation>„{name}” nie jest biblioteką programu Glosa albo jest uszkodzona. Plik nie został zmieniony. Wybierz inną bibliotekę albo zastąp ją swoją kopią.</translation>
    </message>
    <message>
        <source>“{name}” is a database of another program. It was left as it is. Choose a Glosa library.</source>
        <translation>„{name}” to baza danych innego programu. Plik nie został zmieniony. Wybierz bibliotekę programu Glosa.</translation>
    </message>
    <message>
        <source>The library was made by an older version of Glosa. Before it is brought up to date a backup must be made, and that failed: {reason} Until then the library is open for reading only.</source>
        <translation>Biblioteka pochodzi ze starszej wersji Glosy. Zanim zostanie unowocześniona, musi powstać kopia zapasowa, a to się nie udało: {reason} Do tego czasu biblioteka jest otwarta tylko do odczytu.</translation>
    </message>
    <message>
        <source>The library “{name}” is not in its place any more: it was moved, renamed or deleted, or its disk was taken out. Nothing was changed. Put it back to {folder} and try again.</source>
        <translation>Biblioteki „{name}” nie ma już na jej miejscu: została przeniesiona, przemianowana lub usunięta albo odłączono jej dysk. Niczego nie zmieniono. Przywróć ją do folderu {folder} i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer version of Glosa. Install the newer version to open it. It was left as it is.</source>
        <translation>Bibliotekę „{name}” utworzono w nowszej wersji programu Glosa. Zainstaluj nowszą wersję, aby ją otworzyć. Plik nie został zmieniony.</translation>
    </message>
    <message>
        <source>There is no order “{name}”. Choose one of: {known}.</source>
        <translation>Nie ma kolejności „{name}”. Wybierz jedną z następujących: {known}.</translation>
    </message>
    <message>
        <source>This tag is not there any more.</source>
        <translation>Ten tag już nie istnieje. Wybierz inny.</translation>
    </message>
    <message>
        <source>The article does not contain the quote “{quote}”. Copy it letter by letter.</source>
        <translation>Artykuł nie zawiera cytatu „{quote}”. Skopiuj cytat co do litery.</translation>
    </message>
    <message>
        <source>The quote occurs {count} times in the article: there is no number {number}.</source>
        <translation>Liczba wystąpień cytatu w artykule: {count}. Nie ma wystąpienia numer {number}. Wybierz mniejszy numer.</translation>
    </message>
    <message>
        <source>Select some text to highlight first.</source>
        <translation>Najpierw zaznacz tekst do zakreślenia.</translation>
    </message>
    <message>
        <source>“{name}” could not be written ({reason}). Choose another folder or name; close the file if it is open in another program.</source>
        <translation>Nie udało się zapisać „{name}” ({reason}). Wybierz inny folder lub inną nazwę; jeśli plik jest otwarty w innym programie, zamknij go.</translation>
    </message>
    <message>
        <source>There is no status “{name}”. Choose one of: {known}.</source>
        <translation>Nie ma statusu „{name}”. Wybierz jeden z następujących: {known}.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write 2023, 2023-09 or 2023-09-07.</source>
        <translation>„{value}” to nie data. Wpisz 2023, 2023-09 lub 2023-09-07.</translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation>Artykuł musi mieć tytuł. Wpisz tytuł.</translation>
    </message>
    <message>
        <source>There is no tag “{path}” to remove.</source>
        <translation>Nie ma tagu „{path}”, który można by usunąć. Wybierz inny.</translation>
    </message>
    <message>
        <source>“{path}” cannot be moved into itself.</source>
        <translation>Nie można przenieść „{path}” do niego samego. Wybierz inny tag.</translation>
    </message>
    <message>
        <source>“{path}” cannot be merged into itself or a tag below it.</source>
        <translation>Nie można scalić „{path}” z nim samym ani z jego tagiem podrzędnym. Wybierz inny tag.</translation>
    </message>
    <message>
        <source>There is a tag “{path}” already. Merge the two instead.</source>
        <translation>Tag „{path}” już istnieje. Scal oba tagi.</translation>
    </message>
    <message>
        <source>An Excel sheet holds {count} highlights at most. Export to CSV, or export fewer articles.</source>
        <translation>Arkusz Excela mieści najwyżej {count} zakreśleń. Eksportuj do CSV albo wyeksportuj mniej artykułów.</translation>
    </message>
    <message>
        <source>This file was made by a newer version of Glosa. Install it to read it.</source>
        <translation>Ten plik utworzyła nowsza wersja Glosy. Zainstaluj ją, aby go wczytać.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or no Glosa bundle ({reason}). Nothing was taken in. Ask for the file again.</source>
        <translation>„{name}” jest uszkodzony albo nie jest pakietem Glosy ({reason}). Niczego nie wczytano. Poproś o plik jeszcze raz.</translation>
    </message>
    <message>
        <source>Line {line} of the file is damaged ({reason}). Nothing was taken in. Ask for the file again, or export it anew.</source>
        <translation>Wiersz {line} pliku jest uszkodzony ({reason}). Niczego nie wczytano. Poproś o plik jeszcze raz albo wyeksportuj go na nowo.</translation>
    </message>
    <message>
        <source>This link was not opened: only addresses of web pages (http, https) and mail addresses are.</source>
        <translation>Ten odnośnik nie został otwarty: otwierane są tylko adresy stron internetowych (http, https) i adresy e-mail.</translation>
    </message>
    <message>
        <source>This saved search is not there any more.</source>
        <translation>Tego zapisanego wyszukiwania już nie ma.</translation>
    </message>
    <message>
        <source>There is no search to save. Search first.</source>
        <translation>Nie ma czego zapisać. Najpierw czegoś poszukaj.</translation>
    </message>
    <message>
        <source>No article here was marked by two people. Merge what a colleague shared, or choose other articles.</source>
        <translation>Żadnego z tych artykułów nie zaznaczały dwie osoby. Scal to, co udostępnił współpracownik, albo wybierz inne artykuły.</translation>
    </message>
    <message>
        <source>No column of “{name}” is called “text”, “content” or “body”, so it is not known where the articles are. The columns are: {columns}. Say which one has the text when you import.</source>
        <translation>Żadna kolumna pliku „{name}” nie nazywa się „text”, „content”, „body” ani „tekst”, więc nie wiadomo, gdzie są artykuły. Kolumny to: {columns}. Wskaż kolumnę z tekstem podczas importu.</translation>
    </message>
    <message>
        <source>Row {row} of “{name}” has no text and was left out.</source>
        <translation>Wiersz {row} pliku „{name}” nie ma tekstu i został pominięty.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read beyond row {row}: it is no good CSV there ({reason}).</source>
        <translation>Pliku „{name}” nie da się odczytać poza wierszem {row}: nie jest tam poprawnym plikiem CSV ({reason}).</translation>
    </message>
    <message>
        <source>“{name}” is protected against copying (DRM), so its text cannot be read. Ask the shop for a copy without it.</source>
        <translation>Plik „{name}” jest zabezpieczony przed kopiowaniem (DRM), więc nie da się odczytać jego tekstu. Poproś sprzedawcę o kopię bez zabezpieczeń.</translation>
    </message>
    <message>
        <source>“{name}” unpacks to far more than it should, as files made to do harm do. It was left out.</source>
        <translation>Plik „{name}” po rozpakowaniu zajmuje o wiele więcej, niż powinien, jak pliki zrobione po to, by szkodzić. Został pominięty.</translation>
    </message>
    <message>
        <source>“{name}” holds no articles: there is no list of objects with a “text”, “content” or “body”.</source>
        <translation>W pliku „{name}” nie ma artykułów: brak listy obiektów z polem „text”, „content” lub „body”.</translation>
    </message>
    <message>
        <source>Item {number} of “{name}” has no text and was left out.</source>
        <translation>Pozycja {number} pliku „{name}” nie ma tekstu i została pominięta.</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that Glosa cannot read, or packed twice. It was left out.</source>
        <translation>Plik „{name}” jest rodzaju, którego Glosa nie czyta, albo jest spakowany podwójnie. Został pominięty.</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Save it without one and import that file.</source>
        <translation>Plik „{name}” jest chroniony hasłem. Zapisz go bez hasła i zaimportuj ten plik.</translation>
    </message>
    <message>
        <source>“{name}” has no text, only pictures of pages. Let a program with text recognition (OCR) add the text, and import what it saves.</source>
        <translation>W pliku „{name}” nie ma tekstu, są tylko obrazy stron. Niech program rozpoznający tekst (OCR) doda tekst; zaimportuj to, co zapisze.</translation>
    </message>
    <message>
        <source>“{name}” is too large: files of its kind are read up to {largest} MB. Divide it into smaller files and import those.</source>
        <translation>Plik „{name}” jest za duży: pliki tego rodzaju są czytane do {largest} MB. Podziel go na mniejsze i zaimportuj je.</translation>
    </message>
    <message>
        <source>There is no text in “{name}”. If it shows some, that is a picture of text.</source>
        <translation>W pliku „{name}” nie ma tekstu. Jeśli jakiś widać, to jest obrazem.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not what its name says ({reason}). Open it in its own program, save it anew and import that file.</source>
        <translation>Plik „{name}” jest uszkodzony albo nie jest tym, na co wskazuje nazwa ({reason}). Otwórz go we właściwym programie, zapisz na nowo i zaimportuj ten plik.</translation>
    </message>
    <message>
        <source>There is nothing in “{name}” that Glosa can read.</source>
        <translation>W pliku „{name}” nie ma nic, co Glosa umie przeczytać.</translation>
    </message>
    <message>
        <source>“{name}” took longer than {seconds} seconds to read and was left out. It may be damaged or made to do harm; save it anew in its own program and import that.</source>
        <translation>Czytanie pliku „{name}” trwało ponad {seconds} s, więc został pominięty. Może być uszkodzony albo zrobiony po to, by szkodzić; zapisz go na nowo we właściwym programie i zaimportuj.</translation>
    </message>
    <message>
        <source>Reading “{name}” broke off, and it was left out. It may be damaged or made to do harm; save it anew in its own program and import that.</source>
        <translation>Czytanie pliku „{name}” przerwało się i plik został pominięty. Może być uszkodzony albo zrobiony po to, by szkodzić; zapisz go na nowo we właściwym programie i zaimportuj.</translation>
    </message>
    <message>
        <source>“{name}” needs too much memory to be read: it is too large, or made to do harm. Divide it into smaller files, or save it anew, and import that.</source>
        <translation>Odczytanie pliku „{name}” wymaga zbyt wiele pamięci: plik jest za duży albo zrobiony po to, by szkodzić. Podziel go na mniejsze albo zapisz na nowo i zaimportuj.</translation>
    </message>
    <message>
        <source>There is no such backup. See `glosa backup --list`.</source>
        <translation>Nie ma takiej kopii zapasowej. Zobacz `glosa backup --list`.</translation>
    </message>
    <message>
        <source>“{path}” exists. Name a new file.</source>
        <translation>„{path}” już istnieje. Podaj nowy plik.</translation>
    </message>
    <message>
        <source>Another backup is being made. Try again in a moment.</source>
        <translation>Właśnie powstaje inna kopia zapasowa. Spróbuj za chwilę.</translation>
    </message>
    <message>
        <source>The backup was made, but not its second copy in {folder} ({reason}). Check that the disk is there, or choose another folder in the preferences.</source>
        <translation>Kopia zapasowa powstała, ale jej druga kopia w {folder} nie ({reason}). Sprawdź, czy dysk jest podłączony, albo wybierz inny folder w preferencjach.</translation>
    </message>
    <message>
        <source>No backup was made ({reason}); the older ones stay. Check the library, and that there is room on its disk.</source>
        <translation>Kopia zapasowa nie powstała ({reason}); starsze pozostają. Sprawdź bibliotekę oraz to, czy na jej dysku jest miejsce.</translation>
    </message>
    <message>
        <source>Line {line} of “{name}” is not UTF-8 text. Save the file as UTF-8 for it to go in.</source>
        <translation>Wiersz {line} pliku „{name}” nie jest tekstem UTF-8. Zapisz plik jako UTF-8, aby go wczytać.</translation>
    </message>
    <message>
        <source>Line {line} of “{name}” is not valid JSON. It was left out; mend it in the file.</source>
        <translation>Wiersz {line} pliku „{name}” nie jest poprawnym JSON-em. Został pominięty; popraw go w pliku.</translation>
    </message>
    <message>
        <source>Line {line} of “{name}” is not an article: it should be an object in braces with a “title” and a “text”.</source>
        <translation>Wiersz {line} pliku „{name}” nie jest artykułem: powinien to być obiekt w nawiasach klamrowych z polami „title” i „text”.</translation>
    </message>
    <message>
        <source>Line {line} of “{name}” has no text: none of “text”, “content” and “body” says any.</source>
        <translation>Wiersz {line} pliku „{name}” nie ma tekstu: nie ma go w polach „text”, „content” ani „body”.</translation>
    </message>
    <message>
        <source>“{name}” breaks off in line {line}. What comes before is imported; get the file again to have the rest.</source>
        <translation>Plik „{name}” urywa się w wierszu {line}. To, co było wcześniej, zaimportowano; pobierz plik ponownie, aby mieć resztę.</translation>
    </message>
    <message>
        <source>Line {line} of “{name}” is too long for one article. It was left out.</source>
        <translation>Wiersz {line} pliku „{name}” jest za długi jak na jeden artykuł. Został pominięty.</translation>
    </message>
    <message>
        <source>“{name}” was written by Glosa, with highlights and notes. To take all of it in, choose File &gt; Merge what someone shared.</source>
        <translation>Plik „{name}” zapisała Glosa, z zakreśleniami i notatkami. Aby wczytać z niego wszystko, wybierz Plik &gt; Scal z tym, co ktoś udostępnił.</translation>
    </message>
    <message>
        <source>{count} more lines of “{name}” were left out, the last is line {line}. Mend the lines named above in the same way, and import the file again.</source>
        <translation>Pominięto jeszcze wiersze pliku „{name}” (liczba: {count}), ostatni to wiersz {line}. Popraw je tak jak wymienione wyżej i zaimportuj plik ponownie.</translation>
    </message>
    <message>
        <source>Article {id} has no version {version}.</source>
        <translation>Artykuł {id} nie ma wersji {version}.</translation>
    </message>
    <message>
        <source>An article needs some text.</source>
        <translation>Artykuł musi mieć jakiś tekst.</translation>
    </message>
    <message>
        <source>The text is too long for that: at most {millions} million characters.</source>
        <translation>Tekst jest na to za długi: najwyżej {millions} mln znaków.</translation>
    </message>
    <message>
        <source>The backup of {date} is not whole any more ({reason}). It is called {name} now and is not used. The disk may be failing: keep a second copy on another one.</source>
        <translation>Kopia zapasowa z {date} nie jest już cała ({reason}). Nazywa się teraz {name} i nie będzie używana. Dysk może zawodzić: trzymaj drugą kopię na innym.</translation>
    </message>
    <message>
        <source>No backup could be put to the test ({reason}). They stay as they are; check that there is room on their disk.</source>
        <translation>Nie udało się wypróbować kopii zapasowej ({reason}). Kopie pozostają bez zmian; sprawdź, czy na ich dysku jest miejsce.</translation>
    </message>
    <message>
        <source>{host} does not give this page to Glosa ({status}). Open it in the browser, save it there and import that file.</source>
        <translation>{host} nie udostępnia tej strony Glosie ({status}). Otwórz ją w przeglądarce, zapisz tam i zaimportuj ten plik.</translation>
    </message>
    <message>
        <source>{host} has no page at this address ({status}). Check the address.</source>
        <translation>{host} nie ma strony pod tym adresem ({status}). Sprawdź adres.</translation>
    </message>
    <message>
        <source>{host} asks to be left in peace ({status}). Try again later.</source>
        <translation>{host} prosi, by na razie nie pytać ({status}). Spróbuj później.</translation>
    </message>
    <message>
        <source>{host} has a fault of its own ({status}). Try again later.</source>
        <translation>{host} ma własną awarię ({status}). Spróbuj później.</translation>
    </message>
    <message>
        <source>{host} gave no page ({status}). Open it in the browser, save it there and import that file.</source>
        <translation>{host} nie podał strony ({status}). Otwórz ją w przeglądarce, zapisz tam i zaimportuj ten plik.</translation>
    </message>
    <message>
        <source>“{address}” is no address of a web page. It begins with https:// or http://.</source>
        <translation>„{address}” to nie adres strony internetowej. Taki adres zaczyna się od https:// albo http://.</translation>
    </message>
    <message>
        <source>{host} sends on to “{address}”, which is no web page. It was not followed.</source>
        <translation>{host} odsyła do „{address}”, a to nie jest strona internetowa. Glosa tam nie poszła.</translation>
    </message>
    <message>
        <source>{host} sends from address to address, more than {count} times. Open the page in the browser and copy the address that it has there.</source>
        <translation>{host} odsyła z adresu na adres ponad {count} razy. Otwórz stronę w przeglądarce i skopiuj adres, który ma tam.</translation>
    </message>
    <message>
        <source>{host} sends more than {largest} MB, and it was left out. If you want it, download it in the browser and import that file.</source>
        <translation>{host} przysyła ponad {largest} MB, więc strona została pominięta. Jeśli jej chcesz, pobierz ją w przeglądarce i zaimportuj ten plik.</translation>
    </message>
    <message>
        <source>{host} broke off in the middle of the page. Try again.</source>
        <translation>{host} przerwał w połowie strony. Spróbuj ponownie.</translation>
    </message>
    <message>
        <source>What {host} answered cannot be understood.</source>
        <translation>Nie da się zrozumieć odpowiedzi, którą przysłał {host}.</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason}). Try again later.</source>
        <translation>Nie można połączyć się z {host} ({reason}). Spróbuj później.</translation>
    </message>
    <message>
        <source>The connection to {host} is not safe ({reason}), and nothing was fetched.</source>
        <translation>Połączenie z {host} nie jest bezpieczne ({reason}), więc nic nie zostało pobrane.</translation>
    </message>
    <message>
        <source>{host} is in your own network or on this computer, and was not asked. If you mean it, allow addresses in your own network.</source>
        <translation>{host} jest w twojej własnej sieci lub na tym komputerze i nie został zapytany. Jeśli o to ci chodzi, zezwól na adresy we własnej sieci.</translation>
    </message>
    <message>
        <source>There is no computer called {host}, or this one is not connected to the internet. Check the address and the connection.</source>
        <translation>Nie ma komputera o nazwie {host} albo ten nie jest połączony z internetem. Sprawdź adres i połączenie.</translation>
    </message>
    <message>
        <source>This is the address of a feed, not of a page. Add it with File › Feeds.</source>
        <translation>To adres kanału, nie strony. Dodaj go przez Plik › Kanały.</translation>
    </message>
    <message>
        <source>There is no article at this address: the server sends {kind}. Pages, PDFs, e-books and text documents can be added.</source>
        <translation>Pod tym adresem nie ma artykułu: serwer przysyła {kind}. Można dodawać strony, pliki PDF, e-booki i dokumenty tekstowe.</translation>
    </message>
    <message>
        <source>{host} did not answer for {seconds} seconds. Try again later.</source>
        <translation>{host} nie odpowiadał przez {seconds} s. Spróbuj później.</translation>
    </message>
    <message>
        <source>The page of {host} did not arrive within {seconds} seconds. Try again later, or save it in the browser and import that file.</source>
        <translation>Strona z {host} nie dotarła w ciągu {seconds} s. Spróbuj później albo zapisz ją w przeglądarce i zaimportuj ten plik.</translation>
    </message>
    <message>
        <source>“{name}” could not be put in its place yet ({reason}). Nothing is lost: check its disk, then start Glosa again, which goes on from here.</source>
        <translation>Nie udało się jeszcze wstawić „{name}” na miejsce ({reason}). Nic nie przepadło: sprawdź dysk, a potem uruchom Glosę ponownie – dokończy to, co zaczęła.</translation>
    </message>
    <message>
        <source>This feed is not there any more.</source>
        <translation>Tego kanału już nie ma.</translation>
    </message>
    <message>
        <source>You follow this feed already: {title}.</source>
        <translation>Ten kanał już śledzisz: {title}.</translation>
    </message>
    <message>
        <source>There is no feed in “{name}”.</source>
        <translation>W „{name}” nie ma żadnego kanału.</translation>
    </message>
    <message>
        <source>There is no feed at {address}, and the page names none. Look on the page for “RSS” and copy the address of that link.</source>
        <translation>Pod adresem {address} nie ma kanału, a strona żadnego nie wskazuje. Poszukaj na stronie „RSS” i skopiuj adres tego odnośnika.</translation>
    </message>
    <message>
        <source>Preset, columns, delimiter, byte-order mark and rows per tag are for CSV only. Leave these options out, or export as CSV.</source>
        <translation>Wzór, kolumny, separator, znacznik BOM i wiersze na tag dotyczą tylko CSV. Pomiń te opcje albo wyeksportuj do CSV.</translation>
    </message>
    <message>
        <source>“{name}” cannot be a column, or is named twice. Name one or more of: {known}.</source>
        <translation>„{name}” nie może być kolumną albo występuje dwa razy. Podaj co najmniej jedną z nazw: {known}.</translation>
    </message>
    <message>
        <source>There is no code in the codebook “{name}”.</source>
        <translation>W książce kodów „{name}” nie ma żadnego kodu.</translation>
    </message>
    <message>
        <source>“{name}” is a database of a program that Glosa does not know. Projects of Taguette and QualCoder, and the library of Zotero, can be read.</source>
        <translation>„{name}” to baza danych programu, którego Glosa nie zna. Można odczytać projekty programów Taguette i QualCoder oraz bibliotekę Zotero.</translation>
    </message>
    <message>
        <source>Put the caret inside the highlight to split it there.</source>
        <translation>Ustaw kursor wewnątrz zakreślenia, aby je tam podzielić.</translation>
    </message>
    <message>
        <source>Only highlights that overlap or follow one another can be merged. There are words between these.</source>
        <translation>Połączyć można tylko zakreślenia, które na siebie zachodzą albo następują po sobie. Między tymi są słowa.</translation>
    </message>
    <message>
        <source>Write words here, or a phrase in quotation marks.</source>
        <translation>Wpisz tu słowa albo wyrażenie w cudzysłowie.</translation>
    </message>
    <message>
        <source>These highlights have changed meanwhile. Look at them once more.</source>
        <translation>Te zakreślenia tymczasem się zmieniły. Przejrzyj je jeszcze raz.</translation>
    </message>
    <message>
        <source>A template is a form of its own. Leave out the format and the options of CSV, or the template.</source>
        <translation>Szablon sam określa postać pliku. Pomiń format i opcje CSV albo szablon.</translation>
    </message>
    <message>
        <source>Line {line} of the template: there is no filter “{name}”.</source>
        <translation>Wiersz {line} szablonu: nie ma filtra „{name}”.</translation>
    </message>
    <message>
        <source>Line {line} of the template: there is no filter “{name}”. Did you mean “{hint}”?</source>
        <translation>Wiersz {line} szablonu: nie ma filtra „{name}”. Może chodziło o „{hint}”?</translation>
    </message>
    <message>
        <source>Line {line} of the template: a part that begins with {start} is not closed properly. Write {end} where it ends.</source>
        <translation>Wiersz {line} szablonu: część zaczynająca się od {start} nie jest poprawnie zamknięta. Wpisz {end} tam, gdzie się kończy.</translation>
    </message>
    <message>
        <source>Line {line} of the template: “{name}” cannot stand here between percent signs. Look whether it is spelt right, and whether what it closes is open.</source>
        <translation>Wiersz {line} szablonu: „{name}” nie może tu stać między znakami procentu. Sprawdź pisownię i to, czy otwarta jest część, którą zamyka.</translation>
    </message>
    <message>
        <source>Line {line} of the template: the template ends before a brace or a part is closed. Look for what is missing above.</source>
        <translation>Wiersz {line} szablonu: szablon kończy się przed zamknięciem nawiasu lub części. Poszukaj wyżej, czego brakuje.</translation>
    </message>
    <message>
        <source>Line {line} of the template: what is written there cannot be read, near “{near}”. Look at its braces, brackets and quotation marks.</source>
        <translation>Wiersz {line} szablonu: nie da się odczytać zapisu w pobliżu „{near}”. Sprawdź nawiasy i cudzysłowy.</translation>
    </message>
    <message>
        <source>Line {line} of the template: this is not allowed in a template. Use the fields and filters that are listed.</source>
        <translation>Wiersz {line} szablonu: to nie jest dozwolone w szablonie. Użyj pól i filtrów z listy.</translation>
    </message>
    <message>
        <source>Line {line} of the template: this cannot be worked out ({reason}). Look at the values and their order there.</source>
        <translation>Wiersz {line} szablonu: tego nie da się obliczyć ({reason}). Sprawdź wartości i ich kolejność.</translation>
    </message>
    <message>
        <source>Line {line} of the template: a template cannot take in another one. Copy its text to that place.</source>
        <translation>Wiersz {line} szablonu: szablon nie może dołączyć innego. Skopiuj jego treść w to miejsce.</translation>
    </message>
    <message>
        <source>Line {line} of the template: “articles” come one after the other. A template can go through them once and cannot count them; put both parts into one loop.</source>
        <translation>Wiersz {line} szablonu: „articles” przychodzą jeden po drugim. Szablon może przejść przez nie raz i nie może ich policzyć; połącz obie części w jedną pętlę.</translation>
    </message>
    <message>
        <source>Line {line} of the template: there is no “{name}” in “{owner}”.</source>
        <translation>Wiersz {line} szablonu: w „{owner}” nie ma „{name}”.</translation>
    </message>
    <message>
        <source>Line {line} of the template: there is no “{name}” in “{owner}”. Did you mean “{hint}”?</source>
        <translation>Wiersz {line} szablonu: w „{owner}” nie ma „{name}”. Może chodziło o „{hint}”?</translation>
    </message>
    <message>
        <source>Line {line} of the template: nothing is called “{name}”.</source>
        <translation>Wiersz {line} szablonu: nic nie nazywa się „{name}”.</translation>
    </message>
    <message>
        <source>Line {line} of the template: nothing is called “{name}”. Did you mean “{hint}”?</source>
        <translation>Wiersz {line} szablonu: nic nie nazywa się „{name}”. Może chodziło o „{hint}”?</translation>
    </message>
    <message>
        <source>The template “{name}” works longer than {seconds} seconds on one article and was stopped. Look for loops in loops.</source>
        <translation>Szablon „{name}” pracuje nad jednym artykułem dłużej niż {seconds} s i został zatrzymany. Poszukaj pętli w pętlach.</translation>
    </message>
    <message>
        <source>The template “{name}” needs too much memory and was stopped. Let it write less at once, or export fewer articles.</source>
        <translation>Szablon „{name}” potrzebuje zbyt wiele pamięci i został zatrzymany. Niech zapisuje mniej naraz albo wyeksportuj mniej artykułów.</translation>
    </message>
    <message>
        <source>The template “{name}” broke off. Export again; if that does not help, use another template.</source>
        <translation>Praca szablonu „{name}” została przerwana. Wyeksportuj ponownie; jeśli to nie pomoże, użyj innego szablonu.</translation>
    </message>
    <message>
        <source>The template “{name}” writes more than {most} characters for one article and was stopped. Look for loops in loops.</source>
        <translation>Szablon „{name}” zapisuje więcej niż {most} znaków na jeden artykuł i został zatrzymany. Poszukaj pętli w pętlach.</translation>
    </message>
    <message>
        <source>The template “{name}” could not be read ({reason}). Choose another file.</source>
        <translation>Nie udało się odczytać szablonu „{name}” ({reason}). Wybierz inny plik.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a template. Choose another file.</source>
        <translation>„{name}” jest za duży na szablon. Wybierz inny plik.</translation>
    </message>
    <message>
        <source>There is no template “{name}”, and no such file. Choose one of: {known}.</source>
        <translation>Nie ma szablonu „{name}” ani takiego pliku. Wybierz jeden z: {known}.</translation>
    </message>
    <message>
        <source>A template needs a name, and an ending such as .txt or .md.</source>
        <translation>Szablon musi mieć nazwę i końcówkę, na przykład .txt albo .md.</translation>
    </message>
    <message>
        <source>Another template is called “{name}”. Choose another name.</source>
        <translation>Inny szablon nazywa się już „{name}”. Wybierz inną nazwę.</translation>
    </message>
    <message>
        <source>This expression could take hours: it repeats what repeats already. Write it in a simpler way.</source>
        <translation>To wyrażenie mogłoby działać godzinami: powtarza to, co już się powtarza. Zapisz je prościej.</translation>
    </message>
    <message>
        <source>This regular expression cannot be read from character {place} on. A bracket may not be closed, or a sign like * + ? \ stand where it means nothing.</source>
        <translation>Tego wyrażenia regularnego nie da się odczytać od znaku {place}. Może jakiś nawias nie jest zamknięty albo znak taki jak * + ? \ stoi tam, gdzie nic nie znaczy.</translation>
    </message>
    <message>
        <source>The replacement cannot be read. \1 stands for what the first brackets found; for the sign \ itself write \\.</source>
        <translation>Pola „Zamień na” nie da się odczytać. \1 oznacza to, co znalazł pierwszy nawias; sam znak \ zapisz jako \\.</translation>
    </message>
    <message>
        <source>There is no saved search “{name}”. Choose one of: {known}.</source>
        <translation>Nie ma zapisanego wyszukiwania „{name}”. Wybierz jedno z: {known}.</translation>
    </message>
    <message>
        <source>There is no tag “{name}”. Write its whole path.</source>
        <translation>Nie ma tagu „{name}”. Wpisz całą jego ścieżkę.</translation>
    </message>
    <message>
        <source>“{title}” is too long for a PDF. Export without it, or in another format.</source>
        <translation>„{title}” jest za długi na PDF. Wyeksportuj bez niego albo w innym formacie.</translation>
    </message>
    <message>
        <source>“{name}” could not be read ({reason}). It will be tried again.</source>
        <translation>Nie udało się odczytać „{name}” ({reason}). Nastąpi kolejna próba.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there. The export goes on by itself once it is back.</source>
        <translation>Nie ma folderu „{folder}”. Eksport ruszy sam, gdy folder wróci.</translation>
    </message>
    <message>
        <source>“{folder}” does not have what was exported there. Is its drive connected? To export all of it anew, choose Run now.</source>
        <translation>W „{folder}” nie ma tego, co tam wyeksportowano. Czy dysk jest podłączony? Aby wyeksportować wszystko od nowa, wybierz Uruchom teraz.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n highlight(s) exported to “{name}”.</source>
        <translation>
            <numerusform>Wyeksportowano %n zakreślenie do pliku „{name}”.</numerusform>
            <numerusform>Wyeksportowano %n zakreślenia do pliku „{name}”.</numerusform>
            <numerusform>Wyeksportowano %n zakreśleń do pliku „{name}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to “{name}”.</source>
        <translation>Wyeksportowano do „{name}”.</translation>
    </message>
    <message>
        <source>Export highlights</source>
        <translation>Eksport zakreśleń</translation>
    </message>
    <message>
        <source>Open the folder afterwards</source>
        <translation>Po zapisaniu otwórz folder</translation>
    </message>
    <message>
        <source>The file is being written</source>
        <translation>Trwa zapisywanie pliku</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksportuj</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>FacetTree</name>
    <message>
        <source>Narrow the highlights</source>
        <translation>Ogranicz zakreślenia</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Mniej</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>Wszystkie (%n)</numerusform>
            <numerusform>Wszystkie (%n)</numerusform>
            <numerusform>Wszystkie (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Bez tagu</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n highlight(s)</source>
        <translation>
            <numerusform>{name}, %n zakreślenie</numerusform>
            <numerusform>{name}, %n zakreślenia</numerusform>
            <numerusform>{name}, %n zakreśleń</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, wybrane</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Redakcja</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Highlighted in</source>
        <translation>Kiedy zakreślono</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Highlighted by</source>
        <translation>Kto zakreślił</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Z notatką</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>Bez notatki</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nieznane</translation>
    </message>
</context>
<context>
    <name>FeedList</name>
    <message>
        <source>Feeds</source>
        <translation>Kanały</translation>
    </message>
    <message>
        <source>Show or hide the feeds</source>
        <translation>Pokaż lub ukryj kanały</translation>
    </message>
</context>
<context>
    <name>FeedTree</name>
    <message>
        <source>You follow no feed yet.</source>
        <translation>Nie śledzisz jeszcze żadnego kanału.</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Kanał</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Nieprzeczytane</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Ostatnio pytany</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Kanały</translation>
    </message>
    <message>
        <source>Is being asked…</source>
        <translation>Jest pytany…</translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation>Nie odpowiedział</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nigdy</translation>
    </message>
</context>
<context>
    <name>FeedsDialog</name>
    <message>
        <source>Looking for the feed…</source>
        <translation>Szukanie kanału…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came with the feed.</source>
        <translation>
            <numerusform>Z kanałem przyszedł %n artykuł.</numerusform>
            <numerusform>Z kanałem przyszły %n artykuły.</numerusform>
            <numerusform>Z kanałem przyszło %n artykułów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s).</source>
        <translation>
            <numerusform>%n nowy artykuł.</numerusform>
            <numerusform>%n nowe artykuły.</numerusform>
            <numerusform>%n nowych artykułów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) did not answer.</source>
        <translation>
            <numerusform>%n kanał nie odpowiedział.</numerusform>
            <numerusform>%n kanały nie odpowiedziały.</numerusform>
            <numerusform>%n kanałów nie odpowiedziało.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) taken over from the list.</source>
        <translation>
            <numerusform>Przejęto z listy %n kanał.</numerusform>
            <numerusform>Przejęto z listy %n kanały.</numerusform>
            <numerusform>Przejęto z listy %n kanałów.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Odśwież</translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>Odśwież wszystkie</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>Przenieś do folderu</translation>
    </message>
    <message>
        <source>Folder (none: leave it empty)</source>
        <translation>Folder (żaden: zostaw puste)</translation>
    </message>
    <message>
        <source>Import a list of feeds</source>
        <translation>Importuj listę kanałów</translation>
    </message>
    <message>
        <source>Export the list of feeds</source>
        <translation>Eksportuj listę kanałów</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Kanały</translation>
    </message>
    <message>
        <source>Address of a feed, or of a page that has one</source>
        <translation>Adres kanału albo strony, która go ma</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Śledź</translation>
    </message>
    <message>
        <source>It may be in my own network</source>
        <translation>Może być w mojej własnej sieci</translation>
    </message>
    <message>
        <source>Glosa asks no computer at home or in the office without it.</source>
        <translation>Bez tego Glosa nie pyta żadnego komputera w domu ani w biurze.</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>Pokaż artykuły</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Przenieś…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Stop following; its articles stay (Del)</source>
        <translation>Przestań śledzić; artykuły zostają (Del)</translation>
    </message>
    <message>
        <source>Refresh by itself</source>
        <translation>Odświeżaj samoczynnie</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nigdy</translation>
    </message>
    <message>
        <source>Every half hour</source>
        <translation>Co pół godziny</translation>
    </message>
    <message>
        <source>Every 2 hours</source>
        <translation>Co 2 godziny</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Raz na dobę</translation>
    </message>
    <message>
        <source>Import list…</source>
        <translation>Importuj listę…</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Eksportuj listę…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>FieldTree</name>
    <message>
        <source>What a template can name</source>
        <translation>Co szablon może wymienić</translation>
    </message>
    <message>
        <source>For each article</source>
        <translation>Dla każdego artykułu</translation>
    </message>
    <message>
        <source>For each highlight</source>
        <translation>Dla każdego zakreślenia</translation>
    </message>
    <message>
        <source>For each paragraph</source>
        <translation>Dla każdego akapitu</translation>
    </message>
    <message>
        <source>If there is a note</source>
        <translation>Jeśli jest notatka</translation>
    </message>
    <message>
        <source>A file for each article, with this name</source>
        <translation>Plik na każdy artykuł, o tej nazwie</translation>
    </message>
    <message>
        <source>A remark that is not written</source>
        <translation>Uwaga, która nie trafia do pliku</translation>
    </message>
    <message>
        <source>The date of the export</source>
        <translation>Data eksportu</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Części</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artykuł</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Zakreślenie</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Akapit</translation>
    </message>
    <message>
        <source>Piece of a paragraph</source>
        <translation>Kawałek akapitu</translation>
    </message>
    <message>
        <source>Behind a field</source>
        <translation>Za polem</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Redakcja</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agencja</translation>
    </message>
    <message>
        <source>Date of publication, such as 2023-09</source>
        <translation>Data publikacji, np. 2023-09</translation>
    </message>
    <message>
        <source>Address as it is stored</source>
        <translation>Adres tak, jak jest zapisany</translation>
    </message>
    <message>
        <source>Address, if it is one of the web</source>
        <translation>Adres, jeśli jest internetowy</translation>
    </message>
    <message>
        <source>Language, such as pl</source>
        <translation>Język, np. pl</translation>
    </message>
    <message>
        <source>Author, outlet and date in one line</source>
        <translation>Autor, redakcja i data w jednym wierszu</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>Notatka do artykułu</translation>
    </message>
    <message>
        <source>Tags of the article</source>
        <translation>Tagi artykułu</translation>
    </message>
    <message>
        <source>Highlights in reading order</source>
        <translation>Zakreślenia w kolejności czytania</translation>
    </message>
    <message>
        <source>Paragraphs of the text</source>
        <translation>Akapity tekstu</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>Cały tekst</translation>
    </message>
    <message>
        <source>Number of words</source>
        <translation>Liczba słów</translation>
    </message>
    <message>
        <source>unread, reading, read or archived</source>
        <translation>unread, reading, read lub archived (stan)</translation>
    </message>
    <message>
        <source>Whether it has a star</source>
        <translation>Czy ma gwiazdkę</translation>
    </message>
    <message>
        <source>When it was added</source>
        <translation>Kiedy dodano</translation>
    </message>
    <message>
        <source>When it was changed</source>
        <translation>Kiedy zmieniono</translation>
    </message>
    <message>
        <source>Its lasting identifier</source>
        <translation>Trwały identyfikator</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>Słowa cytatu</translation>
    </message>
    <message>
        <source>Note on the highlight</source>
        <translation>Notatka do zakreślenia</translation>
    </message>
    <message>
        <source>Tags of the highlight</source>
        <translation>Tagi zakreślenia</translation>
    </message>
    <message>
        <source>Colour, such as yellow</source>
        <translation>Kolor, np. yellow</translation>
    </message>
    <message>
        <source>highlight or underline</source>
        <translation>highlight lub underline (styl)</translation>
    </message>
    <message>
        <source>Its number in the article, from 1</source>
        <translation>Numer w artykule, od 1</translation>
    </message>
    <message>
        <source>Some words before it</source>
        <translation>Kilka słów przed nim</translation>
    </message>
    <message>
        <source>Some words after it</source>
        <translation>Kilka słów po nim</translation>
    </message>
    <message>
        <source>Who made it</source>
        <translation>Kto je zrobił</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>Kiedy je zrobiono</translation>
    </message>
    <message>
        <source>Where it begins, in characters</source>
        <translation>Gdzie się zaczyna, w znakach</translation>
    </message>
    <message>
        <source>Where it ends, in characters</source>
        <translation>Gdzie się kończy, w znakach</translation>
    </message>
    <message>
        <source>Whether it lost its place in the text</source>
        <translation>Czy straciło miejsce w tekście</translation>
    </message>
    <message>
        <source>The article it is in</source>
        <translation>Artykuł, w którym jest</translation>
    </message>
    <message>
        <source>Text of the paragraph</source>
        <translation>Tekst akapitu</translation>
    </message>
    <message>
        <source>paragraph, heading, list_item, quotation …</source>
        <translation>paragraph, heading, list_item, quotation … (rodzaj)</translation>
    </message>
    <message>
        <source>Pieces, cut where a highlight begins or ends</source>
        <translation>Kawałki, cięte tam, gdzie zaczyna się lub kończy zakreślenie</translation>
    </message>
    <message>
        <source>Highlights that end in the paragraph</source>
        <translation>Zakreślenia, które kończą się w akapicie</translation>
    </message>
    <message>
        <source>Text of the piece</source>
        <translation>Tekst kawałka</translation>
    </message>
    <message>
        <source>Highlights that the piece lies in</source>
        <translation>Zakreślenia, w których leży kawałek</translation>
    </message>
    <message>
        <source>Text as Markdown shows it</source>
        <translation>Tekst tak, by Markdown go pokazał</translation>
    </message>
    <message>
        <source>A tag as Obsidian writes it, such as #Claim/Disputed</source>
        <translation>Tag w zapisie Obsidiana, np. #Teza/Sporna</translation>
    </message>
    <message>
        <source>A value of Markdown’s front matter, in quotation marks</source>
        <translation>Wartość nagłówka Markdowna, w cudzysłowie</translation>
    </message>
    <message>
        <source>Text as LaTeX sets it</source>
        <translation>Tekst tak, by LaTeX go złożył</translation>
    </message>
    <message>
        <source>A value of JSON, in quotation marks</source>
        <translation>Wartość JSON, w cudzysłowie</translation>
    </message>
    <message>
        <source>A cell of CSV, safe in spreadsheets</source>
        <translation>Komórka CSV, bezpieczna w arkuszach</translation>
    </message>
    <message>
        <source>A date as 07.09.2023</source>
        <translation>Data jako 07.09.2023</translation>
    </message>
    <message>
        <source>A date in words: 7 września 2023</source>
        <translation>Data słownie: 7 września 2023</translation>
    </message>
    <message>
        <source>A highlight with its source: plain, markdown, footnote or bibtex</source>
        <translation>Zakreślenie ze źródłem: plain, markdown, footnote lub bibtex</translation>
    </message>
    <message>
        <source>A text of several lines in one</source>
        <translation>Tekst z kilku wierszy w jednym</translation>
    </message>
    <message>
        <source>A list with something between</source>
        <translation>Lista z czymś pomiędzy</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln+</source>
        <translation>
            <numerusform>%Ln+</numerusform>
            <numerusform>%Ln+</numerusform>
            <numerusform>%Ln+</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln wynik</numerusform>
            <numerusform>%Ln wyniki</numerusform>
            <numerusform>%Ln wyników</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln artykuł</numerusform>
            <numerusform>%Ln artykuły</numerusform>
            <numerusform>%Ln artykułów</numerusform>
        </translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Wszystkie artykuły</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Z gwiazdką</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Kosz</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Filtruj według statusu</translation>
    </message>
    <message>
        <source>Show only some of the articles</source>
        <translation>Pokaż tylko część artykułów</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All kinds</source>
        <translation>Wszystkie rodzaje</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Wszystkie tagi</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Wszystkie artykuły</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>Także rozstrzygnięte</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Rodzaj różnicy</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artykuł</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{current} of {count}</source>
        <translation>{current} z {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nie znaleziono</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Znajdź w tym artykule</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Poprzednie (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Następne (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Zamknij (Esc)</translation>
    </message>
</context>
<context>
    <name>FocusMode</name>
    <message>
        <source>{key} shows everything again.</source>
        <translation>{key} pokazuje znów wszystko.</translation>
    </message>
</context>
<context>
    <name>FollowDialog</name>
    <message>
        <source>{what} · {format}</source>
        <translation>{what} · {format}</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Wszystkie artykuły</translation>
    </message>
    <message>
        <source>Something that is gone</source>
        <translation>Coś, czego już nie ma</translation>
    </message>
    <message>
        <source>Search “{name}”</source>
        <translation>Wyszukiwanie „{name}”</translation>
    </message>
    <message>
        <source>Tag “{name}”</source>
        <translation>Tag „{name}”</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>Trwa zapisywanie…</translation>
    </message>
    <message>
        <source>Paused, last written {when}.</source>
        <translation>Wstrzymany, ostatni zapis: {when}.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Wstrzymany.</translation>
    </message>
    <message>
        <source>Will be written soon.</source>
        <translation>Zostanie zapisany za chwilę.</translation>
    </message>
    <message>
        <source>Up to date, {when}.</source>
        <translation>Aktualny, {when}.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Exports that follow the library</source>
        <translation>Eksport na bieżąco</translation>
    </message>
    <message>
        <source>The files in these folders are written again by themselves when what is in them changes, while Glosa is open. A file that you change there is never overwritten.</source>
        <translation>Gdy Glosa jest otwarta, pliki w tych folderach są zapisywane od nowa same, ilekroć zmieni się ich zawartość. Plik, który w nich zmienisz, nigdy nie zostanie nadpisany.</translation>
    </message>
    <message>
        <source>Nothing is exported by itself yet.</source>
        <translation>Na razie nic nie jest eksportowane samo.</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Uruchom teraz</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>The files that were written stay</source>
        <translation>Zapisane pliki zostają</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Dodaj…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message numerus="yes">
        <source>%n file(s) in “{folder}” had been changed by someone and stay as they are: {names}. What is new is beside them.</source>
        <translation>
            <numerusform>%n plik w „{folder}” został przez kogoś zmieniony i pozostaje bez zmian: {names}. To, co nowe, jest obok.</numerusform>
            <numerusform>%n pliki w „{folder}” zostały przez kogoś zmienione i pozostają bez zmian: {names}. To, co nowe, jest obok.</numerusform>
            <numerusform>%n plików w „{folder}” zostało przez kogoś zmienionych i pozostaje bez zmian: {names}. To, co nowe, jest obok.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatField</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Szablon</translation>
    </message>
    <message>
        <source>Edit templates…</source>
        <translation>Edytuj szablony…</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Codebook (CSV)</source>
        <translation>Lista kodów (CSV)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Word (DOCX)</source>
        <translation>Word (DOCX)</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothesis</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Markdown, a file for each article (ZIP)</source>
        <translation>Markdown, plik na każdy artykuł (ZIP)</translation>
    </message>
    <message>
        <source>OpenDocument (ODT)</source>
        <translation>OpenDocument (ODT)</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Lista kodów REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>Projekt REFI-QDA</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel (XLSX)</translation>
    </message>
    <message>
        <source>Glosa bundle, to share</source>
        <translation>Pakiet Glosy, do udostępnienia</translation>
    </message>
    <message>
        <source>Evidence pack (ZIP)</source>
        <translation>Pakiet dowodowy (ZIP)</translation>
    </message>
    <message>
        <source>SQLite, for Datasette</source>
        <translation>SQLite, dla Datasette</translation>
    </message>
    <message>
        <source>Text, by a template</source>
        <translation>Tekst według szablonu</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>OPML, sources</source>
        <translation>OPML, źródła</translation>
    </message>
    <message>
        <source>Markdown, a file for each article</source>
        <translation>Markdown, osobny plik na każdy artykuł</translation>
    </message>
    <message>
        <source>HTML, a file for each article</source>
        <translation>HTML, osobny plik na każdy artykuł</translation>
    </message>
</context>
<context>
    <name>HighlightsHeader</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} z {total}</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
    <message>
        <source>Show what the colours mean</source>
        <translation>Pokaż, co znaczą kolory</translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation>Filtruj zakreślenia</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Wyczyść filtr (Esc)</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>What was done, the newest first</source>
        <translation>Co zrobiono, od najnowszego</translation>
    </message>
    <message>
        <source>Choose a point and go there: what was done after it is undone.</source>
        <translation>Wybierz miejsce i przejdź do niego: co zrobiono później, zostanie cofnięte.</translation>
    </message>
    <message>
        <source>Go to this point</source>
        <translation>Przejdź do tego miejsca</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>The beginning of this session</source>
        <translation>Początek tej sesji</translation>
    </message>
    <message>
        <source>{step} (undone)</source>
        <translation>{step} (cofnięte)</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The import was stopped before the end. What had gone in stays.</source>
        <translation>Import przerwano przed końcem. To, co już zaimportowano, pozostaje w bibliotece.</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Niezaimportowane</translation>
    </message>
    <message>
        <source>Highlights without a place</source>
        <translation>Zakreślenia bez miejsca</translation>
    </message>
    <message>
        <source>Nearly the same as another article</source>
        <translation>Prawie takie same jak inny artykuł</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Warto wiedzieć</translation>
    </message>
    <message>
        <source>Mend these and import them again. What is there already is not doubled.</source>
        <translation>Popraw te pliki i zaimportuj je ponownie. Artykuły, które już są w bibliotece, nie zostaną powielone.</translation>
    </message>
    <message>
        <source>Their words are not in the article. They wait in its margin to be re-attached.</source>
        <translation>Ich słów nie ma w artykule. Czekają na jego marginesie na przypięcie.</translation>
    </message>
    <message>
        <source>All of them are kept. “Similar articles” in the margin compares them.</source>
        <translation>Wszystkie zostały zachowane. Porównasz je w „Podobnych artykułach” na marginesie.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are still being compared.</source>
        <translation>
            <numerusform>%n artykuł jest jeszcze porównywany.</numerusform>
            <numerusform>%n artykuły są jeszcze porównywane.</numerusform>
            <numerusform>%n artykułów jest jeszcze porównywanych.</numerusform>
        </translation>
    </message>
    <message>
        <source>These went in. Have a look whether all is right.</source>
        <translation>Te pliki zaimportowano. Sprawdź, czy wszystko się zgadza.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>{percent} % the same as “{title}”</source>
        <translation>W {percent}% taki sam jak „{title}”</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Kopiuj raport</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>Zaimportowano: %n</numerusform>
            <numerusform>Zaimportowano: %n</numerusform>
            <numerusform>Zaimportowano: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>już w bibliotece: %n</numerusform>
            <numerusform>już w bibliotece: %n</numerusform>
            <numerusform>już w bibliotece: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>nie udało się: %n</numerusform>
            <numerusform>nie udało się: %n</numerusform>
            <numerusform>nie udało się: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n nowa wersja</numerusform>
            <numerusform>%n nowe wersje</numerusform>
            <numerusform>%n nowych wersji</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Przerwij import</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Stopping after the article in hand…</source>
        <translation>Zatrzymywanie po bieżącym artykule…</translation>
    </message>
    <message>
        <source>Looking for articles to import…</source>
        <translation>Wyszukiwanie artykułów do importu…</translation>
    </message>
    <message>
        <source>Storing the last articles…</source>
        <translation>Zapisywanie ostatnich artykułów…</translation>
    </message>
    <message>
        <source>Importing {done} of {total} – {name}</source>
        <translation>Importowanie {done} z {total} – {name}</translation>
    </message>
    <message>
        <source>{number} articles a second</source>
        <translation>{number} artykułów na sekundę</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>niecała minuta do końca</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minuta do końca</numerusform>
            <numerusform>%n minuty do końca</numerusform>
            <numerusform>%n minut do końca</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>Import</source>
        <translation>Importuj</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Whole web pages, not only the article</source>
        <translation>Całe strony WWW, nie tylko artykuły</translation>
    </message>
    <message>
        <source>How far the look through the files is</source>
        <translation>Postęp przeglądania plików</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Co znaleziono</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>Przeglądanie plików…</translation>
    </message>
    <message>
        <source>{articles} found so far</source>
        <translation>Znaleziono dotąd: {articles}</translation>
    </message>
    <message>
        <source>{articles} found</source>
        <translation>Znaleziono: {articles}</translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n już jest</numerusform>
            <numerusform>%n już są</numerusform>
            <numerusform>%n już jest</numerusform>
        </translation>
    </message>
    <message>
        <source>File {done} of {total}: {name}</source>
        <translation>Plik {done} z {total}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n plik</numerusform>
            <numerusform>%n pliki</numerusform>
            <numerusform>%n plików</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Articles and documents</source>
        <translation>Artykuły i dokumenty</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Import plików</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>Import folderu</translation>
    </message>
    <message>
        <source>There is no report: nothing was imported yet.</source>
        <translation>Nie ma jeszcze żadnego raportu: niczego nie zaimportowano.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>Zaimportowano %n artykuł</numerusform>
            <numerusform>Zaimportowano %n artykuły</numerusform>
            <numerusform>Zaimportowano %n artykułów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n już był w bibliotece</numerusform>
            <numerusform>%n już były w bibliotece</numerusform>
            <numerusform>%n już było w bibliotece</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) put in</source>
        <translation>
            <numerusform>dodano %n zakreślenie</numerusform>
            <numerusform>dodano %n zakreślenia</numerusform>
            <numerusform>dodano %n zakreśleń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n nowa wersja</numerusform>
            <numerusform>%n nowe wersje</numerusform>
            <numerusform>%n nowych wersji</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>nie udało się odczytać %n pliku</numerusform>
            <numerusform>nie udało się odczytać %n plików</numerusform>
            <numerusform>nie udało się odczytać %n plików</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>import przerwano</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Pokaż raport</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Cofnij import</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>This library lies on a network share: that is slower, and less safe than a disk of this computer. Never open it on two computers at once.</source>
        <translation>Ta biblioteka leży na dysku sieciowym: to wolniejsze i mniej bezpieczne niż dysk tego komputera. Nigdy nie otwieraj jej na dwóch komputerach naraz.</translation>
    </message>
    <message>
        <source>This library is older than its newest backup. Was it copied without the file that ends in “-wal”? Look into File › Backups.</source>
        <translation>Ta biblioteka jest starsza niż jej najnowsza kopia zapasowa. Może skopiowano ją bez pliku z końcówką „-wal”? Zajrzyj do Plik › Kopie zapasowe.</translation>
    </message>
</context>
<context>
    <name>KeyChange</name>
    <message>
        <source>This is the key of: {names}. It would lose it.</source>
        <translation>Ten klawisz ma: {names}. Straci go.</translation>
    </message>
    <message>
        <source>New key for “{name}”</source>
        <translation>Nowy klawisz dla „{name}”</translation>
    </message>
    <message>
        <source>Choose a line to change its key.</source>
        <translation>Wybierz wiersz, aby zmienić jego klawisz.</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Naciśnij klawisz</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Ustaw</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Bez klawisza</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Jak na początku</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>Wszystkie jak na początku</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Skróty klawiszowe</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Znajdź skrót lub jego działanie</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Wszystkie skróty</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>No key for “{text}”. Try another word, or a letter.</source>
        <translation>Brak skrótu dla „{text}”. Wpisz inne słowo albo literę.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Cannot be read</source>
        <translation>Nie da się odczytać</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Zwykły tekst</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Strony WWW</translation>
    </message>
    <message>
        <source>Web archive pages</source>
        <translation>Strony MHTML</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>E-books (EPUB)</source>
        <translation>E-booki (EPUB)</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Dokumenty Word</translation>
    </message>
    <message>
        <source>OpenDocument texts</source>
        <translation>Teksty OpenDocument</translation>
    </message>
    <message>
        <source>Rich texts</source>
        <translation>Teksty RTF</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-maile</translation>
    </message>
    <message>
        <source>E-books (FictionBook)</source>
        <translation>E-booki (FictionBook)</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>Pliki PDF</translation>
    </message>
    <message>
        <source>Table of articles</source>
        <translation>Tabela artykułów</translation>
    </message>
    <message>
        <source>Articles (JSON)</source>
        <translation>Artykuły (JSON)</translation>
    </message>
    <message>
        <source>Articles (JSON Lines)</source>
        <translation>Artykuły (JSON Lines)</translation>
    </message>
    <message>
        <source>Web archive (WARC)</source>
        <translation>Archiwum WWW (WARC)</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Książka kodów</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Zakładki</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Otwieranie odnośnika</translation>
    </message>
    <message>
        <source>Write a mail to this address?</source>
        <translation>Napisać wiadomość na ten adres?</translation>
    </message>
    <message>
        <source>Open this page in your browser?</source>
        <translation>Otworzyć tę stronę w przeglądarce?</translation>
    </message>
    <message>
        <source>Its name for computers: {name}</source>
        <translation>Nazwa w zapisie komputerowym: {name}</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>Pełny adres</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Skopiuj adres</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>LinkPage</name>
    <message>
        <source>Done. Try the bookmark in your browser.</source>
        <translation>Gotowe. Wypróbuj zakładkę w przeglądarce.</translation>
    </message>
    <message>
        <source>From the browser</source>
        <translation>Z przeglądarki</translation>
    </message>
    <message>
        <source>A bookmark that sends the page to Glosa</source>
        <translation>Zakładka, która przekazuje stronę Glosie</translation>
    </message>
    <message>
        <source>Make a new bookmark in your browser, call it “To Glosa”, and paste this line in place of an address. A click on it offers the open page to Glosa, which fetches it when you say so.</source>
        <translation>Utwórz w przeglądarce nową zakładkę, nazwij ją „Do Glosy” i wklej ten wiersz zamiast adresu. Kliknięcie jej podsuwa otwartą stronę Glosie, która ją pobierze, gdy na to pozwolisz.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Address of the bookmark</source>
        <translation>Adres zakładki</translation>
    </message>
    <message>
        <source>Links that begin with glosa:</source>
        <translation>Odnośniki zaczynające się od glosa:</translation>
    </message>
    <message>
        <source>Open glosa: links with Glosa</source>
        <translation>Otwieraj odnośniki glosa: w Glosie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>So that the bookmark finds Glosa, this computer must know who opens such links.</source>
        <translation>Aby zakładka trafiła do Glosy, komputer musi wiedzieć, co otwiera takie odnośniki.</translation>
    </message>
    <message>
        <source>Here the system decides who opens such links. Where it does not know Glosa, copy the address and paste it in the list ({key}).</source>
        <translation>Tutaj o tym, co otwiera takie odnośniki, decyduje system. Jeśli nie zna Glosy, skopiuj adres i wklej go na liście ({key}).</translation>
    </message>
</context>
<context>
    <name>LinkPopup</name>
    <message>
        <source>What can be linked to</source>
        <translation>Do czego można odesłać</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>Only the sources are exported: no texts and no highlights.</source>
        <translation>Eksportowane są tylko opisy źródeł: bez tekstów i bez zakreśleń.</translation>
    </message>
    <message>
        <source>Only the tags are exported: no articles and no highlights.</source>
        <translation>Eksportowane są tylko tagi: bez artykułów i bez zakreśleń.</translation>
    </message>
    <message>
        <source>Exact positions are left out: this is for reading and printing.</source>
        <translation>Bez dokładnych pozycji: plik do czytania i drukowania.</translation>
    </message>
    <message>
        <source>Colours, styles and the articles’ texts are left out.</source>
        <translation>Bez kolorów, stylów i tekstów artykułów.</translation>
    </message>
    <message>
        <source>Positions, colours and the articles’ texts are left out.</source>
        <translation>Bez pozycji, kolorów i tekstów artykułów.</translation>
    </message>
    <message>
        <source>Colours and the exact positions of highlights that cross paragraphs are left out.</source>
        <translation>Bez kolorów i bez dokładnych pozycji zakreśleń, które obejmują kilka akapitów.</translation>
    </message>
    <message>
        <source>The articles’ texts, their notes and tags are left out; cells end after 32,767 characters.</source>
        <translation>Bez tekstów artykułów, ich notatek i tagów; komórki kończą się po 32 767 znakach.</translation>
    </message>
    <message>
        <source>What the template does not name is left out.</source>
        <translation>Pominięte jest to, czego szablon nie wymienia.</translation>
    </message>
    <message>
        <source>It is for reading: times, authors and exact places of highlights are left out.</source>
        <translation>Służy do czytania: pominięte są czasy, autorzy i dokładne miejsca zakreśleń.</translation>
    </message>
    <message>
        <source>Reading progress, older versions of articles, saved searches, feeds and the trash are left out; JSON Lines has them.</source>
        <translation>Pominięte są: postęp czytania, starsze wersje artykułów, zapisane wyszukiwania, kanały i kosz; ma je format JSON Lines.</translation>
    </message>
    <message>
        <source>The articles’ texts, notes, tags and states, articles without highlights, names of coders, doubts about places that were carried over, colours and descriptions of tags, and which differences are settled are left out.</source>
        <translation>Bez tekstów, notatek, tagów i stanu artykułów, artykułów bez zakreśleń, nazwisk kodujących, wątpliwości co do przeniesionych miejsc, kolorów i opisów tagów oraz informacji, które różnice rozstrzygnięto.</translation>
    </message>
    <message>
        <source>Nothing of an article is left out. Saved searches, feeds and the trash go along when all articles are exported; of a feed, its last error and the leave to ask your own network do not.</source>
        <translation>Z artykułów nic nie jest pomijane. Zapisane wyszukiwania, kanały i kosz są dołączane, gdy eksportujesz wszystkie artykuły; z kanału pomijany jest ostatni błąd i zgoda na pytanie własnej sieci.</translation>
    </message>
    <message>
        <source>Only outlets, titles, addresses, dates and languages are in it: no highlights, texts, notes or tags. The list of feeds is exported in File › Feeds.</source>
        <translation>Zawiera tylko redakcje, tytuły, adresy, daty i języki: bez zakreśleń, tekstów, notatek i tagów. Listę kanałów eksportuje się w Plik › Kanały.</translation>
    </message>
    <message>
        <source>The colour and style of highlights, doubts about places that were carried over, headings and other kinds of paragraphs, pictures, which differences are settled, and characters that XML cannot hold are left out; highlights without a place become notes.</source>
        <translation>Bez koloru i stylu zakreśleń, wątpliwości co do przeniesionych miejsc, nagłówków i innych rodzajów akapitów, obrazów, informacji, które różnice rozstrzygnięto, i znaków niedozwolonych w XML; zakreślenia bez miejsca stają się notatkami.</translation>
    </message>
    <message>
        <source>The articles’ texts, notes, tags and states, articles without highlights, doubts about places that were carried over, colours and descriptions of tags, and which differences are settled are left out.</source>
        <translation>Bez tekstów, notatek, tagów i stanu artykułów, artykułów bez zakreśleń, wątpliwości co do przeniesionych miejsc, kolorów i opisów tagów oraz informacji, które różnice rozstrzygnięto.</translation>
    </message>
</context>
<context>
    <name>LostBar</name>
    <message>
        <source>Without a place: {count}</source>
        <translation>Bez miejsca: {count}</translation>
    </message>
    <message>
        <source>To check: {count}</source>
        <translation>Do sprawdzenia: {count}</translation>
    </message>
    <message>
        <source>Select where it belongs and press {attach}. {discard} discards it.</source>
        <translation>Zaznacz właściwe miejsce i naciśnij {attach}. {discard} odrzuca zakreślenie.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Pokaż wszystkie</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Pokaż te</translation>
    </message>
    <message>
        <source>Re-attach</source>
        <translation>Przypnij</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
</context>
<context>
    <name>MatchModel</name>
    <message>
        <source>Create tag “{path}”</source>
        <translation>Utwórz tag „{path}”</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edycja</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artykuł</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Zakreślenie</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Pomo&amp;c</translation>
    </message>
    <message>
        <source>Copy with source as</source>
        <translation>Kopiuj ze źródłem jako</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Zaznacz</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>Oznacz jako</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
    <message>
        <source>Ends, split, merge</source>
        <translation>Granice, podział, łączenie</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Motyw</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Zamknij ten komunikat</translation>
    </message>
</context>
<context>
    <name>NewFollowDialog</name>
    <message>
        <source>Search “{name}”</source>
        <translation>Wyszukiwanie „{name}”</translation>
    </message>
    <message>
        <source>Tag “{name}”</source>
        <translation>Tag „{name}”</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Wszystkie artykuły</translation>
    </message>
    <message>
        <source>Choose a folder. It may have other files in it.</source>
        <translation>Wybierz folder. Mogą w nim być inne pliki.</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another one.</source>
        <translation>Nie ma takiego folderu. Wybierz inny.</translation>
    </message>
    <message>
        <source>Other files in the folder are left alone.</source>
        <translation>Inne pliki w folderze pozostaną nietknięte.</translation>
    </message>
    <message>
        <source>Add an export that follows the library</source>
        <translation>Nowy eksport na bieżąco</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Rozpocznij</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>NewTagLine</name>
    <message>
        <source>at the top</source>
        <translation>najwyższy poziom</translation>
    </message>
    <message>
        <source>under “{name}”</source>
        <translation>pod „{name}”</translation>
    </message>
    <message>
        <source>Name of the new tag</source>
        <translation>Nazwa nowego tagu</translation>
    </message>
    <message>
        <source>Where to hang the new tag</source>
        <translation>Miejsce nowego tagu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Zamknij (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>NextHits</name>
    <message>
        <source>No article further down the list has hits.</source>
        <translation>Żaden artykuł dalej na liście nie ma trafień.</translation>
    </message>
    <message>
        <source>No article further up the list has hits.</source>
        <translation>Żaden artykuł wyżej na liście nie ma trafień.</translation>
    </message>
    <message>
        <source>Next article: {title}</source>
        <translation>Następny artykuł: {title}</translation>
    </message>
    <message>
        <source>Back in: {title}</source>
        <translation>Z powrotem w artykule: {title}</translation>
    </message>
</context>
<context>
    <name>NoteJumps</name>
    <message>
        <source>What this leads to is not there any more (look in the trash).</source>
        <translation>Tego, dokąd prowadzi ten odsyłacz, już nie ma (zajrzyj do kosza).</translation>
    </message>
</context>
<context>
    <name>NoteModel</name>
    <message>
        <source>Without a tag</source>
        <translation>Bez tagu</translation>
    </message>
    <message>
        <source>note: {note}</source>
        <translation>notatka: {note}</translation>
    </message>
    <message>
        <source>without a place in the text</source>
        <translation>bez miejsca w tekście</translation>
    </message>
</context>
<context>
    <name>NoteTable</name>
    <message>
        <source>Highlights of the library</source>
        <translation>Zakreślenia w bibliotece</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>This is no address of a web page.</source>
        <translation>To nie jest adres strony internetowej.</translation>
    </message>
    <message>
        <source>What this leads to is not there any more (look in the trash).</source>
        <translation>Tego, dokąd prowadzi ten odsyłacz, już nie ma (zajrzyj do kosza).</translation>
    </message>
    <message>
        <source>The note as it reads</source>
        <translation>Notatka do czytania</translation>
    </message>
    <message>
        <source>… and more: click to see all of it.</source>
        <translation>… i dalej: kliknij, aby zobaczyć całość.</translation>
    </message>
</context>
<context>
    <name>NotebookPage</name>
    <message>
        <source>There is nothing to export here.</source>
        <translation>Nie ma tu nic do wyeksportowania.</translation>
    </message>
    <message>
        <source>Select some highlights first.</source>
        <translation>Najpierw zaznacz jakieś zakreślenia.</translation>
    </message>
    <message>
        <source>Open in the article</source>
        <translation>Otwórz w artykule</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Dodaj tag…</translation>
    </message>
    <message>
        <source>Remove a tag…</source>
        <translation>Usuń tag…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>This library can only be read: the file or its folder is write-protected. You can read, search and export.</source>
        <translation>Ta biblioteka jest tylko do odczytu: plik lub jego folder jest chroniony przed zapisem. Można czytać, szukać i eksportować.</translation>
    </message>
    <message>
        <source>This library can only be read, as you asked: nothing in it can change.</source>
        <translation>Ta biblioteka jest otwarta tylko do odczytu: nic się w niej nie zmieni.</translation>
    </message>
    <message>
        <source>The library is damaged. Nothing was changed, and its backups are kept.</source>
        <translation>Biblioteka jest uszkodzona. Niczego nie zmieniono, a jej kopie zapasowe pozostają.</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>Co można zrobić…</translation>
    </message>
    <message>
        <source>Glosa ended unexpectedly last time. What was saved is there.</source>
        <translation>Glosa ostatnio nieoczekiwanie zakończyła działanie. To, co zapisane, jest na miejscu.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Kopiuj raport</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Less (Down)</source>
        <translation>Mniej (strzałka w dół)</translation>
    </message>
    <message>
        <source>More (Up)</source>
        <translation>Więcej (strzałka w górę)</translation>
    </message>
</context>
<context>
    <name>Openings</name>
    <message>
        <source>This text is too long to be edited here.</source>
        <translation>Ten tekst jest za długi, żeby go tu edytować.</translation>
    </message>
    <message>
        <source>This article has no web address. You can add it in its details.</source>
        <translation>Ten artykuł nie ma adresu internetowego. Możesz go dodać w jego danych.</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>This link holds no address of a web page.</source>
        <translation>W tym odnośniku nie ma adresu strony internetowej.</translation>
    </message>
    <message>
        <source>Copied: {address}</source>
        <translation>Skopiowano: {address}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
</context>
<context>
    <name>OwnForm</name>
    <message>
        <source>Select the words first.</source>
        <translation>Najpierw zaznacz słowa.</translation>
    </message>
    <message>
        <source>Your own decision</source>
        <translation>Własne rozstrzygnięcie</translation>
    </message>
    <message>
        <source>Select the words that the highlight is to cover.</source>
        <translation>Zaznacz słowa, które ma objąć zakreślenie.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Words of the highlight</source>
        <translation>Słowa zakreślenia</translation>
    </message>
    <message>
        <source>Add a tag to the decision</source>
        <translation>Dodaj tag do rozstrzygnięcia</translation>
    </message>
    <message>
        <source>Settle so</source>
        <translation>Rozstrzygnij tak</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>PageLines</name>
    <message>
        <source>Waits</source>
        <translation>Czeka</translation>
    </message>
    <message>
        <source>Is being fetched…</source>
        <translation>Jest pobierana…</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Dodana</translation>
    </message>
    <message>
        <source>Has another text now: added as a new version</source>
        <translation>Ma teraz inny tekst: dodana jako nowa wersja</translation>
    </message>
    <message>
        <source>Was there already</source>
        <translation>Już tu była</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zatrzymana</translation>
    </message>
</context>
<context>
    <name>PaneHeading</name>
    <message>
        <source>Close this text</source>
        <translation>Zamknij ten tekst</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Part {part} of {count}</source>
        <translation>Część {part} z {count}</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Poprzednia część</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Następna część</translation>
    </message>
</context>
<context>
    <name>PeopleButton</name>
    <message>
        <source>Highlights shown: {people}</source>
        <translation>Pokazane zakreślenia: {people}</translation>
    </message>
    <message>
        <source>Whose highlights are shown ({key}: only mine)</source>
        <translation>Czyje zakreślenia widać ({key}: tylko moje)</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Wszyscy</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Tylko moje</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n osoba</numerusform>
            <numerusform>%n osoby</numerusform>
            <numerusform>%n osób</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>Show picture large</source>
        <translation>Pokaż obraz w powiększeniu</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopiuj obraz</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>Zapisz obraz jako…</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Zapisano jako „{name}”.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Obraz jest w schowku.</translation>
    </message>
    <message>
        <source>This picture is not there any more.</source>
        <translation>Tego obrazu już nie ma.</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>A picture without a description</source>
        <translation>Obraz bez opisu</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Otwieranie…</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Tego obrazu nie można pokazać.</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Pełny rozmiar</translation>
    </message>
    <message>
        <source>Full size (+), all of it (-)</source>
        <translation>Pełny rozmiar (+), cały obraz (-)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopiuj obraz</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>Zapisz obraz jako…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>PicturesPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artykuł</numerusform>
            <numerusform>%n artykuły</numerusform>
            <numerusform>%n artykułów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n zakreślenie</numerusform>
            <numerusform>%n zakreślenia</numerusform>
            <numerusform>%n zakreśleń</numerusform>
        </translation>
    </message>
    <message>
        <source>{tag} with {other}</source>
        <translation>{tag} razem z {other}</translation>
    </message>
    <message>
        <source>Without an outlet</source>
        <translation>Bez redakcji</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Zapisz obraz</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Zapisz liczby</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Zapisano jako „{name}”.</translation>
    </message>
    <message>
        <source>Highlights per tag</source>
        <translation>Zakreślenia według tagów</translation>
    </message>
    <message>
        <source>Tags that go together</source>
        <translation>Tagi, które występują razem</translation>
    </message>
    <message>
        <source>Highlights by month</source>
        <translation>Zakreślenia według miesięcy</translation>
    </message>
    <message>
        <source>Highlights by week, the last year</source>
        <translation>Zakreślenia według tygodni, ostatni rok</translation>
    </message>
    <message>
        <source>Articles by month of publication</source>
        <translation>Artykuły według miesiąca publikacji</translation>
    </message>
    <message>
        <source>Highlights per outlet</source>
        <translation>Zakreślenia według redakcji</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Zapisz obraz…</translation>
    </message>
    <message>
        <source>Save the numbers…</source>
        <translation>Zapisz liczby…</translation>
    </message>
    <message>
        <source>There is nothing to draw: no highlight is like that.</source>
        <translation>Nie ma czego narysować: nie ma takich zakreśleń.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencje</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Okno</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Czytanie</translation>
    </message>
    <message>
        <source>You</source>
        <translation>O Tobie</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Obserwowane foldery</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Kopie zapasowe</translation>
    </message>
    <message>
        <source>Each new highlight carries this name, so that several people&apos;s work can be told apart. It leaves this computer only in files that you export.</source>
        <translation>Każde nowe zakreślenie otrzymuje tę nazwę, aby odróżnić pracę różnych osób. Nazwa opuszcza ten komputer tylko w eksportowanych plikach.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Bez nazwy</translation>
    </message>
    <message>
        <source>How a paragraph looks in the reader</source>
        <translation>Wygląd akapitu podczas czytania</translation>
    </message>
    <message>
        <source>Forget recent searches</source>
        <translation>Zapomnij ostatnie wyszukiwania</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Przywróć domyślne</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Motyw</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Rozmiar tekstu</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Czcionka</translation>
    </message>
    <message>
        <source>Letter size</source>
        <translation>Rozmiar liter</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Wysokość wiersza</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>Długość wiersza</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>Końce wierszy</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Twoja nazwa</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>znaków</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source>Serif (Literata)</source>
        <translation>Szeryfowa (Literata)</translation>
    </message>
    <message>
        <source>Sans, as the system</source>
        <translation>Bezszeryfowa (systemowa)</translation>
    </message>
    <message>
        <source>Ragged</source>
        <translation>Nierówne</translation>
    </message>
    <message>
        <source>Even, with hyphens</source>
        <translation>Równe, z przenoszeniem</translation>
    </message>
    <message>
        <source>It was past midnight when the editor called again. The mayor had denied everything in the morning, she said, and by noon he had confirmed half of it. What he had said in between stood in nobody&apos;s notes, and that was the half they needed.</source>
        <translation>Było już po północy, gdy redaktorka zadzwoniła ponownie. Rano burmistrz wszystkiemu zaprzeczył, mówiła, a do południa potwierdził połowę. Tego, co powiedział pomiędzy, nikt nie miał w notatkach – a właśnie tej połowy potrzebowali.</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>About the article</source>
        <translation>O artykule</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notatki</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save as PDF</source>
        <translation>Zapisz jako PDF</translation>
    </message>
    <message numerus="yes">
        <source>Saved as “{name}”: %n page(s).</source>
        <translation>
            <numerusform>Zapisano jako „{name}”: %n strona.</numerusform>
            <numerusform>Zapisano jako „{name}”: %n strony.</numerusform>
            <numerusform>Zapisano jako „{name}”: %n stron.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text is too long to be printed.</source>
        <translation>Ten tekst jest zbyt długi, żeby go wydrukować.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{percent} % read</source>
        <translation>Przeczytano {percent}%</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>settled</source>
        <translation>rozstrzygnięte</translation>
    </message>
    <message>
        <source>Differences between coders</source>
        <translation>Różnice między koderami</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>This computer has no voice that Glosa can use. Install “espeak-ng”, then try again.</source>
        <translation>Na tym komputerze nie ma głosu, którego Glosa mogłaby użyć. Zainstaluj „espeak-ng” i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The computer&apos;s voice stopped with an error. Is it set up for this language?</source>
        <translation>Głos komputera zatrzymał się z błędem. Czy obsługuje ten język?</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>{minutes} min read</source>
        <translation>{minutes} min czytania</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Mark as</source>
        <translation>Oznacz jako</translation>
    </message>
    <message>
        <source>Looks of the text</source>
        <translation>Wygląd tekstu</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>No article is open</source>
        <translation>Żaden artykuł nie jest otwarty</translation>
    </message>
    <message>
        <source>This article is not there any more</source>
        <translation>Tego artykułu już nie ma</translation>
    </message>
    <message>
        <source>There is no quotation at the caret.</source>
        <translation>Przy kursorze nie ma cytatu.</translation>
    </message>
    <message>
        <source>There is nothing more to select.</source>
        <translation>Nie ma już nic więcej do zaznaczenia.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Otwieranie…</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Tekst artykułu</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>This library is damaged</source>
        <translation>Ta biblioteka jest uszkodzona</translation>
    </message>
    <message>
        <source>“{name}” is not as Glosa wrote it: a failing disk or an interrupted copy does that. Nothing was changed, and the damaged files are kept whatever you choose.</source>
        <translation>Plik „{name}” nie jest taki, jak go zapisała Glosa: tak się dzieje, gdy psuje się dysk albo kopiowanie zostało przerwane. Niczego nie zmieniono, a uszkodzone pliki pozostaną, cokolwiek wybierzesz.</translation>
    </message>
    <message>
        <source>All is as it was then. What was done later is not in it.</source>
        <translation>Wszystko będzie jak wtedy. Późniejszych zmian w niej nie ma.</translation>
    </message>
    <message>
        <source>There is no whole one for this library.</source>
        <translation>Nie ma żadnej całej kopii tej biblioteki.</translation>
    </message>
    <message>
        <source>Salvage what is readable</source>
        <translation>Odzyskaj to, co da się odczytać</translation>
    </message>
    <message>
        <source>Takes every whole article, highlight and tag out of the damaged file, fills the holes from the newest backup, and tells what came back.</source>
        <translation>Wyjmuje z uszkodzonego pliku każdy cały artykuł, zakreślenie i tag, uzupełnia braki z najnowszej kopii zapasowej i mówi, co wróciło.</translation>
    </message>
    <message>
        <source>Open a copy for reading only</source>
        <translation>Otwórz odpis tylko do odczytu</translation>
    </message>
    <message>
        <source>To look before you decide. Some of it may not show.</source>
        <translation>Żeby obejrzeć przed decyzją. Część może się nie pokazać.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Przywróć kopię zapasową</translation>
    </message>
    <message>
        <source>Restore the backup of {moment} ({highlights})</source>
        <translation>Przywróć kopię zapasową: {moment} ({highlights})</translation>
    </message>
</context>
<context>
    <name>RecoveryTexts</name>
    <message>
        <source>Restoring the backup…</source>
        <translation>Przywracanie kopii zapasowej…</translation>
    </message>
    <message>
        <source>Salvaging what is readable…</source>
        <translation>Odzyskiwanie tego, co da się odczytać…</translation>
    </message>
    <message>
        <source>This is a copy of the damaged library, for reading only. Start Glosa again to restore or salvage it.</source>
        <translation>To odpis uszkodzonej biblioteki, tylko do odczytu. Uruchom Glosę ponownie, aby przywrócić kopię zapasową albo odzyskać treść.</translation>
    </message>
    <message>
        <source>Too little of it can be read to be shown ({reason}).</source>
        <translation>Za mało da się odczytać, aby to pokazać ({reason}).</translation>
    </message>
    <message>
        <source>That did not work: {reason} Nothing was changed.</source>
        <translation>Nie udało się: {reason} Niczego nie zmieniono.</translation>
    </message>
    <message>
        <source>The backup of {moment} was restored.</source>
        <translation>Przywrócono kopię zapasową: {moment}.</translation>
    </message>
    <message>
        <source>The library is as it was on {moment}. A backup of how it was before was made.</source>
        <translation>Biblioteka jest taka jak {moment}. Wcześniej powstała kopia jej poprzedniego stanu.</translation>
    </message>
    <message>
        <source>Salvaged: {articles}, {highlights}.</source>
        <translation>Odzyskano: {articles}, {highlights}.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came from the backup.</source>
        <translation>
            <numerusform>%n zapis pochodzi z kopii zapasowej.</numerusform>
            <numerusform>%n zapisy pochodzą z kopii zapasowej.</numerusform>
            <numerusform>%n zapisów pochodzi z kopii zapasowej.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) may not be as you left them.</source>
        <translation>
            <numerusform>%n zapis może różnić się od tego, co było.</numerusform>
            <numerusform>%n zapisy mogą różnić się od tego, co było.</numerusform>
            <numerusform>%n zapisów może różnić się od tego, co było.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be saved.</source>
        <translation>
            <numerusform>%n zapisu nie udało się uratować.</numerusform>
            <numerusform>%n zapisów nie udało się uratować.</numerusform>
            <numerusform>%n zapisów nie udało się uratować.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some that you had deleted may be there again.</source>
        <translation>Część usuniętych rzeczy mogła wrócić.</translation>
    </message>
    <message>
        <source>The damaged files are in {folder}.</source>
        <translation>Uszkodzone pliki są w {folder}.</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Characters that cannot be stored were replaced: {count}.</source>
        <translation>Zastąpiono znaki, których nie da się zapisać: {count}.</translation>
    </message>
    <message>
        <source>Dates that were not understood were left out: {count}.</source>
        <translation>Pominięto niezrozumiałe daty: {count}.</translation>
    </message>
    <message>
        <source>Tags that cannot be tags here were left out: {count}.</source>
        <translation>Pominięto niedozwolone tagi: {count}.</translation>
    </message>
    <message>
        <source>The character encoding was guessed as {charset}.</source>
        <translation>Odgadnięte kodowanie znaków: {charset}.</translation>
    </message>
    <message>
        <source>The date “{date}” does not exist; it was left in the text.</source>
        <translation>Data „{date}” nie istnieje; pozostawiono ją w tekście.</translation>
    </message>
    <message>
        <source>Further rows without text were left out: {count}.</source>
        <translation>Pominięte dalsze wiersze bez tekstu: {count}.</translation>
    </message>
    <message>
        <source>Attachments were left out: {names}.</source>
        <translation>Pominięte załączniki: {names}.</translation>
    </message>
    <message>
        <source>Parts of this book are missing or damaged and were left out: {count}.</source>
        <translation>Brakujące lub uszkodzone części książki, które pominięto: {count}.</translation>
    </message>
    <message>
        <source>No article could be told from the rest of this page: the whole page was taken.</source>
        <translation>Nie udało się oddzielić artykułu od reszty strony: wzięto całą stronę.</translation>
    </message>
    <message>
        <source>Pages without text, most likely pictures, were left out: {pages}.</source>
        <translation>Pominięte strony bez tekstu, zapewne obrazy: {pages}.</translation>
    </message>
    <message>
        <source>Only the first {count} pages were read.</source>
        <translation>Przeczytano tylko początkowe strony, w liczbie {count}.</translation>
    </message>
    <message>
        <source>Pages of this web archive without text were left out: {count}.</source>
        <translation>Pominięte strony archiwum WWW bez tekstu: {count}.</translation>
    </message>
    <message>
        <source>Glosa has no place for these fields: {fields}.</source>
        <translation>Glosa nie ma miejsca na te pola: {fields}.</translation>
    </message>
    <message>
        <source>Articles whose full text is not in this file, only their title, address or highlights: {count}.</source>
        <translation>Artykuły, których pełnego tekstu nie ma w tym pliku, a tylko tytuł, adres lub zakreślenia: {count}.</translation>
    </message>
    <message>
        <source>Items of feeds that were not saved and have no tag were left out: {count}.</source>
        <translation>Pominięte wpisy z kanałów, niezapisane i bez tagów: {count}.</translation>
    </message>
    <message>
        <source>If “{name}” is open in its own program, close that and import the file again: its last changes may not be in it yet.</source>
        <translation>Jeśli „{name}” jest otwarty w swoim programie, zamknij ten program i zaimportuj plik ponownie: może w nim jeszcze brakować ostatnich zmian.</translation>
    </message>
    <message>
        <source>Another text of an article with this address: it became a new version, the old one stays.</source>
        <translation>Inny tekst artykułu o tym adresie: stał się nową wersją, stara zostaje.</translation>
    </message>
    <message>
        <source>This is an archived copy; its address is in the note.</source>
        <translation>To kopia z archiwum; jej adres jest w notatce.</translation>
    </message>
    <message>
        <source>The feed “{title}”: follow it with File › Feeds.</source>
        <translation>Kanał „{title}”: możesz go śledzić przez Plik › Kanały.</translation>
    </message>
    <message>
        <source>This is what the feed has of the text (item {guid}).</source>
        <translation>To, co kanał ma z tekstu (wpis {guid}).</translation>
    </message>
    <message>
        <source>A feed to follow: {title}. Bring in the list with File › Feeds.</source>
        <translation>Kanał do śledzenia: {title}. Listę wczytasz przez Plik › Kanały.</translation>
    </message>
    <message>
        <source>Pictures that are damaged, or no PNG, JPEG, GIF or WebP, were left out: {count}.</source>
        <translation>Pominięto obrazy uszkodzone albo w innym formacie niż PNG, JPEG, GIF i WebP: {count}.</translation>
    </message>
    <message>
        <source>Pictures that are too large (over {largest} MB) were left out: {count}.</source>
        <translation>Pominięto zbyt duże obrazy (ponad {largest} MB): {count}.</translation>
    </message>
    <message>
        <source>Pictures beyond what one article may have ({largest} MB) were left out: {count}.</source>
        <translation>Pominięto obrazy ponad to, co może mieć jeden artykuł ({largest} MB): {count}.</translation>
    </message>
    <message>
        <source>Pictures that are not with the file: {count}.</source>
        <translation>Obrazy, których nie ma przy pliku: {count}.</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>merged</source>
        <translation>scalony</translation>
    </message>
    <message>
        <source>{old} becomes {new}</source>
        <translation>{old} będzie się nazywać {new}</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n tag(s)</source>
        <translation>
            <numerusform>Zmień nazwę %n taga</numerusform>
            <numerusform>Zmień nazwy %n tagów</numerusform>
            <numerusform>Zmień nazwy %n tagów</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwy</translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be merged with a tag of the same name.</source>
        <translation>
            <numerusform>%n z nich zostanie scalony z tagiem o tej samej nazwie.</numerusform>
            <numerusform>%n z nich zostaną scalone z tagami o tej samej nazwie.</numerusform>
            <numerusform>%n z nich zostanie scalonych z tagami o tej samej nazwie.</numerusform>
        </translation>
    </message>
    <message>
        <source>No tag would be called otherwise.</source>
        <translation>Żaden tag nie zmieniłby nazwy.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) renamed. Undo brings the old names back.</source>
        <translation>
            <numerusform>Zmieniono nazwę %n taga. Cofnięcie przywróci starą.</numerusform>
            <numerusform>Zmieniono nazwy %n tagów. Cofnięcie przywróci stare.</numerusform>
            <numerusform>Zmieniono nazwy %n tagów. Cofnięcie przywróci stare.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find and replace in tag names</source>
        <translation>Znajdź i zamień w nazwach tagów</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Znajdź</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Zamień na</translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Szukaj w</translation>
    </message>
    <message>
        <source>Names of tags</source>
        <translation>Nazwy tagów</translation>
    </message>
    <message>
        <source>Whole paths</source>
        <translation>Całe ścieżki</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Uwzględniaj wielkość liter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Wyrażenie regularne</translation>
    </message>
    <message>
        <source>\1 in the replacement stands for what the first brackets found.</source>
        <translation>\1 w polu „Zamień na” oznacza to, co znalazł pierwszy nawias.</translation>
    </message>
    <message>
        <source>Tags that would be called otherwise</source>
        <translation>Tagi, które zmieniłyby nazwę</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Reshaper</name>
    <message>
        <source>Choose a highlight that overlaps another or stands next to one.</source>
        <translation>Wybierz zakreślenie, które zachodzi na inne albo z nim sąsiaduje.</translation>
    </message>
    <message>
        <source>Choose a highlight first.</source>
        <translation>Najpierw wybierz zakreślenie.</translation>
    </message>
</context>
<context>
    <name>SavedList</name>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Zapisane wyszukiwania</translation>
    </message>
    <message>
        <source>Show or hide the saved searches</source>
        <translation>Pokaż lub ukryj zapisane wyszukiwania</translation>
    </message>
</context>
<context>
    <name>ScopeField</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n zakreślenie</numerusform>
            <numerusform>%n zakreślenia</numerusform>
            <numerusform>%n zakreśleń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artykuł</numerusform>
            <numerusform>%n artykuły</numerusform>
            <numerusform>%n artykułów</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, {highlights}</source>
        <translation>{articles}, {highlights}</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Co wyeksportować</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Ten artykuł</translation>
    </message>
    <message>
        <source>Selected articles</source>
        <translation>Wybrane artykuły</translation>
    </message>
    <message>
        <source>Search result</source>
        <translation>Wyniki wyszukiwania</translation>
    </message>
    <message>
        <source>Listed articles</source>
        <translation>Artykuły na liście</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Zapisane wyszukiwanie</translation>
    </message>
    <message>
        <source>Highlights with the tag</source>
        <translation>Zakreślenia z tagiem</translation>
    </message>
    <message>
        <source>Highlights listed in the notebook</source>
        <translation>Zakreślenia z listy w notatniku</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Wszystkie artykuły</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Also looked for, without accents:
{forms}

=word finds only this form</source>
        <translation>Szukane też, bez polskich znaków:
{forms}

=słowo znajduje tylko tę formę</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Szukaj artykułów</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Zapisz to wyszukiwanie</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Jak szukać</translation>
    </message>
    <message>
        <source>Find words only as written, not in their other forms</source>
        <translation>Szukaj słów tylko tak, jak wpisano, bez innych form</translation>
    </message>
</context>
<context>
    <name>SearchFields</name>
    <message>
        <source>words in the title</source>
        <translation>słowa w tytule</translation>
    </message>
    <message>
        <source>words in the text</source>
        <translation>słowa w tekście</translation>
    </message>
    <message>
        <source>words in your notes</source>
        <translation>słowa w twoich notatkach</translation>
    </message>
    <message>
        <source>words you highlighted</source>
        <translation>zakreślone słowa</translation>
    </message>
    <message>
        <source>a tag, with all below it</source>
        <translation>tag wraz ze wszystkim pod nim</translation>
    </message>
    <message>
        <source>came with a feed, or a folder of them</source>
        <translation>przyszło z kanałem albo z folderem kanałów</translation>
    </message>
    <message>
        <source>where it was published</source>
        <translation>gdzie się ukazał</translation>
    </message>
    <message>
        <source>the news agency</source>
        <translation>agencja prasowa</translation>
    </message>
    <message>
        <source>who wrote it</source>
        <translation>kto go napisał</translation>
    </message>
    <message>
        <source>a code such as pl</source>
        <translation>kod, np. pl</translation>
    </message>
    <message>
        <source>unread, reading, read, archived</source>
        <translation>stan czytania</translation>
    </message>
    <message>
        <source>has a highlight in a colour</source>
        <translation>ma zakreślenie w tym kolorze</translation>
    </message>
    <message>
        <source>starred or in the trash</source>
        <translation>z gwiazdką lub w koszu</translation>
    </message>
    <message>
        <source>has highlights, notes or tags</source>
        <translation>ma zakreślenia, notatki lub tagi</translation>
    </message>
    <message>
        <source>2023-09, 2023-09..2023-12 or 7d</source>
        <translation>2023-09, 2023-09..2023-12 lub 7d</translation>
    </message>
    <message>
        <source>added to the library: 7d, 2023-09..</source>
        <translation>dodany do biblioteki: 7d, 2023-09..</translation>
    </message>
    <message>
        <source>length of the text: &gt;800, 200..800</source>
        <translation>długość tekstu: &gt;800, 200..800</translation>
    </message>
    <message>
        <source>with a star</source>
        <translation>z gwiazdką</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>w koszu</translation>
    </message>
    <message>
        <source>with a highlight</source>
        <translation>z zakreśleniem</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>z notatką</translation>
    </message>
    <message>
        <source>with a tag</source>
        <translation>z tagiem</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, anywhere in the article</source>
        <translation>oba słowa, gdziekolwiek w artykule</translation>
    </message>
    <message>
        <source>these words in a row</source>
        <translation>te słowa obok siebie</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>słowa, które się tak zaczynają</translation>
    </message>
    <message>
        <source>only this form: words are found in their other forms too</source>
        <translation>tylko ta forma: zwykle słowa znajdują się też w innych formach</translation>
    </message>
    <message>
        <source>the first word without the second</source>
        <translation>pierwsze słowo bez drugiego</translation>
    </message>
    <message>
        <source>one of the two (also LUB)</source>
        <translation>jedno z dwojga (także LUB)</translation>
    </message>
    <message>
        <source>brackets keep together</source>
        <translation>nawiasy trzymają słowa razem</translation>
    </message>
    <message>
        <source>at most 5 words between them (10 without a number)</source>
        <translation>najwyżej 5 słów między nimi (bez liczby: 10)</translation>
    </message>
    <message>
        <source>the same for more words</source>
        <translation>to samo dla większej liczby słów</translation>
    </message>
    <message>
        <source>a field for all in the brackets</source>
        <translation>pole dla wszystkiego w nawiasie</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Jak szukać</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Pola</translation>
    </message>
    <message>
        <source>Capitals and accents do not count: lodz finds Łódź. A minus before a field or a bracket leaves out what it finds. OR, LUB, AND, ORAZ, NOT and NEAR are written in capitals; in quotation marks they are words like any other.</source>
        <translation>Wielkość liter i znaki diakrytyczne nie grają roli: lodz znajduje Łódź. Minus przed polem lub nawiasem pomija to, co one znajdują. OR, LUB, AND, ORAZ, NOT i NEAR pisze się wielkimi literami; w cudzysłowie są to zwykłe słowa.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>These are the first ones; there are more.</source>
        <translation>To pierwsze z nich; jest ich więcej.</translation>
    </message>
    <message>
        <source>{done} of {total} settled</source>
        <translation>Rozstrzygnięto {done} z {total}</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n passage(s) that all marked alike</source>
        <translation>
            <numerusform>Przyjmij %n fragment zaznaczony zgodnie</numerusform>
            <numerusform>Przyjmij %n fragmenty zaznaczone zgodnie</numerusform>
            <numerusform>Przyjmij %n fragmentów zaznaczonych zgodnie</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for differences…</source>
        <translation>Szukam różnic…</translation>
    </message>
    <message>
        <source>No article here was marked by two people. Merge what a colleague shared, or choose other articles.</source>
        <translation>Żadnego z tych artykułów nie zaznaczały dwie osoby. Scal to, co udostępnił ktoś z zespołu, albo wybierz inne artykuły.</translation>
    </message>
    <message>
        <source>All is settled. What was agreed on is in the library as highlights of “Agreed”.</source>
        <translation>Wszystko rozstrzygnięte. To, co ustalono, jest w bibliotece jako zakreślenia osoby „Uzgodnione”.</translation>
    </message>
    <message>
        <source>Nothing is left of this kind. Choose another above.</source>
        <translation>Takich różnic już nie ma. Wybierz inne powyżej.</translation>
    </message>
    <message>
        <source>Settle differences</source>
        <translation>Rozstrzyganie różnic</translation>
    </message>
    <message>
        <source>Undo ({keys})</source>
        <translation>Cofnij ({keys})</translation>
    </message>
    <message>
        <source>Show in the reader (R)</source>
        <translation>Pokaż w tekście (R)</translation>
    </message>
    <message>
        <source>Previous difference (P)</source>
        <translation>Poprzednia różnica (P)</translation>
    </message>
    <message>
        <source>Next difference (N)</source>
        <translation>Następna różnica (N)</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Rozstrzygnięte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Glosa bundles</source>
        <translation>Pakiety Glosy</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>Merge what someone shared</source>
        <translation>Scal z tym, co ktoś udostępnił</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n nowy artykuł</numerusform>
            <numerusform>%n nowe artykuły</numerusform>
            <numerusform>%n nowych artykułów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new highlight(s)</source>
        <translation>
            <numerusform>%n nowe zakreślenie</numerusform>
            <numerusform>%n nowe zakreślenia</numerusform>
            <numerusform>%n nowych zakreśleń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n zmienione</numerusform>
            <numerusform>%n zmienione</numerusform>
            <numerusform>%n zmienionych</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged: {parts}.</source>
        <translation>Scalono: {parts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) differed: both are kept.</source>
        <translation>
            <numerusform>%n notatka się różniła: zachowano obie.</numerusform>
            <numerusform>%n notatki się różniły: zachowano obie wersje.</numerusform>
            <numerusform>%n notatek się różniło: zachowano obie wersje.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) settled in two ways: to settle again.</source>
        <translation>
            <numerusform>%n różnica rozstrzygnięta na dwa sposoby: do ponownego rozstrzygnięcia.</numerusform>
            <numerusform>%n różnice rozstrzygnięte na dwa sposoby: do ponownego rozstrzygnięcia.</numerusform>
            <numerusform>%n różnic rozstrzygniętych na dwa sposoby: do ponownego rozstrzygnięcia.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
    <message>
        <source>Open an article to see its highlights and notes here.</source>
        <translation>Otwórz artykuł, aby zobaczyć tu jego zakreślenia i notatki.</translation>
    </message>
    <message>
        <source>Select text and press {key}</source>
        <translation>Zaznacz tekst i naciśnij {key}</translation>
    </message>
    <message>
        <source>No highlight has these words.</source>
        <translation>Żadne zakreślenie nie zawiera tych słów.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Wyczyść filtr</translation>
    </message>
</context>
<context>
    <name>SimilarModel</name>
    <message>
        <source>{percent} the same</source>
        <translation>{percent} wspólne</translation>
    </message>
    <message>
        <source>both: {words}</source>
        <translation>wspólne: {words}</translation>
    </message>
    <message>
        <source>came first</source>
        <translation>wcześniejszy</translation>
    </message>
    <message>
        <source>came later</source>
        <translation>późniejszy</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Also published: {count}</source>
        <translation>Inne publikacje: {count}</translation>
    </message>
    <message>
        <source>Similar articles</source>
        <translation>Podobne artykuły</translation>
    </message>
    <message>
        <source>No other article is like this one.</source>
        <translation>Nie ma artykułu podobnego do tego.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are still to be compared.</source>
        <translation>
            <numerusform>Jeszcze %n artykuł do porównania.</numerusform>
            <numerusform>Jeszcze %n artykuły do porównania.</numerusform>
            <numerusform>Jeszcze %n artykułów do porównania.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Otwórz obok</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównaj</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>Przenieś</translation>
    </message>
    <message>
        <source>Carry highlights over</source>
        <translation>Przenieś zakreślenia</translation>
    </message>
    <message>
        <source>Copy this article&apos;s highlights to where the other has the same words</source>
        <translation>Skopiuj zakreślenia tego artykułu tam, gdzie drugi ma te same słowa</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Redakcja</translation>
    </message>
    <message>
        <source>Date published</source>
        <translation>Data publikacji</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Data dodania</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Trafność</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Rosnąco</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Malejąco</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Kolejność listy</translation>
    </message>
    <message>
        <source>Sort the list (now: {order})</source>
        <translation>Kolejność listy (teraz: {order})</translation>
    </message>
</context>
<context>
    <name>Statuses</name>
    <message>
        <source>Unread</source>
        <translation>Nieprzeczytane</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>W trakcie</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Przeczytane</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>W archiwum</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Add highlight</source>
        <translation>Dodanie zakreślenia</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Zmiana notatki</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>Zmiana koloru</translation>
    </message>
    <message>
        <source>Change style</source>
        <translation>Zmiana stylu</translation>
    </message>
    <message>
        <source>Change range</source>
        <translation>Zmiana zakresu</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>Usunięcie zakreślenia</translation>
    </message>
    <message>
        <source>Tag highlight</source>
        <translation>Otagowanie zakreślenia</translation>
    </message>
    <message>
        <source>Untag highlight</source>
        <translation>Zdjęcie tagu z zakreślenia</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>Zmiana statusu</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Zmiana gwiazdki</translation>
    </message>
    <message>
        <source>Edit article note</source>
        <translation>Zmiana notatki do artykułu</translation>
    </message>
    <message>
        <source>Edit article details</source>
        <translation>Zmiana danych artykułu</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Przeniesienie do kosza</translation>
    </message>
    <message>
        <source>Restore from trash</source>
        <translation>Przywrócenie z kosza</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Trwałe usunięcie</translation>
    </message>
    <message>
        <source>Add sample articles</source>
        <translation>Dodanie przykładowych artykułów</translation>
    </message>
    <message>
        <source>Remove sample articles</source>
        <translation>Usunięcie przykładowych artykułów</translation>
    </message>
    <message>
        <source>Tag article</source>
        <translation>Otagowanie artykułu</translation>
    </message>
    <message>
        <source>Untag article</source>
        <translation>Zdjęcie tagu z artykułu</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Dodanie tagu</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>Zmiana nazwy tagu</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>Przeniesienie tagu</translation>
    </message>
    <message>
        <source>Merge tags</source>
        <translation>Scalenie tagów</translation>
    </message>
    <message>
        <source>Change tag colour</source>
        <translation>Zmiana koloru tagu</translation>
    </message>
    <message>
        <source>Describe tag</source>
        <translation>Zmiana opisu tagu</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>Usunięcie tagu</translation>
    </message>
    <message>
        <source>Delete unused tags</source>
        <translation>Usuń nieużywane tagi</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Scalenie</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Zapisanie wyszukiwania</translation>
    </message>
    <message>
        <source>Rename saved search</source>
        <translation>Zmiana nazwy zapisanego wyszukiwania</translation>
    </message>
    <message>
        <source>Delete saved search</source>
        <translation>Usunięcie zapisanego wyszukiwania</translation>
    </message>
    <message>
        <source>Take back from a backup</source>
        <translation>Przywrócenie z kopii zapasowej</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Edycja tekstu</translation>
    </message>
    <message>
        <source>Go back to a version</source>
        <translation>Powrót do wersji</translation>
    </message>
    <message>
        <source>Carry highlights over</source>
        <translation>Przeniesienie zakreśleń</translation>
    </message>
    <message>
        <source>Re-attach highlight</source>
        <translation>Przypięcie zakreślenia</translation>
    </message>
    <message>
        <source>Confirm place</source>
        <translation>Potwierdzenie miejsca</translation>
    </message>
    <message>
        <source>Add from the web</source>
        <translation>Dodaj z sieci</translation>
    </message>
    <message>
        <source>Refresh feeds</source>
        <translation>Odśwież kanały</translation>
    </message>
    <message>
        <source>Follow feed</source>
        <translation>Śledzenie kanału</translation>
    </message>
    <message>
        <source>Rename feed</source>
        <translation>Zmiana nazwy kanału</translation>
    </message>
    <message>
        <source>Move feed</source>
        <translation>Przeniesienie kanału</translation>
    </message>
    <message>
        <source>Delete feed</source>
        <translation>Usunięcie kanału</translation>
    </message>
    <message>
        <source>Import list of feeds</source>
        <translation>Import listy kanałów</translation>
    </message>
    <message>
        <source>Split highlight</source>
        <translation>Podział zakreślenia</translation>
    </message>
    <message>
        <source>Merge highlights</source>
        <translation>Połączenie zakreśleń</translation>
    </message>
    <message>
        <source>Tag sentences</source>
        <translation>Otaguj zdania</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Opróżnij kosz</translation>
    </message>
    <message>
        <source>Settle a difference</source>
        <translation>Rozstrzygnij różnicę</translation>
    </message>
    <message>
        <source>Accept what all marked alike</source>
        <translation>Przyjmij zaznaczone zgodnie</translation>
    </message>
    <message>
        <source>Name a colour</source>
        <translation>Nazwanie koloru</translation>
    </message>
    <message>
        <source>Replace in tag names</source>
        <translation>Zamiana w nazwach tagów</translation>
    </message>
</context>
<context>
    <name>TagActions</name>
    <message>
        <source>New tag</source>
        <translation>Nowy tag</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Scal z…</translation>
    </message>
    <message>
        <source>Move under…</source>
        <translation>Przenieś pod…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>Pokaż artykuły</translation>
    </message>
    <message>
        <source>Delete all unused tags</source>
        <translation>Usuń wszystkie nieużywane tagi</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Bez koloru</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
</context>
<context>
    <name>TagChooser</name>
    <message>
        <source>Find a tag</source>
        <translation>Znajdź tag</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>No tag contains “{text}”.</source>
        <translation>Żaden tag nie zawiera „{text}”.</translation>
    </message>
</context>
<context>
    <name>TagFilter</name>
    <message>
        <source>Filter by tag</source>
        <translation>Filtruj według tagu</translation>
    </message>
    <message>
        <source>Show only articles with a tag, on them or on a highlight</source>
        <translation>Pokaż tylko artykuły z tagiem – własnym lub przy zakreśleniu</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Add a tag…</source>
        <translation>Dodaj tag…</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Dodaj tag</translation>
    </message>
</context>
<context>
    <name>TagManager</name>
    <message>
        <source>Merge “{path}” into…</source>
        <translation>Scal „{path}” z…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Scal</translation>
    </message>
    <message>
        <source>Move “{path}” under…</source>
        <translation>Przenieś „{path}” pod…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Przenieś</translation>
    </message>
    <message>
        <source>The tags below it move along.</source>
        <translation>Tagi pod nim przechodzą razem z nim.</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Najwyższy poziom</translation>
    </message>
    <message>
        <source>No tag contains “{text}”.</source>
        <translation>Żaden tag nie zawiera „{text}”.</translation>
    </message>
    <message>
        <source>{articles} and {highlights} will carry “{path}” instead.</source>
        <translation>Tag „{path}” przejmie: {articles} i {highlights}.</translation>
    </message>
    <message>
        <source>It will be “{path}”.</source>
        <translation>Nowa ścieżka tagu: „{path}”.</translation>
    </message>
    <message>
        <source>There are no tags yet. Make the first one here, or press {key} while you read.</source>
        <translation>Nie ma jeszcze tagów. Utwórz pierwszy tutaj albo naciśnij {key} podczas czytania.</translation>
    </message>
    <message numerus="yes">
        <source>%n unused tag(s) deleted. Undo brings them back.</source>
        <translation>
            <numerusform>Usunięto %n nieużywany tag. Cofnięcie go przywróci.</numerusform>
            <numerusform>Usunięto %n nieużywane tagi. Cofnięcie je przywróci.</numerusform>
            <numerusform>Usunięto %n nieużywanych tagów. Cofnięcie je przywróci.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every tag is used.</source>
        <translation>Każdy tag jest używany.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Znajdź tag</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Wszystkie tagi</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nowy tag</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>Znajdź i zamień…</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>Pokaż artykuły</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>Any tag</source>
        <translation>Dowolny tag</translation>
    </message>
</context>
<context>
    <name>TagTreeModel</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Plik docelowy</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Write a file name, or choose one.</source>
        <translation>Wpisz nazwę pliku albo wybierz plik.</translation>
    </message>
    <message>
        <source>This is a folder. Write a file name behind it.</source>
        <translation>To jest folder. Dopisz po nim nazwę pliku.</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another one.</source>
        <translation>Nie ma takiego folderu. Wybierz inny.</translation>
    </message>
    <message>
        <source>This file exists already and will be replaced.</source>
        <translation>Ten plik już istnieje i zostanie zastąpiony.</translation>
    </message>
    <message>
        <source>A new file.</source>
        <translation>Nowy plik.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Eksport do pliku</translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>Templates</source>
        <translation>Szablony</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Twoje</translation>
    </message>
    <message>
        <source>With Glosa</source>
        <translation>Z Glosy</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Plain quotes</source>
        <translation>Same cytaty</translation>
    </message>
    <message>
        <source>Quotes with Polish footnotes</source>
        <translation>Cytaty z przypisami</translation>
    </message>
    <message>
        <source>Notes for Obsidian</source>
        <translation>Notatki dla Obsidiana</translation>
    </message>
    <message>
        <source>Table of quotes</source>
        <translation>Tabela cytatów</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>Lista lektur</translation>
    </message>
    <message>
        <source>LaTeX quotations</source>
        <translation>Cytaty w LaTeX-u</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>My template</source>
        <translation>Mój szablon</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>Usunięto „{name}”.</translation>
    </message>
    <message>
        <source>There are no articles to show a template on yet.</source>
        <translation>Nie ma jeszcze artykułów, na których można pokazać szablon.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>Importuj szablon</translation>
    </message>
    <message>
        <source>Save the template as a file</source>
        <translation>Zapisz szablon jako plik</translation>
    </message>
    <message>
        <source>Text templates</source>
        <translation>Szablony tekstu</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nowy</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Nazwa szablonu</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Końcówka</translation>
    </message>
    <message>
        <source>How the files end that it makes</source>
        <translation>Końcówka nazw plików, które tworzy</translation>
    </message>
    <message>
        <source>This one comes with Glosa. Make a copy to change it.</source>
        <translation>Ten szablon należy do Glosy. Skopiuj go, aby go zmienić.</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>Treść szablonu</translation>
    </message>
    <message>
        <source>What it can name (Enter puts it in)</source>
        <translation>Pola i filtry (Enter wstawia)</translation>
    </message>
    <message>
        <source>What it makes of the first articles</source>
        <translation>Co powstaje z pierwszych artykułów</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importuj…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Zapisz jako plik…</translation>
    </message>
    <message>
        <source>Export with it</source>
        <translation>Eksportuj z nim</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n zakreślenie</numerusform>
            <numerusform>%n zakreślenia</numerusform>
            <numerusform>%n zakreśleń</numerusform>
        </translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Według artykułów</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Według dni</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Według tagów</translation>
    </message>
    <message>
        <source>Group the highlights</source>
        <translation>Grupuj zakreślenia</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wróć</translation>
    </message>
    <message>
        <source>Back to the reader (Esc)</source>
        <translation>Wróć do czytania (Esc)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>The highlights themselves</source>
        <translation>Same zakreślenia</translation>
    </message>
    <message>
        <source>Pictures of the highlights</source>
        <translation>Obrazy zakreśleń</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statystyki</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Eksportuj pokazane…</translation>
    </message>
    <message>
        <source>Search quotes and notes</source>
        <translation>Szukaj w cytatach i notatkach</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>Kosz</translation>
    </message>
    <message>
        <source>Deleted articles and highlights</source>
        <translation>Usunięte artykuły i zakreślenia</translation>
    </message>
    <message>
        <source>The trash is empty. What you delete waits here until you empty it.</source>
        <translation>Kosz jest pusty. Co usuniesz, czeka tutaj, aż go opróżnisz.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Usuń na zawsze</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Opróżnij kosz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artykuły</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Zakreślenia</translation>
    </message>
</context>
<context>
    <name>VersionsWindow</name>
    <message>
        <source>Old version</source>
        <translation>Stara wersja</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nowa wersja</translation>
    </message>
    <message>
        <source>Version {number} of {date} (now)</source>
        <translation>Wersja {number} z {date} (obecna)</translation>
    </message>
    <message>
        <source>Version {number} of {date}</source>
        <translation>Wersja {number} z {date}</translation>
    </message>
    <message>
        <source>Go back to version {number}</source>
        <translation>Wróć do wersji {number}</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Agreed so far</source>
        <translation>Uzgodnione dotąd</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Przyjmij</translation>
    </message>
    <message>
        <source>The text as marked by {name}</source>
        <translation>Tekst z zaznaczeniami: {name}</translation>
    </message>
    <message>
        <source>Marked nothing here.</source>
        <translation>Nic tu nie zaznaczono.</translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message>
        <source>New files in these folders and below them come in by themselves, also those that were put there while Glosa was closed. The files stay where they are.</source>
        <translation>Nowe pliki w tych folderach i w folderach pod nimi przychodzą same, także te, które trafiły tam, gdy Glosa była zamknięta. Pliki zostają na swoim miejscu.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Obserwowane foldery</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Dodaj folder…</translation>
    </message>
    <message>
        <source>Offer to add the addresses that I copy elsewhere</source>
        <translation>Proponuj dodanie adresów, które kopiuję gdzie indziej</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>Przestań obserwować</translation>
    </message>
</context>
<context>
    <name>Web</name>
    <message>
        <source>You follow no feed yet. Add one with File › Feeds.</source>
        <translation>Nie śledzisz jeszcze żadnego kanału. Dodaj go przez Plik › Kanały.</translation>
    </message>
    <message>
        <source>There is no address of a web page to paste.</source>
        <translation>W schowku nie ma adresu strony internetowej.</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s) from your feeds.</source>
        <translation>
            <numerusform>%n nowy artykuł z twoich kanałów.</numerusform>
            <numerusform>%n nowe artykuły z twoich kanałów.</numerusform>
            <numerusform>%n nowych artykułów z twoich kanałów.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artykuł</numerusform>
            <numerusform>%n artykuły</numerusform>
            <numerusform>%n artykułów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n zakreślenie</numerusform>
            <numerusform>%n zakreślenia</numerusform>
            <numerusform>%n zakreśleń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tagi</numerusform>
            <numerusform>%n tagów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) carried over</source>
        <translation>
            <numerusform>przeniesiono %n zakreślenie</numerusform>
            <numerusform>przeniesiono %n zakreślenia</numerusform>
            <numerusform>przeniesiono %n zakreśleń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>do sprawdzenia: %n</numerusform>
            <numerusform>do sprawdzenia: %n</numerusform>
            <numerusform>do sprawdzenia: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>bez miejsca: %n</numerusform>
            <numerusform>bez miejsca: %n</numerusform>
            <numerusform>bez miejsca: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Bez imienia</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Uzgodnione</translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>już tam było: %n</numerusform>
            <numerusform>już tam było: %n</numerusform>
            <numerusform>już tam było: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Names</name>
    <message>
        <source>What this colour means: {colour}</source>
        <translation>Co znaczy ten kolor: {colour}</translation>
    </message>
</context>
</TS>

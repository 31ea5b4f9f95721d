"""Abbreviations that end in a full stop: the words after which a sentence need not end.


NEVER: followed by a name or a number, the sentence goes on. SOMETIMES: the sentence ends there only
if a new one plainly begins. Written for this program; without the last full stop, in lower case.
"""


def words(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())


NEVER: dict[str, frozenset[str]] = {
    "pl": words(
        """prof dr hab inż mgr lek med doc św bł ul al pl os im ks bp abp kard o s gen bryg
        dyw płk ppłk mjr kpt por ppor kmdr sierż asp nadkom podkom insp st mł np m.in tzn
        tj tzw zob por ok godz art ust pkt nr wg pt pn ds zast red wyd oprac tłum przekł
        przyp rys tab ryc fot tel kol poz pow woj gm min wicemin dyr przew sekr adm sędz
        adw mec dot jw.wym b daw śp ww vol vs ang łac niem fr ros wł gr hiszp pol stgr
        rozdz cz t zm ur ob właśc mies"""
    ),
    "en": words(
        """mr mrs ms messrs mx dr prof st gen sen rep gov lt col sgt capt cpl maj cmdr adm
        pres rev hon fr e.g i.e vs cf viz approx est no nos fig figs vol p pp ed eds al
        ave blvd mt ft pvt supt det insp jan feb mar apr jun jul aug sep sept oct nov dec
        ca c"""
    ),
    "de": words(
        """dr prof hr fr st z.b d.h u.a bzw nr str ca vgl abs art bd ing dipl mio mrd gen jan
        feb apr aug sept okt nov dez hrsg s"""
    ),
}
SOMETIMES: dict[str, frozenset[str]] = {
    "pl": words(
        """r w itd itp etc n.e p.n.e tys proc mln mld br ub in i.in s.a z.o.o o.o jw zł gr al
        godz sek l d.c p.o ha h wiecz rano ww bm lm wł"""
    ),
    "en": words(
        """u.s u.k u.n e.u d.c l.a a.m p.m inc ltd co corp llc plc jr sr etc ph.d m.d b.a m.a
        bros b.c a.d"""
    ),
    "de": words("""usw etc jh jhs n.chr v.chr uhr"""),
}
# Words that begin a sentence far more often than they follow an abbreviation.
STARTERS: dict[str, frozenset[str]] = {
    "pl": words(
        """a ale jednak to ten ta te w we na z ze po od do dla przy przed podczas jak jeśli
        gdy kiedy dlatego natomiast według zdaniem jego jej ich nie tak tam teraz wtedy
        dziś wczoraj potem następnie ponadto również także tymczasem i o u był była było
        byli są jest"""
    ),
    "en": words(
        """the a an it he she they we you i this that these those there but and so in on at
        for as if when while after before however meanwhile his her their its our my no
        not yet then now what who why how is was were"""
    ),
    "de": words(
        """der die das ein eine er sie es wir ihr aber und doch dann im in am auf für wenn
        als nach vor dies diese dieser"""
    ),
}


def of(table: dict[str, frozenset[str]], language: str) -> frozenset[str]:
    """Return the words of *language* (ISO 639-1), or of all languages when it is not known."""
    if language in table:
        return table[language]
    return frozenset() if language else frozenset[str]().union(*table.values())

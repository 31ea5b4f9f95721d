"""What fits best comes first, whatever the case and accents."""

from desktop.core.ranking import score


def test_every_word_must_be_there_in_any_order():
    assert score("Zaznacz zdanie", "zda zaz") is not None
    assert score("Zaznacz zdanie", "zda akapit") is None
    assert score("Zaznacz zdanie", "") == 0


def test_accents_and_case_do_not_count():
    assert score("Łódź nocą", "lodz NOCA") is not None


def test_beginnings_come_before_middles():
    fits = {name: score(name, "zaz") for name in ("Zaznacz", "Tekst zaznaczony", "Bezzaz")}
    assert sorted(fits, key=lambda name: fits[name] or 0) == [
        "Zaznacz", "Tekst zaznaczony", "Bezzaz",
    ]  # fmt: skip

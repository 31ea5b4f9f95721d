"""Languages told apart on samples of our own; short or meaningless text gives no answer."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.formats.language import guess

SAMPLES = {
    "pl": "Burmistrz zapowiedział wczoraj, że remont mostu potrwa do końca roku. Kierowcy muszą "
    "liczyć się z objazdami, a pasażerowie autobusów z opóźnieniami.",
    "en": "The mayor announced yesterday that repairs to the bridge would last until the end of "
    "the year. Drivers should expect diversions and passengers some delays.",
    "de": "Der Bürgermeister kündigte gestern an, dass die Reparatur der Brücke bis zum Jahresende "
    "dauern werde. Autofahrer müssen mit Umleitungen rechnen.",
    "uk": "Міський голова повідомив учора, що ремонт мосту триватиме до кінця року. Водіям "
    "доведеться їздити в об’їзд, а пасажирам чекати довше.",
    "ru": "Мэр вчера объявил, что ремонт моста продлится до конца года. Водителям придётся ездить "
    "в объезд, а пассажирам ждать автобусов дольше обычного.",
    "cs": "Starosta včera oznámil, že oprava mostu potrvá do konce roku. Řidiči musí počítat "
    "s objížďkami a cestující v autobusech se zpožděním.",
    "sk": "Primátor včera oznámil, že oprava mosta potrvá do konca roka. Vodiči musia počítať "
    "s obchádzkami a cestujúci v autobusoch s meškaním.",
}  # fmt: skip


@pytest.mark.parametrize("code", SAMPLES)
def test_languages_of_the_newsroom(code: str) -> None:
    assert guess(SAMPLES[code]) == code
    assert guess(SAMPLES[code] * 40) == code


@pytest.mark.parametrize(
    "text",
    ["", "Hello", "123 456 789 101112", "qwrtp sdfgh jkl zxcv", "😀" * 50, "xkcd qqq zzz www"],
)
def test_no_answer_is_better_than_a_wrong_one(text: str) -> None:
    assert guess(text) == ""


def test_threads_may_ask_at_once() -> None:
    codes = list(SAMPLES) * 4
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(guess, map(SAMPLES.__getitem__, codes))) == codes


def test_a_program_start_does_not_load_the_model() -> None:
    code = (
        "import sys, desktop.formats.registry as r; r.importers();"
        "print([m for m in ('numpy', 'chardet') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_what_is_plainly_polish_needs_no_model() -> None:
    code = (
        "import sys; from desktop.formats.language import guess;"
        "print(guess('Nie jest tak, że się już nie da: także dla nas łódź, która płynie, jest "
        "źródłem.'), 'chardet' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["pl", "False"]

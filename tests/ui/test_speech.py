from desktop.ui.speech import speaker


def _which(*there: str):
    return lambda name: f"/bin/{name}" if name in there else None


def test_a_sentence_goes_in_where_no_option_is_read() -> None:
    linux = speaker("pl", platform="linux", which=_which("espeak-ng", "spd-say"))
    assert linux
    assert linux.program == "/bin/espeak-ng"
    assert linux.arguments_for("--help") == ["--stdin", "-v", "pl"]
    other = speaker("pl", platform="linux", which=_which("spd-say"))
    assert other
    assert other.arguments_for("--help") == ["-w", "-l", "pl", "--", "--help"]
    assert other.hush == ("/bin/spd-say", "-S")
    mac = speaker("", platform="darwin", which=_which("say"))
    assert mac
    assert mac.arguments_for("x") == ["-f", "-"]
    windows = speaker("pl", platform="win32", which=_which("powershell"))
    assert windows
    assert windows.by_input


def test_a_language_is_no_option_either() -> None:
    strange = speaker("-w/tmp/x", platform="linux", which=_which("espeak"))
    assert strange
    assert strange.arguments == ("--stdin",)


def test_where_nothing_speaks() -> None:
    for platform in ("linux", "darwin", "win32"):
        assert speaker("pl", platform=platform, which=_which()) is None

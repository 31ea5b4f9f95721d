"""Run a template over articles in a process apart, which may hang, swell or lie.

No part of Jinja is loaded here.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from desktop.core.portable import PortableArticle
from desktop.formats import limits, wire
from desktop.formats.child import Child, Gone
from desktop.formats.exporters.json_lines import article_values
from desktop.formats.text_templates.template import TextTemplate

_PATIENCE = 0.1
_REASONS = {
    "slow": QT_TRANSLATE_NOOP(
        "Errors",
        "The template “{name}” works longer than {seconds} seconds on one article and was stopped. "
        "Look for loops in loops.",
    ),
    "big": QT_TRANSLATE_NOOP(
        "Errors",
        "The template “{name}” needs too much memory and was stopped. "
        "Let it write less at once, or export fewer articles.",
    ),
    "stopped": QT_TRANSLATE_NOOP(
        "Errors",
        "The template “{name}” broke off. Export again; if that does not help, "
        "use another template.",
    ),
    "long": QT_TRANSLATE_NOOP(
        "Errors",
        "The template “{name}” writes more than {most} characters for one article and was stopped. "
        "Look for loops in loops.",
    ),
}
_ENOUGH = 60_000


def run(
    template: TextTemplate,
    articles: Iterable[PortableArticle],
    *,
    today: str = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[str, str]]:
    """Yield what the template makes of *articles*: the title for a file ("" for one file), a text.

    UserError when the template is wrong (with `line`) or costs too much; Cancelled.
    """
    child = Child("text_templates.worker")
    try:
        child.send(
            {
                "source": template.source,
                "suffix": template.text_suffix,
                "files": template.files,
                "today": today or date.today().isoformat(),
            }
        )
        yield from _conversation(child, template, iter(articles), cancelled)
    except (Gone, wire.BadMessage) as error:
        raise _reason(error.why if isinstance(error, Gone) else "stopped", template) from error
    finally:
        child.end()


def preview(
    template: TextTemplate,
    articles: Iterable[PortableArticle],
    *,
    today: str = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Return what the template makes of a few *articles*, as far as it fits a preview."""
    shown: list[str] = []
    size = 0
    for name, text in run(template, articles, today=today, cancelled=cancelled):
        piece = f"── {name}{template.text_suffix} ──\n{text}\n" if name else text
        shown.append(piece[:_ENOUGH])
        size += len(piece)
        if size > _ENOUGH:
            break
    return "".join(shown)[:_ENOUGH]


def _conversation(
    child: Child,
    template: TextTemplate,
    articles: Iterator[PortableArticle],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[str, str]]:
    size = 0
    for message in _messages(child, cancelled):
        if "error" in message:
            error = wire.to_item(message)
            assert isinstance(error, UserError)
            raise error
        if "text" in message:
            text, name = _clean(message["text"]), _clean(message.get("file", ""))
            size += len(text)
            if size > limits.LARGEST_TEXT:
                raise _reason("long", template)
            yield name, text
        elif "next" in message:
            size = 0
            article = next(articles, None)
            child.send({"article": article_values(article)} if article else {"end": True})


def _messages(child: Child, cancelled: Callable[[], bool]) -> Iterator[dict[str, Any]]:
    """Yield what the process says until it is done; Gone when it says nothing for too long."""
    patience = limits.SECONDS * limits.PATIENCE
    heard = time.monotonic()
    while not cancelled():
        message = child.receive(_PATIENCE)
        if message is None:
            if time.monotonic() - heard > patience:
                raise Gone("slow")
        elif "done" in message:
            return
        else:
            if "pulse" not in message:
                yield message
            heard = time.monotonic()
    raise Cancelled


def _clean(said: object) -> str:
    """Return a text that any file can hold: a template may write half a character."""
    return str(said).encode(errors="replace").decode()


def _reason(why: str, template: TextTemplate) -> UserError:
    return UserError(
        _REASONS[why],
        name=template.name,
        seconds=round(limits.SECONDS),
        most=limits.LARGEST_TEXT,
    )

"""An e-mail: the draft that is attached to it, else the one in its body; which was taken, the coverage says.

Attachments are read like files of their own, a forwarded message like a message.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from hashlib import sha256
from typing import NamedTuple, cast

from ..errors import DraftError
from ..model import Document, Skipped
from .text import read_text

MOST_ATTACHED = 50
DEEPEST = 3  # messages in messages
FEWEST_WORDS = 150  # of a body that is a draft beside an attachment that cannot be read

_SEALS = ("p7s", "asc", "sig", "pgp", "vcf", "ics")  # signatures, cards and dates: no part of a contract

Read = Callable[[str, bytes], Document]


class _Part(NamedTuple):
    """An attachment, or the body of the message (without a name)."""

    name: str
    data: bytes


def read_email(path: str, data: bytes, read: Read, depth: int = 0) -> Document:
    """Read the draft that came with a message.

    Args:
        path: the file as the user named it.
        data: its bytes.
        read: reads an attachment, given its name and its bytes.
        depth: of how many messages this is an attachment.

    Returns:
        Of several drafts the longest; `skipped` says from where it was taken and what else was attached.

    Raises:
        DraftError: nothing in it can be read as a draft.
    """
    message = _parsed(path, data)
    attached = list(_attached(message))[:MOST_ATTACHED]
    drafts, refused = _tried(path, attached, read, depth)
    body = _body(path, message)
    if not drafts and (body is None or (refused and body.words < FEWEST_WORDS)):
        raise (
            refused[0][1]
            if refused
            else DraftError("an e-mail without a draft", path=path, hint="Give the draft alone.")
        )
    name, draft = max(drafts, key=lambda found: found[1].words) if drafts else ("", cast(Document, body))
    skipped = _others(name, body, drafts, refused)
    return replace(draft, path=path, sha256=sha256(data).hexdigest(), skipped=(*skipped, *draft.skipped))


def _parsed(path: str, data: bytes) -> EmailMessage:
    start = data.find(b"\n") + 1 if data.startswith(b"From ") else 0  # the line of a mailbox
    try:
        return email.message_from_bytes(data[start:], policy=email.policy.default)
    except Exception:  # the parser of old headers fails in many ways
        raise DraftError("a damaged e-mail", path=path, hint="Give the draft alone.") from None


def _attached(message: EmailMessage) -> Iterator[_Part]:
    for part in _parts(message):
        name = part.get_filename() or ""
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            held = inner[0] if isinstance(inner, list) and inner else inner
            if isinstance(held, EmailMessage):
                yield _Part(name or "the forwarded message", held.as_bytes())
        elif (name or part.get_content_disposition() == "attachment") and part.get_content_maintype() != "image":
            yield _Part(name or "an attachment without a name", _content(part))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message, those of messages in it left out."""
    if not message.is_multipart() or message.get_content_type() == "message/rfc822":
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, EmailMessage):
            yield from _parts(part)


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _tried(
    path: str, attached: list[_Part], read: Read, depth: int
) -> tuple[list[tuple[str, Document]], list[tuple[str, DraftError]]]:
    drafts, refused = [], []
    for part in attached:
        place = f"{path} ({part.name})"
        try:
            if part.name == "the forwarded message" and depth >= DEEPEST:
                raise DraftError("nested deeper than any message", path=place)
            if not part.data:
                raise DraftError("empty", path=place, hint="Ask for it again.")
            nested = part.name == "the forwarded message"
            drafts.append(
                (part.name, read_email(place, part.data, read, depth + 1) if nested else read(place, part.data))
            )
        except DraftError as fault:
            refused.append((part.name, fault))
    return drafts, refused


def _body(path: str, message: EmailMessage) -> Document | None:
    """The message itself, as its reader sees it: the page, where it has one."""
    try:
        part = message.get_body(("html", "plain"))
        content = _content(cast(EmailMessage, part)) if part is not None else b""
        charset = part.get_content_charset() if part is not None else None
    except Exception:  # whatever the structure of a broken message is taken for
        return None
    try:
        text = content.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        text = content.decode("cp1252", "replace")
    if not text.strip():
        return None
    try:
        if part is not None and part.get_content_subtype() == "html":
            from .html import read_html

            return read_html(path, f'<meta charset="utf-8">{text}'.encode("utf-8", "replace"), form="email")
        return replace(read_text(path, text.encode("utf-8", "replace")), format="email")
    except DraftError:
        return None


def _others(
    taken: str, body: Document | None, drafts: list[tuple[str, Document]], refused: list[tuple[str, DraftError]]
) -> Iterator[Skipped]:
    why = (
        f"the draft was taken from the attachment “{taken}”" if taken else "the draft was taken from the message itself"
    )
    if taken and body is not None:
        yield Skipped("message", "the e-mail itself", why)
    yield from (Skipped("attachment", name, why) for name, _ in drafts if name != taken)
    for name, fault in refused:
        yield Skipped(
            "attachment", name, f"{fault.problem}; {why}", unread=name.rpartition(".")[2].lower() not in _SEALS
        )

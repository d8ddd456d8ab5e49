"""An e-mail: the draft is what is attached, else what it says itself; what was taken is told."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from test_docx import a_docx, p
from tiny_pdf import lines, pdf

from termscan.errors import DraftError, PasswordNeeded
from termscan.readers import read

DRAFT = "This Agreement is between the parties. " * 10
WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def mail(body: str = "Please find our draft attached.", html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "roe@example.com", "poe@example.com", "The draft"
    message["Date"], message["Message-ID"] = "Mon, 14 Sep 2026 09:00:00 +0000", "<1@example.com>"
    message.set_content(body)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def attached(*files: tuple[str, bytes], body: str = "Please find our draft attached.") -> bytes:
    message = mail(body)
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_the_attached_draft_is_read_and_the_message_is_not() -> None:
    draft = read("mail.eml", data=attached(("draft.docx", a_docx(p(DRAFT)))))
    assert (draft.format, draft.path) == ("docx", "mail.eml")
    assert draft.text == DRAFT.strip()
    assert [(s.what, s.unread) for s in draft.skipped] == [("message", False)]
    assert draft.skipped[0].why == "the draft was taken from the attachment “draft.docx”"


def test_of_several_drafts_the_longest_is_taken_and_the_others_are_named() -> None:
    short = ("cover.txt", b"A cover letter to the agreement.")
    draft = read("mail.eml", data=attached(short, ("draft.docx", a_docx(p(DRAFT)))))
    assert draft.text == DRAFT.strip()
    assert [(s.what, s.where, s.unread) for s in draft.skipped] == [
        ("message", "the e-mail itself", False),
        ("attachment", "cover.txt", False),
    ]


def test_an_attachment_that_cannot_be_read_may_say_anything_but_a_signature_may_not() -> None:
    files = (("draft.txt", DRAFT.encode()), ("schedule.xlsx", b"PK\x03\x04broken"), ("smime.p7s", b"\x00\x01" * 50))
    draft = read("mail.eml", data=attached(*files))
    assert [(s.where, s.unread) for s in draft.skipped[1:]] == [("schedule.xlsx", True), ("smime.p7s", False)]


def test_pages_of_an_attached_pdf_are_those_of_the_draft() -> None:
    draft = read("mail.eml", data=attached(("draft.pdf", pdf(lines("Net 30"), lines("Net 60")))))
    assert draft.pages is not None and len(draft.pages) == 2


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (mail(DRAFT), DRAFT.strip()),
        (mail("plain", "<html><body><h1>Agreement</h1><p>Net 30</p></body></html>"), "Agreement\n\nNet 30"),
    ],
    ids=["plain", "a page"],
)
def test_a_draft_in_the_body_is_read(message: EmailMessage, shown: str) -> None:
    draft = read("mail.eml", data=message.as_bytes())
    assert (draft.format, draft.text.strip(), draft.skipped) == ("email", shown, ())


def test_the_body_in_any_encoding() -> None:
    message = mail()
    message.set_content("The fee is £5 – “net”.", charset="windows-1252", cte="quoted-printable")
    assert read("mail.eml", data=message.as_bytes()).text.strip() == "The fee is £5 – “net”."


def test_a_forwarded_message_brings_its_draft() -> None:
    message = mail("See below.")
    forwarded = mail()
    forwarded.add_attachment(a_docx(p(DRAFT)), maintype=WORD[0], subtype=WORD[1], filename="draft.docx")
    message.add_attachment(forwarded)
    assert read("mail.eml", data=message.as_bytes()).text == DRAFT.strip()


def test_what_a_page_in_the_body_hides_is_told() -> None:
    page = "<html><body><p>Net 30</p><p style='display:none'>Net 90</p></body></html>"
    assert [h.words for h in read("mail.eml", data=mail("x", page).as_bytes()).hidden] == ["Net 90"]


def test_an_encrypted_attachment_asks_for_its_password() -> None:
    data = attached(("draft.pdf", pdf(lines("Net 30 days"), password="sesame")))
    with pytest.raises(PasswordNeeded, match=r"mail.eml \(draft.pdf\)"):
        read("mail.eml", data=data)
    assert read("mail.eml", data=data, password="sesame").text.strip() == "Net 30 days"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (attached(("photo.docx", b"\x89PNG\r\n\x1a\n....")), r"mail.eml \(photo.docx\): a PNG picture"),
        (attached(("draft.docx", b"")), r"mail.eml \(draft.docx\): empty"),
        (mail("").as_bytes(), "an e-mail without a draft"),
    ],
)
def test_a_mail_without_a_draft_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(DraftError, match=words):
        read("mail.eml", data=data)


def test_messages_in_messages_end() -> None:
    message = mail("innermost")
    for _ in range(30):
        outer = mail("")
        outer.add_attachment(message)
        message = outer
    with pytest.raises(DraftError) as refused:
        read("mail.eml", data=message.as_bytes())
    assert "\n" not in str(refused.value)


def test_a_contract_that_looks_a_little_like_a_mail_is_text() -> None:
    text = "From: Acme Ltd\nTo: Roe LLC\nDate: 14 September 2026\nSubject: Agreement\n\nNet 30.\n"
    assert read("draft.txt", data=text.encode()).format == "text"

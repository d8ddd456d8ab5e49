""".doc, the format of Word 97 to 2003: LibreOffice, where it is installed, makes a .docx of it, which is then read.

LibreOffice runs apart from the user's own: with a profile that is thrown away, without macros, without following links.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ..errors import DraftError
from ..model import Document
from .docx import read_docx

SECONDS = 90  # the first start of a cold machine takes some 10
_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read_doc(path: str, data: bytes, revisions: str = "accept") -> Document:
    """Read a draft of the old Word format.

    Args:
        path: the file as the user named it.
        data: its bytes.
        revisions: "accept" or "reject", how tracked changes are read.

    Raises:
        DraftError: LibreOffice is not installed, or cannot open it.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        hint = "Open it in Word and save it as .docx, or install LibreOffice, with which termscan reads it."
        raise DraftError("a .doc of the old Word format", path=path, hint=hint)
    if _is_encrypted(data):
        raise DraftError("protected with a password", path=path, hint="Take the password off and save it as .docx.")
    document = read_docx(path, _as_docx(program, path, data), revisions)
    return replace(document, sha256=sha256(data).hexdigest(), format="doc")


def _is_encrypted(data: bytes) -> bool:
    """Whether the flag of encryption is set in the head of the document's stream, which begins a sector ([MS-DOC] 2.5.1)."""
    heads = (at for at in range(512, len(data) - 12, 512) if data[at : at + 2] == b"\xec\xa5")
    return any(data[at + 11] & 1 for at in heads)


def _as_docx(program: str, path: str, data: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="termscan-", ignore_cleanup_errors=True) as folder:
        top = Path(folder)
        (top / "profile" / "user").mkdir(parents=True)
        (top / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (top / "draft.doc").write_bytes(data)
        _convert(program, top, path)
        made = top / "draft.docx"
        if not made.is_file():
            raise DraftError("damaged, or no .doc", path=path, hint="Open it in Word and save it as .docx.")
        return made.read_bytes()


def _convert(program: str, top: Path, path: str) -> None:
    call = [program, f"-env:UserInstallation={(top / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(top), str(top / "draft.doc")]  # fmt: skip
    quiet = subprocess.DEVNULL
    place = {**os.environ, "HOME": str(top), "TMPDIR": str(top)}
    with subprocess.Popen(call, stdin=quiet, stdout=quiet, stderr=quiet, env=place, start_new_session=True) as office:
        try:
            office.wait(SECONDS)
        except subprocess.TimeoutExpired:
            hint = "Open it in Word and save it as .docx."
            raise DraftError("took LibreOffice too long to open", path=path, hint=hint) from None
        finally:
            _end(office)


def _end(office: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(office.pid, signal.SIGKILL)
        else:
            office.kill()

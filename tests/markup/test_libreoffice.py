"""Another program's word on the counter-draft: LibreOffice opens it, shows its pages, and settles its changes as we read them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from termscan import readers
from termscan.markup import markup
from tests.markup.word_marks import text_of

SAMPLE = Path(__file__).parents[2] / "sample_contracts" / "webshop"
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false">
<library:element library:name="Module1"/>
</library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, how As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  draft = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  Dim none()
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(draft.CurrentController.Frame, how, "", 0, none())
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName" : word(0).Value = "MS Word 2007 XML"
  draft.storeToURL(ConvertToURL(target), word())
  draft.close(True)
End Sub
</script:module>"""


@pytest.fixture(scope="module")
def countered(tmp_path_factory) -> Path:
    """The sample's counter-draft, in a folder with a profile of LibreOffice that has the macro."""
    work = tmp_path_factory.mktemp("office")
    made = markup(SAMPLE / "nibbled.docx", SAMPLE / "terms.yaml", counter=True)
    (work / "out.docx").write_bytes(made.content)
    soffice(work, "--convert-to", "pdf", "--outdir", str(work), str(work / "out.docx"))  # which makes the profile
    standard = work / "user" / "basic" / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    (standard / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (standard / "Module1.xba").write_text(MODULE, encoding="utf-8")
    return work / "out.docx"


def soffice(work: Path, *arguments: str) -> None:
    profile = f"-env:UserInstallation=file://{work}"
    subprocess.run(["soffice", profile, "--headless", *arguments], check=True, capture_output=True, timeout=120)


def settled(draft: Path, how: str) -> str:
    target = draft.with_name(f"{how}.docx")
    soffice(draft.parent, f'macro:///Standard.Module1.Settle("{draft}","{target}",".uno:{how}AllTrackedChanges")')
    return readers.read(target).text


def test_its_pages_show_both_what_goes_and_what_comes(countered):
    shown = readers.read(countered.with_suffix(".pdf"))
    assert "sixty (60) daysthirty (30) days" in shown.text
    assert len(shown.pages or ()) >= 10  # how many there are depends on the fonts at hand


def test_accepting_all_gives_the_text_that_was_proved(countered):
    assert settled(countered, "Accept") == text_of(countered.read_bytes())


def test_rejecting_all_gives_the_text_of_the_draft(countered):
    assert settled(countered, "Reject") == readers.read(SAMPLE / "nibbled.docx").text

"""The files by which other programs call termscan: the pre-commit hook and the GitHub action."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from termscan.cli import cli

ROOT = Path(__file__).parent.parent
DEAL = Path(__file__).parent / "short_deal"
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
REPORTS = {"review.html", "review.json", "review.sarif", "review.xml"}


@pytest.mark.parametrize(("draft", "code"), [("draft-faithful.txt", 0), ("draft-nibbled.txt", 1)])
def test_the_hook_fails_where_a_draft_is_not_ready(tmp_path, draft, code):
    for name in (draft, "terms.yaml"):
        shutil.copy(DEAL / name, tmp_path / name)
    program, *arguments = shlex.split(HOOK["entry"])
    assert program == "termscan" and HOOK["language"] == "python" and HOOK["pass_filenames"] is False
    assert CliRunner().invoke(cli, [*arguments, str(tmp_path)]).exit_code == code


def run(folder: Path, draft: str) -> subprocess.CompletedProcess[str]:
    """The action's own step, as its runner would do it."""
    step = ACTION["runs"]["steps"][-1]
    given = {"DRAFT": draft, "TERMS": str(DEAL / "terms.yaml"), "FAIL_ON": "high", "REPORTS": "out"}
    assert set(step["env"]) == set(given)
    written = {"GITHUB_OUTPUT": str(folder / "output"), "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **given, **written, "PATH": path}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action's runner has bash")
@pytest.mark.parametrize(
    ("draft", "code", "verdict"),
    [
        (str(DEAL / "draft-faithful.txt"), 0, "ready"),
        (str(DEAL / "draft-nibbled.txt"), 1, "not ready"),
        ("no such file; exit 0", 2, "unusable"),
    ],
)
def test_the_action_says_the_verdict_and_writes_its_reports(tmp_path, draft, code, verdict):
    done = run(tmp_path, draft)
    assert done.returncode == code and f"verdict={verdict}\n" in (tmp_path / "output").read_text(encoding="utf-8")
    assert {file.name for file in (tmp_path / "out").iterdir()} == (REPORTS if code < 2 else set())
    assert ("::error" in done.stdout) == (code == 1)


def test_no_input_is_pasted_into_a_script_of_the_action():
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]

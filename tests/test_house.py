"""How the house is built: what imports what, what starts without what, what the README promises, and no idle pattern."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from termscan import rulebook
from termscan.cli import cli
from termscan.errors import RuleError
from termscan.extract import selftest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "termscan"
SAMPLE = ROOT / "tests" / "short_deal"
README = (ROOT / "README.md").read_text(encoding="utf-8")

STOREYS = (  # from the ground up; a module imports only from the storeys below its own, and from its own package
    ("errors", "model"),
    ("yaml_tree", "values", "odds", "outcome", "schemas", "workers", "cache"),
    ("readers", "rulebook"),
    ("termsheet", "outline"),
    ("extract",),
    ("compare",),
    ("rounds",),
    ("reports",),
    ("handshake",),
    ("understanding",),
    ("pipeline",),
    ("batch", "console", "interview", "markup", "preloaded"),
    ("cli",),
    ("__init__", "__main__"),
)
STOREY = {name: level for level, names in enumerate(STOREYS) for name in names}
HEAVY = ("pdfplumber", "pypdfium2", "docx", "lxml", "rich", "charset_normalizer", "jsonschema")


def imports(module: Path) -> Iterator[str]:
    """The parts of termscan that a module imports, by their first name."""
    inside = module.relative_to(PACKAGE).with_suffix("").parts
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            full = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            here = ("termscan", *inside)[: -node.level] if node.level else ()
            base = ".".join((*here, node.module)) if node.module else ".".join(here)
            full = [base] if base != "termscan" else [f"termscan.{a.name}" for a in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in full if name.startswith("termscan."))


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(module):
    own = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    upward = {
        name
        for name in imports(module)
        if name != own and name != "__version__" and STOREY[name] >= STOREY[own] and own not in ("__init__", "__main__")
    }
    assert not upward


@pytest.mark.parametrize("script", sorted(ROOT.glob("benchmarks/*.py")), ids=lambda p: p.name)
def test_a_benchmark_finds_what_it_imports_of_termscan(script):
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("termscan"):
            part = importlib.import_module(node.module)
            inside = (
                {m.stem for m in Path(part.__file__).parent.glob("*")}
                if part.__file__.endswith("__init__.py")
                else set()
            )
            assert {a.name for a in node.names} <= {*dir(part), *inside}


def test_errors_import_nothing_of_termscan_nor_does_the_model():
    assert not [*imports(PACKAGE / "errors.py"), *imports(PACKAGE / "model.py")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["text", "draft-faithful.txt"],
        ["terms", "check", "terms.yaml"],
        ["terms", "new"],
        ["schema", "review"],
    ],
    ids=" ".join,
)
def test_it_starts_without_what_it_does_not_use(arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "termscan", *arguments], capture_output=True, text=True, cwd=SAMPLE
    )
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert done.returncode == 0 and "click" in loaded
    assert not loaded & set(HEAVY)


# ---- rules -----------------------------------------------------------------------------------------------------------


PACKS = sorted((ROOT / "rules").glob("*.yaml"), key=lambda p: p.name)


def kinds_of(pack: Path) -> list[rulebook.Kind]:
    book = rulebook.load()
    names = re.findall(r"^([a-z_.\-]+):", pack.read_text(encoding="utf-8"), re.M)
    return [k for n, k in {**book.kinds, **book.traps}.items() if n in names]


@pytest.mark.parametrize("pack", PACKS, ids=lambda p: p.stem)
def test_the_examples_of_a_pack_hold(pack):
    assert [line for kind in kinds_of(pack) for line in selftest.failures(kind)] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda p: p.stem)
def test_no_pattern_of_a_pack_is_idle(pack):
    assert [line for kind in kinds_of(pack) for line in selftest.idle_patterns(kind)] == []


def test_every_trait_is_that_of_a_kind_and_asked_for_by_its_name():
    kinds = rulebook.load().kinds.values()
    asked = "\n".join(
        p.read_text(encoding="utf-8") for p in (ROOT / "termscan").rglob("*.py") if p.name != "rulebook.py"
    )
    assert {t for k in kinds for t in k.traits} == set(rulebook.TRAITS)
    assert [t for t in rulebook.TRAITS if f'"{t}"' not in asked] == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [("traits: [forum, sweet]", "unknown trait 'sweet'"), ("sweet: yes", "unknown key 'sweet'")],
)
def test_a_pack_with_a_word_that_no_rule_knows_is_refused(tmp_path, words, fault):
    (tmp_path / "own.yaml").write_text(f"general.cakes:\n  type: choice\n  {words}\n", encoding="utf-8")
    with pytest.raises(RuleError) as refused:
        rulebook.load([tmp_path])
    assert fault in str(refused.value)


# ---- the README ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    sorted(
        {n for n in re.findall(r"(?<![\w.~/-])[\w-]+(?:/[\w.-]+)+|\b[A-Z]+\.md\b", README) if not n.startswith("bin/")}
    ),
)
def test_a_file_that_the_readme_names_is_there(name):
    assert (ROOT / name).exists()


def blocks(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)


def commands(text: str) -> list[list[str]]:
    """The reviews that the README runs, each after what sets it up."""
    lines = [block.strip().splitlines()[0] for block in blocks(text)]
    return [shlex.split(line.rsplit("&&", 1)[-1]) for line in lines if "termscan review" in line]


SHOWN = [block for block in blocks(README) if block.startswith(("READY", "NOT READY"))]


def test_the_readme_shows_the_answer_of_every_review_that_it_runs():
    assert len(SHOWN) == len(commands(README)) >= 2


@pytest.mark.parametrize(
    ("words", "shown"), list(zip(commands(README), SHOWN, strict=True)), ids=["a draft", "a round"]
)
def test_a_command_of_the_readme_runs_and_shows_what_is_shown(words, shown, monkeypatch):
    monkeypatch.chdir(ROOT)
    program, *arguments = words
    assert Path(program).name == "termscan"
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code in (0, 1)
    first = [line.rstrip() for line in shown.splitlines() if line.strip()]
    assert first == [line for line in done.stdout.splitlines() if line.strip()][: len(first)]


@pytest.mark.parametrize("called", sorted(set(re.findall(r"`termscan ([a-z]+)", README))))
def test_a_command_that_the_readme_names_exists(called):
    assert called in cli.commands

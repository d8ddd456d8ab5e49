"""The models that termscan ships: how a tree is read, that they know what the code sees, and what they learnt from."""

from __future__ import annotations

import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan.compare.asking import candidates
from termscan.odds import Odds, learnt, topics
from termscan.pipeline import rules_of
from termscan.rounds.atoms import Sort

from .deal import attribution, draft

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("TERMSCAN_SHARED") or ROOT.parent / "shared")
COUNTED = {f"{side} {sort}" for side in ("gained", "lost") for sort in get_args(Sort)}
MODELS = ("substance", "bearing", "asks")

# one tree: at most 2 hunks, or more; of more, swapped or not
TREE = ((0, 2.0, 1, 2), -1.5, (1, 0.5, 3, 4), 0.0, 3.0)
READ = [
    ("what is not named is nought", {}, 0.18),
    ("at the bound the answer is yes", {"hunks": 2}, 0.18),
    ("beyond it the next sign decides", {"hunks": 3}, 0.5),
    ("a sign that is true counts as one", {"hunks": 3, "swapped": True}, 0.95),
    ("a sign that the model does not know changes nothing", {"hunks": 3, "rhymes": 7.0}, 0.5),
]


@pytest.mark.parametrize(("signs", "odds"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_a_tree_is_read_from_its_root_to_a_leaf(signs, odds):
    assert Odds({"hunks": 0, "swapped": 1}, (TREE,)).of(signs) == pytest.approx(odds, abs=0.005)


def test_trees_add_up():
    assert Odds({"hunks": 0, "swapped": 1}, (TREE, (1.5,))).of({}) == 0.5


@pytest.mark.parametrize("name", MODELS)
@given(
    st.dictionaries(st.sampled_from(sorted({sign for name in MODELS for sign in learnt(name).signs})), st.floats(-9, 9))
)
def test_odds_lie_between_nought_and_one_whatever_the_signs(name, signs):
    assert 0 <= learnt(name).of(signs) <= 1


def test_the_models_ask_for_nothing_that_the_code_does_not_see():
    found = attribution(
        draft(), draft({"2. Payment": "The Client shall pay each invoice within forty-five (45) days after receipt."})
    )
    changed = next(i for i, p in enumerate(found.passages) if p.difference.signs)
    assert learnt("substance").signs.keys() <= found.passages[changed].difference.signs.keys() | COUNTED
    assert learnt("bearing").signs.keys() <= next(iter(found.signs(changed).values())).keys() | COUNTED


def test_the_model_of_asks_asks_for_nothing_that_the_code_does_not_see():
    new = draft(
        {"9. Staff": "For two years after this Agreement ends the Surveyor shall not hire any employee of the Client."}
    )
    _, signs = next(candidates(attribution(draft(), new).bearing.new))
    assert learnt("asks").signs.keys() <= signs.keys()


def test_each_topic_is_a_kind_of_our_rules():
    assert topics().keys() <= rules_of(())[0].kinds.keys()


def test_the_models_are_small():
    assert sum(f.stat().st_size for f in (ROOT / "termscan" / "odds").glob("*.json")) < 5_000_000


def test_nothing_was_learnt_from_a_contract_of_the_bench():
    bench, corpus = SHARED / "bench" / "cases", SHARED / "corpus" / "cuad" / "txt"
    if not (bench.is_dir() and corpus.is_dir()):
        pytest.skip("needs the shared folder with the bench")
    spec = spec_from_file_location("cases", ROOT / "benchmarks" / "cases.py")
    cases = module_from_spec(spec)
    spec.loader.exec_module(cases)
    contracts = {" ".join(file.read_text(encoding="utf-8").split()) for _, file in cases.learnt_from()}
    for case in bench.glob("*/source.txt"):
        words = " ".join(case.read_text(encoding="utf-8").split())
        middle = words[len(words) // 2 :][:300]
        assert not any(middle in text for text in contracts), case.parent.name

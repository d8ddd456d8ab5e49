"""Small models of yes and no: fitted, tried on what they have not seen, written as data (`learn.py`, `learn_clauses.py`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

MODELS = Path(__file__).parent.parent / "termscan" / "odds"
SETTINGS = {
    "objective": "binary", "num_leaves": 10, "max_depth": 4, "min_data_in_leaf": 25, "lambda_l2": 10,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "verbose": -1,
    "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip
FOLDS = 8
TREES, RATE = (
    {"asks": 100, "clauses": 80, "substance": 300, "bearing": 300, "saying": 150},
    {"asks": 0.1, "clauses": 0.1, "substance": 0.04, "bearing": 0.04, "saying": 0.05},
)
# the more there is of these, the likelier it is substance, whatever a few cases say; the last makes it less likely
ONLY_MORE = {
    *("weight", "swapped", "other acts", "reordered", "defines", "lost value", "lost party"),
    *(f"gained {sort}" for sort in ("value", "blank", "mismatch", "softening", "right", "party")),
}
ONLY_LESS = {"rewritten"}


@dataclass
class Example:
    """One question to a model, with what was seen and the right answer."""

    case: str
    group: str  # what it is about: a change, a draft
    signs: Mapping[str, float]
    right: bool
    weight: float = 1.0


Table = np.ndarray[Any, Any]


def _signs(examples: Sequence[Example]) -> list[str]:
    return sorted({sign for e in examples for sign in e.signs})


def _table(examples: Sequence[Example], signs: Sequence[str]) -> Table:
    return np.array([[float(e.signs.get(sign, 0.0)) for sign in signs] for e in examples])


def _answers(examples: Sequence[Example]) -> tuple[Table, Table]:
    return np.array([float(e.right) for e in examples]), np.array([e.weight for e in examples])


def fit(name: str, signs: Sequence[str], table: Table, right: Table, weight: Table) -> lightgbm.Booster:
    """The trees of a model."""
    ways = [(s in ONLY_MORE) - (s in ONLY_LESS) for s in signs] if name == "substance" else None
    return lightgbm.train(
        {**SETTINGS, "learning_rate": RATE[name], "monotone_constraints": ways},
        lightgbm.Dataset(table, right, weight=weight),
        TREES[name],
    )


def folds(cases: Sequence[str]) -> Table:
    """For each example, by its case, the fold in which it is kept unseen."""
    place = {case: i % FOLDS for i, case in enumerate(sorted(set(cases)))}
    return np.array([place[case] for case in cases])


def odds_unseen(name: str, examples: Sequence[Example]) -> Table:
    """The odds of each example, by a model that was made without its case."""
    signs = _signs(examples)
    table, right, weight = _table(examples, signs), *_answers(examples)
    fold = folds([e.case for e in examples])
    odds = np.zeros(len(examples))
    for i in range(FOLDS):
        odds[fold == i] = fit(name, signs, table[fold != i], right[fold != i], weight[fold != i]).predict(
            table[fold == i]
        )
    return odds


def summary(examples: Sequence[Example], said: Iterable[bool]) -> str:
    """How many are found, and how many are said wrongly, as a line to print."""
    yes, no = ([s for s, e in zip(said, examples, strict=True) if e.right == right] for right in (True, False))
    return f"Unseen: {sum(yes) / len(yes):.3f} of {len(yes)} found, {sum(no) / len(no):.4f} of {len(no)} said wrongly"


def as_data(name: str, examples: Sequence[Example]) -> dict[str, Any]:
    """The model of all examples as `termscan.odds` reads it; only the signs that it asks for are kept."""
    signs = _signs(examples)
    model = fit(name, signs, _table(examples, signs), *_answers(examples))
    trees = [[*_nodes(tree["tree_structure"])] for tree in model.dump_model()["tree_info"]]
    used = sorted({node[0] for tree in trees for node in tree if isinstance(node, list)})
    place = {sign: i for i, sign in enumerate(used)}
    renamed = [[[place[n[0]], *n[1:]] if isinstance(n, list) else n for n in tree] for tree in trees]
    return {"signs": [signs[i] for i in used], "trees": renamed}


def _nodes(root: Mapping[str, Any]) -> Iterator[list[float] | float]:
    """The nodes of a tree, each before those that it leads to."""
    queue, placed = [root], 1
    while queue:
        node = queue.pop(0)
        if "leaf_value" in node:
            yield float(f"{node['leaf_value']:.5g}")
            continue
        queue += [node["left_child"], node["right_child"]]
        yield [node["split_feature"], float(f"{node['threshold']:.6g}"), placed, placed + 1]
        placed += 2


def dump(name: str, data: Mapping[str, Any]) -> None:
    """Write a model among those that termscan ships."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")

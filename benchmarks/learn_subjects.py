"""Learn which kinds of term a passage speaks of (`termscan/compare/subjects.py`), from sentences written for each kind.

    pip install -e '.[learn]'
    TERMSCAN_SHARED=../shared python benchmarks/learn_subjects.py [--write] [--cases DIRECTORY]

The sentences are those of `said`, 220 for each kind in as many ways as their writers could think of (100 of every sort,
120 as somebody would hide it), and of `clauses`; their writers had seen no bench, no case and no rule. What speaks of no
kind is taken from the contracts of CUAD v1 (The Atticus Project, CC BY 4.0) over which the cases of `rounds` were
written: sentences in which no cue of any kind was found.
Without `--write` the kinds of what was planted in the cases are guessed, by its words alone: right first, and among the
first three. Nothing of the cases is learnt from. With `--write` the weights are written; make the models that use them
anew afterwards (`learn.py`).
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from fitting import dump
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from termscan.compare.subjects import NONE, features
from termscan.extract import read_statements
from termscan.outline import outline
from termscan.understanding import document_of, rules_of

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("TERMSCAN_SHARED") or HERE.parent.parent / "shared")
FEWEST, KEPT = 2, 800  # how often a feature has to be seen; how many weights of a kind are kept, the greatest
STRENGTH = 10.0  # of what speaks against great weights, inverse
OF_NONE = 12  # sentences of each contract that speak of no kind
Said = tuple[str, str]  # a kind and a text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--cases", type=Path, default=SHARED / "bench/cases", help="whose planted words to try it on")
    options = parser.parse_args()
    sources = sorted(set(yaml.safe_load((HERE / "rounds/sources.yaml").read_text(encoding="utf-8")).values()))
    with Pool(2) as pool:
        of_none = [t for some in pool.imap(_of_none, sources) for t in some]
    said = [*written(), *((NONE, text) for text in of_none)]
    kinds, table, weights, bias = fit(said)
    tried(options.cases, kinds, table, weights, bias)
    if options.write:
        dump("subjects", as_data(kinds, table, weights, bias))


def written() -> list[Said]:
    """The sentences that were written for each kind."""
    out = []
    for file in sorted((HERE / "clauses").glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            if not entry["kind"].startswith("other."):  # each of them is of its own kind
                out += [(entry["kind"], text) for text in (*entry["kept"], *(n["text"] for n in entry["not"]))]
    for file in sorted((HERE / "said").glob("*.yaml")):
        out += [
            (kind, text) for kind, texts in yaml.safe_load(file.read_text(encoding="utf-8")).items() for text in texts
        ]
    return out


def _of_none(source: str) -> list[str]:
    """Some sentences of a contract in which no cue of any kind was found."""
    _, kinds = rules_of(())
    document = document_of(SHARED / "corpus/cuad/txt" / source, None, None)
    reading = read_statements(outline(document), kinds)
    stated = {s.sentence for some in reading.statements.values() for s in some}
    text = document.text
    silent = [text[s.start : s.end] for i, s in enumerate(reading.outline.sentences) if i not in stated]
    long = [" ".join(t.split()) for t in silent if t.count(" ") >= 8]
    return long[:: max(1, len(long) // OF_NONE)][:OF_NONE]


def fit(said: Sequence[Said]) -> tuple[list[str], DictVectorizer, Any, Any]:
    """The kinds, the features, the weights of each kind and what to begin with."""
    kinds = sorted({kind for kind, _ in said})
    seen = [features(text) for _, text in said]
    often = Counter(name for some in seen for name in some)
    table = DictVectorizer()
    rows = table.fit_transform([{n: c for n, c in some.items() if often[n] >= FEWEST} for some in seen])
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3)
    model.fit(rows, [kinds.index(kind) for kind, _ in said])
    weights = model.coef_.copy()
    for row in weights:
        row[np.abs(row) < np.sort(np.abs(row))[-KEPT]] = 0.0
    return kinds, table, weights, model.intercept_


def as_data(kinds: Sequence[str], table: DictVectorizer, weights: Any, bias: Any) -> dict[str, Any]:
    """The weights as `termscan.odds` reads them: of each feature the places of kinds, and behind each its weight."""
    words = {}
    for name, place in sorted(table.vocabulary_.items()):
        told = [
            x
            for kind in range(len(kinds))
            if weights[kind, place]
            for x in (kind, round(float(weights[kind, place]), 2))
        ]
        if told:
            words[name] = told
    return {"kinds": kinds, "bias": [round(float(b), 2) for b in bias], "words": words}


def tried(cases: Path, kinds: Sequence[str], table: DictVectorizer, weights: Any, bias: Any) -> None:
    """Print how often the kind of what was planted is guessed by its words."""
    planted = [(k, t, trick) for k, t, trick in _planted(cases) if k in kinds]
    scores = table.transform([features(text) for _, text, _ in planted]) @ weights.T + bias
    places = [int((row > row[kinds.index(kind)]).sum()) for row, (kind, _, _) in zip(scores, planted, strict=True)]
    elsewhere = [
        p
        for p, (_, _, trick) in zip(places, planted, strict=True)
        if trick in ("override", "new-ask", "conflict", "placement", "definition")
    ]
    for what, some in (("all", places), ("put elsewhere", elsewhere)):
        first, three = (sum(p < n for p in some) / len(some) for n in (1, 3))
        print(f"{what}: right first {first:.3f}, among the first three {three:.3f}, of {len(some)}")


def _planted(cases: Path) -> Iterator[tuple[str, str, str]]:
    for file in sorted(cases.glob("*/labels.json")):
        for draft in json.loads(file.read_text(encoding="utf-8"))["drafts"].values():
            for e in (*draft["edits"], *draft["asks"]):
                if e["new"].strip():
                    yield (e.get("term") or e["ask"]).split("[")[0], e["new"], e["trick"]


if __name__ == "__main__":
    main()

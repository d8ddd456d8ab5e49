"""Learn the models that termscan ships (`termscan/odds`) from the cases in `benchmarks/rounds` and `benchmarks/clauses`.

    pip install -e '.[learn]'
    TERMSCAN_SHARED=../shared python benchmarks/learn.py [--write]

A case is a term sheet and edits over a contract of CUAD v1 (The Atticus Project, CC BY 4.0), which lies in the shared
folder; `bench/build.py` there makes its drafts. No case of the bench is among them, nor any over a contract of the bench.
Every case is also judged by models that have not seen it: those figures are printed, and the second model learns from
what the first says of cases that it has not seen. With `--write` the models of all cases are written. The same cases
give the same models.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import yaml

from termscan import termsheet
from termscan.compare import Matter, compare
from termscan.compare.asking import candidates
from termscan.compare.asks import LIKELY as LIKELY_ASK
from termscan.compare.lexicon import content
from termscan.extract import read_statements
from termscan.outline import outline
from termscan.rounds import Answer, attribute
from termscan.rounds.attributing import BESIDE, LIKELY, Attribution
from termscan.rounds.differing import Passage
from termscan.rounds.substance import LIGHT, SURE
from termscan.rounds.substance import LIKELY as SUBSTANTIVE
from termscan.understanding import document_of, rules_of

HERE = Path(__file__).parent
CASES, CLAUSES, MODELS = HERE / "rounds", HERE / "clauses", HERE.parent / "termscan" / "odds"
SHARED = Path(os.environ.get("TERMSCAN_SHARED") or HERE.parent.parent / "shared")
FEWEST, TELLING = 3, 1.0  # clauses that a word stands in, and the log of its odds, for it to speak for a kind
SETTINGS = {
    "objective": "binary", "num_leaves": 10, "max_depth": 4, "min_data_in_leaf": 25, "lambda_l2": 10,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "verbose": -1,
    "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip
FOLDS = 8
TREES, RATE = {"asks": 100, "substance": 300, "bearing": 300}, {"asks": 0.1, "substance": 0.04, "bearing": 0.04}
IN_HASTE = 0.3  # what a sentence weighs against a sheet that leaves nothing to counsel
UNAGREED = 0.25  # what a change weighs that is shown as if nobody had agreed the term on which it bears
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
    group: str  # the change that it is about
    signs: Mapping[str, float]
    right: bool
    weight: float = 1.0


Table = np.ndarray[Any, Any]
Odds = dict[str, float]  # of each change, by its case, draft and number, as a model says that has not seen the case


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the models")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    told = topics()
    if options.write:
        _dump("topics", told)  # what is seen of a change depends on it
    sources = yaml.safe_load((CASES / "sources.yaml").read_text(encoding="utf-8"))
    with Pool(options.jobs) as pool:
        sentences = [e for seen in pool.imap(_sentences, sorted(sources.items())) for e in seen]
        print(
            f"asks: {len(sentences)} sentences with a kind. {_said(sentences, _unseen('asks', sentences) >= LIKELY_ASK)}"
        )
        if options.write:
            _dump("asks", _as_data("asks", sentences))
        changes = [e for seen in pool.imap(_changes, sorted(sources.items())) for e in seen]
        unseen = _unseen("substance", changes)
        light = [SURE if e.signs["weight"] < LIGHT else SUBSTANTIVE for e in changes]
        print(f"substance: {len(changes)} changes of {len(sources)} cases. {_said(changes, unseen >= np.array(light))}")
        if options.write:
            _dump("substance", _as_data("substance", changes))
        odds = {e.group: p for e, p in zip(changes, unseen, strict=True)}
        pairs = [e for seen in pool.imap(partial(_pairs, odds=odds), sorted(sources.items())) for e in seen]
        print(
            f"bearing: {len(pairs)} changes with a term. {_said(pairs, _near_the_best(pairs, _unseen('bearing', pairs)))}"
        )
        if options.write:
            _dump("bearing", _as_data("bearing", pairs))


def topics() -> dict[str, dict[str, float]]:
    """For each kind how much each word speaks for it: the log of how much more often its clauses have it (naive Bayes)."""
    clauses: dict[str, list[frozenset[str]]] = defaultdict(list)
    for file in sorted(CLAUSES.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            texts = [*entry["kept"], *(n["text"] for n in entry["not"])]
            if not entry["kind"].startswith("other."):  # each of them is of its own kind
                clauses[entry["kind"]] += [frozenset(content(t)) for t in texts]
    everywhere = Counter(word for said in clauses.values() for clause in said for word in clause)
    total = sum(len(said) for said in clauses.values())
    out: dict[str, dict[str, float]] = {}
    for kind, said in sorted(clauses.items()):
        here = Counter(word for clause in said for word in clause)
        rest = total - len(said)
        weights = {
            word: math.log((count + 0.3) / (len(said) + 1) * (rest + 1) / (everywhere[word] - count + 0.3))
            for word, count in here.items()
            if everywhere[word] >= FEWEST
        }
        out[kind] = {word: round(w, 2) for word, w in sorted(weights.items()) if w >= TELLING}
    return out


@contextmanager
def _built(name: str, source: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A case with its drafts, in a folder of its own, and what was planted in each."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / name
        shutil.copytree(CASES / name, case)
        shutil.copy(SHARED / "corpus" / "cuad" / "txt" / source, case / "source.txt")
        subprocess.run([sys.executable, SHARED / "bench" / "build.py", case], check=True, stdout=subprocess.DEVNULL)
        yield case, json.loads((case / "labels.json").read_text(encoding="utf-8"))["drafts"]


def _drafts(name: str, source: str) -> Iterator[tuple[str, Attribution, Mapping[str, Any]]]:
    """The drafts of a case, read and compared with the faithful one; each with what was planted in it."""
    with _built(name, source) as (case, labels):
        before = _answer(case, "faithful")
        for draft, said in labels.items():
            if draft != "faithful":
                yield f"{name}/{draft}", attribute(before, _answer(case, draft)), said


def _sentences(named: tuple[str, str]) -> list[Example]:
    """Each sentence that may ask for something, and whether it was planted to; with the whole sheet, and as somebody in
    a hurry would have typed it."""
    out = []
    with _built(*named) as (case, labels):
        for draft, said in labels.items():
            whole = _matter(case, draft)
            short = replace(whole, sheet=replace(whole.sheet, leave_to_counsel=()))
            for matter, weight in ((whole, 1.0), (short, IN_HASTE)):
                for candidate, signs in candidates(matter):
                    start, end = matter.sentence_span(candidate.sentence)
                    here = [e for e in (*said["asks"], *said["edits"]) if e["start"] < end and start < e["end"]]
                    right = any(e.get("ask") == candidate.kind.name for e in here)
                    if right or not here:  # what is planted of another sort tells nothing
                        out.append(Example(named[0], f"{named[0]}/{draft}", signs, right, weight))
    return out


def _changes(named: tuple[str, str]) -> list[Example]:
    """Each change of a case that the code does not settle by itself, and whether it is one of substance."""
    out = []
    for at, found, said in _drafts(*named):
        for i, passage in enumerate(found.passages):
            planted = any(_touches(passage, e) for e in (*said["edits"], *said["asks"]))
            signs = passage.difference.signs
            if signs and (planted or any(_touches(passage, e) for e in said["reworded"])):
                out.append(Example(named[0], f"{at}/{i}", signs, planted))
    return out


def _pairs(named: tuple[str, str], odds: Odds) -> list[Example]:
    """Each change of substance with each term of the sheet, and whether it was planted to reopen it."""
    out = []
    for at, found, said in _drafts(*named):
        arguable = {term for term, verdicts in said["terms"].items() if "kept" in verdicts and len(verdicts) > 1}
        for i, passage in enumerate(found.passages):
            if f"{at}/{i}" in odds:  # as a model says that has not seen this case: that is how it will be in use
                vars(passage.difference)["odds"] = odds[f"{at}/{i}"]
            if passage.substantive:
                terms = {e["term"] for e in said["edits"] if _touches(passage, e)}
                seen = [(name, signs) for name, signs in found.signs(i).items() if name not in arguable]
                out += [Example(named[0], f"{at}/{i}", signs, name in terms) for name, signs in seen]
                # what would be seen, had nobody agreed what this change reopens: it then bears on nothing
                rest = found.signs(i, terms | arguable).values() if terms else ()
                out += [Example(named[0], f"{at}/{i}/none", signs, False, UNAGREED) for signs in rest]
    return out


def _matter(case: Path, draft: str) -> Matter:
    book, kinds = rules_of(())
    sheet = termsheet.load(case / "terms.yaml", book)
    document = document_of(case / "drafts" / f"{draft}.txt", None, None)
    return Matter(sheet, read_statements(outline(document, sheet.customer, sheet.provider), kinds), book)


def _answer(case: Path, draft: str) -> Answer:
    matter = _matter(case, draft)
    rows, asks, _ = compare(matter)
    return Answer(matter, rows, asks)


def _touches(passage: Passage, edit: Mapping[str, Any]) -> bool:
    """Whether a change stands where an edit was made: at the words that it put in, or those that it took out."""
    if edit["new"].strip():
        start, end = edit["start"], max(edit["end"], edit["start"] + 1)
        return any(s < end and start < max(e, s + 1) for s, e in passage.new_spans)
    start, end = edit["source"]
    return any(s < end and start < e for s, e in passage.old_spans)


def _signs(examples: Sequence[Example]) -> list[str]:
    return sorted({sign for e in examples for sign in e.signs})


def _table(examples: Sequence[Example], signs: Sequence[str]) -> Table:
    return np.array([[float(e.signs.get(sign, 0.0)) for sign in signs] for e in examples])


def _answers(examples: Sequence[Example]) -> tuple[Table, Table]:
    return np.array([float(e.right) for e in examples]), np.array([e.weight for e in examples])


def _fit(name: str, signs: Sequence[str], table: Table, right: Table, weight: Table) -> lightgbm.Booster:
    ways = [(s in ONLY_MORE) - (s in ONLY_LESS) for s in signs] if name == "substance" else None
    return lightgbm.train(
        {**SETTINGS, "learning_rate": RATE[name], "monotone_constraints": ways},
        lightgbm.Dataset(table, right, weight=weight),
        TREES[name],
    )


def _unseen(name: str, examples: Sequence[Example]) -> Table:
    """The odds of each example, by a model that was made without its case."""
    signs = _signs(examples)
    table, right, weight = _table(examples, signs), *_answers(examples)
    cases = sorted({e.case for e in examples})
    fold = np.array([cases.index(e.case) % FOLDS for e in examples])
    odds = np.zeros(len(examples))
    for i in range(FOLDS):
        odds[fold == i] = _fit(name, signs, table[fold != i], right[fold != i], weight[fold != i]).predict(
            table[fold == i]
        )
    return odds


def _near_the_best(examples: Sequence[Example], odds: Sequence[float]) -> list[bool]:
    """Of each change the terms that it is put down to: as `attributing` does it."""
    best: Odds = defaultdict(float)
    for e, p in zip(examples, odds, strict=True):
        best[e.group] = max(best[e.group], p)
    return [p >= max(LIKELY, BESIDE * best[e.group]) for e, p in zip(examples, odds, strict=True)]


def _said(examples: Sequence[Example], said: Iterable[bool]) -> str:
    """How many are found, and how many are said wrongly."""
    yes, no = ([s for s, e in zip(said, examples, strict=True) if e.right == right] for right in (True, False))
    return f"Unseen: {sum(yes) / len(yes):.3f} of {len(yes)} found, {sum(no) / len(no):.4f} of {len(no)} said wrongly"


def _as_data(name: str, examples: Sequence[Example]) -> dict[str, Any]:
    """The model of all examples as `termscan.odds` reads it; only the signs that it asks for are kept."""
    signs = _signs(examples)
    model = _fit(name, signs, _table(examples, signs), *_answers(examples))
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


def _dump(name: str, data: Mapping[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

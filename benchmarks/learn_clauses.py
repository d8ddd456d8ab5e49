"""Learn which sentences lawyers mark as a clause of a kind (`termscan/extract/marking.py`), from the labels of CUAD v1.

    pip install -e '.[learn]'
    TERMSCAN_SHARED=../shared python benchmarks/learn_clauses.py [--write]

Two models in turn: a linear one for each kind says what a sentence sounds like (logistic regression over words and pairs
of words), and one for all kinds weighs that with what the cues find. The second learns from what the first says of
contracts that it has not seen; and the figures that are printed are those of contracts that neither has seen: by kind, how
often it is found where lawyers marked it, and said where they did not, as `score_cuad.py` in the shared folder counts.
With `--write` the models of all contracts are written. The same contracts give the same models.
"""

from __future__ import annotations

import argparse
import json
import math
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from fitting import Example, Table, as_data, dump, folds, odds_unseen
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import SGDClassifier

from termscan.errors import TermscanError
from termscan.extract import read_statements
from termscan.extract.marking import LIKELY, Gram, candidates, grams, length
from termscan.extract.statements import Reading
from termscan.odds import Marks
from termscan.outline import outline
from termscan.understanding import document_of, rules_of

SHARED = Path(os.environ.get("TERMSCAN_SHARED") or Path(__file__).parent.parent.parent / "shared")
CORPUS = SHARED / "corpus" / "cuad"
FEWEST_CONTRACTS, FEWEST_SENTENCES = 10, 3  # with a mark of a kind to learn it, with a word to hear it
COMMONEST = 0.1  # of the sentences that have a word; what more have tells little, and costs most to hear
WORDS = 800  # of a kind, those that weigh most
STRICTNESS, ROUNDS = 1e-5, 12

Spans = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Contract:
    """A contract that was read, with the sentences that lawyers marked, by kind, and how many marks there are."""

    name: str
    reading: Reading
    marked: Mapping[str, frozenset[int]]
    marks: Mapping[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the models")
    options = parser.parse_args()
    labels = json.loads((CORPUS / "labels.json").read_text(encoding="utf-8"))
    spans = {c["id"]: {kind: said["spans"] for kind, said in c["labels"].items() if said["spans"]} for c in labels}
    with Pool(2) as pool:
        contracts = [c for c in pool.imap(_read, sorted(spans.items())) if c is not None]
    kinds = [k for k in sorted({k for c in contracts for k in c.marks}) if _often(contracts, k)]
    heard, table, weights = _heard(contracts)
    place = folds([c.name for c in contracts for _ in c.reading.masked])
    examples: list[Example] = []
    known: dict[str, Marks] = {}
    for kind in kinds:
        right = np.array([i in c.marked.get(kind, ()) for c in contracts for i in range(len(c.reading.masked))])
        unseen = np.zeros(len(right))
        for fold in np.unique(place):
            words, bias = _linear(table[place != fold], right[place != fold])
            unseen[place == fold] = table[place == fold] @ words + bias
        words, bias = _linear(table, right)
        known[kind] = _marks(
            kind, contracts, {_written(heard[i]): float(words[i] * weights[i]) for i in words.nonzero()[0]}, bias
        )
        examples += _examples(kind, contracts, unseen, known[kind])
    _show(contracts, kinds, examples, odds_unseen("clauses", examples))
    if options.write:
        dump("clauses", as_data("clauses", examples))
        dump("marks", {kind: _as_data(said) for kind, said in known.items()})


def _read(labelled: tuple[str, Spans]) -> Contract | None:
    """A contract, understood; None for one that is not taken for a contract."""
    name, spans = labelled
    file = CORPUS / "txt" / f"{name}.txt"
    try:
        document = document_of(file, None, None)
    except TermscanError as e:
        print(f"{name}: {type(e).__name__}")
        return None
    reading = read_statements(outline(document), rules_of(())[1])
    # marks count in the characters of the file; white space apart, the text that is read is the same
    to = _places(file.read_text(encoding="utf-8"), document.text)
    marked = {
        kind: frozenset(
            i
            for i, s in enumerate(reading.outline.sentences)
            if any(to[start] < s.end and s.start < to[max(end - 1, start)] + 1 for start, end in said)
        )
        for kind, said in spans.items()
    }
    return Contract(name, reading, marked, {kind: len(said) for kind, said in spans.items()})


def _places(text: str, read: str) -> list[int]:
    """For each character of a text, where it stands in the text as it was read."""
    if text == read:
        return list(range(len(text)))
    out, at = [], 0
    for character in text:
        if not character.isspace() and (found := read.find(character, at, at + 200)) >= 0:
            at = found
        out.append(at)
    return out


def _often(contracts: Sequence[Contract], kind: str) -> bool:
    return sum(kind in c.marks for c in contracts) >= FEWEST_CONTRACTS


def _heard(contracts: Sequence[Contract]) -> tuple[list[Gram], Any, Table]:
    """The words and pairs of words that are heard often enough, which sentence has which, and what each weighs: the less
    often it is heard the more (inverse document frequency)."""
    said = [heard for c in contracts for heard in grams(c.reading)]
    often: dict[Gram, int] = defaultdict(int)
    for heard in said:
        for gram in heard:
            often[gram] += 1
    kept = sorted(
        (gram for gram, count in often.items() if FEWEST_SENTENCES <= count <= COMMONEST * len(said)), key=_written
    )
    column = {gram: i for i, gram in enumerate(kept)}
    weights = np.array([math.log(len(said) / often[gram]) / 4 for gram in kept])
    rows = [
        (i, column[gram], 1 / length(heard))
        for i, heard in enumerate(said)
        for gram in sorted(heard & column.keys(), key=_written)
    ]
    at, columns, value = zip(*rows, strict=True)
    return kept, (csr_matrix((value, (at, columns)), shape=(len(said), len(kept))) @ diags(weights)).tocsr(), weights


def _written(gram: Gram) -> str:
    return gram if isinstance(gram, str) else " ".join(gram)


def _linear(table: Any, right: Table) -> tuple[Table, float]:
    """The weights of the words that tell most, and what to begin with."""
    model = SGDClassifier(
        loss="log_loss", alpha=STRICTNESS, class_weight="balanced", max_iter=ROUNDS, tol=None, random_state=0
    ).fit(table, right)
    words = model.coef_[0].copy()
    tells = np.abs(words) * np.sqrt(np.asarray(table.multiply(table).sum(axis=0)).ravel())
    words[np.argsort(-tells, kind="stable")[WORDS:]] = 0
    return words, float(model.intercept_[0])


def _marks(kind: str, contracts: Sequence[Contract], words: Mapping[str, float], bias: float) -> Marks:
    marked = {(c.name, i) for c in contracts for i in c.marked.get(kind, ())}
    cued = {(c.name, s.sentence) for c in contracts for s in c.reading.statements.get(kind, ()) if not s.weak}
    both = len(marked & cued)
    usual = math.log(len(marked) / sum(len(c.reading.masked) for c in contracts))
    return Marks(words, bias, usual, both / max(1, len(cued)), both / len(marked))


def _examples(kind: str, contracts: Sequence[Contract], unseen: Table, known: Marks) -> list[Example]:
    out, at = [], 0
    for c in contracts:
        heard = {kind: [float(x) for x in unseen[at : at + len(c.reading.masked)]]}
        at += len(c.reading.masked)
        for _, index, signs in candidates(c.reading, heard, {kind: known}):
            out.append(Example(c.name, f"{kind}/{index}", signs, index in c.marked.get(kind, ())))
    return out


def _show(contracts: Sequence[Contract], kinds: Sequence[str], examples: Sequence[Example], odds: Table) -> None:
    """By kind: contracts where it is found, said wrongly, missed; and F1 over all kinds."""
    said: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for e, p in zip(examples, odds, strict=True):
        if p >= LIKELY:
            said[e.group.split("/")[0], e.case].append(e.right)
    scores = []
    for kind in kinds:
        found = sum(any(said[kind, c.name]) for c in contracts)
        wrongly = sum(bool(said[kind, c.name]) and not any(said[kind, c.name]) for c in contracts)
        missed = sum(kind in c.marks and not any(said[kind, c.name]) for c in contracts)
        scores.append(2 * found / (2 * found + wrongly + missed))
        print(f"{kind:32} F1 {scores[-1]:.3f}  found {found}, said wrongly {wrongly}, missed {missed}")
    print(f"macro F1 {sum(scores) / len(scores):.3f} over {len(kinds)} kinds, {len(contracts)} contracts, each unseen")


def _as_data(said: Marks) -> dict[str, Any]:
    def short(x: float) -> float:
        return float(f"{x:.4g}")

    words = {gram: short(w) for gram, w in sorted(said.words.items())}
    return {
        "bias": short(said.bias),
        "usual": short(said.usual),
        "right": short(said.right),
        "found": short(said.found),
        "words": words,
    }


if __name__ == "__main__":
    main()

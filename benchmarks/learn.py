"""Learn the models that termscan ships (`termscan/odds`) from the cases in `benchmarks/rounds` and `benchmarks/newer`, and from `benchmarks/clauses`.

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
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from cases import Case, build, kept_in, learnt_from
from fitting import Example, as_data, dump, odds_unseen, summary

from termscan import termsheet, values
from termscan.compare import Matter, compare
from termscan.compare.asking import candidates
from termscan.compare.asks import LIKELY as LIKELY_ASK
from termscan.compare.asks import without_none
from termscan.compare.lexicon import content
from termscan.compare.passages import passages
from termscan.compare.saying import SAYS_SO, words_of
from termscan.compare.saying import signs as signs_of_saying
from termscan.extract import read_statements
from termscan.outline import outline
from termscan.rounds import Answer
from termscan.rounds.attributing import BESIDE, LIKELY, Attribution
from termscan.rounds.comparing import attribute
from termscan.rounds.differing import Passage
from termscan.rounds.substance import LIGHT, SURE
from termscan.rounds.substance import LIKELY as SUBSTANTIVE
from termscan.understanding import document_of, rules_of

HERE = Path(__file__).parent
CLAUSES, MODELS = HERE / "clauses", HERE.parent / "termscan" / "odds"
SHARED = Path(os.environ.get("TERMSCAN_SHARED") or HERE.parent.parent / "shared")
FEWEST, TELLING = 3, 1.0  # clauses that a word stands in, and the log of its odds, for it to speak for a kind
IN_HASTE = 0.3  # what a sentence weighs against a sheet that leaves nothing to counsel
# tricks by which the very words that say a term are altered, so that they tell where it was said
IN_ITS_PLACE = {
    *("weakening", "polarity", "value", "unit", "party", "scope", "trigger", "carve-out", "deletion", "blank"),
    *("number-mismatch", "placement"),
}
OTHERS = 2  # sheets of other cases, of whose terms in plain words a draft says none
ELSEWHERE = 0.3  # what each place weighs that speaks of one of those
UNAGREED = 0.25  # what a change weighs that is shown as if nobody had agreed the term on which it bears
Odds = dict[str, float]  # of each change, by its case, draft and number, as a model says that has not seen the case


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the models")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    told = topics()
    if options.write:
        dump("topics", told)  # what is seen of a change depends on it
    cases = learnt_from()
    with Pool(options.jobs) as pool:
        sentences = [e for seen in pool.imap(_sentences, cases) for e in seen]
        print(
            f"asks: {len(sentences)} sentences with a kind. {summary(sentences, odds_unseen('asks', sentences) >= LIKELY_ASK)}"
        )
        if options.write:
            dump("asks", as_data("asks", sentences))
        rounds = kept_in("rounds")  # with the newer ones more of what is merely spoken of passes for said
        places = [e for seen in pool.imap(partial(_places, sheets=[kept for kept, _ in rounds]), rounds) for e in seen]
        print(f"saying: {len(places)} places. {summary(places, odds_unseen('saying', places) >= SAYS_SO)}")
        if options.write:
            dump("saying", as_data("saying", places))
        changes = [e for seen in pool.imap(_changes, cases) for e in seen]
        unseen = odds_unseen("substance", changes)
        light = [SURE if e.signs["weight"] < LIGHT else SUBSTANTIVE for e in changes]
        print(f"substance: {len(changes)} changes of {len(cases)} cases. {summary(changes, unseen >= np.array(light))}")
        if options.write:
            dump("substance", as_data("substance", changes))
        odds = {e.group: p for e, p in zip(changes, unseen, strict=True)}
        pairs = [e for seen in pool.imap(partial(_pairs, odds=odds), cases) for e in seen]
        print(
            f"bearing: {len(pairs)} changes with a term. {summary(pairs, _near_the_best(pairs, odds_unseen('bearing', pairs)))}"
        )
        if options.write:
            dump("bearing", as_data("bearing", pairs))


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
def _built(of: Case) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A case with its drafts, in a folder of its own, and what was planted in each."""
    with tempfile.TemporaryDirectory() as folder:
        case = build(of, Path(folder))
        yield case, json.loads((case / "labels.json").read_text(encoding="utf-8"))["drafts"]


def _drafts(of: Case) -> Iterator[tuple[str, Attribution, Mapping[str, Any]]]:
    """The drafts of a case, read and compared with the faithful one; each with what was planted in it."""
    with _built(of) as (case, labels):
        before = _answer(case, "faithful")
        for draft, said in labels.items():
            if draft != "faithful":
                yield f"{of[0].name}/{draft}", attribute(before, _answer(case, draft)), said


def _sentences(of: Case) -> list[Example]:
    """Each sentence that may ask for something, and whether it was planted to; with the whole sheet, as somebody in
    a hurry would have typed it, and for what was agreed to be none."""
    out = []
    with _built(of) as (case, labels):
        for draft, said in labels.items():
            whole = _matter(case, draft)
            short = replace(whole, sheet=replace(whole.sheet, leave_to_counsel=()))
            bare, none = without_none(whole)
            for matter, kinds, weight in ((whole, None, 1.0), (short, None, IN_HASTE), (bare, none, 1.0)):
                for candidate, signs in candidates(matter, kinds):
                    start, end = matter.sentence_span(candidate.sentence)
                    here = [e for e in (*said["asks"], *said["edits"]) if e["start"] < end and start < e["end"]]
                    right = any(e.get("ask", e.get("term")) == candidate.kind.name for e in here)
                    if right or not here:  # what is planted of another sort tells nothing
                        out.append(Example(case.name, f"{case.name}/{draft}", signs, right, weight))
    return out


def _places(of: Case, sheets: Sequence[Path]) -> list[Example]:
    """Each place that speaks of a term in plain words, and whether it says it: for the terms of this sheet, where what was
    altered in another draft tells the place; and for those of other sheets, which are said nowhere here."""
    name, out = of[0].name, []
    with _built(of) as (case, labels):
        matter = _matter(case, "faithful")
    told: dict[str, set[int]] = defaultdict(set)
    for edit in (e for said in labels.values() for e in said["edits"] if e["trick"] in IN_ITS_PLACE):
        if edit["old"].strip() and matter.text.count(edit["old"]) == 1:
            start = matter.text.index(edit["old"])
            told[edit["term"]] |= {matter.sentence_at(i) for i in range(start, start + len(edit["old"]))}
    at = sheets.index(of[0])
    for kept in (of[0], *(sheets[(at + i) % len(sheets)] for i in range(1, OTHERS + 1))):
        sheet, other = termsheet.load(kept / "terms.yaml", matter.rulebook), kept.name
        for term in (t for t in sheet.terms if isinstance(t.agreed, values.Text)):
            right = told[term.name] if other == name else set[int]()
            beside = {i + d for i in right for d in (-1, 1)} - right  # may well say a part of it
            if right or other != name:
                words = _nameless(words_of(term), sheet)
                seen = signs_of_saying(matter, words, [i for _, i in passages(matter, words)])
                weight = 1.0 if right else ELSEWHERE
                out += [
                    Example(name, f"{name}/{other}/{term.name}", signs, i in right, weight)
                    for i, signs in seen.items()
                    if i not in beside
                ]
    return out


def _nameless(words: str, sheet: termsheet.TermSheet) -> str:
    """Words of a sheet without the names of its parties, which no other draft has."""
    names = [n for p in (sheet.customer, sheet.provider) for n in (p.name, *p.called) if n]
    return re.sub("|".join(map(re.escape, sorted(names, key=len, reverse=True))), " ", words) if names else words


def _changes(of: Case) -> list[Example]:
    """Each change of a case that the code does not settle by itself, and whether it is one of substance."""
    out = []
    for at, found, said in _drafts(of):
        for i, passage in enumerate(found.passages):
            planted = any(_touches(passage, e) for e in (*said["edits"], *said["asks"]))
            signs = passage.difference.signs
            if signs and (planted or any(_touches(passage, e) for e in said["reworded"])):
                out.append(Example(of[0].name, f"{at}/{i}", signs, planted))
    return out


def _pairs(of: Case, odds: Odds) -> list[Example]:
    """Each change of substance with each term of the sheet, and whether it was planted to reopen it."""
    out = []
    for at, found, said in _drafts(of):
        arguable = {term for term, verdicts in said["terms"].items() if "kept" in verdicts and len(verdicts) > 1}
        for i, passage in enumerate(found.passages):
            if f"{at}/{i}" in odds:  # as a model says that has not seen this case: that is how it will be in use
                vars(passage.difference)["odds"] = odds[f"{at}/{i}"]
            if passage.substantive:
                terms = {e["term"] for e in said["edits"] if _touches(passage, e)}
                seen = [(name, signs) for name, signs in found.signs(i).items() if name not in arguable]
                out += [Example(of[0].name, f"{at}/{i}", signs, name in terms) for name, signs in seen]
                # what would be seen, had nobody agreed what this change reopens: it then bears on nothing
                rest = found.signs(i, terms | arguable).values() if terms else ()
                out += [Example(of[0].name, f"{at}/{i}/none", signs, False, UNAGREED) for signs in rest]
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


def _near_the_best(examples: Sequence[Example], odds: Sequence[float]) -> list[bool]:
    """Of each change the terms that it is put down to: as `attributing` does it."""
    best: Odds = defaultdict(float)
    for e, p in zip(examples, odds, strict=True):
        best[e.group] = max(best[e.group], p)
    return [p >= max(LIKELY, BESIDE * best[e.group]) for e, p in zip(examples, odds, strict=True)]


if __name__ == "__main__":
    main()

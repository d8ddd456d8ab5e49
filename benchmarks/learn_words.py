"""Learn how near words are in meaning (`termscan/odds/nearness.py`), from the company they keep in contracts.

    pip install -e '.[learn]'
    TERMSCAN_SHARED=../shared python benchmarks/learn_words.py [--write] [--near WORD ...]

The contracts are those of CUAD v1 (The Atticus Project, CC BY 4.0) over which the cases of `rounds` were written, none of them
a contract of the bench, and the clauses of `clauses`. Nothing of the cases is used. With `--write` the places of the words
are written; make the models that use them anew afterwards (`learn.py`). `--near` shows the words nearest to some. The same
contracts give the same places.
"""

from __future__ import annotations

import argparse
import base64
import math
import os
import re
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from fitting import dump
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD

from termscan.compare.lexicon import content

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("TERMSCAN_SHARED") or HERE.parent.parent / "shared")
DIMENSIONS, FEWEST = 64, 8  # of the space; how often a word has to be said to have a place in it
WINDOW = 8  # words to each side that are the company of a word, the nearer the more
SMOOTHED, SHIFT = 0.75, 1.5  # rare company counts for less than by its share alone; so much oftener than by chance
_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-Z(])|\n\s*\n")
Sentence = Sequence[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the places of the words")
    parser.add_argument("--near", nargs="*", default=[], help="print the words nearest to these")
    options = parser.parse_args()
    sources = sorted(set(yaml.safe_load((HERE / "rounds/sources.yaml").read_text(encoding="utf-8")).values()))
    with Pool(2) as pool:
        said = [
            s for some in pool.imap(_sentences, (SHARED / "corpus/cuad/txt" / name for name in sources)) for s in some
        ]
    for file in sorted((HERE / "clauses").glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            said += [list(content(text)) for text in (*entry["kept"], *(n["text"] for n in entry["not"]))]
    often = Counter(word for sentence in said for word in sentence)
    words = sorted(word for word, count in often.items() if count >= FEWEST)
    places = _places(said, words)
    print(f"{len(words)} words of {len(said)} sentences in {len(sources)} contracts")
    for word in options.near:
        order = np.argsort(-places @ places[words.index(word)])
        print(f"{word}: {', '.join(words[i] for i in order[1:11])}")
    if options.write:
        whole = np.round(places * 127 / np.abs(places).max()).astype(np.int8)
        dump("words", {
            "dimensions": DIMENSIONS, "words": words, "weights": [round(math.log(len(said) / often[w]), 2) for w in words],
            "places": base64.b64encode(whole.tobytes()).decode(),
        })  # fmt: skip


def _sentences(file: Path) -> list[Sentence]:
    text = file.read_text(encoding="utf-8", errors="replace")
    return [words for words in (list(content(s)) for s in _SENTENCE.split(text)) if len(words) > 2]


def _places(said: Sequence[Sentence], words: Sequence[str]) -> np.ndarray[Any, Any]:
    """Where each word stands, at the distance 1 from the middle."""
    at = {word: i for i, word in enumerate(words)}
    beside: Counter[tuple[int, int]] = Counter()
    for sentence in said:
        known = [at.get(word) for word in sentence]
        for i, one in enumerate(known):
            for j, other in enumerate(known[i + 1 : i + 1 + WINDOW], 1):
                if one is not None and other is not None and one != other:
                    beside[one, other] += 1 / math.sqrt(j)  # type: ignore[assignment]
    pairs, counts = np.array(list(beside)), np.array(list(beside.values()))
    shape = len(words), len(words)
    one_way = csr_matrix((counts, (pairs[:, 0], pairs[:, 1])), shape=shape)
    both = (one_way + one_way.T).tocoo()
    of_word = np.asarray(both.sum(axis=1)).ravel()
    by_chance = of_word**SMOOTHED / (of_word**SMOOTHED).sum()
    oftener = np.log(both.data / (of_word[both.row] * by_chance[both.col])) - math.log(SHIFT)
    more = oftener > 0
    told = csr_matrix((oftener[more], (both.row[more], both.col[more])), shape=shape)
    svd = TruncatedSVD(DIMENSIONS, random_state=1)
    places = svd.fit_transform(told) / np.sqrt(svd.singular_values_)
    return np.asarray(places / (np.linalg.norm(places, axis=1, keepdims=True) + 1e-9))


if __name__ == "__main__":
    main()

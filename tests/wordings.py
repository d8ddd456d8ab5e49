"""A few clauses between a bakery and its studio, judged against one agreed term: what the tables of wordings share."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import termscan

SHEET = """
deal: Test
agreed_on: 2026-11-02
parties: {{customer: Birch Lane Bakeries Ltd, provider: Copper Kettle Studio LLC}}
our_side: provider
terms:
  {terms}
leave_to_counsel: [payment.*, deliverables.*, ip.*, liability.*, term.*, general.*]
"""
OPENING = 'AGREEMENT\n\nThis Agreement is made between Birch Lane Bakeries Ltd ("Buyer") and Copper Kettle Studio LLC ("Studio").\n\n'


def row(tmp_path, terms: str, clauses: str):
    """The row of the first term, after a review of these clauses."""
    (tmp_path / "terms.yaml").write_text(SHEET.format(terms=terms), encoding="utf-8")
    (tmp_path / "draft.txt").write_text(OPENING + clauses, encoding="utf-8")
    return termscan.review(tmp_path / "draft.txt", tmp_path / "terms.yaml").terms[0]


def two_tests(keeps: Sequence[tuple[str, str, str]], reopens: Sequence[tuple[str, str, str, str]]):
    """Two tests: every wording of the first table keeps its term, every one of the second gives its verdict."""

    @pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in keeps], ids=[c[0] for c in keeps])
    def it_keeps(tmp_path, terms, clauses):
        found = row(tmp_path, terms, clauses)
        assert found.verdict == "kept", found.message

    @pytest.mark.parametrize(("terms", "clauses", "verdict"), [c[1:] for c in reopens], ids=[c[0] for c in reopens])
    def it_reopens(tmp_path, terms, clauses, verdict):
        found = row(tmp_path, terms, clauses)
        assert found.verdict == verdict, found.message

    return it_keeps, it_reopens

"""Extracting: from the outline of a draft to the statements that bear on each kind of term.

Read in this order: masking (what a cue runs on), cues (the language of the rules), statements (what a draft states),
clauses (how statements are shown), selftest (a rule's own examples).
"""

from .clauses import stated_clauses
from .statements import CompiledKind, Matcher, Reading, Statement, matcher, read_statements

__all__ = ["CompiledKind", "Matcher", "Reading", "Statement", "matcher", "read_statements", "stated_clauses"]

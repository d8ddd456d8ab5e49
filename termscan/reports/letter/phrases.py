"""The words of the letter, as tables: headings, how a term is called, clauses for agreed choices, and ways to ask.

A kind that is missing here is called by its own name, and its words are those that its rule restores.
"""

from __future__ import annotations

import re

TOPICS = {
    "payment": "Payment",
    "deliverables": "The work",
    "ip": "Rights in the work",
    "liability": "Liability",
    "term": "Term and termination",
    "general": "General terms",
    "other": "Other points",
}
NEW = "New in this draft"
DRAFTING = "Points of drafting"

TITLES = {
    "payment.total_fee": "the total fee",
    "payment.rate": "the rates",
    "payment.not_to_exceed": "the ceiling on fees",
    "payment.revenue_share": "the share of revenue",
    "payment.cost_plus": "the mark-up on cost",
    "payment.deposit": "the deposit",
    "payment.milestones": "the payment plan",
    "payment.due": "the time for payment",
    "payment.dispute_window": "the time to contest an invoice",
    "payment.late_interest": "interest on late payment",
    "payment.price_increase": "price increases",
    "payment.expenses": "the expenses",
    "payment.minimum_commitment": "the minimum commitment",
    "payment.set_off": "set-off",
    "payment.most_favoured_price": "a best-price promise",
    "deliverables.scope": "the scope of work",
    "deliverables.acceptance_period": "the acceptance period",
    "deliverables.revisions": "the rounds of revisions",
    "deliverables.change_control": "changes of scope",
    "deliverables.warranty": "the warranty",
    "deliverables.service_level": "the service level",
    "deliverables.delay_damages": "compensation for delay",
    "ip.ownership": "ownership of the work",
    "ip.transfer": "the transfer of rights",
    "ip.background_ip": "background material",
    "ip.licence": "the licence",
    "ip.territory": "the territory",
    "ip.source_code": "the source code",
    "liability.cap": "the cap on liability",
    "liability.cap_applies_to": "whose liability is capped",
    "liability.uncapped": "what the cap leaves out",
    "liability.excluded_losses": "excluded losses",
    "liability.excluded_losses_apply_to": "who is free of excluded losses",
    "liability.indemnity_by": "the indemnity",
    "liability.ip_indemnity_by": "the indemnity for infringement",
    "liability.claim_period": "the time to bring claims",
    "liability.warranty_disclaimer": "implied warranties",
    "term.start": "the start date",
    "term.end": "the end date",
    "term.initial_term": "the initial term",
    "term.renewal_notice": "notice of non-renewal",
    "term.convenience": "termination for convenience",
    "term.convenience_notice": "notice to end without cause",
    "term.cure_period": "the time to cure a breach",
    "term.kill_fee": "the fee on early termination",
    "general.governing_law": "the governing law",
    "general.disputes": "dispute resolution",
    "general.non_solicit": "non-solicitation",
    "general.non_compete": "competing work",
    "general.attorneys_fees": "lawyers’ fees",
    "general.data_ownership": "ownership of the data",
    "general.data_return": "the return of data",
    "general.ai_training": "AI training",
    "trap.unilateral_change": "changes by one side alone",
    "trap.deemed_consent": "silence as consent",
    "trap.unlimited_obligation": "open-ended work",
    "trap.waiver_of_remedies": "remedies given up",
    "trap.survival_forever": "duties without end",
    "trap.step_in": "work taken over by others",
    "trap.one_sided_termination": "termination by one side alone",
    "trap.automatic_price_rise": "automatic price rises",
    "trap.background_ip_assignment": "background material handed over",
    "trap.non_assertion": "rights not to be used",
    "trap.sole_discretion": "decisions by one side alone",
}

CLAUSES: dict[str, dict[str, str]] = {
    "payment.expenses": {
        "included": "The fees include all expenses.",
        "reimbursed": "{customer} shall reimburse {provider}'s reasonable expenses.",
        "reimbursed with approval": "{customer} shall reimburse {provider}'s expenses that {customer} approved in advance.",
    },
    "payment.refunds": {
        "non-refundable": "Fees paid are non-refundable.",
        "pro rata": "If this Agreement ends early, {provider} shall refund prepaid fees pro rata.",
        "full": "If this Agreement ends early, {provider} shall refund all prepaid fees in full.",
    },
    "payment.taxes": {
        "included": "The fees include all taxes.",
        "excluded": "The fees are exclusive of taxes, which {customer} shall pay in addition.",
    },
    "deliverables.deemed_acceptance": {
        "yes": "A deliverable that is not rejected in writing within the acceptance period is deemed accepted.",
        "no": "Silence is not acceptance; {customer} accepts a deliverable only in writing.",
    },
    "deliverables.change_control": {
        "written": "A change of scope, price or timetable needs a written change order signed by both parties.",
    },
    "deliverables.subcontracting": {
        "allowed": "{provider} may use subcontractors.",
        "with consent": "{provider} may not use subcontractors without {customer}'s prior written consent.",
        "prohibited": "{provider} shall not use subcontractors.",
    },
    "ip.background_ip": {
        "customer": "{customer} keeps all right, title and interest in its background material.",
        "provider": "{provider} keeps all right, title and interest in its background material.",
        "each": "Each party keeps all right, title and interest in its own background material.",
    },
    "ip.portfolio_use": {
        "allowed": "{provider} may show the work in its portfolio.",
        "with consent": "{provider} may show the work in its portfolio with {customer}'s prior written consent.",
        "prohibited": "{provider} shall not show the work in its portfolio.",
    },
    "liability.ip_indemnity_by": {
        "customer": "{customer} shall indemnify {provider} against third-party claims that its materials infringe the rights of others.",
        "provider": "{provider} shall indemnify {customer} against third-party claims that its work infringes the rights of others.",
        "each": "Each party shall indemnify the other against third-party claims that what it supplied infringes the rights of others.",
    },
    "liability.indemnity_by": {
        "customer": "{customer} shall indemnify {provider} against third-party claims that arise from its breach of this Agreement.",
        "provider": "{provider} shall indemnify {customer} against third-party claims that arise from its breach of this Agreement.",
        "each": "Each party shall indemnify the other against third-party claims that arise from its breach of this Agreement.",
    },
    "liability.warranty_disclaimer": {
        "yes": "Except as stated in this Agreement, all implied warranties are excluded.",
    },
    "term.renewal": {
        "by agreement": "This Agreement renews only by written agreement of both parties.",
        "automatic": "This Agreement renews automatically.",
    },
    "term.convenience": {
        "both": "Either party may terminate this Agreement for convenience by written notice.",
        "customer": "{customer} may terminate this Agreement for convenience by written notice.",
        "provider": "{provider} may terminate this Agreement for convenience by written notice.",
    },
    "general.disputes": {
        "arbitration": "Any dispute arising out of this Agreement shall be finally settled by arbitration.",
        "mediation first": "The parties shall first try to settle any dispute by mediation.",
    },
    "general.assignment": {
        "allowed": "Either party may assign this Agreement.",
        "with consent": "Neither party may assign this Agreement without the other's prior written consent.",
        "prohibited": "Neither party may assign this Agreement.",
    },
    "general.publicity": {
        "with consent": "Neither party shall issue a press release about this Agreement without the other's prior written consent.",
        "prohibited": "Neither party shall issue a press release about this Agreement.",
    },
    "general.attorneys_fees": {
        "each its own": "Each party bears its own attorneys' fees.",
        "loser pays": "The prevailing party is entitled to recover its reasonable attorneys' fees from the other.",
    },
    "general.ai_training": {
        "with consent": "{provider} shall not use {customer}'s data to train artificial intelligence without {customer}'s prior written consent.",
        "prohibited": "{provider} shall not use {customer}'s data to train artificial intelligence.",
    },
}
"""Clauses for agreed choices, where the rule's own words would read like a label; termscan reads each as what was agreed."""

WAYS: dict[str, tuple[str, ...]] = {
    "value": (
        "The draft says {found}; we agreed {agreed}. Could we go back to that?",
        "We had {agreed} here, and the draft has {found}. Would you put it back?",
        "This now reads {found} rather than {agreed}. May we return to what we agreed?",
        "Instead of {agreed} we find {found}. Could you restore it?",
        "Our notes have {agreed}, the draft {found}. Is that a slip that we can correct?",
    ),
    "wording": (
        "The draft has “{quote}”. Could it say this instead, as agreed?",
        "We read “{quote}”, and had left it differently. Would the following do?",
        "Here it says “{quote}”. May we suggest what we had settled on?",
        "The words are now “{quote}”. Could we use these in their place?",
    ),
    "unwanted": (
        "We had agreed to do without it, and the draft has “{quote}”. Could it come out?",
        "The draft brings in “{quote}”, where we wanted none. Would you leave it out?",
    ),
    "start": (
        "The figure ({agreed}) is right; what differs is when it begins: “{quote}”. Could it run {start}, as we had it?",
        "We have {agreed} too, with another beginning: “{quote}”. May we go back to counting {start}?",
        "{agreed} is as agreed, and only the starting point has moved: “{quote}”. Would you count {start} again?",
    ),
    "around": (
        "{agreed} is what we agreed, and the words around it are new: “{quote}”. Could they come out?",
        "The draft keeps {agreed}, in words that change how it works: “{quote}”. Would you take another look?",
    ),
    "limit": (
        "What we agreed{aside} is there, with an addition: “{quote}”. Could we do without it?",
        "The draft keeps this{aside}, now with the words “{quote}”. Would you take them out?",
        "Here we found a qualification that we had not talked about: “{quote}”. May we drop it?",
        "The substance{aside} is right, but for “{quote}”. Could that part go?",
    ),
    "override": (
        "This is as we agreed{aside}, but {other} sets it aside in part: “{quote}”. Could that sentence come out?",
        "We are happy with the clause itself{aside}. {Other} makes an exception to it, though: “{quote}”. May we leave that out?",
        "The clause{aside} is fine; {other} then says “{quote}”. Would you take that back?",
    ),
    "definition": (
        "The words are as agreed{aside}, but much now turns on the definition in {other}: “{quote}”. Could we bring it back into line?",
        "This{aside} depends on how {other} defines its terms: “{quote}”. Would you return to the usual meaning?",
        "{Other} gives one of the words another meaning: “{quote}”. May we settle that there?",
    ),
    "same definition": (
        "This rests on the same definition in {other}. Would the one correction settle both?",
        "The definition in {other} matters here as well. Shall we treat the two together?",
    ),
    "soft": (
        "The draft puts it this way: “{quote}”. Could it be the firm commitment that we had?",
        "As it stands, “{quote}” leaves this rather open. Would you make it binding again?",
    ),
    "blank": (
        "A blank is left here: “{quote}”. Could we fill in {agreed}?",
        "The value is still open in “{quote}”. May we enter {agreed}?",
        "Here the figure is not filled in yet (“{quote}”). Shall it be {agreed}, as agreed?",
    ),
    "conflict": (
        "We find two answers ({found}), one here and one in {other}. Could both say {agreed}?",
        "This and {other} do not match ({found}). Would {agreed} in both places be right?",
        "{Other} says something else than this passage: {found}. May we keep {agreed} alone?",
    ),
    "mismatch": (
        "The draft gives two figures in one breath: “{quote}”. Could it say {agreed}?",
        "“{quote}” can be read in two ways. Would you make it {agreed}?",
    ),
    "missing": (
        "We could not find this in the draft. Could it go back in, for instance like this?",
        "The draft does not seem to mention it. Would you add a sentence such as this one?",
        "This appears to have dropped out. May we put it back with these words?",
        "We looked for this without success. Could you include something like the following?",
    ),
    "missing, without a clause": (
        "We could not find this in the draft; we agreed {agreed}. Could it go back in?",
        "The draft does not seem to mention it. Would you add what we agreed, {agreed}?",
        "This appears to have dropped out. May we put {agreed} back?",
    ),
    "wording, without a clause": (
        "The draft has “{quote}”; we agreed {agreed}. Could we go back to that?",
        "We read “{quote}”, and had it as {agreed}. Would you change it back?",
    ),
    "new": (
        "We had not talked about this one: “{quote}”. Could it come out, or shall we talk about what it is for?",
        "This is new to us: “{quote}”. Would you be willing to leave it out?",
        "The draft adds “{quote}”. May we ask what prompted it, and whether it could go?",
        "We do not recall discussing “{quote}”. Is it something that you need?",
        "Here we came upon “{quote}”. Could we keep to what we had discussed, without it?",
    ),
    "fault": (
        "{message} Could this be put right?",
        "{message} Would you have another look?",
        "{message} May we ask you to correct it?",
        "{message} Shall we tidy that up?",
    ),
}
"""What is said of a difference, by its nature; the ways take turns, so that no letter repeats itself."""

SMOOTHED = (
    (re.compile("'"), "’"),
    (re.compile(r" per (\w+) of each \1\b"), r" of each \1"),
    (re.compile(r"\b(\d+ (?:business )?(?:day|week|month|year)s)( written)? notice\b"), r"\1’\2 notice"),
    (re.compile(r"\bthe the\b"), "the"),
)
"""Seams that a rule's words show once a value stands in them."""

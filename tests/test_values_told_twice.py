"""A value that is told a second time, filled in by half, left blank where it counts, or brought up though agreed away."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("a period pointed back at", "term: {cure_period: 30 days}", "1. Breach. If Studio breaches this Agreement and does not cure the breach within thirty (30) days after written notice, Buyer may end it when such thirty (30) day period is over."),
    ("business days pointed back at as days", "term: {cure_period: 30 business days}", "1. Breach. If Studio breaches this Agreement and does not cure the breach within thirty (30) business days after written notice, Buyer may end it when such 30-day period is over."),
    ("a period before an event, which points at nothing", "term: {cure_period: 30 days}", "1. Breach. If Studio breaches this Agreement and does not cure the breach within 30 days after written notice, Buyer may end it. Studio lists the breaches of the 90-day period preceding the notice."),
    ("a blank for another sort of cure", "term: {cure_period: 30 days}", "1. Breach. A party may end this Agreement if the other breaches it and does not cure the breach within 30 days after written notice.\n\n2. Ovens. Studio repairs an oven within ____ days."),
    ("interest agreed away and nowhere brought up", "payment: {late_interest: none}", "1. Payment. Buyer pays each invoice within 30 days. Studio sends a reminder of what is late."),
]  # fmt: skip

REOPENED = [
    ("a period pointed back at that was another", "term: {cure_period: 30 days}", "1. Breach. If Studio breaches this Agreement and does not cure the breach within sixty (60) days after written notice, Buyer may end it when such thirty (30) day period is over.", "changed"),
    ("a notice pointed back at that was another", "term: {cure_period: 20 days}", "1. Breach. A party may end this Agreement for a material breach on twenty (20) days' written notice, if the breach is not cured within such forty (40) days.", "unclear"),
    ("words filled in and digits left blank", "term: {cure_period: 30 days}", "1. Breach. A party may end this Agreement if the other breaches it and does not cure the breach within thirty (____) days after written notice.", "unclear"),
    ("a blank where the term is said, and the value for something near", "term: {cure_period: 30 days}", "1. Breach. A party may end this Agreement if the other breaches it and does not cure the breach within ____ days after written notice.\n\n2. Ovens. A party may end the baking of a sort of bread if the other breaches the recipe and does not cure the breach within 30 days.", "unclear"),
    ("interest agreed away and brought up in other words", "payment: {late_interest: none}", "1. Payment. Sums that Buyer leaves unpaid on their due date grow by one percent for each month begun until they are paid.", "changed"),
]  # fmt: skip

test_the_value_is_told_once, test_the_draft_is_torn_or_open = two_tests(KEPT, REOPENED)

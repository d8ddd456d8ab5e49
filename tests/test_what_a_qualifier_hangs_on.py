"""Exceptions, conditions and starts that take nothing: what the sheet says in other words, or what hangs on something else."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("the agreed exception in other words", "other: {burnt: 'Studio pays for burnt loaves, unless Buyer or its staff burnt them.'}", "1. Burnt loaves. Studio shall pay Buyer for all burnt loaves, unless the burning is due to the fault or negligence of Buyer, its bakers or affiliates."),
    ("the agreed condition in other words", "other: {lists: 'Each side may use the lists of recipes so long as the fair is not disturbed.'}", "1. Lists. Each party may use the lists of recipes for its own baking, provided that the opening, catering or cleaning of the fair is not interfered with."),
    ("what the sheet says stays outside", "other: {quarrels: 'Disputes about loaves go to one arbitrator; trademarks stay outside.'}", "1. Disputes. All disputes about the loaves, other than disputes concerning trademarks, service marks or trade names, go to a single arbitrator."),
    ("an exception that the sheet lists", "payment: {due: {agreed: 40 days, from: receipt of the flour, except: [the first twelve sacks, paid once the inspector passes the mill]}}", "1. Payment. Buyer shall pay each order within 40 days after receipt of the flour, except for the first order, which is of twelve sacks of rye and spelt and payable once the inspector has passed the mill of Studio at Reed Lane."),
    ("hold harmless in two words", "liability: {indemnity_by: provider}", "1. Indemnity. Studio shall indemnify, defend and save Buyer, its bakers, waiters and guests harmless from all claims of third parties."),
    ("to fall short is no exception", "deliverables: {deemed_acceptance: yes}", "1. Loaves. Loaves of which Buyer does not say within 5 days that they fall short of the recipe or its crust, colour and crumb are deemed accepted."),
    ("what the other one put in", "liability: {indemnity_by: both}", "1. Indemnity. Each party shall indemnify the other against claims of third parties about its menus, excluding posters, songs and slogans supplied by or on behalf of the other party."),
    ("an exception in one head of many", "liability: {indemnity_by: both}", "1. Indemnity. Each party shall indemnify the other against all losses from (a) its ovens, except to the extent that the heat comes from the old furnace; (b) its vans; and (c) its menus."),
    ("an exception to a proviso", "ip: {ownership: customer}", "1. Recipes. All rights in the recipes belong to Buyer; provided, however, that Buyer shall not have any right to the founder's portrait except as expressly granted by him in a letter."),
    ("another act than the one restrained", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, provided, however, that Buyer may set up stalls at regional fairs with innkeepers."),
    ("a discretion in the exception that comes first", "general: {publicity: with consent}", "1. News. Other than notices to the market warden, as thought useful in the sole discretion of Buyer, neither party shall issue a press release without the other's prior written consent."),
    ("secrets in plain words", "other: {secrets: 'Each side keeps the recipes and business information of the other secret.'}", "1. Secrets. Each party shall keep the recipes and business information of the other confidential. The foregoing restrictions do not apply to information that was known to the recipient before, or has become publicly known through no fault of it."),
    ("told by advice", "term: {renewal: automatic}", "1. Term. Unless one of the parties advises otherwise, this Agreement shall then be extended, without any further act, for successive terms of one year."),
    ("an end before the end", "term: {initial_term: 3 years}", "1. Term. This Agreement takes effect when signed and remains in force for three years, unless it is brought to an end sooner."),
    ("a start that points back", "term: {cure_period: {agreed: 20 days, from: receipt of written notice}}", "1. Breach. A party in breach that has received written notice of it and has not cured it by the twentieth day after such receipt may be given notice of termination."),
    ("the date that the contract bears", "term: {initial_term: {agreed: 90 days, from: effective date}}", "1. Term. The initial term of this Agreement is ninety (90) days from the date set forth below."),
    ("a thing and what befalls it", "payment: {due: {agreed: 15 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice within 15 days after the date such invoice is received."),
    ("the termination of a quarter", "payment: {due: {agreed: 45 days, from: end of the quarter}}", "1. Payment. Buyer shall pay the fee within 45 days after the termination of the preceding full calendar quarter."),
    ("days after asking", "general: {data_return: {agreed: 10 days, from: request}}", "1. Data. Studio shall return all data of Buyer within 10 days after asking."),
    ("a term that takes its renewals in", "term: {initial_term: 5 years}", "1. Term. This Agreement runs for an initial term of 5 years. \"Term\" shall mean collectively the initial term as well as any successive renewal or extension thereof."),
    ("control as everybody defines it", "term: {change_of_control: both}", "1. Change. Either party may terminate this Agreement upon a change of control of the other. \"Control\" means the possession, directly or indirectly, of the power to direct or cause the direction of the management and policies of an entity, by contract or otherwise."),
    ("a licence that ends with the contract", "ip: {licence: [non-exclusive]}", "1. Licence. Studio grants Buyer a non-exclusive licence to the recipes. This licence shall terminate automatically upon the expiration or termination of this Agreement, at which time Buyer shall cease all use of the recipes."),
]  # fmt: skip

REOPENED = [
    ("another exception than the agreed one", "other: {burnt: 'Studio pays for burnt loaves, unless Buyer or its staff burnt them.'}", "1. Burnt loaves. Studio shall pay Buyer for all burnt loaves, unless the flour was milled in a leap year or under a waxing moon.", "weakened"),
    ("another exception beside those listed", "payment: {due: {agreed: 40 days, from: receipt of the flour, except: [the first twelve sacks, paid once the inspector passes the mill]}}", "1. Payment. Buyer shall pay each order within 40 days after receipt of the flour, except where the harvest festival or the regatta has been rained off.", "weakened"),
    ("a proviso that allows the very act", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, provided, however, that Buyer may assign this Agreement to any innkeeper with a regional stall.", "weakened"),
    ("an exception to all heads", "liability: {indemnity_by: provider}", "1. Indemnity. Studio shall indemnify Buyer against all losses from (a) its ovens and (b) its vans, save where the guild of millers has closed the season.", "weakened"),
    ("a freedom that ends with the contract though it was to last", "ip: {licence: [non-exclusive, perpetual]}", "1. Licence. Studio grants Buyer a non-exclusive, perpetual licence to the recipes. This licence shall terminate automatically upon the expiration or termination of this Agreement, at which time Buyer shall cease all use of the recipes.", "weakened"),
    ("a start at another event", "payment: {due: {agreed: 15 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice within 15 days after the date such invoice is approved by its baker.", "changed"),
    ("the law of another place for some sections", "general: {governing_law: Ohio}", "1. Law. This Agreement is governed by the laws of Ohio, except that sections 3 and 4 shall be governed by the laws of Nevada.", "weakened"),
    ("a right where the other is agreeable", "term: {convenience: provider}", "1. End. Studio may, if Buyer is agreeable, terminate this Agreement without cause on notice.", "weakened"),
    ("talks where both so desire", "general: {disputes: mediation first}", "1. Disputes. The parties shall, should both of them so desire, first try to settle a dispute by mediation before they go to court.", "weakened"),
    ("control as nobody defines it", "term: {change_of_control: both}", "1. Change. Either party may terminate this Agreement upon a change of control of the other. \"Control\" means only the purchase of every oven, van and stall by a rival miller at a public auction.", "weakened"),
]  # fmt: skip

test_what_hangs_on_something_else_keeps_a_term, test_what_hangs_on_the_term_reopens_it = two_tests(KEPT, REOPENED)

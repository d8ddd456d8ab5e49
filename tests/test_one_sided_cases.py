"""Cases that serve one side alone: losses given back to it, indemnities that shrink, leave of its own, picks of its own."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("losses that neither recovers", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits, except for a breach of confidentiality by Buyer."),
    ("a loss given back as agreed", "liability: {excluded_losses: {agreed: [indirect, lost profits], except: [profits that Studio loses on cancelled orders]}}", "1. Liability. Neither party shall be liable for indirect damages or lost profits, other than profits lost by Studio on cancelled orders."),
    ("an indemnity for what the sheet says was known", "liability: {ip_indemnity_by: {agreed: provider, except: [only rights known to it]}}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a copyright known to Studio."),
    ("damages finally awarded", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall defend Buyer against any claim that the menus infringe a copyright and indemnify it for the damages finally awarded."),
]  # fmt: skip

REOPENED = [
    ("lost profits of one side taken out", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits (other than profits lost by Studio while an oven stands still).", "weakened"),
    ("a loss of one side that the next sentence spares", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits. This does not, however, apply to the revenue that Buyer forgoes in December.", "weakened"),
    ("profits said to be recoverable", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits, the profits which Buyer loses on wedding cakes being recoverable nonetheless.", "weakened"),
    ("an indemnity for what was known", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a copyright of which Studio had actual knowledge.", "weakened"),
    ("an indemnity for rights that exist already", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a trademark registered in Ohio on or before the date of this Agreement.", "weakened"),
    ("an indemnity for what a director does", "liability: {indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against third-party claims that arise from the negligence of a director of Studio.", "weakened"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)

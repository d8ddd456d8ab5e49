"""Shorthand of notes and mails, written out: "30d", "ex VAT", "GBP 950 pcm", "120k USD"."""

from __future__ import annotations

import re

_AMOUNT = r"\d[\d,.]*\s?(?:k|m|bn)?"
_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (r"(?<=\d),(?=\d{1,2}\s?%)", "."),
        (r"(?<=\d)\s?(?:bds?|b\.d\.|wds?|w\.d\.)(?![\w.])", " business days"),
        (r"(?<=\d)\s?(?:busi?ness|working)[ -]days?\b", " business days"),
        (r"(?<=\d)[ -]?d(?:ys?)?\b(?![./])", " days"),
        (r"(?<=\d)[ -]?w(?:ks?)?\b(?![./])", " weeks"),
        (r"(?<![\d.,$€£])(?<![$€£] )(?<!\b[A-Z]{3} )(\d{1,2}) ?(?:m|mo|mos|mths?|mnths?)\b(?![./])", r"\1 months"),
        (r"(?<=\d)[ -]?(?:y|yrs?)\b(?![./])", " years"),
        (r"\bex(?:cl?|cluding|clusive(?: of)?)?\.? (?:of )?(?:VAT|tax|taxes|GST|sales tax)\b", "plus VAT"),
        (r"\+ ?(VAT|tax|taxes|GST|sales tax)\b", r"plus \1"),
        (r"\b(?:p\.?a\.?|per annum)(?![\w])", "per year"),
        (r"(?<=[\d%]) ?(?:pcm|p\.?m\.?)(?![\w])", " per month"),
        (r"(?<=\d) ?(?:p/h|p\.?h\.?|ph)(?![\w])", " per hour"),
        (r"(?<=\d) ?(?:/ ?|p/|per )(?:hr?s?|hour)\b", " per hour"),
        (r"(?<=\d) ?(?:/ ?|p/)(?:mo|mth|month)\b", " per month"),
        (r"(?<=\d) ?(?:/ ?|p/)(?:d|day)\b", " per day"),
        (r"(?<=\d) ?(?:/ ?|p/)(?:y|yr|year)\b", " per year"),
        (rf"\b({_AMOUNT}) ?(USD|GBP|EUR|CHF|CAD|AUD)\b", r"\2 \1"),
        (r"\b(\d+(?:\.\d+)?) ?(?:percent|per cent|pct)\b", r"\1%"),
        (r"\bEngland (?:&|\+) Wales\b|\bE&W\b|\bEnglish(?= law)", "England and Wales"),
        (r"\b(?:annual|yearly|12[- ]months?'?) fees\b", "12 months of fees"),
        (
            r"\bhalf (?=(?:is |are |paid |payable |due )*(?:on|at|up ?front|now|upon|when|before|after|in advance)\b)",
            "50% ",
        ),
        (
            r"\b(capped at|limited to|cap(?: is| of)?) (?:the |total |all )+(?:fees|price|contract value)(?: paid)?\b(?! (?:of|for|in))",
            r"\1 100% of fees",
        ),
        (
            r"\b(?:receiving|getting|they get|we get|getting hold of) (?:them|it|the (?:invoice|bill)|an? (?:invoice|bill)|invoices?|bills?)\b",
            "receipt of invoice",
        ),
        (r"(?<=[%sx]) of fees\b", " of the fees"),
        (
            r"((?:[$€£]|[A-Z]{3} ?)\d[\d,.]*(?: ?(?:k|m|million))?|\d+% of (?:the )?fees),? or ((?:[$€£]|[A-Z]{3} ?)\d[\d,.]*(?: ?(?:k|m|million))?|\d+% of (?:the )?fees),? whichever is (?:the )?(?:higher|greater)\b",
            r"the greater of \1 and \2",
        ),
        (
            r"((?:[$€£]|[A-Z]{3} ?)\d[\d,.]*(?: ?(?:k|m|million))?|\d+% of (?:the )?fees),? or ((?:[$€£]|[A-Z]{3} ?)\d[\d,.]*(?: ?(?:k|m|million))?|\d+% of (?:the )?fees),? whichever is (?:the )?(?:lower|lesser|less)\b",
            r"the lesser of \1 and \2",
        ),
        (r"\bper (?:extra|additional|further|started|full) (?=\w)", "per "),
        (r"^net (?=\d)", "payment terms: net "),
        (r"(?<=[a-z]{4})/(?=[a-z]{4})", " or "),
        (r"\b(invoices?\b.{0,60}?\b(?:after|from|of)) (?:their|its) dates?\b", r"\1 the invoice date"),
        (r"\bT&Cs?\b", "terms and conditions"),
        (r"\bw/o\b", "without"),
        (r"\bw/ ?(?=\w)", "with "),
        (r"\bthird(?: |-)part(?:y|ies)\b", "third party"),
    )
)
_OPENS = r"from|after|by|for|of|except|excluding|only|on|in|per|plus|each|both|other than|unless|mutual|either|up to|not|with|without|within|over"
_BRACKETED = re.compile(rf"\(\s*((?:{_OPENS})\b[^()]*)\)", re.IGNORECASE)


def written_out(words: str) -> str:
    """The same words as a drafter would write them, without the brackets round what belongs to the sentence."""
    plain = words.replace("’", "'").replace("‘", "'")
    for short, written in _SHORT:
        plain = short.sub(written, plain)
    plain = _BRACKETED.sub(r", \1,", plain)
    plain = re.sub(r"\s+,", ",", re.sub(r",\s*,", ",", plain))
    return re.sub(r"\s+", " ", plain).strip(" ,")

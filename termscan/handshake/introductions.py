"""How term sheets say who somebody is: names, roles, "that's us", and the verbs that give a side away."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from ..outline.parties import short_name

FORM = r"(?:,? (?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|LLP|LP|Co|Company|Corp|Corporation|GmbH|AG|S\.?A|N\.?V|B\.?V|plc|PLC|Pty|Oy|AB|SE)\b\.?)"
_WORD = r"[A-Z0-9][\w.’'-]*"
NAME = rf"{_WORD}(?:(?: | & | of | de | la )(?!and\b)(?:{_WORD})|{FORM}){{0,8}}"
ROLE = (
    r"(?:customer|client|buyer|purchaser|licensee|subscriber|retailer|provider|supplier|vendor|seller|licensor|consultant|"
    r"contractor|developer|agency|studio|freelancer|designer|manufacturer|advis[eo]r|service provider)"
)
BRACKET = re.compile(rf"(?P<name>{NAME})\s*\((?P<inside>[^()]{{1,90}})\)")
IS = re.compile(
    rf"(?P<name>{NAME})(?:,? (?:(?:will |shall )?(?:act|acts|acting|is|be|being) )?(?:as |is |being )?|,? ?[–—=-]+ ?|, )(?:the |our |a )?(?P<role>{ROLE})\b(?!['’]|\s+(?:may|shall|will|must|owns|pays|can|keeps|gets|has|is|to)\b)"
)
ROLE_IS = re.compile(
    rf"\b(?:[Tt]he |[Oo]ur |[Aa]s )?(?i:(?P<role>{ROLE}))(?: is| will be| shall be|:| =| [–—-]|(?<=the \w{{6}}),|(?<=the \w{{8}}),)\s+(?P<name>{NAME})"
)
ROLE_BRACKET = re.compile(rf"\b(?i:(?P<role>{ROLE}))\s*\((?:the )?(?P<name>{NAME})\)")
BUYS = re.compile(
    rf"(?P<name>{NAME}) (?:has |have )?(?:hires?|hired|engages?|engaged|buys?|bought|appoints?|appointed|retains?|retained|commissions?|commissioned|subscribes?|licenses? from|orders?|pays?) (?:to |the services of |from )?(?:[\w ]{{0,30}}?from )?(?P<other>{NAME})?"
)
SERVES = re.compile(
    rf"(?P<name>{NAME}) (?:will |to |shall )?(?:provides?|supplies|supply|builds?|rebuilds?|designs?|develops?|sells?|delivers?|makes?|hosts?|runs?|advises?|does|do)\b[^.;\n]{{0,80}}?\b(?:for|to) (?P<other>{NAME})"
)
FROM = re.compile(
    rf"(?P<name>{NAME}) (?:will |has )?(?:licen[cs]es?|licensed|buys?|bought|orders?|ordered|rents?|leases?|hires?) [^.;\n]{{0,60}}?\bfrom (?P<other>{NAME})"
)
_INTRODUCES = re.compile(
    rf"(?i)\b(?:{ROLE}|we are|our side|between|agreed|call|meeting|licen[cs]es|from|settled|act(?:ing)? for|written down|noted|shook hands)\b"
)
_BARE_NAME = 4  # words of a name that stands alone
WE_ARE = re.compile(
    rf"\b(?:[Ww]e are|[Ww]e're|[Ww]e =|[Ww]e act for|[Aa]cting for|[Ii] am|[Ff]or us:?|[Oo]ur side(?: is|:)?|[Uu]s:|[Ww]e,) (?:the |acting as |acting for )?(?P<who>{ROLE}\b|{NAME})|\b[Ww]e \((?P<also>{NAME})\)|\b[Ww]e \(as (?:the )?(?P<role>{ROLE})\)"
)
_OURSELF = re.compile(r"(?i)\b(?:us|we|our side|ourselves|that'?s us|me|ours)\b")
_THEM = re.compile(r"(?i)\b(?:them|they|their side|other side|counterparty)\b")
# verbs by which a text written by one side gives away which one it is
WE_PERFORM = re.compile(
    r"(?i)\b(?:pays? us|paid to us|owes? us|we(?:'ll| will| shall)? (?:build|deliver|design|develop|invoice|bill|charge|supply|host|provide|perform|support|warrant|train)\b|our (?:fees?|rates?|invoices?|freelancers|price)\b|they pay\b)"
)
WE_PAY = re.compile(
    r"(?i)\b(?:we(?:'ll| will| shall)? (?:pay|owe|buy|subscribe|test)\b|they(?:'ll| will)? (?:build|deliver|design|develop|invoice|bill|charge|supply|host|provide|perform|support)\b|their (?:fees?|rates?|invoices?|price)\b|(?:bills?|invoices?|charges?) us\b)"
)
_NO_NAMES = {"the", "we", "they", "us", "i", "both", "either", "each", "payment", "fee", "fees", "net", "our", "this", "and", "term", "all", "no", "yes", "agreement", "it", "deal"}  # fmt: skip


def introduces(words: str) -> bool:
    """Whether words of a point that told who is who, or when it was agreed, are those that told it."""
    return len(words.split()) <= _BARE_NAME or bool(_INTRODUCES.search(words))


def name_at(words: str) -> str:
    """The name that words begin with; empty where they begin with none."""
    m = re.match(rf"(?:[Tt]he )?({NAME})", words.strip())
    if m is None or no_name(m[1]):
        return ""
    rest = words.strip()[m.end() :].strip()
    verb = re.match(r"(?i)(?:may|shall|will|must|can|is to|pays?|owns?|keeps?|gets?|has|to)\b", rest)
    return "" if verb or (re.search(r"\d", m[1]) and not re.search(r"[A-Za-z]{3}", m[1])) else trimmed(m[1])


def no_name(name: str) -> bool:
    return name.lower() in _NO_NAMES or bool(re.fullmatch(rf"(?:[Tt]he )?{ROLE}s?", name, re.I))


def trimmed(name: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Bb]etween|[Oo]ur|[Ww]e) (?=[A-Z])", "", " ".join(name.split())).strip(" ,;:–—-")


def inside(words: str) -> str:
    return " ".join(
        re.findall(r"\(([^()]*)\)|[–—-] (.*)", words)
        and [a or b for a, b in re.findall(r"\(([^()]*)\)|[–—-] (.*)", words)]
    )


def whose(inside: str) -> str | None:
    """Whose side words in brackets say a name is, by the first word that tells ("they're the customer, we are …")."""
    ours, theirs = _OURSELF.search(inside), _THEM.search(inside)
    if ours and theirs:
        return "ours" if ours.start() < theirs.start() else "theirs"
    return "ours" if ours else "theirs" if theirs else None


def alike(a: str, b: str) -> bool:
    one, two = short_name(a).lower(), short_name(b).lower()
    return bool(one and two) and (
        fuzz.ratio(one, two) >= 85 or (min(len(one), len(two)) > 3 and fuzz.partial_ratio(one, two) >= 95)
    )


def mentions(words: str, name: str) -> bool:
    return short_name(name).lower() in words.lower() or short_name(name).split()[0].lower() in words.lower().split()

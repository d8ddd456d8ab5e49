"""Who the parties are and what the draft calls them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from ..model import PartyName, Side
from .pronouns import we

# Names that standard forms give the two sides; whoever pays stands left. "Company" and "Owner" go to whichever side is free.
_CUSTOMER = (
    "customer",
    "client",
    "licensee",
    "buyer",
    "purchaser",
    "subscriber",
    "user",
    "sponsor",
    "distributor",
    "reseller",
    "retailer",
    "principal",
    "lessee",
    "tenant",
    "franchisee",
    "recipient",
    "advertiser",
    "publisher",
)
_PROVIDER = (
    "provider",
    "supplier",
    "vendor",
    "licensor",
    "consultant",
    "contractor",
    "developer",
    "seller",
    "service provider",
    "manufacturer",
    "agency",
    "host",
    "lessor",
    "franchisor",
    "freelancer",
    "independent contractor",
    "advisor",
    "adviser",
    "studio",
    "subcontractor",
    "agent",
    "producer",
    "designer",
)
_EITHER = ("company", "owner", "corporation", "firm", "bank", "partner", "affiliate")
_FORMS = r"(?:,?\s*(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|Co|Company|Corp|Corporation|GmbH|AG|S\.?A\.?|S\.?p\.?A|N\.?V\.?|B\.?V\.?|plc|PLC|Pty|Pvt|Private|KK|K\.K|S\.?r\.?l|Oy|AB|A/S|SE)\.?)+$"
_CALLED = r"(?:hereinafter|hereafter|herein)?\s*(?:referred to as|called|known as)\s+(?:the\s+)?"
_ALIAS = re.compile(r"[(\[][^()\[\]]{0,160}?[\"“'‘][^()\[\]]{1,160}[)\]]")
_QUOTED = re.compile(r"[\"“‘]\s*(?:the\s+)?([A-Z][^\"”’“]{0,40}?)\s*,?[\"”’]|'(?:the\s+)?([A-Z][^']{0,40}?),?'")
_UNQUOTED = re.compile(rf"\(\s*{_CALLED}([A-Z][\w-]{{1,30}})\s*\)|{_CALLED}([A-Z][\w-]{{2,30}})\b")
_NO_ALIAS = re.compile(
    r"(?i)^(?:agreement|part(?:y|ies)|effective date|services?|term|work|products?|software|content|deliverables?|confidential)\b"
    r"|\b(?:agreement|date|territory|revenues?|benefits?|projects?|accounts?|fees?|materials?|information|(?:trade)?marks?|list|sites?|property|licen[cs]e|engineers|personnel|employees)$"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides with every name the draft uses for them."""

    customer: PartyName
    provider: PartyName
    we: Side | None = None  # who calls itself "we", where the draft says so; the other is "you"
    each: tuple[
        str, ...
    ] = ()  # what the draft calls either of them: "individually the "Venturer"", in place of "party"

    def of(self, side: Side) -> PartyName:
        return self.customer if side == "customer" else self.provider


def parties(text: str, customer: PartyName | None = None, provider: PartyName | None = None) -> Parties:
    """Find what a draft calls its parties.

    Args:
        text: the draft.
        customer, provider: as the term sheet names them, where there is one. Without, the sides are told from what
            the draft calls them (a licensee pays, a consultant performs).
    """
    head = text[:6000]
    named = _introduced(head)
    if customer is None or provider is None:
        customer, provider = _guess(named, text)
        return Parties(customer, provider, we(text, customer, provider))
    found: dict[Side, list[str]] = {
        "customer": _aliases_of(head, customer, provider),
        "provider": _aliases_of(head, provider, customer),
    }
    taken = {a.lower() for names in found.values() for a in names} | {
        a.lower() for p in (customer, provider) for a in (p.name, *p.called)
    }
    introduced: set[Side] = set()
    for name, aliases in named:
        scores = {"customer": _alike(name, customer), "provider": _alike(name, provider)}
        side: Side = "customer" if scores["customer"] >= scores["provider"] else "provider"
        if scores[side] >= 80 and side not in introduced and not found[side]:
            introduced.add(side)  # once; what stands in brackets after a later mention is something else
            found[side] += [a for a in aliases if a.lower() not in taken]
            taken |= {a.lower() for a in aliases}
    for side, role, name in (*_rows(text), *_columns(head)):
        side = "customer" if _alike(name, customer) > _alike(name, provider) else "provider"
        if name.lower() in (*_CUSTOMER, *_PROVIDER, *_EITHER) or role.lower() in taken:
            continue  # "| Company | Contractor |" heads two columns and names nobody
        if max(_alike(name, customer), _alike(name, provider)) >= 80:
            found[side].append(role)
    either = _for_either(head)
    used = {"customer": _in_use(text, customer), "provider": _in_use(text, provider)}
    shared = {*used["customer"]} & {*used["provider"]}
    for side, names in found.items():
        party = customer if side == "customer" else provider
        names[:] = [n for n in names if n not in either]
        names += [*party.called, *(n for n in used[side] if n not in shared)]
    _defaults(text, found)
    customer, provider = _with(customer, found["customer"]), _with(provider, found["provider"])
    return Parties(customer, provider, we(text, customer, provider), either)


# (individually the "Venturer" and collectively the "Venturers"), (each a "Member" and together the "Members")
_EITHER_OF_THEM = re.compile(
    r"\(\s*(?:individually|singly|severally|each)\b[^()\"“]{0,30}[\"“](?P<one>[A-Z][a-z]+)[\"”][^()]{0,20}\b(?:collectively|together|jointly)\b[^()\"“]{0,30}[\"“](?P<all>[A-Z][a-z]+)[\"”]\s*\)"
)
_BOTH_NAMED = re.compile(r"\b(?:[Bb]etween|BETWEEN|[Aa]mong|AMONG)\b[^\"“]{20,500}\Z", re.DOTALL)


def _for_either(head: str) -> tuple[str, ...]:
    """What an opening calls each of the parties, where it gives both of them one word, and none of them its own."""
    m = _EITHER_OF_THEM.search(head)
    if m is None or m["one"].lower() == "party" or not _BOTH_NAMED.search(head, max(0, m.start() - 600), m.start()):
        return ()
    return m["one"], m["all"]


PLAIN_WORD = 3  # times in small letters, from which the first word of a name is one of the draft's own: every "payment"


def _in_use(text: str, party: PartyName) -> list[str]:
    """The short name, and the first word of it where the draft keeps using that alone ("Zynga" for Zynga Inc.)."""
    short = short_name(party.name)
    first = short.split()[0] if short.split() else ""
    alone = (
        len(first) > 2
        and first.lower() not in ("the", "dr.", "first", "new")
        and len(re.findall(rf"(?<=\s){re.escape(first.lower())}(?=[\s,;])", text)) < PLAIN_WORD
        and len(re.findall(rf"(?i)\b{re.escape(first)}\b(?! {re.escape(' '.join(short.split()[1:2]))})", text)) >= 4
    )
    return [n for n in (party.name, short, first if alone and len(short.split()) > 1 else "") if n]


_ACTS = re.compile(
    rf"\b({'|'.join(form for w in (*_CUSTOMER, *_PROVIDER, *_EITHER) for form in (w.title(), w.upper()))})\b"
    r"(?=['’]s\b| (?:shall|will|may|agrees|must|is|has|and)\b)"
)


# "Recipient" means each party; veterinarians (the "Customers"); each, a "Member": a word for many, or for whoever it is then
_FOR_MANY = re.compile(
    r"[\"“](?:the |each |an? )?(?P<one>[A-Z][a-z]+?)s?[\"”],?\s+(?:shall\s+)?means?,?\s+(?:each|an?|any|every|all|those|whichever|either|both)\b"
    r"|\([^()\"“]{0,40}[\"“](?:the )?(?P<many>[A-Z][a-z]+?)s[\"”]\)"
)


def _defaults(text: str, found: dict[Side, list[str]]) -> None:
    """Give role words that act in the draft ("Contractor shall …") to their side, where nobody was introduced by them."""
    taken = {a.lower() for names in found.values() for a in names}
    taken |= {(m["one"] or m["many"]).lower() for m in _FOR_MANY.finditer(text)}
    acts = Counter(word for m in _ACTS.finditer(text) if (word := m[1].lower()) not in taken)
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("customer", _CUSTOMER), ("provider", _PROVIDER))
    for side, words in sides:
        found[side] += [
            w.title() for w in words if acts.get(w, 0) >= 3 and (w in words[:2] or not _has_role(found[side]))
        ]
    for word in _EITHER:
        free = [side for side, _ in sides if not _has_role(found[side])]
        if acts.get(word, 0) >= 3 and len(free) == 1:
            found[free[0]].append(word.title())


def _has_role(names: list[str]) -> bool:
    return any(n.lower() in (*_CUSTOMER, *_PROVIDER, *_EITHER) for n in names)


MENTIONS = 3  # of a name: who is not introduced by then has no other name


def _aliases_of(head: str, party: PartyName, other: PartyName) -> list[str]:
    """What the parenthesis after a party's name calls it, up to where the other party is named."""
    out: list[str] = []
    stop = _pattern(other)
    for m in islice(re.finditer(_pattern(party), head), MENTIONS):
        if _QUOTES_IT.match(head, m.end()):
            continue  # it is what a party is called, and the next parenthesis calls something else
        window = head[m.end() : m.end() + 500]
        nearer, said = re.search(stop, window), _SAID.search(window)
        ends = [stop.start() for stop in (nearer, said) if stop]
        for alias in _ALIAS.finditer(window[: min(ends, default=None)]):
            out += [a or b for a, b in _QUOTED.findall(alias[0]) if not _NO_ALIAS.search((a or b).strip())]
            break
        if not out and (plain := _UNQUOTED.search(window[: min(ends, default=None)])):
            out.append(plain[1] or plain[2])
        if not out and (
            above := re.search(
                r"(?:^|\n)\W*([A-Za-z]+(?: [A-Za-z]+)?)\W*\n\s*$", head[max(0, m.start() - 60) : m.start()]
            )
        ):
            out += [above[1].title()] if above[1].lower() in (*_CUSTOMER, *_PROVIDER, *_EITHER) else []
        if out:  # later parentheses define other things
            break
    named = {n.lower() for n in (other.name, *other.called)}
    return list(dict.fromkeys(a.strip() for a in out if a.strip().lower().removeprefix("the ") not in named))


# between a name and what it is called stand an address and a legal form, and nothing that anybody does
_SAID = re.compile(
    r"\b(?:shall|will|may|can|must|agrees?|desires?|wishes|employs?|provides?|appoints?|grants?|hereby|constitutes?)\b"
)


def _pattern(party: PartyName) -> str:
    names = sorted({short_name(n) for n in (party.name, *party.called)}, key=len, reverse=True)
    return (
        r"(?i)\b(?:"
        + "|".join(r"[\s,]+".join(map(re.escape, n.replace(",", " ").split())) for n in names if n)
        + r")(?!\w)"
    )


_QUOTES_IT = re.compile(r"\s*[\"”’']")


def short_name(name: str) -> str:
    """A company's name without its legal form: "Studio North LLC" is called Studio North."""
    return re.sub(_FORMS, "", name.strip()).strip(" ,") or name


def _with(party: PartyName, aliases: list[str]) -> PartyName:
    return PartyName(party.name, tuple(dict.fromkeys([*party.called, *aliases])))


def _alike(name: str, party: PartyName) -> float:
    """How alike two names are, 0 to 100, legal forms aside."""
    bare = short_name(name).lower()
    return max(
        max(
            fuzz.ratio(bare, short_name(n).lower()),
            fuzz.partial_ratio(bare, short_name(n).lower()) if min(len(bare), len(n)) > 4 else 0,
        )
        for n in (party.name, *party.called)
    )


def _introduced(head: str) -> list[tuple[str, list[str]]]:
    """Names that the opening gives an alias to: `Acme Retail Ltd, a company of …, ("Client" or "Acme")`."""
    out: list[tuple[str, list[str]]] = []
    last = 0
    for m in _ALIAS.finditer(head):
        aliases = [a or b for a, b in _QUOTED.findall(m[0])]
        aliases = [a.strip() for a in aliases if not _NO_ALIAS.search(a.strip())]
        if not aliases:
            continue
        before = head[max(last, m.start() - 420) : m.start()]
        name = _first_name(before)
        if name:
            out.append((name, aliases))
            last = m.end()
    return out


_INTRODUCES = re.compile(r"(?:\bbetween:?|\bamong|\band:?|\bAND:?|\bBETWEEN:?|\bby\b|\bwith\b|[;:]|\n)\s+(?=[A-Z])")


_NUMBERED = re.compile(
    r"(?:^|\s)\(?\d\)\s+(?P<name>(?:[A-Z0-9][\w.&'’-]*|&|of|and|de|la)(?:\s+(?:[A-Z][\w.&'’-]*|&|of|and|de|la)){0,9})(?=,|\s*\(|\s+(?:a|an|is|whose)\b)"
)


def _first_name(before: str) -> str | None:
    """The name that a parenthesis with an alias belongs to: the first after "between" or "and"."""
    numbered = list(_NUMBERED.finditer(before))  # "(1) Acme Retail Ltd, a company …": as British drafts introduce them
    if numbered:
        return numbered[-1]["name"].strip(" ,")
    starts = [m.end() for m in _INTRODUCES.finditer(before)] or [0]
    for start in starts:
        m = re.match(
            r"(?:the\s+)?((?:[A-Z0-9][\w.&'’-]*|&|of|and|de|la)(?:,?\s+(?:[A-Z][\w.&'’-]*|&|of|de|la|d/b/a|a/k/a)){0,9})",
            before[start:],
        )
        if m and len(m[1]) > 2 and not re.match(r"(?:This|The|Exhibit|EXHIBIT|Agreement|AGREEMENT|WHEREAS)\b", m[1]):
            return re.sub(r"[\s,]+(?:of|and|a)$", "", m[1]).strip(" ,")
    return None


def _rows(text: str) -> list[tuple[Side, str, str]]:
    """Parties of a cover page: `| Provider | Studio North LLC, … |`, or `PROVIDER: Studio North LLC`."""
    out: list[tuple[Side, str, str]] = []
    words = "|".join(w for w in (*_CUSTOMER, *_PROVIDER, *_EITHER))
    first = "".join(sorted({w[0] for w in (*_CUSTOMER, *_PROVIDER, *_EITHER)}))  # looked at before all those words
    for m in re.finditer(
        rf"(?im)(?:^\|?\s*|\|\s*)\W{{0,3}}(?=[{first}])({words})\W{{0,3}}\s*[|:]\s*+(?![\"“])\W{{0,2}}([A-Z][^|\n]{{2,80}})",
        text,
    ):
        role = m[1].title()
        if _side(m[2].rstrip()):
            continue  # "| Customer | Provider |" heads two columns
        out.append(("customer" if m[1].lower() in _CUSTOMER else "provider", role, m[2].split(",")[0].strip()))
    return out


_GRID_ROW = re.compile(r"(?m)^\|(.+)\|[ \t]*$")
_NAMES = re.compile(r"(?i)^(?:(?:full |legal |company )*name|party|parties|company)?$")


def _columns(head: str) -> list[tuple[Side, str, str]]:
    """Parties of a cover page whose columns they head: `| | Customer | Provider |` over `| Name | Acme Ltd | North LLC |`."""
    out: list[tuple[Side, str, str]] = []
    roles: dict[int, tuple[Side, str]] = {}
    for m in _GRID_ROW.finditer(head):
        cells = [cell.strip(" *") for cell in m[1].split("|")]
        sides = {i: (side, cell) for i, cell in enumerate(cells) if (side := _side(cell)) and len(cell) < 25}
        if {side for side, _ in sides.values()} == {"customer", "provider"}:
            roles = sides
        elif roles and max(roles) < len(cells) and _NAMES.match(cells[0]):
            out += [(side, role, cells[i]) for i, (side, role) in roles.items() if cells[i]]
            roles = {}
    return out


def _side(alias: str) -> Side | None:
    word = alias.lower().removeprefix("the ").strip()
    if any(word == w or word.endswith(" " + w) for w in _CUSTOMER):
        return "customer"
    if any(word == w or word.endswith(" " + w) for w in _PROVIDER):
        return "provider"
    return None


def role_side(word: str) -> Side | None:
    """The side that a role word gives away in standard forms (a licensee pays), or None."""
    return _side(word)


_PAYS = ("Customer", "Client", "Licensee")
_PERFORMS = ("Provider", "Supplier", "Vendor", "Licensor", "Consultant", "Contractor")
_ROLES = re.compile(rf"\b(?:{'|'.join(_PAYS + _PERFORMS)})\b")


def _guess(named: list[tuple[str, list[str]]], text: str) -> tuple[PartyName, PartyName]:
    sides: dict[Side, PartyName] = {}
    left: list[PartyName] = []
    head = text[:6000]
    entries = [(n, a) for n, a in named] + [(n, [r]) for _, r, n in (*_columns(head), *_rows(text))]
    for name, aliases in entries:
        side = next((s for s in map(_side, aliases) if s), None)
        if side and side not in sides:
            sides[side] = PartyName(name, tuple(aliases))
        elif not side and any(a.lower() in _EITHER or _alike(name, PartyName(a)) > 60 for a in aliases):
            left.append(PartyName(name, tuple(aliases)))
    for side in ("customer", "provider"):
        if side not in sides and left:  # the party without a telling name takes the place that is free
            sides[side] = left.pop(0)  # type: ignore[index]
    blank = PartyName("", ())
    customer, provider = sides.get("customer", blank), sides.get("provider", blank)
    said = set(_ROLES.findall(text))
    extra_c = [w for w in _PAYS if w in said and w not in provider.called]
    extra_p = [w for w in _PERFORMS if w in said and w not in customer.called]
    return _with(customer, extra_c), _with(provider, extra_p)

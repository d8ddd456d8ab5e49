"""Writes the Word and spreadsheet term sheets of the sample deals, as the people in them would have typed them.

Run it from the top of the project: `python sample_contracts/term_sheets.py`. The mails (`terms.eml`) are typed by hand.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DAY = datetime(2026, 11, 1, 9, 0)

# ---- Word: a table of two columns; a row of one cell is a heading --------------------------------------------------

WEBSHOP = (
    "Web shop for Fenwick & Lowe: what we agreed",
    "Written down by Paper Kite on the evening of 5 October 2026.",
    [
        ("Who",),
        ("Client", "Fenwick & Lowe Homeware Limited"),
        ("Studio", "Paper Kite Studio Limited, “Paper Kite” (that’s us)"),
        ("Money",),
        ("Fixed fee", "£86,400 (non-negotiable)"),
        ("Payment plan", "20% on signature, 25% on design, 25% on staging and 30% on launch"),
        ("Running fees", "Support £950 per month; Change Requests £85 per hour"),
        ("Payment terms", "Net 30 from receipt of invoice. We could live with 45 days. Must!"),
        ("Late payment", "4% a year over base rate"),
        ("Expenses", "Only refunded if approved beforehand – nice to have"),
        ("The work",),
        (
            "Acceptance",
            "10 working days from delivery to test (15 working days would be ok). Silence counts as acceptance.",
        ),
        ("Revisions", "Two rounds on the designs"),
        ("Warranty", "90 days from acceptance"),
        ("Support", "12 months"),
        (
            "Uptime",
            "99.5%, except planned maintenance, failures of the hosting provider, failures of the customer's systems and failures of the public internet",
        ),
        ("Rights",),
        ("Who owns the work", "The client"),
        ("When rights pass", "On full payment – must have"),
        ("If something goes wrong",),
        ("Liability cap", "100% of the fees; up to 125% is acceptable. Red line."),
        ("No liability for", "indirect or consequential losses, lost profits"),
        ("IP indemnity", "Each side for what it brings in"),
        ("Getting out",),
        ("Termination without reason", "Either side"),
        ("Notice", "30 days (tradeable)"),
        ("Time to cure", "10 days for non-payment, 30 days for other breach"),
        ("Cancellation fee", "15% of instalments not yet due"),
        ("The rest",),
        ("Governing law", "England and Wales"),
        ("Confidentiality", "3 years (nice to have)"),
        ("Hosting", "Fenwick & Lowe contracts with the hosting provider itself and pays the hosting charges."),
        ("Photographs", "Fenwick & Lowe supplies all product photographs and texts before the build stage starts."),
        (
            "Left to the lawyers",
            "venue, disputes, assignment, non-solicitation, publicity, return of data, exceptions to the cap",
        ),
    ],
)
SOFTWARE = (
    "Term sheet",
    "Ostrander Botanical Supply Co. (buyer) and Lanternfish Systems, Inc. (“Lanternfish”, vendor), 21 October 2026. Prepared by purchasing; our side is the buyer.",
    [
        ("Term", "Agreed", "Priority", "Fallback"),
        ("Subscription fee", "USD 4,200 per month", "must", ""),
        ("Invoices", "quarterly", "", ""),
        ("Days to pay", "45 days from receipt of invoice", "", "at least 30 days"),
        ("Interest on late payment", "1% per month", "nice to have", ""),
        ("Price increases", "5% at the most", "", ""),
        (
            "Availability",
            "99.8% per month, other than scheduled maintenance and failures of our own network",
            "must",
            "",
        ),
        ("Service credits", "10%", "", ""),
        ("Cap on liability", "24 months of fees", "must", "at least 18 months of fees"),
        ("Infringement indemnity", "by the vendor", "", ""),
        ("Insurance", "USD 3,000,000, carried by the vendor", "nice to have", ""),
        ("Contract term", "24 months", "", ""),
        ("Renewal", "only by agreement", "must", ""),
        ("Cure period", "30 days", "", ""),
        ("Change of control", "we may terminate", "", ""),
        ("Governing law", "State of Oregon", "", ""),
        ("Confidentiality", "5 years from the end of the agreement", "", ""),
        ("Publicity", "vendor only with our consent", "", ""),
        ("Ownership of data", "ours", "must", ""),
        ("Return of data", "60 days", "", ""),
        ("AI training on data", "not allowed", "must", ""),
        ("Downloads", "Ostrander may download all of its data as spreadsheets at any time without charge.", "", ""),
        (
            "For the lawyers",
            "venue, assignment, what the cap does not limit, excluded losses, warranty disclaimer, all IP",
            "",
            "",
        ),
    ],
)
CONSULTING = (
    "Brand study – heads of terms",
    "Between Harbour Lane Foods, Inc. (the “Client”) and Tilda Moreau Consulting LLC (“Moreau”, the consultant, our side). Agreed on the call of 14 September 2026.",
    [
        ("Hourly rates", "Principal: $260 per hour, Associate: $145 per hour"),
        ("Not to exceed", "$118,000"),
        ("Deposit", "$15,000; we would accept at least $10,000"),
        ("Invoices", "payable 30 days from receipt of invoice – must have"),
        ("Late interest", "1.5% per month (negotiable)"),
        ("Travel and expenses", "reimbursed once approved"),
        ("Acceptance", "Client has 10 business days; no answer means acceptance"),
        ("Rounds of revisions", "2"),
        ("IP ownership", "client"),
        ("IP passes", "on full payment – non-negotiable"),
        ("Background IP", "stays with Moreau (red line)"),
        (
            "Liability",
            "Capped at 100% of the fees, 150% would be fine too. No indirect, no consequential damages, no lost profits.",
        ),
        ("Insurance", "none"),
        ("Term", "12 months"),
        ("Termination for convenience", "both sides"),
        ("Material breach", "15 days to cure"),
        ("Early termination fee", "20% of the fees for the rest of the term"),
        ("Law", "Delaware"),
        ("NDA", "2 years"),
        ("Assignment", "only with consent"),
        ("Non-compete", "none"),
        (
            "Sales records",
            "Harbour Lane gives access to its sales records for the last three fiscal years within two weeks.",
        ),
        (
            "Not discussed",
            "venue, disputes, non-solicit, publicity, return of data, carve-outs from the cap, key people",
        ),
    ],
)

# ---- spreadsheets --------------------------------------------------------------------------------------------------

SHEETS: dict[str, list[list[Any]]] = {
    "webshop": [
        ["Fenwick & Lowe web shop"],
        ["Agreed on", datetime(2026, 10, 5)],
        ["Customer", "Fenwick & Lowe Homeware Limited"],
        ["Provider", "Paper Kite Studio Limited (“Paper Kite”)"],
        ["Our side", "provider"],
        [],
        ["No", "Point", "Agreed", "Importance", "Could live with", "Remarks"],
        [1, "Price", "GBP 86,400 fixed", "high", None, None],
        [2, "Instalments", "Signature 20%, Design 25%, Staging 25%, Launch 30%", None, None, None],
        [3, "Rates", "Support: GBP 950/month, Change Requests: GBP 85/hr", None, None, None],
        [4, "Invoices payable", "30 days after receipt of invoice", "high", "45 days", "we pay our freelancers at 45"],
        [5, "Late interest", "4% p.a. over base rate", None, None, None],
        [6, "Expenses", "at cost with prior approval", "low", None, None],
        [7, "Acceptance period", "10 business days from delivery", None, "15 business days", None],
        [8, "Deemed acceptance", "yes", None, None, None],
        [9, "Revisions", "2 rounds for designs", None, None, None],
        [10, "Warranty", "90 days from acceptance", None, None, None],
        [11, "Support period", "12 months", None, None, None],
        [
            12,
            "Service level",
            0.995,
            None,
            None,
            "except planned maintenance, failures of the hosting provider, failures of the customer's systems, failures of the public internet",
        ],
        [13, "Ownership", "client", None, None, None],
        [14, "Transfer of rights", "once everything is paid", "high", None, None],
        [15, "Liability cap", "100% of fees", "high", "125% of fees", None],
        [16, "Excluded losses", "indirect, consequential, lost profits", None, None, None],
        [17, "IP claims", "each party indemnifies", None, None, None],
        [18, "Termination for convenience", "both", None, None, None],
        [19, "Notice period", "30 days", "low", None, None],
        [20, "Cure period", "10 days for non-payment; 30 days for other breach", None, None, None],
        [21, "Kill fee", "15% of instalments not yet due", None, None, None],
        [22, "Governing law", "England & Wales", None, None, None],
        [23, "Confidentiality", "3 years", "low", None, None],
        [
            24,
            "Hosting",
            "Fenwick & Lowe contracts with the hosting provider itself and pays the hosting charges.",
            None,
            None,
            None,
        ],
        [
            25,
            "Photographs",
            "Fenwick & Lowe supplies all product photographs and texts before the build stage starts.",
            None,
            None,
            None,
        ],
        [26, "Lawyers", "venue; disputes; assignment; non-solicit; publicity; data return; uncapped", None, None, None],
    ],
    "software": [
        ["Deal", "Ostrander stock planning"],
        ["Date", "21 Oct 2026"],
        ["Buyer (us)", "Ostrander Botanical Supply Co."],
        ["Vendor", "Lanternfish Systems, Inc."],
        [],
        ["Commercials"],
        ["Monthly fee", "$4,200/month", "must"],
        ["Billing", "quarterly"],
        ["Payment", "45 days from receipt of invoice (at least 30 days would be ok)"],
        ["Late fee", "1% pm", "nice to have"],
        ["Price cap", "5%"],
        ["Service"],
        ["Uptime", "99.8% each month except scheduled maintenance and failures of our own network", "must"],
        ["SLA credits", 0.1],
        ["Risk"],
        ["Limitation of liability", "24 months of fees, could go down to 18 months of fees", "must"],
        ["IP indemnity", "vendor"],
        ["Insurance cover", "vendor carries $3m", "nice to have"],
        ["Term and exit"],
        ["Length", "24 months"],
        ["Renewal", "by agreement", "must"],
        ["Breach", "30 days to cure"],
        ["If sold", "Ostrander may terminate"],
        ["General"],
        ["Law", "Oregon"],
        ["Secrecy", "5 years from the end of the agreement"],
        ["Use of name", "Lanternfish needs consent"],
        ["Our data", "stays with Ostrander", "must"],
        ["Data back", "within 60 days"],
        ["AI training", "prohibited", "must"],
        ["Downloads", "Ostrander may download all of its data as spreadsheets at any time without charge."],
        ["Not discussed", "venue, assignment, uncapped, excluded losses, warranty disclaimer, IP"],
    ],
    "consulting": [
        ["Item", "Detail", "Notes"],
        ["Project", "Harbour Lane brand study", None],
        ["Date agreed", datetime(2026, 9, 14), None],
        ["Client", "Harbour Lane Foods, Inc.", None],
        ["Consultant", "Tilda Moreau Consulting LLC (“Moreau”)", None],
        ["Our side", "consultant", None],
        ["Rates", "Principal USD 260 per hour, Associate USD 145 per hour", None],
        ["Ceiling", 118000, None],
        ["Advance", "USD 15,000 (fallback: at least USD 10,000)", None],
        ["Payment", "30 days from receipt of invoice, non-negotiable", None],
        ["Late payment interest", "1.5% per month, tradeable", None],
        ["Expenses", "reimbursed with approval", None],
        ["Acceptance period", "10 business days", None],
        ["Silence", "counts as acceptance", None],
        ["Revisions", 2, None],
        ["Copyright", "customer", None],
        ["Transfer", "on payment (must)", None],
        ["Pre-existing IP", "Moreau keeps it (must)", "Tidemark is our living"],
        ["Liability cap", "100% of fees (up to 150% is ok)", None],
        ["Consequential losses", "indirect, consequential, lost profits: excluded", None],
        ["Insurance", "none", None],
        ["Duration", "12 months", None],
        ["Termination for convenience", "either party", None],
        ["Termination for breach", "15 days to cure", None],
        ["Break fee", "20% of the fees for the rest of the term", None],
        ["Applicable law", "Delaware", None],
        ["Confidentiality", "2 years", None],
        ["Assignment", "with consent", None],
        ["Non-compete", "none", None],
        [
            "Sales records",
            "Harbour Lane gives access to its sales records for the last three fiscal years within two weeks.",
            None,
        ],
        ["For counsel", "venue, disputes, non-solicit, publicity, data return, uncapped, key people", None],
    ],
}
MONEY = "[$USD] #,##0"


def word(deal: str, title: str, opening: str, rows: list[tuple[str, ...]]) -> None:
    """A Word document with a title, a line of who and when, and the table."""
    from docx import Document

    document = Document()
    document.core_properties.created = document.core_properties.modified = DAY
    document.add_heading(title, 0)
    document.add_paragraph(opening)
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
            continue
        for cell, words in zip(cells, row, strict=False):
            cell.text = words
    document.save(str(HERE / deal / "terms.docx"))


def spreadsheet(deal: str, rows: list[list[Any]]) -> None:
    """A workbook with one sheet; numbers are typed as numbers."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = DAY
    sheet = book.active
    sheet.title = "Terms"
    for row in rows:
        sheet.append(row)
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if isinstance(cell.value, float):
            cell.number_format = "0.0%"
        elif isinstance(cell.value, datetime):
            cell.number_format = "d mmm yyyy"
        elif cell.value == 118000:
            cell.number_format = MONEY
    book.save(HERE / deal / "terms.xlsx")


if __name__ == "__main__":
    for deal, (title, opening, rows) in {"webshop": WEBSHOP, "software": SOFTWARE, "consulting": CONSULTING}.items():
        word(deal, title, opening, rows)
    for deal, typed in SHEETS.items():
        spreadsheet(deal, typed)

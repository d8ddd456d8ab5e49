"""The pages as their readers meet them: in a real browser, on a screen, in the dark, on a phone, in print, by keyboard alone.

They need Chromium and the `browser` extra; without, they are skipped, and the last tests, which need none, still run.
"""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from factories import a_draft, a_fault, a_ready_review, a_review, a_row, an_ask, at, clauses_of, words_of
from goldens import the_history, the_review

from termscan.cli import cli
from termscan.errors import DraftError
from termscan.outcome import Unread
from termscan.reports import Page, write_history, write_review, write_scan
from termscan.reports.findings import findings
from termscan.reports.html.differing import differing
from termscan.reports.html.pane import paragraphs, spots
from termscan.reports.html.portfolio import name_of_review

DEAL = Path(__file__).parent.parent / "short_deal"
EVIL = """</script><script>document.title='owned'</script><img src=x onerror="document.title='owned'"> ' " & <b>"""
SCREENS = {
    "light": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light", "has_touch": True},
}


def a_long_review():
    """The made-up review over a draft of many pages, with its words at the end."""
    draft = a_draft("A recital of no weight.\n\n" * 400 + a_draft().text, path="long.txt", format="text")
    row = a_row(evidence=(words_of("within sixty (60) days of receipt", draft),))
    ask = an_ask(evidence=(words_of("the Agency shall not work for any competitor of the Client", draft),))
    return a_review(row, draft=draft, asks=(ask,), faults=(a_fault(evidence=(words_of("sixty (60) days", draft),)),))


def an_evil_review():
    """A review in which every word that is not ours tries to be a script."""
    draft = a_draft(f"The draft says {EVIL} and no more.", path=EVIL, title=EVIL)
    shown = words_of(EVIL, draft, section=EVIL, heading=EVIL)
    given = dict.fromkeys(("agreed", "message", "why", "question", "restore"), EVIL)
    row = a_row(f"other.{EVIL}", id="T-000001", found=EVIL + "!", evidence=(shown,), **given)
    asks = (an_ask(EVIL, message=EVIL, evidence=(shown,)),)
    return a_review(a_row(evidence=(shown,)), row, draft=draft, deal=EVIL, sheet_path=EVIL, asks=asks)


def the_portfolio(**page):
    """A page of four drafts: not ready, ready, without a term sheet, unread."""
    outcomes = [at("ready.txt", a_ready_review()), the_review(), at("loose.txt", clauses_of())]
    outcomes.append(Unread("broken.pdf", DraftError("is empty", path="broken.pdf", hint="Ask for it again.")))
    return "".join(map(str, write_scan("html", outcomes, Page(**page))))


PAGES = {
    "full": lambda: write_review("html", the_review(), Page()),
    "ready": lambda: write_review("html", a_ready_review(), Page()),
    "long": lambda: write_review("html", a_long_review(), Page()),
    "evil": lambda: write_review("html", an_evil_review(), Page()),
    "history": lambda: write_history("html", the_history(), Page()),
    "portfolio": the_portfolio,
    "portfolio with pages": lambda: the_portfolio(beside="all drafts-reviews"),
    "an empty portfolio": lambda: "".join(map(str, write_scan("html", [at("b.txt", clauses_of())], Page()))),
}


@pytest.fixture(scope="module")
def chromium():
    """The browser, once for all tests."""
    sync = pytest.importorskip("playwright.sync_api", reason="needs the `browser` extra")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page on a screen; what the browser complains of, or asks the network for, fails the test."""
    contexts, told = [], []

    def show(name, screen="light", **more):
        file = tmp_path / "page.html"
        file.write_text(PAGES[name](), encoding="utf-8", errors="backslashreplace")
        contexts.append(chromium.new_context(**SCREENS[screen], **more))
        page = contexts[-1].new_page()
        page.on("console", lambda said: told.append(said.text))
        page.on("pageerror", lambda fault: told.append(str(fault)))
        page.on("request", lambda asked: told.append(asked.url) if not asked.url.startswith("file:") else None)
        page.goto(file.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert told == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation_and_nothing_runs_over_the_side(opened, name, screen):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the `browser` extra")
    page = opened(name, screen, bypass_csp=True)  # axe is a script of its own
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_no_script_but_its_own(opened, name):
    page = opened(name)
    assert (
        page.title() != "owned"
        and page.locator("img, iframe, object, link, [style], [onclick], [onerror]").count() == 0
    )


def test_a_click_on_a_place_shows_the_words_in_the_draft(opened):
    page = opened("long")
    page.locator(".finding a[data-spot]").first.click()
    on = page.locator("mark.on")
    assert on.first.text_content() == "within "  # the fault's words begin within the finding's
    assert "".join(on.all_text_contents()) == "within sixty (60) days of receipt"
    page.wait_for_function(
        "() => { const m = document.querySelector('mark.on').getBoundingClientRect(); return m.top > 0 && m.bottom < innerHeight }"
    )
    assert page.evaluate("document.activeElement.id") == "draft"


def test_escape_goes_back_to_the_finding(opened):
    page = opened("long")
    page.locator(".finding a[data-spot]").nth(1).click()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.finding a[data-spot]')")


def test_the_keyboard_alone_reaches_the_words(opened):
    page = opened("long")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.finding a[data-spot]')"):
            break
    page.keyboard.press("Enter")
    assert page.locator("mark.on").count() > 0


def test_on_a_phone_the_draft_follows_and_a_button_leads_back(opened):
    page = opened("long", "phone")
    page.locator(".finding a[data-spot]").first.tap()
    assert page.locator(".back").is_visible()
    page.locator(".back").tap()
    assert (
        page.evaluate("document.activeElement.matches('.finding a[data-spot]')") and page.locator(".back").is_hidden()
    )


def test_without_script_the_places_are_links_and_no_dead_control_is_shown(opened):
    page = opened("full", java_script_enabled=False)
    assert page.locator(".filters").is_hidden() and page.locator("[data-copy]").first.is_hidden()
    target = page.locator(".finding a[data-spot]").first.get_attribute("href")
    assert page.locator(target).count() == 1


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ({}, 5),
        ({"severity": "high"}, 2),
        ({"topic": "payment"}, 1),
        ({"verdict": "new"}, 2),
        ({"severity": "high", "verdict": "new"}, 1),
        ({"topic": "payment", "verdict": "new"}, 0),
    ],
)
def test_findings_are_filtered_by_severity_topic_and_verdict(opened, filters, shown):
    page = opened("full")
    for name, value in filters.items():
        page.locator(f"select[data-filter={name}]").select_option(value)
    assert page.locator(".finding:visible").count() == shown
    assert page.locator(".filters output").text_content().startswith(f"{shown} ")


def test_a_link_of_the_scorecard_shows_a_finding_that_a_filter_hid(opened):
    page = opened("full")
    page.locator("select[data-filter=verdict]").select_option("new")
    page.locator(".scorecard a[href^='#T-']").first.click()
    assert page.locator(".finding:visible").count() == 5


def test_in_print_there_is_no_control_and_no_second_pane(opened):
    page = opened("full", "dark")
    page.emulate_media(media="print")
    assert page.locator(".filters, .pane, button").locator("visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".finding:visible").count() == 5


def test_the_portfolio_has_the_worst_first_errors_as_rows_and_a_way_to_each_review(opened):
    page = opened("portfolio")
    names = page.locator("tbody th").all_text_contents()
    assert names == ["drafts/draft v2.txt", "broken.pdf", "loose.txt", "ready.txt"]
    assert "is empty" in page.locator("tbody tr").nth(1).text_content()
    page.locator("tbody a").first.click()
    assert page.locator("section.draft").first.is_visible() and page.url.endswith("#d1")
    page.locator("input[type=search]").fill("READY")
    assert page.locator("tbody tr:visible").count() == 1


def test_a_portfolio_beside_its_reviews_leads_to_each_as_a_page(chromium, tmp_path):
    done = CliRunner().invoke(cli, ["scan", str(DEAL), "-o", str(tmp_path / "all deals") + "/"])
    assert (done.exit_code, done.output) == (1, "")
    page = chromium.new_page()
    page.goto((tmp_path / "all deals" / "index.html").as_uri())
    assert page.locator("tbody th").all_text_contents() == ["draft-nibbled.txt", "draft-faithful.txt"]
    page.locator("tbody a").first.click()
    assert page.locator("h1").text_content().startswith("NOT READY") and "draft-nibbled.txt" in page.content()
    page.close()


def test_the_history_shows_the_worst_path_first_and_the_rounds_as_dots(opened):
    page = opened("history")
    assert page.locator("tbody th").all_text_contents() == ["term.kill_fee", "payment.due"]
    assert page.locator("tbody svg").first.locator("circle").count() == 2
    assert "round 2: missing" in page.locator("tbody svg").first.get_attribute("aria-label")


# ---- without a browser -----------------------------------------------------------------------------------------------


class Hashes(HTMLParser):
    """The policy of a page, and the hashes of what it holds inline."""

    def __init__(self, text):
        super().__init__()
        self.policy, self.inside, self.found = "", None, {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.inside = tag if tag in ("style", "script") else None

    def handle_data(self, data):
        if self.inside:
            self.found[self.inside] = b64encode(sha256(data.encode()).digest()).decode()
            self.inside = None


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_names_its_own_style_and_script_by_hash_and_nothing_else(name):
    page = Hashes(PAGES[name]())
    policy = dict(part.split(" ", 1) for part in page.policy.split("; "))
    assert policy.pop("default-src") == policy.pop("base-uri") == policy.pop("form-action") == "'none'"
    hashes = {"script-src": "'none'"} | {f"{tag}-src": f"'sha256-{found}'" for tag, found in page.found.items()}
    assert policy == hashes and len(policy) == 2


@pytest.mark.parametrize("name", PAGES)
def test_no_page_names_an_address_of_the_network(name):
    assert not re.findall(r"(?:https?:)?//[\w.]+|url\(|@import", PAGES[name]().replace("<!doctype", ""))


def test_a_draft_without_a_review_has_no_link_to_one():
    page = the_portfolio(beside="out-reviews")
    assert re.findall(r'<th scope="row">(<a)?.*?(\w+\.\w+)(?:</a>)?</th>', page) == [
        ("<a", "v2.txt"),
        ("", "broken.pdf"),
        ("", "loose.txt"),
        ("<a", "ready.txt"),
    ]
    assert "Ask for it again." in page and "<article" not in page


def test_two_drafts_of_one_name_have_a_page_each():
    names = {name_of_review(path) for path in ("a/draft.docx", "b/draft.docx", "a/draft docx", "a/Ünï/../draft.docx")}
    assert len(name_of_review("x/" + "ü" * 300 + ".docx").encode()) <= 255
    assert len(names) == 4 and all(re.fullmatch(r"[\w.-]+\.html", name) for name in names)


def test_the_answer_comes_first_then_the_scorecard_then_the_findings_then_the_draft():
    text = str(PAGES["full"]())
    places = [text.index(words) for words in ("NOT READY", 'id="scorecard"', 'id="findings"', 'id="draft"')]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("agreed", "found", "ours", "theirs"),
    [
        ("30 days", "30 days", [], []),
        ("30 days", "30 business days", [], ["business "]),
        ("30 days", "60 days", ["30 "], ["60 "]),
        ("Written consent", "written consent", [], []),
        ("customer", "each party", ["customer"], ["each party"]),
    ],
)
def test_the_words_that_differ_are_marked(agreed, found, ours, theirs):
    left, right = differing(agreed, found)
    assert [words for words, differs in left if differs] == ours
    assert [words for words, differs in right if differs] == theirs
    assert "".join(w for w, _ in left) == agreed and "".join(w for w, _ in right) == found


OVERRIDE = words_of("Each party's liability", role="overrides")


@pytest.mark.parametrize(
    ("row", "theirs", "takes_away"),
    [
        ({}, "60 days", None),
        ({"verdict": "missing", "found": None, "evidence": ()}, None, None),
        ({"verdict": "unclear", "found": None}, "within sixty (60) days of receipt", None),
        ({"found": "30 days"}, "30 days", "within sixty (60) days of receipt"),
        ({"verdict": "weakened", "found": "30 days", "evidence": (*a_row().evidence, OVERRIDE)}, "30 days", "Each party's liability"),
        ({"verdict": "weakened", "found": None}, "within sixty (60) days of receipt", None),
    ],
    ids=["another value", "gone", "a blank", "another beginning", "set aside", "words alone"],
)  # fmt: skip
def test_beside_the_agreed_words_stand_those_that_take_their_place(row, theirs, takes_away):
    [finding] = findings(a_review(a_row(**row)))
    assert finding.theirs == theirs
    assert (finding.takes_away.quote if finding.takes_away else None) == takes_away


def test_the_pane_holds_every_word_of_the_draft_and_marks_overlapping_evidence():
    draft = a_draft()
    shown = [
        words_of("within sixty (60) days of receipt"),
        words_of("sixty (60) days"),
        words_of("Invoices. Client shall"),
    ]
    numbers = spots(shown)
    pieces = [piece for paragraph in paragraphs(draft, numbers) for piece in paragraph.pieces]
    assert "".join("".join(p.text for p in pieces).split()) == "".join(draft.text.split())
    for one in shown:
        number = numbers[one.start, one.end]
        assert "".join(p.text for p in pieces if number in p.within) == one.quote
        assert sum(number in p.begins for p in pieces) == 1

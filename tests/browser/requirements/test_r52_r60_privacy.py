"""Requirements 52 to 60: nothing leaves the page, what is kept and for how long, offline, without JavaScript."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answers_from_data import complete
from case_text import CaseText, address_of
from opening import CLIPBOARD, OpenCaseText, start
from playwright.sync_api import Browser, Dialog, Page, Playwright
from waiting import at_rest

from mergeguide.data.guide import Guide
from mergeguide.i18n.placeholders import SLOT
from mergeguide.letters.conditions import possible
from mergeguide.schema.letters import Letter
from turns import some_of

SENTINEL = "zqxsentinelxqz"
STORED = """
async () => JSON.stringify([
  { ...localStorage }, history.state, window.name, document.cookie,
  await caches.keys(), (await indexedDB.databases()).map(({ name }) => name),
  (await navigator.serviceWorker.getRegistrations()).length,
])
"""


@pytest.fixture
def kept_as(site_address: str) -> str:
    """The one name in this tab's storage: it carries the site's path."""
    return f"case-generator {urlsplit(site_address).path}"


def use_everything(case: CaseText, marked: str = "") -> None:
    """Fill in every field in every letter and edition, make mistakes, copy, save, edit, print, swap, and so on."""
    guide = case.guide
    case.page.evaluate("() => { window.print = () => {} }")
    case.press("copy")
    for letter in guide.letters:
        for edition in some_of(guide.editions, 3):
            answers = complete(guide, {"letter": letter, "edition": edition, "situation": "name-differs"})
            case.fill_in({name: _marked(guide, name, value, marked) for name, value in answers.items()})
            for row in case.page.locator('[data-edition]:visible [data-action="copy"]').all():
                row.click()
        case.copy()
        assert case.problems() == []
        case.saved_bytes()
    case.type_into("notes", f"{marked} パスワード 山 ー")
    case.press("copy")
    case.characters.locator("button").first.click()
    case.type_into("full-name", f"{marked}　Ｘ")
    case.aside("full-name").locator("button").click()
    case.type_into("contact-email", f"{marked}@gmial.com")
    case.answer("letter-language", "ja")
    case.press("copy")
    case.press("print")
    case.saved_bytes("reminder")
    case.press("edit")
    case.sheet.locator("[data-letter-paragraph]").first.focus()
    case.page.keyboard.type(f"{marked} by hand")
    case.copy()
    case.press("edit")
    case.press("swap")


def _marked(guide: Guide, name: str, value: str, marked: str) -> str:
    field = guide.fields.get(name)
    if not marked or field is None:
        return value
    if field.format == "email":
        return f"{marked}.{value}"
    return f"{value} {marked}" if field.format in ("line", "text", "name") else value


def test_r52_policy_forbids_requests_to_others(look: CaseText) -> None:
    """The page itself forbids, as far as the theme allows, to ask or send anything beyond this site."""
    policy = look.page.locator('meta[http-equiv="Content-Security-Policy"]')
    assert policy.count() == 1
    content = str(policy.get_attribute("content"))
    assert re.search(r"(connect|default)-src 'self'", content)
    assert "form-action 'none'" in content


def test_r52_page_brings_everything_with_it(open_case_text: OpenCaseText) -> None:
    """Nothing comes from another host, not even while the page is loading, nor for the search."""
    addresses: list[str] = []
    ja = open_case_text("ja")
    ja.page.context.on("request", lambda request: addresses.append(request.url))
    ja.open()
    ja.page.locator(".md-search__input").click()
    at_rest(ja.page)
    assert len(addresses) > 5
    assert [address for address in addresses if not address.startswith(ja.site)] == []


def test_r52_r53_nothing_is_asked_and_no_answer_is_found_anywhere_but_in_the_form_and_its_tab(
    open_case_text: OpenCaseText, kept_as: str, code: str
) -> None:
    """From the page's coming to rest until it is left there is not one request, whatever is typed and pressed. A word
    typed into every field is afterwards in no address, title, history, cookie, cache, console or request, and
    in no storage but this tab's, under one name; nor does the next page of the guide hear of it.
    """
    case = open_case_text(code)
    case.watch_network()
    asked: list[str] = []
    case.page.context.on("request", lambda request: asked.append(json.dumps([request.url, request.headers])))
    titles: list[str] = []
    case.page.expose_function("tellTitle", lambda title: titles.append(title))
    case.page.evaluate(
        "() => { new MutationObserver(() => tellTitle(document.title)).observe(document.querySelector('title'),"
        " { childList: true }) }"
    )
    use_everything(case, SENTINEL)
    assert case.requests == []
    assert SENTINEL in case.letter()
    assert len(titles) > 0
    places = [case.page.url, case.page.title(), case.page.evaluate(STORED), *case.said, *titles]
    assert [place for place in places if SENTINEL in place] == []
    case.page.locator("case-generator a[href*='before-you-start']").first.click()
    case.page.wait_for_url("**/before-you-start/**")
    assert len(asked) > 0
    assert [each for each in asked if SENTINEL in each] == []
    assert [place for place in (case.page.url, case.page.evaluate(STORED)) if SENTINEL in place] == []
    assert case.page.context.cookies() == []
    stored = "Object.keys(sessionStorage).filter((name) => sessionStorage[name].includes('SENTINEL'))"
    assert case.page.evaluate(stored.replace("SENTINEL", SENTINEL)) == [kept_as]


def test_r53_situation_and_letter_alone_are_read_from_the_address(open_case_text: OpenCaseText) -> None:
    """?situation= and ?letter= choose; any other name, and any other value, is ignored and nothing is written."""
    query = f"?situation=leaving-soon&full-name={SENTINEL}&letter=remind&edition=2024-04&letter-language=ja#the-letter"
    ja = open_case_text("ja", query=query)
    assert ja.answers()["situation"] == "leaving-soon"
    assert SENTINEL not in json.dumps(ja.answers())
    chosen = {name: ja.answers()[name] for name in ("letter", "edition", "letter-language")}
    assert chosen == {"letter": "remind", "edition": "2025-11", "letter-language": "en"}
    before = ja.page.url
    ja.answer("situation", "email-only")
    assert ja.page.url == before
    assert "situation" not in open_case_text("ja", query="?situation=nonsense").answers()


def test_r54_before_anything_is_entered_nothing_is_stored(case: CaseText) -> None:
    """A page that is only looked at leaves nothing behind."""
    case.press("copy")
    assert case.page.evaluate("sessionStorage.length") == 0


def test_r54_answers_are_kept_in_this_tab_alone(case: CaseText, kept_as: str) -> None:
    """Without being asked, the page keeps the answers over a reload, in this tab's storage and nowhere else."""
    assert case.page.locator('[data-toggle="keep"]').is_checked()
    answers = complete(case.guide, {"letter": "remind", "letter-language": "ja", "situation": "leaving-soon"})
    case.fill_in(answers)
    case.type_into("notes", "added later")
    assert case.page.evaluate("Object.keys(sessionStorage)") == [kept_as]
    before = (case.answers(), case.letter())
    case.page.reload()
    assert (case.answers(), case.letter()) == before
    assert "Hanako" not in case.page.evaluate("JSON.stringify({ ...localStorage })")
    assert case.page.evaluate("document.cookie") == ""


def test_r54_what_was_typed_last_is_kept_though_no_frame_came_before_she_left(ja: CaseText) -> None:
    """What is kept waits for the page's next frame, which a browser does not owe to a page that is left."""
    ja.page.evaluate("() => { window.requestAnimationFrame = () => 1 }")
    ja.control("full-name").focus()
    ja.page.keyboard.insert_text("Hanako Example")
    assert ja.page.evaluate("Object.keys(sessionStorage)") == []
    ja.page.reload()
    assert ja.value("full-name") == "Hanako Example"


def test_r54_switched_off_nothing_is_kept(case: CaseText, kept_as: str) -> None:
    """Switched off, no answer is in the storage any more, nor is one put there; a reload empties the form, and the
    switch is still off. The page says so before and after.
    """
    keep = case.page.locator('[data-toggle="keep"]')
    case.fill_in(complete(case.guide, {"letter": "remind"}))
    keep.uncheck()
    told = case.page.locator("[data-kept]")
    assert told.inner_text() == case.words["kept-off"]
    case.type_into("notes", SENTINEL)
    assert set(json.loads(case.page.evaluate(f"sessionStorage[{kept_as!r}]"))) == {"version", "at", "off"}
    case.page.reload()
    assert not keep.is_checked()
    assert told.inner_text() == case.words["kept-off"]
    assert (case.value("full-name"), case.answers()["letter"]) == ("", "request")
    keep.check()
    assert told.is_hidden()
    case.type_into("full-name", "Hanako Example")
    case.page.reload()
    assert case.value("full-name") == "Hanako Example"


def test_r54_undone_repair_stays_undone(ja: CaseText) -> None:
    """What the reader had put back as she typed it counts so after a reload."""
    ja.fill_in(complete(ja.guide))
    ja.type_into("full-name", "Ｈａｎａｋｏ")
    ja.aside("full-name").locator("button").click()
    assert "Ｈａｎａｋｏ" in ja.letter()
    before = ja.letter()
    ja.page.reload()
    assert ja.letter() == before


def test_r54_page_says_where_the_answers_are(look: CaseText) -> None:
    """At the switch stands how long answers are kept and what to press at the end, below the letter what is sent."""
    hint = look.page.locator("[id=mg-keep-hint]").inner_text()
    assert re.search({"ja": "タブを閉じるまで", "en": "kept in this tab until you close it"}[look.code], hint)
    assert "24" in hint
    assert str(look.words["clear"]) in hint
    assert look.button("clear").inner_text() == look.words["clear"]
    below = look.page.locator("case-generator a[href*='see-for-yourself']")
    assert below.is_visible()
    assert re.search({"ja": "送信されません", "en": "sent anywhere"}[look.code], below.locator("..").inner_text())


GOOD = {"version": 2, "at": 0, "answers": {"full-name": SENTINEL}, "asTyped": {}, "byHand": {}}
DAMAGED = {
    "cut": '{"version": 2, "at": 1',
    "not json": "hello",
    "empty": "",
    "null": "null",
    "list": "[]",
    "text": '"case-generator"',
    "older shape": json.dumps({"version": 1, "answers": {"full-name": SENTINEL}}),
    "newer shape": json.dumps({**GOOD, "version": 99}),
    "no time": json.dumps({**GOOD, "at": None}),
    "time in words": json.dumps({**GOOD, "at": "today"}),
    "no answers": json.dumps({**GOOD, "answers": None}),
    "answers in a list": json.dumps({**GOOD, "answers": ["full-name"]}),
    "an answer that is a number": json.dumps({**GOOD, "answers": {"full-name": 7}}),
    "an answer that is an object": json.dumps({**GOOD, "answers": {"full-name": {"a": "b"}}}),
    "no repairs": json.dumps({**GOOD, "asTyped": None}),
    "words by hand in a text": json.dumps({**GOOD, "byHand": {"request en": "Dear"}}),
    "words by hand without their origin": json.dumps({**GOOD, "byHand": {"request en": [{"id": "a", "text": "b"}]}}),
}


@pytest.mark.some(4)
@pytest.mark.parametrize("how", DAMAGED)
def test_r54_damaged_entry_is_dropped_with_a_word(
    open_case_text: OpenCaseText, kept_as: str, how: str, code: str
) -> None:
    """An entry that is damaged, foreign or of another shape is removed, a line says so, and the page works."""
    case = open_case_text(code)
    case.page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [kept_as, DAMAGED[how]])
    case.page.reload()
    assert case.page.locator("[data-kept]").inner_text() == case.status() == case.words["kept-unreadable"]
    assert case.page.evaluate("sessionStorage.length") == 0
    assert case.value("full-name") == ""
    case.fill_in({"full-name": "Hanako Example"})
    assert case.letter() == case.expected_letter()


def test_r54_names_that_the_form_lacks_do_no_harm(ja: CaseText, kept_as: str) -> None:
    """Answers to questions that are no longer asked, and names that mean something to JavaScript, are passed over."""
    names = ("length", "item", "namedItem", "constructor", "no-such-field", "__proto__")
    entry = {**GOOD, "answers": {**dict.fromkeys(names, "x"), "full-name": "Hanako Example"}}
    script = '([key, entry]) => sessionStorage.setItem(key, entry.replace(\'"at": 0\', `"at": ${Date.now()}`))'
    ja.page.evaluate(script, [kept_as, json.dumps(entry)])
    ja.page.reload()
    assert ja.value("full-name") == "Hanako Example"
    assert ja.letter() == ja.expected_letter()


def test_r54_another_site_below_the_same_origin_is_left_alone(ja: CaseText) -> None:
    """An entry of the same guide at another path is neither read nor touched."""
    other = ["case-generator /elsewhere/", json.dumps({**GOOD, "at": 1})]
    ja.page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", other)
    ja.page.reload()
    assert ja.value("full-name") == ""
    ja.fill_in(complete(ja.guide))
    ja.page.once("dialog", lambda dialog: dialog.accept())
    ja.press("clear")
    assert ja.page.evaluate("Object.entries(sessionStorage)") == [other]


class Clock:
    """The reader's clock, set forward by the test."""

    def __init__(self, case: CaseText) -> None:
        self.case = case
        self.now = datetime.datetime(2026, 11, 24, 23, 0, tzinfo=datetime.UTC)
        self.let_pass(hours=0)

    def let_pass(self, *, hours: int) -> None:
        """Let time go by without anything happening in it."""
        self.now += datetime.timedelta(hours=hours)
        self.case.page.clock.set_fixed_time(self.now)


def test_r54_a_day_after_the_last_change_the_answers_are_erased(open_case_text: OpenCaseText, code: str) -> None:
    """Looking at the page does not begin the day anew, a change does; when the day is over, opening the page erases
    what was kept, and a line says so.
    """
    # The clock is there before the page: a timer that began on another could not be stopped any more.
    case = open_case_text(code, clock=True)
    clock = Clock(case)
    case.fill_in(complete(case.guide))
    for _ in range(2):
        clock.let_pass(hours=11)
        case.page.reload()
        assert case.value("full-name") == "Hanako Example"
    case.type_into("full-name", "Hanako Later")
    clock.let_pass(hours=23)
    case.page.reload()
    assert case.value("full-name") == "Hanako Later"
    clock.let_pass(hours=2)
    case.page.reload()
    assert case.value("full-name") == ""
    assert case.page.locator("[data-kept]").inner_text() == case.words["kept-expired"]
    assert case.page.evaluate("sessionStorage.length") == 0


def test_r54_forbidden_storage_does_no_harm(open_case_text: OpenCaseText) -> None:
    """Where the browser forbids storage, nothing is thrown, and the page says that nothing is kept."""
    ja = open_case_text("ja")
    ja.page.context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    ja.open()
    ja.fill_in(complete(ja.guide))
    assert ja.copy() == ja.expected_letter()
    assert ja.page.locator("[data-kept]").inner_text() == ja.words["kept-nowhere"]


def test_r55_erasing_leaves_nothing(case: CaseText) -> None:
    """ "Erase now" asks once, then empties fields, letter and storage, and says so."""
    empty = (case.answers(), case.letter())
    case.fill_in(complete(case.guide))
    case.type_into("full-name", "Ｈａｎａｋｏ")
    case.fill_in({"contact-email": "x"})
    case.press("copy")

    asked: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    case.page.once("dialog", dismiss)
    case.press("clear")
    assert asked == [case.words["clear-question"]]
    assert case.value("full-name") == "Hanako"

    case.page.once("dialog", lambda dialog: dialog.accept())
    case.press("clear")
    assert (case.answers(), case.letter()) == empty
    assert case.page.evaluate("sessionStorage.length") == 0
    assert case.page.locator('[data-toggle="keep"]').is_checked()
    assert case.status() == case.words["cleared"]
    assert case.summary.is_hidden()
    assert case.widget.locator(".mg-repair, .mg-warning, [aria-invalid]").count() == 0
    assert "Hanako" not in str(case.widget.locator("form").text_content())


def test_r55_erasing_takes_a_letter_edited_by_hand_along(ja: CaseText) -> None:
    """What was written into the letter by hand is erased, too."""
    ja.fill_in(complete(ja.guide))
    ja.press("edit")
    ja.sheet.locator("[data-letter-paragraph]").first.focus()
    ja.page.keyboard.press("Control+End")
    ja.page.keyboard.insert_text(SENTINEL)
    ja.page.once("dialog", lambda dialog: dialog.accept())
    ja.press("clear")
    assert SENTINEL not in str(ja.sheet.text_content())
    assert ja.letter() == ja.expected_letter()
    assert ja.page.locator("[contenteditable]").count() == 0


def test_r55_button_stands_with_the_letter(look: CaseText) -> None:
    """The button that erases stands with those that take the letter away."""
    assert look.page.locator(".mg-actions").locator('[data-action="clear"]').count() == 1


def test_r56_answers_survive_anchors_and_palettes(case: CaseText) -> None:
    """Links within the page, "back to top" and the palette switch leave every answer as it is."""
    case.fill_in(complete(case.guide))
    before = (case.answers(), case.letter())
    for heading in ("the-letter", "the-form"):
        case.page.locator(f"[id='{heading}'] .headerlink").click()
        assert (case.answers(), case.letter()) == before
        assert case.page.url.endswith(f"#{heading}")
    case.page.go_back()
    assert (case.answers(), case.letter()) == before
    case.page.evaluate("() => document.querySelector('.md-skip').click()")
    assert (case.answers(), case.letter()) == before
    for _ in range(3):
        case.page.locator("[data-md-component=palette] label:visible").click()
        assert (case.answers(), case.letter()) == before


@pytest.fixture(scope="module")
def browser_that_keeps_pages(playwright: Playwright) -> Iterator[Browser]:
    """A browser with its back/forward cache, which the driver switches off."""
    running = start(playwright, with_windows=True, ignore_default_args=["--disable-back-forward-cache"])
    yield running
    running.close()


def _leave_and_come_back(page: Page) -> None:
    page.locator("case-generator a[href*='before-you-start']").first.click()
    page.wait_for_url("**/before-you-start/**")
    page.go_back(wait_until="commit")
    page.locator("case-generator form").wait_for()


def test_r56_answers_survive_leaving_and_back(case: CaseText) -> None:
    """Without the back/forward cache the browser fills the fields in again, and the letter follows them."""
    case.fill_in(complete(case.guide, {"situation": "leaving-soon", "letter": "remind"}))
    before = (case.answers(), case.letter())
    _leave_and_come_back(case.page)
    assert (case.answers(), case.letter()) == before
    assert case.copy() == before[1]


def test_r56_answers_survive_back_to_a_page_in_the_cache(
    browser_that_keeps_pages: Browser, guide: Guide, site_address: str
) -> None:
    """With the back/forward cache the page comes back alive, listeners and all."""
    context = browser_that_keeps_pages.new_context(permissions=[*CLIPBOARD])
    ja = CaseText(context.new_page(), guide, "ja", site_address).open()
    ja.fill_in(complete(guide))
    before = (ja.answers(), ja.letter())
    ja.page.evaluate("() => { window.stayed = true }")
    _leave_and_come_back(ja.page)
    assert ja.page.evaluate("window.stayed") is True, "the page was not kept: the test tests nothing"
    assert (ja.answers(), ja.letter()) == before
    ja.type_into("full-name", "Another Name")
    assert "Another Name" in ja.copy()
    context.close()


@pytest.fixture
def cached(browser_that_keeps_pages: Browser, guide: Guide, site_address: str) -> Iterator[CaseText]:
    """The Japanese page, in a browser that keeps pages alive for Back."""
    context = browser_that_keeps_pages.new_context(permissions=[*CLIPBOARD])
    ja = CaseText(context.new_page(), guide, "ja", site_address).open()
    yield ja
    context.close()


def _leave(case: CaseText) -> None:
    case.page.evaluate("() => { window.stayed = true }")
    case.page.locator("case-generator a[href*='before-you-start']").first.click()
    case.page.wait_for_url("**/before-you-start/**")


def _back_to_the_living_page(case: CaseText) -> None:
    # The pages in between were left by addresses of their own: as many steps back as it takes.
    while not case.page.url.endswith("/case-text/") or "/en/" in case.page.url:
        case.page.go_back(wait_until="commit")
    assert case.page.evaluate("window.stayed") is True, "the page was not kept: the test tests nothing"


def test_r54_page_that_comes_back_after_a_day_is_empty(cached: CaseText) -> None:
    """The page that the browser kept alive for Back holds the answers itself: after a day it gives them up as well."""
    # A page that sleeps is out of the driver's reach: its clock follows what the page in front puts down.
    cached.page.evaluate(
        "() => { const now = Date.now; Date.now = () => now() + Number(localStorage.getItem('hours')) * 3600000 }"
    )
    cached.fill_in(complete(cached.guide))
    for hours, name in ((23, "Hanako Example"), (25, "")):
        _leave(cached)
        cached.page.evaluate("(hours) => localStorage.setItem('hours', hours)", hours)
        _back_to_the_living_page(cached)
        assert cached.value("full-name") == name
    assert "Hanako" not in str(cached.widget.locator("form").text_content())
    assert cached.page.locator("[data-kept]").inner_text() == cached.words["kept-expired"]


@pytest.mark.some(1)
@pytest.mark.parametrize("keeping", [True, False])
def test_r55_what_was_erased_elsewhere_does_not_come_back(cached: CaseText, keeping: bool) -> None:
    """Erased on the other language's page, the answers are gone from the page behind it, too."""
    if not keeping:
        cached.page.locator('[data-toggle="keep"]').uncheck()
    cached.fill_in(complete(cached.guide))
    _leave(cached)
    en = CaseText(cached.page, cached.guide, "en", cached.site).open()
    en.page.once("dialog", lambda dialog: dialog.accept())
    en.press("clear")
    _back_to_the_living_page(cached)
    assert cached.value("full-name") == ""
    assert "Hanako" not in str(cached.widget.locator("form").text_content())


def test_r56_page_that_comes_back_knows_what_was_changed_meanwhile(cached: CaseText) -> None:
    """Changed on the other language's page, the answers are the same on the page behind it."""
    cached.fill_in(complete(cached.guide))
    _leave(cached)
    en = CaseText(cached.page, cached.guide, "en", cached.site).open()
    en.type_into("full-name", "Changed Meanwhile")
    before = (en.answers(), en.letter())
    _back_to_the_living_page(cached)
    assert (cached.answers(), cached.letter()) == before


def _by_links(case: CaseText) -> None:
    """Away by the footer's link to the page before, home by a link of its text."""
    case.page.locator(".md-footer__link--prev").click()
    case.page.wait_for_url("**/your-situation/**")
    case.page.locator("article a[href$='case-text/']").first.click()


def _other_language_and_back(case: CaseText) -> None:
    for code in ("en", "ja") if case.code == "ja" else ("ja", "en"):
        case.page.evaluate(f"() => document.querySelector('.md-select a[hreflang={code}]').click()")
        case.page.wait_for_url(f"**/{address_of(code)}")
        case.page.locator("case-generator form").wait_for()


ROUTES: dict[str, Callable[[CaseText], object]] = {
    "reload": lambda case: case.page.reload(),
    "an explanation and back": lambda case: _leave_and_come_back(case.page),
    "footer and a link": _by_links,
    "other language and back": _other_language_and_back,
    "address typed anew": lambda case: case.open(),
    "another anchor typed": lambda case: case.open("?letter-of=nobody#the-form"),
}


@pytest.mark.some(3)
@pytest.mark.parametrize("route", ROUTES)
def test_r56_answers_survive_every_route_that_the_page_offers(case: CaseText, route: str) -> None:
    """Answers, the choice of letter and of its language, all of it, whichever way she leaves and returns."""
    language = "ja" if case.code == "en" else "en"
    case.fill_in(complete(case.guide, {"letter": "correct", "letter-language": language, "notes": "a\n\n- b"}))
    before = (case.answers(), case.letter())
    ROUTES[route](case)
    case.page.wait_for_url(f"**/{address_of(case.code)}*")
    case.sheet.locator("[data-letter-paragraph]").first.wait_for()
    assert (case.answers(), case.letter()) == before
    assert case.copy() == before[1]


def test_r56_link_that_names_a_situation_changes_nothing_else(case: CaseText) -> None:
    """Followed, it chooses the situation and loses no answer; a choice made after that outlives reload and Back."""
    answers = complete(case.guide, {"situation": "left-company"})
    case.fill_in(answers)
    before = case.answers()
    case.open("?situation=two-accounts")
    after = case.answers()
    assert after.pop("situation") == "two-accounts"
    assert after.pop("reason") != before["reason"]
    assert after == {name: value for name, value in before.items() if name not in ("situation", "reason")}
    case.answer("situation", "email-only")
    case.page.reload()
    assert case.answers()["situation"] == "email-only"
    _leave_and_come_back(case.page)
    assert case.answers()["situation"] == "email-only"
    assert case.page.url.endswith("?situation=two-accounts")


def test_r56_two_tabs_go_their_own_ways(case: CaseText) -> None:
    """A tab opened by the page with its storage copied shows the same answers; from then on each has its own."""
    case.fill_in(complete(case.guide))
    with case.page.expect_popup() as opening:
        case.page.evaluate("() => { window.open(location.href) }")
    second = CaseText(opening.value, case.guide, case.code, case.site)
    second.sheet.locator("[data-letter-paragraph]").first.wait_for()
    assert second.answers() == case.answers()
    second.type_into("full-name", "Second Tab")
    case.page.reload()
    assert case.value("full-name") == "Hanako Example"
    second.page.once("dialog", lambda dialog: dialog.accept())
    second.press("clear")
    case.page.reload()
    assert case.value("full-name") == "Hanako Example"


def test_r57_change_of_language_keeps_the_answers(ja: CaseText) -> None:
    """The switch of language shows the same answers and the same letter."""
    ja.fill_in(complete(ja.guide, {"situation": "leaving-soon"}))
    before = (ja.answers(), ja.letter())
    ja.page.evaluate("() => document.querySelector('.md-select a[hreflang=en]').click()")
    ja.page.wait_for_url("**/en/case-text/**")
    ja.page.locator("case-generator form").wait_for()
    assert (ja.answers(), ja.letter()) == before


def test_r58_leaving_never_asks(ja: CaseText) -> None:
    """Left out by choice: no question on leaving. Back keeps the answers, keeping can be switched on, and such a
    question would keep the page out of the back/forward cache.
    """
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    ja.page.on("dialog", accept)
    ja.control("full-name").press_sequentially("Hanako")
    ja.page.goto(ja.site)
    assert asked == []


def test_r59_works_from_a_file(browser: Browser, guide: Guide, built_site: Path, code: str) -> None:
    """Opened as a file, without any server, the page makes the letter, checks, repairs, copies and saves."""
    context = browser.new_context(permissions=[*CLIPBOARD])
    case = CaseText(context.new_page(), guide, code, f"{built_site.as_uri()}/")
    case.page.goto(f"{case.site}{address_of(code)}index.html")
    case.press("copy")
    assert len(case.problems()) > 3
    case.fill_in(complete(guide))
    case.type_into("full-name", "Ｈａｎａｋｏ　Ｆｉｌｅ")
    assert case.letter() == case.expected_letter()
    assert "Hanako File" in case.copy()
    assert case.saved_bytes().decode().replace("\r\n", "\n") == case.letter() + "\n"
    context.close()


def test_r59_works_offline_once_it_is_loaded(open_case_text: OpenCaseText) -> None:
    """With the network cut after loading, everything still works."""
    ja = open_case_text("ja")
    at_rest(ja.page)
    ja.page.context.set_offline(True)
    use_everything(ja)
    ja.answer("letter", "request")


@pytest.fixture
def no_script(browser: Browser, site_address: str, code: str) -> Iterator[Page]:
    """The page where no JavaScript runs."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_address + address_of(code))
    yield page
    context.close()


def test_r60_without_javascript_the_letters_stand_with_blanks(no_script: Page, guide: Guide, code: str) -> None:
    """Where no JavaScript runs, the form is hidden, and every letter stands in full, with named blanks."""
    assert no_script.locator("case-generator form").is_hidden()
    assert no_script.locator("case-generator button:visible, case-generator input:visible").count() == 0
    assert no_script.get_by_text(str(guide.languages[code].generator["no-script"])).is_visible()
    for letter in guide.letters.values():
        section = no_script.locator(f".mg-static-letter:has([id='static-{letter.id}'])")
        assert section.is_visible()
        shown = _flat(section.inner_text())
        assert [text for text in _with_blanks(guide, letter, "en", "[", "]") if _flat(text) not in shown] == []
        if code != "en":
            glosses = _with_blanks(guide, letter, code, "［", "］")
            assert [text for text in glosses if _flat(text) not in shown] == []


def _with_blanks(guide: Guide, letter: Letter, code: str, before: str, after: str) -> list[str]:
    """Every text that the letter can have in a language, each slot as a blank with its field's name."""
    words = guide.languages[code]
    lines = (
        (name, line)
        for name in filter(guide.paragraphs.__contains__, letter.paragraphs)
        for line in guide.paragraphs[name].lines or (None,)
        if line is None or possible(line.when, "letter", letter.id)
    )
    texts = (words.text(name, line.id if line else None) for name, line in lines)
    return [SLOT.sub(lambda match: f"{before}{words.fields[match[1]].label}{after}", text) for text in texts]


def test_r60_without_javascript_each_reason_is_given(no_script: Page, guide: Guide, code: str) -> None:
    """Each situation's sentence stands there to be copied."""
    shown = _flat(no_script.locator(".mg-static").inner_text())
    assert [name for name, words in guide.languages["en"].situations.items() if _flat(words.reason) not in shown] == []


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)

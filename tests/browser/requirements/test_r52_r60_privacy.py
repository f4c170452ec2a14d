"""Requirements 52 to 60: nothing leaves the page, what is kept and for how long, offline, without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from answers_from_data import complete
from case_text import CaseText, address_of
from opening import CLIPBOARD, OpenCaseText, start
from playwright.sync_api import Browser, Page, Playwright

from mergeguide.guide import Guide
from mergeguide.letters import Letter
from mergeguide.wording import SLOT

SENTINEL = "zqxsentinelxqz"
STORED = """
async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, history.state, window.name, document.cookie,
  await caches.keys(), (await indexedDB.databases()).map(({ name }) => name),
  (await navigator.serviceWorker.getRegistrations()).length,
])
"""


def use_everything(case: CaseText, marked: str = "") -> None:
    """Fill in every field in every letter and edition, make mistakes, copy, save, edit, print, swap, and so on."""
    guide = case.guide
    case.page.evaluate("() => { window.print = () => {} }")
    case.press("copy")
    for letter in guide.letters:
        for edition in guide.editions:
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


def test_r52_nothing_is_asked_of_the_network(open_case_text: OpenCaseText, code: str) -> None:
    """From the page's coming to rest until it is left there is not one request, whatever is typed and pressed."""
    case = open_case_text(code, search=True)
    case.watch_network()
    use_everything(case)
    assert case.requests == []


def test_r52_policy_forbids_requests_to_others(look: CaseText) -> None:
    """The page itself forbids, as far as the theme allows, to ask or send anything beyond this site."""
    policy = look.page.locator('meta[http-equiv="Content-Security-Policy"]')
    assert policy.count() == 1
    content = str(policy.get_attribute("content"))
    assert re.search(r"(connect|default)-src 'self'", content)
    assert "form-action 'none'" in content


def test_r52_page_brings_everything_with_it(open_case_text: OpenCaseText) -> None:
    """Nothing comes from another host, not even while the page is loading."""
    addresses: list[str] = []
    ja = open_case_text("ja", search=True)
    ja.page.context.on("request", lambda request: addresses.append(request.url))
    ja.open()
    ja.page.wait_for_load_state("networkidle")
    assert len(addresses) > 5
    assert [address for address in addresses if not address.startswith(ja.site)] == []


def test_r53_no_answer_is_found_anywhere_but_in_the_form(open_case_text: OpenCaseText, code: str) -> None:
    """A word typed into every field is afterwards in no address, title, history, storage, cookie, cache, console or
    request; nor does the next page of the guide hear of it.
    """
    case = open_case_text(code, search=True)
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


def test_r53_situation_alone_is_read_from_the_address(open_case_text: OpenCaseText) -> None:
    """?situation= chooses the situation; any other name, and any other value, is ignored and nothing is written."""
    ja = open_case_text("ja", query=f"?situation=leaving-soon&full-name={SENTINEL}&letter=remind#the-letter")
    assert ja.answers()["situation"] == "leaving-soon"
    assert SENTINEL not in json.dumps(ja.answers())
    assert ja.answers()["letter"] == "request"
    before = ja.page.url
    ja.answer("situation", "email-only")
    assert ja.page.url == before
    assert "situation" not in open_case_text("ja", query="?situation=nonsense").answers()


def test_r54_by_default_nothing_is_stored(ja: CaseText) -> None:
    """Without the reader's choice the storages stay as the theme left them, and a reload forgets the answers."""
    keep = ja.page.locator('[data-toggle="keep"]')
    assert not keep.is_checked()
    before = ja.page.evaluate(STORED)
    ja.fill_in(complete(ja.guide))
    ja.copy()
    assert ja.page.evaluate(STORED) == before
    ja.page.reload()
    assert ja.value("full-name") == ""
    assert "Hanako" not in ja.letter()


def test_r54_kept_only_on_request_and_only_for_this_tab(case: CaseText) -> None:
    """Switched on, the answers survive a reload, in this tab's storage alone; switched off, they are gone from it."""
    keep = case.page.locator('[data-toggle="keep"]')
    answers = complete(case.guide, {"letter": "remind", "letter-language": "ja", "situation": "leaving-soon"})
    case.fill_in(answers)
    keep.check()
    assert case.page.evaluate("Object.keys(sessionStorage)") == ["case-generator"]
    case.type_into("notes", "added later")
    before = (case.answers(), case.letter())
    case.page.reload()
    assert keep.is_checked()
    assert (case.answers(), case.letter()) == before
    assert "Hanako" not in case.page.evaluate("JSON.stringify({ ...localStorage })")
    keep.uncheck()
    assert case.page.evaluate("sessionStorage.length") == 0
    case.page.reload()
    assert case.value("full-name") == ""


def test_r54_page_says_where_the_answers_are(look: CaseText) -> None:
    """At the switch and below the letter stands what is stored and what is sent: nothing unless it is switched on."""
    hint = look.page.locator("[id=mg-keep-hint]").inner_text()
    assert re.search({"ja": "タブを閉じるまで", "en": "until you close the tab"}[look.code], hint)
    below = look.page.locator("case-generator a[href*='see-for-yourself']")
    assert below.is_visible()
    assert re.search({"ja": "送られません", "en": "sent anywhere"}[look.code], below.locator("..").inner_text())


DAMAGED = (
    "not json",
    "null",
    "[]",
    '{"version": 99, "answers": {}}',
    '{"version": 1, "answers": null}',
    '{"version":1}',
)


def test_r54_damaged_storage_does_no_harm(ja: CaseText) -> None:
    """Storage that somebody else wrote, or an older version, is passed over, and the page works."""
    for damaged in DAMAGED:
        ja.page.evaluate("(text) => sessionStorage.setItem('case-generator', text)", damaged)
        ja.page.reload()
        ja.fill_in({"full-name": "Hanako Example"})
        assert ja.letter() == ja.expected_letter(), damaged


def test_r54_forbidden_storage_does_no_harm(open_case_text: OpenCaseText) -> None:
    """Where the browser forbids storage, even asking to keep the answers throws nothing."""
    ja = open_case_text("ja")
    ja.page.context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    ja.open()
    ja.page.locator('[data-toggle="keep"]').check()
    ja.fill_in(complete(ja.guide))
    assert ja.copy() == ja.expected_letter()


def test_r55_erasing_leaves_nothing(case: CaseText) -> None:
    """ "Erase everything" asks once, then empties fields, letter and storage, and says so."""
    empty = (case.answers(), case.letter())
    case.page.locator('[data-toggle="keep"]').check()
    case.fill_in(complete(case.guide))
    case.type_into("full-name", "Ｈａｎａｋｏ")
    case.fill_in({"contact-email": "x"})
    case.press("copy")

    asked: list[str] = []
    case.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    case.press("clear")
    assert asked == [case.words["clear-question"]]
    assert case.value("full-name") == "Hanako"

    case.page.once("dialog", lambda dialog: dialog.accept())
    case.press("clear")
    assert (case.answers(), case.letter()) == empty
    assert case.page.evaluate("sessionStorage.length") == 0
    assert not case.page.locator('[data-toggle="keep"]').is_checked()
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
    running = start(playwright, ignore_default_args=["--disable-back-forward-cache"])
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


def test_r57_change_of_language_keeps_the_answers_if_asked_to(ja: CaseText) -> None:
    """With keeping switched on, the switch of language shows the same answers and the same letter."""
    ja.page.locator('[data-toggle="keep"]').check()
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
    ja.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
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
    ja.page.wait_for_load_state("networkidle")
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
    lines = ((name, line) for name in letter.paragraphs for line in guide.paragraphs[name].lines or (None,))
    texts = (words.text(name, line.id if line else None) for name, line in lines)
    return [SLOT.sub(lambda match: f"{before}{words.fields[match[1]].label}{after}", text) for text in texts]


def test_r60_without_javascript_each_reason_is_given(no_script: Page, guide: Guide, code: str) -> None:
    """Each situation's sentence stands there to be copied."""
    shown = _flat(no_script.locator(".mg-static").inner_text())
    assert [name for name, words in guide.languages["en"].situations.items() if _flat(words.reason) not in shown] == []


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)

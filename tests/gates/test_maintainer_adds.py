"""A field, an edition of the form, a source, a situation and a letter are added by editing data and pages only.

Promise: nobody has to know the code. Each test is the record of one way: the smallest edit in the data, then what
``python -m mergeguide check`` says, then the edit that answers it, and so on until nothing is left to say; at the end
the strict build passes and readers of both languages have the new thing. ``Maintainer`` lets no edit pass that
no message has led to.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from maintaining import LANGUAGES, Maintainer, Told, letter, words_in

from projects import TODAY, CopyProject, commit

Begin = Callable[..., Maintainer]
FIELDS, EDITIONS, LETTERS = "docs/_data/fields.yml", "docs/_data/form-editions.yml", "docs/_data/letters.yml"
SITUATIONS, CLAIMS, SOURCES = "docs/_data/situations.yml", "docs/_data/claims.yml", "docs/_data/sources.yml"
JA, EN = "docs/_data/languages/ja.yml", "docs/_data/languages/en.yml"


@pytest.fixture
def begin(project_copy: CopyProject, capsysbinary: pytest.CaptureFixture[bytes]) -> Begin:
    """A maintainer with a fresh clone of the project: ``begin(today="2026-12-15")``."""

    def begun(today: str = TODAY) -> Maintainer:
        project = project_copy()
        commit(project.root)
        return Maintainer(project, capsysbinary, today)

    return begun


def missing(path: str, **beginnings: str) -> list[Told]:
    """Keys that an entry lacks, each with the line that the remedy offers."""
    keys = {name.replace("_", "-"): begin for name, begin in beginnings.items()}
    return [Told("missing-key", path, f"{key}: {keys[key]}".strip()) for key in sorted(keys)]


def wordless(*entries: str) -> list[Told]:
    """Words that both languages lack, in the order of their sections, each as the line that the remedy offers."""
    return [Told("missing-words", path, entry) for path in (EN, JA) for entry in entries]


def test_a_field(begin: Begin) -> None:
    maintainer = begin()
    maintainer.insert(FIELDS, "  - id: case-id\n", "  - id: booked-exam-on\n")

    maintainer.hears(
        *missing(
            FIELDS,
            claims="[…]",
            example="…",
            group="…",
            kind="line | text | choice | date | address-or-state",
            need="required | if-any | optional",
        )
    )
    maintainer.edit(
        FIELDS,
        "  - id: booked-exam-on\n",
        "  - id: booked-exam-on\n    group: your-work\n    kind: date\n    need: if-any\n"
        '    example: "2027-01-15"\n    since: 2022-02\n    claims: [check-booked-exam]\n',
    )

    maintainer.hears(
        Told("unused-field", FIELDS, "Write {booked-exam-on} into a paragraph, or delete the field."),
        Told("field-shape", FIELDS, 'The field "booked-exam-on" of kind date needs format:.'),
        *wordless("booked-exam-on: {label: …}"),
    )
    maintainer.edit(FIELDS, "    kind: date\n    need: if-any\n    example", DATED + "    example")
    maintainer.insert(LETTERS, "  - {id: notes, when: {notes: given}}\n", BOOKED_PARAGRAPH)
    maintainer.insert(JA, "  case-id:\n    label:", BOOKED_JA)
    maintainer.insert(EN, "  case-id:\n    label:", BOOKED_EN)

    maintainer.hears(
        *wordless("booked-exam: …"),
        Told("unused-paragraph", LETTERS, 'The paragraph "booked-exam" stands in no letter.\nName it in a letter'),
    )
    maintainer.insert(JA, '  notes: "{notes}"\n', '  booked-exam: "{booked-exam-on}の試験を予約しています。"\n')
    maintainer.insert(EN, '  notes: "{notes}"\n', "  booked-exam: I have an exam booked for {booked-exam-on}.\n")
    maintainer.edit(LETTERS, "statements, notes, offer-help", "statements, booked-exam, notes, offer-help")

    maintainer.hears(
        *(
            Told("answer-not-said", LETTERS, f'The letter "{name}" ({code}) can lack the answer "booked-exam-on".')
            for name in ("confirm", "correct", "remind")
            for code in ("en", "ja")
        )
    )
    for before in ("notes, no-way-back", "notes, name-differs", "notes, ask-status"):
        maintainer.edit(LETTERS, before, f"booked-exam, {before}")

    maintainer.hears(
        *(
            Told("undocumented-field", FIELDS, f"Add to docs/{code}/form-fields.md:\n### {label} {{ #field-booked-exam")
            for code, label in (("en", "Date of a booked exam"), ("ja", "予約中の試験の日"))
        )
    )
    templates = {code: maintainer.remedy("undocumented-field", f"docs/{code}/form-fields.md") for code in ("en", "ja")}
    for code, template in templates.items():
        maintainer.insert(f"docs/{code}/form-fields.md", NOTES_HEADING[code], f"{template}\n")

    maintainer.hears(
        *(
            Told("missing-term", f"docs/{code}/form-fields.md", f'"{term}" (language "{code}")')
            for code, terms in TERMS.items()
            for term in terms
        )
    )
    for code, told in EXPLAINED.items():
        page = f"docs/{code}/form-fields.md"
        for term, sentence in zip(templates[code].split(":   …")[:-1], told, strict=True):
            maintainer.edit(page, f"{term}:   …", f"{term}:   {sentence}")

    maintainer.is_done()
    for language, label in (("ja", "予約中の試験の日"), ("en", "Date of a booked exam")):
        fields = maintainer.page(language, "form-fields")
        (heading,) = fields.xpath("//h3[@id='field-booked-exam-on']")
        assert label in words_in(heading)
        facts = next(one for one in heading.itersiblings() if "mg-facts" in (one.get("class") or ""))
        assert "2027-01-15" in words_in(facts)
        generator = maintainer.page(language, "case-text")
        (control,) = generator.xpath("//case-generator//*[@name='booked-exam-on']")
        assert generator.xpath("//label[@for=$id]", id=control.get("id"))
    guide = maintainer.guide()
    for name in guide.letters:
        assert "I have an exam booked for 15 January 2027." in letter(guide, "en", letter=name)
        assert "2027年1月15日の試験を予約しています。" in letter(guide, "ja", letter=name, letter_language="ja")


BOOKED_PARAGRAPH = "  - {id: booked-exam, when: {booked-exam-on: given}}\n"
DATED = "    kind: date\n    format: date\n    need: if-any\n"
BOOKED_JA = "  booked-exam-on:\n    label: 予約中の試験の日\n    hint: 試験を予約しているときだけ入れます。\n"
BOOKED_EN = "  booked-exam-on:\n    label: Date of a booked exam\n    hint: Only if you have an exam booked.\n"
NOTES_HEADING = {"ja": "### 補足 { #field-notes }", "en": "### Notes { #field-notes }"}
TERMS = {
    "en": ("Meaning", "What goes wrong", "What to enter"),
    "ja": ("つまずきやすい点", "入力する内容", "意味"),
}
"""As the messages of one line come: in the order of their words."""
EXPLAINED = {
    "ja": (
        "予約してある試験の日です。統合で予約がどうなるかは、わかっていません。[@booked-exam]",
        "予約の画面にある日を入れます。試験登録も見ておく、という報告があります。[@check-booked-exam]",
        "予約がどちらのアカウントにあるかは伝わりません。「補足」に書き添えてください。",
    ),
    "en": (
        "The day of an exam you have booked. What a merge does to a booking is not known. [@booked-exam]",
        "Take the day from your booking. One report says to look at the exam registration too. [@check-booked-exam]",
        "The date does not say which account the booking is in. Put that in the notes.",
    ),
}


def test_an_edition_of_the_form(begin: Begin) -> None:
    maintainer = begin(today="2026-12-15")
    # At the end, where one would put it who does not know that the newest comes first.
    maintainer.append(EDITIONS, "  - id: 2026-12\n")

    maintainer.hears(
        *missing(
            EDITIONS,
            claims="[…]",
            items="[{item: …, control: text | select | textarea, labels: {…: […]}}]",
            language="…",
            steps="[{id: …, control: button | page}]",
        )
    )
    maintainer.append(EDITIONS, EDITION)

    maintainer.hears(
        Told("unknown-claim", EDITIONS, "Or add it in docs/_data/claims.yml."),
        Told("empty-item", EDITIONS, 'The item "form-topic" does not say what goes in.\nGive it fill: or choose:.'),
        Told("unknown-form-item", EDITIONS, "Or add it in docs/_data/fields.yml."),
    )
    maintainer.insert(
        CLAIMS,
        "  - id: form-2025-11\n",
        "  - id: form-2026-12\n    evidence:\n      - {source: F21, says: its items and buttons}\n",
    )
    maintainer.insert(
        FIELDS,
        "  - {id: form-additional-details,",
        "  - {id: form-topic, format: line, example: Certification account, since: 2026-12, claims: [form-2026-12]}\n",
    )
    maintainer.edit(EDITIONS, "labels: {en: [Topic]}\n", "labels: {en: [Topic]}\n        choose: {en: My accounts}\n")

    maintainer.hears(Told("unknown-source", CLAIMS, "Or add it in docs/_data/sources.yml."))
    maintainer.insert(
        SOURCES,
        "  - {id: O1, kind: official,",
        "  - {id: F21, kind: first-hand, language: en, experience: 2026-12-03, looked-at: 2026-12-14, read: whole, "
        'address: "https://example.org/merging-accounts-in-december"}\n',
    )

    maintainer.hears(
        *wordless(
            "form-topic: {label: …}",
            "2026-12: {name: …, hint: …, notes: {…: …}, steps: {…: {label: …}}}",
            "F21: …",
            "form-2026-12: …",
            "2026-12: {seen: …, changed: …}",
        )
    )
    for path, words in EDITION_WORDS.items():
        for before, lines in words.items():
            maintainer.insert(path, before, lines)

    maintainer.hears(Told("missing-words", EN, "send: {label: …}"), Told("missing-words", JA, "send: {label: …}"))
    maintainer.edit(EN, "    steps: {}  # 2026\n", "    steps:\n      send: {label: Press “Send”.}\n")
    maintainer.edit(JA, "    steps: {}  # 2026\n", "    steps:\n      send: {label: 「Send」を押します。}\n")

    maintainer.hears(
        Told("claim-unchecked", CLAIMS, 'The claim "form-2026-12" was not checked against its sources by anybody.'),
        Told("undocumented-field", FIELDS, "Add to docs/en/form-fields.md:\n### Topic (on the form) {"),
        Told("undocumented-field", FIELDS, "Add to docs/ja/form-fields.md:\n### トピック（AWSのフォーム） {"),
        Told("undrawn-edition", EDITIONS, "### … { #form-map-2026-12 }\n\n/// form-map | 2026-12\n///"),
        Told("edition-order", EDITIONS, 'Move it above "2022-02": newest first'),
    )
    maintainer.signs("form-2026-12")
    whole = "  - id: 2026-12\n" + EDITION.replace("[Topic]}\n", "[Topic]}\n        choose: {en: My accounts}\n")
    maintainer.edit(EDITIONS, whole, "")
    maintainer.insert(EDITIONS, "  - id: 2025-11\n", whole)
    for code, (before, section) in TOPIC_SECTION.items():
        maintainer.insert(f"docs/{code}/form-fields.md", before, section)
    maintainer.insert("docs/ja/form-fields.md", "### 2025年11月のフォーム {", MAP_JA)

    maintainer.hears(
        Told("missing-block", "docs/en/form-fields.md", "Write it at its place:\n/// form-map | 2026-12\n///"),
        Told("missing-heading", "docs/en/form-fields.md", "Add ### … { #form-map-2026-12 } at its place."),
    )
    maintainer.insert("docs/en/form-fields.md", "### The form in November 2025 {", MAP_EN)

    maintainer.is_done()
    for language, name in (("ja", "2026年12月"), ("en", "December 2026")):
        generator = maintainer.page(language, "case-text")
        values = generator.xpath("//case-generator//*[@name='edition']/descendant-or-self::*/@value")
        assert values[0] == "2026-12", "the newest edition is the one that is shown first"
        assert name in words_in(generator.xpath("//case-generator")[0])
        fields = maintainer.page(language, "form-fields")
        (heading,) = fields.xpath("//h3[@id='form-map-2026-12']")
        drawn = next(one for one in heading.itersiblings() if "mg-block--form-map" in (one.get("class") or ""))
        assert "Tell us more" in words_in(drawn)
        assert drawn.xpath(".//a[contains(@href, '#field-form-topic')]")
        (email,) = fields.xpath("//h3[@id='field-form-email']")
        facts = next(one for one in email.itersiblings() if "mg-facts" in (one.get("class") or ""))
        assert "Your email" in words_in(facts), "the label of the new edition is with the item's other labels"


EDITION = """\
    language: en
    claims: [form-2026-12]
    items:
      - item: form-email
        control: text
        labels: {en: [Your email]}
        assumed: {ja: [メールアドレス]}
        fill: contact-email
      - item: form-topic
        control: select
        labels: {en: [Topic]}
      - item: form-body
        control: textarea
        labels: {en: [Tell us more]}
        fill: letter
    steps:
      - {id: send, control: button, labels: {en: Send}}
"""
EDITION_WORDS = {
    JA: {
        "  form-additional-details: {label:": "  form-topic: {label: トピック（AWSのフォーム）}\n",
        "  2025-11:\n    name:": "  2026-12:\n    name: 2026年12月\n    hint: 報告のあるいちばん新しいフォームです。\n"
        "    notes: {form-body: 依頼文をすべて貼り付けます。}\n    steps: {}  # 2026\n",
        "  F19: ": "  F21: 2026年12月の新しいフォームで統合を頼んだ人の記録\n",
        "  form-2025-11: ": "  form-2026-12: 「Topic」で「My accounts」を選んだ、という報告があります。\n",
        '  "2025-11":\n    seen:': '  "2026-12":\n    seen: 2026年12月の報告の説明によります。\n'
        "    changed: 項目が3つに減り、「Topic」が加わりました。\n",
    },
    EN: {
        "  form-additional-details: {label:": "  form-topic: {label: Topic (on the form)}\n",
        "  2025-11:\n    name:": "  2026-12:\n    name: December 2026\n    hint: The newest form reported.\n"
        "    notes: {form-body: Paste the whole letter.}\n    steps: {}  # 2026\n",
        "  F19: ": "  F21: A merge asked for on the new form of December 2026\n",
        "  form-2025-11: ": "  form-2026-12: One report chose My accounts under Topic on the form of December 2026.\n",
        '  "2025-11":\n    seen:': '  "2026-12":\n    seen: A report of December 2026 describes it.\n'
        "    changed: Only three items are left, and Topic is new.\n",
    },
}
MAP_JA = """\
### 2026年12月のフォーム { #form-map-2026-12 }

報告のあるいちばん新しいフォームです。項目は3つでした。[@form-2026-12]

/// form-map | 2026-12
///

"""
MAP_EN = """\
### The form in December 2026 { #form-map-2026-12 }

The newest form we know of has three items. [@form-2026-12]

/// form-map | 2026-12
///

"""
TOPIC_SECTION = {
    "ja": (
        "### その他の詳細 { #field-form-additional-details }",
        """\
### トピック（AWSのフォーム） { #field-form-topic }

意味
:   何についての問い合わせかを選ぶ欄です。2026年12月のフォームにありました。[@form-2026-12]

入力する内容
:   「My accounts」を選びます。

つまずきやすい点
:   似た選択肢があっても、試験の予約についてのものは選びません。

""",
    ),
    "en": (
        "### Additional details { #field-form-additional-details }",
        """\
### Topic (on the form) { #field-form-topic }

Meaning
:   The menu that asks what the request is about. The form of December 2026 had it. [@form-2026-12]

What to enter
:   Choose "My accounts".

What goes wrong
:   Leave similar choices alone; one of them is about booking an exam.

""",
    ),
}


@pytest.mark.whole("test_a_field")
def test_a_source_with_a_claim(begin: Begin) -> None:
    maintainer = begin()
    maintainer.insert(SOURCES, "  - {id: O1, kind: official,", "  - {id: F21}\n")

    maintainer.hears(
        *missing(SOURCES, kind="official | first-hand | secondary", language="…", looked_at="…", read="whole | head")
    )
    maintainer.edit(
        SOURCES,
        "{id: F21}",
        "{id: F21, kind: first-hand, language: en, experience: 2026-10-05, looked-at: 2026-11-21, read: whole, "
        'address: "https://example.com/after-my-merge"}',
    )

    maintainer.hears(*wordless("F21: …"))
    maintainer.insert(JA, "  F19: ", "  F21: 統合のあと、氏名の表示を確かめた人の記録\n")
    maintainer.insert(EN, "  F19: ", "  F21: A look at the name on the account after a merge\n")

    maintainer.hears(
        Told("unused-source", SOURCES, "Name it under evidence: of a claim resting on it, in docs/_data/claims")
    )
    maintainer.insert(
        CLAIMS,
        "  - id: source-unusable\n",
        "  - id: name-stays\n    evidence:\n      - {source: F21, says: the destination kept its name}\n",
    )

    maintainer.hears(*wordless("name-stays: …"))
    maintainer.insert(JA, "  source-unusable: ", "  name-stays: 氏名は統合で変わらなかった、という報告があります。\n")
    maintainer.insert(EN, "  source-unusable: ", "  name-stays: One report says the destination kept its name.\n")

    maintainer.hears(
        Told("uncited-claim", CLAIMS, "Write [@name-stays] behind the statement, on a page in docs/ja/ and docs/en/"),
        Told("claim-unchecked", CLAIMS, 'The claim "name-stays" was not checked against its sources by anybody.'),
    )
    maintainer.signs("name-stays")
    maintainer.append("docs/ja/what-moves.md", "\n統合先の氏名は変わらなかった、という報告があります。[@name-stays]\n")

    maintainer.hears(
        Told("citation-parity", "docs/ja/what-moves.md", "but not in docs/en/what-moves.md.\nCite it there too, [@name")
    )
    maintainer.append("docs/en/what-moves.md", "\nOne report says the destination kept its name. [@name-stays]\n")

    # Both languages have the sentence: that the one follows the other, only a person can say.
    section = (
        "docs/en/what-moves.md#" + maintainer.project.text("docs/en/what-moves.md").rpartition("{ #")[2].split()[0]
    )
    maintainer.hears(Told("unsynced-translation", "docs/en/what-moves.md", "If it says the same again:"))
    maintainer.syncs(section)

    maintainer.is_done()
    for language, year, mark in (("ja", "2026年", "2026年10月・報告1件"), ("en", "2026", "Oct 2026 · 1 report")):
        evidence = maintainer.page(language, "evidence")
        (source,) = evidence.xpath("//*[@id='source-F21']/descendant-or-self::*[.//a or self::a]")[:1]
        assert "https://example.com/after-my-merge" in source.xpath("descendant-or-self::a/@href")
        (claim,) = evidence.xpath("//*[@id='claim-name-stays']")
        assert maintainer.guide().languages[language].claims["name-stays"] in words_in(claim)
        (cited,) = maintainer.page(language, "what-moves").xpath("//article//a[contains(@href, '#claim-name-stays')]")
        assert (cited.text_content(), cited.get("data-strength")) == (year, "one")
        assert mark in cited.get("data-told")


@pytest.mark.whole("test_a_field")
def test_a_situation(begin: Begin) -> None:
    maintainer = begin()
    maintainer.insert(SITUATIONS, "  - {id: email-only,", "  - {id: made-by-mistake}\n")

    maintainer.hears(*missing(SITUATIONS, claims="[…]", section="…"))
    maintainer.edit(
        SITUATIONS,
        "{id: made-by-mistake}",
        "{id: made-by-mistake, section: your-situation.md#made-by-mistake, claims: [one-account-a-person]}",
    )

    maintainer.hears(*wordless("made-by-mistake: {label: …, reason: …}"))
    for path, label, reason in (
        (JA, "まちがえて2つ目を作った", "誤って2つ目の認定アカウントを作成したため、1つにまとめたいと考えています。"),
        (EN, "I made a second account by mistake", "I created the source account by mistake and do not need it."),
    ):
        maintainer.insert(
            path, "  email-only:\n    label:", f"  made-by-mistake:\n    label: {label}\n    reason: {reason}\n"
        )

    maintainer.hears(
        Told("dead-section", SITUATIONS, "Write in docs/en/your-situation.md:\n## … { #made-by-mistake }"),
        Told("dead-section", SITUATIONS, "Write in docs/ja/your-situation.md:\n## … { #made-by-mistake }"),
    )
    maintainer.insert("docs/ja/your-situation.md", "## メールアドレスだけを変えたい { #email-only }", MISTAKE["ja"])

    maintainer.hears(
        Told("dead-section", SITUATIONS, "Write in docs/en/your-situation.md:\n## … { #made-by-mistake }"),
        Told("missing-heading", "docs/en/your-situation.md", "Add ## … { #made-by-mistake } at its place."),
    )
    maintainer.insert("docs/en/your-situation.md", "## You only want a different email address {", MISTAKE["en"])

    maintainer.is_done()
    guide = maintainer.guide()
    for language in LANGUAGES:
        generator = maintainer.page(language, "case-text")
        (choice,) = generator.xpath("//case-generator//input[@name='situation'][@value='made-by-mistake']")
        assert guide.languages[language].situations["made-by-mistake"].label in words_in(choice.getparent())
        page = maintainer.page(language, "your-situation")
        assert page.xpath("//article//h2[@id='made-by-mistake']")
        assert page.xpath("//article//a[contains(@href, 'case-text/?situation=made-by-mistake')]")
    for name in guide.letters:
        for language in guide.letter_languages:
            reason = guide.languages[language].situations["made-by-mistake"].reason
            changes = {"letter": name, "letter_language": language, "situation": "made-by-mistake", "reason": ""}
            assert (reason in letter(guide, language, **changes)) == (name in ("request", "remind"))


MISTAKE = {
    "ja": """\
## まちがえて2つ目を作った { #made-by-mistake }

別のメールアドレスでサインインして、アカウントが増えることがあります。空のほうを統合元にします。

[まちがえて作ったアカウントの依頼文を作る](case-text.md?situation=made-by-mistake){ .md-button }

""",
    "en": """\
## You made a second account by mistake { #made-by-mistake }

Signing in with another email address can leave you with one account too many. Make the empty one the source.

[Write my request: made by mistake](case-text.md?situation=made-by-mistake){ .md-button }

""",
}


@pytest.mark.whole("test_a_field")
def test_a_letter(begin: Begin) -> None:
    maintainer = begin()
    maintainer.insert(LETTERS, "paragraphs:\n  - {id: greeting}\n", "  - id: withdraw\n")

    maintainer.hears(*missing(LETTERS, paragraphs="[…]", sent_by="form | reply"))
    maintainer.edit(
        LETTERS,
        "  - id: withdraw\n",
        "  - id: withdraw\n    sent-by: reply\n    paragraphs: [greeting, stop, case, notes, closing]\n",
    )

    maintainer.hears(Told("unknown-paragraph", LETTERS, "Or add it in docs/_data/letters.yml."))
    maintainer.insert(LETTERS, "  - {id: approve}\n", "  - {id: stop}\n")

    maintainer.hears(
        *wordless("withdraw: {label: …, stage: …, hint: …}", "stop: …"),
        Told("never-stands", LETTERS, 'The paragraph "case" can never stand in the letter "withdraw".\nTake it out'),
    )
    asked_in = "    letters: [confirm, correct, remind]\n"
    maintainer.edit(FIELDS, asked_in, asked_in.replace("]", ", withdraw]"))
    maintainer.insert(
        JA,
        "\ngroups:\n",
        "  withdraw: {label: 依頼の取り下げ, stage: やめたい, hint: 統合をやめたいときの返信です。}\n",
    )
    maintainer.insert(
        EN, "\ngroups:\n", "  withdraw: {label: Withdraw, stage: I want to stop, hint: You no longer want the merge.}\n"
    )
    maintainer.insert(JA, "  ask-merge:", "  stop: 統合の依頼を取り下げます。次の2つは統合しないでください。\n")
    maintainer.insert(EN, "  ask-merge:", "  stop: Please be advised that I withdraw my request. Do not merge.\n")

    # A letter asks for the name, the two accounts and the notes, unless a field names it.
    needed = (
        "destination-candidate-id",
        "destination-login-email",
        "source-candidate-id",
        "source-login-email",
    )
    maintainer.hears(
        Told("banned-phrase", EN, 'The paragraph "stop" says "please be advised".\nSay it plainly'),
        *(
            Told(
                "required-not-said",
                LETTERS,
                f'"withdraw" ({code}) can lack the required answer "{field}".\nWrite {{{field}}} into a paragraph',
            )
            for code in ("en", "ja")
            for field in needed
        ),
    )
    maintainer.edit(EN, "Please be advised that I withdraw", "I withdraw")
    maintainer.edit(
        LETTERS,
        "[greeting, stop, case, notes, closing]",
        "[greeting, stop, case, source-account, destination-account, reply-to, notes, closing]",
    )

    maintainer.hears(
        Told(
            "not-asked",
            LETTERS,
            'The letter "withdraw" says "contact-email" (paragraph "reply-to"), but never asks for it.\n'
            "Name the letter under letters: of the field in docs/_data/fields.yml",
        )
    )
    maintainer.edit(
        FIELDS,
        "remind]\n    asked-when: {approved-on: absent}\n    same-as: destination-login-email",
        "remind, withdraw]\n    asked-when: {approved-on: absent}\n    same-as: destination-login-email",
    )

    maintainer.is_done()
    guide = maintainer.guide()
    for language in LANGUAGES:
        generator = maintainer.page(language, "case-text")
        (choice,) = generator.xpath("//case-generator//*[@value='withdraw']")
        assert "letter" in (choice.get("name"), choice.getparent().get("name"))
        assert guide.languages[language].letters["withdraw"].label in words_in(generator.xpath("//case-generator")[0])
        assert "I withdraw my request." in words_in(generator.xpath("//case-generator")[0])
    for situation in guide.situations:
        for language, words in (("en", "I withdraw my request."), ("ja", "統合の依頼を取り下げます。")):
            text = letter(guide, language, letter="withdraw", letter_language=language, situation=situation)
            assert words in text
            assert "hanako@example.co.jp" in text

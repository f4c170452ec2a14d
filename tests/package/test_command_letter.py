"""``python -m mergeguide letter``: the letter, byte for byte, or everything that is missing and wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from answers import COMPLETE, answered
from command import called, mergeguide, write_answers

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.answers_file import line_of
from mergeguide.letters.composition import compose, letter_text

pytestmark = pytest.mark.usefixtures("quick_loading")
Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    """A file of complete answers that leaves the switches to their defaults."""
    answers = {name: value for name, value in COMPLETE.items() if name not in ("letter", "letter-language", "edition")}
    return write_answers(tmp_path / "answers.json", answers)


WHOLE = sorted(Path(__file__).with_name("letters").glob("*.txt"))
FLAT = 'Write one flat object, {"control name": "value", …}.'


@pytest.mark.parametrize("whole", WHOLE, ids=lambda path: path.stem)
def test_whole_letters_byte_for_byte(tmp_path: Path, capsysbinary: Capture, whole: Path) -> None:
    """The files are letters as they were read and found good; better wording changes these files, too."""
    letter, language = whole.stem.split(".")
    answers = answered(
        case_id="000000000000001", first_sent_on="2026-11-02", notes="I have an exam booked for January."
    )
    file = write_answers(tmp_path / "answers.json", answers)
    outcome = called(capsysbinary, "letter", file, "--letter", letter, "--language", language)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == whole.read_bytes()


def test_a_whole_letter_of_each_kind_and_language_is_there() -> None:
    letters, languages = zip(*(path.stem.split(".") for path in WHOLE), strict=True)
    assert set(letters) == {"request", "confirm", "correct", "remind"}
    assert set(languages) == {"en", "ja"}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("letter", ["request", "confirm", "correct", "remind"])
def test_each_letter_in_each_language(
    guide: Guide, complete: Path, capsysbinary: Capture, letter: str, language: str
) -> None:
    outcome = called(capsysbinary, "letter", complete, "--letter", letter, "--language", language)
    effective = effective_answers(guide, answered(letter=letter, letter_language=language))
    assert outcome.status == 0, outcome.err
    assert outcome.out == letter_text(compose(guide, effective, language)).encode() + b"\n"
    assert not outcome.out.endswith(b"\n\n")
    assert b"\r" not in outcome.out


def test_the_file_can_choose_letter_and_language_and_the_options_win(
    guide: Guide, tmp_path: Path, capsysbinary: Capture
) -> None:
    file = write_answers(tmp_path / "answers.json", answered(letter="confirm", letter_language="ja"))
    confirm = letter_text(compose(guide, effective_answers(guide, answered(letter="confirm")), "ja")) + "\n"
    remind = letter_text(compose(guide, effective_answers(guide, answered(letter="remind")), "en")) + "\n"
    assert called(capsysbinary, "letter", file).text == confirm
    assert called(capsysbinary, "letter", file, "--letter", "remind", "--language", "en").text == remind


def test_the_bytes_do_not_depend_on_the_console(complete: Path) -> None:
    utf_8 = mergeguide("letter", complete, "--language", "ja").out
    ascii_console = mergeguide(
        "letter", complete, "--language", "ja", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C.UTF-8"
    )
    assert ascii_console.out == utf_8


def test_a_byte_order_mark_and_windows_line_ends_are_taken(complete: Path, capsysbinary: Capture) -> None:
    plain = called(capsysbinary, "letter", complete)
    text = complete.read_text(encoding="utf-8")
    complete.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert called(capsysbinary, "letter", complete) == plain
    assert plain.status == 0


def test_it_runs_from_below_the_project_and_from_elsewhere_with_its_root(
    root: Path, complete: Path, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = mergeguide("letter", complete)
    assert plain.status == 0
    monkeypatch.chdir(root / "docs" / "en")
    assert called(capsysbinary, "letter", complete, root=None) == plain
    monkeypatch.chdir(complete.parent)
    assert called(capsysbinary, "letter", complete, root=root) == plain


def test_everything_that_is_missing_or_wrong_is_listed_with_its_line(tmp_path: Path, capsysbinary: Capture) -> None:
    answers = answered(full_name="例 花子", contact_email="hanako.example.com", work_mailbox="", left_on="soon")
    answers |= {"source-notification-email-is": "another"}
    file = write_answers(tmp_path / "answers.json", answers)
    lines = file.read_text(encoding="utf-8").splitlines()

    def line(name: str) -> int:
        return next(number for number, text in enumerate(lines, 1) if f'"{name}":' in text)

    outcome = called(capsysbinary, "letter", file)
    assert outcome.status == 1
    assert outcome.out == b""
    told = [text for text in outcome.err.splitlines() if not text.startswith(" ")]
    assert [text.removeprefix(f"{file.as_posix()}:").split(":")[0] for text in told] == [
        str(line("full-name")),
        str(line("contact-email")),
        "1",  # the address is not in the file
        str(line("left-on")),
        str(line("work-mailbox")),
    ]
    assert all(text.endswith(".") for text in told)
    assert 'The control is "source-notification-email".' in outcome.err


def test_what_is_wrong_with_the_file_and_with_the_answers_is_told_together(
    guide: Guide, tmp_path: Path, capsysbinary: Capture
) -> None:
    answers = {**COMPLETE, "full-nmae": "Hanako Example", "left-on": 2026, "full-name": "", "edition": "2025-12"}
    outcome = called(capsysbinary, "letter", write_answers(tmp_path / "answers.json", answers))
    assert outcome.status == 1
    assert outcome.out == b""
    for part in (
        "There is no field “full-nmae”.",
        'Did you mean "full-name"?',
        "left-on must be text in quotation marks.",
        f"edition must be one of: {', '.join(guide.editions)}.",
        'Did you mean "20',
        'The control is "full-name".',
    ):
        assert part in outcome.err
    assert 'The control is "left-on".' not in outcome.err, "one fault is told once"


def test_a_mail_from_aws_is_no_answer(complete: Path, capsysbinary: Capture) -> None:
    answers = json.loads(complete.read_text(encoding="utf-8")) | {"aws-reply": "We will merge your accounts."}
    outcome = called(capsysbinary, "letter", write_answers(complete, answers))
    assert (outcome.status, outcome.out) == (1, b"")
    assert "There is no field “aws-reply”." in outcome.err


def test_a_letter_that_is_not_known_is_told_alone(guide: Guide, tmp_path: Path, capsysbinary: Capture) -> None:
    outcome = called(capsysbinary, "letter", write_answers(tmp_path / "answers.json", {"letter": "remnd"}))
    assert outcome.status == 1
    assert [text.split(": ", 1)[1] for text in outcome.err.splitlines()[:1]] == [
        f"letter must be one of: {', '.join(guide.letters)}."
    ]
    assert outcome.err.splitlines()[1:] == ['    Did you mean "remind"?']


def test_a_value_that_looks_like_a_key_does_not_shift_the_line(tmp_path: Path, capsysbinary: Capture) -> None:
    file = tmp_path / "answers.json"
    text = json.dumps({"notes": "full-name", **COMPLETE, "full-name": ""}, indent=1)
    file.write_text(text, encoding="utf-8")
    line = next(number for number, found in enumerate(text.splitlines(), 1) if '"full-name":' in found)
    assert line > 2
    assert called(capsysbinary, "letter", file).err.startswith(f"{file.as_posix()}:{line}: ")


def test_a_key_in_japanese_is_told_with_its_line(tmp_path: Path, capsysbinary: Capture) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**COMPLETE, "氏名": "Hanako Example"}, indent=1, ensure_ascii=False), encoding="utf-8")
    assert called(capsysbinary, "letter", file).err.startswith(f"{file.as_posix()}:{len(COMPLETE) + 2}: ")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "This is not valid JSON"),
        (b'{\n"full-name": "Hanako"\n"notes": ""\n}', 3, "This is not valid JSON"),
        (b'{\n"full-name": "Hanako",\n}', 3, "This is not valid JSON: a comma stands before the closing }."),
        (b'{\n"statement": ["a", ],\n}', 2, "This is not valid JSON: a comma stands before the closing ]."),
        (b'{"full-name": "Hanako",\n\n\n}', 4, "This is not valid JSON: a comma stands before the closing }."),
        (b'{\n"full-name": "Hanako,\n}"}', 2, "This is not valid JSON: Invalid control character"),
        (b'{\n"full-name": "Hanako, }"\n"notes": ""}', 3, "This is not valid JSON: Expecting ',' delimiter"),
        (b"{'full-name': 'Hanako'}", 1, "This is not valid JSON"),
        (b'["Hanako Example"]', 1, "The file holds no object."),
        (b'"Hanako Example"', 1, "The file holds no object."),
        (b"null", 1, "The file holds no object."),
        (b"[" * 100_000, 1, "This is not valid JSON"),
        (b'{"full-name": ' + b"9" * 5000 + b"}", 1, "This is not valid JSON"),
        ('{\n"full-name": "花子"}'.encode("shift_jis"), 2, "The file is not in UTF-8."),
        ("{}".encode("utf-16"), 1, "The file is not in UTF-8."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(
    tmp_path: Path, capsysbinary: Capture, content: bytes, line: int, message: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(content)
    outcome = called(capsysbinary, "letter", file)
    assert outcome.status == 1
    assert outcome.out == b""
    told, remedy = outcome.err.splitlines()
    assert told.startswith(f"{file.as_posix()}:{line}: {message}")
    if "UTF-8" in message:
        assert told.endswith(" [encoding]")
        assert remedy == "    Save it again in the encoding UTF-8."
    else:
        assert told.endswith(" [json]")
        assert remedy in ("    Check commas, quotes and brackets.", f"    {FLAT}")


def test_a_key_that_stands_twice(tmp_path: Path, capsysbinary: Capture) -> None:
    file = tmp_path / "answers.json"
    text = json.dumps(COMPLETE, indent=1)
    file.write_text(text.removesuffix("\n}") + ',\n "full-name": "Taro Example"\n}', encoding="utf-8")
    outcome = called(capsysbinary, "letter", file)
    assert outcome.status == 1
    assert outcome.out == b""
    assert outcome.err == (
        f'{file.as_posix()}:{len(COMPLETE) + 2}: "full-name" stands twice. [duplicate-key]\n'
        "    Delete one of the two.\n"
    )


def test_the_line_of_a_key_that_stands_twice_is_the_first_or_the_last() -> None:
    text = '{\n"notes": "full-name",\n"full-name": "Hanako Example",\n"full-name" : "Taro Example"\n}'
    assert line_of(text, "full-name") == 3
    assert line_of(text, "full-name", last=True) == 4
    assert line_of(text, "notes") == line_of(text, "notes", last=True) == 2
    assert line_of(text, "case-id") == line_of(text, "case-id", last=True) == 1


def test_a_file_that_is_not_there(tmp_path: Path, capsysbinary: Capture) -> None:
    file = tmp_path / "nothing.json"
    outcome = called(capsysbinary, "letter", file)
    assert outcome.status == 1
    assert outcome.err == (
        f"{file.as_posix()}:1: The file cannot be read: No such file or directory. [unreadable]\n"
        "    Give the path of a JSON file.\n"
    )
    assert called(capsysbinary, "letter", tmp_path).status == 1


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--letter", "remnd", 'There is no letter "remnd". Did you mean "remind"? Known: request, confirm, '),
        ("--letter", "", 'There is no letter "". Known: request, confirm, '),
        ("--language", "english", 'There is no letter language "english". Known: en, ja.'),
        ("--language", "fr", 'There is no letter language "fr". Known: en, ja.'),
    ],
)  # fmt: skip
def test_an_option_that_is_not_known(complete: Path, capsysbinary: Capture, option: str, value: str, told: str) -> None:
    outcome = called(capsysbinary, "letter", complete, option, value)
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err.startswith(told)


def test_outside_a_project_nothing_runs(tmp_path: Path, complete: Path) -> None:
    outcome = mergeguide("letter", complete, cwd=tmp_path)
    assert (outcome.status, outcome.out) == (2, b"")
    assert "There is no docs/_data here or above" in outcome.err


def test_data_with_problems_make_no_letter(root: Path, tmp_path: Path, complete: Path, capsysbinary: Capture) -> None:
    shutil.copytree(root / "docs" / "_data", tmp_path / "docs" / "_data")
    (tmp_path / "docs" / "_data" / "situations.yml").unlink()
    outcome = called(capsysbinary, "letter", complete, root=tmp_path)
    assert (outcome.status, outcome.out) == (1, b"")
    assert outcome.err.startswith("docs/_data/situations.yml:1: The file is missing.")


@pytest.mark.parametrize("arguments", [(), ("letter",), ("leter", "x.json"), ("letter", "x.json", "--lang", "en", "y")])
def test_a_wrong_call_says_how_to_call(arguments: tuple[str, ...]) -> None:
    outcome = mergeguide(*arguments)
    assert outcome.status == 2
    assert outcome.err.startswith("usage: python -m mergeguide")


def test_ready_sentences_are_one_list_in_the_file(guide: Guide, tmp_path: Path, capsysbinary: Capture) -> None:
    """Those that the letter has stand in it with their blanks filled in; another letter's are kept and not printed."""
    given = {**COMPLETE, "statement": ["exam-booked", "list-reversed"], "statement-exam-booked-exam-on": "2026-12-10"}
    outcome = called(capsysbinary, "letter", write_answers(tmp_path / "answers.json", given))
    said = guide.languages["en"].statements
    assert outcome.status == 0, outcome.err
    assert said["exam-booked"].letter.replace("{exam-on}", "10 December 2026").encode() in outcome.out
    assert said["list-reversed"].letter.encode() not in outcome.out


@pytest.mark.parametrize(
    ("ticked", "told"),
    [
        (["exam-bookd"], 'Did you mean "exam-booked"?'),
        ("exam-booked", "statement must be a list in square brackets."),
        ([1], "statement must be a list in square brackets."),
        (["exam-booked"], "date of the exam"),
        (["all-there"], "statement must be one of"),
    ],
)
def test_ready_sentences_that_cannot_be_said_are_refused(
    tmp_path: Path, capsysbinary: Capture, ticked: object, told: str
) -> None:
    file = write_answers(tmp_path / "answers.json", {**COMPLETE, "statement": ticked})
    outcome = called(capsysbinary, "letter", file)
    assert (outcome.status, outcome.out) == (1, b"")
    assert told in outcome.err

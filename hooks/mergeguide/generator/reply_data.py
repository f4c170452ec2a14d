"""What the page looks for in a mail from AWS, and what it says of one, as the browser needs it."""

from __future__ import annotations

from mergeguide.data import Guide
from mergeguide.generator import browser_model as browser
from mergeguide.i18n import SLOT
from mergeguide.rendering import RenderingContext
from mergeguide.schema import About, Answering


def reply_data(rendering: RenderingContext) -> browser.ReplyData:
    """Everything that the script of the reply reader reads."""
    guide, words = rendering.guide, rendering.language.replies
    replies = guide.replies
    question = guide.languages[guide.letter_languages[0]].statements[replies.question.statement].letter
    return {
        "longest": replies.longest,
        "ownDomains": [own.domain for own in replies.own_addresses],
        "candidateId": replies.candidate_id.pattern,
        "case": replies.case.pattern,
        "date": replies.date.pattern,
        "head": replies.head.pattern,
        "subject": replies.subject.pattern,
        "quoted": replies.quoted.pattern,
        "kinds": [{"id": kind.id, "matches": kind.pattern} for kind in replies.kinds],
        "words": dict(replies.words),
        "accounts": {role: known.model_dump() for role, known in replies.accounts.items()},
        "both": _about(replies.both),
        "one": list(replies.one),
        "alone": _about(replies.alone),
        "said": dict(words.said),
        "kindWords": dict(words.kinds),
        "reasons": dict(words.reasons),
        "question": SLOT.split(question)[::2],
        "corrections": _corrections(guide),
    }


def _corrections(guide: Guide) -> browser.Corrections:
    known = guide.replies.corrections
    return {
        "address": _correction(guide, known.address),
        "candidateId": _correction(guide, known.candidate_id),
        "foreign": _correction(guide, known.foreign),
        "reversed": _correction(guide, known.reversed),
    }


def _correction(guide: Guide, answering: Answering) -> browser.Correction:
    statement = guide.statements[answering.statement]
    return {"tick": statement.tick, "blanks": [statement.blank_control(blank) for blank in answering.blanks]}


def _about(entries: tuple[About, ...]) -> list[browser.About]:
    return [{"means": list(entry.means), "matches": entry.matches} for entry in entries]

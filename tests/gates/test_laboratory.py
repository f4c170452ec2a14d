"""The laboratory tells what ``python -m mergeguide check`` tells, and the benchmark is one that can fail.

The laboratory takes short cuts: it remembers what it parsed, judged and rendered. None of them may change a verdict.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import pytest
from harmless import Edit, Harmless, listen
from kinds import HARMLESS, KINDS
from mutations import Kind, Mutant, score

from laboratory import DATA, Changes, Laboratory
from mergeguide.checks.pages import gates
from mergeguide.checks.pages.citations import citing_problems
from mergeguide.checks.pages.gates import check_sources
from mergeguide.consistency import sequence
from mergeguide.data.guide import Guide
from mergeguide.data.yaml_document import read
from mergeguide.pages.page_index import Collected
from mergeguide.problems import Problem
from quick_loading import read_quickly
from turns import draws_some

T = TypeVar("T")


def sample_of_damage(laboratory: Laboratory, first: int) -> Iterator[tuple[str, Changes]]:
    """One mutant of every twenty-fourth kind, from another part of its places each time."""
    for number, kind in enumerate(KINDS):
        if number % 24 == first and not kind.built:
            mutant = one_of(kind.mutants, laboratory, number)
            yield f"{kind.name}: {mutant.where}", mutant.changes


def sample_of_harmless(laboratory: Laboratory, first: int) -> Iterator[tuple[str, Changes]]:
    """One edit of every fortieth kind.

    Longer words of a language make ways longer on pages that the laboratory does not render anew: not compared here.
    """
    for number, kind in enumerate(HARMLESS):
        if number % 40 == first and "lengthened" not in kind.name:
            edit = one_of(kind.edits, laboratory, number)
            yield f"{kind.name}: {edit.where}", edit.changes


def one_of(make: Callable[[Laboratory], Iterator[T]], laboratory: Laboratory, number: int) -> T:
    """One of many, another for another number; they are never held all at once, since each holds a whole file."""
    count = sum(1 for _ in make(laboratory))
    return next(islice(make(laboratory), number * 7919 % count, None))


@pytest.mark.parametrize("first", [0, *(pytest.param(number, marks=pytest.mark.whole) for number in (3, 9, 15, 21))])
def test_the_verdict_is_that_of_the_real_check(laboratory: Laboratory, first: int) -> None:
    sample = [*sample_of_damage(laboratory, first), *sample_of_harmless(laboratory, first)]
    assert len(sample) > 5
    found = 0
    for where, changes in sample:
        quick = laboratory.verdict(changes)
        with laboratory.changed(changes):
            real = check_sources(laboratory.root, follow_links=True)
        assert quick == real, where
        found += bool(real)
    assert found > 3, "hardly anything was told: the sample shows nothing"


def test_data_put_together_from_parts_is_the_data(laboratory: Laboratory) -> None:
    """Values and lines, or the one problem: of the files as they are, damaged, and written otherwise."""
    kinds, step, apart = (KINDS[::12], 450, 40) if draws_some() else (KINDS[::4], 150, 5)
    edited = [mutant.changes for kind in kinds for mutant in islice(kind.mutants(laboratory), 0, None, step)]
    alike = [kind for kind in HARMLESS if kind.alike]
    rewritten = [edit.changes for kind in alike for edit in islice(kind.edits(laboratory), 0, None, apart)]
    compared = 0
    for changes in [laboratory.texts, *edited, *rewritten]:
        with laboratory.changed(changes):
            for path in changes:
                if path.startswith(DATA):
                    assert read_quickly(laboratory.root / path, path) == read(laboratory.root / path, path), path
                    compared += 1
    assert compared > (30 if draws_some() else 100)


def test_every_change_is_undone(laboratory: Laboratory) -> None:
    path = f"{DATA}claims.yml"
    assert laboratory.verdict({path: None, f"docs/{laboratory.languages[0]}/new.md": "# No id\n"})
    assert laboratory.verdict({}) == ()
    assert (laboratory.root / path).read_text(encoding="utf-8") == laboratory.texts[path]
    assert not (laboratory.root / "docs" / laboratory.languages[0] / "new.md").exists()


# ------------------------------------------------------------------------------------- a benchmark that can fail


def kind_named(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def silent(*_: object) -> Iterator[Problem]:
    return iter(())


@pytest.mark.some(3)
@pytest.mark.parametrize(
    ("name", "module", "gate"),
    [
        ("heading's level changed in one language", gates, "parity_problems"),
        ("one of the three terms misspelt", gates, "coverage_problems"),
        ("claim cited in one language only", gates, "citing_problems"),
        ("notice of old evidence removed in one language", gates, "notice_problems"),
        ("generator removed from its page", gates, "_generator_problems"),
        ("edition above a newer one", gates, "edition_problems"),
        ("letter that is not ASCII in English", sequence, "letter_problems"),
        ("paragraph that can never stand", sequence, "reach_problems"),
    ],
)
def test_a_gate_that_is_switched_off_is_missed(
    laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch, name: str, module: object, gate: str
) -> None:
    few = some_of(kind_named(name))
    assert score(laboratory, few).missed == 0
    monkeypatch.setattr(module, gate, silent)
    result = score(laboratory, few)
    assert result.missed == result.places > 0
    assert len(result.failures) == result.places


def some_of(kind: Kind) -> Kind:
    """The same kind at some four places; in ``make test-all`` at all that the benchmark judges."""
    if not draws_some():
        return kind

    def mutants(laboratory: Laboratory) -> Iterator[Mutant]:
        every = list(kind.mutants(laboratory))
        yield from every[:: len(every) // 4 + 1]

    return dataclasses.replace(kind, mutants=mutants)


@pytest.mark.parametrize(
    ("wrong", "caught", "right_rule"),
    [({"line": 99_999}, True, True), ({"rule": "another"}, True, False), ({"path": "docs/ja/x.md"}, True, True)],
    ids=["line", "rule", "file"],
)
def test_a_rule_that_leads_astray_is_missed(
    laboratory: Laboratory,
    monkeypatch: pytest.MonkeyPatch,
    wrong: dict[str, object],
    caught: bool,
    right_rule: bool,
) -> None:
    def astray(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
        for problem in citing_problems(guide, pages):
            yield dataclasses.replace(problem, **wrong)  # type: ignore[arg-type]  # fields of a problem

    monkeypatch.setattr(gates, "citing_problems", astray)
    result = score(laboratory, some_of(kind_named("claim cited in one language only")))
    assert result.caught == (result.places if caught else 0)
    assert result.right_rule == (result.places if right_rule else 0)
    assert result.right_place == 0
    assert result.missed == result.places > 0


def test_a_gate_that_cries_too_soon_is_a_false_alarm(laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch) -> None:
    def shy_of_emphasis(_: object, pages: Collection[Collected]) -> Iterator[Problem]:
        for page in pages:
            if "**" in (laboratory.root / page.path).read_text(encoding="utf-8").split("---\n")[2][:200]:
                yield Problem(page.path, 1, "Too loud.", "Write plainly.", "too-loud")

    kind = next(kind for kind in HARMLESS if kind.name == "page: emphasis added")
    most = 6 if draws_some() else 0
    assert listen(laboratory, kind, most=most).false_alarms == 0
    monkeypatch.setattr(gates, "notice_problems", shy_of_emphasis)
    result = listen(laboratory, kind, most=most)
    assert 0 < result.false_alarms == len(result.failures) <= result.edits


def test_data_that_reads_otherwise_is_no_other_way_to_write_it(laboratory: Laboratory) -> None:
    path = f"{DATA}sources.yml"
    text = laboratory.texts[path].replace("read: whole", "read: head", 1)
    assert text != laboratory.texts[path]
    other = Harmless("reads otherwise", lambda _: iter([Edit(path, {path: text})]), alike=True)
    assert listen(laboratory, other).failures == [f"{path}: the data is no longer the same"]

"""``make bench`` prints every table, whatever one of them has missed, and says at its end what was missed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "tests/benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import every_table  # noqa: E402

TABLES = {
    "fast": "print('median  3 ms  4')",
    "slow": "import sys; print('median  5 ms  4  missed'); print('slowest  9 ms'); sys.exit(1)",
    "broken": "import sys; sys.exit('no browser')",
    "last": "print('last')",
}


def test_what_was_missed_is_said_after_the_last_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, source in TABLES.items():
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(every_table, "HERE", tmp_path)
    monkeypatch.setattr(every_table, "TABLES", tuple(TABLES))

    status = every_table.main([])

    printed = capfd.readouterr().out
    assert status == 1
    assert printed.index("median  5 ms") < printed.index("last\n") < printed.index("Missed:")
    said = printed.partition("Missed:\n")[2].splitlines()
    assert said == ["slow:", "  median 5 ms 4 missed", "broken: see above"]


def test_where_all_is_met_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fast.py").write_text(TABLES["fast"], encoding="utf-8")
    monkeypatch.setattr(every_table, "HERE", tmp_path)
    monkeypatch.setattr(every_table, "TABLES", ("fast",))

    assert every_table.main([]) == 0
    assert "Every target is met." in capfd.readouterr().out


def test_every_benchmark_is_among_the_tables() -> None:
    measures = {path.stem for path in BENCHMARKS.glob("*.py") if "__main__" in path.read_text(encoding="utf-8")} - {
        "every_table"
    }
    assert measures == set(every_table.TABLES)

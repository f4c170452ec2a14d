"""How far translations had followed at a commit: what a change is held against."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mergeguide.data import Guide
from mergeguide.loading import load
from mergeguide.pages import DOCS, Configuration, PageText, pages_of, read_configuration
from mergeguide.translations import Section, judged


def sections_at(root: Path, commit: str) -> Sequence[Section] | None:
    """The sections of all translations as they were; None where what was there could not be read as a guide.

    Raises:
        LookupError: this copy of the project has no such commit.
    """
    wanted = ["git", "archive", "--format=tar", commit, "--", DOCS.as_posix(), "mkdocs.yml"]
    try:
        done = subprocess.run(wanted, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise LookupError(commit) from error
    with TemporaryDirectory() as name:
        there = Path(name)
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(there, filter="data")
        guide, configuration = load(there), read_configuration(there)
        if not isinstance(guide, Guide) or not isinstance(configuration, Configuration):
            return None
        pages = pages_of(there, guide.languages, configuration.published)
        return judged(there, guide, [page for page in pages if isinstance(page, PageText)]).sections

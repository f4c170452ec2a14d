"""Commands of Python without the time that their imports take: each runs in a fork of a process that has made them.

What is imported before is the same for every project: packages, and the guide's own, whose copy in a project is the
same unless a test has edited it. A process is never used twice, so nothing that a command leaves behind meets another.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

COMMANDS = ("mkdocs", "mergeguide")
"""What is run so: ``python -m`` one of these."""
OWN = "mergeguide"
HOOKS = Path(__file__).resolve().parents[1] / "hooks"
IMPORTED = (
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs_static_i18n.plugin",
    "material.plugins.search.plugin",
    "markdown.extensions.abbr",
    "markdown.extensions.attr_list",
    "markdown.extensions.def_list",
    "markdown.extensions.md_in_html",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
    "mergeguide.__main__",
    "mergeguide.checks",
    "mergeguide.evidence",
    "mergeguide.loading",
    "mergeguide.markup",
    "mergeguide.pages",
    "mergeguide.rendering",
)
AT_THE_START = ("PYTHON", "LC_", "LANG", "TZ", "NO_MKDOCS_2_WARNING")
"""Beginnings of names of variables that Python, or a package, reads when it starts: they cannot change in a fork."""
LONGEST = 1 << 20
"""Bytes of a message at most."""


def read_at_the_start(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables that have to be the same in a fork and in what it is forked from."""
    found = {name: value for name, value in environment.items() if name.startswith(AT_THE_START)}
    found.pop("PYTHONPATH", None)
    return found


class Forks:
    """A process with everything imported, started when it is first needed; it ends with the one that asks."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Start it in an environment."""
        self.begun_in = read_at_the_start(environment)
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env={**environment, "PYTHONPATH": str(HOOKS)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        atexit.register(self.end)

    def end(self) -> None:
        """End it."""
        self._ours.close()
        self._process.wait()

    def run(
        self, arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], patience: float
    ) -> tuple[int, bytes]:
        """Run ``python -m`` with some arguments; its status, and all that it printed.

        Raises:
            TimeoutError: it has hung, and was ended.
        """
        with tempfile.TemporaryFile() as printed:
            asked = json.dumps([list(arguments), str(cwd), dict(environment)]).encode()
            socket.send_fds(self._ours, [asked], [printed.fileno()])
            pid = int(self._ours.recv(LONGEST))
            self._ours.settimeout(patience)
            try:
                status = int(self._ours.recv(LONGEST))
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                self._ours.settimeout(None)
                self._ours.recv(LONGEST)
                raise
            printed.seek(0)
            return status, printed.read()


def _next_command(asking: socket.socket) -> list[str]:
    """Fork for each command that is asked for; only a fork returns, with its command."""
    while True:
        message, descriptors, _, _ = socket.recv_fds(asking, LONGEST, 1)
        if not message:
            sys.exit()
        arguments, cwd, environment = json.loads(message)
        pid = os.fork()
        if pid:
            os.close(descriptors[0])
            asking.send(str(pid).encode())
            _, ended = os.waitpid(pid, 0)
            asking.send(str(os.waitstatus_to_exitcode(ended)).encode())
            continue
        asking.close()
        os.dup2(descriptors[0], 1)
        os.dup2(descriptors[0], 2)
        os.close(descriptors[0])
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(environment)
        # As Python itself would: the current folder, PYTHONPATH, then what is installed.
        own = [cwd, *filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))]
        sys.path[:] = own + [path for path in sys.path if path not in (str(HOOKS), str(Path(__file__).parent))]
        if not _is_as_imported(Path(cwd, "hooks", OWN)):
            for name in [name for name in sys.modules if name.partition(".")[0] == OWN]:
                del sys.modules[name]
        return list(arguments)


def _is_as_imported(folder: Path) -> bool:
    """Whether a project's copy of the package is the one that was imported."""
    copy, ours = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("[!.]*.py")} for root in (folder, HOOKS / OWN)
    )
    return copy == ours


def _warm_up() -> None:
    """Import everything, and judge the real guide, so that regular expressions are compiled as well."""
    for name in IMPORTED:
        importlib.import_module(name)
    importlib.import_module("mergeguide.checks").check_sources(HOOKS.parent, follow_links=True)
    for name in COMMANDS:
        # It is run, not imported, each time.
        del sys.modules[f"{name}.__main__"]
    gc.freeze()


if __name__ == "__main__":
    _warm_up()
    module, *sys.argv[1:] = _next_command(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module(module, run_name="__main__", alter_sys=True)

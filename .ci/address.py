"""Says whether an address (127.0.0.1:8000) can be served on; MkDocs would answer with a traceback."""

from __future__ import annotations

import socket
import sys


def main(address: str) -> int:
    """Take the address for a moment, as the server will."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_server((host, int(port))).close()
    except (ValueError, OverflowError, OSError) as error:
        print(f"serve: {address} cannot be used: {error}", file=sys.stderr)
        print("  Another one: make serve ADDRESS=127.0.0.1:8001", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

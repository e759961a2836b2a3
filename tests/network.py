"""Closes the network for the process that asks for it, in a way that no code in it can undo."""

import sys
from typing import Any

_REACHING = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
        "urllib.Request",
    }
)


class NetworkError(RuntimeError):
    """Something reached for the network, which CER Wizard never does."""


def close_the_network() -> None:
    """Make every attempt to reach another machine raise NetworkError, for as long as we run."""
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event in _REACHING and not _local(args):
        raise NetworkError(f"{event} {args[1:]}")


def _local(args: tuple[Any, ...]) -> bool:
    """Say whether the call is about a Unix socket, whose address is a file."""
    family = getattr(args[0], "family", None) if args else None
    return getattr(family, "name", "") == "AF_UNIX"

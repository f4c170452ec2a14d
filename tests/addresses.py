"""The table of addresses in ``addresses.yml``, and addresses that nobody thought of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from hypothesis import strategies as st

_TABLE = Path(__file__).parent / "addresses.yml"
EMAIL_FIELDS = (
    "contact-email",
    "alternate-email",
    "source-login-email",
    "source-notification-email",
    "source-skill-builder-email",
    "source-training-email",
    "destination-login-email",
    "destination-notification-email",
    "destination-skill-builder-email",
    "destination-training-email",
)
"""The fields that ask for an address."""


@dataclass(frozen=True)
class AddressVector:
    """What gets into a field, and what becomes of it.

    Attributes:
        source: where it comes from.
        address: the address that is taken; empty where none is.
        error: the error that refuses it; empty where none does.
    """

    source: str
    pasted: str
    address: str = ""
    error: str = ""


VECTORS = tuple(
    AddressVector(entry["from"], entry["pasted"], entry.get("address", ""), entry.get("error", ""))
    for entry in yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
)

_NAMES = ("hanako", "taro..x.", "h+a", "o'brien", "山田", "a" * 64, "%40", "{x}", "_h", "", "*", "Ｈ")
_DOMAINS = (
    "example.com",
    "example.co.jp",
    "ｅｘａｍｐｌｅ．ｃｏｍ",
    "gmial.com",
    "a_b.com",
    "-a.com",
    "a..com",
    "c",
    "x.c",
    "例.jp",
    "",
)
_BEFORE = (
    *("mailto:", "MAILTO:", "<", "(", "「", '"', "'", "“", "[", "**", "`", "Hanako <", "山田 ", "E-mail: ", "EMAIL:"),
    *(
        "ｍａｉｌｔｏ：",
        "＜",
        "（",
        "To: ",
        "<mailto:",
        "[x](mailto:",
        "[[mailto:",
        " ",
        "\u200b",
        "mailto:%20",
        '<a href="mailto:',
    ),
)
_AFTER = (
    *(
        ">",
        ")",
        "」",
        '"',
        "'",
        "”",
        "]",
        "**",
        "`",
        ">;",
        "。",
        ".",
        "、",
        ",",
        "?subject=x",
        "|x>",
        "(Hanako)",
        " ",
        "...",
    ),
    *(
        "＞",
        "）",
        "．",
        "％４０",
        "・",
        "](mailto:hanako@example.com)",
        "][x]]",
        '">x</a>',
        "\u0301",
        "\u0338",
        "、taro@example.com",
    ),
)
_LOOSE = st.text(st.sampled_from("ab@.<>()[]\"'`*|?:;,%24 mailto「」。、ー\u0301\u0338"), max_size=24)


def awkward_addresses() -> st.SearchStrategy[str]:
    """Addresses with layers of what software and people put around them, and signs in no order at all."""
    plain = st.builds(
        lambda name, sign, domain: name + sign + domain,
        st.sampled_from(_NAMES),
        st.sampled_from(("@", "＠", "%40", " @ ", "@@", "")),
        st.sampled_from(_DOMAINS),
    )
    layers = st.lists(st.tuples(st.sampled_from(("", *_BEFORE)), st.sampled_from(("", *_AFTER))), max_size=3)

    def wrapped(core: str, around: list[tuple[str, str]]) -> str:
        for before, after in around:
            core = before + core + after
        return core

    return st.one_of(st.builds(wrapped, plain, layers), _LOOSE, st.builds(str.__add__, _LOOSE, plain))

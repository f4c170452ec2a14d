"""Keys and clicks as WebDriver describes them; the classic protocol and BiDi take the same description."""

from __future__ import annotations

from typing import Any

KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "Space": " ",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Delete": "\ue017",
}
"""The names of keys, as Playwright has them too, and the characters that stand for them in WebDriver."""

Actions = list[dict[str, Any]]


def pressed(keys: str) -> Actions:
    """One key, held with others: ``Control+v``."""
    values = [KEYS.get(key, key) for key in keys.split("+")]
    down = [{"type": "keyDown", "value": value} for value in values]
    return _keyboard([*down, *({"type": "keyUp", "value": value} for value in reversed(values))])


def typed(text: str) -> Actions:
    """A key for each character."""
    return _keyboard(
        [
            {"type": kind, "value": KEYS["Enter"] if character == "\n" else character}
            for character in text
            for kind in ("keyDown", "keyUp")
        ]
    )


def clicked(x: float, y: float, *, finger: bool) -> Actions:
    """The mouse, or a finger, at a place of what is in view."""
    steps = [
        {"type": "pointerMove", "x": round(x), "y": round(y), "origin": "viewport"},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    kind = "touch" if finger else "mouse"
    return [{"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": steps}]


def _keyboard(steps: Actions) -> Actions:
    return [{"type": "key", "id": "keyboard", "actions": steps}]

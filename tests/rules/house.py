"""A pack as a house writes it, and ways to spoil it."""

import shutil

from cerwizard import assets

PACK = 'id = "house"\nversion = "3"\ndate = 2026-07-01\n'
RULE = """
code     = "HSE-01"
name     = "device-name-too-short"
severity = "minor"
kind     = "record"
at       = "device"
field    = "name"
clauses  = ["MDR:61.1"]
require  = [{ path = ".name", min_words = 2 }]
message  = "The name “{.name}” is short."
why      = "Two devices of ours have short names that are mixed up."
fix      = "Write the trade name with the model."
since    = "3"

[[cases]]
says   = "one word"
given  = { "device.name" = "Foam" }
expect = ["device.name"]

[[cases]]
says   = "a name with its model"
given  = { "device.name" = "Foam X1" }
expect = []
"""
CLAUSES = """
[instrument]
id      = "SOP-12"
short   = "SOP 12"
title   = "Clinical evaluation"
binding = "method"
mark    = "read"
gist    = "How we evaluate."

[clauses.4]
place = "section 4"
title = "Names"
gist  = "A name has its model."
"""


def write(folder, *changes, pack=PACK, name="HSE-01.toml"):
    """Write the pack into `folder`, with (old, new) changes in its one rule."""
    folder.mkdir(parents=True, exist_ok=True)
    text = RULE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "pack.toml").write_text(pack, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def few_of_ours(tmp_path, monkeypatch):
    """Let our rules be only one, and a single pack come along: a test need not read them all."""
    (tmp_path / "rules").mkdir()
    for name in ("pack.toml", "benefits/BEN-04.toml"):
        shutil.copy(assets.resources("rules", name), tmp_path / "rules")
    write(tmp_path / "packs" / "notes")
    everything = assets.resources
    fewer = {("rules",): tmp_path / "rules", ("packs",): tmp_path / "packs"}
    monkeypatch.setattr(assets, "resources", lambda *at: fewer.get(at) or everything(*at))

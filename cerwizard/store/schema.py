"""The published JSON Schema of the dossier."""

from typing import Any

from cerwizard.dossier.dossier import SCHEMA_VERSION, Dossier


def schema() -> dict[str, Any]:
    """Return the schema of `dossier.json`; all fields but the version may be left out."""
    found = Dossier.model_json_schema()
    version = {"const": SCHEMA_VERSION, "type": "integer"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:cerwizard:dossier:{SCHEMA_VERSION}",
        **found,
        "title": "CER Wizard dossier",
        "properties": {"schema_version": version, **found["properties"]},
        "required": ["schema_version"],
    }

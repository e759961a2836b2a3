import json

from cerwizard import assets
from cerwizard.dossier.dossier import SCHEMA_VERSION, steps
from cerwizard.store.schema import schema


def test_the_published_schema_is_the_present_one():
    """After a change: `cerwizard schema > resources/schema/dossier.schema.json`.

    A field that was renamed or removed also needs a rung in the migrations.
    """
    published = assets.resources("schema", "dossier.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json.loads(json.dumps(schema()))


def test_only_the_version_must_be_there_and_nothing_unknown_may_be():
    found = schema()
    assert found["required"] == ["schema_version"]
    assert found["properties"]["schema_version"] == {"const": SCHEMA_VERSION, "type": "integer"}
    assert found["additionalProperties"] is False


def test_every_step_is_in_it_by_its_name():
    assert {name for name, _, _ in steps()} < set(schema()["properties"])

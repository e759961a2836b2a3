from cerwizard.law import requirements
from cerwizard.law.requirements import Need


def test_each_requirement_of_annex_i_has_an_entry():
    numbers = {entry.number.split(".")[0] for entry in requirements.load()}
    assert numbers == {str(n) for n in range(1, 24)}


def test_requirements_1_8_and_9_always_need_clinical_data():
    always = [entry.number for entry in requirements.load() if entry.clinical is Need.ALWAYS]
    assert always == ["1", "8", "9"]


def test_a_requirement_brings_title_and_gist_from_the_clauses():
    first = requirements.load()[0]
    assert first.title == "Performance and safety"
    assert first.gist.startswith("The device performs as intended")

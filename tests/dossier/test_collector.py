"""The search for garbage rests while a large dossier is worked on, and goes on afterwards."""

import gc

import pytest

from cerwizard.dossier.collector import at_rest


def test_the_search_rests_and_goes_on():
    assert gc.isenabled()
    with at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_a_failure():
    with pytest.raises(ValueError, match="broken"), at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_within_a_rest_it_goes_on_resting():
    with at_rest():
        with at_rest():
            pass
        assert not gc.isenabled()


def test_what_is_kept_is_not_searched_again():
    before = gc.get_freeze_count()
    with at_rest(keep=True):
        made = [[] for _ in range(100)]
    assert gc.get_freeze_count() >= before + len(made)
    gc.unfreeze()

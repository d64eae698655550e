"""A deployment sets the numbers once; guided advice needs the country it is meant for."""

import pytest

from teachback.content import Deployment, read_deployment, read_topic, topic_folder
from teachback.content.deployment import VARIABLE
from teachback.errors import ContentError


def test_without_a_file_it_is_the_united_states():
    assert (Deployment().emergency_number, Deployment().mode) == ("911", "guided")


def test_elsewhere_the_checklist_only_teaches_unless_somebody_decides():
    assert Deployment(country="GB").mode == "education"
    assert Deployment(country="GB", checklist="guided").mode == "guided"


def test_the_numbers_of_the_file_stand_in_every_word(tmp_path, monkeypatch):
    path = tmp_path / "deployment.yaml"
    path.write_text(
        'country: GB\nemergency_number: "999"\nemergency_place: A&E\n'
        "crisis_help: Ask the crisis team of this house.\n"
    )
    monkeypatch.setenv(VARIABLE, str(path))
    topic, mistakes = read_topic(topic_folder("bone_metastasis"), read_deployment())
    assert mistakes == []
    assert "999" in topic.checklist.danger_signs.action
    for number in ("911", "988"):
        assert number not in repr(topic.checklist)
    assert "crisis team of this house" in repr(topic.checklist)


@pytest.mark.parametrize("bad", ["emergency_number: 911", 'emergency_number: "call me"', "x: 1"])
def test_a_bad_file_is_refused(tmp_path, monkeypatch, bad):
    path = tmp_path / "deployment.yaml"
    path.write_text(bad)
    monkeypatch.setenv(VARIABLE, str(path))
    with pytest.raises(ContentError, match=r"deployment\.yaml:1"):
        read_deployment()

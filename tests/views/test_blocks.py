"""Blocks show content as escaped HTML, the same in every front end."""

import re
from xml.etree import ElementTree as ET

import pytest

from teachback import DangerSigns, Levels, Picture, SourceList, load_topic
from teachback.views.blocks import BLOCK_MIME

TOPIC = load_topic("bone_metastasis")
KEYS = " ".join(TOPIC.sources)
BLOCKS = [DangerSigns(TOPIC), Levels(TOPIC), SourceList(TOPIC, KEYS)]
BLOCKS += [Picture(TOPIC, picture) for picture in TOPIC.pictures]


@pytest.mark.parametrize("block", BLOCKS, ids=repr)
def test_a_block_is_well_formed_and_carries_its_style_only_outside_our_pages(block):
    shown = block._repr_mimebundle_()
    ET.fromstring(f"<div>{shown[BLOCK_MIME]}</div>")
    assert shown["text/html"].endswith(shown[BLOCK_MIME])
    assert "<style>" not in shown[BLOCK_MIME]
    assert "0x" not in shown["text/plain"]


def test_the_danger_signs_are_said_in_full_with_the_number_to_call():
    html = DangerSigns(TOPIC).html()
    assert all(
        sign.text.replace("'", "&#39;") in html for sign in TOPIC.checklist.danger_signs.signs
    )
    assert TOPIC.deployment.emergency_number in html


@pytest.mark.parametrize("picture", TOPIC.pictures)
def test_a_picture_has_a_name_a_description_and_a_caption(picture):
    html = Picture(TOPIC, picture).html()
    names = re.search(r'aria-labelledby="([^"]+)"', html)[1].split()
    assert [name for name in names if f'id="{name}"' not in html] == []
    assert TOPIC.pictures[picture].caption in html
    assert not re.search(r"<script|href=|url\(|gradient|<image", html)


def test_sources_that_do_not_exist_are_refused():
    with pytest.raises(KeyError, match="S-NOBODY"):
        SourceList(TOPIC, "S-NOBODY")

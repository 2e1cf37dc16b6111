"""What `examples/` shows works as its README says, and stops working with its token."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import in_days

EXAMPLES = Path(__file__).parent.parent / "examples"


def run(portal, token, *command):
    settings = {"PATH": os.environ["PATH"], "DOORWARD_URL": portal.url, "DOORWARD_TOKEN": token}
    return subprocess.run(command, env=settings, capture_output=True, text=True, timeout=120, check=False)


def printed(portal, token, *command):
    done = run(portal, token, *command)
    assert done.returncode == 0, done.stderr
    return done.stdout


def add_user(login_id, company="1"):
    person = [f"{login_id}@example.com", "Hana", "Sato", company]
    return [sys.executable, str(EXAMPLES / "add_user.py"), login_id, *person]


LIST_USERS = ["sh", str(EXAMPLES / "list-users.sh")]
EXPIRING_USERS = [os.environ["EXPIRING_USERS_BIN"], "90"]


def test_users_are_listed_with_curl(portal, admin):
    assert '"login_id":"root"' in printed(portal, admin.issue("users:read"), *LIST_USERS)


def test_a_user_is_added_once_however_often_it_is_asked(portal, admin):
    token = admin.issue("users:create", "credentials:issue")
    company = str(admin.get("/api/v1/me")["company"]["id"])
    first = printed(portal, token, *add_user("hana.sato", company))
    assert first.startswith("hana.sato is user ")
    assert printed(portal, token, *add_user("hana.sato", company)) == first


def test_what_is_wrong_with_a_user_is_told(portal, admin):
    done = run(portal, admin.issue("users:create", "credentials:issue"), *add_user("no spaces, please"))
    assert done.returncode == 1
    assert "login_id" in done.stderr


def test_who_expires_soon_is_listed_page_by_page(portal, admin):
    company = admin.get("/api/v1/me")["company"]["id"]
    for number in range(3):
        admin.post(
            "/api/v1/users",
            login_id=f"guest.{number}",
            email=f"guest.{number}@example.com",
            first_name="Kim",
            last_name="Guest",
            company=company,
            expires_at=in_days(20 + number),
            issue_credentials=False,
        )
    lines = printed(portal, admin.issue("users:read"), *EXPIRING_USERS).splitlines()
    assert [line.split()[1] for line in lines] == ["guest.0", "guest.1", "guest.2"]


@pytest.mark.parametrize("program", [LIST_USERS, add_user("late.comer"), EXPIRING_USERS])
def test_a_deleted_token_is_refused_with_the_reason(portal, admin, program):
    token = admin.issue()
    admin.delete_all_tokens()
    done = run(portal, token, *program)
    assert done.returncode != 0
    assert "this refresh token cannot be exchanged" in done.stderr

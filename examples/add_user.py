"""Adds a user to a company and sends them the invitation. What fails on the way can be repeated without harm."""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid

HOME = os.environ["DOORWARD_URL"]
TOKEN = os.environ["DOORWARD_TOKEN"]


def send(path, body, headers):
    """Posts a body; gives the answer, or stops with the reason that Doorward tells."""
    request = urllib.request.Request(HOME + path, data=body, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        fields = [f"  {error['field']}: {error['message']}" for error in problem.get("errors", [])]
        reason = problem.get("detail") or problem.get("error_description") or problem.get("title")
        sys.exit("\n".join([f"Refused: {reason}", *fields]))


def access_token():
    """Exchanges the token for one that is good for minutes (RFC 6749, section 6)."""
    form = urllib.parse.urlencode({"grant_type": "refresh_token", "refresh_token": TOKEN})
    return send("/oauth/token", form.encode(), {})["access_token"]


def add_user(login_id, email, first_name, last_name, company):
    """Adds the user. The same wish has the same key, so that a repeated one is answered and not done again."""
    user = {
        "login_id": login_id,
        "email": email,
        "first_name": first_name,
        "last_name": last_name,
        "company": int(company),
    }
    wish = json.dumps(user, sort_keys=True)
    headers = {
        "Authorization": f"Bearer {access_token()}",
        "Content-Type": "application/json",
        "Idempotency-Key": str(uuid.uuid5(uuid.NAMESPACE_URL, HOME + wish)),
    }
    return send("/api/v1/users", wish.encode(), headers)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit("Usage: add_user.py LOGIN_ID EMAIL FIRST_NAME LAST_NAME COMPANY_NUMBER")
    added = add_user(*sys.argv[1:])
    print(f"{added['login_id']} is user {added['id']} of {added['company']['name']}.")

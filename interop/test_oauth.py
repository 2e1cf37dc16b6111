"""A standard OAuth library and a standard JWT library, given nothing but the public address."""

import jwt
import pytest
import requests
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata


@pytest.fixture
def found(portal):
    """What the discovery document says, if it is one as RFC 8414 wants it."""
    document = requests.get(f"{portal.url}/.well-known/oauth-authorization-server", timeout=30).json()
    metadata = AuthorizationServerMetadata(document)
    for name in ("issuer", "token_endpoint", "jwks_uri", "grant_types_supported", "scopes_supported"):
        # `localhost` without TLS is for development; a library that insists on https has no other objection.
        try:
            getattr(metadata, f"validate_{name}")()
        except ValueError as error:
            assert "https" in str(error), error
    return metadata


def exchanged(found, admin, *permissions):
    session = OAuth2Session(token_endpoint_auth_method="none")
    return session, session.refresh_token(found["token_endpoint"], refresh_token=admin.issue(*permissions))


def test_a_library_exchanges_and_uses_a_token(portal, admin, found):
    session, token = exchanged(found, admin, "users:read")
    assert token["token_type"] == "Bearer"
    assert token["scope"] == "users:read"
    users = session.get(f"{portal.url}/api/v1/users").json()
    assert "root" in [user["login_id"] for user in users["items"]]
    assert session.get(f"{portal.url}/api/v1/audit-events").status_code == 403


def test_a_library_follows_a_token_that_rotates(found, admin):
    first = admin.issue(rotates=True)
    session = OAuth2Session(token_endpoint_auth_method="none")
    second = session.refresh_token(found["token_endpoint"], refresh_token=first)["refresh_token"]
    assert second != first
    assert session.refresh_token(found["token_endpoint"], refresh_token=second)["access_token"]


def test_a_library_looks_at_a_token_and_revokes_it(portal, admin, found):
    secret = admin.issue("users:read")
    session = OAuth2Session(token_endpoint_auth_method="none")
    session.refresh_token(found["token_endpoint"], refresh_token=secret)
    looked_at = session.post(found["introspection_endpoint"], data={"token": secret})
    assert looked_at.json()["active"] is True
    assert looked_at.json()["scope"] == "users:read"

    assert session.revoke_token(found["revocation_endpoint"], token=secret).status_code == 200
    assert session.get(f"{portal.url}/api/v1/users").status_code == 401


def test_a_jwt_library_believes_an_access_token(portal, admin, found):
    _, token = exchanged(found, admin, "users:read")
    keys = jwt.PyJWKClient(found["jwks_uri"])
    key = keys.get_signing_key_from_jwt(token["access_token"])
    claims = jwt.decode(
        token["access_token"],
        key,
        algorithms=["EdDSA"],
        audience=f"{portal.url}/api/v1",
        issuer=found["issuer"],
        options={"require": ["exp", "iat", "jti", "sub", "client_id"]},
    )
    assert claims["scope"] == "users:read"
    assert jwt.get_unverified_header(token["access_token"])["typ"] == "at+jwt"


def test_a_jwt_library_believes_nothing_that_was_changed(portal, admin, found):
    _, token = exchanged(found, admin)
    keys = jwt.PyJWKClient(found["jwks_uri"])
    key = keys.get_signing_key_from_jwt(token["access_token"])
    header, claims, signature = token["access_token"].split(".")
    for other in (f"{header}.{claims}x.{signature}", f"{header}.{claims}.{signature[::-1]}"):
        with pytest.raises(jwt.InvalidTokenError):
            jwt.decode(other, key, algorithms=["EdDSA"], audience=f"{portal.url}/api/v1")
        refused = requests.get(
            f"{portal.url}/api/v1/users", headers={"Authorization": f"Bearer {other}"}, timeout=30
        )
        assert refused.status_code == 401
        assert refused.headers["WWW-Authenticate"].startswith("Bearer")

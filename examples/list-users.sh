#!/bin/sh
# Lists the users of your scope: with curl and nothing else.
set -eu

: "${DOORWARD_URL:?says where Doorward is, such as https://login.example.com}"
: "${DOORWARD_TOKEN:?holds a token with the permission users:read}"

# Secrets go through standard input: whoever lists processes sees the arguments of each.
answer=$(printf '%s' "$DOORWARD_TOKEN" | curl --silent --show-error --fail-with-body \
  --data grant_type=refresh_token --data-urlencode refresh_token@- "$DOORWARD_URL/oauth/token") || {
  printf '%s\n' "$answer" >&2
  exit 1
}
access_token=$(printf '%s' "$answer" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')

printf 'Authorization: Bearer %s' "$access_token" | curl --silent --show-error --fail-with-body --header @- \
  "$DOORWARD_URL/api/v1/users?limit=200"

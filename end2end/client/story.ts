// What a program does with the client that was generated from the OpenAPI document: no address is written here.

import { expect } from "@playwright/test";
import { createClient } from "./generated/client/index.ts";
import * as doorward from "./generated/sdk.gen.ts";
import type { TokenDraft } from "./generated/types.gen.ts";

const PASSWORD = "walnut ferry october";

/** Sets up the first administrator; gives a client that has their session. */
async function administrator(baseUrl: string, setUpLink: string) {
  const cookies: string[] = [];
  const client = createClient({ baseUrl, throwOnError: true });
  client.interceptors.response.use((answer) => {
    for (const cookie of answer.headers.getSetCookie()) cookies.push(cookie.split(";")[0] ?? "");
    return answer;
  });
  client.interceptors.request.use((request) => {
    request.headers.set("Cookie", cookies.join("; "));
    return request;
  });
  const draft = {
    token: setUpLink.split("#")[1] ?? "",
    company: "Operator",
    login_id: "root",
    email: "root@example.com",
    first_name: "Rita",
    last_name: "Root",
    password: PASSWORD,
  };
  const flow = await doorward.setUp({ client, body: draft, throwOnError: true });
  await doorward.proveLogin({
    client,
    path: { flow: flow.data.flow ?? "" },
    body: { step: "not_now" },
    throwOnError: true,
  });
  return client;
}

/** Tells the main story, from the set-up link on. */
export async function tell(baseUrl: string, setUpLink: string): Promise<void> {
  const person = await administrator(baseUrl, setUpLink);
  const me = (await doorward.getMe({ client: person, throwOnError: true })).data;

  const wish: TokenDraft = { name: "The story", expires_at: new Date(Date.now() + 86_400_000).toISOString() };
  const token = (await doorward.issueToken({ client: person, body: wish, throwOnError: true })).data;
  const exchange = { grant_type: "refresh_token", refresh_token: token.secret };
  const exchanged = await doorward.exchangeToken({ client: person, body: exchange, throwOnError: true });
  const client = createClient({ baseUrl, auth: exchanged.data.access_token });

  // A company with a user in it.
  const acme = await doorward.createCompany({
    client,
    body: { name: "Acme", kind: "customer", parent: me.company.id },
    throwOnError: true,
  });
  const hana = await doorward.createUser({
    client,
    body: {
      login_id: "hana.sato",
      email: "hana.sato@example.com",
      first_name: "Hana",
      last_name: "Sato",
      company: acme.data.id,
    },
    throwOnError: true,
  });
  const found = await doorward.listUsers({ client, query: { company: acme.data.id }, throwOnError: true });
  expect(found.data.items.map((user) => user.login_id)).toEqual(["hana.sato"]);

  // What is wrong with another one is told by its fields.
  const wrong = await doorward.createUser({
    client,
    body: { login_id: "hana.sato", email: "nowhere", first_name: "Hana", last_name: "Sato", company: acme.data.id },
  });
  expect(wrong.response?.status).toBe(422);
  expect(wrong.error?.errors?.map((error) => error.field).sort()).toContain("email");

  // Changed at the version that was read; an older one is refused.
  const path = { id: hana.data.id };
  const version = { "If-Match": `"${hana.data.version}"` };
  const changed = await doorward.changeUser({
    client,
    path,
    headers: version,
    body: { first_name: "Hanako" },
    throwOnError: true,
  });
  expect(changed.data.first_name).toBe("Hanako");
  const stale = await doorward.changeUser({ client, path, headers: version, body: { first_name: "Hana" } });
  expect(stale.error?.refusal).toBe("stale");

  // Deleted as it was previewed, restored, and everything is in the audit trail.
  const preview = await doorward.previewUserDeletion({ client, path, throwOnError: true });
  await doorward.deleteUser({
    client,
    path,
    query: { fingerprint: preview.data.fingerprint },
    headers: { "If-Match": `"${changed.data.version}"` },
    throwOnError: true,
  });
  expect((await doorward.getUser({ client, path, throwOnError: true })).data.status).toBe("deleted");
  await doorward.restoreUser({ client, path, throwOnError: true });
  expect((await doorward.getUser({ client, path, throwOnError: true })).data.status).toBe("invited");
  const events = await doorward.listAuditEvents({ client, throwOnError: true });
  expect(events.data.items.map((event) => event.action)).toEqual(
    expect.arrayContaining(["user.created", "user.changed", "user.deleted", "user.restored"]),
  );

  // Without its token the program is nobody.
  const own = { id: me.id, token: token.token.id };
  await doorward.deleteToken({ client: person, path: own, throwOnError: true });
  const refused = await doorward.listUsers({ client });
  expect(refused.response?.status).toBe(401);
}

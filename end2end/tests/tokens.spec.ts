// Tokens: issued by a user, used by a program, seen and deleted by an administrator.

import type { Locator } from "@playwright/test";
import { setUpAuthenticator } from "../acts/account.ts";
import { administratorComes } from "../acts/administrator.ts";
import { companyInTree } from "../acts/companies.ts";
import { accept } from "../acts/invitation.ts";
import { casts, fullName } from "../acts/people.ts";
import { signIn } from "../acts/sign_in.ts";
import { addUser, goToManageUsers, openUser } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import type { Portal } from "../fixtures/portal.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const NIGHTLY = "Nightly report";
const SYNC = "CRM sync";

/** What a program is answered when it exchanges a refresh token. */
async function exchange(portal: Portal, refreshToken: string) {
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const answer = await fetch(`${portal.address}/oauth/token`, { method: "POST", body });
  return { status: answer.status, told: (await answer.json()) as { access_token?: string; scope?: string; error?: string } };
}

/** What a program is answered that lists users with an access token. */
async function listUsers(portal: Portal, accessToken = ""): Promise<number> {
  const answer = await fetch(`${portal.address}/api/v1/users`, { headers: { authorization: `Bearer ${accessToken}` } });
  return answer.status;
}

/** What a program is answered that opens an API session. */
async function openSession(portal: Portal, loginId: string, token: string) {
  const answer = await fetch(`${portal.address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login_id: loginId, token }),
  });
  return { status: answer.status, told: (await answer.json()) as { access_token?: string } };
}

/** Opens the page by the menu behind the user icon. */
async function openTokens(visitor: Visitor, name: string): Promise<void> {
  const { page, t } = visitor;
  await visitor.pressButton(t.home.yourAccount(name));
  await visitor.press(page.getByRole("menuitem", { name: t.issuedTokens.title, exact: true }));
  await expect(visitor.heading(t.issuedTokens.title)).toBeVisible();
}

/** Fills the dialog and sends it; what is asked then is the caller's. */
async function fill(visitor: Visitor, name: string): Promise<Locator> {
  const { page, t } = visitor;
  await visitor.press(visitor.button(t.issuedTokens.issue, page.getByRole("main")));
  const dialog = visitor.dialog(t.issuedTokens.issue);
  await visitor.write(t.issuedTokens.name, name, dialog);
  await visitor.pressButton(t.issuedTokens.readOnly, dialog);
  await visitor.pressButton(t.issuedTokens.issue, dialog);
  return dialog;
}

/** The secret in the dialog of this name, which is copied and closed. */
async function takeSecret(visitor: Visitor, title: string, label = visitor.t.issuedTokens.refreshToken): Promise<string> {
  const { t } = visitor;
  const dialog = visitor.dialog(title);
  const box = dialog.getByRole("group", { name: label });
  const secret = (await box.locator("pre").textContent()) ?? "";
  expect(secret).toMatch(/^dw[ra]_[\w-]{43}$/);
  await looksGood(visitor, "a token that is shown once");
  await visitor.pressButton(t.common.done, dialog);
  await visitor.pressButton(t.common.goBack, visitor.dialog(t.common.notCopied));
  await visitor.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await visitor.pressButton(t.common.copy, box);
  expect(await visitor.page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await visitor.pressButton(t.common.done, dialog);
  await expect(dialog).toBeHidden();
  return secret;
}

/** Deletes by the button of this name; ends when it is told. */
async function deleteBy(visitor: Visitor, name: string, title: string, yes: string): Promise<void> {
  const { t } = visitor;
  await visitor.press(visitor.page.getByRole("button", { name, exact: true }));
  const dialog = visitor.dialog(title);
  await expect(visitor.button(t.common.cancel, dialog)).toBeFocused();
  await expect(visitor.button(yes, dialog)).toHaveAttribute("aria-disabled", "true");
  await visitor.write(t.issuedTokens.typeYes, "yes", dialog);
  await visitor.pressButton(yes, dialog);
  await expect(dialog).toBeHidden();
}

for (const language of languages) {
  const { operator, administrator, user } = casts[language];

  test(`a token is issued, used, replaced and deleted (${language})`, async ({ portal, invite }) => {
    test.slow();
    const here = await administratorComes(portal, invite, { language, keyboardOnly: language === "en" });
    const { page, t } = here;
    const there = await invite({ language });
    await signIn(there, administrator);
    await there.page.goto("/account");
    await there.pressButton(t.account.setUp);
    const authenticator = await setUpAuthenticator(there, t.account.setUpTitle, administrator);

    await openTokens(here, fullName(administrator, language));
    await expect(page.getByText(t.issuedTokens.noneYet)).toBeVisible();
    await looksGood(here, "no token yet");

    // What is missing or wrong is said beside the field.
    await here.press(here.button(t.issuedTokens.issue, page.getByRole("main")));
    const dialog = here.dialog(t.issuedTokens.issue);
    await expect(here.field(t.issuedTokens.name, dialog)).toBeFocused();
    await here.hands.write(dialog.getByLabel(t.issuedTokens.address, { exact: true }), "10.0.0.0/33");
    await here.pressButton(t.issuedTokens.issue, dialog);
    await expect(here.field(t.issuedTokens.name, dialog)).toHaveAttribute("aria-invalid", "true");
    await expect(dialog.getByLabel(t.issuedTokens.address, { exact: true })).toHaveAttribute("aria-invalid", "true");
    await looksGood(here, "a token with everything wrong");
    await here.hands.write(dialog.getByLabel(t.issuedTokens.address, { exact: true }), "127.0.0.0/8");
    await here.write(t.issuedTokens.name, NIGHTLY, dialog);
    await here.pressButton(t.issuedTokens.issue, dialog);
    await expect(dialog.getByRole("group", { name: /./ }).getByText(t.issuedTokens.chooseOne).first()).toBeVisible();
    await here.pressButton(t.issuedTokens.readOnly, dialog);
    await looksGood(here, "the form of a token");

    // A code is asked, and what was typed is kept meanwhile.
    await here.pressButton(t.issuedTokens.issue, dialog);
    const proof = here.dialog(t.account.confirmTitle);
    await here.write(t.signIn.code, await authenticator.nextCode(), proof);
    await here.pressButton(t.account.confirm, proof);
    const first = await takeSecret(here, t.issuedTokens.issued(NIGHTLY));
    await looksGood(here, "one token");

    // A program uses it, and it may see but not change.
    const { status, told } = await exchange(portal, first);
    expect([status, await listUsers(portal, told.access_token)]).toEqual([200, 200]);
    expect(told.scope).toContain("users:read");
    expect(told.scope).not.toContain("users:create");
    await page.reload();
    await expect(page.getByRole("row").getByText("127.0.0.1")).toBeVisible();

    // A new secret; the earlier one is good for a while.
    await here.press(page.getByRole("button", { name: t.issuedTokens.replaceOf(NIGHTLY), exact: true }));
    await here.pressButton(t.issuedTokens.replace, here.dialog(t.issuedTokens.replaceTitle(NIGHTLY)));
    const second = await takeSecret(here, t.issuedTokens.replaced(NIGHTLY));
    expect(second).not.toBe(first);
    await expect(page.getByText(t.issuedTokens.earlier)).toBeVisible();
    for (const secret of [first, second]) expect((await exchange(portal, secret)).status).toBe(200);

    // Deleted: at once, whatever the program has.
    await deleteBy(here, t.issuedTokens.deleteOf(NIGHTLY), t.issuedTokens.deleteTitle(NIGHTLY), t.issuedTokens.deleteYes);
    await here.isTold(t.issuedTokens.deleted(NIGHTLY));
    await expect(page.getByText(t.issuedTokens.noneYet)).toBeVisible();
    expect((await exchange(portal, second)).told.error).toBe("invalid_grant");
    expect(await listUsers(portal, told.access_token)).toBe(401);
  });

  test(`an administrator sees a user's tokens and deletes them (${language})`, async ({ portal, mailbox, invite }) => {
    test.slow();
    const admin = await administratorComes(portal, invite, { language });
    const { page, t } = admin;
    await addUser(admin, operator, user, { role: t.roles.companyAdministrator });
    const person = await invite({ language });
    await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
    await openTokens(person, fullName(user, language));
    const secrets: string[] = [];
    for (const name of [NIGHTLY, SYNC]) {
      await fill(person, name);
      secrets.push(await takeSecret(person, t.issuedTokens.issued(name)));
    }

    await openUser(admin, user);
    const section = page.getByRole("region", { name: t.issuedTokens.tokens, exact: true });
    await expect(section.getByRole("row")).toHaveCount(3);
    await looksGood(admin, "User Detail with tokens");
    await deleteBy(admin, t.issuedTokens.deleteOf(NIGHTLY), t.issuedTokens.deleteTitle(NIGHTLY), t.issuedTokens.deleteYes);
    await admin.isTold(t.issuedTokens.deleted(NIGHTLY));
    await expect(section.getByRole("row")).toHaveCount(2);
    expect((await exchange(portal, secrets[0] ?? "")).status).toBe(400);
    expect((await exchange(portal, secrets[1] ?? "")).status).toBe(200);

    // Their owner deletes all that are left, once there are several again.
    await person.page.reload();
    await fill(person, NIGHTLY);
    await takeSecret(person, t.issuedTokens.issued(NIGHTLY));
    await deleteBy(person, t.issuedTokens.deleteAll, t.issuedTokens.deleteAllTitle(2), t.issuedTokens.deleteAllYes(2));
    await expect(person.page.getByText(t.issuedTokens.noneYet)).toBeVisible();
    await page.reload();
    await expect(section.getByText(t.issuedTokens.noneOfUser)).toBeVisible();
  });

  test(`a service account acts by its API token alone (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    const { page, t } = admin;
    const crm = { ...user, loginId: "crm.sync", email: "crm@lantern.example" };

    await goToManageUsers(admin);
    await admin.pressButton(t.users.addUserTo(operator), companyInTree(admin, operator));
    const adding = admin.dialog(t.users.addUser);
    await admin.write(t.signIn.loginId, crm.loginId, adding);
    await admin.write(t.signIn.email, crm.email, adding);
    await admin.write(t.signIn.firstName, crm.firstName, adding);
    await admin.write(t.signIn.lastName, crm.lastName, adding);
    await admin.hands.tick(admin.field(t.roles.helpDesk, adding), true);
    await admin.hands.tick(admin.field(t.issuedTokens.service, adding), true);
    await looksGood(admin, "adding a service account");
    await admin.pressButton(t.users.addUser, adding);
    await admin.isTold(t.issuedTokens.serviceAdded(crm.loginId));
    expect(mailbox.all(crm.email, t.letters.invitation)).toEqual([]);

    await openUser(admin, crm);
    const section = page.getByRole("region", { name: t.issuedTokens.tokens, exact: true });
    await admin.pressButton(t.issuedTokens.issueApi, section);
    const dialog = admin.dialog(t.issuedTokens.issueApiOf(crm.loginId));
    await admin.write(t.issuedTokens.name, SYNC, dialog);
    await admin.pressButton(t.issuedTokens.readOnly, dialog);
    await looksGood(admin, "an API token for a service account");
    await admin.pressButton(t.issuedTokens.issueApi, dialog);
    const secret = await takeSecret(admin, t.issuedTokens.issued(SYNC), t.issuedTokens.apiToken);

    const { status, told } = await openSession(portal, crm.loginId, secret);
    expect([status, await listUsers(portal, told.access_token)]).toEqual([200, 200]);
    expect((await openSession(portal, user.loginId, secret)).status).toBe(401);
    expect((await exchange(portal, secret)).status).toBe(400);

    await deleteBy(admin, t.issuedTokens.deleteOf(SYNC), t.issuedTokens.deleteTitle(SYNC), t.issuedTokens.deleteYes);
    await expect(section.getByText(t.issuedTokens.noneOfUser)).toBeVisible();
    expect((await openSession(portal, crm.loginId, secret)).status).toBe(401);
    expect(await listUsers(portal, told.access_token)).toBe(401);
  });
}

// When accounts end: of everybody in a company at once, what is near, and what who is late is told.

import { administratorComes } from "../acts/administrator.ts";
import { accept } from "../acts/invitation.ts";
import { casts, type Person } from "../acts/people.ts";
import { enterPassword, isSignedOut } from "../acts/sign_in.ts";
import { actions, addUser, openUser } from "../acts/users.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const ken: Person = { loginId: "ken.mori", email: "ken.mori@lantern.example", firstName: "Ken", lastName: "Mori", password: "" };

/** The day so many days from now, as a date field takes it. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Lets the account of the user whose page is open end in so many milliseconds. */
async function endsIn({ page }: Visitor, millis: number): Promise<void> {
  const status = await page.evaluate(async (end) => {
    const path = `/api/v1/users/${location.pathname.split("/").pop()}`;
    const { version } = await (await fetch(path)).json();
    const headers = { "content-type": "application/json", "if-match": `"${version}"` };
    return (await fetch(path, { method: "PATCH", headers, body: JSON.stringify({ expires_at: end }) })).status;
  }, new Date(Date.now() + millis).toISOString());
  expect(status).toBe(200);
}

for (const language of ["en", "ja"] as const) {
  const { operator, user, administrator } = casts[language];

  test(`a date for all accounts of a company is shown before it is applied, and found by the filter (${language})`, async ({ portal, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    const { page, t } = admin;
    await addUser(admin, operator, user);
    await addUser(admin, operator, ken);
    await openUser(admin, user);
    await admin.pressButton(t.users.edit, actions(admin, user));
    const dialog = admin.dialog(t.users.editUser);
    const date = dialog.getByLabel(t.users.expirationDate, { exact: true });
    await date.fill(dayIn(20));
    await expect(dialog.getByText("24:00")).toBeVisible();
    await admin.hands.tick(admin.field(t.users.applyToAll, dialog), true);
    await looksGood(admin, "Edit User with a date for all");
    await admin.pressButton(t.users.save, dialog);
    const question = admin.dialog(t.users.applyQuestion(operator));
    await expect(admin.button(t.common.cancel, question)).toBeFocused();
    await expect(question.getByText("24:00")).toBeVisible();
    await expect(question.getByText(administrator.loginId)).toBeVisible();
    await looksGood(admin, "the preview of a date for all");
    await admin.pressButton(t.users.change(2), question);
    await expect(dialog).toBeHidden();
    await admin.isTold(t.users.applied(2, operator));
    await expect(page.getByText("24:00").first()).toBeVisible();

    await page.goto("/admin/users?expiring=30");
    const logins = page.getByRole("rowheader").getByRole("link");
    await expect(logins).toHaveText([user.loginId, ken.loginId]);
    await expect(page.getByRole("button", { name: t.users.expiringIn30 })).toBeVisible();
    await page.goto("/admin/users?expiring=7");
    await expect(page.getByText(t.users.nothingMatches)).toBeVisible();
  });
}

test("what changed after the preview is shown again before it is applied", async ({ portal, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user);
  await addUser(admin, operator, ken);
  await openUser(admin, user);
  await admin.pressButton(t.users.edit, actions(admin, user));
  const dialog = admin.dialog(t.users.editUser);
  await admin.write(t.signIn.lastName, "Suzuki", dialog);
  await dialog.getByLabel(t.users.expirationDate, { exact: true }).fill(dayIn(20));
  await admin.hands.tick(admin.field(t.users.applyToAll, dialog), true);
  await admin.pressButton(t.users.save, dialog);
  const question = admin.dialog(t.users.applyQuestion(operator));
  await expect(admin.button(t.users.change(2), question)).toBeEnabled();
  await endsIn(admin, 3_600_000);
  // The other change is another version of the user whose form is open: nothing is overwritten unseen.
  await admin.pressButton(t.users.change(2), question);
  await expect(question).toBeHidden();
  await expect(dialog.getByText(t.users.staleTitle)).toBeVisible();
  await admin.pressButton(t.users.save, dialog);
  await admin.pressButton(t.users.change(2), question);
  await expect(dialog).toBeHidden();
  await admin.isTold(t.users.applied(2, operator));
  await expect(admin.heading("Hana Suzuki")).toBeVisible();
  await expect(page.getByText("24:00").first()).toBeVisible();
});

test("who has expired cannot sign in, and learns why after the right password alone", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user);
  const person = await invite();
  const { page, t } = person;
  await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await openUser(admin, user);
  await endsIn(admin, 1_500);
  const status = () => page.evaluate(async () => (await fetch("/api/v1/me")).status);
  await expect.poll(status, { message: "the session ends with the account" }).toBe(401);
  await isSignedOut(person);
  await enterPassword(person, { loginId: user.loginId, password: "something else altogether" });
  await expect(page.getByText(t.signIn.wrong)).toBeVisible();
  await enterPassword(person, user);
  await expect(page.getByRole("main").getByText(t.signIn.expired)).toBeVisible();
});

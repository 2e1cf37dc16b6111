// Verification methods: a code sent by e-mail at sign-in, who sets it, and why somebody can sign in or not.

import { administratorComes } from "../acts/administrator.ts";
import { accept } from "../acts/invitation.ts";
import { casts, type Person } from "../acts/people.ts";
import { enterPassword, isInside, signOut } from "../acts/sign_in.ts";
import { addUser, openUser } from "../acts/users.ts";
import type { Language } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import type { Letter } from "../fixtures/mailbox.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** The six digits that stand alone in a mail, the same in its text and its HTML. */
function codeIn(mail: Letter): string {
  const found = /^\s*(\d{3} \d{3})\s*$/m.exec(mail.text)?.[1] ?? "";
  expect(found, `a code in the mail:\n${mail.text}`).not.toBe("");
  expect(mail.html).toContain(found);
  expect(mail.subject).not.toContain(found);
  return found;
}

/** Chooses e-mail for WEB login verification on User Detail. */
async function verifyByEmail(admin: Visitor, person: Person): Promise<void> {
  const { page, t } = admin;
  await openUser(admin, person);
  await admin.pressButton(t.verification.title, page.getByRole("region", { name: t.verification.section }));
  const dialog = admin.dialog(t.verification.of(person.loginId));
  await admin.hands.choose(admin.field(t.verification.web, dialog), t.verification.email);
  await looksGood(admin, "multi-factor authentication");
  await admin.pressButton(t.users.save, dialog);
  await expect(dialog).toBeHidden();
  await admin.isTold(t.verification.saved(person.loginId));
}

for (const language of ["en", "ja"] as const satisfies Language[]) {
  const { operator, user } = casts[language];

  test(`a sign-in is verified by a code from the mail (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    await addUser(admin, operator, user);
    const hana = await invite({ language });
    const { t } = hana;
    await accept(hana, await mailbox.take(user.email, t.letters.invitation), user, operator);
    await signOut(hana, user);
    await verifyByEmail(admin, user);

    await enterPassword(hana, user);
    await expect(hana.heading(t.verification.checkYourMail)).toBeVisible();
    await expect(hana.page.getByText("h•••@lantern.example")).toBeVisible();
    const field = hana.field(t.verification.code);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("autocomplete", "one-time-code");
    await expect(field).toHaveAttribute("inputmode", "numeric");
    const right = codeIn(await mailbox.take(user.email, t.letters.code));
    await hana.write(t.verification.code, right === "123 456" ? "654321" : "123456");
    await hana.pressButton(t.common.submit);
    await expect(hana.page.getByText(t.verification.wrong)).toBeVisible();
    await looksGood(hana, "a wrong code from the mail");
    // A reload loses nothing.
    await hana.page.reload();
    await hana.write(t.verification.code, right);
    await hana.pressButton(t.common.submit);
    await isInside(hana, user);
  });
}

test("a new code can be sent after a pause, and then the older one no longer works", async ({ portal, mailbox, invite }) => {
  test.slow();
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user);
  const hana = await invite({ keyboardOnly: true });
  const { t } = hana;
  await accept(hana, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await signOut(hana, user);
  await verifyByEmail(admin, user);
  await enterPassword(hana, user);
  const again = hana.button(t.verification.newCode);
  await expect(again).toHaveAttribute("aria-disabled", "true");
  const first = codeIn(await mailbox.take(user.email, t.letters.code));
  await expect(again).not.toHaveAttribute("aria-disabled", "true", { timeout: 40_000 });
  await hana.pressButton(t.verification.newCode);
  await expect(hana.page.getByText("A new code is on its way.")).toBeVisible();
  const second = codeIn(await mailbox.take(user.email, t.letters.code));
  if (first !== second) {
    await hana.write(t.verification.code, first);
    await hana.pressButton(t.common.submit);
    await expect(hana.page.getByText(t.verification.wrong)).toBeVisible();
  }
  await hana.write(t.verification.code, second);
  await hana.pressButton(t.common.submit);
  await isInside(hana, user);
});

test("User Detail explains who gets in, from where and by which rule", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user);
  const hana = await invite();
  await accept(hana, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await verifyByEmail(admin, user);

  await admin.pressButton(t.verification.explain, page.getByRole("region", { name: t.verification.section }));
  const dialog = admin.dialog(`Can ${user.loginId} sign in?`);
  const steps = dialog.getByRole("list", { name: "Steps of the sign-in" }).getByRole("listitem");
  await expect(steps).toHaveCount(6);
  await expect(dialog.getByText("A sign-in with the right password succeeds")).toBeVisible();
  await expect(admin.field("Address", dialog)).toHaveValue(/^(127\.0\.0\.1|::1)$/);
  const code = steps.filter({ hasText: "E-mail code" });
  await expect(code).toContainText("Asked");
  await expect(code).toContainText("WEB login verification: E-mail, set for this user");
  const authenticator = steps.filter({ hasText: "Authenticator" });
  await expect(authenticator).toContainText("Two-factor authentication required: No, Doorward’s default");
  await looksGood(admin, "an explained sign-in");

  await admin.hands.choose(admin.field("Channel", dialog), "APP");
  await admin.pressButton("Explain", dialog);
  await expect(code).toContainText("Not asked");
  await admin.write("Address", "somewhere", dialog);
  await admin.pressButton("Explain", dialog);
  await expect(admin.field("Address", dialog)).toHaveAttribute("aria-invalid", "true");
});

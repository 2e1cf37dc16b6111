// The whole story of a user, from the set-up of the portal to their deletion: in every language, and by
// keyboard alone.

import { createCompany } from "../acts/companies.ts";
import { choosePassword, clickHereToContinue, findsDeadLink, openInvitation } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { enrol, enterCode, enterPassword, isInside, isSignedOut, qrCode, scan, signOut } from "../acts/sign_in.ts";
import {
  addUser,
  deleteUser,
  disableTfa,
  enableTfa,
  issueCredentials,
  openUser,
  resetTfa,
  setOtpConfigured,
  userLink,
  userRow,
} from "../acts/users.ts";
import type { Language } from "../fixtures/labels.ts";
import { expect, test, type Coming } from "../fixtures/test.ts";

const tellings: { name: string; coming: Coming & { language: Language } }[] = [
  { name: "in English", coming: { language: "en" } },
  { name: "in Japanese", coming: { language: "ja" } },
  { name: "in Chinese", coming: { language: "zh-Hans" } },
  { name: "by keyboard alone", coming: { language: "en", keyboardOnly: true } },
];

for (const { name, coming } of tellings) {
  test(`a user is invited, signs in with a second factor, and is deleted, ${name}`, async ({ portal, mailbox, invite }) => {
    const { operator, reseller, customer, administrator, user } = casts[coming.language];
    const admin = await invite(coming);
    const { t } = admin;

    await test.step("the first administrator sets the portal up and puts the second factor off", async () => {
      await setUp(admin, portal, operator, administrator);
      await admin.pressButton(t.signIn.notNow);
      await isInside(admin, administrator);
    });

    await test.step("a reseller and its customer join the company tree", async () => {
      await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
      await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
    });

    await test.step("Add User with OTP Configured, and Issue Credentials", async () => {
      await addUser(admin, customer, user, { otp: true });
      const row = userRow(admin, user);
      await expect(row.getByText(t.users.invited, { exact: true })).toBeVisible();
      await expect(row.getByText(t.users.toSetUp, { exact: true })).toBeVisible();
    });

    const person = await invite(coming);
    const invitation = await mailbox.take(user.email, t.letters.invitation);

    await test.step("the mail's link says whose account it is, and opening it spends nothing", async () => {
      await openInvitation(person, invitation, user, customer);
      await openInvitation(person, invitation, user, customer);
      await clickHereToContinue(person);
    });

    const first = await test.step("the QR code, a code, the recovery codes, a password", async () => {
      const { authenticator } = await enrol(person, user);
      await choosePassword(person, user);
      await isInside(person, user);
      return authenticator;
    });

    await test.step("the link is spent", async () => {
      await signOut(person, user);
      await findsDeadLink(person, invitation, t.link.used);
    });

    await test.step("the next sign-in asks for a code and shows no QR code", async () => {
      await enterPassword(person, user);
      await expect(person.heading(t.signIn.codeTitle)).toBeVisible();
      await expect(qrCode(person, user)).toHaveCount(0);
      // A code works once, however long it is shown.
      await person.write(t.signIn.code, await first.usedCode());
      await person.pressButton(t.common.submit);
      await expect(person.page.getByText(t.signIn.wrongCode)).toBeVisible();
      await enterCode(person, first);
      await isInside(person, user);
    });

    await test.step("Reset TFA signs the user out at once and calls for a new authenticator", async () => {
      await openUser(admin, user);
      await resetTfa(admin, user);
      await isSignedOut(person);
      await enterPassword(person, user);
      const second = await scan(person, user);
      expect(second.secret).not.toBe(first.secret);
      await enterCode(person, first);
      await expect(person.page.getByText(t.signIn.wrongCode)).toBeVisible();
      await enrol(person, user);
      await isInside(person, user);
    });

    await test.step("Disable TFA: the password is enough", async () => {
      await disableTfa(admin, user);
      await expect(admin.page.getByText(t.users.noCodeAsked)).toBeVisible();
      await signOut(person, user);
      await enterPassword(person, user);
      await isInside(person, user);
    });

    await test.step("Enable TFA: the next sign-in sets up an authenticator", async () => {
      await enableTfa(admin, user);
      await expect(admin.page.getByText(t.users.codeAsked)).toBeVisible();
      await signOut(person, user);
      await enterPassword(person, user);
      await enrol(person, user);
      await isInside(person, user);
    });

    await test.step("OTP Configured off and on again: a new authenticator too", async () => {
      await setOtpConfigured(admin, user, false);
      await setOtpConfigured(admin, user, true);
      await signOut(person, user);
      await enterPassword(person, user);
      await enrol(person, user);
      await isInside(person, user);
    });

    await test.step("Issue Credentials again voids the older link", async () => {
      await issueCredentials(admin, user);
      const older = await mailbox.take(user.email, t.letters.invitation);
      await issueCredentials(admin, user);
      const newer = await mailbox.take(user.email, t.letters.invitation);
      const guest = await invite(coming);
      await findsDeadLink(guest, older, t.link.voided);
      await openInvitation(guest, newer, user, customer);
    });

    await test.step("Delete: gone from the list, out of every session, and no way back in", async () => {
      await deleteUser(admin, user);
      await expect(userLink(admin, user)).toHaveCount(0);
      await isSignedOut(person);
      await enterPassword(person, user);
      await expect(person.page.getByText(t.signIn.wrong)).toBeVisible();
    });
  });
}

// Getting in: other ways than the story's, and what keeps strangers out.

import { administratorComes, createAdministrator } from "../acts/administrator.ts";
import { clickHereToContinue, choosePassword, openInvitation } from "../acts/invitation.ts";
import { casts, type Person } from "../acts/people.ts";
import {
  enrol,
  enterCode,
  enterPassword,
  isInside,
  isSignedOut,
  keepRecoveryCodes,
  qrCode,
  signIn,
  signOut,
} from "../acts/sign_in.ts";
import { setUp } from "../acts/set_up.ts";
import { addUser } from "../acts/users.ts";
import { Authenticator } from "../fixtures/authenticator.ts";
import { linkIn } from "../fixtures/mailbox.ts";
import { readQrCode } from "../fixtures/qr.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const { operator, user } = casts.en;

/** The key under "Can't scan?". */
async function typedKey(visitor: Visitor): Promise<string> {
  const { page, t } = visitor;
  await visitor.press(page.getByText(t.signIn.cannotScan));
  const key = await page.getByLabel(t.signIn.key, { exact: true }).textContent();
  expect(key, "groups of four").toMatch(/^([A-Z2-7]{4} ?)+$/);
  return key ?? "";
}

test("who cannot scan types the key, and the secret survives reload and a wrong code", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user, { otp: true });
  const visitor = await invite();
  const { page, t } = visitor;
  await openInvitation(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await clickHereToContinue(visitor);

  const shown = await readQrCode(qrCode(visitor, user));
  const key = await typedKey(visitor);
  expect(new URL(shown).searchParams.get("secret"), "the key is the QR code's secret").toBe(key.replaceAll(" ", ""));

  await visitor.write(t.signIn.code, "000000");
  await visitor.pressButton(t.common.submit);
  await expect(page.getByText(t.signIn.wrongCode)).toBeVisible();
  await expect(visitor.field(t.signIn.code)).toBeFocused();
  await page.reload();
  await expect(visitor.heading(t.link.invitationTitle).or(visitor.heading(t.signIn.enrolTitle))).toBeVisible();
  if (await visitor.heading(t.link.invitationTitle).isVisible()) await clickHereToContinue(visitor);
  expect(await readQrCode(qrCode(visitor, user)), "the QR code after a reload").toBe(shown);

  // `oathtool` takes the key as people type it: in groups, in any case.
  const authenticator = new Authenticator(key.toLowerCase());
  const code = await authenticator.nextCode();
  // In groups too, and as a Japanese keyboard writes digits.
  const wide = code.replace(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
  await visitor.write(t.signIn.code, ` ${wide.slice(0, 3)} ${wide.slice(3)} `);
  await visitor.pressButton(t.common.submit);
  await keepRecoveryCodes(visitor);
  await choosePassword(visitor, user);
  await isInside(visitor, user);
});

test("a recovery code lets in, once", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user, { otp: true });
  const visitor = await invite();
  const { page, t } = visitor;
  await openInvitation(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await clickHereToContinue(visitor);
  const { recoveryCodes } = await enrol(visitor, user);
  await choosePassword(visitor, user);
  await isInside(visitor, user);

  const offer = async (code: string) => {
    await signOut(visitor, user);
    await enterPassword(visitor, user);
    await visitor.pressButton(t.signIn.useRecovery);
    await visitor.write(t.signIn.recoveryCode, code);
    await visitor.pressButton(t.common.submit);
  };
  const code = recoveryCodes[0] ?? "";
  await offer(code.toUpperCase().replaceAll("-", " "));
  await isInside(visitor, user);
  await offer(code);
  await expect(page.getByText(t.signIn.wrongCode)).toBeVisible();
});

test("a wrong password and an unknown login ID get the same answer, and the login ID stays", async ({ portal, invite }) => {
  const administrator = await createAdministrator(portal);
  const visitor = await invite();
  const { page, t } = visitor;
  for (const loginId of [administrator.loginId, "nobody.at.all"]) {
    await enterPassword(visitor, { loginId, password: "not the right one" });
    await expect(page.getByRole("alert").getByText(t.signIn.wrong)).toBeVisible();
    await expect(visitor.field(t.signIn.loginId)).toHaveValue(loginId);
  }
});

test("a password manager and a phone's keyboard find what they look for", async ({ portal, invite }) => {
  const administrator = await createAdministrator(portal);
  const visitor = await invite();
  const { page, t } = visitor;
  await page.goto("/sign-in");
  const form = page.locator("form");
  await expect(form).toHaveCount(1);
  await expect(visitor.field(t.signIn.loginId)).toHaveAttribute("autocomplete", "username");
  await expect(visitor.field(t.signIn.loginId)).toBeFocused();
  await expect(visitor.field(t.signIn.password)).toHaveAttribute("autocomplete", "current-password");
  await expect(visitor.field(t.signIn.password)).toHaveAttribute("type", "password");

  // Enter in a field submits, as in every form.
  await visitor.write(t.signIn.loginId, administrator.loginId);
  await visitor.write(t.signIn.password, administrator.password);
  await page.keyboard.press("Enter");
  await isInside(visitor, administrator);
});

test("one signs in to where one wanted to go", async ({ portal, invite }) => {
  const administrator = await createAdministrator(portal);
  const visitor = await invite();
  const { page, t } = visitor;
  await page.goto("/admin/users?q=kanda");
  await expect(visitor.heading(t.signIn.signIn)).toBeVisible();
  await enterPassword(visitor, administrator);
  await expect(visitor.heading(t.users.manageUsers)).toBeVisible();
  await expect(page).toHaveURL("/admin/users?q=kanda");
});

test("a forged address to go on to leads home, and Back does not lead to the form again", async ({ portal, invite }) => {
  const administrator = await createAdministrator(portal);
  const visitor = await invite();
  const { page, t } = visitor;
  for (const forged of ["//evil.example/", "https://evil.example/", "/\\evil.example", "/%09/evil.example", "javascript:alert(1)"]) {
    await page.goto("/forgotten-password");
    await page.goto(`/sign-in?next=${encodeURIComponent(decodeURIComponent(forged))}`);
    await expect(visitor.heading(t.signIn.signIn)).toBeVisible();
    await enterPassword(visitor, administrator);
    await isInside(visitor, administrator);
    await expect(page).toHaveURL("/");
    await page.goBack();
    await expect(page).toHaveURL("/forgotten-password");
    await page.goForward();
    await isInside(visitor, administrator);
    await signOut(visitor, administrator);
    await visitor.isTold(t.home.signedOut);
  }
});

test("a forgotten password is set anew by mail, and every session ends", async ({ portal, mailbox, invite }) => {
  const administrator = await createAdministrator(portal);
  const elsewhere = await invite();
  await signIn(elsewhere, administrator);

  const visitor = await invite();
  const { page, t } = visitor;
  const ask = async ({ loginId }: Pick<Person, "loginId">) => {
    await page.goto("/forgotten-password");
    await visitor.write(t.signIn.loginId, loginId);
    await visitor.pressButton(t.signIn.sendLink);
    await expect(visitor.heading(t.signIn.lookAtYourMail)).toBeVisible();
  };
  await ask({ loginId: "nobody.at.all" });
  await ask(administrator);
  const mail = await mailbox.take(administrator.email, "Set a new password");
  await page.goto(linkIn(mail, "/password"));
  await clickHereToContinue(visitor);
  const changed = { ...administrator, password: "another phrase, longer than before" };
  await choosePassword(visitor, changed);
  await isInside(visitor, changed);

  await isSignedOut(elsewhere);
  await enterPassword(elsewhere, administrator);
  await expect(elsewhere.page.getByText(t.signIn.wrong)).toBeVisible();
  await page.goto(linkIn(mail, "/password"));
  await expect(visitor.heading(t.link.dead)).toBeVisible();
});

test("set-up happens once: the link is spent, and the page before it says what to do", async ({ portal, invite }) => {
  const visitor = await invite();
  const { page, t } = visitor;
  await page.goto("/sign-in");
  await expect(visitor.heading(t.setUp.first)).toBeVisible();
  const link = await portal.setUpLink();
  await createAdministrator(portal);
  await page.goto(link);
  await expect(page.getByText(t.setUp.over)).toBeVisible();
});

test("the first administrator takes the offered second factor at once", async ({ portal, invite }) => {
  const visitor = await invite();
  const { administrator } = casts.en;
  await setUp(visitor, portal, operator, administrator);
  const { authenticator } = await enrol(visitor, administrator);
  await isInside(visitor, administrator);
  await signOut(visitor, administrator);
  await enterPassword(visitor, administrator);
  await enterCode(visitor, authenticator);
  await isInside(visitor, administrator);
});

/** Enters the five wrong codes after which no more are taken. */
async function runOutOfTries(visitor: Visitor): Promise<void> {
  const { page, t } = visitor;
  for (let wrong = 0; wrong < 5; wrong++) {
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await visitor.write(t.signIn.code, `00000${wrong}`);
    await visitor.pressButton(t.common.submit);
    await answer;
    await expect(page.getByText(wrong < 4 ? t.signIn.wrongCode : t.signIn.over)).toBeVisible();
    if (wrong < 4) await expect(visitor.field(t.signIn.code)).toBeFocused();
  }
}

test("each step begins at its top, and who runs out of tries at set-up is told why", async ({ portal, invite }) => {
  const visitor = await invite({ viewport: { width: 390, height: 500 } });
  const { page, t } = visitor;
  await setUp(visitor, portal, operator, user);
  await expect(visitor.heading(t.signIn.enrolTitle)).toBeFocused();
  expect(await page.evaluate(() => scrollY), "the step stands at its top").toBe(0);

  await runOutOfTries(visitor);
  await expect(page.getByText(t.signIn.over)).toBeVisible();
  await visitor.press(visitor.link("Back to sign-in"));
  await signIn(visitor, user);
});

test("who runs out of tries behind an invitation is told why, and may begin again", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user, { otp: true });
  const visitor = await invite();
  await openInvitation(visitor, await mailbox.take(user.email, visitor.t.letters.invitation), user, operator);
  await clickHereToContinue(visitor);
  await expect(visitor.heading(visitor.t.signIn.enrolTitle)).toBeVisible();
  await runOutOfTries(visitor);
  await expect(visitor.heading(visitor.t.link.invitationTitle)).toBeVisible();
  await expect(visitor.page.getByText(visitor.t.signIn.over)).toBeVisible();
  await clickHereToContinue(visitor);
  await expect(visitor.heading(visitor.t.signIn.enrolTitle)).toBeVisible();
});

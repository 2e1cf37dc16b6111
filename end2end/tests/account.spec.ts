// Account management: one's own password, authenticator, recovery codes and sessions.

import { section, setUpAuthenticator } from "../acts/account.ts";
import { casts, fullName } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { enrol, enterCode, enterPassword, isInside, signIn } from "../acts/sign_in.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

for (const language of languages) {
  const { operator, administrator } = casts[language];
  const renewed = { ...administrator, password: "seven lanterns on the hill" };

  test(`somebody looks after their own account (${language})`, async ({ portal, invite }) => {
    test.slow();
    const here = await invite({ language, keyboardOnly: language === "en" });
    const { page, t } = here;
    await setUp(here, portal, operator, administrator);
    await here.pressButton(t.signIn.notNow);
    await isInside(here, administrator);
    const there = await invite({ language });
    await signIn(there, administrator);

    await openAccount(here, fullName(administrator, language));
    await expect(here.heading(t.account.title)).toBeVisible();
    await expect(section(here, t.account.sessions).getByRole("row")).toHaveCount(3);
    await looksGood(here, "Account management");

    // The password: the present one is asked, and the other browser is out.
    await here.pressButton(t.account.update);
    const changing = here.dialog(t.account.passwordTitle);
    await expect(here.field(t.account.currentPassword, changing)).toBeFocused();
    await here.write(t.account.currentPassword, "not the password", changing);
    await here.write(t.signIn.newPassword, renewed.password, changing);
    await here.pressButton(t.account.changePassword, changing);
    await expect(changing.getByText(t.account.wrongPassword).first()).toBeVisible();
    await looksGood(here, "a wrong present password");
    await here.write(t.account.currentPassword, administrator.password, changing);
    await here.pressButton(t.account.changePassword, changing);
    await here.isTold(t.account.passwordChanged);
    await expect(changing).toBeHidden();
    await expect(there.heading(t.signIn.signIn)).toBeVisible();

    // Another session, ended while it is looked at.
    await enterPassword(there, renewed);
    await expect(there.page).not.toHaveURL(/sign-in/);
    await page.reload();
    await here.press(section(here, t.account.sessions).getByRole("button", { name: t.account.endSession }));
    await here.isTold(t.account.sessionEnded);
    await expect(there.heading(t.signIn.signIn)).toBeVisible();
    await enterPassword(there, renewed);
    await expect(there.page).not.toHaveURL(/sign-in/);

    // An authenticator: the password, the QR code, the first code, the recovery codes.
    await here.pressButton(t.account.setUp);
    const first = await setUpAuthenticator(here, t.account.setUpTitle, renewed);
    const security = section(here, t.account.security);
    await expect(security.getByText(t.account.codesLeft)).toBeVisible();
    await looksGood(here, "an authenticator that was set up");

    // What the password proved elsewhere is not enough any more: a code is asked, and what was asked goes on.
    await there.page.goto("/account");
    await there.pressButton(t.account.renew);
    const question = there.dialog(t.account.renewTitle);
    await there.pressButton(t.account.renewThem, question);
    const proof = there.dialog(t.account.confirmTitle);
    await expect(there.field(t.signIn.code, proof)).toBeFocused();
    await looksGood(there, "confirming that it is oneself");
    await there.pressButton(t.common.cancel, proof);
    await expect(proof).toBeHidden();
    await there.pressButton(t.account.renewThem, question);
    await there.write(t.signIn.code, await first.usedCode(), proof);
    await there.pressButton(t.account.confirm, proof);
    await expect(proof.getByText(t.signIn.wrongCode).first()).toBeVisible();
    await there.write(t.signIn.code, await first.nextCode(), proof);
    await there.pressButton(t.account.confirm, proof);
    const codes = there.dialog(t.signIn.keepTitle);
    await expect(codes.getByRole("listitem")).toHaveCount(10);
    await there.pressButton(t.signIn.kept, codes);
    await expect(codes).toBeHidden();

    // Another phone in its place; the other browser is out, and the old codes are worth nothing.
    await here.pressButton(t.account.replace);
    const second = await setUpAuthenticator(here, t.account.replaceTitle, renewed);
    await expect(there.heading(t.signIn.signIn)).toBeVisible();
    await enterPassword(there, renewed);
    await enterCode(there, second);
    await expect(there.page).not.toHaveURL(/sign-in/);

    // What one has set up oneself one may remove.
    await here.pressButton(t.account.remove);
    const removing = here.dialog(t.account.removeTitle);
    await looksGood(here, "the question before the authenticator is removed");
    await here.pressButton(t.account.removeIt, removing);
    await here.isTold(t.account.removed);
    await expect(security.getByText(t.account.notSetUp)).toBeVisible();
    await expect(security.getByRole("heading", { name: t.account.security, exact: true })).toBeFocused();
    await expect(section(here, t.account.activity).getByText(t.account.boundEvent).first()).toBeVisible();
  });
}

test("password managers are led to the change of the password", async ({ portal, invite }) => {
  const { operator, administrator } = casts.en;
  const visitor = await invite();
  await setUp(visitor, portal, operator, administrator);
  await enrol(visitor, administrator);
  await isInside(visitor, administrator);
  await visitor.page.goto("/.well-known/change-password");
  await expect(visitor.dialog(visitor.t.account.passwordTitle)).toBeVisible();
  await visitor.pressButton(visitor.t.common.cancel);
  await expect(visitor.page).toHaveURL(/\/account$/);
});

async function openAccount(visitor: Visitor, name: string): Promise<void> {
  await visitor.pressButton(visitor.t.home.yourAccount(name));
  await visitor.press(visitor.page.getByRole("menuitem", { name: visitor.t.account.title, exact: true }));
}

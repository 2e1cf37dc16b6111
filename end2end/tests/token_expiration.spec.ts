// Token expiration, exclusive login, and ended sessions that say why by themselves.

import { administratorComes } from "../acts/administrator.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { enterPassword, isInside, signIn } from "../acts/sign_in.ts";
import { addUser, chooseMore, openUser } from "../acts/users.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const PHONE = "198.51.100.7";
const CAFE = "203.0.113.9";
/** How long a page may take to notice by itself: it asks every five seconds. */
const SECONDS = { timeout: 9_000 };

/** The page has led to where one signs in, without being touched, and says that and why. */
async function saysBySelf(visitor: Visitor, reason: string): Promise<void> {
  const card = visitor.page.getByRole("main");
  await expect(card.getByText(reason)).toBeVisible(SECONDS);
  await expect(card.getByText(visitor.t.tokens.signedOut, { exact: true })).toBeVisible();
  await expect(visitor.heading(visitor.t.signIn.signIn)).toBeVisible();
}

for (const language of ["en", "ja"] as const) {
  const { operator, user } = casts[language];

  test(`a newer sign-in ends the older one, and both sides are told (${language})`, async ({ portal, mailbox, invite }) => {
    await portal.stop();
    await portal.serve({ SMTP_URL: mailbox.url, TRUSTED_PROXIES: "127.0.0.1" });
    const admin = await administratorComes(portal, invite, { language });
    const { t } = admin;
    await addUser(admin, operator, user);
    const first = await invite({ language });
    await first.page.context().setExtraHTTPHeaders({ "x-forwarded-for": PHONE });
    await accept(first, await mailbox.take(user.email, t.letters.invitation), user, operator);

    await openUser(admin, user);
    const section = admin.page.getByRole("region", { name: t.tokens.title, exact: true });
    await admin.pressButton(t.users.edit, section);
    const dialog = admin.dialog(t.tokens.of(user.loginId));
    await admin.press(dialog.getByRole("group", { name: t.tokens.exclusive }).getByRole("radio", { name: t.policies.yes, exact: true }));
    await admin.pressButton(t.tokens.save, dialog);
    await admin.isTold(t.tokens.saved(user.loginId));
    await expect(dialog).toBeHidden();

    // Somewhere deeper, to be led back to.
    await first.page.goto("/?from=here");
    await isInside(first, user);
    const second = await invite({ language });
    await second.page.context().setExtraHTTPHeaders({ "x-forwarded-for": CAFE });
    await signIn(second, user);
    await second.isTold(PHONE);

    await saysBySelf(first, t.tokens.replaced);
    await expect(first.page.getByRole("main").getByText(CAFE)).toBeVisible();
    await expect(first.page).toHaveURL(/\/sign-in\?next=/);
    await looksGood(first, "a session that was taken over");
    await looksGood(second, "the session that took over");
    await first.page.reload();
    await expect(first.page.getByRole("main").getByText(t.tokens.replaced)).toBeVisible();
    await enterPassword(first, user);
    await expect(first.page).toHaveURL(/\/\?from=here$/);
    await isInside(first, user);
    await first.isTold(CAFE);
    await saysBySelf(second, t.tokens.replaced);
  });

  test(`the dialog looks good and says what saving ends (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    const { page, t } = admin;
    await addUser(admin, operator, user);
    const first = await invite({ language });
    await accept(first, await mailbox.take(user.email, t.letters.invitation), user, operator);
    const second = await invite({ language });
    await signIn(second, user);

    await page.goto("/admin/users");
    const key = page.getByRole("button", { name: t.tokens.of(user.loginId), exact: true });
    await admin.press(key);
    const dialog = admin.dialog(t.tokens.of(user.loginId));
    await expect(dialog.getByRole("radio", { name: t.tokens.thirtyDays })).toBeChecked();
    await admin.press(dialog.getByRole("radio", { name: t.tokens.expirationTime, exact: true }));
    await admin.press(dialog.getByRole("group", { name: t.tokens.exclusive }).getByRole("radio", { name: t.policies.yes, exact: true }));
    await expect(dialog.getByText(t.tokens.endsOne)).toBeVisible();
    await admin.write(t.tokens.amount, "9999", dialog);
    await admin.pressButton(t.tokens.save, dialog);
    await expect(admin.field(t.tokens.amount, dialog)).toHaveAttribute("aria-invalid", "true");
    await looksGood(admin, "Token expiration with a wrong number");
    await admin.write(t.tokens.amount, "90", dialog);
    await admin.hands.choose(admin.field(t.tokens.unit, dialog), t.tokens.minutes);
    await admin.pressButton(t.tokens.save, dialog);
    await expect(dialog).toBeHidden();
    await expect(key).toBeFocused();
    await saysBySelf(first, t.tokens.replaced);

    await openUser(admin, user);
    const section = page.getByRole("region", { name: t.tokens.title, exact: true });
    await expect(section.getByText(t.tokens.ninety)).toBeVisible();
    await looksGood(admin, "User Detail with token expiration");
    await expect(second.page.getByRole("navigation").first()).toBeVisible();
  });
}

test("an ended browser says why by itself, whatever ended it", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await addUser(admin, operator, user);
  const person = await invite();
  await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await openUser(admin, user);
  await admin.pressButton(t.users.endAll);
  await admin.pressButton(t.users.endAll, admin.dialog(t.users.endAllOf(user.loginId)));
  await saysBySelf(person, "An administrator ended your session.");
  await looksGood(person, "a session that an administrator ended");
  await signIn(person, user);
  await chooseMore(admin, user, "Disable");
  await admin.pressButton("Disable", admin.page.getByRole("dialog"));
  await saysBySelf(person, "An administrator disabled your account.");
});

test("signing out in one tab is told in the other without a reason", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user);
  const person = await invite();
  await accept(person, await mailbox.take(user.email, admin.t.letters.invitation), user, operator);
  const tab = await person.page.context().newPage();
  await tab.goto("/");
  await expect(tab.getByRole("navigation").first()).toBeVisible();
  await tab.evaluate(() => fetch("/ui/sign-in/sign-out", { method: "POST", body: "{}", headers: { "content-type": "application/json" } }));
  await saysBySelf(person, "Your session has ended. Sign in again.");
});

test("token expiration is set by keyboard alone", async ({ portal, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite, { keyboardOnly: true });
  const { page, t } = admin;
  await addUser(admin, operator, user);
  await page.goto("/admin/users");
  await admin.press(page.getByRole("button", { name: t.tokens.of(user.loginId), exact: true }));
  const dialog = admin.dialog(t.tokens.of(user.loginId));
  await dialog.getByRole("radio", { name: t.tokens.thirtyDays }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: t.tokens.longTerm, exact: true })).toBeChecked();
  await page.keyboard.press("Escape");
  await admin.pressButton(t.common.keepEditing);
  await admin.pressButton(t.tokens.save, dialog);
  await admin.isTold(t.tokens.saved(user.loginId));
});

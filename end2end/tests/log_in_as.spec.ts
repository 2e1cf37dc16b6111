// Log in as this user: with a reason and a code of one's own, under a banner on every page, and back.

import { accept } from "../acts/invitation.ts";
import { lookFor, offered, palette } from "../acts/palette.ts";
import { casts, fullName } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { enrol, enterCode, enterPassword, isInside } from "../acts/sign_in.ts";
import { actions, addUser, chooseMore, openUser } from "../acts/users.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const REASON = "Ticket 4711";

for (const language of ["en", "ja"] as const) {
  const { operator, administrator, user } = casts[language];
  const name = fullName(user, language);

  test(`an administrator logs in as a user and goes back, and everybody can see it (${language})`, async ({ portal, mailbox, invite }) => {
    test.slow();
    const admin = await invite({ language });
    const { page, t } = admin;
    await setUp(admin, portal, operator, administrator);
    const { authenticator } = await enrol(admin, administrator);
    await isInside(admin, administrator);
    await addUser(admin, operator, user, { role: t.roles.companyAdministrator });
    await accept(await invite({ language }), await mailbox.take(user.email, t.letters.invitation), user, operator);

    // On oneself it is not offered.
    await openUser(admin, administrator);
    await expect(admin.button(t.common.more, actions(admin, administrator))).toBeHidden();
    await openUser(admin, user);
    const userDetail = page.url();
    await chooseMore(admin, user, t.acting.logInAs);
    const dialog = admin.dialog(t.acting.title(user.loginId));
    await expect(admin.field(t.acting.reason, dialog)).toBeFocused();
    await looksGood(admin, "the dialog before logging in as a user");

    // The code with which one signed in proves nothing more.
    await admin.write(t.acting.reason, REASON, dialog);
    await admin.write(t.acting.code, await authenticator.usedCode(), dialog);
    await admin.pressButton(t.acting.logIn, dialog);
    await expect(dialog.getByText(t.acting.wrongCode).first()).toBeVisible();
    await looksGood(admin, "a code that was used already");
    await admin.write(t.acting.code, await authenticator.nextCode(), dialog);
    await admin.pressButton(t.acting.logIn, dialog);
    await isInside(admin, user);

    const mail = await mailbox.take(user.email, t.letters.loggedInAs);
    for (const part of [fullName(administrator, language), administrator.loginId, REASON]) {
      expect(mail.text).toContain(part);
    }

    for (const path of ["/", "/admin/users", "/admin/companies", "/admin/roles", "/admin/policy-classes", "/admin/audit", "/admin/mail"]) {
      await page.goto(path);
      await saysAsWhom(admin);
    }
    await page.goto("/admin/users");
    await expect(admin.heading(t.users.manageUsers)).toBeVisible();
    await looksGood(admin, "Manage Users as somebody else");
    await expect(admin.button(t.users.addUser)).toBeHidden();

    // Their own account stays as it is, and what concerns credentials is not even offered.
    await page.goto("/account");
    await expect(page.getByText(t.account.acting)).toBeVisible();
    await expect(page.getByRole("region", { name: t.account.sessions, exact: true }).getByRole("row")).not.toHaveCount(0);
    for (const verb of [t.account.update, t.account.setUp, t.account.endOthers]) {
      await expect(admin.button(verb), verb).toBeHidden();
    }
    await looksGood(admin, "Account management as somebody else");
    // Nor by the palette, which finds what the user may and the way back.
    await lookFor(admin, t.account.changePassword);
    await expect(palette(admin).getByText(t.palette.nothing(t.account.changePassword)).first()).toBeVisible();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(t.acting.goBack);
    await expect(offered(admin, t.palette.actions)).toHaveText(new RegExp(`^${t.acting.goBack}`));
    await page.keyboard.press("Escape");
    await page.goto(userDetail);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    for (const verb of [t.users.edit, t.users.resetTfa, t.users.issueCredentials, t.common.more]) {
      await expect(admin.button(verb), verb).toBeHidden();
    }
    await looksGood(admin, "User Detail of whom one is logged in as");
    const refused = await page.evaluate(async (path) => {
      const answer = await fetch(path, { method: "POST" });
      return { status: answer.status, refusal: ((await answer.json()) as { refusal: string }).refusal };
    }, `/api/v1${new URL(userDetail).pathname.replace("/admin", "")}/password`);
    expect(refused).toEqual({ status: 403, refusal: "acting.not_while_acting" });

    await admin.pressButton(t.acting.goBack, banner(admin));
    await expect(page).toHaveURL(userDetail);
    await expect(actions(admin, user)).toBeVisible();
    await expect(banner(admin)).toBeHidden();

    // It stands in the user's activity.
    await expect(page.getByRole("region", { name: t.users.activity }).getByText(t.acting.started).first()).toBeVisible();
  });

  test(`what was meant for the user is not done as oneself when it has ended (${language})`, async ({ portal, mailbox, invite }) => {
    test.slow();
    const admin = await invite({ language });
    const { page, t } = admin;
    await setUp(admin, portal, operator, administrator);
    const { authenticator } = await enrol(admin, administrator);
    await isInside(admin, administrator);
    await addUser(admin, operator, user, { role: t.roles.companyAdministrator });
    await accept(await invite({ language }), await mailbox.take(user.email, t.letters.invitation), user, operator);
    await openUser(admin, user);
    await chooseMore(admin, user, t.acting.logInAs);
    const dialog = admin.dialog(t.acting.title(user.loginId));
    await admin.write(t.acting.reason, REASON, dialog);
    await admin.write(t.acting.code, await authenticator.nextCode(), dialog);
    await admin.pressButton(t.acting.logIn, dialog);
    await isInside(admin, user);

    // What is done as them names both.
    const exported = await page.evaluate(async () => (await fetch("/api/v1/audit-events/export")).status);
    expect(exported).toBe(200);
    const second = await invite({ language });
    await enterPassword(second, administrator);
    await enterCode(second, authenticator);
    await isInside(second, administrator);
    await openUser(second, user);
    await chooseMore(second, user, t.users.disable);
    await second.pressButton(t.users.disable, second.dialog(t.users.disableUserQuestion(user.loginId)));
    await second.isTold(t.users.disabled(user.loginId));

    // The next press finds out.
    await admin.press(admin.link(t.home.manageUsers, page.getByRole("navigation")));
    await expect(admin.heading(t.acting.overTitle(name))).toBeVisible();
    await expect(page.getByText(t.acting.closed)).toBeVisible();
    await expect(page.getByRole("navigation")).toBeHidden();
    await looksGood(admin, "the end of being somebody else");
    await admin.pressButton(t.acting.goOn);
    await expect(actions(admin, user)).toBeVisible();
    await expect(banner(admin)).toBeHidden();
    await page.goto("/admin/audit");
    const both = page.getByRole("cell", { name: `${user.loginId}, ${t.acting.by(administrator.loginId)}` });
    await expect(both).toBeVisible();
    await looksGood(admin, "an event that names both");
  });
}

function banner({ page, t }: Visitor) {
  return page.getByRole("region", { name: t.acting.banner, exact: true });
}

/** The banner says as whom, until when and why, and leads back. */
async function saysAsWhom(visitor: Visitor): Promise<void> {
  const { t } = visitor;
  const { administrator, user } = casts[t.tag];
  const said = banner(visitor);
  await expect(said).toContainText(t.acting.signedInAs(fullName(administrator, t.tag), fullName(user, t.tag), user.loginId));
  await expect(said).toContainText(t.acting.because(REASON));
  await expect(visitor.button(t.acting.goBack, said)).toBeVisible();
}

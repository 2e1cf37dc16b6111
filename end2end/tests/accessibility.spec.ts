// Every page, in every language, light and dark: no violation that axe can find, and no sideways scrolling.

import { administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { choosePassword, clickHereToContinue, findsDeadLink, openInvitation } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { enterCode, enterPassword, scan, signOut } from "../acts/sign_in.ts";
import { actions, addUser, openUser } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";

for (const language of languages) {
  const { operator, administrator, user } = casts[language];

  test(`the pages before the first administrator look good to everybody (${language})`, async ({ portal, invite }) => {
    const visitor = await invite({ language });
    const { page, t } = visitor;

    await page.goto("/sign-in");
    await expect(visitor.heading(t.setUp.first)).toBeVisible();
    await looksGood(visitor, "not set up yet");

    await page.goto(await portal.setUpLink());
    await visitor.pressButton(t.setUp.submit);
    await expect(page.getByRole("alert")).toBeVisible();
    await looksGood(visitor, "set-up with everything missing");

    await setUp(visitor, portal, operator, administrator);
    await visitor.press(page.getByText(t.signIn.cannotScan));
    await looksGood(visitor, "the offer of an authenticator");
  });

  test(`the steps of getting in look good to everybody (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    await addUser(admin, operator, user, { otp: true });
    const invitation = await mailbox.take(user.email, admin.t.letters.invitation);

    const visitor = await invite({ language });
    const { page, t } = visitor;
    await openInvitation(visitor, invitation, user, operator);
    await looksGood(visitor, "an invitation");

    await clickHereToContinue(visitor);
    const authenticator = await scan(visitor, user);
    await visitor.write(t.signIn.code, "12");
    await visitor.pressButton(t.common.submit);
    await looksGood(visitor, "setting up an authenticator, with a wrong code");

    await enterCode(visitor, authenticator);
    await expect(visitor.heading(t.signIn.keepTitle)).toBeVisible();
    await looksGood(visitor, "the recovery codes");

    await visitor.pressButton(t.signIn.kept);
    await expect(visitor.heading(t.signIn.newPasswordTitle)).toBeVisible();
    await visitor.write(t.signIn.newPassword, "password");
    await looksGood(visitor, "choosing a password");

    await choosePassword(visitor, user);
    await expect(page.getByRole("navigation").first()).toBeVisible();
    await looksGood(visitor, "home of somebody who may open nothing");

    await signOut(visitor, user);
    await looksGood(visitor, "sign-in");
    await visitor.pressButton(t.signIn.signIn);
    await looksGood(visitor, "sign-in with everything missing");

    await enterPassword(visitor, user);
    await expect(visitor.heading(t.signIn.codeTitle)).toBeVisible();
    await looksGood(visitor, "asking for a code");
    await visitor.pressButton(t.signIn.useRecovery);
    await looksGood(visitor, "asking for a recovery code");

    await page.goto("/forgotten-password");
    await expect(visitor.button(t.signIn.sendLink)).toBeVisible();
    await looksGood(visitor, "forgotten password");
    await visitor.write(t.signIn.loginId, user.loginId);
    await visitor.pressButton(t.signIn.sendLink);
    await expect(visitor.heading(t.signIn.lookAtYourMail)).toBeVisible();
    await looksGood(visitor, "forgotten password, sent");

    await findsDeadLink(visitor, invitation, t.link.used);
    await looksGood(visitor, "a dead link");
    await page.goto("/nowhere");
    await expect(visitor.heading(t.shell.notFound)).toBeVisible();
    await looksGood(visitor, "no such page");
  });

  test(`the pages inside look good to everybody (${language})`, async ({ portal, invite }) => {
    const visitor = await demoAdministratorComes(portal, invite, { language }, 24);
    const { page, t } = visitor;
    await expect(page.locator(".skeleton, .skeleton-row")).toHaveCount(0);
    await looksGood(visitor, "home");

    for (const [address, name] of [
      ["/admin/users", t.home.manageUsers],
      ["/admin/users?status=deleted", t.home.manageUsers],
      ["/admin/users?q=nobody-is-called-this", t.home.manageUsers],
      ["/admin/users/import", t.imports.title],
      ["/admin/companies", t.home.companies],
      ["/admin/policy-classes", t.policies.title],
      ["/admin/roles", t.roles.roles],
      ["/admin/roles?q=nothing-is-called-this", t.roles.roles],
      ["/admin/roles/3", t.roles.helpDesk],
      ["/admin/audit", t.home.audit],
      ["/admin/mail", t.home.mail],
      ["/account", t.account.title],
    ] as const) {
      await page.goto(address);
      await expect(visitor.heading(name)).toBeVisible();
      await expect(page.locator(".skeleton, .skeleton-row")).toHaveCount(0);
      await looksGood(visitor, address);
    }
  });

  test(`the pages of jobs look good to everybody (${language})`, async ({ portal, invite }) => {
    const admin = await demoAdministratorComes(portal, invite, { language }, 24);
    const { page, t } = admin;
    await page.goto("/admin/jobs");
    await expect(admin.heading(t.jobs.jobs)).toBeVisible();
    await expect(page.locator(".skeleton, .skeleton-row")).toHaveCount(0);
    await looksGood(admin, "Jobs before there is one");

    await page.goto("/admin/users?size=20");
    await page.getByRole("checkbox", { name: t.jobs.selectPage }).check();
    await admin.pressButton(t.jobs.doWithThem);
    await admin.press(page.getByRole("menuitem", { name: t.jobs.enableTfa, exact: true }));
    await expect(page.getByText(t.jobs.ready)).toBeVisible();
    await expect(page.getByRole("rowheader")).not.toHaveCount(0);
    await looksGood(admin, "a job to be started");
    await admin.pressButton(t.jobs.cancelJob);
    await expect(page.locator(".job-facts").getByText(t.jobs.cancelled)).toBeVisible();
    await looksGood(admin, "a job that was cancelled");

    await page.goto("/admin/jobs");
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await looksGood(admin, "Jobs");
    await page.goto("/admin/jobs/4711");
    await expect(page.getByRole("alert")).toBeVisible();
    await looksGood(admin, "a job that is not there");
  });

  test(`User Detail and the dialogs look good to everybody (${language})`, async ({ portal, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    const { page, t } = admin;
    await addUser(admin, operator, user, { otp: true });
    await openUser(admin, user);
    await expect(page.locator(".skeleton")).toHaveCount(0);
    await looksGood(admin, "User Detail");
    await admin.pressButton(t.common.more, actions(admin, user));
    await expect(page.getByRole("menuitem", { name: t.users.generate, exact: true })).toBeVisible();
    await looksGood(admin, "More that can be done with a user");
    await page.keyboard.press("Escape");

    for (const [verb, dialog] of [
      [t.users.edit, t.users.editUser],
      [t.users.resetTfa, t.users.resetQuestion(user.loginId)],
      [t.users.issueCredentials, t.users.issueQuestion(user.loginId)],
      [t.users.delete, t.users.deleteQuestion(user.loginId)],
    ] as const) {
      await admin.pressButton(verb, actions(admin, user));
      await expect(admin.dialog(dialog)).toBeVisible();
      await expect(page.locator("dialog .skeleton")).toHaveCount(0);
      await looksGood(admin, dialog);
      await page.keyboard.press("Escape");
      await expect(admin.dialog(dialog)).toBeHidden();
    }

    await admin.pressButton(t.roles.editAccess);
    await expect(admin.dialog(t.roles.editAccess).getByRole("table")).toBeVisible();
    await looksGood(admin, "Edit access");
    await page.keyboard.press("Escape");

    await page.goto("/admin/roles");
    await admin.pressButton(t.roles.create);
    const role = admin.dialog(t.roles.create);
    await expect(role.getByRole("table")).toBeVisible();
    await admin.pressButton(t.roles.create, role);
    await expect(role.getByRole("alert")).toBeVisible();
    await looksGood(admin, "Create role with everything missing");

    await page.goto("/admin/users");
    await admin.pressButton(t.users.addUser);
    const add = admin.dialog(t.users.addUser);
    await admin.pressButton(t.users.issueCredentials, add);
    await expect(add.getByRole("alert")).toBeVisible();
    await looksGood(admin, "Add User with everything missing");

    await page.goto("/admin/companies");
    await admin.pressButton(t.companies.create);
    await expect(admin.dialog(t.companies.create)).toBeVisible();
    await looksGood(admin, "Create company");
  });
}

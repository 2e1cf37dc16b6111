// Manage Users and User Detail, beyond the story.

import { administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { accept, findsDeadLink, openInvitation } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { isSignedOut, signIn } from "../acts/sign_in.ts";
import { actions, addUser, chooseMore, deleteUser, goToManageUsers, issueCredentials, openUser, userLink, userRow } from "../acts/users.ts";
import { expect, test } from "../fixtures/test.ts";

const { operator, administrator, user } = casts.en;

test("search, sort and filter stand in the address, survive a reload, and go back by Back", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite);
  const { page, t } = admin;
  await page.goto("/admin/users");
  const search = page.getByRole("searchbox", { name: t.users.search });
  await search.fill("aoi");
  await expect(page).toHaveURL(/[?&]q=aoi/);
  const logins = page.getByRole("rowheader").getByRole("link");
  await expect(logins.filter({ hasNotText: "aoi" })).toHaveCount(0);
  const found = await logins.allTextContents();
  expect(found.length).toBeGreaterThan(1);

  await page.getByRole("columnheader").getByRole("button", { name: "User name" }).click();
  await expect(page).toHaveURL(/[?&]down=/);
  await expect(logins).toHaveText([...found].reverse());
  await page.reload();
  await expect(search).toHaveValue("aoi");
  await expect(logins).toHaveText([...found].reverse());
  await page.goBack();
  await expect(logins).toHaveText(found);

  await search.fill("nobody is called this");
  await expect(page.getByText(t.users.nothingMatches)).toBeVisible();
  await admin.press(page.getByRole("main").getByRole("button", { name: t.common.clearFilters }).last());
  await expect(logins).toHaveCount(50);
});

test("a user's page of the list is left and come back to", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite);
  const { page } = admin;
  await page.goto("/admin/users");
  const logins = page.getByRole("rowheader").getByRole("link");
  await expect(logins).toHaveCount(50);
  const first = await logins.allTextContents();
  await admin.pressButton("Next page");
  await expect(page.getByText("51–100 of 120")).toBeVisible();
  await admin.pressButton("Next page");
  await expect(page.getByText("101–120 of 120")).toBeVisible();
  await expect(logins).toHaveCount(20);
  await admin.pressButton("Previous page");
  // What is pressed while a page is under way asks for that page again.
  await expect(page.getByText("51–100 of 120")).toBeVisible();
  await admin.pressButton("Previous page");
  await expect(logins).toHaveText(first);
});

test("what is wrong with a new user is told beside the field, and what was typed stays", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await page.goto("/admin/users");
  await admin.pressButton(t.users.addUser);
  const dialog = admin.dialog(t.users.addUser);
  await admin.write(t.signIn.loginId, administrator.loginId, dialog);
  await admin.write(t.signIn.email, "not an address", dialog);
  await admin.write(t.signIn.firstName, "Hana", dialog);
  await admin.write(t.signIn.lastName, "Sato", dialog);
  await admin.pressButton(t.users.issueCredentials, dialog);
  await expect(dialog.getByRole("alert")).toBeFocused();
  await admin.press(dialog.getByRole("alert").getByRole("link").first());
  await expect(admin.field(t.signIn.email, dialog)).toBeFocused();
  await admin.write(t.signIn.email, user.email, dialog);
  await admin.pressButton(t.users.issueCredentials, dialog);
  await expect(dialog.getByText("This login ID is taken.").first()).toBeVisible();
  await expect(admin.field(t.signIn.firstName, dialog)).toHaveValue("Hana");

  // Esc asks before it throws away what was typed.
  await page.keyboard.press("Escape");
  const question = admin.dialog(t.users.unsavedTitle);
  await expect(admin.button(t.common.keepEditing, question)).toBeFocused();
  await admin.pressButton(t.common.discard, question);
  await expect(dialog).toBeHidden();
  await expect(admin.button(t.users.addUser)).toBeFocused();
});

test("of two who edit the same user, the second is shown what the first has changed", async ({ portal, invite }) => {
  const one = await administratorComes(portal, invite);
  const { t } = one;
  await addUser(one, operator, user);
  await openUser(one, user);
  const other = await invite();
  await signIn(other, administrator);
  await openUser(other, user);

  await one.pressButton(t.users.edit, actions(one, user));
  await other.pressButton(t.users.edit, actions(other, user));
  const [first, second] = [one.dialog(t.users.editUser), other.dialog(t.users.editUser)];
  await one.write(t.signIn.lastName, "Suzuki", first);
  await other.write(t.signIn.lastName, "Tanaka", second);
  await one.pressButton(t.users.save, first);
  await one.isTold(t.users.saved(user.loginId));
  await other.pressButton(t.users.save, second);
  await expect(second.getByText(t.users.staleTitle)).toBeVisible();
  await expect(second.getByText("Suzuki").first()).toBeVisible();
  await other.pressButton(t.users.save, second);
  await other.isTold(t.users.saved(user.loginId));
  await one.page.reload();
  await expect(one.heading("Hana Tanaka")).toBeVisible();
});

test("who is deleted can be restored from the bin, and comes back in", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user);
  const person = await invite();
  await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await openUser(admin, user);
  await deleteUser(admin, user);
  await isSignedOut(person);

  await page.goto("/admin/users?status=deleted");
  await admin.pressButton(t.users.restoreOf(user.loginId), userRow(admin, user));
  await admin.isTold(t.users.restored(user.loginId));
  await expect(userLink(admin, user)).toHaveCount(0);
  await signIn(person, user);
});

test("ending all sessions signs somebody out without keeping them out", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user);
  const person = await invite();
  await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await openUser(admin, user);
  await admin.pressButton(t.users.endAll);
  await admin.pressButton(t.users.endAll, admin.dialog(t.users.endAllOf(user.loginId)));
  await expect(page.getByText("1 session ended").first()).toBeVisible();
  await isSignedOut(person);
  await signIn(person, user);
});

test("who stands before a dead link asks for a new one, and those who can issue it are told", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await addUser(admin, operator, user);
  const older = await mailbox.take(user.email, t.letters.invitation);
  await openUser(admin, user);
  await issueCredentials(admin, user);
  const person = await invite();
  await findsDeadLink(person, older, t.link.voided);
  await person.pressButton(t.link.ask);
  await expect(person.page.getByText(t.link.asked)).toBeVisible();
  const told = await mailbox.take(administrator.email, `${user.loginId} asks for a new link`);
  expect(told.text).toMatch(/\/admin\/users\/\d+/);
  await mailbox.take(user.email, t.letters.invitation);
  await issueCredentials(admin, user);
  await openInvitation(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
});

test("who is disabled cannot sign in until they are enabled", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await addUser(admin, operator, user);
  const person = await invite();
  await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await openUser(admin, user);
  await chooseMore(admin, user, "Disable");
  const question = admin.dialog(`Disable ${user.loginId}?`);
  await expect(admin.button(t.common.cancel, question)).toBeFocused();
  await admin.pressButton("Disable", question);
  await admin.isTold(`${user.loginId} is disabled`);
  await expect(admin.button(t.common.more, actions(admin, user))).toBeFocused();
  await isSignedOut(person);
  await person.write(t.signIn.loginId, user.loginId);
  await person.write(t.signIn.password, user.password);
  await person.pressButton(t.signIn.signIn);
  await expect(person.page.getByText(t.signIn.wrong)).toBeVisible();
  await chooseMore(admin, user, "Enable");
  await admin.isTold(`${user.loginId} is enabled`);
  await signIn(person, user);
});

test("nobody is offered to weaken or close their own account", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await goToManageUsers(admin);
  await expect(admin.button(`Edit ${administrator.loginId}`)).toBeAttached();
  await expect(admin.button(t.users.deleteOf(administrator.loginId))).toHaveCount(0);

  await openUser(admin, administrator);
  await expect(page.getByText("This is your own account.")).toBeVisible();
  const own = actions(admin, administrator);
  await expect(admin.button(t.users.edit, own)).toBeVisible();
  for (const refused of [t.users.disableTfa, t.users.resetTfa, t.common.more, t.users.delete]) {
    await expect(admin.button(refused, own), refused).toHaveCount(0);
  }
  await admin.pressButton(t.users.edit, own);
  const dialog = admin.dialog(t.users.editUser);
  await expect(admin.field(t.signIn.firstName, dialog)).toBeVisible();
  await expect(admin.field("Company", dialog)).toHaveCount(0);
});

test("before somebody is deleted, everybody who goes along can be looked at", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user, { role: t.roles.companyAdministrator });
  const person = await invite();
  await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);
  const added = { ...user, loginId: "ken.tanaka", email: "ken.tanaka@lantern.example" };
  await addUser(person, operator, added);

  await openUser(admin, user);
  await admin.pressButton(t.users.delete, actions(admin, user));
  const dialog = admin.dialog(t.users.deleteQuestion(user.loginId));
  await expect(admin.button(`Delete ${user.loginId} and 1 sub-user`, dialog)).toBeVisible();
  await admin.press(admin.link("See all 1 in Manage Users", dialog));
  await expect(page).toHaveURL(/[?&]parent=\d+/);
  await expect(page.getByRole("rowheader")).toHaveText([added.loginId]);
  await admin.pressButton(`Remove filter: sub-users of ${user.loginId}`);
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

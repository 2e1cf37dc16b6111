// Roles of one's own, and what one user may do: made, given, explained, taken back.

import { administratorComes } from "../acts/administrator.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { copyRole, editAccess, openRole } from "../acts/roles.ts";
import { signIn, signOut } from "../acts/sign_in.ts";
import { addUser, openUser } from "../acts/users.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";

const { operator, user } = casts.en;

for (const keyboardOnly of [false, true]) {
  test(`a copied role opens what it allows to who has it${keyboardOnly ? ", made with the keyboard alone" : ""}`, async ({
    portal,
    mailbox,
    invite,
  }) => {
    const admin = await administratorComes(portal, invite, { keyboardOnly });
    const { page, t } = admin;
    await openRole(admin, t.roles.helpDesk);
    await copyRole(admin, "Night desk", { [t.roles.seeAudit]: true, [t.roles.endSessions]: false });
    await addUser(admin, operator, user, { role: "Night desk" });

    const visitor = await invite();
    await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);
    const places = visitor.page.getByRole("navigation").first();
    await expect(visitor.link(t.home.audit, places)).toBeVisible();
    await expect(visitor.link(t.home.manageUsers, places)).toBeVisible();
    await expect(visitor.link(t.home.mail, places)).toHaveCount(0);

    // The role changes, and what it means is told before.
    await openRole(admin, "Night desk");
    await expect(admin.link(user.loginId, page.getByRole("table"))).toBeVisible();
    await admin.pressButton(t.roles.edit);
    const dialog = admin.dialog(t.roles.edit);
    await admin.hands.tick(admin.field(t.roles.cell(t.roles.seeAudit, "WEB"), dialog), false);
    await admin.hands.tick(admin.field(t.roles.cell(t.roles.seeMail, "WEB"), dialog), true);
    await expect(dialog.getByRole("status").getByText("+1 −1")).toBeVisible();
    await admin.pressButton(t.roles.next, dialog);
    await expect(dialog.getByText("It changes at once for 1 of the 1 users who have this role:")).toBeVisible();
    await expect(dialog.getByText(user.loginId)).toBeVisible();
    await admin.pressButton(t.roles.save, dialog);
    await admin.isTold(t.roles.saved("Night desk"));
    await signOut(visitor, user);
    await signIn(visitor, user);
    await expect(visitor.link(t.home.mail, places)).toBeVisible();
    await expect(visitor.link(t.home.audit, places)).toHaveCount(0);

    // It goes only with those who were shown.
    await admin.pressButton(t.roles.delete);
    const question = admin.dialog(t.roles.deleteTitle("Night desk"));
    await expect(question.getByText(user.loginId)).toBeVisible();
    await admin.pressButton(t.roles.deleteOf("Night desk"), question);
    await admin.isTold(t.roles.deleted("Night desk"));
    await expect(admin.heading(t.roles.roles)).toBeVisible();
    await visitor.page.reload();
    await expect(visitor.link(t.home.manageUsers, places)).toHaveCount(0);
  });
}

test("one user is given a single permission, and the matrix says why they have it", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user, { role: t.roles.helpDesk });
  const visitor = await invite();
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);
  const places = visitor.page.getByRole("navigation").first();
  await expect(visitor.link(t.home.mail, places)).toHaveCount(0);

  const dialog = await editAccess(admin, user);
  await admin.hands.tick(admin.field(t.roles.cell(t.roles.seeMail, "WEB"), dialog), true);
  await admin.hands.tick(admin.field(t.roles.cell(t.roles.seeMail, "API"), dialog), true);
  await expect(dialog.getByRole("status").getByText("+2 −0")).toBeVisible();
  await admin.pressButton(t.roles.save, dialog);
  await admin.isTold(t.roles.accessSaved(user.loginId));

  const why = admin.button(t.roles.byItself(t.roles.seeMail, "WEB"));
  const answer = page.getByText(t.roles.givenIndividually).filter({ visible: true });
  await admin.press(why);
  await expect(answer).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(answer).toHaveCount(0);
  await admin.press(admin.button(t.roles.byRole(t.roles.seeUsers, "API")));
  await expect(page.getByText("By the role Help desk").filter({ visible: true })).toHaveCount(1);
  await looksGood(admin, "User Detail, asked why");

  await visitor.page.reload();
  await expect(visitor.link(t.home.mail, places)).toBeVisible();
});

test("who cannot give a permission sees why, and nobody edits their own access", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  const second = { ...user, loginId: "ken.tanaka", email: "ken.tanaka@lantern.example" };
  await addUser(admin, operator, user, { role: t.roles.companyAdministrator });
  await addUser(admin, operator, second, { role: t.roles.helpDesk });
  const visitor = await invite({ viewport: { width: 390, height: 844 } });
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);

  await visitor.page.goto("/admin/users");
  await visitor.press(visitor.link(second.loginId));
  await visitor.pressButton(t.roles.editAccess);
  const dialog = visitor.dialog(t.roles.editAccess);
  const barred = dialog.getByRole("checkbox", { name: "Run the installation, WEB (you do not hold it yourself)" });
  await expect(barred).toBeDisabled();
  await visitor.page.keyboard.press("Escape");

  await visitor.page.goto("/admin/users");
  await visitor.press(visitor.link(user.loginId));
  await expect(visitor.heading("Hana Sato")).toBeVisible();
  await expect(visitor.button(t.roles.editAccess)).toHaveCount(0);
  await openUser(admin, second);
});

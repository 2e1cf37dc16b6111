// Choosing the company in a form: among few by the arrows, among very many by typing a name.

import { administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { createCompany } from "../acts/companies.ts";
import { casts } from "../acts/people.ts";
import { actions, addUser, goToManageUsers, openUser, userRow } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const { operator, reseller, customer, user } = casts.en;

/** What is offered at the moment. */
function offered({ page }: Visitor) {
  return page.getByRole("listbox").getByRole("option");
}

/** A reseller with a customer, and somebody else's company beside them. */
async function companiesOf(admin: Visitor) {
  const { t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
  await createCompany(admin, { name: "Somebody Else's", kind: t.companies.customer, under: operator });
}

test("the company of a new user is chosen with nothing but the keys", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite, { keyboardOnly: true });
  const { page, t } = admin;
  await companiesOf(admin);
  await goToManageUsers(admin);
  await admin.pressButton(t.users.addUser);
  const dialog = admin.dialog(t.users.addUser);
  const company = dialog.getByRole("combobox", { name: t.users.company, exact: true });
  await admin.write(t.signIn.loginId, user.loginId, dialog);
  await admin.write(t.signIn.email, user.email, dialog);
  await admin.write(t.signIn.firstName, user.firstName, dialog);
  await admin.write(t.signIn.lastName, user.lastName, dialog);
  await page.keyboard.press("Tab");
  await expect(company).toBeFocused();
  await expect(company).toHaveValue(operator);
  await expect(company).toHaveAttribute("aria-required", "true");

  // The whole tree, beginning at what is chosen; Esc and Tab leave that as it is.
  await page.keyboard.press("ArrowDown");
  await expect(offered(admin)).toHaveText([operator, `${operator} / ${reseller}`, `${operator} / ${reseller} / ${customer}`, `${operator} / Somebody Else's`]);
  await expect(offered(admin).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(offered(admin)).toHaveCount(0);
  await expect(company).toHaveValue(operator);
  await page.keyboard.type("nothing is called so");
  await expect(dialog.getByText(t.companies.none).first()).toBeVisible();
  // Enter in an open list is not meant for the form.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(admin.field(t.users.expirationDate, dialog)).toBeFocused();
  await expect(company).toHaveValue(operator);

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("lantern");
  await expect(offered(admin)).toHaveCount(3);
  await expect(offered(admin).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(company).toHaveValue(customer);
  await expect(company).toBeFocused();
  await expect(dialog).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await admin.isTold(t.users.invitationQueued(user.email));
  await expect(userRow(admin, user).getByRole("cell", { name: customer, exact: true })).toBeVisible();
});

for (const keyboardOnly of [false, true]) {
  test(`related companies are added and taken away ${keyboardOnly ? "with the keys alone" : "with a mouse"}`, async ({ portal, invite }) => {
    const admin = await administratorComes(portal, invite, { keyboardOnly });
    const { page, t } = admin;
    await companiesOf(admin);
    await addUser(admin, operator, user);
    await openUser(admin, user);
    const edit = async () => {
      await admin.pressButton(t.users.edit, actions(admin, user));
      const dialog = admin.dialog(t.users.editUser);
      const related = dialog.getByRole("combobox", { name: t.users.relatedCompanies });
      await expect(related).toBeVisible();
      return { dialog, related, chosen: dialog.getByRole("listitem") };
    };
    const first = await edit();
    await expect(first.chosen).toHaveCount(0);
    for (const name of [customer, "Somebody Else's"]) {
      await admin.hands.find(first.related, name);
      await expect(first.related).toHaveValue("");
      await expect(first.related).toBeFocused();
    }
    await expect(first.chosen).toHaveText([customer, "Somebody Else's"]);
    // What is chosen already, and the user's own company, is not offered again.
    await page.keyboard.press("ArrowDown");
    await expect(offered(admin)).toHaveText([`${operator} / ${reseller}`]);
    await page.keyboard.press("Escape");
    await admin.pressButton(t.users.save, first.dialog);
    await admin.isTold(t.users.saved(user.loginId));
    await expect(first.dialog).toBeHidden();

    const second = await edit();
    await expect(second.chosen).toHaveCount(2);
    await admin.pressButton(t.companies.remove(customer), second.dialog);
    await expect(second.related).toBeFocused();
    await expect(second.chosen).toHaveText(["Somebody Else's"]);
    await admin.pressButton(t.users.save, second.dialog);
    await expect(second.dialog).toBeHidden();
    await page.reload();
    const third = await edit();
    await expect(third.chosen).toHaveText(["Somebody Else's"]);
  });
}

test("a company is moved only to where it may stand, and never inside itself", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await companiesOf(admin);
  await admin.pressButton(t.companies.moveOf(reseller));
  const dialog = admin.dialog(t.companies.moveOf(reseller));
  const under = dialog.getByRole("combobox", { name: t.companies.under });
  await expect(under).toHaveValue(operator);
  await under.click();
  await expect(offered(admin)).toHaveText([operator]);
  await under.fill("lantern");
  await expect(dialog.getByText(t.companies.none).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
});

test("where many users are to be moved to must be said, and is looked at before", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await companiesOf(admin);
  await addUser(admin, operator, user);
  await admin.hands.tick(page.getByRole("checkbox", { name: t.jobs.select(user.loginId) }), true);
  await admin.pressButton(t.jobs.doWithThem);
  await admin.press(page.getByRole("menuitem", { name: "Move to company", exact: true }));
  const dialog = page.getByRole("dialog");
  const company = dialog.getByRole("combobox", { name: t.users.company });
  await admin.pressButton(t.jobs.preview, dialog);
  await admin.press(dialog.getByRole("alert").getByRole("link", { name: "Company: Fill in this field." }));
  await expect(company).toBeFocused();
  await admin.hands.find(company, customer);
  await admin.pressButton(t.jobs.preview, dialog);
  await expect(admin.heading(`Move to company: ${customer}`)).toBeVisible();
});

test("a company that was deleted meanwhile is the field's problem, and the summary leads to it", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await companiesOf(admin);
  await page.goto("/admin/roles");
  await admin.pressButton(t.roles.create);
  const dialog = admin.dialog(t.roles.create);
  await admin.write(t.roles.name, "Front desk", dialog);
  await admin.hands.find(admin.field(t.roles.belongsTo, dialog), customer);
  const other = await page.context().newPage();
  await other.goto("/admin/companies");
  await other.getByRole("button", { name: t.companies.deleteOf(customer) }).click();
  await other.getByRole("dialog").getByRole("button", { name: t.companies.deleteOf(customer) }).click();
  await expect(other.getByRole("rowheader", { name: customer })).toHaveCount(0);

  await admin.pressButton(t.roles.create, dialog);
  const belongsTo = dialog.getByRole("combobox", { name: t.roles.belongsTo });
  await expect(belongsTo).toHaveAttribute("aria-invalid", "true");
  await expect(belongsTo).toHaveAccessibleDescription(/^There is no such thing here\./);
  await admin.press(dialog.getByRole("alert").getByRole("link"));
  await expect(belongsTo).toBeFocused();
  await expect(belongsTo).toHaveValue(customer);
});

test("of more companies than a tree can show, any can be chosen", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite, {}, 24, 6000);
  const { page, t } = admin;
  await page.goto("/admin/roles");
  await admin.pressButton(t.roles.create);
  const dialog = admin.dialog(t.roles.create);
  const belongsTo = dialog.getByRole("combobox", { name: t.roles.belongsTo });
  await belongsTo.click();
  await expect(offered(admin)).toHaveCount(100);
  await expect(dialog.getByText("There are more companies than are shown.").first()).toBeVisible();
  for (const number of ["4999", "5998"]) {
    await belongsTo.fill(number);
    const found = offered(admin).filter({ hasText: new RegExp(`${number}$`) });
    await expect(found).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(belongsTo).toHaveValue(new RegExp(`${number}$`));
  }
});

for (const language of languages) {
  test(`the choice of a company looks good to everybody (${language})`, async ({ portal, invite }) => {
    const admin = await demoAdministratorComes(portal, invite, { language }, 24);
    const { page, t } = admin;
    await page.goto("/admin/users");
    await admin.pressButton(t.users.addUser);
    const dialog = admin.dialog(t.users.addUser);
    const company = dialog.getByRole("combobox", { name: t.users.company, exact: true });
    await company.click();
    await expect(offered(admin)).toHaveCount(12);
    await looksGood(admin, "the companies to choose from");
    await company.fill("xyz");
    await expect(dialog.getByText(t.companies.none).first()).toBeVisible();
    await looksGood(admin, "no company of that name");
    await page.keyboard.press("Escape");
    const related = dialog.getByRole("combobox", { name: t.users.relatedCompanies });
    for (const count of [1, 2, 3]) {
      await related.click();
      await offered(admin).nth(count).click();
      await expect(dialog.getByRole("listitem")).toHaveCount(count);
    }
    await looksGood(admin, "three related companies");
  });
}

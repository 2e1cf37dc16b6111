// The company tree: it grows, changes, and keeps companies apart.

import { administratorComes } from "../acts/administrator.ts";
import { companyInTree, createCompany } from "../acts/companies.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { addUser, goToManageUsers, userLink } from "../acts/users.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const { operator, reseller, customer, user } = casts.en;

function row(visitor: Visitor, company: string) {
  return visitor.page.getByRole("row").filter({ has: visitor.page.getByRole("rowheader", { name: company }) });
}

test("a company is created, renamed, moved and deleted", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: operator });

  await admin.pressButton(t.companies.renameOf(customer), row(admin, customer));
  const rename = admin.dialog(t.companies.renameOf(customer));
  await admin.write(t.companies.name, "Lantern Bakery", rename);
  await admin.pressButton(t.companies.rename, rename);
  await admin.isTold("Renamed to Lantern Bakery");

  await admin.pressButton(t.companies.moveOf("Lantern Bakery"), row(admin, "Lantern Bakery"));
  const move = admin.dialog(t.companies.moveOf("Lantern Bakery"));
  await admin.hands.find(admin.field(t.companies.under, move), reseller);
  await admin.pressButton(t.companies.move, move);
  await expect(page.getByRole("rowheader", { name: `${operator} / ${reseller} / Lantern Bakery` })).toBeVisible();

  // What is not empty stays, and says what is in it.
  await admin.pressButton(t.companies.deleteOf(reseller), row(admin, reseller).first());
  const refused = admin.dialog(t.companies.deleteTitle(reseller));
  await admin.pressButton(t.companies.deleteOf(reseller), refused);
  await expect(refused.getByText(/0 users .* 1 subsidiary\./)).toBeVisible();
  await page.keyboard.press("Escape");

  await admin.pressButton(t.companies.deleteOf("Lantern Bakery"), row(admin, "Lantern Bakery"));
  await admin.pressButton(t.companies.deleteOf("Lantern Bakery"), admin.dialog(t.companies.deleteTitle("Lantern Bakery")));
  await admin.isTold("Lantern Bakery was deleted");
  await expect(row(admin, "Lantern Bakery")).toHaveCount(0);
});

test("the same name cannot stand twice in one place, and what was typed stays", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await admin.pressButton(t.companies.create);
  const dialog = admin.dialog(t.companies.create);
  await admin.write(t.companies.name, reseller, dialog);
  await admin.pressButton(t.companies.create, dialog);
  await expect(dialog.getByText("A company of this name is there already.").first()).toBeVisible();
  await expect(admin.field(t.companies.name, dialog)).toHaveValue(reseller);
});

test("an administrator of a reseller sees their own branch, and nothing beside it", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
  await createCompany(admin, { name: "Somebody Else's", kind: t.companies.customer, under: operator });
  await addUser(admin, reseller, user, { role: t.roles.companyAdministrator });

  const visitor = await invite();
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, reseller);
  await goToManageUsers(visitor);
  await expect(companyInTree(visitor, reseller)).toBeVisible();
  await expect(companyInTree(visitor, customer)).toBeVisible();
  await expect(visitor.page.getByRole("treeitem")).toHaveCount(2);
  await expect(userLink(visitor, user)).toBeVisible();
  await expect(userLink(visitor, casts.en.administrator)).toHaveCount(0);
  // Of somebody outside there is no page either, whatever their number.
  await visitor.page.goto("/admin/users/1");
  await expect(visitor.page.getByRole("alert")).toBeVisible();
  await expect(visitor.page.getByText(casts.en.administrator.loginId)).toHaveCount(0);
});

test("where there is no room for the tree, a company is found by typing its name", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/admin/users");
  const finder = page.getByRole("combobox", { name: "Company", exact: true });
  await expect(finder).toHaveValue(t.users.allCompanies);

  await finder.fill("lantern");
  const found = page.getByRole("option", { name: `${operator} / ${reseller} / ${customer}` });
  await expect(found).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "3 choices." })).toBeAttached();
  // What was looked for is marked, not what stands above it.
  await expect(found).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: t.users.usersOf(customer) })).toBeVisible();
  await expect(finder).toHaveValue(customer);

  // Esc leaves everything as it is.
  await finder.fill("nothing is called so");
  await expect(page.getByText("No company of that name.").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(finder).toHaveValue(customer);
});

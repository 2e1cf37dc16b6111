// One action on many users: selecting them, the preview, the start, the progress, and what became of each.

import { administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { createCompany } from "../acts/companies.ts";
import { download } from "../acts/import.ts";
import { casts } from "../acts/people.ts";
import { createRole } from "../acts/roles.ts";
import { addUser, userRow } from "../acts/users.ts";
import { readTable } from "../fixtures/csv.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** The box of a row, by its place on the page. */
function box({ page }: Visitor, row: number) {
  return page.locator("tbody input[type=checkbox]").nth(row);
}

/** Chooses something from the menu of the bar. */
async function choose(visitor: Visitor, action: string): Promise<void> {
  await visitor.pressButton(visitor.t.jobs.doWithThem);
  await visitor.page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** The tile that counts an outcome. */
function tile({ page }: Visitor, outcome: string) {
  return page.locator(".job-count", { hasText: outcome }).locator(".job-count-number");
}

for (const language of ["en", "ja"] as const) {
  test(`all that match are previewed, started, and told of row by row (${language})`, async ({ portal, invite }) => {
    const admin = await demoAdministratorComes(portal, invite, { language }, 60);
    const { page, t } = admin;
    await page.goto("/admin/users?size=20");
    await box(admin, 0).check();
    await expect(page.getByText(t.jobs.selected(1))).toBeVisible();
    await box(admin, 4).click({ modifiers: ["Shift"] });
    await expect(page.getByText(t.jobs.selected(5))).toBeVisible();
    await looksGood(admin, "Manage Users with a selection");
    await page.getByRole("checkbox", { name: t.jobs.selectPage }).check();
    await expect(page.getByText(t.jobs.selected(20))).toBeVisible();
    await page.getByRole("button", { name: t.jobs.selectAll }).click();
    await expect(page.getByText(t.jobs.allSelected)).toBeVisible();

    await choose(admin, t.jobs.disable);
    await expect(page).toHaveURL(/\/admin\/jobs\/\d+$/);
    await expect(page.getByText(t.jobs.ready)).toBeVisible();
    const refused = Number(await tile(admin, t.jobs.refused).innerText());
    expect(refused).toBeGreaterThan(0);
    await looksGood(admin, "the preview of a job");
    await page.getByRole("combobox", { name: t.jobs.outcome }).selectOption({ label: t.jobs.refused });
    await expect(page.getByText(t.jobs.oneself)).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(refused);

    await page.getByRole("button", { name: t.jobs.start }).click();
    const question = page.getByRole("dialog");
    await expect(admin.button(t.common.cancel, question)).toBeFocused();
    await looksGood(admin, "the question before a job starts");
    await question.getByRole("button", { name: t.jobs.start }).click();
    await expect(page.locator(".job-facts").getByText(t.jobs.done, { exact: true })).toBeVisible({ timeout: 20_000 });
    expect(Number(await tile(admin, t.jobs.changed).innerText())).toBeGreaterThan(20);
    await page.goto(page.url().replace(/\?.*/, ""));
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await looksGood(admin, "the results of a job");
    const results = readTable<"outcome">(await download(admin, admin.link(t.jobs.downloadResults)));
    expect(results.filter(({ outcome }) => outcome === "refused")).toHaveLength(refused);

    await page.goto("/admin/jobs");
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await looksGood(admin, "Jobs");
  });
}

test("a date is asked for, and whoever has it already has nothing to do", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite, {}, 30);
  const { page, t } = admin;
  const end = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  for (const [outcome, count] of [
    [t.jobs.changed, "2"],
    [t.jobs.nothingToDo, "2"],
  ] as const) {
    await page.goto("/admin/users?q=a&sort=login_id");
    const other = page.getByRole("row").filter({ has: page.getByRole("link") }).filter({ hasNotText: "admin" });
    await other.nth(0).getByRole("checkbox").check();
    await other.nth(1).getByRole("checkbox").check();
    await choose(admin, t.jobs.setExpiry);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t.jobs.expirationDate).fill(end);
    await looksGood(admin, "asking for the date of a job");
    await admin.pressButton(t.jobs.preview, dialog);
    await expect(page.getByText(t.jobs.ready)).toBeVisible();
    if (outcome === t.jobs.changed) {
      await page.getByRole("button", { name: t.jobs.start }).click();
      await page.getByRole("dialog").getByRole("button", { name: t.jobs.start }).click();
    }
    await expect(tile(admin, outcome)).toHaveText(count);
  }
});

test("a deletion is confirmed by a word, and a job that waits can be cancelled", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite, {}, 30);
  const { page, t } = admin;
  await page.goto("/admin/users?q=a&sort=login_id");
  const other = page.getByRole("row").filter({ has: page.getByRole("link") }).filter({ hasNotText: "admin" });
  // By the keyboard alone.
  await other.nth(0).getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect(page.getByText(t.jobs.selected(1))).toBeVisible();
  await choose(admin, t.jobs.delete);
  await expect(page.getByText(t.jobs.ready)).toBeVisible();
  const preview = page.url();
  await page.getByRole("button", { name: t.jobs.start }).click();
  const question = page.getByRole("dialog");
  const start = question.getByRole("button", { name: t.jobs.start });
  await expect(start).toBeDisabled();
  await question.getByLabel(t.jobs.typeDelete).fill("delete");
  await looksGood(admin, "the question before many are deleted");
  await start.click();
  await expect(tile(admin, t.jobs.changed)).not.toHaveText("0");
  const gone = await page.getByRole("rowheader").first().innerText();
  await page.goto(`/admin/users?q=${gone}`);
  await expect(page.getByRole("rowheader").filter({ hasText: gone })).toHaveCount(0);
  await page.goto(preview);
  await expect(admin.button(t.jobs.cancelJob)).toHaveCount(0);

  await page.goto("/admin/users");
  await box(admin, 3).check();
  await choose(admin, t.jobs.enableTfa);
  await expect(page.getByText(t.jobs.ready)).toBeVisible();
  await admin.pressButton(t.jobs.cancelJob);
  await expect(page.locator(".job-facts").getByText(t.jobs.cancelled)).toBeVisible();
});

test("a role of any company can be given to users of several, and whom it is not for is refused", async ({ portal, invite }) => {
  const { operator, reseller, customer, user } = casts.en;
  const other = { ...user, loginId: "ren.mori", email: "ren.mori@harbour.example", firstName: "Ren", lastName: "Mori" };
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: operator });
  await createRole(admin, "Front desk", reseller, [t.roles.seeUsers]);
  await createRole(admin, "Front desk", customer, [t.roles.seeUsers]);
  await createRole(admin, "Bookkeeper", customer, [t.roles.seeAudit]);
  await addUser(admin, customer, user);
  await addUser(admin, reseller, other);

  const asked = async (action: string) => {
    for (const who of [user, other]) await userRow(admin, who).getByRole("checkbox").check();
    await choose(admin, action);
    return page.getByRole("dialog");
  };
  const dialog = await asked(t.jobs.addRole);
  const role = admin.field(t.jobs.role, dialog);
  const builtIn = ["Operator administrator", t.roles.companyAdministrator, t.roles.helpDesk, "Auditor", "User"];
  const desks = [`Front desk – ${reseller}`, `Front desk – ${customer}`];
  await expect(role.locator("option")).toHaveText([t.jobs.chooseRole, ...builtIn, "Bookkeeper", ...desks]);
  // Nothing is chosen by itself.
  await admin.pressButton(t.jobs.preview, dialog);
  await expect(role).toHaveAttribute("aria-invalid", "true");
  await looksGood(admin, "asking for the role of a job, with none chosen");
  await admin.hands.choose(role, `Front desk – ${customer}`);
  await admin.pressButton(t.jobs.preview, dialog);
  await expect(page.getByText(t.jobs.ready)).toBeVisible();
  await expect(tile(admin, t.jobs.refused)).toHaveText("1");
  await expect(tile(admin, t.jobs.wouldChange)).toHaveText("1");
  await page.getByRole("button", { name: t.jobs.start }).click();
  await expect(tile(admin, t.jobs.changed)).toHaveText("1");

  // What can be taken away is what somebody has; and of one company only its own roles are offered.
  await page.goto("/admin/users");
  const taking = await asked(t.jobs.removeRole);
  await expect(admin.field(t.jobs.role, taking).locator("option")).toHaveText([t.jobs.chooseRole, "Operator administrator", "User", "Front desk"]);
  await page.keyboard.press("Escape");
  await page.getByRole("treeitem", { name: customer }).click();
  await userRow(admin, user).getByRole("checkbox").check();
  await choose(admin, t.jobs.addRole);
  const ofOne = admin.field(t.jobs.role, page.getByRole("dialog")).locator("option");
  await expect(ofOne.filter({ hasText: "Front desk" })).toHaveText(["Front desk"]);
});

// What happened can be read: who did what to whom, once for each thing done.

import { administratorComes } from "../acts/administrator.ts";
import { createCompany } from "../acts/companies.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { addUser, openUser, resetTfa } from "../acts/users.ts";
import { readFile } from "node:fs/promises";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const { operator, reseller, customer, administrator, user } = casts.en;

/** The companies created, as the list tells of them. */
function createdCompanies({ page, t }: Visitor) {
  const created = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: t.audit.createdCompany, exact: true }) });
  return created.locator("td:nth-of-type(3)");
}

/** The companies found, beside what the selects of the page offer. */
function found({ page, t }: Visitor) {
  return page.getByRole("listbox", { name: t.users.company, exact: true }).getByRole("option");
}

/** Opens the filters of which there are too many for one line. The choice of a company among them. */
async function openCompanyChoice(visitor: Visitor) {
  const { page, t } = visitor;
  await visitor.press(visitor.link(t.home.audit, page.getByRole("navigation")));
  await expect(visitor.heading(t.home.audit)).toBeVisible();
  await visitor.pressButton(t.audit.moreFilters);
  return page.getByRole("combobox", { name: t.users.company, exact: true });
}

test("each thing done is one event, with both names and what has changed", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user, { otp: true });
  await openUser(admin, user);
  await resetTfa(admin, user);
  await admin.press(admin.link(t.users.allInAudit));
  await expect(admin.heading(t.home.audit)).toBeVisible();

  for (const what of [t.audit.addedUser, t.audit.resetTfa, "Issued credentials"]) {
    const event = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: what, exact: true }) });
    await expect(event).toHaveCount(1);
    await expect(event.getByRole("link", { name: administrator.loginId })).toBeVisible();
    await expect(event.getByRole("link", { name: user.loginId })).toBeVisible();
    await expect(event.getByText("127.0.0.1")).toBeVisible();
  }

  await admin.pressButton(`Details of “${t.audit.addedUser}”`);
  await expect(page.getByText(user.email, { exact: true })).toBeVisible();
});

test("a refused sign-in is there too, and a filter finds it", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  const stranger = await invite();
  await stranger.page.goto("/sign-in");
  await stranger.write(t.signIn.loginId, administrator.loginId);
  await stranger.write(t.signIn.password, "a guess, and a wrong one");
  await stranger.pressButton(t.signIn.signIn);
  await expect(stranger.page.getByText(t.signIn.wrong)).toBeVisible();

  await admin.press(admin.link(t.home.audit, page.getByRole("navigation")));
  await admin.hands.choose(page.getByRole("combobox", { name: "Result" }), "Refused");
  await expect(page).toHaveURL(/\?/);
  const events = page.getByRole("rowheader", { name: "Failed to sign in" });
  await expect(events).toHaveCount(1);
  await page.reload();
  await expect(events).toHaveCount(1);
});

test("what was done by the command line says so", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await admin.press(admin.link(t.home.audit, page.getByRole("navigation")));
  const event = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: t.audit.addedUser, exact: true }) });
  await expect(event.getByText("Command line")).toBeVisible();
});

test("the days between which events are shown are typed as their reader writes them", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  expect(await page.request.patch("/api/v1/me/preferences", { data: { date_input: "DD.MM.YYYY HH:mm" } })).toBeOK();
  await page.goto("/admin/audit");
  const rows = page.getByRole("rowheader");
  await expect(rows.first()).toBeVisible();
  const from = page.getByRole("textbox", { name: "From", exact: true });
  await admin.hands.write(from, "12/31/2099");
  await from.press("Enter");
  await expect(page.getByText(/^Write it as \d\d\.\d\d\.\d{4}\.$/)).toBeVisible();
  await looksGood(admin, "a day typed in another way");
  await admin.hands.write(from, "31.12.2099");
  await from.press("Enter");
  await expect(page).toHaveURL(/from=2099-12-31/);
  await expect(rows).toHaveCount(0);
  await page.reload();
  await expect(from).toHaveValue("31.12.2099");
  await admin.press(admin.button(t.common.clearFilters).first());
  await expect(from).toHaveValue("");
  await expect(rows.first()).toBeVisible();
});

test("what is found is exported, and an event shows before and after", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user, { otp: true });
  await openUser(admin, user);
  await resetTfa(admin, user);
  await admin.press(admin.link(t.home.audit, page.getByRole("navigation")));
  await admin.hands.choose(page.getByRole("combobox", { name: t.audit.action }), t.audit.resetTfa);
  await expect(page.getByRole("rowheader")).toHaveText([t.audit.resetTfa]);

  await admin.pressButton(`Details of “${t.audit.resetTfa}”`);
  const changes = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "Field", exact: true }) }).last();
  await expect(changes.getByRole("row").filter({ hasText: "sessions_ended" })).toBeVisible();
  await looksGood(admin, "an event");

  const download = async (kind: string): Promise<string> => {
    await admin.pressButton(t.audit.export);
    const [file] = await Promise.all([page.waitForEvent("download"), admin.press(page.getByRole("menuitem", { name: kind }))]);
    return readFile(await file.path(), "utf8");
  };
  const events = JSON.parse(await download("JSON")) as { action: string; subject: { login_id: string } }[];
  expect(events.map(({ action, subject }) => [action, subject.login_id])).toEqual([["two_factor.reset", user.loginId]]);
  const [head, line, ...rest] = (await download("CSV")).split("\r\n");
  expect(head).toMatch(/^\uFEFFid,at,action,/);
  expect(line).toContain(`,two_factor.reset,done,`);
  expect(rest).toEqual([""]);

  const found = page.getByRole("rowheader", { name: t.audit.resetTfa, exact: true });
  await admin.press(admin.link("Only this request"));
  await expect(page).toHaveURL(/request_id=/);
  await expect(found).toHaveCount(1);
  await page.reload();
  await expect(found).toHaveCount(1);
  await expect(page.getByRole("button", { name: /request [0-9a-f]{32}/ })).toBeVisible();
});

test("what happened in one company and below is found by typing its name, with nothing but the keys", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite, { keyboardOnly: true });
  const { page, t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
  await createCompany(admin, { name: "Somebody Else's", kind: t.companies.customer, under: operator });
  const company = await openCompanyChoice(admin);
  await expect(company).toHaveValue(t.users.allCompanies);
  await expect(page.getByRole("rowheader", { name: t.audit.createdCompany })).toHaveCount(3);

  await admin.hands.write(company, "harbour");
  await expect(page.getByRole("option", { name: `${operator} / ${reseller}`, exact: true })).toBeVisible();
  await expect(found(admin)).toHaveCount(2);
  await looksGood(admin, "Audit while a company is looked for");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]company=\d+/);
  await expect(company).toHaveValue(reseller);
  await expect(company).toBeFocused();
  await expect(createdCompanies(admin)).toHaveText([customer, reseller]);

  // The view is in the address: it can be shared, and the filter has the company's name there too.
  await page.reload();
  const lift = admin.button(t.audit.removeFilter(t.audit.inCompany(reseller)));
  await expect(lift).toHaveText(t.audit.inCompany(reseller));
  await expect(createdCompanies(admin)).toHaveText([customer, reseller]);

  // Esc closes what was found, and the next one the filters; neither changes anything.
  await admin.pressButton(t.audit.moreFilters);
  await admin.hands.write(company, "nothing is called so");
  await expect(page.getByText("No company of that name.").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(company).toHaveValue(reseller);
  await page.keyboard.press("Escape");
  await expect(company).toBeHidden();
  await expect(admin.button(t.audit.moreFilters)).toBeFocused();

  await admin.press(lift);
  await expect(page).not.toHaveURL(/company=/);
  await expect(lift).toHaveCount(0);
  await expect(createdCompanies(admin)).toHaveText(["Somebody Else's", customer, reseller]);
});

test("an administrator of a reseller chooses among the companies of their own branch", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
  await createCompany(admin, { name: "Somebody Else's", kind: t.companies.customer, under: operator });
  await addUser(admin, reseller, user, { role: t.roles.companyAdministrator });

  const visitor = await invite();
  const { page } = visitor;
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, reseller);
  const company = await openCompanyChoice(visitor);
  await company.click();
  await expect(found(visitor)).toHaveText([t.users.allCompanies, reseller, `${reseller} / ${customer}`]);
  await page.getByRole("option", { name: `${reseller} / ${customer}`, exact: true }).click();
  await expect(createdCompanies(visitor)).toHaveText([customer]);
  await expect(visitor.button(t.audit.removeFilter(t.audit.inCompany(customer)))).toBeVisible();
});

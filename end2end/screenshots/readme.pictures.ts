// The pictures in README.md, of made-up people in made-up companies.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { DEMO_PASSWORD, demoAdministratorComes } from "../acts/administrator.ts";
import { csvFile, download, dryRun, goToImport } from "../acts/import.ts";
import { choosePassword, clickHereToContinue, openInvitation } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { enrol, isInside } from "../acts/sign_in.ts";
import { addUser, goToManageUsers, userLink } from "../acts/users.ts";
import { readTable } from "../fixtures/csv.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** One of the demo data's. */
const COMPANY = "Midori Systems";
const FOLDER = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));

/** The window as it stands, once everything is there and nothing moves or has the focus. */
async function picture({ page }: Visitor, name: string): Promise<void> {
  await expect(page.locator(".skeleton, .skeleton-row, .toast")).toHaveCount(0);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: "disabled" });
}

test("sign-in and set-up of an authenticator", async ({ portal, invite }) => {
  const { operator, administrator } = casts.en;
  const visitor = await invite({ viewport: DESK, reducedMotion: "reduce" });
  await setUp(visitor, portal, operator, administrator);
  await picture(visitor, "set-up-authenticator");

  const other = await invite({ viewport: DESK, reducedMotion: "reduce" });
  await other.page.goto("/sign-in");
  await other.write(other.t.signIn.loginId, administrator.loginId);
  await picture(other, "sign-in");
});

test("Manage Users and User Detail", async ({ portal, mailbox, invite }) => {
  const { user } = casts.en;
  const visitor = await demoAdministratorComes(portal, invite, { viewport: DESK, reducedMotion: "reduce" });
  const { page, t } = visitor;
  await goToManageUsers(visitor);
  await expect(page.getByRole("treeitem").first()).toBeVisible();
  await picture(visitor, "manage-users");

  await page.setViewportSize(PHONE);
  await picture(visitor, "manage-users-phone");

  await page.setViewportSize(DESK);
  await addUser(visitor, COMPANY, user, { otp: true });
  const person = await invite();
  await openInvitation(person, await mailbox.take(user.email, t.letters.invitation), user, COMPANY);
  await clickHereToContinue(person);
  await enrol(person, user);
  await choosePassword(person, user);
  await isInside(person, user);

  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.goto(`/admin/users?q=${user.loginId}`);
  await visitor.press(userLink(visitor, user));
  await expect(visitor.button(t.users.resetTfa)).toBeVisible();
  await picture(visitor, "user-detail-dark");
});

test("what an import would do", async ({ portal, invite }) => {
  const visitor = await demoAdministratorComes(portal, invite, { viewport: DESK, reducedMotion: "reduce" }, 24);
  const { page, t } = visitor;
  const sheet = [
    "login_id,email,first_name,last_name,company_name,roles,expires_at",
    `mio.kato,mio.kato@example.com,Mio,Kato,${COMPANY},Help desk,2027-04-01T00:00:00+09:00`,
    `ren.abe,ren.abe@example.com,Ren,Abe,${COMPANY},,`,
    `sora.ito,sora.ito,Sora,Ito,${COMPANY},,soon`,
  ];
  await goToManageUsers(visitor);
  const exported = await download(visitor, visitor.link(t.imports.exportCsv));
  const ids = readTable<"login_id">(exported).map((line) => line.login_id);
  const [changed, same] = ids.filter((id) => id !== "admin");
  sheet.push(`${changed},,,,,Auditor,2027-04-01T00:00:00+09:00`, `${same},,,,,,`);
  await goToImport(visitor);
  await dryRun(visitor, csvFile(sheet.join("\n")));
  await expect(page.getByRole("rowheader")).toHaveCount(5);
  await picture(visitor, "dry-run");
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await picture(visitor, "dry-run-phone-dark");
});

test("one action on many users, and logging in as one of them", async ({ portal, invite }) => {
  const visitor = await demoAdministratorComes(portal, invite, { viewport: DESK, reducedMotion: "reduce" }, 60);
  const { page, t } = visitor;
  const boxes = page.locator("tbody input[type=checkbox]");
  await page.goto("/admin/users?size=20");
  for (const row of [1, 2, 4]) await boxes.nth(row).check();
  await picture(visitor, "selection");

  await page.getByRole("checkbox", { name: t.jobs.selectPage }).check();
  await page.getByRole("button", { name: t.jobs.selectAll }).click();
  await visitor.pressButton(t.jobs.doWithThem);
  await page.getByRole("menuitem", { name: t.jobs.disable, exact: true }).click();
  await expect(page.getByText(t.jobs.ready)).toBeVisible();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await picture(visitor, "job");
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await picture(visitor, "job-phone-dark");

  await page.goto("/admin/companies");
  await expect(page.locator("main").getByText(COMPANY).first()).toBeVisible();
  await picture(visitor, "companies-phone-dark");
  await page.setViewportSize(DESK);
  await picture(visitor, "companies-dark");

  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("/admin/users?size=20");
  await page.getByRole("rowheader").nth(3).getByRole("link").click();
  await expect(visitor.button(t.common.more)).toBeVisible();
  await picture(visitor, "user-detail");
  await page.setViewportSize(PHONE);
  await picture(visitor, "user-detail-phone");

  await page.setViewportSize(DESK);
  await visitor.pressButton(t.common.more);
  await page.getByRole("menuitem", { name: t.acting.logInAs, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await visitor.write(t.acting.reason, "Ticket 4711: cannot find their invoices", dialog);
  await dialog.locator("input[type=password]").fill(DEMO_PASSWORD);
  await visitor.pressButton(t.acting.logIn, dialog);
  await expect(visitor.button(t.acting.goBack)).toBeVisible();
  await picture(visitor, "log-in-as");
});

// An operator administrator who is there from the start, for tests about something else.

import type { Language } from "../fixtures/labels.ts";
import type { Portal } from "../fixtures/portal.ts";
import { type Coming, expect, type Invite } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import { casts, type Person } from "./people.ts";
import { chooseLanguage, enterPassword, signIn } from "./sign_in.ts";

/** The password of everybody in the demo data who has one that is known. */
export const DEMO_PASSWORD = "demo data, nobody's secret";

/** Creates the administrator of the cast on the command line. */
export async function createAdministrator(portal: Portal, language: Language = "en"): Promise<Person> {
  const { administrator, operator } = casts[language];
  const words = {
    "login-id": administrator.loginId,
    email: administrator.email,
    "first-name": administrator.firstName,
    "last-name": administrator.lastName,
    company: operator,
    language,
  };
  const args = Object.entries(words).map(([name, value]) => `--${name}=${value}`);
  await portal.run(["admin", "create", ...args, "--password-stdin"], `${administrator.password}\n`);
  return administrator;
}

/** Creates that administrator and lets them in. */
export async function administratorComes(portal: Portal, invite: Invite, coming: Coming = {}): Promise<Visitor> {
  const administrator = await createAdministrator(portal, coming.language);
  const visitor = await invite(coming);
  await signIn(visitor, administrator);
  return visitor;
}

/** Fills the portal with made-up companies and users, the same every time, and lets their administrator in. */
export async function demoAdministratorComes(
  portal: Portal,
  invite: Invite,
  coming: Coming = {},
  users = 120,
  companies = 12,
): Promise<Visitor> {
  await portal.run(["seed", `--users=${users}`, `--companies=${companies}`, `--password=${DEMO_PASSWORD}`]);
  const visitor = await invite(coming);
  const { page, t } = visitor;
  await page.goto("/sign-in");
  await chooseLanguage(visitor);
  await enterPassword(visitor, { loginId: "admin", password: DEMO_PASSWORD });
  await expect(page.getByRole("navigation").first()).toBeVisible();
  // The account speaks the language that it was made with, until it is told another.
  expect(await page.request.patch("/api/v1/me/preferences", { data: { language: t.tag } })).toBeOK();
  await page.reload();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  return visitor;
}

// Setting up the first operator administrator by the link on the console.

import { expect } from "../fixtures/test.ts";
import type { Portal } from "../fixtures/portal.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import type { Person } from "./people.ts";

/** Opens the link, fills the form, and stands before the offer of a second factor. */
export async function setUp(visitor: Visitor, portal: Portal, company: string, person: Person): Promise<void> {
  const { page, t } = visitor;
  await page.goto(await portal.setUpLink());
  await expect(visitor.heading(t.setUp.title)).toBeVisible();
  await visitor.write(t.setUp.company, company);
  await visitor.write(t.signIn.firstName, person.firstName);
  await visitor.write(t.signIn.lastName, person.lastName);
  await visitor.write(t.signIn.email, person.email);
  await visitor.write(t.signIn.loginId, person.loginId);
  await visitor.write(t.signIn.password, person.password);
  await visitor.pressButton(t.setUp.submit);
  await expect(visitor.heading(t.signIn.enrolTitle)).toBeVisible();
}

// What an invited person does with the User Registration Acceptance Email.

import { linkIn, type Letter } from "../fixtures/mailbox.ts";
import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import { fullName, type Person } from "./people.ts";
import { isInside } from "./sign_in.ts";

/** Opens the link and reads whose account it is. */
export async function openInvitation(visitor: Visitor, letter: Letter, person: Person, company: string): Promise<void> {
  const { page, t } = visitor;
  await page.goto(linkIn(letter, "/invitation"));
  await expect(visitor.heading(t.link.invitationTitle)).toBeVisible();
  for (const fact of [person.loginId, fullName(person, t.tag), company]) {
    await expect(page.getByRole("main").getByText(fact, { exact: true })).toBeVisible();
  }
}

/** Goes on from the page that says whose account it is. */
export async function clickHereToContinue(visitor: Visitor): Promise<void> {
  await visitor.pressButton(visitor.t.link.continue);
}

/** Chooses a password. */
export async function choosePassword(visitor: Visitor, person: Person): Promise<void> {
  const { t } = visitor;
  await expect(visitor.heading(t.signIn.newPasswordTitle)).toBeVisible();
  await visitor.write(t.signIn.newPassword, person.password);
  await visitor.pressButton(t.signIn.setPassword);
}

/** The whole way of somebody who needs no second factor: from the mail until they are inside. */
export async function accept(visitor: Visitor, letter: Letter, person: Person, company: string): Promise<void> {
  await openInvitation(visitor, letter, person, company);
  await clickHereToContinue(visitor);
  await choosePassword(visitor, person);
  await isInside(visitor, person);
}

/** The link does not open any more, for this reason. */
export async function findsDeadLink(visitor: Visitor, letter: Letter, why: string): Promise<void> {
  await visitor.page.goto(linkIn(letter, "/invitation"));
  await expect(visitor.heading(visitor.t.link.dead)).toBeVisible();
  await expect(visitor.page.getByRole("main").getByText(why)).toBeVisible();
}

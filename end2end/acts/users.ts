// What an administrator does with users.

import { type Language, languageNames } from "../fixtures/labels.ts";
import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import { companyInTree } from "./companies.ts";
import type { Person } from "./people.ts";

/** Goes to Manage Users by the navigation. */
export async function goToManageUsers(visitor: Visitor): Promise<void> {
  const { page, t } = visitor;
  await visitor.press(visitor.link(t.home.manageUsers, page.getByRole("navigation")));
  await expect(visitor.heading(t.users.manageUsers)).toBeVisible();
}

/** Fills Add User by the "+" of a company in the tree, and issues the credentials. */
export async function addUser(
  visitor: Visitor,
  company: string,
  person: Person,
  { otp = false, language = visitor.t.tag, role }: { otp?: boolean; language?: Language; role?: string } = {},
): Promise<void> {
  const { t } = visitor;
  await goToManageUsers(visitor);
  await visitor.pressButton(t.users.addUserTo(company), companyInTree(visitor, company));
  const dialog = visitor.dialog(t.users.addUser);
  await visitor.write(t.signIn.loginId, person.loginId, dialog);
  await visitor.write(t.signIn.email, person.email, dialog);
  await visitor.write(t.signIn.firstName, person.firstName, dialog);
  await visitor.write(t.signIn.lastName, person.lastName, dialog);
  await visitor.hands.tick(visitor.field(t.users.otpConfigured, dialog), otp);
  if (language !== t.tag) {
    await visitor.hands.choose(visitor.field(t.common.language, dialog), languageNames[language]);
  }
  if (role) await visitor.hands.tick(visitor.field(role, dialog), true);
  await visitor.pressButton(t.users.issueCredentials, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.users.invitationQueued(person.email));
}

/** The user's name in the list. */
export function userLink(visitor: Visitor, { loginId }: Person) {
  return visitor.link(loginId, visitor.page.getByRole("table"));
}

/** The user's row in the list. */
export function userRow(visitor: Visitor, { loginId }: Person) {
  return visitor.page.getByRole("row").filter({ has: visitor.link(loginId) });
}

/** Goes to User Detail by the list. */
export async function openUser(visitor: Visitor, person: Person): Promise<void> {
  await goToManageUsers(visitor);
  await visitor.press(userLink(visitor, person));
  await expect(visitor.page).toHaveURL(/\/admin\/users\/\d+$/);
  await expect(actions(visitor, person)).toBeVisible();
}

/** The buttons at the foot of User Detail. */
export function actions(visitor: Visitor, { loginId }: Person) {
  return visitor.page.getByRole("group", { name: visitor.t.users.actionsFor(loginId), exact: true });
}

/** Chooses one of the rarer things that can be done on User Detail, behind More. */
export async function chooseMore(visitor: Visitor, person: Person, verb: string): Promise<void> {
  const bar = actions(visitor, person);
  await visitor.pressButton(visitor.t.common.more, bar);
  await visitor.press(bar.getByRole("menuitem", { name: verb, exact: true }));
}

/** Presses a button of User Detail that asks first, says yes, and waits until it is done. */
export async function doAndConfirm(visitor: Visitor, person: Person, verb: string, question: string, done: string): Promise<void> {
  await visitor.pressButton(verb, actions(visitor, person));
  const dialog = visitor.dialog(question);
  await expect(visitor.button(visitor.t.common.cancel, dialog)).toBeFocused();
  await visitor.pressButton(verb, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(done);
}

/** Reset TFA. */
export async function resetTfa(visitor: Visitor, person: Person): Promise<void> {
  const { users: t } = visitor.t;
  await doAndConfirm(visitor, person, t.resetTfa, t.resetQuestion(person.loginId), t.tfaWasReset(person.loginId));
}

/** Disable TFA. */
export async function disableTfa(visitor: Visitor, person: Person): Promise<void> {
  const { users: t } = visitor.t;
  await doAndConfirm(visitor, person, t.disableTfa, t.disableQuestion(person.loginId), t.tfaDisabled(person.loginId));
}

/** Enable TFA, which takes nothing away and so asks nothing. */
export async function enableTfa(visitor: Visitor, person: Person): Promise<void> {
  await visitor.pressButton(visitor.t.users.enableTfa, actions(visitor, person));
  await visitor.isTold(visitor.t.users.tfaEnabled(person.loginId));
}

/** Issue Credentials, again. */
export async function issueCredentials(visitor: Visitor, person: Person): Promise<void> {
  const { users: t } = visitor.t;
  await doAndConfirm(visitor, person, t.issueCredentials, t.issueQuestion(person.loginId), t.invitationQueued(person.email));
}

/** Sets OTP Configured on Edit User to Yes or No. */
export async function setOtpConfigured(visitor: Visitor, person: Person, on: boolean): Promise<void> {
  const { t } = visitor;
  await visitor.pressButton(t.users.edit, actions(visitor, person));
  const dialog = visitor.dialog(t.users.editUser);
  const choice = visitor.field(t.users.otpConfigured, dialog);
  await visitor.hands.choose(choice, on ? t.policies.bySelf : t.policies.notAsked);
  await visitor.pressButton(t.users.save, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.users.saved(person.loginId));
}

/** Delete with its confirmation; ends on Manage Users. */
export async function deleteUser(visitor: Visitor, person: Person): Promise<void> {
  const { users: t } = visitor.t;
  await visitor.pressButton(t.delete, actions(visitor, person));
  const dialog = visitor.dialog(t.deleteQuestion(person.loginId));
  await expect(visitor.button(visitor.t.common.cancel, dialog)).toBeFocused();
  await visitor.pressButton(t.deleteOf(person.loginId), dialog);
  await expect(visitor.heading(t.manageUsers)).toBeVisible();
  await visitor.isTold(t.deleted(person.loginId));
}

// What an administrator does with roles and with what one user may do.

import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import { openUser } from "./users.ts";
import type { Person } from "./people.ts";

/** Goes to Roles by the navigation. */
export async function goToRoles(visitor: Visitor): Promise<void> {
  const { page, t } = visitor;
  await visitor.press(visitor.link(t.roles.roles, page.getByRole("navigation")));
  await expect(visitor.heading(t.roles.roles)).toBeVisible();
}

/** Opens a role by the list. */
export async function openRole(visitor: Visitor, name: string): Promise<void> {
  await goToRoles(visitor);
  await visitor.press(visitor.link(name, visitor.page.getByRole("table")));
  await expect(visitor.heading(name)).toBeVisible();
}

/** Creates a role of a company that allows these permissions on WEB, and shows it. */
export async function createRole(visitor: Visitor, name: string, company: string, permissions: string[] = []): Promise<void> {
  const { t } = visitor;
  await goToRoles(visitor);
  await visitor.pressButton(t.roles.create);
  const dialog = visitor.dialog(t.roles.create);
  await visitor.write(t.roles.name, name, dialog);
  await visitor.hands.find(visitor.field(t.roles.belongsTo, dialog), company);
  for (const permission of permissions) {
    await visitor.hands.tick(visitor.field(t.roles.cell(permission, "WEB"), dialog), true);
  }
  await visitor.pressButton(t.roles.create, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.roles.created(name));
}

/** Copies the role that is open under another name, with these permissions on WEB ticked or not. */
export async function copyRole(visitor: Visitor, name: string, permissions: Record<string, boolean>): Promise<void> {
  const { t } = visitor;
  await visitor.pressButton(t.roles.copy);
  const dialog = visitor.dialog(t.roles.create);
  await visitor.write(t.roles.name, name, dialog);
  for (const [permission, on] of Object.entries(permissions)) {
    await visitor.hands.tick(visitor.field(t.roles.cell(permission, "WEB"), dialog), on);
  }
  await visitor.pressButton(t.roles.create, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.roles.created(name));
  await expect(visitor.heading(name)).toBeVisible();
}

/** Opens Edit access of a user. */
export async function editAccess(visitor: Visitor, person: Person) {
  await openUser(visitor, person);
  await visitor.pressButton(visitor.t.roles.editAccess);
  const dialog = visitor.dialog(visitor.t.roles.editAccess);
  await expect(dialog.getByRole("table")).toBeVisible();
  return dialog;
}

// What somebody does on Account management.

import { Authenticator } from "../fixtures/authenticator.ts";
import { looksGood } from "../fixtures/looks.ts";
import { readQrCode } from "../fixtures/qr.ts";
import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import type { Person } from "./people.ts";
import { qrCode } from "./sign_in.ts";

/** A section of a page. */
export function section(visitor: Visitor, title: string) {
  return visitor.page.getByRole("region", { name: title, exact: true });
}

/** Goes through the dialog of this name, from the password to the recovery codes. */
export async function setUpAuthenticator(visitor: Visitor, title: string, person: Person): Promise<Authenticator> {
  const { t } = visitor;
  const dialog = visitor.page.getByRole("dialog");
  await expect(visitor.page.getByRole("dialog", { name: title })).toBeVisible();
  await visitor.write(t.signIn.password, person.password, dialog);
  await visitor.pressButton(t.account.goOn, dialog);
  const seen = qrCode(visitor, person);
  await expect(seen).toBeVisible();
  await looksGood(visitor, "the QR code in a dialog");
  const authenticator = Authenticator.scan(await readQrCode(seen));
  await visitor.write(t.signIn.code, await authenticator.nextCode(), dialog);
  await visitor.pressButton(t.common.submit, dialog);
  await expect(dialog.getByRole("region", { name: t.signIn.recoveryCodes }).getByRole("listitem")).toHaveCount(10);
  await looksGood(visitor, "recovery codes in a dialog");
  await visitor.pressButton(t.signIn.kept, dialog);
  await expect(dialog).toBeHidden();
  return authenticator;
}

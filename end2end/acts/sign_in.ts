// Signing in and out, and setting up an authenticator.

import { Authenticator } from "../fixtures/authenticator.ts";
import { languageNames, languages } from "../fixtures/labels.ts";
import { readQrCode } from "../fixtures/qr.ts";
import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import { fullName, type Person } from "./people.ts";

/** Enters login ID and password; what follows is the caller's. */
export async function enterPassword(visitor: Visitor, { loginId, password }: Pick<Person, "loginId" | "password">): Promise<void> {
  const { page, t } = visitor;
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await visitor.write(t.signIn.loginId, loginId);
  await visitor.write(t.signIn.password, password);
  await visitor.pressButton(t.signIn.signIn);
}

/** Chooses the visitor's language at the foot of the card. */
export async function chooseLanguage({ page, t, hands }: Visitor): Promise<void> {
  const chooser = page.getByRole("contentinfo").getByRole("combobox");
  // The choice counts only when it is made: from another language to this one.
  for (const language of [...languages.filter((tag) => tag !== t.tag), t.tag]) {
    await hands.choose(chooser, languageNames[language]);
  }
  await expect(page.locator("html")).toHaveAttribute("lang", t.tag);
}

/** Enters the authenticator's next code. */
export async function enterCode(visitor: Visitor, authenticator: Authenticator): Promise<void> {
  await visitor.write(visitor.t.signIn.code, await authenticator.nextCode());
  await visitor.pressButton(visitor.t.common.submit);
}

/** The QR code on the page. */
export function qrCode(visitor: Visitor, { loginId }: Person) {
  return visitor.page.getByRole("img", { name: visitor.t.signIn.qrCode(loginId), exact: true });
}

/** Scans the QR code that is shown, with an authenticator that has no account yet. */
export async function scan(visitor: Visitor, person: Person): Promise<Authenticator> {
  await expect(visitor.heading(visitor.t.signIn.enrolTitle)).toBeVisible();
  const seen = qrCode(visitor, person);
  await expect(seen).toBeVisible();
  const uri = await readQrCode(seen);
  expect(decodeURIComponent(new URL(uri).pathname), "the account in the QR code").toContain(person.loginId);
  return Authenticator.scan(uri);
}

/** Sets up an authenticator from the QR code, and keeps the recovery codes. */
export async function enrol(visitor: Visitor, person: Person): Promise<{ authenticator: Authenticator; recoveryCodes: string[] }> {
  const authenticator = await scan(visitor, person);
  await enterCode(visitor, authenticator);
  return { authenticator, recoveryCodes: await keepRecoveryCodes(visitor) };
}

/** Writes the recovery codes down and says so. */
export async function keepRecoveryCodes(visitor: Visitor): Promise<string[]> {
  const { page, t } = visitor;
  await expect(visitor.heading(t.signIn.keepTitle)).toBeVisible();
  const codes = await page.getByRole("region", { name: t.signIn.recoveryCodes }).getByRole("listitem").allTextContents();
  expect(new Set(codes).size, "ten different recovery codes").toBe(10);
  await visitor.pressButton(t.signIn.kept);
  return codes;
}

/** Waits until somebody is inside. */
export async function isInside(visitor: Visitor, person: Person): Promise<void> {
  const name = fullName(person, visitor.t.tag);
  await expect(visitor.heading(visitor.t.home.welcome(name))).toBeVisible();
}

/** Signs in with the password alone. */
export async function signIn(visitor: Visitor, person: Person): Promise<void> {
  await enterPassword(visitor, person);
  await isInside(visitor, person);
}

/** Signs out by the menu behind the user icon. */
export async function signOut(visitor: Visitor, person: Person): Promise<void> {
  const { page, t } = visitor;
  await visitor.pressButton(t.home.yourAccount(fullName(person, t.tag)));
  await visitor.press(page.getByRole("menuitem", { name: t.home.signOut, exact: true }));
  await expect(visitor.heading(t.signIn.signIn)).toBeVisible();
}

/** The session is dead: the next thing that the page asks leads to where one signs in. */
export async function isSignedOut(visitor: Visitor): Promise<void> {
  await visitor.page.reload();
  await expect(visitor.heading(visitor.t.signIn.signIn)).toBeVisible();
  await expect(visitor.field(visitor.t.signIn.password)).toBeVisible();
}

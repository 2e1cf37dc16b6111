// Policy classes: said once, inherited down the tree, and every value beside where it comes from.

import { administratorComes } from "../acts/administrator.ts";
import { createCompany } from "../acts/companies.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { enterPassword, signOut } from "../acts/sign_in.ts";
import { actions, addUser, openUser } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** Creates a class of the administrator's own company that requires two-factor authentication. */
async function createStrictClass(visitor: Visitor, name: string): Promise<void> {
  const { page, t } = visitor;
  await visitor.press(visitor.link(t.policies.title, page.getByRole("navigation")));
  await expect(visitor.heading(t.policies.title)).toBeVisible();
  await visitor.pressButton(t.policies.create);
  const dialog = visitor.dialog(t.policies.create);
  await visitor.write(t.policies.name, name, dialog);
  await visitor.hands.choose(visitor.field(t.policies.required, dialog), t.policies.yes);
  await visitor.pressButton(t.policies.create, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.policies.created(name));
}

/** Opens the policy of a company from the Companies page. */
async function openPolicy(visitor: Visitor, company: string) {
  const { page, t } = visitor;
  await visitor.press(visitor.link(t.home.companies, page.getByRole("navigation")));
  await visitor.pressButton(t.policies.policyOf(company));
  const dialog = visitor.dialog(t.policies.policyOf(company));
  await expect(dialog.getByRole("row").filter({ hasText: t.policies.idle })).toBeVisible();
  return dialog;
}

/** Makes a company point to a class. */
async function assign(visitor: Visitor, company: string, name: string): Promise<void> {
  const { t } = visitor;
  const dialog = await openPolicy(visitor, company);
  await visitor.hands.choose(visitor.field(t.policies.policyClass, dialog), name);
  await visitor.pressButton(t.policies.save, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.policies.assigned(company));
}

for (const keyboardOnly of [false, true]) {
  const how = keyboardOnly ? "with the keys alone" : "with a mouse";
  test(`a class is created, chosen, inherited, edited and deleted ${how}`, async ({ portal, invite }) => {
    const { operator, reseller, customer, user } = casts.en;
    const admin = await administratorComes(portal, invite, { keyboardOnly });
    const { page, t } = admin;
    await createCompany(admin, { name: reseller, kind: t.companies.reseller, under: operator });
    await createCompany(admin, { name: customer, kind: t.companies.customer, under: reseller });
    await addUser(admin, customer, user);
    await createStrictClass(admin, "Reseller standard");

    const choosing = await openPolicy(admin, reseller);
    await expect(choosing.getByRole("row").filter({ hasText: t.policies.required })).toContainText("Doorward’s default");
    await admin.hands.choose(admin.field(t.policies.policyClass, choosing), "Reseller standard");
    await expect(choosing.getByText("Touches 2 companies with 1 user:")).toBeVisible();
    await expect(choosing.getByText("1 of them has no authenticator yet")).toBeVisible();
    await admin.pressButton(t.policies.save, choosing);
    await expect(choosing).toBeHidden();

    const inherited = await openPolicy(admin, customer);
    const line = inherited.getByRole("row").filter({ hasText: t.policies.required });
    await expect(line).toContainText(`from class Reseller standard, via ${reseller}`);
    await page.keyboard.press("Escape");
    await expect(inherited).toBeHidden();

    await openUser(admin, user);
    await expect(page.getByText(`Yes, from class Reseller standard, via ${reseller}`)).toBeVisible();
    await admin.pressButton(t.users.edit, actions(admin, user));
    const editing = admin.dialog(t.users.editUser);
    const setting = admin.field(t.users.otpConfigured, editing);
    await expect(setting.locator("option")).toHaveText([t.policies.asDefined, "Yes", "No"]);
    await expect(editing.getByText(`now means: Yes, from class Reseller standard, via ${reseller}`)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(editing).toBeHidden();

    await admin.press(admin.link(t.policies.title, page.getByRole("navigation")));
    await admin.pressButton(t.policies.editOf("Reseller standard"));
    const editor = admin.dialog(t.policies.editOf("Reseller standard"));
    await admin.hands.choose(admin.field(t.policies.idle, editor), t.policies.setValue);
    const minutes = admin.field(t.policies.valueOf(t.policies.idle), editor);
    await expect(minutes).toHaveValue("60");
    await admin.hands.write(minutes, "4");
    await admin.pressButton(t.policies.save, editor);
    await expect(editor.getByRole("alert")).toBeVisible();
    await expect(minutes).toHaveAttribute("aria-invalid", "true");
    await admin.hands.write(minutes, "20");
    await admin.pressButton(t.policies.save, editor);
    await expect(editor.getByText("60 minutes → 20 minutes")).toBeVisible();
    await admin.pressButton("Save for 2 companies", editor);
    await expect(editor).toBeHidden();
    await admin.isTold(t.policies.saved("Reseller standard"));
    await expect(page.getByRole("cell").getByText("20 minutes")).toBeVisible();

    await admin.pressButton(t.policies.deleteOf("Reseller standard"));
    const deleting = admin.dialog(t.policies.deleteTitle("Reseller standard"));
    await expect(admin.button(t.common.cancel, deleting)).toBeFocused();
    await expect(deleting.getByText("1 company uses it")).toBeVisible();
    await expect(deleting.getByText("20 minutes → 60 minutes")).toBeVisible();
    await admin.pressButton(t.policies.deleteOf("Reseller standard"), deleting);
    await admin.isTold(t.policies.deleted("Reseller standard"));
    await expect(page.getByText("No policy classes yet.")).toBeVisible();
  });
}

test("a class that requires two-factor authentication leads to the QR code at the next sign-in", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await createCompany(admin, { name: "Acme", kind: t.companies.customer, under: operator });
  await addUser(admin, "Acme", user);
  const visitor = await invite();
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, "Acme");
  await signOut(visitor, user);
  await createStrictClass(admin, "Strict");
  await assign(admin, "Acme", "Strict");

  await enterPassword(visitor, user);
  await expect(visitor.page.getByText(t.signIn.cannotScan)).toBeVisible();
  await expect(visitor.page.getByRole("button", { name: "Not now" })).toHaveCount(0);
});

test("the addresses of a class are tried, and whom they would keep out is named, before they are saved", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  const { t } = admin;
  await createCompany(admin, { name: "Acme", kind: t.companies.customer, under: operator });
  await addUser(admin, "Acme", user);
  await accept(await invite(), await mailbox.take(user.email, t.letters.invitation), user, "Acme");
  await createStrictClass(admin, "Office");
  await assign(admin, "Acme", "Office");

  await admin.press(admin.link(t.policies.title, admin.page.getByRole("navigation")));
  await admin.pressButton(t.policies.editOf("Office"));
  const editor = admin.dialog(t.policies.editOf("Office"));
  await admin.hands.choose(admin.field("Trusted addresses", editor), t.policies.setValue);
  await admin.write("Address 1", "198.51.100.0/24", editor);
  await admin.write("Would this address get in?", "203.0.113.9", editor);
  await expect(editor.getByText("203.0.113.9 does not get in.")).toBeVisible();
  await admin.write("Would this address get in?", "198.51.100.7", editor);
  await expect(editor.getByText("198.51.100.7 gets in, by 198.51.100.0/24.")).toBeVisible();
  await admin.pressButton(t.policies.save, editor);
  await expect(editor.getByText("1 user signed in during the last 30 days from where they would no longer get in.")).toBeVisible();
  await expect(editor.getByRole("row").filter({ hasText: user.loginId })).toContainText("127.0.0.1");
  await looksGood(admin, "whom the addresses of a class would keep out");
  await admin.pressButton("Save for 1 company", editor);
  await expect(editor).toBeHidden();
});

for (const language of languages) {
  test(`the pages about policies look good to everybody (${language})`, async ({ portal, invite }) => {
    const { operator } = casts[language];
    const admin = await administratorComes(portal, invite, { language });
    const { page, t } = admin;
    await page.goto("/admin/policy-classes");
    await expect(admin.heading(t.policies.title)).toBeVisible();
    await looksGood(admin, "no policy class yet");
    await createStrictClass(admin, "Standard");
    await looksGood(admin, "the list of policy classes");

    await admin.pressButton(t.policies.editOf("Standard"));
    const editor = admin.dialog(t.policies.editOf("Standard"));
    await admin.hands.choose(admin.field(t.policies.idle, editor), t.policies.setValue);
    await admin.write(t.policies.valueOf(t.policies.idle), "soon", editor);
    await admin.pressButton(t.policies.save, editor);
    await expect(editor.getByRole("alert")).toBeVisible();
    await looksGood(admin, "the editor of a policy class, with a wrong number");
    await admin.write(t.policies.valueOf(t.policies.idle), "20", editor);
    await admin.pressButton(t.policies.save, editor);
    await expect(editor).toBeHidden();

    const choosing = await openPolicy(admin, operator);
    await admin.hands.choose(admin.field(t.policies.policyClass, choosing), "Standard");
    await expect(choosing.getByText(t.policies.impact)).toBeVisible();
    await looksGood(admin, "the policy of a company, with what a choice changes");
  });
}

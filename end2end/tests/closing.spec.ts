// Closing one's own account, where the policy lets users.

import { section } from "../acts/account.ts";
import { administratorComes } from "../acts/administrator.ts";
import { createCompany } from "../acts/companies.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { enterPassword } from "../acts/sign_in.ts";
import { addUser } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** Lets users of the administrator's company, and of those below it, close their accounts. */
async function allowClosing({ page }: Visitor): Promise<void> {
  const api = page.request;
  const { company } = await (await api.get("/api/v1/me")).json();
  const data = { name: "Lenient", company: company.id, settings: { account_closing_allowed: true, bin_retention_days: 7 } };
  const made = await api.post("/api/v1/policy-classes", { data });
  expect(made).toBeOK();
  const here = await api.get(`/api/v1/companies/${company.id}`);
  const headers = { "if-match": here.headers().etag ?? "" };
  const chosen = { class: (await made.json()).id };
  expect(await api.put(`/api/v1/companies/${company.id}/policy`, { data: chosen, headers })).toBeOK();
}

for (const language of languages) {
  const { operator, customer, user } = casts[language];

  test(`somebody closes their account (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    await createCompany(admin, { name: customer, kind: admin.t.companies.customer, under: operator });
    await addUser(admin, customer, user);
    const hana = await invite({ language, keyboardOnly: language === "en" });
    const { page, t } = hana;
    await accept(hana, await mailbox.take(user.email, t.letters.invitation), user, customer);
    await page.goto("/account");
    await expect(section(hana, t.account.activity)).toBeVisible();
    await expect(section(hana, t.account.closing)).toBeHidden();

    await allowClosing(admin);
    await page.reload();
    const closing = section(hana, t.account.closing);
    await expect(closing.getByText("7")).toBeVisible();
    await hana.press(closing.getByRole("button"));
    const dialog = hana.dialog(t.account.closeTitle);
    await expect(hana.button(t.common.cancel, dialog)).toBeFocused();
    await expect(hana.button(t.account.closeIt, dialog)).toHaveAttribute("aria-disabled", "true");
    await hana.write(t.issuedTokens.typeYes, "yes", dialog);
    await looksGood(hana, "closing an account");
    await hana.pressButton(t.account.closeIt, dialog);

    await expect(page.getByText(t.account.closed, { exact: true })).toBeVisible();
    await looksGood(hana, "the account is closed");
    await enterPassword(hana, user);
    await expect(page.getByRole("alert").getByText(t.signIn.wrong)).toBeVisible();
    await mailbox.take(user.email, t.account.closedMail);
  });
}

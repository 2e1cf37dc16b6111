// Home: what wants attention, and an administrator's numbers, each with the way to what is behind it.

import { section } from "../acts/account.ts";
import { administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { choosePassword, clickHereToContinue, openInvitation } from "../acts/invitation.ts";
import { casts, type Person } from "../acts/people.ts";
import { enrol, isInside } from "../acts/sign_in.ts";
import { addUser } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** Waits until everything that the page asks for is there. */
async function isLoaded({ page }: Visitor): Promise<void> {
  await expect(page.locator("main .tiles")).toBeVisible();
  await expect(page.locator("main .skeleton, main .skeleton-row, main .skeleton-line")).toHaveCount(0);
}

/** Signs in over REST by a recovery code, which is used by that. */
async function spend({ page }: Visitor, { loginId, password }: Person, code: string): Promise<void> {
  const start = { by: "password", login_id: loginId, password };
  const { flow } = await (await page.request.post("/api/v1/login", { data: start })).json();
  const proof = { step: "recovery_code", code };
  expect(await page.request.post(`/api/v1/login/${flow}`, { data: proof })).toBeOK();
}

/** The list that is shown has so many rows, which fit on one page. */
async function lists({ page }: Visitor, count: string): Promise<void> {
  await expect(page.locator("main .skeleton-row")).toHaveCount(0);
  await expect(page.locator("main").getByRole("rowheader")).toHaveCount(Number(count));
}

for (const language of languages) {
  const { operator, user } = casts[language];

  test(`who has few recovery codes is told at home, and led to new ones (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    await isLoaded(admin);
    await expect(section(admin, admin.t.home.byStatus).getByRole("link").first()).toHaveText("1");
    await looksGood(admin, "home of a new installation");
    await addUser(admin, operator, user, { otp: true });

    const hana = await invite({ language, keyboardOnly: language === "en" });
    const { page, t } = hana;
    await openInvitation(hana, await mailbox.take(user.email, t.letters.invitation), user, operator);
    await clickHereToContinue(hana);
    const { recoveryCodes } = await enrol(hana, user);
    await choosePassword(hana, user);
    await isInside(hana, user);
    await isLoaded(hana);
    await expect(hana.link(t.home.manageUsers)).toBeHidden();
    await expect(page.locator("main").getByRole("link", { name: t.account.title })).toBeVisible();
    await expect(section(hana, t.home.needsAttention)).toBeHidden();

    for (const code of recoveryCodes.slice(0, 7)) await spend(hana, user, code);
    await page.reload();
    const line = section(hana, t.home.needsAttention);
    await expect(line.getByText(t.home.codesLeft(3))).toBeVisible();
    await looksGood(hana, "home with few recovery codes");
    await hana.press(hana.link(t.home.newCodes, line));
    await expect(hana.heading(t.account.title)).toBeVisible();
    await expect(hana.button(t.account.renew)).toBeVisible();
    await expect(hana.button(t.account.renew)).toBeInViewport();
  });

  test(`an administrator sees numbers, and follows them to their lists (${language})`, async ({ portal, invite }) => {
    const admin = await demoAdministratorComes(portal, invite, { language, keyboardOnly: language === "ja" });
    const { page, t } = admin;
    await isLoaded(admin);
    await looksGood(admin, "home of an administrator");

    // The bar says in words what the table under it says in rows.
    const status = section(admin, t.home.byStatus);
    const disabled = status.getByRole("row").filter({ hasText: t.home.disabled }).getByRole("link");
    const count = (await disabled.textContent()) ?? "";
    await expect(status.getByRole("img", { name: `${t.home.disabled} ${count}` })).toBeVisible();
    await admin.press(disabled);
    await expect(admin.heading(t.home.manageUsers)).toBeVisible();
    await lists(admin, count);

    await page.goto("/");
    await isLoaded(admin);
    const invited = page.getByRole("list", { name: t.home.glance }).getByRole("link", { name: t.home.invited });
    const waiting = ((await invited.textContent()) ?? "").replace(t.home.invited, "");
    await admin.press(invited);
    await expect(admin.heading(t.home.manageUsers)).toBeVisible();
    await lists(admin, waiting);

    // The columns have a table behind them, and each number of it its list.
    await page.goto("/");
    await isLoaded(admin);
    const signIns = section(admin, t.home.signIns);
    await expect(signIns.getByRole("img", { name: t.home.signIns })).toBeVisible();
    await expect(signIns.getByRole("table")).toBeHidden();
    await admin.press(signIns.getByText(t.home.showAsTable));
    await expect(signIns.getByRole("rowheader")).toHaveCount(14);
    await looksGood(admin, "home with the table behind the columns");
    const today = signIns.getByRole("row").last().getByRole("link").first();
    await expect(today).toHaveText("1");
    await admin.press(today);
    await expect(admin.heading(t.home.audit)).toBeVisible();
    await lists(admin, "1");
  });
}

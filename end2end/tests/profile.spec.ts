// Edit account: what one says of oneself, and another e-mail address that is confirmed where it was mailed to.

import { casts, fullName, type Person } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { isInside } from "../acts/sign_in.ts";
import { type Language, languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { linkIn } from "../fixtures/mailbox.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

for (const language of languages) {
  const { operator, administrator } = casts[language];
  const next = "mio@new.example";

  test(`somebody edits their account and moves to another e-mail address (${language})`, async ({ portal, mailbox, invite }) => {
    test.slow();
    const mio = await invite({ language, keyboardOnly: language === "en" });
    const { page, t } = mio;
    await setUp(mio, portal, operator, administrator);
    await mio.pressButton(t.signIn.notNow);
    await isInside(mio, administrator);
    await openAccount(mio, administrator, language);
    const profile = page.getByRole("region", { name: t.profile.title, exact: true });
    await expect(profile.getByText(administrator.loginId, { exact: true })).toBeVisible();

    await mio.pressButton(t.profile.edit, profile);
    const editing = mio.dialog(t.profile.title);
    await mio.write(t.signIn.firstName, " ", editing);
    await mio.pressButton(t.profile.save, editing);
    await expect(mio.field(t.signIn.firstName, editing)).toHaveAttribute("aria-invalid", "true");
    await looksGood(mio, "Edit account with a name that is missing");
    await mio.write(t.signIn.firstName, "Mia", editing);
    await mio.write(t.profile.group, "Field sales", editing);
    await mio.write(t.profile.description, "Covers the north", editing);
    await mio.pressButton(t.profile.save, editing);
    await mio.isTold(t.profile.saved);
    await expect(editing).toBeHidden();
    await expect(profile.getByText("Field sales")).toBeVisible();
    const renamed = fullName({ ...administrator, firstName: "Mia" }, language);
    await expect(mio.button(t.home.yourAccount(renamed))).toBeVisible();

    // The present address is none; another one waits until it is confirmed.
    const changing = await ask(mio, administrator.email);
    await expect(changing.getByText(t.profile.sameEmail).first()).toBeVisible();
    await looksGood(mio, "the present address as the new one");
    await mio.write(t.profile.newEmail, next, changing);
    await mio.pressButton(t.profile.sendLink, changing);
    await mio.isTold(t.profile.linkSent);
    await expect(profile.getByText(t.profile.waits(next))).toBeVisible();
    await looksGood(mio, "an address that waits to be confirmed");
    const told = await mailbox.take(administrator.email, t.profile.askedMail);
    expect(told.text).toContain(next);
    const first = await mailbox.take(next, t.profile.confirmMail);

    // Whoever reads the old mailbox stops it; the other link is void by that.
    const elsewhere = await invite({ language });
    await elsewhere.page.goto(linkIn(told, "/email"));
    await expect(elsewhere.heading(t.profile.stopTitle)).toBeVisible();
    await looksGood(elsewhere, "stopping the change of an address");
    await elsewhere.pressButton(t.profile.stop);
    await expect(elsewhere.heading(t.profile.stopped)).toBeVisible();
    await elsewhere.page.goto(linkIn(first, "/email"));
    await expect(elsewhere.heading(t.profile.dead)).toBeVisible();
    await looksGood(elsewhere, "a link about an address that is void");

    // Again, sent twice: the newest link confirms it.
    await page.reload();
    await expect(profile.getByText(t.profile.waits(next))).toBeHidden();
    await ask(mio, next);
    await mailbox.take(next, t.profile.confirmMail);
    await mio.pressButton(t.profile.sendAgain, profile);
    const newest = await mailbox.take(next, t.profile.confirmMail);
    await elsewhere.page.goto(linkIn(newest, "/email"));
    await expect(elsewhere.heading(t.profile.confirmTitle)).toBeVisible();
    await expect(elsewhere.page.getByText(next, { exact: true })).toBeVisible();
    await looksGood(elsewhere, "confirming an address");
    await elsewhere.page.reload();
    await elsewhere.pressButton(t.profile.confirm);
    await expect(elsewhere.heading(t.profile.confirmed)).toBeVisible();
    await mailbox.take(administrator.email, t.profile.changedMail);
    await mailbox.take(next, t.profile.changedMail);
    await page.reload();
    await expect(profile.getByText(next, { exact: true })).toBeVisible();

    // And one that is given up.
    await ask(mio, "mio@third.example");
    await mio.pressButton(t.profile.cancelChange, profile);
    await expect(profile.getByText(t.profile.waits("mio@third.example"))).toBeHidden();
  });
}

async function openAccount(visitor: Visitor, person: Person, language: Language): Promise<void> {
  await visitor.pressButton(visitor.t.home.yourAccount(fullName(person, language)));
  await visitor.press(visitor.page.getByRole("menuitem", { name: visitor.t.account.title, exact: true }));
}

/** Asks for this address. Gives the dialog. */
async function ask(visitor: Visitor, email: string) {
  const { t } = visitor;
  await visitor.pressButton(t.profile.changeEmail);
  const dialog = visitor.dialog(t.profile.emailTitle);
  await visitor.write(t.profile.newEmail, email, dialog);
  await visitor.pressButton(t.profile.sendLink, dialog);
  return dialog;
}

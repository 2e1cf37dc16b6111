// Generate password: shown once, handed over, and replaced by the user's own.

import { administratorComes } from "../acts/administrator.ts";
import { accept, choosePassword } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { enterPassword, isInside, isSignedOut } from "../acts/sign_in.ts";
import { addUser, chooseMore, openUser } from "../acts/users.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";

for (const language of ["en", "ja"] as const) {
  const { operator, user } = casts[language];

  test(`a generated password is shown once and opens the door only to choosing another (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await administratorComes(portal, invite, { language });
    const { t } = admin;
    await addUser(admin, operator, user);
    const person = await invite({ language });
    await accept(person, await mailbox.take(user.email, t.letters.invitation), user, operator);

    await openUser(admin, user);
    await chooseMore(admin, user, t.users.generate);
    const question = admin.dialog(t.users.generateQuestion(user.loginId));
    await expect(admin.button(t.common.cancel, question)).toBeFocused();
    await looksGood(admin, "the question before a password is generated");
    await admin.pressButton(t.users.generate, question);
    const shown = admin.dialog(t.users.generated(user.loginId));
    const secret = shown.locator("pre");
    await expect(secret).toHaveText(/^•+$/);
    await admin.pressButton(t.common.show, shown);
    await expect(secret).toHaveText(/^([2-9a-hjkmnp-z]{4}-){5}[2-9a-hjkmnp-z]{4}$/);
    const password = (await secret.textContent()) ?? "";
    await looksGood(admin, "a generated password");
    await isSignedOut(person);

    // Closing without copying asks.
    await admin.pressButton(t.common.done, shown);
    const asked = admin.dialog(t.common.notCopied);
    await looksGood(admin, "closing without copying");
    await admin.pressButton(t.common.goBack, asked);
    await admin.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await admin.pressButton(t.common.copy, shown);
    expect(await admin.page.evaluate(() => navigator.clipboard.readText())).toBe(password);
    await admin.pressButton(t.common.done, shown);
    await expect(shown).toBeHidden();

    await enterPassword(person, { loginId: user.loginId, password });
    await expect(person.heading(t.signIn.newPasswordTitle)).toBeVisible();
    const chosen = { ...user, password: "another harbour before the storm" };
    await choosePassword(person, chosen);
    await isInside(person, chosen);
    const again = await invite({ language });
    await enterPassword(again, { loginId: user.loginId, password });
    await expect(again.page.getByText(t.signIn.wrong)).toBeVisible();
  });
}

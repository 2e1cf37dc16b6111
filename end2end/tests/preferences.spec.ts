// Preferences: language, time zone, how dates are written and typed, and theme go with the account.

import { casts, fullName } from "../acts/people.ts";
import { setUp } from "../acts/set_up.ts";
import { isInside, signIn } from "../acts/sign_in.ts";
import { languageNames, languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";

for (const language of languages) {
  const { operator, administrator } = casts[language];

  test(`dates are written and typed as somebody prefers (${language})`, async ({ portal, invite }) => {
    test.slow();
    const mio = await invite({ language, keyboardOnly: language === "en" });
    const { page, t } = mio;
    await setUp(mio, portal, operator, administrator);
    await mio.pressButton(t.signIn.notNow);
    await isInside(mio, administrator);
    await mio.pressButton(t.home.yourAccount(fullName(administrator, language)));
    await mio.press(page.getByRole("menuitem", { name: t.preferences.title, exact: true }));
    await expect(mio.heading(t.preferences.title)).toBeVisible();
    await expect(mio.field(t.preferences.output)).toBeVisible();
    await looksGood(mio, "Preferences");

    // A time zone is found by its city, and dates follow.
    const zone = mio.field(t.preferences.timeZone).and(page.getByRole("combobox"));
    await zone.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("berlin");
    await expect(page.getByRole("option", { name: /^Europe\/Berlin \(UTC\+0[12]:00\)$/ })).toBeVisible();
    await looksGood(mio, "the time zones of a city");
    await page.keyboard.press("Enter");
    await expect(zone).toHaveValue(/^Europe\/Berlin /);
    await mio.hands.choose(mio.field(t.preferences.input), "DD.MM.YYYY HH:mm");
    await mio.hands.choose(mio.field(t.preferences.output), t.preferences.own);
    await mio.write(t.preferences.outputPattern, "DD.MM. HH:mm");
    await expect(page.getByText(t.preferences.lacksYear).first()).toBeVisible();
    await looksGood(mio, "a pattern that lacks the year");
    await mio.write(t.preferences.outputPattern, "YYYY/MM/DD [at] HH:mm");
    for (const [typed, said] of [
      ["22.11.2026 18:30", t.preferences.understood("2026/11/22 at 18:30")],
      ["2026-11-22 18:30", t.preferences.otherwise("22.11.2026 18:30")],
      ["28.03.2027 02:30", t.preferences.skipped("28.03.2027 01:59", "28.03.2027 03:00")],
      ["31.10.2027 02:30", t.preferences.firstOfTwo("2027/10/31 at 02:30")],
    ] as const) {
      await mio.write(t.preferences.tryIt, typed);
      await expect(page.getByText(said)).toBeVisible();
    }
    await mio.pressButton(t.preferences.save);
    await mio.isTold(t.preferences.saved);
    await page.goto("/account");
    await expect(page.locator("time.moment").first()).toHaveText(/^\d{4}\/\d\d\/\d\d at \d\d:\d\d$/);

    // Another browser has them at once, and what is chosen in one is kept for the other.
    const there = await invite({ language });
    await signIn(there, administrator);
    await expect(there.page).not.toHaveURL(/sign-in/);
    await there.page.goto("/account/preferences");
    await expect(there.field(t.preferences.outputPattern)).toHaveValue("YYYY/MM/DD [at] HH:mm");
    await there.page.getByRole("radio", { name: t.preferences.dark }).check();
    await there.pressButton(t.preferences.save);
    await there.isTold(t.preferences.saved);
    await expect(there.page.locator("html")).toHaveAttribute("data-theme", "dark");
    const other = language === "en" ? "ja" : "en";
    await there.page.getByRole("banner").getByRole("combobox").selectOption({ label: languageNames[other] });
    await expect(there.page.locator("html")).toHaveAttribute("lang", other);
    await expect(async () => {
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("lang", other, { timeout: 2_000 });
    }).toPass();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
}

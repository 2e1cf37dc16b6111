// Trusted addresses: from where somebody may come.

import { administratorComes } from "../acts/administrator.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { addUser, openUser } from "../acts/users.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";

const { operator, user } = casts.en;
const OFFICE = "198.51.100.7";
const CAFE = "203.0.113.9";

test("a user is kept to the office, and the list is tried before it is saved", async ({ portal, mailbox, invite }) => {
  await portal.stop();
  await portal.serve({ SMTP_URL: mailbox.url, TRUSTED_PROXIES: "127.0.0.1" });
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user);
  const hana = await invite();
  await hana.page.context().setExtraHTTPHeaders({ "x-forwarded-for": CAFE });
  await accept(hana, await mailbox.take(user.email, t.letters.invitation), user, operator);

  await openUser(admin, user);
  const section = page.getByRole("region", { name: "Addresses" });
  await expect(section.getByText("Anywhere")).toBeVisible();
  await admin.pressButton("Edit", section);
  const dialog = admin.dialog(`Trusted addresses of ${user.loginId}`);
  const entry = (number: number) => dialog.getByRole("textbox", { name: `Address ${number}`, exact: true });
  await admin.hands.write(entry(1), "198.51.100.0/255.255.255.0");
  await admin.pressButton("Add an address", dialog);
  await expect(entry(2)).toBeFocused();
  await admin.hands.write(entry(2), "10.0.0.0/255.0.255.0");
  await admin.pressButton(t.users.save, dialog);
  await expect(dialog.getByRole("alert")).toContainText("255.0.255.0");
  await expect(entry(2)).toHaveAttribute("aria-invalid", "true");
  await expect(entry(1)).not.toHaveAttribute("aria-invalid", "true");
  await admin.pressButton("Remove address 2", dialog);

  await admin.write("Would this address get in?", CAFE, dialog);
  await admin.pressButton("Try", dialog);
  await expect(dialog.getByText(`${CAFE} does not get in.`)).toBeVisible();
  await expect(dialog.getByRole("row", { name: CAFE })).toBeVisible();
  await admin.write("Would this address get in?", OFFICE, dialog);
  await admin.pressButton("Try", dialog);
  await expect(dialog.getByText(`${OFFICE} gets in, by 198.51.100.0/24.`)).toBeVisible();
  await looksGood(admin, "Trusted addresses");
  await admin.pressButton(t.users.save, dialog);
  await expect(section.getByText("198.51.100.0/24")).toBeVisible();

  await hana.page.reload();
  await expect(hana.page.getByText("This account cannot be used from where you are.")).toBeVisible();
  await hana.page.context().setExtraHTTPHeaders({ "x-forwarded-for": OFFICE });
  await hana.pressButton(t.common.retry);
  await expect(hana.page.getByRole("heading", { level: 1 })).toContainText("Hana");
});

test("who came from where of late is added to the list by a press", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  const { administrator } = casts.en;
  await openUser(admin, administrator);
  const section = page.getByRole("region", { name: "Addresses" });
  await admin.pressButton("Edit", section);
  const dialog = admin.dialog(`Trusted addresses of ${administrator.loginId}`);
  const first = dialog.getByRole("textbox", { name: "Address 1", exact: true });
  await admin.hands.write(first, "192.0.2.1");
  await admin.pressButton(t.users.save, dialog);
  await expect(dialog.getByText("That would keep you out")).toBeVisible();
  await admin.pressButton("Try", dialog);
  await admin.press(dialog.getByRole("button", { name: /^Add (127\.0\.0\.1|::1)$/ }));
  await admin.pressButton(t.users.save, dialog);
  await expect(dialog).toBeHidden();
  await expect(section.getByText("192.0.2.1")).toBeVisible();
});

// What happened can be read: who did what to whom, once for each thing done.

import { administratorComes } from "../acts/administrator.ts";
import { casts } from "../acts/people.ts";
import { addUser, openUser, resetTfa } from "../acts/users.ts";
import { readFile } from "node:fs/promises";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";

const { operator, administrator, user } = casts.en;

test("each thing done is one event, with both names and what has changed", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user, { otp: true });
  await openUser(admin, user);
  await resetTfa(admin, user);
  await admin.press(admin.link(t.users.allInAudit));
  await expect(admin.heading(t.home.audit)).toBeVisible();

  for (const what of [t.audit.addedUser, t.audit.resetTfa, "Issued credentials"]) {
    const event = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: what, exact: true }) });
    await expect(event).toHaveCount(1);
    await expect(event.getByRole("link", { name: administrator.loginId })).toBeVisible();
    await expect(event.getByRole("link", { name: user.loginId })).toBeVisible();
    await expect(event.getByText("127.0.0.1")).toBeVisible();
  }

  await admin.pressButton(`Details of “${t.audit.addedUser}”`);
  await expect(page.getByText(user.email, { exact: true })).toBeVisible();
});

test("a refused sign-in is there too, and a filter finds it", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  const stranger = await invite();
  await stranger.page.goto("/sign-in");
  await stranger.write(t.signIn.loginId, administrator.loginId);
  await stranger.write(t.signIn.password, "a guess, and a wrong one");
  await stranger.pressButton(t.signIn.signIn);
  await expect(stranger.page.getByText(t.signIn.wrong)).toBeVisible();

  await admin.press(admin.link(t.home.audit, page.getByRole("navigation")));
  await admin.hands.choose(page.getByRole("combobox", { name: "Result" }), "Refused");
  await expect(page).toHaveURL(/\?/);
  const events = page.getByRole("rowheader", { name: "Failed to sign in" });
  await expect(events).toHaveCount(1);
  await page.reload();
  await expect(events).toHaveCount(1);
});

test("what was done by the command line says so", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await admin.press(admin.link(t.home.audit, page.getByRole("navigation")));
  const event = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: t.audit.addedUser, exact: true }) });
  await expect(event.getByText("Command line")).toBeVisible();
});

test("what is found is exported, and an event shows before and after", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await addUser(admin, operator, user, { otp: true });
  await openUser(admin, user);
  await resetTfa(admin, user);
  await admin.press(admin.link(t.home.audit, page.getByRole("navigation")));
  await admin.hands.choose(page.getByRole("combobox", { name: t.audit.action }), t.audit.resetTfa);
  await expect(page.getByRole("rowheader")).toHaveText([t.audit.resetTfa]);

  await admin.pressButton(`Details of “${t.audit.resetTfa}”`);
  const changes = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "Field", exact: true }) }).last();
  await expect(changes.getByRole("row").filter({ hasText: "sessions_ended" })).toBeVisible();
  await looksGood(admin, "an event");

  const download = async (kind: string): Promise<string> => {
    await admin.pressButton(t.audit.export);
    const [file] = await Promise.all([page.waitForEvent("download"), admin.press(page.getByRole("menuitem", { name: kind }))]);
    return readFile(await file.path(), "utf8");
  };
  const events = JSON.parse(await download("JSON")) as { action: string; subject: { login_id: string } }[];
  expect(events.map(({ action, subject }) => [action, subject.login_id])).toEqual([["two_factor.reset", user.loginId]]);
  const [head, line, ...rest] = (await download("CSV")).split("\r\n");
  expect(head).toMatch(/^\uFEFFid,at,action,/);
  expect(line).toContain(`,two_factor.reset,done,`);
  expect(rest).toEqual([""]);

  const found = page.getByRole("rowheader", { name: t.audit.resetTfa, exact: true });
  await admin.press(admin.link("Only this request"));
  await expect(page).toHaveURL(/request_id=/);
  await expect(found).toHaveCount(1);
  await page.reload();
  await expect(found).toHaveCount(1);
  await expect(page.getByRole("button", { name: /request [0-9a-f]{32}/ })).toBeVisible();
});

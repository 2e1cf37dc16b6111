// The command palette and the keyboard shortcuts.

import { createAdministrator, administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { createCompany } from "../acts/companies.ts";
import { accept } from "../acts/invitation.ts";
import { jumpTo, lookFor, offered, palette } from "../acts/palette.ts";
import { casts, fullName } from "../acts/people.ts";
import { signIn } from "../acts/sign_in.ts";
import { addUser, userRow } from "../acts/users.ts";
import { languages } from "../fixtures/labels.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const { operator, customer, administrator, user } = casts.en;

/** Who sees the list of shortcuts. */
function shortcuts(visitor: Visitor) {
  return visitor.dialog(visitor.t.shortcuts.title);
}

test("the palette opens by its key and by its button, and Esc gives the focus back", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await admin.pressButton(t.palette.open);
  const line = palette(admin).getByRole("combobox", { name: t.palette.open });
  await expect(line).toBeFocused();
  await expect(offered(admin, t.palette.pages).first()).toHaveText(t.home.home);
  await expect(offered(admin).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(palette(admin)).toBeHidden();
  await expect(admin.button(t.palette.open)).toBeFocused();

  // From within a field too, and then back into it.
  await page.goto("/admin/users");
  const search = page.getByRole("searchbox", { name: t.users.search });
  await search.focus();
  await lookFor(admin, "xyzzy");
  await expect(palette(admin).getByText(t.palette.nothing("xyzzy")).first()).toBeVisible();
  await expect(line).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(admin)).toBeHidden();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");

  // Beside another dialog it stays shut.
  await admin.pressButton(t.users.addUser);
  await expect(admin.dialog(t.users.addUser)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(admin)).toBeHidden();
});

test("pages, users and companies are found by parts of their names, and opened with the keys", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite, { keyboardOnly: true });
  const { page, t } = admin;
  await createCompany(admin, { name: customer, kind: t.companies.customer, under: operator });
  await addUser(admin, customer, user);
  await page.goto("/");

  await lookFor(admin, "sato ha");
  const found = offered(admin, t.palette.users);
  await expect(found).toHaveText(`${fullName(user, "en")} ${user.loginId} · ${customer}`);
  await expect(palette(admin).getByRole("status").filter({ hasText: t.palette.results(1) })).toHaveText(t.palette.results(1));
  await expect(found).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/users\/\d+$/);
  await expect(admin.heading(fullName(user, "en"))).toBeVisible();
  await expect(admin.heading(fullName(user, "en"))).toBeFocused();

  await jumpTo(admin, "LANTERN fo", customer);
  await expect(page).toHaveURL(/\/admin\/users\?company=\d+$/);
  await expect(page.getByRole("heading", { name: t.users.usersOf(customer) })).toBeVisible();
  await expect(userRow(admin, user)).toBeVisible();

  // Words in any order; a section of a page; Home, End and the way around.
  await jumpTo(admin, "classes policy", t.policies.title);
  await expect(admin.heading(t.policies.title)).toBeVisible();
  await jumpTo(admin, "devices", t.account.sessions);
  await expect(page).toHaveURL("/account#sessions");
  await expect(page.getByRole("heading", { name: t.account.sessions })).toBeFocused();
  await lookFor(admin, "");
  await page.keyboard.press("End");
  await expect(offered(admin).last()).toHaveAttribute("aria-selected", "true");
  await expect(offered(admin).last()).toHaveText(t.home.signOut);
  await page.keyboard.press("ArrowDown");
  await expect(offered(admin).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await expect(offered(admin).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(palette(admin)).toBeHidden();

  // In a tab of its own.
  await lookFor(admin, "audit");
  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("ControlOrMeta+Enter");
  const tab = await opened;
  await expect(tab).toHaveURL("/admin/audit");
  await expect(page).toHaveURL("/account#sessions");
});

test("of many users six are shown, and where the others are", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite);
  const { page, t } = admin;
  await lookFor(admin, "example");
  const found = offered(admin, t.palette.users);
  await expect(found).toHaveCount(7);
  await expect(found.last()).toHaveText(t.palette.allUsers);
  await found.last().click();
  await expect(page).toHaveURL("/admin/users?q=example");
  await expect(admin.heading(t.users.manageUsers)).toBeVisible();
});

test("what was asked later is never replaced by an older answer, and a refusal keeps the rest", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite);
  const { page, t } = admin;
  let isRefused = true;
  let answerFirst = () => {};
  const held = new Promise<void>((resolve) => (answerFirst = resolve));
  await page.route("**/ui/users/list", async (route) => {
    const search = route.request().postDataJSON().query.search;
    if (search === "aoi") await held;
    if (search === "ren" && isRefused) return route.fulfill({ status: 429, body: "" });
    await route.continue();
  });
  const asked = page.waitForRequest("**/ui/users/list");
  await lookFor(admin, "aoi");
  await asked;
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("takuya");
  const found = offered(admin, t.palette.users);
  await expect(found.filter({ hasText: /takuya/i }).first()).toBeVisible();
  const late = page.waitForResponse((answer) => answer.request().postDataJSON()?.query?.search === "aoi");
  answerFirst();
  await late;
  await expect(found.filter({ hasText: /aoi/i })).toHaveCount(0);
  await expect(found.filter({ hasText: /takuya/i }).first()).toBeVisible();

  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("ren");
  await expect(palette(admin).getByRole("alert")).toBeVisible();
  await expect(offered(admin, t.palette.pages)).toHaveText([t.preferences.title]);
  isRefused = false;
  await admin.pressButton(t.common.retry, palette(admin));
  await expect(palette(admin).getByRole("alert")).toBeHidden();
  await expect(found.filter({ hasText: /ren/i }).first()).toBeVisible();
});

test("an action leads to its place and opens the dialog there", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await jumpTo(admin, "add us", t.users.addUser);
  await expect(admin.dialog(t.users.addUser)).toBeVisible();
  await expect(admin.field(t.signIn.loginId, admin.dialog(t.users.addUser))).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/admin/users");
  // Once more on the same page, which keeps nothing of the first time.
  await jumpTo(admin, "add us", t.users.addUser);
  await expect(admin.dialog(t.users.addUser)).toBeVisible();
  await page.keyboard.press("Escape");

  for (const [typed, action, dialog, path] of [
    ["create comp", t.companies.create, t.companies.create, "/admin/companies"],
    ["create role", t.roles.create, t.roles.create, "/admin/roles"],
    ["change pass", t.account.changePassword, t.account.passwordTitle, "/account"],
    ["authenticator", t.account.setUp, t.account.setUp, "/account"],
  ] as const) {
    await jumpTo(admin, typed, action);
    await expect(admin.dialog(dialog)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(admin.dialog(dialog)).toBeHidden();
    await expect(page).toHaveURL(path);
  }
  await page.goBack();
  await expect(page).toHaveURL("/account");

  await jumpTo(admin, "theme dark", t.palette.darkTheme);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await lookFor(admin, "japanese");
  await expect(offered(admin)).toHaveText(t.palette.japanese);
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  // Both went with the account.
  await expect(async () => {
    const preferences = await (await page.request.get("/api/v1/me/preferences")).json();
    expect(preferences).toMatchObject({ theme: "dark", language: "ja" });
  }).toPass();
});

test("a page with unsaved changes asks before the palette leads away", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await page.goto("/account/preferences");
  await page.getByRole("radio", { name: t.preferences.dark }).check();
  await jumpTo(admin, "audit", t.home.audit);
  await expect(admin.button(t.common.discard)).toBeVisible();
  await expect(page).toHaveURL("/account/preferences");
  await admin.pressButton(t.common.discard);
  await expect(admin.heading(t.home.audit)).toBeVisible();
});

test("what was opened last stands on top, also after a reload, for this user alone", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await jumpTo(admin, "roles", t.roles.roles);
  await expect(admin.heading(t.roles.roles)).toBeVisible();
  await jumpTo(admin, "mail", t.home.mail);
  await expect(admin.heading(t.home.mail)).toBeVisible();
  await page.reload();
  await lookFor(admin, "");
  await expect(offered(admin, t.palette.recent)).toHaveText([t.home.mail, new RegExp(t.roles.roles)]);
  await expect(offered(admin).first()).toHaveAttribute("aria-selected", "true");
  await expect(offered(admin, t.palette.pages).filter({ hasText: t.home.mail })).toHaveCount(0);
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("doorward.recent.")));
  expect(kept).toHaveLength(1);
});

test("who may not see users is offered none, nor to add one", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user);
  const visitor = await invite();
  const { page, t } = visitor;
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);
  let asked = 0;
  page.on("request", (request) => (asked += /\/ui\/(users|companies)\//.test(request.url()) ? 1 : 0));
  await lookFor(visitor, "mio");
  await expect(palette(visitor).getByText(t.palette.nothing("mio")).first()).toBeVisible();
  for (const text of [t.users.addUser, t.home.manageUsers, t.home.audit, t.companies.create]) {
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
    await expect(palette(visitor).getByText(t.palette.nothing(text)).first()).toBeVisible();
  }
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("change password");
  await expect(offered(visitor)).toHaveText(t.account.changePassword);
  await page.keyboard.press("Escape");
  expect(asked, "questions about users and companies").toBe(0);

  // Nor do the keys lead there, or the address open what is not allowed.
  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await page.keyboard.press("?");
  await expect(shortcuts(visitor)).toBeVisible();
  await expect(shortcuts(visitor).getByText(t.home.manageUsers)).toHaveCount(0);
  await expect(page).toHaveURL("/");
});

test("keys by themselves lead somewhere, unless one types or has switched them off", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite, { keyboardOnly: true });
  const { page, t } = admin;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("g", "u");
  await expect(admin.heading(t.users.manageUsers)).toBeVisible();
  await press("g", "c");
  await expect(admin.heading(t.home.companies)).toBeVisible();
  await press("g", "a");
  await expect(admin.heading(t.home.audit)).toBeVisible();
  await press("g", "u");
  await expect(admin.heading(t.users.manageUsers)).toBeVisible();

  // Into the search field of the list, where keys are letters again.
  const search = page.getByRole("searchbox", { name: t.users.search });
  await press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("gh?/");
  await expect(search).toHaveValue("gh?/");
  await expect(page).toHaveURL(/\/admin\/users/);
  await expect(shortcuts(admin)).toBeHidden();
  await page.goto("/");
  await expect(admin.button(t.palette.open)).toBeVisible();

  // With a modifier they are somebody else's; in a dialog they are nobody's.
  await press("g", "Alt+u", "Shift+G", "u");
  await press("?");
  await expect(shortcuts(admin)).toBeVisible();
  await press("g", "u");
  await expect(page).toHaveURL("/");

  const single = shortcuts(admin).getByRole("checkbox", { name: t.shortcuts.single });
  await admin.hands.tick(single, false);
  await press("Escape");
  await expect(shortcuts(admin)).toBeHidden();
  await press("?", "g", "u", "/");
  await page.reload();
  await expect(admin.button(t.palette.open)).toBeVisible();
  await press("?", "g", "u");
  await expect(page).toHaveURL("/");
  await expect(shortcuts(admin)).toBeHidden();

  // The palette opens all the same, and leads back to the list.
  await jumpTo(admin, "shortcuts", t.shortcuts.title);
  await expect(single).not.toBeChecked();
  await admin.hands.tick(single, true);
  await press("Escape");
  await admin.pressButton(t.home.yourAccount(fullName(administrator, "en")));
  await admin.press(page.getByRole("menuitem", { name: t.shortcuts.title, exact: true }));
  await expect(shortcuts(admin)).toBeVisible();
  await press("Escape", "g", "u");
  await expect(admin.heading(t.users.manageUsers)).toBeVisible();
});

test("the Enter of an input method chooses nothing", async ({ portal, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await lookFor(admin, "audit");
  await expect(offered(admin, t.palette.pages)).toHaveText(t.home.audit);
  await palette(admin)
    .getByRole("combobox")
    .dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
  await expect(palette(admin)).toBeVisible();
  await expect(page).toHaveURL("/");
});

for (const language of languages) {
  test(`pages are found in the reader's language and in English (${language})`, async ({ portal, invite }) => {
    await createAdministrator(portal, language);
    const admin = await invite({ language });
    const { page, t } = admin;
    await signIn(admin, casts[language].administrator);
    for (const typed of [t.home.manageUsers, "manage users", "ｍａｎａｇｅ ｕｓｅｒｓ"]) {
      await lookFor(admin, "");
      await page.keyboard.insertText(typed);
      await expect(offered(admin, t.palette.pages)).toHaveText([t.home.manageUsers]);
      await page.keyboard.press("Enter");
      await expect(admin.heading(t.users.manageUsers)).toBeVisible();
      await page.goto("/");
    }
    if (language !== "ja") return;
    // What is not converted yet finds katakana.
    await lookFor(admin, "");
    await page.keyboard.insertText("ゆーざーかんり");
    await expect(palette(admin).getByText(t.palette.nothing("ゆーざーかんり")).first()).toBeVisible();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText("ゆーざー");
    await expect(offered(admin, t.palette.pages)).toHaveText([t.home.manageUsers]);
  });

  test(`the palette and the list of shortcuts look good to everybody (${language})`, async ({ portal, invite }) => {
    const admin = await demoAdministratorComes(portal, invite, { language });
    const { page, t } = admin;
    await looksGood(admin, "the button of the palette");
    await jumpTo(admin, t.home.audit, t.home.audit);
    await expect(admin.heading(t.home.audit)).toBeVisible();
    await lookFor(admin, "");
    await expect(offered(admin, t.palette.recent)).toHaveCount(1);
    await looksGood(admin, "the palette before anything is typed");
    await page.keyboard.type("a");
    await expect(offered(admin, t.palette.users)).toHaveCount(7);
    await looksGood(admin, "what the palette has found");
    await page.keyboard.type("xyz");
    await expect(palette(admin).getByText(t.palette.nothing("axyz")).first()).toBeVisible();
    await looksGood(admin, "the palette with nothing found");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(shortcuts(admin)).toBeVisible();
    await looksGood(admin, "the list of shortcuts");
  });
}

test("on a phone the palette is a button and fills the width", async ({ portal, invite }) => {
  const admin = await demoAdministratorComes(portal, invite);
  const { page, t } = admin;
  await page.setViewportSize({ width: 390, height: 844 });
  await admin.pressButton(t.palette.open);
  await palette(admin).getByRole("combobox").fill("companies");
  await offered(admin, t.palette.pages).click();
  await expect(admin.heading(t.home.companies)).toBeVisible();
  await admin.pressButton(t.palette.open);
  await page.mouse.click(195, 830);
  await expect(palette(admin)).toBeHidden();
});

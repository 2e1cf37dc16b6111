// Users from a file: the dry run row by row, the import, its results as a file, and what is said about wrong files.

import { utimes, writeFile } from "node:fs/promises";
import { administratorComes, demoAdministratorComes } from "../acts/administrator.ts";
import { chooseFile, csvFile, download, dryRun, goToImport } from "../acts/import.ts";
import { accept } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { addUser, goToManageUsers } from "../acts/users.ts";
import { readTable, writeTable } from "../fixtures/csv.ts";
import { looksGood } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** What is looked at of a user in a file. */
type UserLine = Record<"login_id" | "email" | "first_name" | "company" | "roles" | "language" | "status" | "last_sign_in_at", string>;
/** What a file of results says besides. */
type ResultLine = UserLine & Record<"line" | "outcome" | "why", string>;

/** The tile that counts an outcome. */
function tile({ page }: Visitor, outcome: string) {
  return page.locator(".job-count", { hasText: outcome }).locator(".job-count-number");
}

/** The row about a login ID. */
function row({ page }: Visitor, loginId: string) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: loginId, exact: true }) });
}

/** Presses Start, says yes, and waits until it is done. */
async function startAndWait(visitor: Visitor): Promise<void> {
  const { page, t } = visitor;
  await visitor.press(page.getByRole("button", { name: t.jobs.start }));
  await visitor.press(page.getByRole("dialog").getByRole("button", { name: t.jobs.start }));
  await expect(page.locator(".job-facts").getByText(t.jobs.done, { exact: true })).toBeVisible({ timeout: 30_000 });
}

for (const language of ["en", "ja"] as const) {
  test(`users are exported, changed in a file and imported again (${language})`, async ({ portal, mailbox, invite }) => {
    const admin = await demoAdministratorComes(portal, invite, { language }, 24);
    const { page, t } = admin;
    await goToManageUsers(admin);
    const exported: UserLine[] = readTable(await download(admin, admin.link(t.imports.exportCsv)));
    const others = exported.filter(({ login_id }) => login_id !== "admin");
    const [changed, refused, same] = others.slice(0, 3) as [UserLine, UserLine, UserLine];
    const unset = { roles: "", status: "", last_sign_in_at: "" };
    const someone = { ...changed, ...unset, login_id: "new.someone", email: "new.someone@example.com", language };
    const lines = [{ ...changed, first_name: "Renamed" }, { ...refused, email: "nowhere" }, same, someone];
    const file = csvFile(writeTable(lines));

    await goToImport(admin);
    await admin.pressButton(t.imports.check);
    await expect(page.getByRole("alert")).toContainText(t.imports.noFile);
    await looksGood(admin, "Import users without a file");
    const example: UserLine[] = readTable(await download(admin, admin.button(t.imports.example)));
    expect(example[0]).toMatchObject({ login_id: "hana.sato", company: "1" });
    await admin.hands.tick(admin.field(t.imports.issueCredentials), true);
    await chooseFile(admin, file);
    await expect(page.getByText("users.csv")).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await looksGood(admin, "Import users with a file");

    await admin.pressButton(t.imports.check);
    await expect(page).toHaveURL(/\/admin\/jobs\/\d+$/);
    await expect(page.getByText(t.imports.nothingChanged)).toBeVisible();
    for (const outcome of [t.imports.wouldBeAdded, t.imports.wouldChange, t.jobs.nothingToDo, t.jobs.refused]) {
      await expect(tile(admin, outcome)).toHaveText("1");
    }
    await expect(row(admin, changed.login_id)).toContainText(t.imports.wouldChange);
    await expect(row(admin, changed.login_id)).toContainText(`${t.imports.firstName}${changed.first_name}→`);
    await expect(row(admin, changed.login_id)).toContainText("Renamed");
    await expect(row(admin, refused.login_id)).toContainText(t.imports.notAnEmail);
    await expect(row(admin, same.login_id)).toContainText(t.jobs.nothingToDo);
    await expect(row(admin, someone.login_id)).toContainText(t.imports.wouldBeAdded);
    await expect(row(admin, someone.login_id)).toContainText(someone.email);
    await expect(admin.link(someone.login_id)).toHaveCount(0);
    await looksGood(admin, "the dry run of an import");

    await admin.press(page.getByRole("button", { name: t.jobs.start }));
    const question = admin.dialog(t.imports.question);
    await expect(question.getByText(t.imports.mailsOne)).toBeVisible();
    await expect(question.getByText(t.imports.leftOut)).toBeVisible();
    await looksGood(admin, "the question before an import starts");
    await admin.pressButton(t.common.cancel, question);
    await startAndWait(admin);
    await expect(tile(admin, t.imports.added)).toHaveText("1");
    await expect(tile(admin, t.jobs.changed)).toHaveText("1");
    await looksGood(admin, "the results of an import");
    await mailbox.take(someone.email, t.letters.invitation);

    const results: ResultLine[] = readTable(await download(admin, admin.link(t.jobs.downloadResults)));
    expect(results.map(({ login_id, line, outcome }) => [login_id, line, outcome])).toEqual([
      [changed.login_id, "2", "changed"],
      [refused.login_id, "3", "refused"],
      [same.login_id, "4", "nothing_to_do"],
      [someone.login_id, "5", "created"],
    ]);
    const left: ResultLine[] = readTable(await download(admin, admin.link(t.imports.downloadRefused)));
    expect(left).toHaveLength(1);
    expect(left[0]?.why).toContain(t.imports.notAnEmail);
    await admin.press(admin.link(someone.login_id));
    await expect(page.getByText(someone.email).first()).toBeVisible();

    // What was refused is corrected in the file that tells of it.
    await goToImport(admin);
    await dryRun(admin, csvFile(writeTable(left.map((line) => ({ ...line, email: "somewhere@example.com" }))), "refused.csv"));
    await expect(tile(admin, t.imports.wouldChange)).toHaveText("1");
    await admin.pressButton(t.jobs.cancelJob);

    // The same file again, but for what was refused.
    await goToImport(admin);
    await dryRun(admin, csvFile(writeTable(lines.filter(({ email }) => email !== "nowhere"))));
    await expect(page.getByText(t.imports.nothingToStart)).toBeVisible();
    await expect(tile(admin, t.jobs.nothingToDo)).toHaveText("3");
    await expect(page.getByRole("button", { name: t.jobs.start })).toHaveCount(0);
    await page.goto("/admin/jobs");
    await expect(admin.link(t.imports.job)).toHaveCount(3);
  });
}

test("what is wrong with a file is said beside it, and it stays chosen", async ({ portal, invite }, info) => {
  const admin = await demoAdministratorComes(portal, invite, {}, 4);
  const { page, t } = admin;
  await goToImport(admin);
  await chooseFile(admin, csvFile("login_id,phone\nhana,1\n", "phones.csv"));
  await admin.pressButton(t.imports.check);
  await expect(page.getByRole("alert")).toContainText(t.imports.unknownColumn);
  await expect(page.getByText("phones.csv")).toBeVisible();
  await looksGood(admin, "a file that was not taken");

  await chooseFile(admin, csvFile(Buffer.from("login_id,first_name\nhana,Hana\nrene,Ren\xe9\n", "latin1"), "latin.csv"));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await admin.pressButton(t.imports.check);
  await expect(page.getByRole("alert")).toContainText(t.imports.notUtf8);

  // A file that is told wrong in its first line, while most of it is still on its way.
  const long = info.outputPath("long.csv");
  await writeFile(long, `login_id,phone\n${"hana.sato,0123456789\n".repeat(1_000_000)}`);
  await chooseFile(admin, long);
  await admin.pressButton(t.imports.check);
  await expect(page.getByRole("alert")).toContainText(t.imports.unknownColumn);

  // Corrected in place: the browser gives only what it was given.
  const path = info.outputPath("corrected.csv");
  await writeFile(path, "login_id,phone\nadmin,1\n");
  await chooseFile(admin, path);
  await writeFile(path, "login_id,first_name\nadmin,Changed meanwhile\n");
  // A second is what browsers tell apart.
  const later = Date.now() / 1000 + 5;
  await utimes(path, later, later);
  await admin.pressButton(t.imports.check);
  await expect(page.getByRole("alert")).toContainText(t.imports.changedMeanwhile);
  await dryRun(admin, path);
  await expect(tile(admin, t.imports.wouldChange)).toHaveText("1");
});

test("an import is done by the keyboard alone", async ({ portal, invite }) => {
  const { operator } = casts.en;
  const admin = await administratorComes(portal, invite, { keyboardOnly: true });
  await goToImport(admin);
  const head = "login_id,email,first_name,last_name,company_name";
  await dryRun(admin, csvFile(`${head}\nren.mori,ren.mori@example.com,Ren,Mori,${operator}\n`));
  await startAndWait(admin);
  await admin.press(admin.link("ren.mori"));
  await expect(admin.page.getByText("ren.mori@example.com").first()).toBeVisible();
});

test("who may not add users is offered no import", async ({ portal, mailbox, invite }) => {
  const { operator, user } = casts.en;
  const admin = await administratorComes(portal, invite);
  await addUser(admin, operator, user, { role: admin.t.roles.helpDesk });
  const visitor = await invite();
  const { page, t } = visitor;
  await accept(visitor, await mailbox.take(user.email, t.letters.invitation), user, operator);
  await goToManageUsers(visitor);
  await expect(visitor.link(t.imports.exportCsv)).toBeVisible();
  await expect(visitor.link(t.imports.importCsv)).toHaveCount(0);
  await page.goto("/admin/users/import");
  await expect(page.getByText(t.imports.notAllowed)).toBeVisible();
  await expect(visitor.button(t.imports.check)).toHaveCount(0);
  const answer = await page.request.post("/api/v1/users/import", { data: "login_id\nx\n", headers: { "content-type": "text/csv" } });
  expect(answer.status()).toBe(403);
});

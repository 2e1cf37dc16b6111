// Mail: through a server, without one, and while it is away or refuses.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { administratorComes } from "../acts/administrator.ts";
import { clickHereToContinue, choosePassword, openInvitation } from "../acts/invitation.ts";
import { casts } from "../acts/people.ts";
import { isInside } from "../acts/sign_in.ts";
import { addUser, openUser } from "../acts/users.ts";
import { Authority } from "../fixtures/authority.ts";
import { Mailbox, readLetter } from "../fixtures/mailbox.ts";
import { expect, test } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

const { operator, user } = casts.en;

/** The row of the Mail page about this user's newest mail, as it is now. */
async function mailRow(visitor: Visitor) {
  const { page, t } = visitor;
  await page.goto(`/admin/mail?q=${user.email}`);
  await expect(visitor.heading(t.home.mail)).toBeVisible();
  return page.getByRole("row").filter({ hasText: user.email }).first();
}

test.describe("without a mail server", () => {
  test.use({ hasMailServer: false });

  test("mail is written as files that any mail program opens", async ({ portal, invite }) => {
    const admin = await administratorComes(portal, invite);
    await addUser(admin, operator, user);
    const folder = path.join(portal.dataDir, "mail");
    const files = async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
    await expect.poll(async () => (await files()).length, "an .eml file").toBe(1);
    const mail = await readLetter(await readFile(path.join(folder, (await files())[0] ?? "")));
    expect(mail.recipient).toBe(user.email);
    expect(mail.subject).toContain(admin.t.letters.invitation);

    const person = await invite();
    await openInvitation(person, mail, user, operator);
    await clickHereToContinue(person);
    await choosePassword(person, user);
    await isInside(person, user);
  });
});

test("while the mail server is away, Issue Credentials succeeds, and the mail arrives later, once", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  await mailbox.stop();
  await addUser(admin, operator, user);
  await openUser(admin, user);
  await expect(page.getByText(t.users.queued, { exact: true })).toBeVisible();
  const waiting = await mailRow(admin);
  await expect(waiting.getByText(t.users.queued, { exact: true })).toBeVisible();

  await mailbox.start();
  await mailbox.take(user.email, t.letters.invitation);
  await expect(async () => {
    const sent = await mailRow(admin);
    await expect(sent.getByText(t.users.sent, { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();

  // Another start finds nothing left to send.
  await portal.stop();
  await portal.serve();
  await mailRow(admin);
  expect(mailbox.all(user.email, t.letters.invitation)).toHaveLength(1);
});

test("what the mail server refuses is told with its words, and sent again on request", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const { page, t } = admin;
  mailbox.refuse(550, "no mailbox of that name");
  await addUser(admin, operator, user);
  await expect(async () => {
    const refused = await mailRow(admin);
    await expect(refused.getByText("no mailbox of that name")).toBeVisible({ timeout: 1_000 });
    await expect(refused.getByText(t.mail.failed, { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await openUser(admin, user);
  await expect(page.getByText(t.mail.refused, { exact: true })).toBeVisible();

  mailbox.refuse();
  const refused = await mailRow(admin);
  await admin.press(refused.getByRole("button", { name: t.mail.sendAgainTo(user.email) }));
  await admin.isTold(t.mail.queuedAgain(user.email));
  const mail = await mailbox.take(user.email, t.letters.invitation);
  await openInvitation(await invite(), mail, user, operator);
});

test("a mail server shows who it is before it learns the password", async ({ portal, invite }) => {
  const authority = await Authority.found();
  const mailbox = await Mailbox.open(authority.certificate);
  try {
    await portal.stop();
    await portal.serve({ SMTP_URL: mailbox.url });
    const admin = await administratorComes(portal, invite);
    await addUser(admin, operator, user);
    await expect(async () => {
      const waiting = await mailRow(admin);
      await expect(waiting.getByText("invalid peer certificate")).toBeVisible({ timeout: 1_000 });
    }).toPass();
    expect(mailbox.shown).toEqual([]);

    await portal.stop();
    portal.trust(authority.file);
    await portal.serve();
    expect(await portal.run(["doctor"])).toMatch(/ok +mail: .* answers and knows us/);
    const waiting = await mailRow(admin);
    await admin.press(waiting.getByRole("button", { name: admin.t.mail.sendAgainTo(user.email) }));
    await mailbox.take(user.email, admin.t.letters.invitation);
    expect(new Set(mailbox.shown)).toEqual(new Set([`doorward ${mailbox.password}`]));
  } finally {
    await mailbox.stop();
    await authority.close();
  }
});

test("each mail speaks its reader's language", async ({ portal, mailbox, invite }) => {
  const admin = await administratorComes(portal, invite);
  const letters = [
    { language: "ja", subject: "ユーザー登録受付メール", action: "アカウントを設定する" },
    { language: "zh-Hans", subject: "用户注册受理邮件", action: "设置您的账户" },
  ] as const;
  for (const { language, subject, action } of letters) {
    const loginId = `reads.${language.toLowerCase()}`;
    const reader = { ...user, loginId, email: `${loginId}@lantern.example` };
    await addUser(admin, operator, reader, { language });
    const mail = await mailbox.take(reader.email, subject);
    expect(mail.text).toContain(action);
    expect(mail.html).toContain(`lang="${language}"`);
  }
});

// What an administrator does with files of users.

import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";
import { goToManageUsers } from "./users.ts";

/** A file to be chosen: by its path, or by what is in it. */
export type Chosen = string | { name: string; mimeType: string; buffer: Buffer };

/** A CSV file of this text. */
export function csvFile(text: string | Buffer, name = "users.csv"): Chosen {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

/** Goes to Import users by Manage Users. */
export async function goToImport(visitor: Visitor): Promise<void> {
  const { t } = visitor;
  await goToManageUsers(visitor);
  await visitor.press(visitor.link(t.imports.importCsv));
  await expect(visitor.heading(t.imports.title)).toBeVisible();
}

/** Chooses a file in the browser's own dialog. */
export async function chooseFile(visitor: Visitor, file: Chosen): Promise<void> {
  const { page, t } = visitor;
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), visitor.press(visitor.field(t.imports.file))]);
  await chooser.setFiles(file);
}

/** Has a file checked, and waits for the dry run. */
export async function dryRun(visitor: Visitor, file: Chosen): Promise<void> {
  const { page, t } = visitor;
  await chooseFile(visitor, file);
  await visitor.pressButton(t.imports.check);
  await expect(page).toHaveURL(/\/admin\/jobs\/\d+$/);
  await expect(visitor.heading(t.imports.job)).toBeVisible();
  await expect(page.getByText(t.jobs.ready)).toBeVisible();
}

/** Presses what hands out a file, and reads it. */
export async function download(visitor: Visitor, target: Locator): Promise<string> {
  const [file] = await Promise.all([visitor.page.waitForEvent("download"), visitor.press(target)]);
  return readFile(await file.path(), "utf8");
}

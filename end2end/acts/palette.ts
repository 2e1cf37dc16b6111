// Finding something by the command palette.

import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** The palette. */
export function palette(visitor: Visitor) {
  return visitor.dialog(visitor.t.palette.open);
}

/** What it offers, or what it offers under a heading. */
export function offered(visitor: Visitor, heading?: string) {
  const list = palette(visitor).getByRole("listbox");
  return (heading ? list.getByRole("group", { name: heading, exact: true }) : list).getByRole("option");
}

/** Opens it by its key, and types. */
export async function lookFor(visitor: Visitor, text: string): Promise<void> {
  // Before that no key is heard.
  await expect(visitor.button(visitor.t.palette.open)).toBeVisible();
  await visitor.page.keyboard.press("ControlOrMeta+k");
  await expect(palette(visitor).getByRole("combobox")).toBeFocused();
  await visitor.page.keyboard.type(text);
}

/** Looks for something, and opens the entry whose name begins so. */
export async function jumpTo(visitor: Visitor, text: string, entry: string): Promise<void> {
  const { page } = visitor;
  await lookFor(visitor, text);
  const option = offered(visitor).filter({ hasText: entry }).first();
  await expect(option).toBeVisible();
  for (let stop = 0; (await option.getAttribute("aria-selected")) !== "true"; stop++) {
    if (stop > 50) throw new Error(`ArrowDown does not lead to ${entry}`);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(palette(visitor)).toBeHidden();
}

// The company tree: going to it, and letting it grow.

import { expect } from "../fixtures/test.ts";
import type { Visitor } from "../fixtures/visitor.ts";

/** Creates a company under another. */
export async function createCompany(visitor: Visitor, company: { name: string; kind: string; under: string }): Promise<void> {
  const { page, t } = visitor;
  await visitor.press(visitor.link(t.home.companies, page.getByRole("navigation")));
  await expect(visitor.heading(t.home.companies)).toBeVisible();
  await visitor.pressButton(t.companies.create);
  const dialog = visitor.dialog(t.companies.create);
  await visitor.write(t.companies.name, company.name, dialog);
  await visitor.hands.find(visitor.field(t.companies.under, dialog), company.under);
  await visitor.hands.choose(visitor.field(t.companies.kind, dialog), company.kind);
  await visitor.pressButton(t.companies.create, dialog);
  await expect(dialog).toBeHidden();
  await visitor.isTold(t.companies.created(company.name));
  await expect(page.getByRole("rowheader", { name: company.name })).toBeVisible();
}

/** A company in the tree of Manage Users. */
export function companyInTree(visitor: Visitor, name: string) {
  return visitor.page.getByRole("treeitem", { name: new RegExp(`^${name} \\d+$`) });
}

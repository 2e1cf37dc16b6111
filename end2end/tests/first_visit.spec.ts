// What a first visit loads: little, and the rest only once somebody begins to get in.

import { createAdministrator } from "../acts/administrator.ts";
import { enterPassword, isInside } from "../acts/sign_in.ts";
import { listen } from "../fixtures/transfers.ts";
import { expect, test } from "../fixtures/test.ts";

/** How many bytes a first visit to the sign-in page may load, headers and compressed bodies together. */
const LIMIT = 350_000;
/** The files of the other bundle. */
const PORTAL = /\/portal-[^/]+\.(wasm|js)$/;

for (const address of ["/sign-in", "/"]) {
  test(`a first visit to ${address} loads what it shows and no more`, async ({ portal, invite }) => {
    await createAdministrator(portal);
    const visitor = await invite();
    const transfers = await listen(visitor.page);
    await visitor.page.goto(address);
    await expect(visitor.field(visitor.t.signIn.password)).toBeVisible();
    await expect(visitor.page).toHaveURL("/sign-in");
    await visitor.page.waitForLoadState("networkidle");
    const paths = transfers.done.map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith(".wasm")), "programs").toHaveLength(1);
    expect(paths.filter((path) => PORTAL.test(path)), "files of the portal").toEqual([]);
    const bytes = transfers.done.reduce((sum, transfer) => sum + transfer.bytes, 0);
    expect(bytes, JSON.stringify(transfers.done, null, 1)).toBeLessThanOrEqual(LIMIT);
  });
}

test("the portal is loaded while one types, and opens from what is there", async ({ portal, invite }) => {
  const administrator = await createAdministrator(portal);
  const visitor = await invite();
  const { page, t } = visitor;
  const transfers = await listen(page);
  await page.goto("/sign-in");
  await visitor.write(t.signIn.loginId, administrator.loginId);
  const ahead = () => transfers.done.filter(({ path }) => PORTAL.test(path)).length;
  await expect.poll(ahead, { message: "wasm and JavaScript of the portal" }).toBe(2);

  await enterPassword(visitor, administrator);
  await isInside(visitor, administrator);
  const sent = transfers.done.filter(({ path, bytes }) => PORTAL.test(path) && bytes > 0);
  expect(sent, "each sent once").toHaveLength(2);
});

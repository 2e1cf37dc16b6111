// How long a person waits: for the sign-in page on a phone, and for the users list.

import type { Page } from "@playwright/test";
import { demoAdministratorComes } from "../acts/administrator.ts";
import { expect, test } from "../fixtures/test.ts";

/** Each is done so often, with a browser that has nothing of it yet; the middle one counts. */
const TIMES = 5;
/** What DevTools calls Fast 4G: bytes and milliseconds of a second. */
const FAST_4G = { offline: false, downloadThroughput: 1_012_500, uploadThroughput: 168_750, latency: 165 };
/** How much slower a phone in the middle of the market computes than a desk computer. */
const PHONE = 4;

/** Opens a page; the milliseconds until what `selector` says can be seen. */
async function opened(page: Page, path: string, selector: string): Promise<number> {
  await page.addInitScript((selector) => {
    const look = () => {
      const element = document.querySelector<HTMLElement>(selector);
      if (element?.checkVisibility()) performance.mark("there");
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName("there").length > 0);
  return page.evaluate(() => performance.getEntriesByName("there")[0]?.startTime ?? Number.NaN);
}

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** A row of the table. */
function measured(what: string, milliseconds: number, beside: string, target: string): void {
  const row = `| ${what} | ${Math.round(milliseconds)} ms | ${beside} | ${target} |`;
  test.info().annotations.push({ type: "measured", description: row });
}

test("the sign-in page on a phone", async ({ portal, browser }) => {
  await portal.setUpLink();
  const times = [];
  for (let time = 0; time < TIMES; time += 1) {
    const context = await browser.newContext({ baseURL: portal.address });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.emulateNetworkConditions", FAST_4G);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: PHONE });
    times.push(await opened(page, "/sign-in", "main h1"));
    await context.close();
  }
  const conditions = `Fast 4G, ${PHONE} times slower than this machine, middle of ${TIMES}`;
  measured("sign-in page usable, cold", middle(times), conditions, "< 2000 ms");
});

for (const users of [1_000, 100_000]) {
  test(`the list of ${users} users`, async ({ portal, browser, invite }) => {
    const visitor = await demoAdministratorComes(portal, invite, {}, users);
    const storageState = await visitor.page.context().storageState();
    const times = [];
    for (let time = 0; time < TIMES; time += 1) {
      const context = await browser.newContext({ baseURL: portal.address, storageState });
      const page = await context.newPage();
      times.push(await opened(page, "/admin/users", "tbody tr a"));
      await expect(page.getByRole("row")).toHaveCount(51);
      await context.close();
    }
    measured(`users list visible, cold, ${users} users`, middle(times), `middle of ${TIMES}`, "≤ 1000 ms");
  });
}

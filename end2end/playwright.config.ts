// How the browser tests run: the built product, one server and one data folder for each test.

import { defineConfig } from "@playwright/test";
import { browserUse } from "./fixtures/browser.ts";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env["CI"]),
  // The longest story works a page by keys alone, and waits for an authenticator's next code.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...browserUse,
    // The page can be looked at step by step without a film of it, which would cost a core.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
});

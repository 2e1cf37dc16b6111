// How the browser tests run: the built product, one server and one data folder for each test.

import { defineConfig } from "@playwright/test";
import { browserUse } from "./fixtures/browser.ts";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  // More than the two cores of a small machine: stories wait for an authenticator's next code without using any.
  workers: 5,
  forbidOnly: Boolean(process.env["CI"]),
  // A loaded machine may once be too slow for a browser; what fails twice is broken. The first failure is reported as flaky.
  retries: process.env["CI"] ? 1 : 0,
  // The longest story works a page by keys alone, and waits for an authenticator's next code.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...browserUse,
    // The page can be looked at step by step when a test is run again; every time would cost a third of each core.
    trace: { mode: "on-first-retry", screenshots: false },
    screenshot: "only-on-failure",
  },
});

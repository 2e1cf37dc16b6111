// Measures what a person waits for in the browser, on the built product: a part of `cargo xtask bench`.

import { defineConfig } from "@playwright/test";
import { browserUse } from "./fixtures/browser.ts";

export default defineConfig({
  testDir: "measure",
  testMatch: "*.measure.ts",
  outputDir: "test-results",
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [["./measure/table.ts"]],
  use: browserUse,
});

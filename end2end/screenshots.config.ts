// Takes the README's pictures of the built product: `npm run screenshots`.

import { defineConfig } from "@playwright/test";
import { browserUse } from "./fixtures/browser.ts";

export default defineConfig({
  testDir: "screenshots",
  testMatch: "*.pictures.ts",
  outputDir: "test-results",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: browserUse,
});

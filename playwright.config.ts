import { defineConfig } from "@playwright/test";
import { findFreePort } from "./app/server/local-process.ts";
import { findBrowser } from "./tests/setup/browser.ts";

// Evaluated again in every worker: what is found once is handed on through the environment.
process.env.E2E_PORT ??= String(await findFreePort());
process.env.E2E_BROWSER ??= JSON.stringify(await findBrowser());

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/setup/browser-server.ts",
  outputDir: "test-results/browser",
  workers: Number(process.env.E2E_WORKERS ?? 2),
  timeout: 60_000,
  // A second try on a busy machine; the report names what needed it.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    browserName: "chromium",
    headless: true,
    launchOptions: JSON.parse(process.env.E2E_BROWSER),
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    viewport: { width: 1280, height: 900 },
    // A recording costs a third of the machine: the second try makes it where there is one.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
  },
});

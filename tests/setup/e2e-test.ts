import fs from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

/** What a page may print as an error without being at fault: the answer codes that a test provokes. */
const EXPECTED = /Failed to load resource: the server responded with a status of 4\d\d/;

/** Playwright's `test`, but an error in the browser's console fails it. */
export const test = base.extend<{ cleanConsole: undefined }>({
  cleanConsole: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" && !EXPECTED.test(message.text())) {
          errors.push(message.text());
        }
      });
      context.on("weberror", (error) => errors.push(error.error().message));
      await use(undefined);
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in through the form; works with and without JavaScript. */
export async function signIn(page: Page, identifier: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.fill("input[name=identifier]", identifier);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/**
 * Fails when axe finds something serious or critical on the page as it stands. Pages here have no
 * frames: axe draws its conclusions in the page itself, where it would open another for that.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .setLegacyMode()
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ""}`);
  expect(grave, `axe on ${page.url()}`).toEqual([]);
}

/**
 * Keeps a market's Meilisearch down while `during` runs: it is killed again whenever the market
 * starts it again.
 */
export async function withoutMeilisearch(
  during: () => Promise<void>,
  dataDir = process.env.E2E_DATA_DIR ?? "",
): Promise<void> {
  const file = path.join(dataDir, "meilisearch", "pid");
  const kill = () => {
    try {
      const pid = Number(fs.readFileSync(file, "utf8"));
      // The file is empty for a moment while it is written; process 0 would be all of ourselves.
      if (pid > 1) process.kill(pid, "SIGKILL");
    } catch {
      // It is dead already.
    }
  };
  kill();
  const again = setInterval(kill, 20);
  try {
    await during();
  } finally {
    clearInterval(again);
  }
}

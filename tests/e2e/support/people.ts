import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import accounts from "../../../prisma/seed/demo-accounts.json" with { type: "json" };
import { test as base, signIn } from "../../setup/e2e-test.ts";

export { expect };

const PASSWORD = accounts[0]?.password ?? "";
/**
 * A page may print the answer codes that a test provokes, and what the browser and React say when a
 * page is left while it is still streaming in: these stories go from page to page faster than people.
 */
const EXPECTED =
  /Failed to load resource: the server responded with a status of 4\d\d|BodyStreamBuffer was aborted|Minified React error #345/;

export interface People {
  /** A window of its own, with its own cookies; signed in to a demo account when one is named. */
  open(account?: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Playwright's `test` for stories with several people. Errors in any of their consoles fail it. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    const opened: Page[] = [];
    const errors: string[] = [];
    await use({
      async open(account, options) {
        const context = await browser.newContext(options);
        context.on("console", (message) => {
          if (message.type() === "error" && !EXPECTED.test(message.text())) {
            errors.push(message.text());
          }
        });
        context.on("weberror", (error) => {
          if (!EXPECTED.test(error.error().message)) errors.push(error.error().message);
        });
        const page = await context.newPage();
        opened.push(page);
        if (account) await signInAs(page, account);
        return page;
      },
    });
    await Promise.all(opened.map((page) => page.context().close()));
    expect(errors, "errors in the browsers' consoles").toEqual([]);
  },
});

/** Signs in to an account of demo-accounts.json by its key, or of another seeded organisation. */
export async function signInAs(page: Page, key: string): Promise<void> {
  const account = accounts.find((one) => one.key === key);
  await signIn(page, account?.identifier ?? `${key}@demo.example`, account?.password ?? PASSWORD);
}

/** The same without drawing the page of signing in, for tests that are about other pages. */
export async function signInQuietly(page: Page, key: string): Promise<void> {
  const account = accounts.find((one) => one.key === key);
  const answer = await page.request.post("/sign-in", {
    form: {
      identifier: account?.identifier ?? `${key}@demo.example`,
      password: account?.password ?? PASSWORD,
    },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  expect(answer.status(), `sign-in of ${key}`).toBe(302);
}

/** The newest code that the market sent to an address, as the demo's outbox page shows it. */
export async function readCode(page: Page, recipient: string): Promise<string> {
  const outbox = await page.context().newPage();
  const message = outbox.getByRole("row").filter({ hasText: recipient }).first();
  await expect(async () => {
    await outbox.goto("/outbox");
    await expect(message).toContainText(/\d{6}/, { timeout: 500 });
  }).toPass();
  const code = /\b\d{6}\b/.exec((await message.textContent()) ?? "")?.[0] ?? "";
  await outbox.close();
  return code;
}

let serial = 0;
/** A word that no other test and no earlier run used. */
export function unique(prefix: string): string {
  serial += 1;
  return `${prefix}${process.pid.toString(36)}${Date.now().toString(36).slice(-5)}${serial}`;
}

import type { Page } from "@playwright/test";
import { expectAccessible } from "../setup/e2e-test.ts";
import { PAGES, WIZARD_STEPS } from "./support/pages.ts";
import { expect, test } from "./support/people.ts";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

/** Axe in both widths that lay the page out differently, and no sideways scrolling on a phone. */
async function expectSound(page: Page, path: string): Promise<void> {
  await page.setViewportSize(DESKTOP);
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBeLessThan(path === "/no/such/page" ? 405 : 400);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, `${path} is wider than a phone`).toBeLessThanOrEqual(clientWidth);
}

for (const [who, listPages] of Object.entries(PAGES)) {
  for (const locale of ["zh-CN", "en"]) {
    test(`pages of ${who} in ${locale}`, async ({ people }) => {
      test.setTimeout(180_000);
      const page = await people.open(who === "visitor" ? undefined : who, { locale });
      for (const path of await listPages(page)) {
        await test.step(path, () => expectSound(page, path));
      }
    });
  }
}

for (const [segment, steps] of Object.entries(WIZARD_STEPS)) {
  test(`every step of the wizard: ${segment}`, async ({ people }) => {
    test.setTimeout(120_000);
    const page = await people.open("engineer");
    await page.goto(`/desk/${segment}/new`);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/edit/);
    const base = new URL(page.url()).pathname;
    for (const step of steps) {
      await test.step(step, () => expectSound(page, `${base}?step=${step}`));
    }
  });
}

import type { Page } from "@playwright/test";
import { expectAccessible } from "../setup/e2e-test.ts";
import { PAGES, WIZARD_STEPS } from "./support/pages.ts";
import { expect, test } from "./support/people.ts";
import { TRADE_PAGES } from "./support/trade-pages.ts";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

/**
 * Axe, and no sideways scrolling on a phone. All pages are looked at before the first fault fails. The
 * markup is the same in every language: axe reads it in one, the width is measured in both.
 */
async function expectSound(page: Page, paths: readonly string[], withAxe = true): Promise<void> {
  const faults: string[] = [];
  for (const path of paths) {
    await test.step(path, async () => {
      await page.setViewportSize(DESKTOP);
      const answer = await page.goto(path);
      const isMissing = path === "/no/such/page";
      if (answer?.status() !== (isMissing ? 404 : 200)) faults.push(`${path}: ${answer?.status()}`);
      if (withAxe) {
        await expectAccessible(page).catch((error: Error) => faults.push(error.message));
      }
      await page.setViewportSize(PHONE);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      if (scrollWidth > clientWidth) faults.push(`${path} is ${scrollWidth} px wide on a phone`);
    });
  }
  expect(faults).toEqual([]);
}

/** Whose pages are walked in English too; with FULL=1 everybody's. */
const ENGLISH = process.env.FULL ? Object.keys(PAGES) : ["visitor", "researcher", "firm"];

const WALKS = [
  ...Object.entries(PAGES).map(([who, listPages]) => ({ who, listPages, title: "pages" })),
  ...Object.entries(TRADE_PAGES).map(([who, listPages]) => ({ who, listPages, title: "trades" })),
];

for (const { who, listPages, title } of WALKS) {
  for (const locale of ENGLISH.includes(who) ? ["zh-CN", "en"] : ["zh-CN"]) {
    test(`${title} of ${who} in ${locale}`, async ({ people }) => {
      test.setTimeout(180_000);
      const page = await people.open(who === "visitor" ? undefined : who, { locale });
      await expectSound(page, await listPages(page), locale === "zh-CN");
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
    await expectSound(
      page,
      steps.map((step) => `${base}?step=${step}`),
    );
  });
}

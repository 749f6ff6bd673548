import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { findRoute, readRoutes } from "../routes/route-manifest.ts";
import { expectAccessible } from "../setup/e2e-test.ts";
import { EVENT_PAGES } from "./support/event-pages.ts";
import { OUT_OF_REACH, PAGES, WIZARD_STEPS } from "./support/pages.ts";
import { expect, signInQuietly, test } from "./support/people.ts";
import { TRADE_PAGES } from "./support/trade-pages.ts";
import { notePage, noteWalk, readWalks } from "./support/walked-pages.ts";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };
const LAST_WALK_MS = 120_000;

// Every walk has a session of its own: the workers share them.
test.describe.configure({ mode: "parallel" });

// The report says what was wrong on which page; a recording of every step costs more than the walk.
test.use({ trace: "off" });

/**
 * Axe, and no sideways scrolling on a phone. All pages are looked at before the first fault fails. The
 * markup is the same in every language: axe reads it in one, the width is measured in both.
 */
async function expectSound(page: Page, paths: readonly string[], withAxe = true): Promise<void> {
  const faults: string[] = [];
  if (!withAxe) await page.setViewportSize(PHONE);
  for (const path of new Set(paths)) {
    await test.step(path, async () => {
      if (withAxe) await page.setViewportSize(DESKTOP);
      const answer = await page.goto(path, { waitUntil: "domcontentloaded" });
      const isMissing = path === "/no/such/page";
      if (answer?.status() !== (isMissing ? 404 : 200)) faults.push(`${path}: ${answer?.status()}`);
      if (withAxe) {
        notePage(path);
        await expectAccessible(page).catch((error: Error) => faults.push(error.message));
        await page.setViewportSize(PHONE);
      }
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
  ...Object.entries(EVENT_PAGES).map(([who, listPages]) => ({
    who,
    listPages,
    title: "roadshows",
  })),
];

for (const { who, listPages, title } of WALKS) {
  for (const locale of ENGLISH.includes(who) ? ["zh-CN", "en"] : ["zh-CN"]) {
    test(`${title} of ${who} in ${locale}`, async ({ people }) => {
      test.setTimeout(180_000);
      const page = await people.open(undefined, { locale });
      if (who !== "visitor") await signInQuietly(page, who);
      await expectSound(page, await listPages(page), locale === "zh-CN");
      noteWalk(`${title} of ${who}`);
    });
  }
}

for (const [segment, steps] of Object.entries(WIZARD_STEPS)) {
  test(`every step of the wizard: ${segment}`, async ({ people }) => {
    test.setTimeout(120_000);
    const page = await people.open();
    await signInQuietly(page, "engineer");
    await page.goto(`/desk/${segment}/new`);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/edit/);
    const base = new URL(page.url()).pathname;
    await expectSound(
      page,
      steps.map((step) => `${base}?step=${step}`),
    );
    noteWalk(`wizard of ${segment}`);
  });
}

test("every kind of page is in somebody's walk", async () => {
  test.setTimeout(LAST_WALK_MS + 30_000);
  const walks = [
    ...WALKS.map(({ who, title }) => `${title} of ${who}`),
    ...Object.keys(WIZARD_STEPS).map((segment) => `wizard of ${segment}`),
  ];
  // The other worker may still be at the last of them.
  const until = Date.now() + LAST_WALK_MS;
  const isOver = () => walks.every((one) => readWalks().ended.has(one));
  while (!isOver() && Date.now() < until) await sleep(500);
  test.skip(!isOver(), "not all of them have been walked");
  const { pages } = readWalks();
  const routes = readRoutes();
  const seen = new Set([...pages].map((one) => findRoute(routes, one)?.pattern));
  const missed = routes
    .filter(({ id }) => fs.existsSync(`app/${id}.tsx`))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !seen.has(pattern) && !OUT_OF_REACH.has(pattern));
  expect(missed).toEqual([]);
});

import type { Page } from "@playwright/test";
import { expectAccessible } from "../setup/e2e-test.ts";
import { expect, test } from "./support/people.ts";

/** The text of one side of a pair's page, and the words marked in it, in lower case. */
async function readSide(page: Page, kind: "need" | "achievement") {
  const side = page.locator(`[data-side=${kind}]`);
  const text = ((await side.textContent()) ?? "").toLowerCase();
  const marks = (await side.locator("mark").allTextContents()).map((word) => word.toLowerCase());
  return { side, text, marks };
}

/** A pair that the market shows to everybody, with at least one word in common. */
async function findPair(page: Page): Promise<string> {
  await page.goto("/needs?q=%E9%92%A0%E7%94%B5%E6%B1%A0");
  const needs = await page
    .locator('main a[href^="/needs/"]')
    .evaluateAll((links) => [...new Set(links.map((one) => one.getAttribute("href") ?? ""))]);
  for (const need of needs.filter((href) => /^\/needs\/[0-9a-f-]{36}$/.test(href))) {
    await page.goto(need);
    const why = page.locator('main a[href^="/matches/"]').first();
    if ((await why.count()) > 0) return (await why.getAttribute("href")) ?? "";
  }
  throw new Error("no need shows a match");
}

test("a pair is explained by words that stand in both texts", async ({ people }) => {
  const page = await people.open();
  const path = await findPair(page);

  await test.step("on the card", async () => {
    const card = page
      .getByRole("listitem")
      .getByRole("article")
      .filter({ has: page.locator(`a[href="${path}"]`) });
    await card.locator("summary").first().click();
    await expect(card.locator("mark").first()).toBeVisible();
    await expect(card).toContainText("得分怎么来");
  });

  await test.step("on its own page, on both sides", async () => {
    await page.goto(path);
    const [need, achievement] = [await readSide(page, "need"), await readSide(page, "achievement")];
    expect(need.marks.length).toBeGreaterThan(0);
    expect(achievement.marks.length).toBeGreaterThan(0);
    for (const word of [...need.marks, ...achievement.marks]) {
      expect(need.text, word).toContain(word);
      expect(achievement.text, word).toContain(word);
    }
    const named = await page.locator("main [data-phrase=met]").allTextContents();
    expect(named.length).toBeGreaterThan(0);
    for (const word of named) {
      expect(need.text, word).toContain(word.toLowerCase());
      expect(achievement.text, word).toContain(word.toLowerCase());
    }
    await expect(page.locator("main")).toContainText(/排序器 \S+ · 匹配依据由算法给出/);
    await expect(page.locator("main")).toContainText("还没有人判断过");
    await expectAccessible(page);
  });

  await test.step("the parts add up, for people and for machines", async () => {
    const bars = page.getByRole("list", { name: "得分怎么来" }).getByRole("listitem");
    const figures = (await bars.allTextContents()).map((text) => {
      const found = /([+−]?)(\d+\.\d\d)/.exec(text);
      return Number(found?.[2]) * (found?.[1] === "−" ? -1 : 1);
    });
    expect(figures).toHaveLength(4);
    const [words = 0, meaning = 0, fit = 0, total = 0] = figures;
    expect(Math.abs(words + meaning + fit - total)).toBeLessThan(0.03);
    const answer = await page.request.get(`${path}/figures.json`);
    const { current } = await answer.json();
    expect(current.recomputed.score).toBeCloseTo(current.score, 6);
    expect(Math.abs(current.score - total)).toBeLessThan(0.01);
  });

  await test.step("side by side on a desk, one under the other on a phone", async () => {
    const boxes = async () => {
      const [need, achievement] = await Promise.all(
        (["need", "achievement"] as const).map((kind) =>
          page.locator(`[data-side=${kind}]`).boundingBox(),
        ),
      );
      return { need, achievement };
    };
    const wide = await boxes();
    expect(wide.achievement?.x).toBeGreaterThan((wide.need?.x ?? 0) + 200);
    await page.setViewportSize({ width: 360, height: 800 });
    const narrow = await boxes();
    expect(narrow.achievement?.y).toBeGreaterThan(narrow.need?.y ?? 0);
    expect(Math.abs((narrow.achievement?.x ?? 0) - (narrow.need?.x ?? 0))).toBeLessThan(2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBeLessThanOrEqual(360);
  });
});

test("the wizard shows likely counterparts while somebody types", async ({ people }) => {
  const page = await people.open("firm");
  await page.goto("/desk/needs/new");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/edit/);
  const panel = page.locator("[data-live-matches]");
  await expect(panel).toHaveAttribute("data-live-matches", "empty");

  const title = "求购钠离子电池层状氧化物正极材料";
  await page.locator("input[name=title]").pressSequentially(title, { delay: 20 });
  await expect(panel.getByRole("status")).toContainText(/找到 \d+ 项/);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("title");
  const items = panel.getByRole("listitem");
  expect(await items.count()).toBeGreaterThan(0);
  expect(await items.count()).toBeLessThanOrEqual(3);
  for (const word of await panel.locator("[data-phrase=met]").allTextContents()) {
    expect(title).toContain(word);
  }
  await expectAccessible(page);

  await test.step("without scripts: those of what was saved last", async () => {
    await page.locator("button[name=intent][value=next]:not([aria-hidden])").click();
    await page.waitForURL(/step=background/);
    const plain = await people.open("firm", { javaScriptEnabled: false });
    await plain.goto(page.url());
    await expect(plain.locator("[data-live-matches]").getByRole("status")).toContainText(/找到/);
  });
});

test("a broker sees what has been tried, a firm does not see the page", async ({ people }) => {
  const broker = await people.open("broker");
  await broker.goto("/desk/brokerage");
  await expect(broker.getByRole("heading", { level: 1 })).toContainText("撮合工作台");
  await expectAccessible(broker);
  const firm = await people.open("firm");
  const answer = await firm.goto("/desk/brokerage");
  expect(answer?.status()).toBe(403);
});

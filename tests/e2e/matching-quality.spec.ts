import type { Page } from "@playwright/test";
import { expectAccessible } from "../setup/e2e-test.ts";
import { expect, test } from "./support/people.ts";

/** The whole numbers in the sentence of a figure on the public page. */
async function numbersOf(page: Page, sentence: RegExp): Promise<number[]> {
  await page.goto("/matching");
  const text = (await page.locator("main").getByText(sentence).first().textContent()) ?? "";
  return [...text.matchAll(/\d+/g)].map((found) => Number(found[0]));
}

/** Pairs that were shown to a side and answered, and judgements given. */
const ANSWERED = /向当事方展示过 \d+ 对/;
const JUDGED = /\d+ 条判断中/;

test("the public page says which ranker is at work and changes after an answer and a judgement", async ({
  people,
}) => {
  test.setTimeout(180_000);
  const visitor = await people.open();
  await visitor.goto("/statistics");
  await visitor.locator('main a[href="/matching"]').click();
  await expect(visitor.getByRole("heading", { level: 1, name: "匹配质量" })).toBeVisible();
  const version = await visitor.locator("[data-ranker]").getAttribute("data-ranker");
  expect(version).toMatch(/^[a-z]+-\d+$/);
  await expect(visitor.locator("[data-ranker]")).toContainText(version ?? "-");
  await expectAccessible(visitor);
  const [, answered = -1] = await numbersOf(visitor, ANSWERED);
  const [judged = -1] = await numbersOf(visitor, JUDGED);

  await test.step("somebody answers to a match", async () => {
    const researcher = await people.open("researcher");
    const answers = researcher
      .locator("main")
      .getByRole("button", { name: "暂不考虑", exact: true });
    await expect(async () => {
      await researcher.goto("/desk/matches");
      await expect(answers.last()).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await researcher.waitForLoadState("networkidle");
    const posted = researcher.waitForResponse((one) => one.request().method() === "POST");
    await answers.last().click();
    expect((await posted).ok()).toBe(true);
    await expect(async () => {
      const [, now = -1] = await numbersOf(visitor, ANSWERED);
      expect(now).toBeGreaterThan(answered);
    }).toPass({ timeout: 20_000 });
  });

  await test.step("a broker judges a pair by keyboard, without seeing the estimate before", async () => {
    const broker = await people.open("broker");
    await broker.goto("/desk");
    await broker.locator('a[href="/desk/judgements"]:visible').first().click();
    const pair = broker.locator("main [data-pair]").first();
    await expect(pair).toBeVisible();
    expect(await pair.textContent()).not.toContain("%估计");
    await expectAccessible(broker);
    await broker.waitForLoadState("networkidle");
    const name = (await pair.getAttribute("data-pair")) ?? "";
    await pair.locator("button[name=level]").first().focus();
    await broker.keyboard.press("3");
    await expect(broker.getByText(/已记录：3 级/)).toBeVisible();
    await expect(broker.locator(`[data-pair="${name}"]`)).toHaveCount(0);
    await broker.goto("/desk/judgements?view=given");
    await expect(broker.locator("main table")).toContainText("3 很相关");
    await expect(async () => {
      const [now = -1] = await numbersOf(visitor, JUDGED);
      expect(now).toBeGreaterThan(judged);
    }).toPass({ timeout: 20_000 });
  });

  const download = visitor.waitForEvent("download");
  await visitor.locator('a[href="/matching/download?table=weeks"]').click();
  expect((await download).suggestedFilename()).toMatch(/^matching-weeks-.*\.csv$/);
});

test("a pair is judged and changed without scripts", async ({ people }) => {
  const researcher = await people.open("researcher");
  const reviewer = await people.open("city", { javaScriptEnabled: false });
  await expect(async () => {
    // Whatever was shown to somebody can be judged.
    await researcher.goto("/desk/matches");
    await reviewer.goto("/desk/judgements");
    await expect(reviewer.locator("main [data-pair]").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await reviewer.locator("main [data-pair] button[name=level][value='1']").first().click();
  await expect(reviewer.getByText(/已记录：1 级/)).toBeVisible();
  await reviewer.goto("/desk/judgements?view=given");
  await reviewer.locator('main a[href^="/desk/judgements?need="]').first().click();
  await reviewer.locator("main summary").first().click();
  await reviewer.fill("main input[name=reason]", "同一种材料，用途不同");
  await reviewer.locator("main button[name=level][value='2']").click();
  await expect(reviewer.getByText(/已记录：2 级/)).toBeVisible();
  await expect(reviewer.locator("main table")).toContainText("同一种材料，用途不同");
});

test("an operator starts and ends a trial of two rankers; nobody else may", async ({ people }) => {
  const operator = await people.open("operator");
  await operator.goto("/office/matching");
  await operator.locator("button[name=intent][value=start]").click();
  await expect(operator.getByText(/正在进行：/)).toBeVisible();
  await expectAccessible(operator);
  await operator.locator("button[name=intent][value=end]").click();
  await expect(operator.getByText(/现在没有试验/)).toBeVisible();
  await expect(operator.locator("main")).toContainText("还不能下结论");
  const reviewer = await people.open("city");
  const response = await reviewer.goto("/office/matching");
  expect(response?.status()).toBe(403);
});

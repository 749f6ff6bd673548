import type { Page } from "@playwright/test";
import { press } from "./deal.ts";
import { expect } from "./people.ts";
import { pressIn } from "./roadshow-pages.ts";

/** The desk without scripts: a typed code. */
export async function checkInByCode(page: Page, desk: string, code: string): Promise<void> {
  await page.goto(`${desk}/check-in`);
  await page.fill("input[name=code]", code);
  await page.locator("form:has(input[name=code]) button[value=checkIn]:not([aria-hidden])").click();
}

/** The desk in a hall without network: one of the list and a walk-in, sent when it is back. */
export async function checkInOffline(
  page: Page,
  desk: string,
  listed: string,
  walkIn: string,
): Promise<void> {
  await page.goto(`${desk}/check-in`);
  await page.fill("#device-search", listed);
  const own = page.getByRole("button", { name: `签到 ${listed}` });
  await expect(own).toBeVisible();
  await page.context().setOffline(true);
  await own.click();
  await page.fill("#device-name", walkIn);
  await page.fill("#device-organisation", "过路商行");
  await page.locator("form:has(#device-name) button[type=submit]").click();
  const status = page.locator("main").getByRole("status").first();
  await expect(status).toContainText("2 条等待上传");
  await page.context().setOffline(false);
  await expect(status).toContainText("全部已上传", { timeout: 30_000 });
}

/** Brings a project onto the stage whose control is open. */
export async function selectOnStage(page: Page, title: string): Promise<void> {
  const line = page.locator("ol li").filter({ hasText: title });
  await expect(line).toBeVisible();
  const button = line.locator("button[value=select]:not([aria-hidden])");
  if ((await button.count()) > 0) await pressIn(line, "select");
}

/** The moderator lets the first question that waits be seen. */
export async function showQuestion(page: Page): Promise<void> {
  await pressIn(page.locator("main"), "show");
}

/** The form of a page that is about this project. */
export const formOf = (page: Page, projectId: string) =>
  page.locator("form").filter({ has: page.locator(`input[name=projectId][value="${projectId}"]`) });

/** A judge's points on the own page, the same for every criterion. */
export async function scoreInBrowser(
  page: Page,
  memberId: string,
  projectId: string,
  points: number,
): Promise<void> {
  await page.goto(`/desk/judging/${memberId}/stage`);
  const form = formOf(page, projectId);
  for (const field of await form.locator('input[name^="points."]').all()) {
    await field.fill(String(points));
  }
  await pressIn(form, "score");
  await expect(page.locator("main")).toContainText(`您的打分：${points}`);
}

/** Opens a project on the page for the phones of the audience. */
async function openLive(page: Page, number: number, title: string): Promise<void> {
  await page.goto(`/roadshows/${number}/live`);
  const link = page.locator('main a[href*="project="]').filter({ hasText: title }).first();
  await page.goto((await link.getAttribute("href")) ?? "");
}

export async function ask(page: Page, number: number, title: string, text: string): Promise<void> {
  await openLive(page, number, title);
  await page.locator("#questions textarea[name=text]").fill(text);
  await press(page, "ask");
  await expect(page.locator("#questions")).toContainText("等待审看");
}

export async function vote(page: Page, number: number, title: string): Promise<void> {
  await openLive(page, number, title);
  await press(page, "vote");
  await expect(page.locator("#questions")).toContainText("1 人想听");
}

/** Hands a card to a project; works with and without scripts. */
export async function giveCard(
  page: Page,
  number: number,
  title: string,
  kind: "MEET" | "MATERIAL" | "INVEST",
): Promise<void> {
  await openLive(page, number, title);
  const form = page.locator("#cards form").filter({ has: page.locator(`input[value=${kind}]`) });
  await pressIn(form, "card");
  await expect(page.locator("#cards")).toContainText("已送出");
}

/** Marks another participant; works with and without scripts. */
export async function wish(page: Page, own: string, other: string, level: string): Promise<void> {
  await page.goto(`/desk/visits/${own}/people`);
  await pressIn(page.locator(`#person-${other}`), level);
  await expect(page.locator(`#person-${other}`)).toContainText("当前标记");
}

/** The organiser asks somebody to judge, who accepts. @returns the seat */
export async function seatInBrowser(
  organiser: Page,
  desk: string,
  judge: Page,
  email: string,
): Promise<string> {
  await organiser.goto(`${desk}/staff`);
  await organiser.locator("select[name=role]").selectOption("JUDGE");
  await organiser.fill("input[name=email]", email);
  await press(organiser, "invite");
  await judge.goto("/desk/seats");
  await judge.locator('main a[href^="/desk/seats/"]').first().click();
  await judge.waitForURL(/\/desk\/seats\/[0-9a-f-]{36}/);
  await press(judge, "accept");
  await expect(judge.locator("main")).toContainText("已接受");
  return /[0-9a-f-]{36}/.exec(judge.url())?.[0] ?? "";
}

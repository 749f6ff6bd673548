import { expect, type Page } from "@playwright/test";

export interface AchievementText {
  title: string;
  summary: string;
  description: string;
  keywords: string[];
  /** 技术领域 code, such as "6.3". */
  field: string;
}

export interface NeedText {
  title: string;
  summary: string;
  background: string;
  field: string;
  target: { name: string; value: string; unit: string };
}

/** Starts a draft in the name of the only, or the chosen, organisation. Returns its id. */
async function start(page: Page, segment: "achievements" | "needs"): Promise<string> {
  await page.goto(`/desk/${segment}/new`);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/edit/);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
}

async function next(page: Page, step: string): Promise<void> {
  await page.locator("button[name=intent][value=next]:not([aria-hidden])").click();
  await page.waitForURL(new RegExp(`step=${step}`));
}

/** Fills the wizard page by page and submits; works with and without JavaScript. Returns the id. */
export async function writeAchievement(page: Page, text: AchievementText): Promise<string> {
  const id = await start(page, "achievements");
  await page.fill("input[name=title]", text.title);
  await page.fill("input[name=summary]", text.summary);
  await page.locator(`input[name=fieldCodes][value="${text.field}"]`).check();
  await next(page, "description");
  await page.fill("textarea[name=description]", text.description);
  await page.fill('input[name="advantages[0].claim"]', "循环寿命");
  await page.fill('input[name="advantages[0].figure"]', "3000");
  await page.fill('input[name="advantages[0].unit"]', "次");
  await next(page, "readiness");
  await page.selectOption("select[name=trlDeclared]", "3");
  for (const level of [1, 2, 3]) {
    await page.fill(
      `textarea[name="trlEvidence[${level - 1}].evidence"]`,
      `第 ${level} 级试验报告`,
    );
  }
  await next(page, "ip");
  await page.locator("input[name=disclosureAcknowledged]").check();
  await next(page, "cooperation");
  await page.locator('input[name=modes][value="LICENCE"]').check();
  await page.locator('input[name=licenceKinds][value="NON_EXCLUSIVE"]').check();
  await next(page, "files");
  await finish(page, "achievements", id);
  return id;
}

/** The same for a need. */
export async function writeNeed(page: Page, text: NeedText): Promise<string> {
  const id = await start(page, "needs");
  await page.fill("input[name=title]", text.title);
  await page.fill("input[name=summary]", text.summary);
  await page.locator(`input[name=fieldCodes][value="${text.field}"]`).check();
  await next(page, "background");
  await page.fill("textarea[name=background]", text.background);
  await next(page, "targets");
  await page.fill('input[name="targets[0].name"]', text.target.name);
  await page.fill('input[name="targets[0].value"]', text.target.value);
  await page.fill('input[name="targets[0].unit"]', text.target.unit);
  await page.fill('input[name="targets[0].testMethod"]', "GB/T 36276");
  await next(page, "terms");
  await page.locator('input[name=modes][value="COMMISSIONED_DEVELOPMENT"]').check();
  await page.fill("input[name=deadlineOn]", inDays(120));
  await page.fill("input[name=replyOn]", inDays(30));
  await next(page, "files");
  await finish(page, "needs", id);
  return id;
}

async function finish(page: Page, segment: "achievements" | "needs", id: string): Promise<void> {
  await page.goto(`/desk/${segment}/${id}/edit?step=confidentiality`);
  await page.locator("input[name=noStateSecretDeclared]").check();
  await next(page, "check");
  await page.locator("button[name=intent][value=submit]").click();
  await page.waitForURL(new RegExp(`/desk/${segment}/${id}$`));
}

/** The organisation's own check, by somebody who may. */
export async function passOrganisationCheck(page: Page, path: string): Promise<void> {
  await page.goto(`/desk${path}`);
  await page.locator("button[name=intent][value=checkPassed]").click();
  await expect(page.locator("button[name=intent][value=checkPassed]")).toHaveCount(0);
}

/** The market's review. */
export async function publishAsReviewer(page: Page, path: string): Promise<void> {
  await page.goto(`/office/reviews${path}`);
  await page.locator("button[name=intent][value=publish]").click();
  await page.waitForURL(/\/office\/reviews$/);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

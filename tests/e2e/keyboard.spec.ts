import type { Page } from "@playwright/test";
import { expect, test, unique } from "./support/people.ts";

const MANY_STOPS = 600;

/** Presses Tab until the focus stands on the control, as somebody without a mouse would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await expect(page.locator(selector).first()).toBeAttached();
  for (let stop = 0; stop < MANY_STOPS; stop += 1) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${selector}`);
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.insertText(text);
}

async function press(page: Page, selector: string, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

async function arrive(page: Page, url: RegExp): Promise<void> {
  await page.waitForURL(url);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

async function signInByKeyboard(page: Page, identifier: string): Promise<void> {
  await page.goto("/sign-in");
  await type(page, "input[name=identifier]", identifier);
  await type(page, "input[name=password]", "GrandMarket2026!");
  await page.keyboard.press("Enter");
  await arrive(page, /\/desk/);
}

test("the whole publish journey by keyboard", async ({ people }) => {
  test.setTimeout(240_000);
  const NEXT = "button[name=intent][value=next]:not([aria-hidden])";
  const title = `低温烧结陶瓷隔膜卷对卷涂布工艺${unique("")}`;
  const page = await people.open();

  await test.step("the first stop leads past the navigation", async () => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    const target = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(target).toMatch(/^#/);
    await page.keyboard.press("Enter");
    await expect(page.locator(`${target}`)).toBeAttached();
  });

  await test.step("sign in and start a draft", async () => {
    await signInByKeyboard(page, "researcher@demo.example");
    await press(page, 'a[href="/desk/achievements"]', "Enter");
    await arrive(page, /\/desk\/achievements$/);
    await press(page, 'a[href="/desk/achievements/new"]', "Enter");
    await arrive(page, /\/new$/);
    await press(page, "main form button[type=submit]", "Enter");
    await arrive(page, /\/edit/);
  });
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";

  await test.step("fill every step", async () => {
    await type(page, "input[name=title]", title);
    await type(page, "input[name=summary]", "850 ℃ 低温烧结，热收缩小于 1%，成本下降三成");
    await press(page, 'input[name=fieldCodes][value="4.2"]', "Space");
    await press(page, NEXT, "Enter");
    await arrive(page, /step=description/);
    await type(
      page,
      "textarea[name=description]",
      "在聚烯烃基膜上卷对卷涂布纳米勃姆石浆料，加入低熔点玻璃助剂后 850 ℃ 预烧粉体即可获得致密颗粒，" +
        "隔膜 150 ℃ 热收缩小于 1%，透气值增量小于 30 s，涂布速度 80 m/min，材料成本比氧化铝方案下降三成，已完成千米级试制。",
    );
    await press(page, NEXT, "Enter");
    await arrive(page, /step=readiness/);
    await tabTo(page, "select[name=trlDeclared]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await press(page, NEXT, "Enter");
    await arrive(page, /step=ip/);
    await press(page, "input[name=disclosureAcknowledged]", "Space");
    await press(page, NEXT, "Enter");
    await arrive(page, /step=cooperation/);
    await press(page, 'input[name=modes][value="SERVICE"]', "Space");
    await press(page, NEXT, "Enter");
    await arrive(page, /step=files/);
    await press(page, 'main a[href$="step=confidentiality"]', "Enter");
    await arrive(page, /step=confidentiality/);
    await press(page, "input[name=noStateSecretDeclared]", "Space");
    await press(page, NEXT, "Enter");
    await arrive(page, /step=check/);
    await press(page, "button[name=intent][value=submit]", "Enter");
    await arrive(page, new RegExp(`/desk/achievements/${id}$`));
  });

  await test.step("check and publish", async () => {
    const university = await people.open();
    await signInByKeyboard(university, "university@demo.example");
    await university.goto(`/desk/achievements/${id}`);
    await press(university, "button[name=intent][value=checkPassed]", "Enter");
    await expect(university.locator("button[name=intent][value=checkPassed]")).toHaveCount(0);
    const reviewer = await people.open();
    await signInByKeyboard(reviewer, "city-reviewer@demo.example");
    await reviewer.goto(`/office/reviews/achievements/${id}`);
    await press(reviewer, "button[name=intent][value=publish]", "Enter");
    await reviewer.waitForURL(/\/office\/reviews$/);
  });

  await page.goto(`/achievements/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
});

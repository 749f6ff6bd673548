import { linkOn } from "./support/page-links.ts";
import { expect, test } from "./support/people.ts";

const DETAIL = /^\/achievements\/[0-9a-f-]{36}$/;

test("the language stays chosen, also in the account", async ({ people }) => {
  const page = await people.open();
  await page.goto("/achievements");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.locator("header button[name=locale][value=en]:visible").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(/\/achievements/);
  await page.goto("/needs");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.locator("header button[name=locale][value='zh-CN']:visible").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

test("the language can be chosen without scripts", async ({ people }) => {
  const page = await people.open(undefined, { javaScriptEnabled: false });
  await page.goto("/achievements?q=%E9%92%A0");
  await page.locator("header button[name=locale][value=en]:visible").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(/q=/);
});

test("a detail page prints its content and nothing else", async ({ people }) => {
  const page = await people.open();
  const path = await linkOn(page, "/achievements", DETAIL);
  await page.goto(path);
  const title = page.getByRole("heading", { level: 1 });
  await page.emulateMedia({ media: "print" });
  await expect(title).toBeVisible();
  await expect(page.locator("header nav").first()).toBeHidden();
  await expect(page.locator("#match-panel")).toBeHidden();
  await expect(page.locator("main button:visible")).toHaveCount(0);
  const pdf = await page.pdf();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

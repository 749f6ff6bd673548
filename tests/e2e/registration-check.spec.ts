import { expectAccessible } from "../setup/e2e-test.ts";
import { expect, test } from "./support/people.ts";

test("a contract is checked before registration without JavaScript, and nothing is decided", async ({
  people,
}) => {
  const page = await people.open(undefined, { javaScriptEnabled: false });
  await page.goto("/registration-check");
  await page.fill("input[name=total]", "很多");
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("select[name=category]")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("input[name=total]")).toHaveValue("很多");
  await page.selectOption("select[name=category]", "51");
  await page.fill("input[name=total]", "100000");
  await page.fill("input[name=technical]", "90000");
  await page.check("input[name=present][value=text]");
  await page.locator("main form button[type=submit]").click();
  await expect(page.getByText("预审意见（自查），不是认定")).toBeVisible();
  await expect(page.getByText("分项合计不等于合同总额减技术交易额。")).toBeVisible();
  await expect(page.locator("select[name=category]")).toHaveValue("51");
  await expect(page.locator("input[type=checkbox][name=present][value=text]")).toBeChecked();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载自查表（PDF）" }).click();
  expect((await download).suggestedFilename()).toMatch(/^registration-self-check-.*\.pdf$/);
});

test("the answer of the self-check is accessible and fits a phone", async ({ people }) => {
  const page = await people.open(undefined);
  await page.goto("/registration-check?category=31");
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("#self-check-result")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});

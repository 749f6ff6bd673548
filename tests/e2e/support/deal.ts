import type { Locator, Page } from "@playwright/test";
import { expect, readCode } from "./people.ts";

/** A one-page PDF that stands for a scan, as small as readers accept. */
export const SCAN = {
  name: "授权委托书.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
};

/** The button that sends this value, brought to sight where it lies in a dialog or a folded part. */
export async function reveal(page: Page, intent: string): Promise<Locator> {
  const button = page
    .locator(`main button[name=intent][value="${intent}"]:not([aria-hidden])`)
    .first();
  await page.waitForLoadState("networkidle");
  await button.evaluate((element) => {
    const folded = element.closest("details:not([open]) > *")?.parentElement;
    if (folded instanceof HTMLDetailsElement) folded.open = true;
    const dialog = element.closest("dialog:not([open])");
    (dialog?.previousElementSibling as HTMLElement | null)?.click();
  });
  await expect(button).toBeVisible();
  return button;
}

/** Presses a button of a form by the value that it sends, and waits for what the market makes of it. */
export async function press(page: Page, intent: string): Promise<void> {
  const button = await reveal(page, intent);
  const answered = page.waitForResponse((answer) => {
    const request = answer.request();
    const isForm = request.method() === "POST" && !/socket\.io|autosave/.test(request.url());
    const body = request.postData();
    return isForm && (body === null || decodeURIComponent(body).includes(intent));
  });
  await Promise.all([answered, button.click()]);
  await expect(page.locator("[data-site-progress][data-busy]")).toHaveCount(0);
  await page.waitForLoadState("networkidle");
}

/** Both declarations of one side, and the right holder's answers where the side gives them. */
export async function declare(page: Page, room: string, isRightHolder: boolean): Promise<void> {
  await page.goto(`${room}/checks`);
  if (isRightHolder) {
    for (const [name, value] of Object.entries({
      coOwners: "NONE",
      licences: "NONE",
      pledge: "NONE",
      annuities: "NOT_APPLICABLE",
      dispute: "NONE",
      openLicence: "NONE",
      ownPractice: "NOT_APPLICABLE",
      completers: "NOT_APPLICABLE",
      abroad: "NO",
      stateSecret: "NO",
    })) {
      await page.locator(`input[name="${name}"][value="${value}"]`).check();
    }
    await press(page, "right-holder");
  }
  await page.locator('input[name=isRelated][value="NO"]').check();
  await page.locator("input[name=confirmed]").check();
  await press(page, "related");
}

/** Approved by both, frozen, signed with codes by mail, first by the supply side, and sealed. */
export async function signContract(
  contract: string,
  seller: { page: Page; email: string },
  buyer: { page: Page; email: string },
): Promise<void> {
  for (const { page } of [seller, buyer]) {
    await page.goto(contract);
    await press(page, "approve");
  }
  await press(buyer.page, "finalise");
  const sign = `/desk/contracts/${contract.split("/").at(-1)}/sign`;
  for (const { page } of [seller, buyer]) {
    await page.goto(sign);
    await page.locator("select[name=userId]").selectOption({ index: 1 });
    const capacity = page.locator('input[name=capacity][value="AGENT"]');
    if ((await capacity.count()) > 0) await capacity.check();
    else await page.locator("select[name=capacity]").selectOption("AGENT");
    await press(page, "name");
  }
  await buyer.page.locator("input[name=first][value=SUPPLY]").check();
  await press(buyer.page, "start");
  for (const { page, email } of [seller, buyer]) {
    // A mailbox gets one code a minute.
    await expect(async () => {
      await page.goto(sign);
      await press(page, "code");
      await expect(page.locator("main")).not.toContainText(/\d+ 秒/, { timeout: 500 });
    }).toPass({ timeout: 90_000, intervals: [5000] });
    await page.locator("input[name=hasRead]").check();
    await page.locator("input[name=agreed]").check();
    await page.fill("input[name=code]", await readCode(page, email));
    await press(page, "sign");
  }
  await expect(async () => {
    await seller.page.goto(sign);
    await expect(seller.page.locator('main a[href*="which=sealed"]')).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 30_000 });
}

/** What a link of the page leads to, with the session of the page. */
export async function download(page: Page, href: string): Promise<Buffer> {
  const answer = await page.request.get(href);
  expect(answer.status(), href).toBe(200);
  return answer.body();
}

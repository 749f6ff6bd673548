import type { Page } from "@playwright/test";
import { download, press } from "./support/deal.ts";
import { expect, test, unique } from "./support/people.ts";

const PASSWORD = "GrandMarket2026!";

test("an express licence: offered, read, confirmed, paid by card, and in both sides' hands", async ({
  people,
}) => {
  test.setTimeout(90_000);
  const [owner, operator, buyer] = await Promise.all(
    ["university", "operator", "firm"].map((key) => people.open(key)),
  );
  if (!owner || !operator || !buyer) throw new Error("no page");
  const title = unique("主轴热误差补偿许可");

  const offer =
    await test.step("an offer that the patent rules bar is refused by name", async () => {
      await owner.goto("/desk/licences/new");
      const achievement = owner.locator("select[name=achievementId]");
      const choice = achievement.locator("option", { hasText: "数控机床主轴热误差" });
      await achievement.selectOption((await choice.getAttribute("value")) ?? "");
      await owner.locator("input[name=kind][value=EXPRESS]").check();
      await send(owner);
      await owner.waitForURL(/\/edit$/);
      await fillOffer(owner, title);
      await owner.locator("select[name=exclusive]").selectOption("RUNNING");
      await send(owner);
      await owner.waitForURL(/\/desk\/licences\/[0-9a-f-]{36}$/);
      const page = new URL(owner.url()).pathname;
      await press(owner, "submit");
      await expect(owner.locator("main [role=alert]").first()).toContainText(
        "独占或排他许可的有效期内不能再许可他人",
      );
      await owner.goto(`${page}/edit`);
      await owner.locator("select[name=exclusive]").selectOption("NONE");
      await send(owner);
      await owner.waitForURL(/\/desk\/licences\/[0-9a-f-]{36}$/);
      await press(owner, "submit");
      return page;
    });

  const licence = await test.step("the market checks and opens it", async () => {
    await operator.goto(offer.replace("/desk/", "/office/"));
    await press(operator, "open");
    const link = operator.locator('main a[href^="/licences/"]').first();
    return (await link.getAttribute("href")) ?? "";
  });

  const purchase = await test.step("the firm reads the text and confirms exactly it", async () => {
    await buyer.goto(licence);
    await expect(buyer.locator("main")).toContainText("普通实施许可");
    const hash = /[0-9a-f]{64}/.exec((await buyer.locator("main").textContent()) ?? "")?.[0];
    await buyer.goto(`${licence}/take`);
    await expect(buyer.locator("input[name=textHash]")).toHaveValue(hash ?? "none");
    await send(buyer);
    await expect(buyer.locator("#agreed, input[name=agreed]").first()).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await buyer.locator("input[name=agreed]").check();
    await buyer.fill("input[name=secret]", PASSWORD);
    await send(buyer);
    await buyer.waitForURL(/\/desk\/licences\/purchases\/[0-9a-f-]{36}$/);
    return new URL(buyer.url()).pathname;
  });

  await test.step("it is paid by card; a payment that fails changes nothing", async () => {
    await buyer.locator('main a[href^="/desk/payments/"]').first().click();
    await buyer.waitForURL(/\/desk\/payments\/[0-9a-f-]{36}$/);
    await buyer.locator("main button[name=intent][value=start]").click();
    await buyer.waitForURL(/\/demo-checkout\//);
    await expect(buyer.locator("main")).toContainText("360.00");
    await buyer.locator("button[name=answer][value=fail]").click();
    await expect(buyer.getByRole("alert")).toBeVisible();
    await buyer.locator("input[name=method][value=card]").check();
    await buyer.locator("button[name=answer][value=pay]").click();
    await buyer.waitForURL(/\/desk\/payments\/[0-9a-f-]{36}/);
    await expect(async () => {
      await buyer.reload();
      await expect(buyer.locator("main")).toContainText("到账确认", { timeout: 1000 });
    }).toPass({ timeout: 20_000 });
  });

  await test.step("both sides hold the sealed licence", async () => {
    const paper = `${purchase}/document`;
    await expect(async () => {
      await buyer.goto(purchase);
      await expect(buyer.locator(`main a[href="${paper}"]`)).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    const pdf = await download(buyer, paper);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await download(owner, paper)).equals(pdf)).toBe(true);
    for (const [page, side] of [
      [buyer, "bought"],
      [owner, "given"],
    ] as const) {
      await page.goto(`/desk/licences/purchases?side=${side}`);
      const row = page.getByRole("row").filter({ hasText: title });
      await expect(row.locator(`a[href="${purchase}"]`)).toBeVisible();
    }
    await buyer.goto("/verify");
    const file = { name: "许可书.pdf", mimeType: "application/pdf", buffer: pdf };
    await buyer.locator("main input[type=file]").first().setInputFiles(file);
    await buyer.locator("main form button[type=submit]").first().click();
    await expect(buyer.locator("main")).toContainText("未被改动");
  });
});

async function fillOffer(page: Page, title: string): Promise<void> {
  await page.fill("input[name=title]", title);
  await page.fill("textarea[name=summary]", "在一台数控机床上使用热误差补偿方法，附标定说明。");
  await page.fill("input[name=fee]", "360");
  await page.fill("input[name=termMonths]", "12");
  await page.fill("input[name=territory]", "中华人民共和国境内");
  await page.fill("input[name=fieldOfUse]", "被许可人自有数控机床的热误差补偿");
  const patent = {
    number: "202310000001.5",
    title: "一种主轴热误差补偿方法",
    holder: "泉城理工大学",
    feesPaidUntil: "2040-01-31",
    expiresOn: "2043-01-01",
  };
  for (const [key, value] of Object.entries(patent)) {
    await page.fill(`input[name="patents[0].${key}"]`, value);
  }
  const answers = {
    exclusive: "NONE",
    suspension: "NONE",
    fees: "PAID",
    pledge: "NONE",
    coOwners: "NONE",
    licensor: "DOMESTIC",
  };
  for (const [name, value] of Object.entries(answers)) {
    await page.locator(`select[name=${name}]`).selectOption(value);
  }
}

/** The only form of the page, as its button sends it. */
async function send(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await Promise.all([
    answered,
    page.locator("main form[method=post] button[type=submit]").first().click(),
  ]);
}

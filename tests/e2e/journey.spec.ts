import type { Page } from "@playwright/test";
import { expect, type People, readCode, test, unique } from "./support/people.ts";
import {
  passOrganisationCheck,
  publishAsReviewer,
  writeAchievement,
  writeNeed,
} from "./support/publish.ts";

const PASSWORD = "a long enough pass phrase";
/** A one-page PDF, as small as readers accept. */
const LICENCE = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test("from sign-up to a conversation between two organisations", async ({ people }) => {
  test.setTimeout(240_000);
  const email = `${unique("founder")}@new.example`;
  const founder = await people.open();
  const institute = `泺源先进储能研究院${unique("")}`;

  await test.step("sign up with the code from the outbox", async () => {
    await signUp(founder, email);
    await expect(founder.getByRole("heading", { level: 1 })).toBeVisible();
  });

  await test.step("create an organisation and have it verified", async () => {
    await createOrganisation(founder, institute);
    await verifyOrganisation(people, institute);
    await founder.goto("/desk/organisation");
    await expect(founder.locator("main")).toContainText("已认证");
  });

  const title = `普鲁士白钠离子电池正极材料连续合成工艺${unique("")}`;
  const path = await test.step("publish an achievement through both checks", async () => {
    const id = await writeAchievement(founder, {
      title,
      summary: "水系连续共沉淀制备低缺陷普鲁士白，0.1C 比容量 160 mAh/g",
      description:
        "采用柠檬酸钠络合的连续共沉淀路线，在 80 ℃ 惰性气氛中合成单斜相普鲁士白，铁氰根空位低于 3%，" +
        "结晶水由 12% 降到 0.5% 以下。配合硬碳负极的 5 Ah 软包电芯 1C 循环 3000 次容量保持 88%，" +
        "-20 ℃ 放电保持 90%。工艺不用有机溶剂，母液可循环，已完成 20 kg 批次验证。",
      keywords: ["钠离子电池", "普鲁士白", "正极材料"],
      field: "6.3",
    });
    const path = `/achievements/${id}`;
    await passOrganisationCheck(founder, path);
    const reviewer = await people.open("city");
    await publishAsReviewer(reviewer, path);
    await founder.goto(path);
    await expect(founder.getByRole("heading", { level: 1 })).toContainText(title);
    return path;
  });

  await test.step("find it by other wordings", async () => {
    const visitor = await people.open();
    const wordings = [
      `钠电池 ${title.slice(-12)}`, // a sub-word of 钠离子电池
      "普魯士白 鈉離子電池", // traditional characters
      "sodium-ion battery 普鲁士白", // another language
    ];
    for (const wording of wordings) {
      await expect(async () => {
        await visitor.goto(`/achievements?q=${encodeURIComponent(wording)}`);
        await expect(visitor.locator(`a[href="${path}"]`).first()).toBeVisible({ timeout: 1000 });
      }, wording).toPass();
    }
  });

  const needTitle = `寻求长循环钠离子电池正极材料供应与联合开发${unique("")}`;
  const firm = await people.open("firm");
  const needPath = await test.step("a firm posts a need", async () => {
    const id = await writeNeed(firm, {
      title: needTitle,
      summary: "两轮车换电用软包电芯，需普鲁士白或层状氧化物正极，循环 3000 次以上",
      background:
        "公司有一条 200 MWh 软包电芯产线，拟导入钠离子电池用于两轮车换电。外购正极材料在 55% 湿度下匀浆凝胶、" +
        "批次差异大，电芯循环约 1200 次。希望获得低水分普鲁士白正极材料的公斤级样品与制备工艺，并联合放大。",
      field: "6.3",
      target: { name: "1C 循环寿命", value: "3000", unit: "次" },
    });
    const path = `/needs/${id}`;
    await passOrganisationCheck(firm, path);
    const reviewer = await people.open("city");
    await publishAsReviewer(reviewer, path);
    return path;
  });

  await test.step("the match names words that stand in both texts", async () => {
    const match = firm
      .getByRole("listitem")
      .getByRole("article")
      .filter({ has: firm.locator(`a[href="${path}"]`) });
    await expect(async () => {
      await firm.goto(needPath);
      await expect(match).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await match.locator("summary").first().click();
    const words = await match.locator("mark").allTextContents();
    expect(words.length).toBeGreaterThan(0);
    const theirs = (await readMain(founder, path)).toLowerCase();
    const ours = (await readMain(firm, needPath)).toLowerCase();
    const shared = words.filter((word) => theirs.includes(word.toLowerCase()));
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.some((word) => ours.includes(word.toLowerCase()))).toBe(true);
  });

  await test.step("the firm asks for an introduction", async () => {
    await firm.goto(path);
    await firm.locator('a[href^="/desk/introductions/new"]').first().click();
    await firm.waitForURL(/introductions\/new/);
    await firm.fill("textarea[name=cooperation]", "希望评估公斤级样品并商谈非独占许可。");
    await firm.fill("textarea[name=about]", "我们有 200 MWh 软包产线和电芯测试能力。");
    await firm.locator("button[name=intent][value=request]").click();
    await firm.waitForURL(/\/desk\/introductions\/[0-9a-f-]{36}/);
  });

  await test.step("the other side is told: bell, notice and mail", async () => {
    await founder.goto("/desk");
    await expect(founder.locator('header a[href="/desk/notifications"]').first()).toContainText(
      /\d/,
    );
    await founder.goto("/desk/notifications");
    await expect(founder.locator("main")).toContainText(title);
    await expect(async () => {
      await founder.goto("/outbox");
      const mail = founder.getByRole("row").filter({ hasText: email }).filter({ hasText: title });
      await expect(mail.first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  });

  await test.step("it is accepted and both sides write", async () => {
    await founder.goto("/desk/introductions");
    await founder.locator('main a[href^="/desk/introductions/"]').first().click();
    await founder.locator("button[name=intent][value=accept]").click();
    await founder.fill("textarea[name=body]", "欢迎，样品下周可寄出。");
    await founder.locator("button[name=intent][value=message]").click();
    await expect(founder.locator("main ol[aria-live]")).toContainText("欢迎，样品下周可寄出。");
    await firm.reload();
    await expect(firm.locator("main")).toContainText("欢迎，样品下周可寄出。");
    await firm.fill("textarea[name=body]", "收到，地址随后发来。");
    await firm.locator("button[name=intent][value=message]").click();
    await expect(firm.locator("main ol[aria-live]")).toContainText("收到，地址随后发来。");
    await founder.reload();
    await expect(founder.locator("main")).toContainText("收到，地址随后发来。");
  });
});

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.fill("input[name=name]", "储能研究员");
  await page.fill("input[name=identifier]", email);
  await page.fill("input[name=password]", PASSWORD);
  await page.locator("input[name=terms]").check();
  await page.locator("main form button[type=submit], form button[type=submit]").last().click();
  await page.waitForURL(/\/confirm/);
  await page.fill("input[name=code]", await readCode(page, email));
  await page.locator("button[name=intent][value=confirm]").click();
  await page.waitForURL(/\/desk/);
}

async function createOrganisation(page: Page, legalName: string): Promise<void> {
  await page.goto("/desk/organisation/new");
  await page.locator('input[name=kind][value="RESEARCH_INSTITUTE"]').check();
  await page.fill("input[name=legalName]", legalName);
  await page.fill("input[name=uscc]", creditCode());
  await page.locator("select[name=natureCode]").selectOption({ index: 1 });
  const levels = page.locator("fieldset").filter({ has: page.locator("input[name=regionCode]") });
  await levels.locator("select").nth(0).selectOption("370000");
  await levels.locator("select").nth(1).selectOption("370100");
  await levels.locator("select").nth(2).selectOption("370102");
  await page.fill("input[name=legalRepresentative]", "法定代表人");
  await page.fill("input[name=address]", "济南市历下区经十路 1 号");
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/\/desk\/organisation(?!\/new)/);
  await page.goto("/desk/organisation/documents");
  await page.locator('input[name=purpose][value="LICENCE"]').check();
  const file = { name: "法人证书.pdf", mimeType: "application/pdf", buffer: LICENCE };
  await page.locator("input[type=file][name=file]").setInputFiles(file);
  await page
    .locator("main form")
    .filter({ has: page.locator("input[type=file]") })
    .locator("button[type=submit]")
    .last()
    .click();
  await page.waitForURL(/\/desk\/organisation$/);
  await page.locator("button[name=intent][value=submit]").click();
  await expect(page.locator("button[name=intent][value=recall]")).toBeVisible();
}

async function verifyOrganisation(people: People, legalName: string): Promise<void> {
  const reviewer = await people.open("city");
  await reviewer.goto("/office/verifications");
  await reviewer.getByRole("link", { name: legalName }).click();
  await reviewer.locator('input[name=move][value="verify"]').check();
  await reviewer.locator("main form button[type=submit]").last().click();
  await reviewer.waitForURL(/\/office\/verifications$/);
}

async function readMain(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return (await page.locator("main").textContent()) ?? "";
}

/** A credit code with right check characters (GB 32100-2015, GB 11714) that nobody has. */
function creditCode(): string {
  const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const body = String(Math.floor(Math.random() * 1e8)).padStart(8, "0");
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const rest = 11 - (weights.reduce((sum, w, i) => sum + w * Number(body[i]), 0) % 11);
  const first = `12370102${body}${rest === 10 ? "X" : rest === 11 ? "0" : rest}`;
  const sum = [...first].reduce((total, c, i) => total + characters.indexOf(c) * (3 ** i % 31), 0);
  return first + (characters[(31 - (sum % 31)) % 31] ?? "0");
}

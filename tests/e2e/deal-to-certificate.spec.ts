import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { declare, download, press, reveal, SCAN, signContract } from "./support/deal.ts";
import { expect, test } from "./support/people.ts";

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const TOTAL_YUAN = "12000000";
/** A second try meets the first one's room: it has a matter of its own. */
const SUBJECTS = ["柱塞泵配流副", "钢渣碳化"];
const CHANGED_YUAN = "12600000";

test("from an introduction to a registered certificate and its change", async ({ people }) => {
  test.setTimeout(300_000);
  const researcher = await people.open("researcher");
  const firm = await people.open("firm");
  const broker = await people.open("broker");
  const registrar = await people.open("registrar");
  const second = await people.open("second");
  const seller = { page: researcher, email: "researcher@demo.example" };
  const buyer = { page: firm, email: "firm@demo.example" };

  const listing = await test.step("the broker records who was introduced to what", async () => {
    const href = await firstLink(firm, "/achievements", SUBJECTS[test.info().retry] ?? "");
    const need = await firstLink(broker, "/needs", "征集长寿命");
    const numberOn = async (page: string) => {
      await broker.goto(page);
      return /编号\s*(\d+)/.exec((await broker.locator("main").textContent()) ?? "")?.[1] ?? "";
    };
    const [achievementNumber, needNumber] = [await numberOn(href), await numberOn(need)];
    await broker.goto("/desk/broker/introductions");
    await broker.fill("input[name=achievementNumber]", achievementNumber);
    await broker.fill("input[name=needNumber]", needNumber);
    await broker.fill("textarea[name=note]", "向企业推荐了配流副复合涂层成果。");
    await Promise.all([
      broker.waitForResponse((answer) => answer.request().method() === "POST"),
      broker.locator("main form:has(input[name=achievementNumber]) button").last().click(),
    ]);
    for (const page of [firm, researcher]) {
      await page.goto("/desk/mandates/introductions");
      await press(page, "confirm");
    }
    return href;
  });

  const room = await test.step("the firm asks, the researcher accepts, a room opens", async () => {
    await firm.goto(listing);
    await firm.locator('a[href^="/desk/introductions/new"]').first().click();
    await firm.waitForURL(/introductions\/new/);
    await firm.fill("textarea[name=cooperation]", "希望委托开发储能冷却柱塞泵配流副复合涂层工艺。");
    await firm.fill("textarea[name=about]", "本公司有储能冷却机组产线和泵阀测试平台。");
    await press(firm, "request");
    await firm.waitForURL(/\/desk\/introductions\/[0-9a-f-]{36}/);
    const introduction = new URL(firm.url()).pathname;
    await researcher.goto(introduction);
    await press(researcher, "accept");
    await press(researcher, "openDeal");
    await researcher.waitForURL(/\/desk\/deals\/[0-9a-f-]{36}/);
    return new URL(researcher.url()).pathname;
  });

  await test.step("both talk", async () => {
    await firm.goto(room);
    await firm.fill("textarea[name=body]", "请按年产两万台套报价。");
    await firm.locator("main form button[type=submit]").filter({ hasText: "发送" }).click();
    await expect(researcher.locator("main")).toContainText("请按年产两万台套报价。");
    // The broker who introduced them is in the room from its first day.
    await broker.goto(room);
    await expect(broker.locator("main")).toContainText("请按年产两万台套报价。");
  });

  await test.step("an offer, a counter-offer, and an acceptance", async () => {
    await writeTerms(researcher, room, "15000000");
    await firm.goto(`${room}/terms/edit`);
    await fillPrice(firm, TOTAL_YUAN);
    await firm.locator("textarea[name=note]").last().fill("按一条产线计，价格需下调。");
    await press(firm, "offer");
    await researcher.goto(`${room}/terms`);
    await expect(researcher.locator("main")).toContainText("1,200 万元");
    await expect(researcher.locator("main")).toContainText("1,500 万元");
    await press(researcher, "accept");
    await expect(researcher.locator("main")).toContainText("已接受");
  });

  await test.step("declarations, contract, signatures and seal", async () => {
    await declare(researcher, room, true);
    await declare(firm, room, false);
    await researcher.goto(`${room}/contracts`);
    await press(researcher, "draft");
    await researcher.waitForURL(/\/contracts\/[0-9a-f-]{36}/);
    await signContract(new URL(researcher.url()).pathname, seller, buyer);
    const sealed = await sealedOf(researcher);
    expectSealed(sealed, "contract");
    await expectVerified(firm, sealed);
  });

  const registration = await test.step("the dossier is made and handed in", async () => {
    await researcher.goto(`${room}/registration`);
    await press(researcher, "create");
    await researcher.goto(`${room}/registration`);
    const href = await researcher
      .locator('main a[href^="/desk/registrations/"]')
      .first()
      .getAttribute("href");
    const page = href ?? "";
    await researcher.goto(`${page}/documents`);
    await researcher.locator("[name=kind]").selectOption("AUTHORISATION");
    await researcher.locator("input[type=file][name=file]").setInputFiles(SCAN);
    await press(researcher, "add");
    await submitDossier(researcher, page, "submit");
    return page;
  });
  const office = registration.replace("/desk/", "/office/");

  await test.step("one round of correction", async () => {
    await registrar.goto(office);
    await registrar.locator("select[name=about]").selectOption({ index: 1 });
    await registrar.fill("textarea[name=message]", "请补充说明样件的数量和验收地点。");
    await press(registrar, "addRemark");
    await press(registrar, "askFormalCorrection");
    await researcher.goto(registration);
    await researcher
      .locator("textarea[name=answer], input[name=answer]")
      .first()
      .fill("40 套，验收地点为委托方泵阀测试平台。");
    await press(researcher, "answer");
    await submitDossier(researcher, registration, "resubmit");
  });

  const number = await test.step("two registrars recognise and register it", async () => {
    await registrar.goto(office);
    await press(registrar, "accept");
    await press(registrar, "assign");
    await answerFindings(registrar);
    await press(registrar, "callSecond");
    await second.goto(office);
    await press(second, "assignSecond");
    await press(second, "concur");
    await registrar.goto(office);
    await press(registrar, "register");
    return expectCertificate(researcher, registration, 1);
  });

  await test.step("the contract is changed, and the registration after it", async () => {
    await researcher.goto(`${room}/terms/edit`);
    await fillPrice(researcher, CHANGED_YUAN);
    await press(researcher, "offer");
    await firm.goto(`${room}/terms`);
    await press(firm, "accept");
    await researcher.goto(`${room}/contracts`);
    await press(researcher, "supplement");
    await researcher.waitForURL(/\/contracts\/[0-9a-f-]{36}/);
    await signContract(new URL(researcher.url()).pathname, seller, buyer);
    await researcher.goto(registration);
    await reveal(researcher, "applyForChange");
    const form = researcher.locator("form:has(button[value=applyForChange])");
    await form.locator("[name=note]").fill("合同总额变更");
    await press(researcher, "applyForChange");
    await registrar.goto(office);
    await press(registrar, "approveChange");
    expect(await expectCertificate(researcher, registration, 2)).toBe(number);
  });

  await test.step("the public sees number, category, date and state only", async () => {
    const visitor = await people.open();
    await visitor.goto(`/verify/registrations/${number}`);
    await expect(visitor.locator("main")).toContainText(number);
    await expect(visitor.locator("main")).not.toContainText("历山钠储");
  });
});

/** The first listing that a search finds. */
async function firstLink(page: Page, list: string, words: string): Promise<string> {
  await page.goto(`${list}?q=${encodeURIComponent(words)}`);
  const link = page.locator(`main a[href^="${list}/"]`).filter({ hasText: words.slice(0, 3) });
  return (await link.first().getAttribute("href")) ?? "";
}

async function fillPrice(page: Page, yuan: string): Promise<void> {
  await page.fill('input[name="price.totalFen"]', yuan);
  await page.fill('input[name="price.technicalFen"]', yuan);
  await page.fill('input[name="price.instalments[0].amountFen"]', yuan);
}

async function writeTerms(page: Page, room: string, yuan: string): Promise<void> {
  await page.goto(`${room}/terms/edit`);
  await page.fill("input[name=title]", "储能冷却柱塞泵配流副复合涂层工艺委托开发");
  await page.locator("select[name=categoryCode]").selectOption("11");
  await press(page, "save");
  const texts = {
    "object.description": "开发储能冷却柱塞泵配流副织构与涂层复合工艺，完成产线验证。",
    "object.targets": "摩擦系数 ≤ 0.05；31.5 MPa 下寿命 ≥ 5000 h",
    "object.deliverables": "工艺包 1 套、配流副 40 套、检测报告 1 份",
    "object.plan": "小试定型 4 个月，连续涂层 6 个月，产线验证 4 个月。",
    "acceptance.standard": "技术指标逐项达到为合格",
    "acceptance.method": "双方共同委托第三方机构检测",
    "acceptance.dispute": "有异议的另选机构复检",
    "results.applicationRight": "双方共同申请专利",
    "results.sharing": "对外许可收益各半",
    "confidentiality.scope": "工艺参数与测试数据",
    "broker.services": "供需对接、组织谈判、协助认定登记",
    liability: "逾期每日按合同总额的万分之五支付违约金",
  };
  for (const [name, text] of Object.entries(texts)) {
    await page.fill(`textarea[name="${name}"]`, text);
  }
  await page.locator('select[name="results.ownership"]').selectOption("JOINT");
  await page.fill('input[name="confidentiality.years"]', "5");
  await page.locator('select[name="dispute.way"]').selectOption("ARBITRATION");
  await page.fill('input[name="dispute.body"]', "济南仲裁委员会");
  await page.fill('input[name="term.fromOn"]', inDays(40));
  await page.fill('input[name="term.toOn"]', inDays(585));
  await page.fill('input[name="term.place"]', "济南市");
  await page.fill('input[name="broker.feeFen"]', "240000");
  await page.locator('select[name="broker.payer"]').selectOption("DEMAND");
  await page.locator('select[name="price.kind"]').selectOption("LUMP_SUM");
  if ((await page.locator('input[name="price.instalments[0].title"]').count()) === 0) {
    await press(page, "add:price.instalments");
  }
  await page.fill('input[name="price.instalments[0].title"]', "研究开发报酬");
  await page.fill('input[name="price.instalments[0].dueOn"]', inDays(555));
  await fillPrice(page, yuan);
  await press(page, "offer");
}

async function submitDossier(page: Page, dossier: string, move: string): Promise<void> {
  await page.goto(dossier);
  await reveal(page, move);
  const commitment = page.locator(`#commitment-${move}`);
  if ((await commitment.count()) > 0) await commitment.check();
  await press(page, move);
}

async function answerFindings(page: Page): Promise<void> {
  for (const one of await page.locator('main input[name^="finding-"][value="MET"]:visible').all()) {
    await one.check();
  }
  await press(page, "findings");
}

async function sealedOf(page: Page): Promise<Buffer> {
  const href = await page.locator('main a[href*="which=sealed"]').first().getAttribute("href");
  return download(page, href ?? "");
}

/** pdfsig's own word where it is installed; the market's verifier says it in any case. */
function expectSealed(pdf: Buffer, name: string): void {
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const file = path.join(os.tmpdir(), `${name}-${process.pid}.pdf`);
  fs.writeFileSync(file, pdf);
  try {
    const said = execFileSync("pdfsig", [file], { encoding: "utf8" });
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Total document signed");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    test.info().annotations.push({ type: "pdfsig", description: "not installed: not asked" });
  } finally {
    fs.rmSync(file);
  }
}

async function expectVerified(page: Page, pdf: Buffer): Promise<void> {
  await page.goto("/verify");
  const file = { name: "合同.pdf", mimeType: "application/pdf", buffer: pdf };
  await page.locator("main input[type=file]").first().setInputFiles(file);
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.locator("main")).toContainText("未被改动");
}

/** The newest certificate: sealed, accepted by the page that works without network; a changed sign is not. */
async function expectCertificate(page: Page, dossier: string, version: number): Promise<string> {
  const paper = page.locator(`main a[href*="/papers/"]`);
  await expect(async () => {
    await page.goto(`${dossier}/export`);
    expect(await paper.count()).toBeGreaterThanOrEqual(version);
  }).toPass({ timeout: 30_000 });
  const href = (await paper.first().getAttribute("href")) ?? "";
  const pdf = await download(page, href);
  expectSealed(pdf, "certificate");
  await expectOffline(page, pdf);
  const number = /\d{6}-\d{2}-\d{4}-\d{6}-[0-9A-Z]/.exec(
    (await page.locator("main").textContent()) ?? "",
  );
  return number?.[0] ?? "";
}

/** The stand-alone page, kept as a file and opened without network, on the paper and on a changed copy. */
async function expectOffline(page: Page, pdf: Buffer): Promise<void> {
  const file = path.join(os.tmpdir(), `verifier-${process.pid}.html`);
  fs.writeFileSync(file, await download(page, "/verify/registrations/offline.html"));
  const context = await page.context().browser()?.newContext({ offline: true, locale: "zh-CN" });
  if (!context) throw new Error("no browser");
  const alone = await context.newPage();
  await alone.goto(`file://${file}`);
  const paper = { name: "证明.pdf", mimeType: "application/pdf" };
  await alone.setInputFiles("#file", { ...paper, buffer: pdf });
  await expect(alone.locator("#result")).toContainText("一个字节也没有改动");
  const changed = Buffer.from(pdf);
  changed[2000] = (changed[2000] ?? 0) ^ 1;
  await alone.setInputFiles("#file", { ...paper, buffer: changed });
  await expect(alone.locator("#result")).toContainText("无效");
  await context.close();
  fs.rmSync(file);
}

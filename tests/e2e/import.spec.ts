import type { Page } from "@playwright/test";
import { expect, test, unique } from "./support/people.ts";

const ROWS = 2000;
const MATERIALS = [
  "石墨烯",
  "碳化硅",
  "聚酰亚胺",
  "钛合金",
  "磷酸铁锂",
  "氧化锆",
  "玄武岩纤维",
  "硬碳",
];
const THINGS = ["涂层", "隔膜", "轴承", "滤芯", "传感器", "催化剂", "紧固件", "复合板"];
const MEANS = ["等离子喷涂", "溶胶凝胶", "热等静压", "静电纺丝", "激光熔覆", "水热合成"];

/** A catalogue that nobody has seen before: every title says something of its own. */
function catalogue(mark: string): Buffer {
  const lines = ["编号,成果名称,成果简介,详细介绍,技术领域,合作方式,成熟度"];
  for (let i = 0; i < ROWS; i += 1) {
    const material = MATERIALS[i % MATERIALS.length];
    const thing = THINGS[Math.floor(i / 8) % THINGS.length];
    const means = MEANS[Math.floor(i / 64) % MEANS.length];
    const title = `${material}${thing}的${means}制备技术 ${mark}${i}`;
    const line = `强度提高 ${10 + (i % 40)}%，能耗下降 ${5 + (i % 20)}%`;
    const text = `用${means}制备${material}${thing}，${line}，批次编号 ${i}，已在两家用户试用半年以上。`;
    lines.push(`${mark}-${i},${title},"${line}","${text}",新材料,技术许可,中试`);
  }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`);
}

test("a catalogue of 2,000 rows is checked, imported and found", async ({ people }) => {
  test.setTimeout(300_000);
  const page = await people.open("operator");
  const mark = unique("c");

  await test.step("upload and map", async () => {
    await page.goto("/desk/imports/new");
    await page.locator("input[type=file][name=file]").setInputFiles({
      name: "成果目录.csv",
      mimeType: "text/csv",
      buffer: catalogue(mark),
    });
    await page.fill("input[name=source]", mark);
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/);
    await expect(page.locator('select[name="map.title"]')).toHaveValue(/成果名称|1/);
    await page.locator("button[name=intent][value=dry-run]").click();
  });

  await test.step("the dry run writes nothing and says what it would do", async () => {
    await waitFor(page, "button[name=intent][value=commit]");
    await expect(page.locator("main")).toContainText(/2[,，]?000/);
    const visitor = await people.open();
    await visitor.goto(`/achievements?q=${mark}7`);
    await expect(visitor.locator('main a[href^="/achievements/0"]')).toHaveCount(0);
  });

  await test.step("the import publishes every row", async () => {
    await page.locator("button[name=intent][value=commit]").click();
    await waitFor(page, 'main a[href="/desk/achievements"]');
    await expect(page.locator("main")).toContainText(/2[,，]?000/);
  });

  await test.step("rows are found, by a title and by what they have in common", async () => {
    const visitor = await people.open();
    await expect(async () => {
      await visitor.goto(`/achievements?q=${mark}1999`);
      await expect(visitor.locator("main")).toContainText(`${mark}1999`, { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await visitor.goto(`/achievements?q=${encodeURIComponent("玄武岩纤维滤芯")}`);
    await expect(visitor.locator("main a").filter({ hasText: "滤芯" }).first()).toBeVisible();
  });
});

/** The page of a run is looked at again, as its reader would, until the run has ended. */
async function waitFor(page: Page, selector: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator(selector).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 120_000, intervals: [1000] });
}

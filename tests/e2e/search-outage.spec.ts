import fs from "node:fs";
import path from "node:path";
import { findFreePort } from "../../app/server/local-process.ts";
import { withoutMeilisearch } from "../setup/e2e-test.ts";
import { type MarketProcess, startMarket, waitUntilReady } from "../setup/market-process.ts";
import { runFolder } from "../setup/run-folder.ts";
import { expect, test, unique } from "./support/people.ts";
import { passOrganisationCheck, publishAsReviewer, writeAchievement } from "./support/publish.ts";

/** A market of its own: the search engine of the others must go on. */
test.describe("while Meilisearch is down", () => {
  const dataDir = path.join(runFolder(), `grand-market-outage-${process.pid}`);
  let market: MarketProcess;
  let baseURL: string;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const port = String(await findFreePort());
    const limits = { RATE_LIMIT: "100000", AUTH_RATE_LIMIT: "10000" };
    market = startMarket({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: "error", ...limits });
    await waitUntilReady(market);
    baseURL = market.url;
  });

  test.afterAll(async () => {
    market.child.kill("SIGTERM");
    await market.end();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  test("search answers with a note, publishing goes on, the index catches up", async ({
    people,
  }) => {
    test.setTimeout(240_000);
    const visitor = await people.open(undefined, { baseURL });
    const researcher = await people.open("researcher", { baseURL });
    const university = await people.open("university", { baseURL });
    const reviewer = await people.open("city", { baseURL });
    const title = `海上风电叶片前缘防护涂层${unique("")}`;
    const note = visitor.locator("main").getByRole("status").filter({ hasText: "搜索" });
    let address = "";

    await withoutMeilisearch(async () => {
      await expect(async () => {
        await visitor.goto(`/achievements?q=${encodeURIComponent("钠离子电池")}`);
        await expect(note).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 30_000 });
      await expect(visitor.locator('main a[href^="/achievements/0"]').first()).toBeVisible();

      const id = await writeAchievement(researcher, {
        title,
        summary: "聚脲杂化涂层，雨蚀寿命提高 4 倍，可塔上修补",
        description:
          "针对海上风机叶片前缘雨蚀，开发聚脲与纳米二氧化硅杂化涂层，邵氏硬度与回弹可调。旋臂雨蚀试验（ASTM G73，" +
          "140 m/s）寿命由 9 h 提高到 38 h，-30 ℃ 至 60 ℃ 循环 200 次无开裂。可在 5 ℃ 以上塔上施工，2 h 表干，单支叶片修补 6 h 完成。",
        keywords: ["风电叶片", "前缘防护"],
        field: "4.5",
      });
      address = `/achievements/${id}`;
      await passOrganisationCheck(university, address);
      await publishAsReviewer(reviewer, address);
      await visitor.goto(`/achievements?q=${encodeURIComponent(title)}`);
      await expect(visitor.locator(`main a[href="${address}"]`).first()).toBeVisible();
      await visitor.goto(address);
      await expect(visitor.getByRole("heading", { level: 1 })).toContainText(title);
    }, dataDir);

    await expect(async () => {
      await visitor.goto(`/achievements?q=${encodeURIComponent(title)}`);
      await expect(note).toHaveCount(0, { timeout: 1000 });
      await expect(visitor.locator(`main a[href="${address}"]`).first()).toBeVisible({
        timeout: 1000,
      });
    }).toPass({ timeout: 90_000 });
  });
});

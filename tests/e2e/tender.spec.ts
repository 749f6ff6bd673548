import { clock } from "~/domain/shared/clock";
import { commitmentOf } from "~/domain/tenders/sealing-rules.js";
import { openMarket } from "./support/bidding-sale.ts";
import { press } from "./support/deal.ts";
import { expect, test, unique } from "./support/people.ts";
import {
  dismissClues,
  nameHolders,
  passDate,
  seatAndScore,
  tablesHolding,
  tenderOf,
} from "./support/tender-course.ts";
import { bidOffline, bidOnPage, makeKey, openWithKey, writeCall } from "./support/tender-pages.ts";

const DAY_MS = 86_400_000;
/** Figures and words that stand nowhere else in the market, nor in an earlier try. */
const bidsOf = (retry: number) => ({
  best: { yuan: `163745${retry}.19`, days: "187", answer: `声学阵列与压力波联合定位${retry}` },
  next: { yuan: `174839${retry}.27`, days: "203", answer: `管网压力梯度反演定位${retry}` },
  last: { yuan: `185927${retry}.46`, days: "211", answer: `超声巡检机器人定位${retry}` },
});
const EXPERTS = ["bay", "daiyue", "bluebay", "muzhi", "broker"];

test("a tender is sealed in browsers, opened with two keys, scored and awarded", async ({
  people,
}) => {
  test.setTimeout(180_000);
  const db = openMarket();
  const { best, next, last } = bidsOf(test.info().retry);
  const [firm, notary, operator] = await Promise.all([
    people.open("firm"),
    people.open("second"),
    people.open("operator"),
  ]);
  const [university, hydraulics, mines] = await Promise.all([
    people.open("university"),
    people.open("hydraulics"),
    people.open("mine-safety"),
  ]);
  const title = unique("压缩空气泄漏在线定位装置开发");
  const dueDate = new Date(clock.now().getTime() + 25 * DAY_MS).toISOString().slice(0, 10);

  const id =
    await test.step("the buyer writes the call, holders make keys, the market issues", async () => {
      const written = await writeCall(firm, title, dueDate);
      await nameHolders(db, written, { buyer: "firm", notary: "second-registrar" });
      return written;
    });
  const keys = await Promise.all([makeKey(firm, id), makeKey(notary, id)]);
  await firm.goto(`/desk/tenders/${id}`);
  await firm.locator("input[name=move][value=submit]").check();
  await press(firm, "move");
  await operator.goto(`/office/tenders/${id}`);
  await operator.locator("input[name=move][value=issue]").check();
  await press(operator, "move");
  const { number } = await tenderOf(db, id);

  await test.step("three bids are sealed in browsers, one of them away from the market", async () => {
    const [copy] = await Promise.all([
      bidOnPage(university, number, best),
      bidOffline(hydraulics, number, next),
      bidOnPage(mines, number, last),
    ]);
    expect(await commitmentOf(copy.nonce, copy.content)).toBe(copy.commitment);
    await university.locator("main a[href*='/receipt']").click();
    await expect(university.locator("main")).toContainText(copy.commitment);
  });

  await test.step("a dump of the database shows no amount, and no holder can open early", async () => {
    for (const { yuan, answer } of [best, next, last]) {
      expect(await tablesHolding(db, yuan.replace(".", ""))).toEqual([]);
      expect(await tablesHolding(db, yuan)).toEqual([]);
      expect(await tablesHolding(db, answer)).toEqual([]);
    }
    await firm.goto(`/desk/tenders/${id}/opening`);
    await expect(firm.locator("main")).toContainText("投标尚未截止");
    await expect(firm.locator("input[name=keyFile]")).toHaveCount(0);
  });

  await test.step("two of the three keys open all bids", async () => {
    await passDate(db, id, "bidsDueAt");
    const [buyersKey = "", notarysKey = ""] = keys;
    await openWithKey(firm, id, buyersKey);
    expect((await tenderOf(db, id)).state).toBe("OPENING");
    await openWithKey(notary, id, notarysKey);
    const visitor = await people.open();
    await visitor.goto(`/tenders/${number}`);
    await expect(visitor.locator("main")).toContainText(`1,637,45${best.yuan.slice(6)}`);
    expect(await tablesHolding(db, best.yuan.replace(".", ""))).toContain('public."TenderBid"');
  });

  await test.step("five experts score, one of them in the browser", async () => {
    await seatAndScore(db, id, EXPERTS, "university");
    const broker = await people.open("broker");
    await broker.goto(`/desk/tenders/${id}/evaluation`);
    await press(broker, "accept");
    for (const score of await broker.locator("input[name^=score-]").all()) await score.fill("80.5");
    await press(broker, "submit");
    await expect(broker.locator("input[name^=score-]").first()).toHaveAttribute("readonly");
  });

  await test.step("candidates are public, the award waits for the standstill", async () => {
    await operator.goto(`/office/tenders/${id}`);
    await operator.locator("input[name=move][value=publishCandidates]").check();
    await press(operator, "move");
    const visitor = await people.open();
    await visitor.goto(`/tenders/${number}`);
    await expect(visitor.locator("main")).toContainText("中标候选人");
    await expect(visitor.locator("main")).not.toContainText("技术经纪人");
    await passDate(db, id, "candidatesEndAt");
    expect((await tenderOf(db, id)).state).toBe("STANDSTILL");
    await firm.goto(`/desk/tenders/${id}`);
    await expect(firm.locator("main")).toContainText("之后才能定标");
    await expect(firm.locator("button[value=award]")).toHaveCount(0);
  });

  await test.step("the buyer awards, and a room opens", async () => {
    await dismissClues(db, id);
    await passDate(db, id, "standstillEndsAt");
    await firm.goto(`/desk/tenders/${id}`);
    await press(firm, "award");
    await expect
      .poll(() => db.deal.count({ where: { tenderId: id } }), { timeout: 30_000 })
      .toBe(1);
    await firm.goto(`/desk/tenders/${id}`);
    await firm.locator("main a[href^='/desk/deals/']").first().click();
    await expect(firm.locator("main")).toContainText(title);
    await university.goto(`/tenders/${number}/bid`);
    await expect(university.locator("main")).toContainText("中标");
  });
  await db.$disconnect();
});

import { afterEach, describe, expect, it } from "vitest";
import { answerRewardObjection } from "~/domain/performance/answer-reward-objection.server";
import { consentToName } from "~/domain/performance/consent-to-name.server";
import { moveRewardSheet } from "~/domain/performance/move-reward-sheet.server";
import { objectToReward } from "~/domain/performance/object-to-reward.server";
import { openRewardSheet } from "~/domain/performance/open-reward-sheet.server";
import { getPublicReward } from "~/domain/performance/public-reward-queries.server";
import { getReward } from "~/domain/performance/reward-queries.server";
import { rewardSchema } from "~/domain/performance/reward-schema";
import { saveRewardSheet } from "~/domain/performance/save-reward-sheet.server";
import { useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { firings } from "../../../app/jobs/procedures/firings.server";
import { termSheet } from "../../factories/deals.ts";
import { makeStranger } from "../../factories/people.ts";
import { makeColleague, makeRunningDeal, pay } from "../../factories/performance.ts";
import { useTestDb } from "../../setup/database.ts";

const DAY_MS = 86_400_000;
const price = { kind: "LUMP_SUM" as const, totalFen: "100000000", technicalFen: "100000000" };

describe("sharing out a reward", () => {
  const t = useTestDb("file");
  let restore = () => {};
  afterEach(() => restore());
  const code = (code: string) => expect.objectContaining({ code });

  /** A Shandong university that has licensed for a million, paid; with an inventor who has an account. */
  async function scene(categoryCode = "31") {
    const clock = useTestClock(new Date("2026-11-02T02:00:00Z"));
    restore = clock.restore;
    const content = termSheet({ categoryCode, price });
    const deal = await makeRunningDeal(t.db, { supplyKind: "UNIVERSITY", content });
    const unit = deal.seller;
    await expect(openRewardSheet(deal.contractId, unit, t.db)).rejects.toEqual(
      code("reward_no_income"),
    );
    const row = await t.db.instalment.findFirstOrThrow({ where: { contractId: deal.contractId } });
    await pay(t.db, deal, row.id);
    const inventor = await makeColleague(t.db, deal.supply.id, []);
    const open = () => openRewardSheet(deal.contractId, unit, t.db);
    const [sheetId = "", again] = await Promise.all([open(), open()]);
    expect(again).toBe(sheetId);
    const save = (rewardPercent: string, values: { bonusPercent?: string } = {}) =>
      saveRewardSheet(
        {
          sheetId,
          content: rewardSchema.parse({
            ...{ basis: "STATUTE", rewardPercent, contact: "科技处 0531-1", ...values },
            netIncomeRule: "收入扣除税费和直接交易费用",
            deductions: [{ label: "中介费", amount: "100000" }],
            shares: [
              { personName: "张三丰", userId: inventor.userId, percent: "66.67" },
              { personName: "李四", percent: "33.33", role: "CONTRIBUTOR" },
            ],
          }),
        },
        unit,
        t.db,
      );
    const move = (step: "publish" | "confirmAtOnce" | "resume" | "confirm", actor = unit) =>
      moveRewardSheet({ sheetId, move: step }, actor, t.db);
    const read = () => getReward(sheetId, unit, t.db);
    return { clock, deal, unit, inventor, sheetId, save, move, read };
  }

  it("keeps the floor, runs its working days, stands still for an objection and is paid in time", async () => {
    const { clock, unit, inventor, sheetId, save, move, read, deal } = await scene();
    await save("69.99");
    await expect(move("publish")).rejects.toEqual(code("reward_below_floor"));
    await save("70", { bonusPercent: "10" });
    await expect(move("publish")).rejects.toEqual(code("reward_bonus_refused"));
    await save("70");
    const draft = await read();
    expect(draft).toMatchObject({
      ...{ netIncomeFen: 90_000_000n, rewardFen: 63_000_000n, floorBp: 7000, rewardBp: 7000 },
      ...{ floorFen: 63_000_000n, payment: { firstPaidOn: "2026-11-02", deadline: "2029-11-02" } },
    });
    expect(draft.shares.map((one) => one.amountFen)).toEqual([42_002_100n, 20_997_900n]);
    expect(draft.checks.map((one) => one.answer)).toEqual(Array(5).fill("MET"));
    expect(draft.steps.map((one) => one.move)).toEqual(["publish", "cancel"]);
    await expect(move("confirmAtOnce")).rejects.toEqual(code("reward_publicity_asked"));
    const number = draft.number;
    await expect(getPublicReward(number, t.db)).rejects.toEqual(code("not_found"));
    await expect(move("publish", deal.buyer)).rejects.toEqual(code("not_found"));
    await move("publish");
    // Whom it names sees it and may not run it.
    await expect(move("confirm", inventor)).rejects.toEqual(code("wrong_actor"));

    // Nobody else sees the desk's page; the public sees masked names.
    await expect(getReward(sheetId, deal.buyer, t.db)).rejects.toEqual(code("not_found"));
    const names = async () => (await getPublicReward(number, t.db)).shares?.map((one) => one.name);
    expect(await names()).toEqual(["张**", "李*"]);
    await consentToName({ sheetId, isGiven: true }, inventor, t.db);
    expect(await names()).toEqual(["张三丰", "李*"]);
    await expect(consentToName({ sheetId, isGiven: true }, deal.first, t.db)).rejects.toEqual(
      code("not_found"),
    );
    expect((await getReward(sheetId, inventor, t.db)).objections).toEqual([]);

    // 15 working days from Monday 2 November 2026 end with Monday the 23rd.
    expect((await read()).endsAt).toBe("2026-11-23T16:00:00.000Z");
    await expect(move("confirm")).rejects.toEqual(code("reward_publicity_runs"));
    clock.advance(4 * DAY_MS);
    const objection = (origin: string) => ({
      ...{ number, objectorName: "王五", objectorContact: "1", text: "我也参加了试验", origin },
    });
    await Promise.all([
      objectToReward(objection("10.0.0.1"), null, t.db),
      objectToReward(objection("10.0.0.2"), null, t.db),
    ]);
    const stopped = await getPublicReward(number, t.db);
    expect(stopped.state).toBe("OBJECTION_HANDLING");
    expect(stopped.endsAt).toBeNull();
    expect(stopped.objections.map((one) => [one.number, one.text])).toEqual([
      ...[[1, null]],
      ...[[2, null]],
    ]);
    expect(JSON.stringify(stopped, (_, v) => (typeof v === "bigint" ? `${v}` : v))).not.toContain(
      "王五",
    );
    await expect(move("resume")).rejects.toEqual(code("reward_objection_stands"));
    clock.advance(2 * DAY_MS);
    const { objections } = await read();
    for (const one of objections) {
      const answer = { outcome: "REJECTED" as const, result: "试验记录中没有此人" };
      await answerRewardObjection({ sheetId, objectionId: one.id, ...answer }, unit, t.db);
    }
    const [first] = objections;
    await expect(
      answerRewardObjection(
        { sheetId, objectionId: first?.id ?? "", outcome: "UPHELD", result: "改" },
        unit,
        t.db,
      ),
    ).rejects.toEqual(code("objection_answered"));
    await move("resume");
    // Two days of standing still are added.
    expect((await read()).endsAt).toBe("2026-11-25T16:00:00.000Z");
    clock.advance(15 * DAY_MS);
    await expect(move("confirm")).rejects.toEqual(code("reward_publicity_runs"));
    clock.advance(5 * DAY_MS);
    expect(await sweepClocks(t.db, firings)).toMatchObject({ failed: 0 });
    await expect(objectToReward(objection("10.0.0.3"), null, t.db)).rejects.toEqual(
      code("publicity_over"),
    );
    await move("confirm");
    expect((await getPublicReward(number, t.db)).shares).toBeNull();
    const paid = (paidOn: string) => moveRewardSheet({ sheetId, move: "pay", paidOn }, unit, t.db);
    await expect(paid("2099-01-01")).rejects.toEqual(code("paid_in_future"));
    await expect(paid("2026-11-03")).rejects.toEqual(code("paid_before_confirmed"));
    await paid("2026-11-28");
    expect((await read()).state).toBe("PAID");
    await expect(openRewardSheet(deal.contractId, unit, t.db)).rejects.toEqual(
      code("reward_no_income"),
    );
  });

  it("starts anew after an upheld objection", async () => {
    const { clock, unit, sheetId, save, move, read } = await scene("21");
    await save("70", { bonusPercent: "9.99" });
    await expect(move("publish")).rejects.toEqual(code("reward_bonus_low"));
    await save("70", { bonusPercent: "10" });
    await move("publish");
    const { number } = await read();
    const input = { number, objectorName: "赵六", objectorContact: "2", text: "漏了我" };
    await objectToReward({ ...input, origin: "10.1.0.1" }, null, t.db);
    const revise = () => moveRewardSheet({ sheetId, move: "revise", note: "增加一人" }, unit, t.db);
    await expect(revise()).rejects.toEqual(code("reward_objection_open"));
    const [objection] = (await read()).objections;
    const answer = { outcome: "UPHELD" as const, result: "属实，调整份额" };
    await answerRewardObjection(
      { sheetId, objectionId: objection?.id ?? "", ...answer },
      unit,
      t.db,
    );
    await expect(move("resume")).rejects.toEqual(code("reward_objection_stands"));
    await revise();
    await save("71", { bonusPercent: "10" });
    clock.advance(DAY_MS);
    await move("publish");
    expect((await read()).endsAt).toBe("2026-11-24T16:00:00.000Z");
    expect((await getPublicReward(number, t.db)).objections).toMatchObject([
      { text: "漏了我", outcome: "UPHELD", result: "属实，调整份额" },
    ]);
  });

  it("is for nobody but administrators of the unit", async () => {
    const { sheetId, save, deal } = await scene();
    await save("70");
    const stranger = await makeStranger(t.db);
    await expect(getReward(sheetId, stranger, t.db)).rejects.toEqual(code("not_found"));
    await expect(openRewardSheet(deal.contractId, deal.buyer, t.db)).rejects.toEqual(
      code("forbidden"),
    );
    const cancel = { sheetId, move: "cancel" as const, note: "重做" };
    for (const other of [deal.first, stranger]) {
      await expect(moveRewardSheet(cancel, other, t.db)).rejects.toEqual(code("not_found"));
    }
    // A row of the database that breaks the sum is refused by the database itself.
    await expect(
      t.db.rewardSheet.update({ where: { id: sheetId }, data: { netIncomeFen: 1n } }),
    ).rejects.toThrow("reward_sums");
  });
});

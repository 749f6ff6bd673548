import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { decideFlag } from "~/domain/oversight/decide-flag.server";
import { countFlags, getFlag, listFlags } from "~/domain/oversight/flag-queries.server";
import { queueWatching } from "~/domain/oversight/queue-watching.server";
import { tradeFlagConduct } from "~/domain/oversight/trade-flag-conduct.server";
import { watchTrade } from "~/domain/oversight/watch-trade.server";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { makeTrader } from "../../factories/lots";
import { makeFlag, makeRun, makeSale, type Trader } from "../../factories/oversight";
import { addMember, makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb();
const market = systemActor("test");
const PAGE = { skip: 0, size: 20 };
const DAY_MS = 86_400_000;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const buyersOf = (count: number): Promise<Trader[]> =>
  Promise.all(Array.from({ length: count }, () => makeTrader(t.db)));

async function reasonsOf(caseId: string): Promise<string[]> {
  const rows = await t.db.tradeFlag.findMany({ where: { caseId } });
  return rows.map((row) => (row.evidence as { reason: string }).reason).sort();
}

const watch = (id: string) => watchTrade({ caseType: "LOT", caseId: id }, market, t.db);

describe("watching a trade", () => {
  it("finds nothing in an ordinary sale", async () => {
    const buyers = await buyersOf(3);
    const sale = await makeSale(t.db, { buyers, phones: ["13800000001", "13800000002", ""] });
    await makeRun(t.db, sale, buyers, [
      [0, 100_000_00n, 3000],
      [1, 102_000_00n, 900],
      [2, 105_000_00n, 300],
      [0, 106_000_00n, 8],
    ]);
    expect(await watch(sale.id)).toBe(0);
    expect(await t.db.tradeFlag.count()).toBe(0);
  });

  it("finds what sides have in common, once, and tells the operators", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const buyers = await buyersOf(3);
    const [one, other, third] = buyers as [Trader, Trader, Trader];
    const sale = await makeSale(t.db, {
      buyers,
      phones: ["138 0000 1234", "+8613800001234", ""],
      related: ["", "", "完成人在受让方持股"],
    });
    await addMember(t.db, sale.seller.organisationId, other.actor.userId);
    const ids = [one.organisationId, third.organisationId];
    await t.db.organisation.updateMany({
      where: { id: { in: ids } },
      data: { legalRepresentative: "王建国" },
    });
    const counts = await Promise.all([watch(sale.id), watch(sale.id)]);
    expect(counts.sort()).toEqual([0, 4]);
    expect(await reasonsOf(sale.id)).toEqual(
      ["declared", "samePhone", "sameOwnerMember", "sameRepresentative"].sort(),
    );
    const told = await t.db.notification.findMany({ where: { userId: operator.userId } });
    expect(told.map((row) => row.kind)).toEqual(["tradeFlagFound"]);
  });

  it("finds a network address that two share, not that of the house", async () => {
    const buyers = await buyersOf(2);
    const sale = await makeSale(t.db, { buyers });
    for (const [at, buyer] of buyers.entries()) {
      for (const ipAddress of ["127.0.0.1", "203.0.113.9"]) {
        await t.db.session.create({
          data: {
            id: newId(),
            userId: buyer.actor.userId,
            token: `${at}-${ipAddress}`,
            expiresAt: new Date("2100-01-01"),
            ipAddress,
          },
        });
      }
    }
    await watch(sale.id);
    const [row] = await t.db.tradeFlag.findMany();
    expect(row?.evidence).toMatchObject({
      reason: "sameNetwork",
      values: { value: "203.0.113.9" },
    });
  });

  it("finds two that win in turn whenever they meet, in the lots before", async () => {
    const buyers = await buyersOf(2);
    const at = (days: number) => new Date(Date.now() - days * DAY_MS);
    for (const [index, days] of [120, 90, 60].entries()) {
      await makeSale(t.db, { buyers, winner: index % 2, endedAt: at(days) });
    }
    const last = await makeSale(t.db, { buyers, winner: 1, endedAt: at(1) });
    await watch(last.id);
    expect(await reasonsOf(last.id)).toEqual(["winsInTurn"]);
    const outsider = await buyersOf(1);
    await makeSale(t.db, { buyers: [...buyers, ...outsider], winner: 2, endedAt: at(30) });
    const later = await makeSale(t.db, { buyers, winner: 0 });
    await watch(later.id);
    expect(await reasonsOf(later.id)).toEqual([]);
  });

  it("finds patterns in the bids: last seconds, leaps, single steps", async () => {
    const buyers = await buyersOf(2);
    const sale = await makeSale(t.db, { buyers });
    const step = 1_000_00n;
    const start = 100_000_00n;
    await makeRun(
      t.db,
      sale,
      buyers,
      Array.from({ length: 9 }, (_, at) => [at % 2, start + step * BigInt(at), 9 - at] as const),
    );
    await watch(sale.id);
    expect(await reasonsOf(sale.id)).toEqual(["lastSecondPair", "singleSteps"]);
    const leap = await makeSale(t.db, { buyers });
    await makeRun(t.db, leap, buyers, [
      [0, start, 600],
      [1, start * 3n, 500],
    ]);
    await watch(leap.id);
    expect(await reasonsOf(leap.id)).toEqual(["priceJump"]);
  });

  it("leaves training runs and unknown cases alone, and is the market's and operators' only", async () => {
    const buyers = await buyersOf(2);
    const sale = await makeSale(t.db, { buyers, phones: ["5318888", "5318888"], isTraining: true });
    expect(await watch(sale.id)).toBe(0);
    expect(await watch(newId())).toBe(0);
    const ref = { caseType: "LOT", caseId: sale.id } as const;
    expect(await codeOf(watchTrade(ref, await makeStranger(t.db), t.db))).toBe("forbidden");
  });

  it("is queued for what moved of late, once each", async () => {
    const sale = await makeSale(t.db, { buyers: await buyersOf(1) });
    await t.db.procedureMove.createMany({
      data: ["announce", "startBidding"].map((move) => ({
        id: newId(),
        procedure: "lot",
        subjectId: sale.id,
        move,
        fromState: "CHECK",
        toState: "ANNOUNCED",
        actorKind: "SYSTEM",
        relation: "market",
        at: new Date(),
        note: "",
        evidence: {},
        auditSequence: 1n,
      })),
    });
    expect(await queueWatching(t.db)).toBe(1);
    expect(await queueWatching(t.db)).toBe(1);
    const jobs = await t.db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'trading.watch'`;
    expect(jobs[0]?.count).toBe(1n);
  });
});

describe("deciding a flag", () => {
  walkProcedure({
    conduct: tradeFlagConduct,
    db: () => t.db,
    walkers: ["operator", "reviewer", "stranger", "market"],
    actors: async () => [
      {
        name: "operator",
        actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
        relations: ["operator"],
      },
      { name: "reviewer", actor: await makeOfficer(t.db, "REVIEWER", null), relations: [] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
      { name: "market", actor: market, relations: [] },
    ],
    make: async (state) => {
      const id = await makeFlag(t.db, []);
      if (state === "OPEN") return id;
      await t.db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('market.procedure', 'TradeFlag', true)`;
        await tx.tradeFlag.update({ where: { id }, data: { state, decidedAt: new Date() } });
      });
      return id;
    },
    input: () => ({ note: "理由" }),
  });

  it("needs reasons, is done once, and is counted honestly", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const { organisationId } = await makeTrader(t.db);
    const flagId = await makeFlag(t.db, [organisationId]);
    const decide = (note: string) =>
      codeOf(decideFlag({ flagId, move: "dismiss", note }, operator, t.db));
    expect(await decide(" ")).toBe("note_required");
    expect((await Promise.all([decide("同一园区"), decide("同一园区")])).sort()).toEqual([
      "done",
      "wrong_state",
    ]);
    expect(
      await codeOf(decideFlag({ flagId: "x", move: "dismiss", note: "x" }, operator, t.db)),
    ).toBe("not_found");
    const flag = await getFlag(flagId, operator, t.db);
    expect(flag).toMatchObject({ state: "DISMISSED", decisionNote: "同一园区" });
    const figures = await countFlags(operator, t.db);
    expect(figures.find((one) => one.kind === "SHARED_CONTACT")).toEqual({
      kind: "SHARED_CONTACT",
      open: 0,
      dismissed: 1,
      confirmed: 0,
    });
    const stranger = await makeStranger(t.db);
    expect(await codeOf(listFlags({ state: "OPEN", kind: null }, PAGE, stranger, t.db))).toBe(
      "forbidden",
    );
    expect(await codeOf(getFlag(flagId, stranger, t.db))).toBe("forbidden");
  });
});

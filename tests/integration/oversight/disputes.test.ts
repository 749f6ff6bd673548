import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { systemActor } from "~/domain/identity/actor";
import { closeAccount } from "~/domain/identity/close-account.server";
import { hashPassword, writePassword } from "~/domain/identity/password.server";
import {
  getDispute,
  getDisputeFile,
  listDisputes,
  listOwnDisputes,
  listPublicResults,
} from "~/domain/oversight/dispute-queries.server";
import { moveDispute } from "~/domain/oversight/move-dispute.server";
import { raiseDispute } from "~/domain/oversight/raise-dispute.server";
import { remindDispute } from "~/domain/oversight/remind-dispute.server";
import { getRetention } from "~/domain/oversight/retention-queries.server";
import { RETAINED_TABLES } from "~/domain/oversight/retention-rules";
import { listOwnCases } from "~/domain/oversight/trade-case-queries.server";
import { tradeDisputeConduct } from "~/domain/oversight/trade-dispute-conduct.server";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeTrader } from "../../factories/lots";
import { makeFlag, makeSale, strike, type Trader } from "../../factories/oversight";
import { transferReceipt } from "../../factories/payments";
import { addMember, makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb();
const market = systemActor("test");
const PAGE = { skip: 0, size: 20 };

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const raise = (
  caseId: string,
  who: Trader,
  values: { upload?: ReturnType<typeof transferReceipt>; actor?: UserActor } = {},
) =>
  raiseDispute(
    {
      caseType: "LOT",
      caseId,
      organisationId: who.organisationId,
      text: "公告的加价幅度与实际不符。",
      upload: values.upload ?? null,
    },
    values.actor ?? who.actor,
    t.db,
  );

async function makeDispute(db: Db, organisationId: string, raisedById: string, state: string) {
  const id = newId();
  await db.tradeDispute.create({
    data: { id, state, caseType: "LOT", caseId: newId(), organisationId, raisedById, text: "事由" },
  });
  return id;
}

describe("a dispute", () => {
  let raiser: Trader;
  walkProcedure({
    conduct: tradeDisputeConduct,
    db: () => t.db,
    walkers: ["raiser", "operator", "insider", "stranger", "market"],
    actors: async () => {
      raiser = await makeTrader(t.db);
      const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
      const insider = await makeOfficer(t.db, "MARKET_OPERATOR", null);
      const [membership] = (await makeTrader(t.db)).actor.memberships;
      if (!membership) throw new Error("no membership");
      const own = { ...membership, organisationId: raiser.organisationId, scopes: [] };
      return [
        { name: "raiser", actor: raiser.actor, relations: ["raiser"] },
        { name: "operator", actor: operator, relations: ["operator"] },
        // An operator does not decide what the own organisation has raised.
        { name: "insider", actor: { ...insider, memberships: [own] }, relations: [] },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: market, relations: [] },
      ];
    },
    make: (state) => makeDispute(t.db, raiser.organisationId, raiser.actor.userId, state),
    input: () => ({ note: "理由" }),
  });

  it("is raised about a trade that one took part in, with a paper, and decided publicly", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const buyer = await makeTrader(t.db);
    const sale = await makeSale(t.db, { buyers: [buyer], title: "隔膜工艺" });
    const [known] = await listOwnCases(t.db, buyer.organisationId, 10);
    expect(known).toMatchObject({ caseType: "LOT", caseId: sale.id, title: "隔膜工艺" });
    const { id } = await raise(sale.id, buyer, { upload: transferReceipt() });
    const view = await getDispute(id, buyer.actor, t.db);
    expect(view).toMatchObject({ state: "OPEN", isOwn: true, moves: ["withdraw"] });
    expect(view.dueAt).not.toBeNull();
    for (const actor of [buyer.actor, operator]) {
      expect((await getDisputeFile(id, actor, t.db)).contentType).toBe("image/png");
    }
    expect((await listDisputes(true, PAGE, operator, t.db)).total).toBe(1);
    const decide = (note: string) =>
      codeOf(moveDispute({ disputeId: id, move: "uphold", note }, operator, t.db));
    expect(await decide("")).toBe("note_required");
    const twice = await Promise.all([decide("公告已更正"), decide("公告已更正")]);
    expect(twice.sort()).toEqual(["done", "wrong_state"]);
    const [result] = (await listPublicResults(PAGE, t.db)).items;
    expect(result).toMatchObject({ state: "UPHELD", result: "公告已更正", caseTitle: "隔膜工艺" });
    expect(JSON.stringify(result)).not.toContain(buyer.organisationId);
    const told = await t.db.notification.findMany({ where: { userId: buyer.actor.userId } });
    expect(told.map((row) => row.kind)).toContain("tradeDisputeDecided");
  });

  it("is not raised by strangers to the trade, without the scope, about nothing, or twice", async () => {
    const buyer = await makeTrader(t.db);
    const other = await makeTrader(t.db);
    const sale = await makeSale(t.db, { buyers: [buyer] });
    expect(await codeOf(raise(sale.id, other))).toBe("dispute_not_yours");
    expect(await codeOf(raise(newId(), buyer))).toBe("dispute_not_yours");
    expect(await codeOf(raise("x", buyer))).toBe("dispute_not_yours");
    expect(await codeOf(raise(sale.id, buyer, { actor: other.actor }))).toBe("forbidden");
    const twice = await Promise.all([codeOf(raise(sale.id, buyer)), codeOf(raise(sale.id, buyer))]);
    expect(twice.sort()).toEqual(["dispute_open_already", "done"]);
    // The seller and who was struck take part too.
    expect(await codeOf(raise(sale.id, sale.seller))).toBe("done");
    const caseId = newId();
    await strike(t.db, other.organisationId, market, { caseId });
    expect(await codeOf(raise(caseId, other))).toBe("done");
  });

  it("is hidden from strangers, and withdrawn by its own side", async () => {
    const buyer = await makeTrader(t.db);
    const sale = await makeSale(t.db, { buyers: [buyer] });
    const { id } = await raise(sale.id, buyer);
    const stranger = (await makeTrader(t.db)).actor;
    expect(await codeOf(getDispute(id, stranger, t.db))).toBe("not_found");
    expect(await codeOf(getDisputeFile(id, buyer.actor, t.db))).toBe("not_found");
    expect(await codeOf(moveDispute({ disputeId: id, move: "withdraw" }, stranger, t.db))).toBe(
      "not_found",
    );
    expect(
      await codeOf((async () => listOwnDisputes(buyer.organisationId, PAGE, stranger, t.db))()),
    ).toBe("forbidden");
    await moveDispute({ disputeId: id, move: "withdraw" }, buyer.actor, t.db);
    expect((await listPublicResults(PAGE, t.db)).total).toBe(0);
    expect(await codeOf(raise(sale.id, buyer))).toBe("done");
  });

  it("is remembered to the operators when its time is up", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const buyer = await makeTrader(t.db);
    const sale = await makeSale(t.db, { buyers: [buyer] });
    const { id } = await raise(sale.id, buyer);
    const due = { subjectId: id, clock: "decide" };
    await t.db.$transaction((tx) => remindDispute(tx, due, market));
    await t.db.$transaction((tx) => remindDispute(tx, due, market));
    const told = await t.db.notification.findMany({ where: { userId: operator.userId } });
    expect(told.map((row) => row.kind).sort()).toEqual(["tradeDisputeDue", "tradeDisputeRaised"]);
  });
});

describe("what is kept", () => {
  const countOf = async (table: string) => {
    const [row] = await t.db.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) n FROM "${table}"`);
    return row?.n;
  };

  it("is kept when the account of the person who acted is closed", async () => {
    const buyer = await makeTrader(t.db);
    const heir = await makeStranger(t.db);
    await addMember(t.db, buyer.organisationId, heir.userId, "OWNER");
    const sale = await makeSale(t.db, { buyers: [buyer], winner: 0 });
    await raise(sale.id, buyer);
    await strike(t.db, buyer.organisationId, market, { caseId: sale.id });
    await makeFlag(t.db, [buyer.organisationId], sale.id);
    const before = await Promise.all(RETAINED_TABLES.map(countOf));
    await writePassword(t.db, buyer.actor.userId, await hashPassword("a password to close"));
    await closeAccount({ password: "a password to close" }, buyer.actor, t.db);
    expect(await Promise.all(RETAINED_TABLES.map(countOf))).toEqual(before);
    const [row] = await t.db.lotApplication.findMany();
    expect(row).toMatchObject({ organisationId: buyer.organisationId, userId: buyer.actor.userId });
  });

  it("cannot be swept away with a person, an organisation or a case: no foreign key cascades", async () => {
    const cascading = await t.db.$queryRaw<{ name: string }[]>`
      SELECT conname AS name FROM pg_constraint
      WHERE contype = 'f' AND confdeltype = 'c'
        AND conrelid::regclass::text = ANY(${RETAINED_TABLES.map((table) => `"${table}"`)}::text[])`;
    expect(cascading.map((one) => one.name)).toEqual([]);
  });

  it("is stated with a time of at least three years, to operators", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await makeSale(t.db, { buyers: [await makeTrader(t.db)] });
    const { years, floor, lines } = await getRetention(operator, t.db);
    expect(years).toBeGreaterThanOrEqual(floor);
    expect(floor).toBe(3);
    expect(lines.find((line) => line.kind === "lots")).toMatchObject({ rows: 2 });
    expect(await codeOf(getRetention(await makeStranger(t.db), t.db))).toBe("forbidden");
  });
});

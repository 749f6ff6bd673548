import { afterEach, describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { findBan } from "~/domain/oversight/ban-queries.server";
import { decideFlag } from "~/domain/oversight/decide-flag.server";
import { liftStrike } from "~/domain/oversight/lift-strike.server";
import { recordStrike } from "~/domain/oversight/record-strike.server";
import {
  listOwnStrikes,
  listPublicBans,
  listStrikes,
} from "~/domain/oversight/strike-queries.server";
import { useTestClock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { makeTrader } from "../../factories/lots";
import { makeFlag, strike } from "../../factories/oversight";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const market = systemActor("test");
const PAGE = { skip: 0, size: 20 };
const DAY_MS = 86_400_000;

let restore = () => {};
afterEach(() => restore());
function startAt(date: string) {
  const testClock = useTestClock(new Date(`${date}T02:00:00Z`));
  restore = () => testClock.restore();
  return testClock;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe("strikes and bans", () => {
  it("bar from trading at the dated number, publicly, and tell the people concerned", async () => {
    const { organisationId, actor } = await makeTrader(t.db);
    await strike(t.db, organisationId, market);
    expect(await codeOf(assertMayTrade(t.db, organisationId))).toBe("done");
    await strike(t.db, organisationId, market, { reason: "成交后未付款" });
    expect(await codeOf(assertMayTrade(t.db, organisationId))).toBe("trade_banned");
    const [ban] = (await listPublicBans(PAGE, t.db)).items;
    expect(ban).toMatchObject({
      organisationId,
      isRunning: true,
      reason: "成交后未签约；成交后未付款",
    });
    const told = await t.db.notification.findMany({ where: { userId: actor.userId } });
    expect(told.map((one) => one.kind).sort()).toEqual([
      "tradeBanned",
      "tradeStrike",
      "tradeStrike",
    ]);
  });

  it("count the same duty of the same case once, and two at once together", async () => {
    const { organisationId } = await makeTrader(t.db);
    const caseId = newId();
    await Promise.all([1, 2, 3].map(() => strike(t.db, organisationId, market, { caseId })));
    expect(await t.db.tradeStrike.count()).toBe(1);
    expect(await findBan(t.db, organisationId)).toBeNull();
    const other = await makeTrader(t.db);
    await Promise.all([1, 2].map(() => strike(t.db, other.organisationId, market)));
    expect(await t.db.tradeBan.count()).toBe(1);
    expect(await findBan(t.db, other.organisationId)).not.toBeNull();
  });

  it("end with their time, stay listed for the dated days, and old ones do not count", async () => {
    const testClock = startAt("2026-03-02");
    const { organisationId } = await makeTrader(t.db);
    await strike(t.db, organisationId, market);
    await strike(t.db, organisationId, market);
    expect((await findBan(t.db, organisationId))?.untilAt.toISOString()).toBe(
      "2027-03-02T16:00:00.000Z",
    );
    testClock.advance(366 * DAY_MS);
    expect(await codeOf(assertMayTrade(t.db, organisationId))).toBe("done");
    expect((await listPublicBans(PAGE, t.db)).items[0]?.isRunning).toBe(false);
    testClock.advance(31 * DAY_MS);
    expect((await listPublicBans(PAGE, t.db)).total).toBe(0);
    // The old ones are out of the period by then.
    testClock.advance(400 * DAY_MS);
    await strike(t.db, organisationId, market);
    expect(await findBan(t.db, organisationId)).toBeNull();
  });

  it("are prolonged by another one, in one ban", async () => {
    const testClock = startAt("2026-03-02");
    const { organisationId } = await makeTrader(t.db);
    await strike(t.db, organisationId, market);
    await strike(t.db, organisationId, market);
    testClock.advance(30 * DAY_MS);
    await strike(t.db, organisationId, market);
    expect(await t.db.tradeBan.count()).toBe(1);
    expect((await findBan(t.db, organisationId))?.untilAt.toISOString()).toBe(
      "2027-04-01T16:00:00.000Z",
    );
  });

  it("are lifted by an operator with reasons, once, and what rested on them ends", async () => {
    const { organisationId, actor } = await makeTrader(t.db);
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await strike(t.db, organisationId, market);
    await strike(t.db, organisationId, market);
    const [row] = (await listStrikes(PAGE, operator, t.db)).items;
    const strikeId = row?.id ?? "";
    const input = { strikeId, note: "对方认可已签约" };
    expect(await codeOf(liftStrike(input, actor, t.db))).toBe("forbidden");
    expect(await codeOf(liftStrike({ ...input, note: " " }, operator, t.db))).toBe("note_required");
    expect(await codeOf(liftStrike({ ...input, strikeId: newId() }, operator, t.db))).toBe(
      "not_found",
    );
    const twice = await Promise.all([1, 2].map(() => codeOf(liftStrike(input, operator, t.db))));
    expect(twice.sort()).toEqual(["done", "wrong_state"]);
    expect(await codeOf(assertMayTrade(t.db, organisationId))).toBe("done");
    expect((await listPublicBans(PAGE, t.db)).total).toBe(0);
    const own = await listOwnStrikes(organisationId, PAGE, actor, t.db);
    expect(own.items.map((one) => one.liftNote).sort()).toEqual(["", "对方认可已签约"]);
  });

  it("are read by the organisation and by operators only", async () => {
    const { organisationId } = await makeTrader(t.db);
    const stranger = await makeStranger(t.db);
    expect(await codeOf((async () => listOwnStrikes(organisationId, PAGE, stranger, t.db))())).toBe(
      "forbidden",
    );
    expect(await codeOf((async () => listStrikes(PAGE, stranger, t.db))())).toBe("forbidden");
  });

  it("follow by an operator's hand from a confirmed flag, of an organisation that it names", async () => {
    const { organisationId, actor } = await makeTrader(t.db);
    const other = await makeTrader(t.db);
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const flagId = await makeFlag(t.db, [organisationId]);
    const input = { flagId, organisationId, kind: "COLLUSION" as const, reason: "串通出价" };
    expect(await codeOf(recordStrike(input, actor, t.db))).toBe("forbidden");
    expect(await codeOf(recordStrike(input, operator, t.db))).toBe("flag_not_confirmed");
    await decideFlag({ flagId, move: "confirm", note: "核实" }, operator, t.db);
    const wrong = { ...input, organisationId: other.organisationId };
    expect(await codeOf(recordStrike(wrong, operator, t.db))).toBe("not_a_choice");
    await recordStrike(input, operator, t.db);
    const [row] = await t.db.tradeStrike.findMany();
    expect(row).toMatchObject({ organisationId, kind: "COLLUSION", givenById: operator.userId });
  });
});

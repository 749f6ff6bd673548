import { afterEach, describe, expect, it } from "vitest";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance, advanceMany } from "~/domain/shared/procedure/advance.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import { defineProcedure } from "~/domain/shared/procedure/procedure";
import { type ClockFiring, sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

/** A small procedure over a real table, so that the kernel is tested and not a procedure of ours. */
const procedure = defineProcedure({
  name: "kernel-test",
  version: "7",
  initial: "UNVERIFIED",
  states: ["UNVERIFIED", "SUBMITTED", "VERIFIED", "RETURNED"],
  relations: ["market"],
  moves: {
    submit: { from: ["UNVERIFIED", "RETURNED"], to: "SUBMITTED", by: ["market"] },
    accept: { from: ["SUBMITTED"], to: "VERIFIED", by: ["market"], conditions: ["named"] },
    giveBack: { from: ["SUBMITTED"], to: "RETURNED", by: ["market"], needsNote: true },
    lapse: { from: ["RETURNED"], to: "UNVERIFIED", by: ["market"] },
  },
  clocks: {
    review: {
      runsIn: ["SUBMITTED"],
      suspendedIn: ["RETURNED"],
      unit: "WORKDAY",
      parameter: "test.review_workdays",
      fires: null,
    },
    patience: {
      runsIn: ["RETURNED"],
      unit: "DAY",
      parameter: "test.patience_days",
      fires: "lapse",
    },
  },
});

type Subject = { id: string; state: string; legalName: string };

const effects: string[] = [];
let failsAfter = false;

const conduct = {
  procedure,
  table: "Organisation",
  load: (tx, ids) =>
    tx.organisation.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, state: true, legalName: true },
    }),
  relations: (actor) => new Set(actor.kind === "SYSTEM" ? (["market"] as const) : []),
  conditions: {
    named: ({ subject }) =>
      conditionOf(!subject.legalName.includes("无名"), {
        inputs: { legalName: subject.legalName },
        formula: "legalName does not contain 无名",
        source: "test",
        code: "required",
        field: "legalName",
      }),
  },
  afterEach: async ({ subjects }) => {
    effects.push(...subjects.map((subject) => subject.id));
    if (failsAfter) throw new Error("effect failed");
  },
} satisfies Conduct<
  Subject,
  (typeof procedure.states)[number],
  keyof typeof procedure.moves,
  "market",
  "named",
  keyof typeof procedure.clocks
>;

const market = systemActor("test");
let time: ReturnType<typeof useTestClock> | undefined;

afterEach(() => {
  effects.length = 0;
  failsAfter = false;
  time?.restore();
  time = undefined;
});

async function setUp(at = "2026-09-25T02:00:00Z") {
  time = useTestClock(new Date(at));
  for (const [key, value] of [
    ["test.review_workdays", 3],
    ["test.patience_days", 5],
  ] as const) {
    await t.db.policyParameter.create({
      data: {
        id: newId(),
        key,
        title: key,
        value,
        unit: "days",
        scope: "market",
        validFrom: new Date("2024-01-01"),
        source: "test",
        confidence: "test",
      },
    });
  }
  const organisation = await makeOrganisation(t.db, { isVerified: false });
  return organisation.id;
}

const stateOf = async (id: string) =>
  (await t.db.organisation.findUniqueOrThrow({ where: { id } })).state;

describe("procedure kernel", () => {
  it("moves, and records move, evidence, audit event and clock in one go", async () => {
    const id = await setUp();
    await advance(t.db, conduct, id, "submit", market, { note: " first ", channel: "page" });
    await advance(t.db, conduct, id, "accept", market);
    expect(await stateOf(id)).toBe("VERIFIED");
    const moves = await t.db.procedureMove.findMany({ orderBy: { auditSequence: "asc" } });
    expect(moves.map((move) => [move.move, move.fromState, move.toState, move.note])).toEqual([
      ["submit", "UNVERIFIED", "SUBMITTED", "first"],
      ["accept", "SUBMITTED", "VERIFIED", ""],
    ]);
    expect(moves[0]?.evidence).toEqual({ input: { channel: "page" }, conditions: [] });
    expect(moves[1]?.evidence).toMatchObject({
      conditions: [{ id: "named", answer: "MET", ruleVersion: "7", source: "test" }],
    });
    const events = await t.db.auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(events.map((event) => event.action)).toEqual([
      "kernel-test.submit",
      "kernel-test.accept",
    ]);
    expect(effects).toEqual([id, id]);
  });

  it("refuses a stranger, a wrong state, a missing reason and an unmet condition", async () => {
    const id = await setUp();
    const stranger = await makeStranger(t.db);
    const attempt = (move: keyof typeof procedure.moves, actor: Actor = market) =>
      advance(t.db, conduct, id, move, actor);
    await expect(attempt("submit", stranger)).rejects.toMatchObject({
      code: "wrong_actor",
      status: 403,
    });
    await expect(attempt("accept")).rejects.toMatchObject({ code: "wrong_state", status: 409 });
    await attempt("submit");
    await expect(attempt("giveBack")).rejects.toMatchObject({
      code: "note_required",
      field: "note",
    });
    await t.db.organisation.update({ where: { id }, data: { legalName: "无名单位" } });
    await expect(attempt("accept")).rejects.toMatchObject({ code: "required", field: "legalName" });
    expect(await stateOf(id)).toBe("SUBMITTED");
    await expect(advance(t.db, conduct, newId(), "submit", market)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("lets one of two win", async () => {
    const id = await setUp();
    const results = await Promise.allSettled([
      advance(t.db, conduct, id, "submit", market),
      advance(t.db, conduct, id, "submit", market),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await t.db.procedureMove.count()).toBe(1);
    expect(await t.db.procedureClock.count()).toBe(1);
  });

  it("undoes everything when an effect fails", async () => {
    const id = await setUp();
    failsAfter = true;
    await expect(advance(t.db, conduct, id, "submit", market)).rejects.toThrow("effect failed");
    expect(await stateOf(id)).toBe("UNVERIFIED");
    expect(await t.db.procedureMove.count()).toBe(0);
    expect(await t.db.procedureClock.count()).toBe(0);
    expect(await t.db.auditEvent.count()).toBe(0);
  });

  it("moves many or none", async () => {
    const first = await setUp();
    const second = (await makeOrganisation(t.db, { isVerified: false })).id;
    await advance(t.db, conduct, second, "submit", market);
    await expect(
      advanceMany(t.db, conduct, [first, second], "submit", market),
    ).rejects.toMatchObject({
      code: "wrong_state",
    });
    expect(await stateOf(first)).toBe("UNVERIFIED");
  });

  it("is the only one that changes a state", async () => {
    const id = await setUp();
    await expect(
      t.db.organisation.update({ where: { id }, data: { state: "VERIFIED" } }),
    ).rejects.toThrow(/through its procedure only/);
    await expect(
      t.db.$transaction(async (tx) => {
        await advance(tx, conduct, id, "submit", market);
        await tx.organisation.update({ where: { id }, data: { state: "VERIFIED" } });
      }),
    ).rejects.toThrow(/through its procedure only/);
  });

  it("counts working days over the National Day holidays and stands still while suspended", async () => {
    const id = await setUp("2026-09-29T02:00:00Z");
    await advance(t.db, conduct, id, "submit", market);
    const clockOf = () => t.db.procedureClock.findFirstOrThrow({ where: { clock: "review" } });
    const first = await clockOf();
    expect(first.dueAt.getTime()).toBeGreaterThan(Date.parse("2026-10-08T00:00:00Z"));
    await advance(t.db, conduct, id, "giveBack", market, { note: "附件不清楚" });
    expect((await clockOf()).suspendedAt).not.toBeNull();
    time?.advance(2 * 86_400_000);
    await advance(t.db, conduct, id, "submit", market);
    const resumed = await clockOf();
    expect(resumed.suspendedAt).toBeNull();
    expect(resumed.dueAt.getTime() - first.dueAt.getTime()).toBe(2 * 86_400_000);
  });

  it("fires a due clock once, whoever sweeps, and keeps the reason of a failure", async () => {
    const id = await setUp();
    await advance(t.db, conduct, id, "submit", market);
    await advance(t.db, conduct, id, "giveBack", market, { note: "x" });
    time?.advance(40 * 86_400_000);
    const failing = { "kernel-test": async () => Promise.reject(new Error("not today")) };
    expect(await sweepClocks(t.db, failing)).toEqual({ fired: 0, failed: 1 });
    const waiting = await t.db.procedureClock.findFirstOrThrow({ where: { clock: "patience" } });
    expect(waiting).toMatchObject({ firedAt: null, lastError: "not today" });

    const lapse: ClockFiring = (tx, due, actor) =>
      advance(tx, conduct, due.subjectId, "lapse", actor);
    const firings = { "kernel-test": lapse };
    const sweeps = await Promise.all([sweepClocks(t.db, firings), sweepClocks(t.db, firings)]);
    expect(sweeps.reduce((sum, sweep) => sum + sweep.fired, 0)).toBe(1);
    expect(sweeps.reduce((sum, sweep) => sum + sweep.failed, 0)).toBe(0);
    expect(await stateOf(id)).toBe("UNVERIFIED");
  });
});

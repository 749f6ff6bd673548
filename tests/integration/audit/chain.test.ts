import pg from "pg";
import { describe, expect, it } from "vitest";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { systemActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const actor = systemActor("test");
const append = (subjectId: string, detail: { [key: string]: string | number } = {}) =>
  inTransaction(t.db, (tx) =>
    appendAudit(tx, actor, { action: "test.done", subjectType: "Test", subjectId, detail }),
  );

/** Changes a row behind the trigger's back, as somebody with the database's keys could. */
async function tamper(sql: string): Promise<void> {
  const client = new pg.Client(t.url);
  await client.connect();
  await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  await client.end();
}

describe("audit chain", () => {
  it("numbers events without a gap although many write at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => append(`s${index}`, { n: index })));
    const report = await verifyChain(t.db, 7);
    expect(report).toMatchObject({ events: 40, fault: null });
  });

  it("leaves no trace of a transaction that was rolled back", async () => {
    await append("a");
    await expect(
      inTransaction(t.db, async (tx) => {
        await appendAudit(tx, actor, { action: "x", subjectType: "Test", subjectId: "b" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await append("c");
    expect(await verifyChain(t.db)).toMatchObject({ events: 2, fault: null });
  });

  it("refuses UPDATE, DELETE and TRUNCATE", async () => {
    await append("a");
    const attempts = [
      t.db.$executeRaw`UPDATE "AuditEvent" SET action = 'other'`,
      t.db.$executeRaw`DELETE FROM "AuditEvent"`,
      t.db.$executeRaw`TRUNCATE "AuditEvent"`,
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(/append-only/);
  });

  it.each([
    [
      "a changed detail",
      `UPDATE "AuditEvent" SET detail = '{"amount": 2}' WHERE sequence = 2`,
      "2",
      "hash",
    ],
    [
      "a changed actor",
      `UPDATE "AuditEvent" SET "actorKind" = 'USER' WHERE sequence = 3`,
      "3",
      "hash",
    ],
    ["a missing event", `DELETE FROM "AuditEvent" WHERE sequence = 2`, "3", "gap"],
    [
      "a rewritten hash",
      `UPDATE "AuditEvent" SET hash = repeat('0', 64) WHERE sequence = 2`,
      "2",
      "hash",
    ],
  ])("finds %s", async (_name, sql, sequence, reason) => {
    for (const subject of ["a", "b", "c", "d"]) await append(subject, { amount: 1 });
    await tamper(sql);
    const report = await verifyChain(t.db);
    expect(report.fault).toEqual({ sequence, reason });
  });
});

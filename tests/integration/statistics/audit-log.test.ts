import { describe, expect, it } from "vitest";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { appointOfficer } from "~/domain/identity/appoint-officer.server";
import {
  listAuditEvents,
  listSubjectTypes,
  readAuditFilter,
} from "~/domain/statistics/audit-log-queries.server";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const filterOf = (query: string) => readAuditFilter(new URLSearchParams(query));

async function append(count: number, subjectType = "Need", subjectId = "x") {
  await t.db.$transaction((tx) =>
    appendAudit(
      tx,
      systemActor("test"),
      Array.from({ length: count }, () => ({ action: "test.done", subjectType, subjectId })),
    ),
  );
}

describe("audit record", () => {
  it("is for operators", async () => {
    const reviewer = await makeOfficer(t.db, "REVIEWER", null);
    for (const actor of [reviewer, await makeStranger(t.db)]) {
      await expect(listAuditEvents(filterOf(""), actor, t.db)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  it("goes backwards page by page without gap or repetition", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await append(120);
    const seen: string[] = [];
    let before: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const found: Awaited<ReturnType<typeof listAuditEvents>> = await listAuditEvents(
        filterOf(before ? `before=${before}` : ""),
        operator,
        t.db,
      );
      seen.push(...found.events.map((event) => event.sequence));
      before = found.next;
      if (!before) break;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen[0]).toBe("120");
  });

  it("filters by kind and by subject", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await append(2, "Need", "a");
    await append(1, "Organisation", "b");
    expect(await listSubjectTypes(t.db)).toEqual(["Need", "Organisation"]);
    const byKind = await listAuditEvents(filterOf("type=Organisation"), operator, t.db);
    expect(byKind.events.map((event) => event.subjectId)).toEqual(["b"]);
    const bySubject = await listAuditEvents(filterOf("subject=a"), operator, t.db);
    expect(bySubject.events).toHaveLength(2);
  });

  it("refuses what is no id at its field and takes any other nonsense calmly", async () => {
    for (const query of ["actor=1", "actor=%27%20or%201%3D1"]) {
      expect(() => filterOf(query)).toThrow(expect.objectContaining({ field: "actor" }));
    }
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    for (const query of ["before=abc", "before=-1", "before=99999999999999999999", "type=%00x"]) {
      await expect(listAuditEvents(filterOf(query), operator, t.db)).resolves.toBeDefined();
    }
  });
});

describe("the first operator", () => {
  const input = {
    email: "First@ops.example",
    office: "MARKET_OPERATOR" as const,
    regionCode: null,
  };

  it("gets an account and a seat, once", async () => {
    const account = { ...input, name: "运营员", password: "correct-horse-9" };
    const made = await appointOfficer(account, t.db);
    expect(made).toMatchObject({ isNewAccount: true, isNewSeat: true });
    const again = await appointOfficer(account, t.db);
    expect(again).toEqual({ userId: made.userId, isNewAccount: false, isNewSeat: false });
    expect(await t.db.officeAssignment.count()).toBe(1);
    expect(await t.db.auditEvent.count()).toBe(1);
    const user = await t.db.user.findUniqueOrThrow({ where: { id: made.userId } });
    expect(user).toMatchObject({ email: "first@ops.example", emailVerified: true });
  });

  it("is not opened without name and password, and only for a region that exists", async () => {
    await expect(appointOfficer(input, t.db)).rejects.toMatchObject({ field: "name" });
    await expect(
      appointOfficer(
        { ...input, name: "x", password: "correct-horse-9", regionCode: "999999" },
        t.db,
      ),
    ).rejects.toMatchObject({ field: "region" });
    expect(await t.db.user.count()).toBe(0);
  });

  it("takes a seat again after it had ended", async () => {
    const account = { ...input, name: "运营员", password: "correct-horse-9" };
    const { userId } = await appointOfficer(account, t.db);
    await t.db.officeAssignment.updateMany({ data: { validTo: new Date(0) } });
    expect(await appointOfficer(account, t.db)).toMatchObject({ userId, isNewSeat: true });
    expect(await t.db.officeAssignment.count({ where: { validTo: null } })).toBe(1);
  });
});

import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { CaseFilter, CaseItem } from "./case-view";
import { readStoredForm } from "./registration-form-schema";
import { stateOf } from "./registration-procedure";

type Where = Prisma.RegistrationWhereInput;

/** What seats open to a person: an office what was handed in to it, a point what it pre-checks. */
function within(officeIds: readonly string[]): Where {
  return {
    OR: [
      {
        officeId: { in: [...officeIds] },
        submittedAt: { not: null },
        state: { notIn: ["DRAFT", "PRECHECK"] },
      },
      { servicePointId: { in: [...officeIds] }, state: { not: "DRAFT" } },
    ],
  };
}

const OPEN = [
  ...["PRECHECK", "SUBMITTED", "ACCEPTED", "REVIEW", "SECOND_REVIEW", "DECISION"],
  ...["CHANGE_PENDING", "RECONSIDERATION", "CORRECTION", "REVIEW_CORRECTION"],
];

async function filtered(filter: CaseFilter, actor: UserActor, db: Db): Promise<Where> {
  switch (filter) {
    case "mine":
      return {
        state: { in: OPEN },
        OR: [{ registrarAId: actor.userId }, { registrarBId: actor.userId }],
      };
    case "unassigned":
      return { state: { in: ["PRECHECK", "SUBMITTED", "ACCEPTED"] } };
    case "second":
      return { state: "SECOND_REVIEW" };
    case "closed":
      return { state: { notIn: OPEN } };
    case "overdue": {
      const due = await db.procedureClock.findMany({
        where: {
          procedure: "registration",
          stoppedAt: null,
          suspendedAt: null,
          dueAt: { lt: clock.now() },
        },
        take: 2000,
        select: { subjectId: true },
      });
      return { state: { in: OPEN }, id: { in: due.map((one) => one.subjectId) } };
    }
    case "all":
      return {};
    default:
      return { state: { in: OPEN } };
  }
}

/**
 * Cases of the offices and service points in which the person has a seat, the oldest first.
 * @throws DomainError "forbidden" (403) without a seat
 */
export async function listCases(
  input: { filter: CaseFilter; q: string; skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<{ items: CaseItem[]; total: number }> {
  const officeIds = actor.registrarSeats.map((seat) => seat.officeId);
  if (officeIds.length === 0) throw new DomainError("forbidden", { status: 403 });
  const q = input.q.trim().slice(0, 80);
  const found: Where = q
    ? {
        OR: [
          { contract: { title: { contains: q, mode: "insensitive" } } },
          { registrationNo: { contains: q.toUpperCase() } },
          { officialNo: q.toUpperCase() },
        ],
      }
    : {};
  const where = { AND: [within(officeIds), await filtered(input.filter, actor, db), found] };
  const isClosed = input.filter === "closed" || input.filter === "all";
  const [rows, total] = await Promise.all([
    db.registration.findMany({
      where,
      orderBy: [{ submittedAt: isClosed ? "desc" : "asc" }, { id: "asc" }],
      skip: input.skip,
      take: input.take,
      select: {
        id: true,
        number: true,
        state: true,
        form: true,
        totalFen: true,
        registrationNo: true,
        registrarAId: true,
        registrarBId: true,
        contract: { select: { title: true } },
        office: { select: { nameZh: true, nameEn: true } },
      },
    }),
    db.registration.count({ where }),
  ]);
  const people = rows.flatMap((row) =>
    [row.registrarAId, row.registrarBId].flatMap((id) => id ?? []),
  );
  const [users, clocks] = await Promise.all([
    db.user.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
    db.procedureClock.findMany({
      where: {
        procedure: "registration",
        subjectId: { in: rows.map((row) => row.id) },
        stoppedAt: null,
      },
      orderBy: { dueAt: "desc" },
      select: { subjectId: true, dueAt: true, suspendedAt: true },
    }),
  ]);
  const names = new Map(users.map((user) => [user.id, user.name]));
  const due = new Map(clocks.map((one) => [one.subjectId, one]));
  const items = rows.map((row): CaseItem => {
    const form = readStoredForm(row.form);
    const total = form.total_amount?.value;
    const clockOf = due.get(row.id);
    return {
      id: row.id,
      number: row.number,
      title: row.contract.title,
      state: stateOf(row),
      seller: form["seller.name"]?.value ?? "",
      buyer: form["buyer.name"]?.value ?? "",
      totalFen: row.totalFen ?? (total ? BigInt(total) : null),
      office: row.office,
      registrars: [row.registrarAId, row.registrarBId].flatMap((id) =>
        id ? [names.get(id) ?? ""] : [],
      ),
      registrationNo: row.registrationNo,
      dueAt: clockOf?.dueAt ?? null,
      isSuspended: Boolean(clockOf?.suspendedAt),
    };
  });
  return { items, total };
}

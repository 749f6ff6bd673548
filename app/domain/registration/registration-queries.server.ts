import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import type { SubKind } from "~/domain/shared/tech-contract";
import type { Db, DbOrTx } from "~/platform/db.server";
import { type ApplicantSide, applicantSides, isAbroad } from "./applicant-rules";
import { stateOf } from "./registration-procedure";
import type { RegistrationListItem } from "./registration-view";

export const listSelect = {
  id: true,
  number: true,
  state: true,
  categoryCode: true,
  completenessBp: true,
  registrationNo: true,
  createdAt: true,
  contract: { select: { title: true } },
  office: { select: { nameZh: true, nameEn: true } },
} as const;

/** When the running clocks of registrations are due, the earliest of each. */
export async function findDueDates(db: DbOrTx, ids: readonly string[]): Promise<Map<string, Date>> {
  const clocks = await db.procedureClock.findMany({
    where: {
      procedure: "registration",
      subjectId: { in: [...ids] },
      stoppedAt: null,
      suspendedAt: null,
    },
    orderBy: { dueAt: "desc" },
    select: { subjectId: true, dueAt: true },
  });
  return new Map(clocks.map((one) => [one.subjectId, one.dueAt]));
}

/** Registrations that an organisation has applied for, newest first. */
export async function listRegistrations(
  organisationId: string,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<{ items: RegistrationListItem[]; total: number }> {
  assertCan(actor, "registration.view", { organisationId });
  const where = { applicantId: organisationId };
  const [rows, total] = await Promise.all([
    db.registration.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      select: listSelect,
    }),
    db.registration.count({ where }),
  ]);
  const due = await findDueDates(
    db,
    rows.map((row) => row.id),
  );
  const items = rows.map(({ contract, completenessBp, ...row }) => ({
    ...row,
    title: contract.title,
    state: stateOf(row),
    completeness: Math.floor(completenessBp / 100),
    dueAt: due.get(row.id) ?? null,
  }));
  return { items, total };
}

export type RoomRegistration = {
  id: string;
  number: number;
  state: string;
  registrationNo: string | null;
};

/** What the room shows: the signed main contracts, each with its newest registration. */
export async function listRoomRegistrations(
  db: DbOrTx,
  dealId: string,
): Promise<
  {
    contractId: string;
    number: number;
    title: string;
    registration: RoomRegistration | null;
    /** Sides that may apply for it. */
    applicants: readonly ApplicantSide[];
  }[]
> {
  const contracts = await db.contract.findMany({
    where: { dealId, kind: "MAIN", state: { in: ["SIGNED", "COMPLETED"] } },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      categoryCode: true,
      deal: {
        select: {
          supplyOrganisation: { select: { natureCode: true } },
          demandOrganisation: { select: { natureCode: true } },
        },
      },
      registrations: {
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { id: true, number: true, state: true, registrationNo: true },
      },
    },
  });
  return contracts.map(({ id, number, title, categoryCode, deal, registrations }) => ({
    contractId: id,
    number,
    title,
    registration: registrations[0] ?? null,
    applicants: applicantSides(categoryCode as SubKind, {
      isSellerForeign: isAbroad(deal.supplyOrganisation.natureCode),
      isBuyerForeign: isAbroad(deal.demandOrganisation.natureCode),
    }),
  }));
}

/** Signed supplements of the contract that no version of the registration rests on yet. */
export async function listOpenSupplements(
  db: DbOrTx,
  row: { id: string; contractId: string },
): Promise<{ id: string; number: number; title: string }[]> {
  const used = await db.registrationVersion.findMany({
    where: { registrationId: row.id, supplementId: { not: null } },
    select: { supplementId: true },
  });
  return db.contract.findMany({
    where: {
      parentId: row.contractId,
      kind: "SUPPLEMENT",
      state: "SIGNED",
      id: { notIn: used.flatMap((one) => one.supplementId ?? []) },
    },
    orderBy: { number: "asc" },
    select: { id: true, number: true, title: true },
  });
}

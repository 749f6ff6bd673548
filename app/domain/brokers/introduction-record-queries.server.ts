import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { Db, DbOrTx } from "~/platform/db.server";
import type { IntroductionRecord } from "./mandate-view";

const select = {
  id: true,
  number: true,
  introducedAt: true,
  note: true,
  achievementId: true,
  needId: true,
  supplyOrganisationId: true,
  demandOrganisationId: true,
  supplyConfirmedAt: true,
  demandConfirmedAt: true,
  dealId: true,
  broker: { select: { displayName: true, userId: true } },
  mandate: { select: { number: true } },
  supplyOrganisation: { select: { legalName: true } },
  demandOrganisation: { select: { legalName: true } },
} as const satisfies Prisma.BrokerIntroductionSelect;

type Row = Prisma.BrokerIntroductionGetPayload<{ select: typeof select }>;

const PER_MANDATE = 50;

/** Records made under a mandate, newest first; readers are proven to belong to it by the caller. */
export async function listRecordsOfMandate(
  db: DbOrTx,
  mandateId: string,
  actor: UserActor,
): Promise<IntroductionRecord[]> {
  const rows = await db.brokerIntroduction.findMany({
    where: { mandateId },
    orderBy: [{ introducedAt: "desc" }, { id: "desc" }],
    take: PER_MANDATE,
    select,
  });
  return toRecords(db, rows, actor);
}

/** The records of the actor's own profile, newest first. */
export async function listOwnRecords(
  input: { skip: number; size: number; filter: "all" | "open" },
  actor: UserActor,
  db: Db,
): Promise<{ items: IntroductionRecord[]; total: number }> {
  const where = {
    broker: { userId: actor.userId },
    ...(input.filter === "open" ? { dealId: null } : {}),
  };
  return listWhere(db, where, input, actor);
}

/** Records that name an organisation of the actor as a side; those to be confirmed come first. */
export async function listRecordsAboutUs(
  input: { skip: number; size: number },
  actor: UserActor,
  db: Db,
): Promise<{ items: IntroductionRecord[]; total: number }> {
  const ids = actor.memberships.map((one) => one.organisationId);
  const where = {
    OR: [{ supplyOrganisationId: { in: ids } }, { demandOrganisationId: { in: ids } }],
  };
  return listWhere(db, where, input, actor);
}

async function listWhere(
  db: Db,
  where: Prisma.BrokerIntroductionWhereInput,
  { skip, size }: { skip: number; size: number },
  actor: UserActor,
) {
  const [rows, total] = await Promise.all([
    db.brokerIntroduction.findMany({
      where,
      orderBy: [{ introducedAt: "desc" }, { id: "desc" }],
      skip,
      take: size,
      select,
    }),
    db.brokerIntroduction.count({ where }),
  ]);
  return { items: await toRecords(db, rows, actor), total };
}

/**
 * Names of the sides as this reader may know them: one's own always, the other's unless its listing
 * is blinded and it has not confirmed.
 */
async function toRecords(
  db: DbOrTx,
  rows: readonly Row[],
  actor: UserActor,
): Promise<IntroductionRecord[]> {
  const listing = { id: true, title: true, isBlinded: true } as const;
  const idsOf = (key: "achievementId" | "needId") => rows.flatMap((row) => row[key] ?? []);
  const [achievements, needs] = await Promise.all([
    db.achievement.findMany({ where: { id: { in: idsOf("achievementId") } }, select: listing }),
    db.need.findMany({ where: { id: { in: idsOf("needId") } }, select: listing }),
  ]);
  const byId = new Map([...achievements, ...needs].map((one) => [one.id, one]));
  return rows.map((row) => {
    const achievement = byId.get(row.achievementId ?? "");
    const need = byId.get(row.needId ?? "");
    const isMember = (id: string) => actor.memberships.some((one) => one.organisationId === id);
    const knows = (id: string, isBlinded: boolean, confirmedAt: Date | null) =>
      isMember(id) || !isBlinded || confirmedAt !== null;
    const mayConfirm = (organisationId: string, confirmedAt: Date | null) =>
      confirmedAt === null && can(actor, "introduction.answer", { organisationId });
    return {
      id: row.id,
      number: row.number,
      introducedAt: row.introducedAt.toISOString(),
      title: [achievement?.title, need?.title].filter(Boolean).join(" ↔ "),
      supplyName: knows(
        row.supplyOrganisationId,
        achievement?.isBlinded ?? false,
        row.supplyConfirmedAt,
      )
        ? row.supplyOrganisation.legalName
        : null,
      demandName: knows(row.demandOrganisationId, need?.isBlinded ?? false, row.demandConfirmedAt)
        ? row.demandOrganisation.legalName
        : null,
      brokerName: row.broker.displayName,
      note: row.note,
      supplyConfirmedAt: row.supplyConfirmedAt?.toISOString() ?? null,
      demandConfirmedAt: row.demandConfirmedAt?.toISOString() ?? null,
      dealId: row.dealId,
      mandateNumber: row.mandate?.number ?? null,
      mayConfirm:
        mayConfirm(row.supplyOrganisationId, row.supplyConfirmedAt) ||
        mayConfirm(row.demandOrganisationId, row.demandConfirmedAt),
    };
  });
}

import type { DbOrTx } from "~/platform/db.server";
import { listLeadRooms } from "./lead-room-queries.server";
import { meetingSides } from "./meeting-sides-sql.server";
import type { ProjectOutcome } from "./outcome-view";

const SIGNED_STATES = ["SIGNED", "COMPLETED", "TERMINATED"];
const ENDED_REGISTRATIONS = ["CANCELLED", "REVOKED"];

/**
 * What came of the projects of these events, in the order of their numbers: meetings, intention, contract,
 * registration. A room that was there before the lead, or that a lead of another event opened, counts with
 * what happened after this lead.
 * @param only projects to look at; all that were handed in without it
 */
export async function findOutcomes(
  db: DbOrTx,
  roadshowIds: readonly string[],
  only?: readonly string[],
): Promise<ProjectOutcome[]> {
  const projects = await db.roadshowProject.findMany({
    where: {
      roadshowId: { in: [...roadshowIds] },
      ...(only ? { id: { in: [...only] } } : { state: { notIn: ["DRAFT", "WITHDRAWN"] } }),
    },
    orderBy: [{ roadshowId: "asc" }, { number: "asc" }],
    select: {
      id: true,
      number: true,
      title: true,
      side: true,
      state: true,
      organisation: { select: { legalName: true } },
      leads: { select: { id: true, createdAt: true } },
    },
  });
  const rooms = (await listLeadRooms(db, { roadshowIds })).filter((room) =>
    projects.some((project) => project.id === room.projectId),
  );
  const [meetings, signings, deals] = await Promise.all([
    listHeld(db, roadshowIds),
    listSignings(db, roadshowIds),
    listDeals(db, [...new Set(rooms.map((room) => room.dealId))]),
  ]);
  const byDeal = new Map(deals.map((deal) => [deal.id, deal]));
  return projects.map(({ id, organisation, leads, ...project }) => {
    const begun = new Map(leads.map((lead) => [lead.id, lead.createdAt]));
    const own = rooms.filter((room) => room.projectId === id);
    const after = own.flatMap(({ leadId, dealId }) => {
      const deal = byDeal.get(dealId);
      const isOwn = deal?.roadshowLeadId === leadId;
      const from = (isOwn ? null : begun.get(leadId)) ?? new Date(0);
      return deal ? [{ deal, from }] : [];
    });
    const contracts = after.flatMap(({ deal, from }) =>
      deal.contracts.filter((one) => one.signedAt !== null && one.signedAt >= from),
    );
    const terms = after.flatMap(({ deal, from }) =>
      deal.termSheets.flatMap(({ answeredAt }) =>
        answeredAt && answeredAt >= from ? [{ at: answeredAt, how: "TERMS" as const }] : [],
      ),
    );
    const signed = signings
      .filter((row) => row.projectId === id)
      .map(({ at }) => ({ at, how: "SIGNING" as const }));
    const [first] = [...terms, ...signed].sort((a, b) => a.at.getTime() - b.at.getTime());
    const held = meetings.find((row) => row.projectId === id);
    const unique = [...new Map(contracts.map((one) => [one.id, one])).values()];
    return {
      projectId: id,
      ...project,
      organisationName: organisation.legalName,
      meetings: { held: held?.held ?? 0, firstAt: held?.firstAt?.toISOString() ?? null },
      leads: leads.length,
      rooms: new Set(own.map((room) => room.dealId)).size,
      intention: first ? { at: first.at.toISOString(), how: first.how } : null,
      contracts: unique.map(({ id: contractId, number, signedAt, state }) => {
        return { id: contractId, number, signedAt: signedAt?.toISOString() ?? "", state };
      }),
      registrations: unique.flatMap((one) => one.registrations).map(toRegistration),
    };
  });
}

function listHeld(db: DbOrTx, roadshowIds: readonly string[]) {
  return db.$queryRaw<{ projectId: string; held: number; firstAt: Date | null }[]>`
    SELECT p.id AS "projectId", count(DISTINCT m.id)::int AS held,
      min(coalesce(m."heldAt", m."createdAt")) AS "firstAt"
    FROM "RoadshowProject" p
    JOIN "RoadshowMeeting" m ON m."roadshowId" = p."roadshowId" AND m.state = 'HELD'
      AND (m."projectId" = p.id OR (m.id, p.id) IN (
        SELECT side."meetingId", side."projectId" FROM (${meetingSides(roadshowIds)}) side))
    WHERE p."roadshowId" = ANY(${[...roadshowIds]}::uuid[]) GROUP BY p.id`;
}

/** Rows of the signing lists that both sides have confirmed, with the later of the two days. */
function listSignings(db: DbOrTx, roadshowIds: readonly string[]) {
  return db.$queryRaw<{ projectId: string; at: Date }[]>`
    SELECT "projectId", min(greatest("supplyConfirmedAt", "demandConfirmedAt")) AS at
    FROM "RoadshowSigning"
    WHERE "roadshowId" = ANY(${[...roadshowIds]}::uuid[]) AND "projectId" IS NOT NULL
      AND "withdrawnAt" IS NULL AND "supplyConfirmedAt" IS NOT NULL
      AND "demandConfirmedAt" IS NOT NULL
    GROUP BY 1`;
}

function listDeals(db: DbOrTx, dealIds: readonly string[]) {
  return db.deal.findMany({
    where: { id: { in: [...dealIds] } },
    select: {
      id: true,
      roadshowLeadId: true,
      termSheets: {
        where: { state: { in: ["ACCEPTED", "REPLACED"] } },
        select: { answeredAt: true },
      },
      contracts: {
        where: { kind: "MAIN", state: { in: SIGNED_STATES } },
        orderBy: { signedAt: "asc" },
        select: {
          id: true,
          number: true,
          state: true,
          signedAt: true,
          registrations: {
            where: { registrationNo: { not: null }, state: { notIn: ENDED_REGISTRATIONS } },
            orderBy: { registeredOn: "asc" },
            select: {
              registrationNo: true,
              officialNo: true,
              registeredOn: true,
              totalFen: true,
              technicalFen: true,
            },
          },
        },
      },
    },
  });
}

function toRegistration(row: {
  registrationNo: string | null;
  officialNo: string | null;
  registeredOn: Date | null;
  totalFen: bigint | null;
  technicalFen: bigint | null;
}) {
  return {
    registrationNo: row.registrationNo ?? "",
    officialNo: row.officialNo,
    registeredOn: row.registeredOn?.toISOString().slice(0, 10) ?? null,
    totalFen: (row.totalFen ?? 0n).toString(),
    technicalFen: (row.technicalFen ?? 0n).toString(),
  };
}

import type { UserActor } from "~/domain/identity/actor";
import { officeRegions } from "~/domain/identity/permission-rules";
import { regionPrefix } from "~/domain/identity/region-rules";
import type { Db } from "~/platform/db.server";
import { brokerProfileProcedure } from "./broker-profile-procedure";

export const QUEUE_LISTS = ["waiting", "public", "closed"] as const;
export type QueueList = (typeof QUEUE_LISTS)[number];

const STATES: Record<QueueList, string[]> = {
  waiting: ["SUBMITTED", "RECHECK"],
  public: ["PUBLIC"],
  closed: ["RETURNED", "SUSPENDED", "REVOKED", "WITHDRAWN"],
};

export type BrokerQueueRow = {
  id: string;
  number: number;
  displayName: string;
  state: string;
  agencyName: string | null;
  regionCode: string | null;
  level: string | null;
  submittedAt: string | null;
  dueAt: string | null;
};

/** Profiles in the regions of the actor's talent-pool seats, those that have waited longest first. */
export async function listBrokerQueue(
  db: Db,
  actor: UserActor,
  list: QueueList,
  paging: { skip: number; size: number },
): Promise<{ rows: BrokerQueueRow[]; total: number }> {
  const regions = officeRegions(actor, ["TALENT_POOL"]);
  const inRegions = regions.includes(null)
    ? {}
    : {
        OR: regions.flatMap((code) =>
          code === null ? [] : [{ regionCode: { startsWith: regionPrefix(code) } }],
        ),
      };
  const where = { state: { in: STATES[list] }, ...inRegions };
  const [found, total] = await Promise.all([
    db.brokerProfile.findMany({
      where,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      skip: paging.skip,
      take: paging.size,
      select: {
        id: true,
        number: true,
        displayName: true,
        state: true,
        regionCode: true,
        level: true,
        submittedAt: true,
        agency: { select: { legalName: true } },
      },
    }),
    db.brokerProfile.count({ where }),
  ]);
  const clocks = await db.procedureClock.findMany({
    where: {
      procedure: brokerProfileProcedure.name,
      subjectId: { in: found.map((row) => row.id) },
      firedAt: null,
      stoppedAt: null,
    },
    select: { subjectId: true, dueAt: true },
  });
  const due = new Map(clocks.map((one) => [one.subjectId, one.dueAt.toISOString()]));
  const rows = found.map(({ agency, submittedAt, ...row }) => ({
    ...row,
    agencyName: agency?.legalName ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
    dueAt: due.get(row.id) ?? null,
  }));
  return { rows, total };
}

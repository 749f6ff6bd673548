import type { Db } from "~/platform/db.server";

/** An introduction on the desk; the other side's name stays out (it may be blinded). */
export type DeskIntroduction = {
  id: string;
  /** Title of the listing that was asked about. */
  title: string;
  dueAt: Date | null;
  /** Messages of the other side that this person has not read. */
  unread: number;
};

const SHOWN = 5;
const titles = {
  need: { select: { title: true, organisationId: true } },
  achievement: { select: { title: true, organisationId: true } },
} as const;

type Titled = {
  toOrganisationId: string;
  need: { title: string; organisationId: string } | null;
  achievement: { title: string; organisationId: string } | null;
};

function titleOf(row: Titled): string {
  const asked =
    row.achievement?.organisationId === row.toOrganisationId ? row.achievement : row.need;
  return (asked ?? row.achievement)?.title ?? "";
}

async function listRequested(
  db: Db,
  side: { toOrganisationId: string } | { fromOrganisationId: string },
): Promise<DeskIntroduction[]> {
  const rows = await db.introduction.findMany({
    where: { ...side, state: "REQUESTED" },
    orderBy: [{ replyDueAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: { id: true, replyDueAt: true, toOrganisationId: true, ...titles },
  });
  return rows.map((row) => ({
    id: row.id,
    title: titleOf(row),
    dueAt: row.replyDueAt,
    unread: 0,
  }));
}

/** Requests that wait for the organisation's answer, the soonest due first. */
export function listUnanswered(db: Db, organisationId: string) {
  return listRequested(db, { toOrganisationId: organisationId });
}

/** Requests of the organisation that the other side has not answered. */
export function listAwaitingAnswer(db: Db, organisationId: string) {
  return listRequested(db, { fromOrganisationId: organisationId });
}

/** Conversations in which the other side wrote something that the person has not read. */
export async function listUnreadConversations(
  db: Db,
  organisationId: string,
  userId: string,
): Promise<DeskIntroduction[]> {
  const counts = await db.$queryRaw<{ id: string; unread: number }[]>`
    SELECT i.id, count(*)::int AS unread
    FROM "Introduction" i
    JOIN "IntroductionMessage" m ON m."introductionId" = i.id
      AND m."organisationId" <> ${organisationId}::uuid
    LEFT JOIN "IntroductionReadMark" r ON r."introductionId" = i.id AND r."userId" = ${userId}::uuid
    WHERE (i."fromOrganisationId" = ${organisationId}::uuid
        OR i."toOrganisationId" = ${organisationId}::uuid)
      AND i.state = 'ACCEPTED' AND m.sequence > coalesce(r.sequence, 0)
    GROUP BY i.id ORDER BY max(m."createdAt") DESC LIMIT ${SHOWN}`;
  const rows = await db.introduction.findMany({
    where: { id: { in: counts.map((row) => row.id) } },
    select: { id: true, toOrganisationId: true, ...titles },
  });
  const byId = new Map(rows.map((row) => [row.id, titleOf(row)]));
  return counts.map((row) => ({
    id: row.id,
    title: byId.get(row.id) ?? "",
    dueAt: null,
    unread: row.unread,
  }));
}

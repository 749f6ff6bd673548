import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { findRecusedJudges } from "../call/recusal-queries.server";

export type Judge = {
  id: string;
  userId: string;
  roadshow: { id: string; number: number; title: string; state: string; rules: unknown };
  /** In the panel of the project's entry, where it has one; never recused. */
  mayScore(db: DbOrTx, projectId: string): Promise<boolean>;
};

/**
 * The actor's own accepted seat as a judge.
 * @throws DomainError "not_found" (404)
 */
export async function getJudge(db: DbOrTx, memberId: string, actor: UserActor): Promise<Judge> {
  const row = isId(memberId)
    ? await db.roadshowMember.findFirst({
        where: { id: memberId, userId: actor.userId, role: "JUDGE", state: "ACCEPTED" },
        select: {
          id: true,
          userId: true,
          roadshow: {
            select: { id: true, number: true, title: true, state: true, rules: true, planId: true },
          },
        },
      })
    : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  const { roadshow } = row;
  return {
    ...row,
    async mayScore(tx, projectId) {
      return (await scorableOf(tx, roadshow.id, roadshow.planId, row.userId)).has(projectId);
    },
  };
}

/** Projects on stage that a person may score: of whose panel it is, without recusal. */
async function scorableOf(
  db: DbOrTx,
  roadshowId: string,
  planId: string | null,
  userId: string,
): Promise<Set<string>> {
  if (!planId) return new Set();
  const [entries, recused] = await Promise.all([
    db.roadshowEntry.findMany({
      where: { planId, kind: "PITCH" },
      select: {
        projectId: true,
        people: {
          where: { role: "JUDGE" },
          select: { participant: { select: { userId: true } } },
        },
      },
    }),
    findRecusedJudges(db, roadshowId),
  ]);
  const found = entries.filter(({ projectId, people }) => {
    if (!projectId || recused.get(projectId)?.has(userId)) return false;
    return people.length === 0 || people.some((one) => one.participant.userId === userId);
  });
  return new Set(found.flatMap((one) => one.projectId ?? []));
}

/** On stage, or past it; who did not come and got no further has no scores. */
export const SCORED_STATES = [
  "CONFIRMED",
  "MATERIALS_OK",
  "PRESENTED",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
  "DROPPED",
];

/**
 * A project on stage with its row locked: its scoring is closed, and points are given, one at a time.
 * @throws DomainError "not_found" (404)
 */
export async function lockScoredProject(
  tx: Tx,
  roadshowId: string,
  projectId: string,
): Promise<{ id: string; presentedAt: Date | null; scoresClosedAt: Date | null }> {
  if (!isId(projectId)) throw new DomainError("not_found", { status: 404 });
  await tx.$queryRaw`
    SELECT 1 FROM "RoadshowProject" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.roadshowProject.findFirst({
    where: { id: projectId, roadshowId, state: { in: SCORED_STATES } },
    select: { id: true, presentedAt: true, scoresClosedAt: true },
  });
  if (!row) throw new DomainError("not_found", { status: 404 });
  return row;
}

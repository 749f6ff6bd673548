import type { DbOrTx } from "~/platform/db.server";

/**
 * Per project the people who must neither review nor judge it. A recusal holds for the person, whatever
 * seat it was noted at.
 */
export async function findRecusedJudges(
  db: DbOrTx,
  roadshowId: string,
): Promise<Map<string, Set<string>>> {
  const rows = await db.roadshowRecusal.findMany({
    where: { project: { roadshowId } },
    select: { projectId: true, member: { select: { userId: true } } },
  });
  const found = new Map<string, Set<string>>();
  for (const { projectId, member } of rows) {
    const people = found.get(projectId) ?? new Set<string>();
    found.set(projectId, people.add(member.userId));
  }
  return found;
}

import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { listInterested } from "./recusal-queries.server";

/**
 * Notes which reviewers and judges have to keep away from which projects, as the market's records show. Again
 * and again the same; a recusal is never taken back.
 */
export async function findRecusals(tx: Tx, roadshowId: string): Promise<void> {
  const createdAt = clock.now();
  const data = (await listInterested(tx, roadshowId)).map(({ memberId, projectId }) => ({
    ...{ id: newId(), memberId, projectId, createdAt },
    kind: "SAME_ORGANISATION",
  }));
  if (data.length > 0) await tx.roadshowRecusal.createMany({ data, skipDuplicates: true });
}

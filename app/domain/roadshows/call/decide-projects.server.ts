import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import type { BulkDecision } from "./decision-schema";
import { projectConduct } from "./project-conduct.server";
import { firstByRank } from "./review-rules";

/** Everybody is told in the same transaction. */
const BULK_TIMEOUT_MS = 60_000;

/**
 * Decides about the best of one side at once: the first `count` by rank. Whoever shares the last rank is
 * taken or left together, so that a tie is never broken by the order of rows.
 * @returns how many were decided
 * @throws DomainError "not_found" (404), "pitch_bulk_none", and what the moves refuse
 */
export async function decideProjects(
  input: { roadshowId: string } & BulkDecision,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ decided: number }> {
  return inTransaction(
    db,
    async (tx) => {
      await assertOrganiser(tx, input.roadshowId, actor);
      await lockRoadshow(tx, input.roadshowId);
      const open = await tx.roadshowProject.findMany({
        where: { roadshowId: input.roadshowId, side: input.side, state: "FORM_CHECK" },
        select: { id: true, rank: true },
      });
      // The rest is everybody left: those without a rank too.
      const chosen = input.decision === "reject" ? open : firstByRank(open, input.count);
      if (chosen.length === 0) throw new DomainError("pitch_bulk_none", { field: "count" });
      const note = { note: input.note };
      const ids = chosen.map((one) => one.id);
      await advanceMany(tx, projectConduct, ids, input.decision, actor, note);
      return { decided: ids.length };
    },
    { timeoutMs: BULK_TIMEOUT_MS },
  );
}

import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { nextVersion } from "./next-version.server";

/** An empty draft; its entries are written by the caller. */
export async function insertDraft(
  tx: Tx,
  roadshowId: string,
  { reason, basedOnId, note = "" }: { reason: string; basedOnId: string | null; note?: string },
  actor: Actor,
): Promise<string> {
  const id = newId();
  const version = await nextVersion(tx, roadshowId);
  await tx.roadshowPlan.create({
    data: {
      id,
      roadshowId,
      version,
      reason,
      note,
      basedOnId,
      createdAt: clock.now(),
      createdById: actor.kind === "USER" ? actor.userId : null,
    },
  });
  return id;
}

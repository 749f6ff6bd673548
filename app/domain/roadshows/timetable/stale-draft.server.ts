import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";

/**
 * A draft must not undo what was made public after it: it is a copy of the public version, or was solved, or
 * is a copy of what was solved, after that was published. The event is locked.
 * @throws DomainError "plan_stale" (409)
 */
export async function assertFresh(
  tx: Tx,
  draft: {
    id: string;
    roadshowId: string;
    reason: string;
    basedOnId: string | null;
    createdAt: Date;
  },
): Promise<void> {
  const current = await tx.roadshowPlan.findFirst({
    where: { publishedFor: { id: draft.roadshowId } },
    select: { id: true, publishedAt: true },
  });
  if (!current || current.id === draft.id) return;
  let root = draft;
  while (root.reason === "BY_HAND" && root.basedOnId !== null) {
    // What is public may have become final meanwhile: it is still the same.
    if (root.basedOnId === current.id) return;
    const basis = await tx.roadshowPlan.findUniqueOrThrow({ where: { id: root.basedOnId } });
    if (basis.state === "SUPERSEDED") throw new DomainError("plan_stale", { status: 409 });
    root = basis;
  }
  // What was solved comes from the event as it was when it was ordered.
  if (current.publishedAt && current.publishedAt > root.createdAt) {
    throw new DomainError("plan_stale", { status: 409 });
  }
}

import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Actor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";
import type { RankedMatch } from "./ranking-memory.server";
import { recordShowings, type ShownPair } from "./record-showings.server";

type Figures = Pick<
  RankedMatch,
  "id" | "rankerVersion" | "score" | "relevance" | "fit" | "related" | "inputs"
> &
  Pick<ShownPair, "trial">;

/**
 * Notes what a member of a published listing's organisation was shown of its ranked list. Visitors,
 * members of other organisations and lists of drafts, which nobody can answer, leave no trace.
 */
export async function recordListShowings(
  db: Db,
  actor: Actor | null,
  surface: "DESK" | "PANEL",
  subject: { kind: ListingKind; id: string; organisationId: string; state: string },
  ranked: readonly Figures[],
  /** Ids of the places that were shown, in order. */
  shownIds: readonly string[],
): Promise<void> {
  const { organisationId } = subject;
  if (actor?.kind !== "USER" || !membershipOf(actor, organisationId)) return;
  if (subject.state !== "PUBLISHED") return;
  const byId = new Map(ranked.map((match) => [match.id, match]));
  const isNeed = subject.kind === "need";
  const pairs = shownIds.flatMap((otherId, index): ShownPair[] => {
    const match = byId.get(otherId);
    if (!match) return [];
    const { rankerVersion, score, relevance, fit, related, inputs, trial = null } = match;
    return [
      {
        needId: isNeed ? subject.id : otherId,
        achievementId: isNeed ? otherId : subject.id,
        position: index + 1,
        ...{ rankerVersion, score, relevance, fit, related, inputs, trial },
      },
    ];
  });
  const side = isNeed ? ("DEMAND" as const) : ("SUPPLY" as const);
  await recordShowings(db, { userId: actor.userId, side, organisationId }, surface, pairs);
}

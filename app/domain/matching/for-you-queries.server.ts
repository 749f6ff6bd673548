import type { UserActor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { getPreferences } from "~/domain/notifications/notification-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { listNewestInFields } from "./newest-queries.server";
import { recordShowings } from "./record-showings.server";
import { listSuggestions, type Suggestion } from "./suggestion-queries.server";
import { indexAfter, pairOf, placeAfter } from "./suggestion-rules";
import type { ForYouView } from "./suggestion-schema";
import { viewSuggestions } from "./suggestion-view-queries.server";

/**
 * What waits for an answer across all listings of the organisation that the person acts for: the best
 * first, or the newest in the declared fields for people who want no suggestions made for them. What
 * is shown is recorded unless the page is only fetched ahead.
 * @throws DomainError "not_found" for somebody who acts for no organisation
 */
export async function getForYou(
  actor: UserActor,
  db: Db,
  /** `after` is the place of placeAfter at which the last page ended. */
  page: { after: string | null; take: number; isSeen: boolean },
): Promise<ForYouView> {
  const membership = assertFound(membershipOf(actor, actor.organisationId));
  const { organisationId } = membership;
  const isPersonal = !(await getPreferences(db, actor.userId)).nonPersonal;
  const side = { organisationId };
  const list = isPersonal ? await listSuggestions(db, side) : await listNewestInFields(db, side);
  const skip = indexAfter(list.items, page.after);
  const shown = list.items.slice(skip, skip + page.take);
  const last = shown.at(-1);
  if (page.isSeen) {
    for (const kind of ["need", "achievement"] as const) {
      const viewer = {
        userId: actor.userId,
        side: kind === "need" ? ("DEMAND" as const) : ("SUPPLY" as const),
        organisationId,
      };
      const own = shown.flatMap((one, index) =>
        one.ownKind === kind ? [placeOf(one, skip + index + 1)] : [],
      );
      await recordShowings(db, viewer, "DESK", own);
    }
  }
  return {
    organisationName: membership.organisationName,
    isPersonal,
    isComplete: list.isComplete,
    canAnswer: can(actor, "match.answer", { organisationId }),
    total: list.items.length,
    from: skip + 1,
    next: last && skip + shown.length < list.items.length ? placeAfter(last) : null,
    items: await viewSuggestions(db, shown),
  };
}

function placeOf(one: Suggestion, position: number) {
  const { rankerVersion, score, relevance, fit, related, inputs } = one;
  return { ...pairOf(one), rankerVersion, score, relevance, fit, related, inputs, position };
}

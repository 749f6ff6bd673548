import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { findSubject } from "./counterpart-queries.server";
import { countDeclines } from "./decline-statistics.server";
import { matchesHref, requestHref } from "./match-href";
import { listMatches } from "./match-queries.server";
import type { DeclineStatistics, MatchList, MatchPanelData } from "./match-view-schema";

/** Matches that a detail page shows. */
export const PANEL_SIZE = 5;

/**
 * What the public page of a listing shows about matching: ranked counterparts with reasons for
 * everybody, answers and statistics for the owner's side, the way to an introduction for others.
 * @throws DomainError "not_found" for a listing that the reader may not see
 */
export async function getMatchPanel(
  kind: ListingKind,
  id: string,
  actor: Actor | null,
  db: Db,
  /** False for a page that a browser fetches ahead: nobody may ever look at it. */
  isSeen = true,
): Promise<MatchPanelData> {
  const list = await listMatches(kind, id, actor, db, {
    take: PANEL_SIZE,
    isLowLeftOut: true,
    surface: isSeen ? "PANEL" : undefined,
  });
  const subject = assertFound(await findSubject(db, kind, id));
  const acting = actor?.kind === "USER" ? actor.organisationId : null;
  const isInside = membershipOf(actor, subject.organisationId) !== null;
  const [statistics, ownRequest] = await Promise.all([
    list.isOwner ? countDeclines(db, kind, subject) : null,
    acting && !isInside && can(actor, "introduction.view", { organisationId: acting })
      ? db.introduction.findFirst({
          where: {
            fromOrganisationId: acting,
            toOrganisationId: subject.organisationId,
            ...(kind === "need" ? { needId: id } : { achievementId: id }),
            state: { in: ["REQUESTED", "ACCEPTED"] },
          },
          orderBy: { createdAt: "desc" },
          select: { id: true, state: true },
        })
      : null,
  ]);
  return {
    ...list,
    deskHref: list.isOwner ? matchesHref(kind, id) : null,
    requestHref: isInside || subject.state !== "PUBLISHED" ? null : requestHref(kind, id),
    ownRequest,
    statistics,
  };
}

/**
 * All matches of a listing for its owner's side, with how others answered.
 * @throws DomainError "not_found" for everybody else
 */
export async function getOwnerMatches(
  kind: ListingKind,
  id: string,
  actor: Actor,
  db: Db,
  isSeen = true,
): Promise<{ list: MatchList; statistics: DeclineStatistics }> {
  const subject = assertFound(isId(id) ? await findSubject(db, kind, id) : null);
  const { organisationId } = subject;
  if (!can(actor, "introduction.view", { organisationId })) assertFound(null);
  const [list, statistics] = await Promise.all([
    listMatches(kind, id, actor, db, { surface: isSeen ? "DESK" : undefined }),
    countDeclines(db, kind, subject),
  ]);
  return { list, statistics };
}

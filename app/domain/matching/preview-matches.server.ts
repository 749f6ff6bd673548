import { EngineUnavailable } from "#search/engine";
import { rankForAchievement, rankForNeed } from "#search/match/rank";
import { loadReferences } from "#search/sync/references";
import { achievementContentSchema } from "~/domain/catalogue/achievement-schema";
import { type Listing, workingContent } from "~/domain/catalogue/listing";
import type { KindAndContent } from "~/domain/catalogue/listing-content";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { getOwnListing } from "~/domain/catalogue/listing-queries.server";
import { needContentSchema } from "~/domain/catalogue/need-schema";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import { findCounterparts } from "./counterpart-queries.server";
import { draftMatchListing } from "./draft-match-listing";
import { inHouseSource } from "./in-house-source";
import { listingHref } from "./match-href";
import type { PreviewView } from "./preview-view";
import { toRanked } from "./ranked-match";

const SHOWN = 3;
const COUNTED = 30;
const CANDIDATES = 100;
/** Fewer characters say nothing that could be compared. */
const LEAST_TEXT = 4;

/**
 * The likely counterparts of a listing as it is being written: `content` is what the form holds and
 * nobody has saved, the rest is as saved. Read only; nothing of it is stored or logged. Never listings
 * of the own organisation, nor such whose texts have little in common.
 * @throws DomainError "not_found" for strangers, "forbidden" without the right to edit
 */
export async function previewMatches(
  input: { kind: ListingKind; id: string; content: Record<string, unknown> },
  actor: Actor,
  db: Db,
): Promise<PreviewView> {
  const listing = await getOwnListing(db, input, actor);
  assertCan(actor, "listing.edit", { organisationId: listing.organisationId });
  const references = await loadReferences(db);
  const now = clock.now();
  const draft = draftMatchListing(listing, merged(listing, input.content), references, now);
  const kind = input.kind === "need" ? "achievement" : "need";
  const nothing = { kind, count: 0, isMore: false, items: [] } as const;
  if ([...draft.title, ...draft.text].length < LEAST_TEXT) {
    return { ...nothing, items: [], status: "empty" };
  }
  try {
    const rank = input.kind === "need" ? rankForNeed : rankForAchievement;
    const matches = await rank(draft, inHouseSource(await matchSource(now)), {
      limit: COUNTED,
      candidates: CANDIDATES,
      excludeOrganisationId: listing.organisationId,
    });
    const related = matches.filter((match) => match.band !== "low");
    const ids = related.map((match) => ({ id: match.candidate.id }));
    const open = await findCounterparts(db, kind, ids, input.kind, listing, false);
    const found = related.filter((match) => open.has(match.candidate.id));
    return {
      status: "ok",
      kind,
      count: found.length,
      isMore: matches.length >= COUNTED && related.length === matches.length,
      items: found.slice(0, SHOWN).flatMap((match) => {
        const counterpart = open.get(match.candidate.id);
        if (!counterpart) return [];
        const ranked = toRanked(input.kind, draft, match);
        return [
          {
            id: ranked.id,
            kind,
            href: listingHref(kind, ranked.id),
            title: ranked.title,
            titleSegments: ranked.titleSegments,
            ownTitleSegments: ranked.ownTitleSegments,
            ownExcerpt: ranked.ownExcerpt,
            phrases: ranked.phrases,
            nearPhrases: ranked.nearPhrases,
            band: ranked.band,
            owner: counterpart.owner,
            trl: counterpart.trl,
          },
        ];
      }),
    };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { ...nothing, items: [], status: "unavailable" };
  }
}

/** The saved content with what the form holds laid over it; what breaks a limit stays as saved. */
function merged(listing: Listing, content: Record<string, unknown>): KindAndContent {
  const saved = workingContent(listing);
  const json = { ...saved, ...content };
  const parsed =
    listing.kind === "need"
      ? needContentSchema.safeParse(json)
      : achievementContentSchema.safeParse(json);
  return { kind: listing.kind, content: parsed.success ? parsed.data : saved } as KindAndContent;
}

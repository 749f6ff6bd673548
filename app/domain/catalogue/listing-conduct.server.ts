import { Prisma } from "#prisma/client/client";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import { type Listing, responsibleRegion, workingContent } from "./listing";
import { listingConditions } from "./listing-conditions.server";
import { KIND, type ListingKind } from "./listing-kind-rules";
import { LISTING_NOTICES } from "./listing-notices.server";
import {
  type ListingClock,
  type ListingCondition,
  type ListingMove,
  type ListingRelation,
  type ListingState,
  listingProcedure,
} from "./listing-procedure";
import { kindAndContent, loadListings, writeContent } from "./listing-store.server";
import { addVersions } from "./listing-versions.server";

type ListingConduct = Conduct<
  Listing,
  ListingState,
  ListingMove,
  ListingRelation,
  ListingCondition,
  ListingClock
>;
type Hook = MoveHook<Listing>;

/**
 * Relations of an actor to a listing. A reviewer of the region who belongs to the owner is a
 * reviewer too: a condition refuses the decision and says why.
 */
export function relationsTo(actor: Actor, listing: Listing): ReadonlySet<ListingRelation> {
  if (actor.kind === "SYSTEM") return new Set<ListingRelation>(["market", "importer"]);
  const subject = {
    organisationId: listing.organisationId,
    regionCode: responsibleRegion(listing),
  };
  const relations = new Set<ListingRelation>();
  const isPublisher = can(actor, "listing.edit", subject);
  if (isPublisher) relations.add("publisher");
  if (can(actor, "listing.check", subject)) relations.add("checker");
  if (can(actor, "listing.review", subject)) relations.add("reviewer");
  const isOperator = actor.offices.some((seat) => seat.office === "MARKET_OPERATOR");
  if (isOperator || (isPublisher && listing.organisation.trustedImport)) relations.add("importer");
  return relations;
}

const idsOf = (subjects: readonly Listing[]) => subjects.map((listing) => listing.id);

function both(...hooks: (Hook | undefined)[]): Hook {
  return async (context) => {
    for (const hook of hooks) await hook?.(context);
  };
}

/** The unpublished change of a listing that becomes editable again is its content now: nothing typed is lost. */
const keepPending: Hook = async ({ tx, subjects }) => {
  for (const listing of subjects) {
    if (!listing.pending) continue;
    await writeContent(tx, listing.id, kindAndContent(listing, listing.pending));
  }
};

function hooksOf(kind: ListingKind) {
  const table = Prisma.raw(`"${KIND[kind].table}"`);

  const publish: Hook = async ({ tx, actor, subjects, now }) => {
    const expiresAt = await dueInstant(tx, listingProcedure.clocks.expiry, now);
    await tx.$executeRaw`
      UPDATE ${table} AS l
      SET "publishedAt" = ${now}, "expiresAt" = ${expiresAt},
          "regionCode" = coalesce(l."regionCode", o."regionCode")
      FROM "Organisation" o
      WHERE o.id = l."organisationId" AND l.id = ANY(${idsOf(subjects)}::uuid[])`;
    await addVersions(tx, subjects, actor, "");
  };

  const submit: Hook = async ({ tx, subjects, now }) => {
    for (const listing of subjects) {
      await tx.$executeRaw`
        UPDATE ${table} SET "submittedAt" = ${now}, "regionCode" = ${responsibleRegion(listing)}
        WHERE id = ${listing.id}::uuid`;
      await tx.reviewComment.updateMany({
        where: { [KIND[kind].foreignKey]: listing.id, resolvedAt: null },
        data: { resolvedAt: now },
      });
    }
  };

  const publishChange: Hook = async ({ tx, actor, subjects, input }) => {
    for (const listing of subjects) {
      const next = kindAndContent(listing, workingContent(listing));
      next.content.regionCode ??= responsibleRegion(listing);
      await writeContent(tx, listing.id, next);
    }
    const changed = await loadListings(tx, kind, idsOf(subjects));
    await addVersions(tx, changed, actor, input.note ?? "");
  };

  const extend: Hook = async ({ tx, subjects, now }) => {
    const expiresAt = await dueInstant(tx, listingProcedure.clocks.expiry, now);
    await tx.$executeRaw`
      UPDATE ${table} SET "expiresAt" = ${expiresAt} WHERE id = ANY(${idsOf(subjects)}::uuid[])`;
  };

  const index: Hook = async ({ tx, subjects }) => {
    await markForIndexing(tx, kind, idsOf(subjects));
  };
  const reindex: Hook = async (context) => {
    const { tx, subjects } = context;
    await index(context);
    for (const { id } of subjects) {
      await enqueueJob(tx, "matching.refresh", { kind, id }, { key: `matching.refresh:${id}` });
    }
  };

  return { publish, submit, publishChange, extend, index, reindex };
}

/** Binds the procedure to the table of one kind. */
function buildConduct(kind: ListingKind): ListingConduct {
  const { publish, submit, publishChange, extend, index, reindex } = hooksOf(kind);
  const notice = LISTING_NOTICES;
  return {
    procedure: listingProcedure,
    table: KIND[kind].table,
    load: (tx, ids) => loadListings(tx, kind, ids),
    relations: relationsTo,
    conditions: listingConditions,
    before: {
      submit,
      publish,
      publishImported: publish,
      publishChange,
      reconfirm: extend,
      takeDown: keepPending,
      reopen: keepPending,
    },
    after: {
      ...notice,
      publish: both(reindex, notice.publish),
      // An import asks for its matches once at its end, not once a row.
      publishImported: index,
      publishChange: both(reindex, notice.publishChange),
      reconfirm: reindex,
      expire: both(reindex, notice.expire),
      withdraw: reindex,
      takeDown: both(reindex, notice.takeDown),
      close: reindex,
    },
  };
}

/** The procedure "listing" on achievements and on needs. */
export const LISTING_CONDUCT: Readonly<Record<ListingKind, ListingConduct>> = {
  achievement: buildConduct("achievement"),
  need: buildConduct("need"),
};

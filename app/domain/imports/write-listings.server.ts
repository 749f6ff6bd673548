import { setImmediate as nextTurn } from "node:timers/promises";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Listing } from "~/domain/catalogue/listing";
import {
  achievementChildren,
  achievementColumns,
  needChildren,
  needColumns,
} from "~/domain/catalogue/listing-columns";
import type { KindAndContent } from "~/domain/catalogue/listing-content";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { bumpRevision, loadListings, writeContent } from "~/domain/catalogue/listing-store.server";
import { addVersions } from "~/domain/catalogue/listing-versions.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import type { Tx } from "~/platform/db.server";

type NewListing = { externalId: string; next: KindAndContent };
type Owner = { organisationId: string; source: string };

/** After so many listings the event loop gets a turn: hashing their texts takes milliseconds each. */
const TURN = 20;

/** Inserts listings as drafts, children included: a handful of statements for any number. */
export async function insertListings(
  tx: Tx,
  owner: Owner,
  kind: ListingKind,
  listings: readonly NewListing[],
  actor: UserActor,
): Promise<string[]> {
  if (listings.length === 0) return [];
  const now = clock.now();
  const ids = listings.map(() => newId());
  const shared = (index: number) => ({
    id: ids[index] ?? newId(),
    organisationId: owner.organisationId,
    createdById: actor.userId,
    source: owner.source,
    externalId: listings[index]?.externalId ?? null,
    createdAt: now,
  });
  if (kind === "achievement") {
    const rows = [];
    const rights = [];
    for (const [index, { next }] of listings.entries()) {
      if (index % TURN === TURN - 1) await nextTurn();
      if (next.kind !== "achievement") continue;
      const row = shared(index);
      rows.push({ ...achievementColumns(next.content, now), ...row });
      for (const right of achievementChildren(next.content).ipRights) {
        rights.push({ ...right, id: newId(), achievementId: row.id });
      }
    }
    await tx.achievement.createMany({ data: rows });
    await tx.achievementIpRight.createMany({ data: rights });
    return ids;
  }
  const rows = [];
  const targets = [];
  for (const [index, { next }] of listings.entries()) {
    if (index % TURN === TURN - 1) await nextTurn();
    if (next.kind !== "need") continue;
    const row = shared(index);
    rows.push({ ...needColumns(next.content, now), ...row });
    for (const target of needChildren(next.content).targets) {
      targets.push({ ...target, id: newId(), needId: row.id });
    }
  }
  await tx.need.createMany({ data: rows });
  await tx.needTarget.createMany({ data: targets });
  return ids;
}

/**
 * Writes changed rows into their listings. What is public gets a new version.
 */
export async function updateListings(
  tx: Tx,
  kind: ListingKind,
  changes: readonly { listing: Listing; next: KindAndContent }[],
  actor: UserActor,
  runId: string,
): Promise<void> {
  if (changes.length === 0) return;
  for (const { listing, next } of changes) {
    await writeContent(tx, listing.id, next);
    await bumpRevision(tx, { kind, id: listing.id });
  }
  const published = changes.filter(({ listing }) => listing.state === "PUBLISHED");
  const ids = published.map(({ listing }) => listing.id);
  if (ids.length > 0) {
    await addVersions(tx, await loadListings(tx, kind, ids), actor, "");
    await markForIndexing(tx, kind, ids);
  }
  await appendAudit(
    tx,
    actor,
    changes.map(({ listing }) => ({
      action: "imports.listing.updated",
      subjectType: KIND[kind].table,
      subjectId: listing.id,
      detail: { importRunId: runId, wasPublished: listing.state === "PUBLISHED" },
    })),
  );
}

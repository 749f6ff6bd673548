import type { Prisma } from "#prisma/client/client";
import { type MatchSource, rankListings } from "#search/match/rank";
import { scorePair } from "#search/match/rankers";
import type { Match, PairInputs } from "#search/match/types";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import { findSubject } from "./counterpart-queries.server";
import { forgetMatches } from "./forget-matches.server";
import { readInputs } from "./pair-inputs-rules";
import { makerOf } from "./stored-list-maker";
import { enterList, type StoredPlace } from "./stored-list-rules";

/** Places that are stored of a listing's list. */
const STORED_DEPTH = 20;

/**
 * Makes the stored list of a listing anew and puts the listing into the stored lists of those it
 * found, where it belongs there. A listing that is not public leaves all lists. Only what changed is
 * written, so the cost does not grow with the catalogue.
 * @throws EngineUnavailable
 */
export async function storeMatches(kind: ListingKind, id: string, db: Db): Promise<void> {
  const listing = await findSubject(db, kind, id);
  const references = await loadReferences(db);
  const subject = await loadMatchListing(db, kind, id, references);
  if (!listing || !subject || listing.state !== "PUBLISHED") {
    await forgetMatches(kind, id, db);
    return;
  }
  const source = await matchSource(clock.now());
  const other: ListingKind = kind === "need" ? "achievement" : "need";
  const matches = await rankListings(kind, other, subject, source, {
    limit: STORED_DEPTH,
    excludeOrganisationId: listing.organisationId,
  });
  const now = clock.now();
  await inTransaction(db, async (tx) => {
    await lockLists(tx, kind, id);
    await replaceList(tx, kind, id, matches.map(toPlace), source.ranker.version, now);
    await enterOthers(tx, { kind, id }, other, matches, source);
    const made = { version: listing.version, rankerVersion: makerOf(source), computedAt: now };
    await tx.matchRefresh.upsert({
      where: { subjectKind_subjectId: { subjectKind: kind, subjectId: id } },
      create: { subjectKind: kind, subjectId: id, ...made },
      update: made,
    });
  });
}

/** Two jobs on lists that touch each other write in turn; the lock falls with the transaction. */
async function lockLists(tx: Tx, kind: ListingKind, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7311003)`;
  await tx.$executeRaw`SELECT 1 FROM "MatchRefresh"
    WHERE "subjectKind" = ${kind} AND "subjectId" = ${id}::uuid FOR UPDATE`;
}

function toPlace(match: Match): StoredPlace {
  const { score, relevance, fit, related, inputs } = match;
  return { otherId: match.candidate.id, score, relevance, fit, related, inputs };
}

async function replaceList(
  tx: Tx,
  subjectKind: ListingKind,
  subjectId: string,
  places: readonly StoredPlace[],
  rankerVersion: string,
  computedAt: Date,
): Promise<void> {
  await tx.matchEntry.deleteMany({ where: { subjectKind, subjectId } });
  await tx.matchEntry.createMany({
    data: places.slice(0, STORED_DEPTH).map((place, i) => ({
      ...place,
      inputs: place.inputs as unknown as Prisma.InputJsonObject,
      subjectKind,
      subjectId,
      rank: i + 1,
      rankerVersion,
      computedAt,
    })),
  });
}

/**
 * The measures of a pair are the same from both sides; only what they are held against differs. That
 * is stored with every place of the other's list, so its score is computed without asking the engine.
 */
async function enterOthers(
  tx: Tx,
  subject: { kind: ListingKind; id: string },
  other: ListingKind,
  matches: readonly Match[],
  source: MatchSource,
): Promise<void> {
  const ids = matches.map((match) => match.candidate.id);
  const rows = await tx.matchEntry.findMany({
    where: {
      subjectKind: other,
      OR: [{ subjectId: { in: ids } }, { otherId: subject.id }],
    },
    orderBy: { rank: "asc" },
  });
  const lists = new Map<string, typeof rows>();
  for (const row of rows) lists.set(row.subjectId, [...(lists.get(row.subjectId) ?? []), row]);
  for (const [subjectId, list] of lists) {
    const match = matches.find((one) => one.candidate.id === subjectId);
    const inputs = readInputs(list[0]?.inputs);
    if (match === undefined || inputs === null) {
      // It stood in a list that its new text may not belong to: that list is made anew by the sweep.
      await tx.matchRefresh.deleteMany({ where: { subjectKind: other, subjectId } });
      continue;
    }
    const places = list.map((row) => ({ ...row, inputs: row.inputs as unknown as PairInputs }));
    const entered = enterList(
      places.map(({ otherId, score, relevance, fit, related, inputs: own }) => ({
        ...{ otherId, score, relevance, fit, related },
        inputs: own,
      })),
      placeFrom(match, inputs, subject.id, source),
      STORED_DEPTH,
    );
    if (entered === null) continue;
    await replaceList(tx, other, subjectId, entered, source.ranker.version, clock.now());
  }
}

function placeFrom(
  match: Match,
  theirs: PairInputs,
  otherId: string,
  { ranker }: MatchSource,
): StoredPlace {
  const inputs: PairInputs = {
    ...theirs,
    words: match.inputs.words,
    meaning: match.inputs.meaning,
    fit: match.inputs.fit,
  };
  const { score, chances } = scorePair(inputs, ranker);
  const { relevance, fit } = match;
  return { otherId, score, relevance, fit, related: chances[0], inputs };
}

import { setImmediate } from "node:timers/promises";
import { EngineUnavailable } from "#search/engine";
import { type MatchSource, scoreListings } from "#search/match/rank";
import type { Match } from "#search/match/types";
import { loadReferences } from "#search/sync/references";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { matchSource } from "~/platform/search.server";
import type { SuggestionReason } from "./people-view";
import { loadSources, type Source, type SourcePerson } from "./suggestion-sources.server";
import { textNearness } from "./text-nearness-rules";
import type { Presented } from "./visible-people.server";

export type Suggested = { order: number; reason: SuggestionReason };
export type SuggestedPeople = {
  status: "ok" | "unavailable";
  byId: ReadonlyMap<string, Suggested>;
};

/** People compared at most: those who present, then those who share most fields. */
const MAX_COMPARED = 100;
/** Texts scored in one go; between two goes others get their turn. */
const AT_ONCE = 25;
const MAX_WORDS = 4;
const MAX_NEAR = 2;
/** Least share of text pieces that is worth a suggestion while the engine is away. */
const LEAST_NEARNESS = 0.12;

/**
 * Whom the reader should look at first: what one needs against what the other offers, by the same ranker as
 * everywhere in the market, with the words that met. Where there is no text, or while the search engine is
 * away, shared fields and plain text overlap stand in.
 */
export async function suggestPeople(
  db: Db,
  roadshowId: string,
  reader: SourcePerson,
  others: readonly SourcePerson[],
  presented: readonly Presented[],
): Promise<SuggestedPeople> {
  const references = await loadReferences(db);
  const shared = (other: SourcePerson) =>
    other.fieldCodes.filter((code) => reader.fieldCodes.includes(code));
  const presents = new Set(presented.map((one) => one.participantId));
  const weight = (one: SourcePerson) => (presents.has(one.id) ? 100 : 0) + shared(one).length;
  const compared = [...others].sort((a, b) => weight(b) - weight(a)).slice(0, MAX_COMPARED);
  const all = [reader, ...compared];
  const sources = await loadSources(db, roadshowId, all, presented, references);
  const own = sources.get(reader.id) ?? [];
  const theirs = compared.flatMap((one) =>
    (sources.get(one.id) ?? []).map((source) => ({ personId: one.id, source })),
  );
  const byId = new Map<string, Suggested>();
  const keep = (id: string, found: Suggested) => {
    if (found.order > (byId.get(id)?.order ?? 0)) byId.set(id, found);
  };
  for (const one of others) {
    const codes = shared(one);
    if (codes.length > 0) keep(one.id, { order: 0.01 * codes.length, reason: plain(codes) });
  }
  let status: SuggestedPeople["status"] = "ok";
  try {
    const ranker = own.length > 0 ? await matchSource(clock.now()) : null;
    for (const subject of ranker ? own : []) {
      for (const { personId, source, match } of await scored(subject, theirs, ranker)) {
        if (match.band === "low") continue;
        const codes = shared(all.find((one) => one.id === personId) ?? reader);
        keep(personId, {
          order: 1 + match.related,
          reason: reasonOf(match, subject, source, codes),
        });
      }
    }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    logger.warn({ roadshowId }, "plain suggestions while the search engine is away");
    status = "unavailable";
    for (const subject of own) {
      for (const { personId, source } of theirs.filter((one) => one.source.kind !== subject.kind)) {
        const near = textNearness(textOf(subject), textOf(source));
        if (near < LEAST_NEARNESS) continue;
        const codes = shared(all.find((one) => one.id === personId) ?? reader);
        const reason = { ...plain(codes), own: subject.title, theirs: source.title };
        keep(personId, { order: 0.5 + near / 2, reason });
      }
    }
  }
  return { status, byId };
}

type Theirs = { personId: string; source: Source };

async function scored(
  subject: Source,
  theirs: readonly Theirs[],
  ranker: MatchSource | null,
): Promise<(Theirs & { match: Match })[]> {
  // One needs what the other offers; two needs beside each other are no reason to meet.
  const wanted = theirs.filter((one) => one.source.kind !== subject.kind);
  if (!ranker || wanted.length === 0) return [];
  const otherKind = subject.kind === "need" ? "achievement" : "need";
  const listings = wanted.map((one) => one.source.listing);
  const matches: Match[] = [];
  for (let from = 0; from < listings.length; from += AT_ONCE) {
    const some = listings.slice(from, from + AT_ONCE);
    const scores = await scoreListings(subject.kind, otherKind, subject.listing, some, ranker);
    matches.push(...scores);
    await setImmediate();
  }
  return matches.flatMap((match) => {
    // Listings with the same title come back as one.
    const ids = [match.candidate.id, ...match.alsoIds];
    return wanted
      .filter((one) => ids.includes(one.source.listing.id))
      .map((one) => ({ ...one, match }));
  });
}

const textOf = ({ listing }: Source) => `${listing.title}\n${listing.text}`;

const plain = (fieldCodes: string[]): SuggestionReason => ({
  band: null,
  words: [],
  near: [],
  fieldCodes,
  own: "",
  theirs: "",
});

function reasonOf(
  match: Match,
  subject: Source,
  source: Source,
  fieldCodes: string[],
): SuggestionReason {
  return {
    band: match.band === "high" ? "high" : "medium",
    words: match.phrases.slice(0, MAX_WORDS).map((one) => one.phrase),
    near: match.nearPhrases
      .slice(0, MAX_NEAR)
      .map((one) => ({ own: one.subject, theirs: one.candidate })),
    fieldCodes,
    own: subject.title,
    theirs: source.title,
  };
}

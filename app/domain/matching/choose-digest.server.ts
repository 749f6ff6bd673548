import type { Db } from "~/platform/db.server";
import { DIGEST_SIZE } from "./digest-rules";
import { listNewestInFields } from "./newest-queries.server";
import { listSuggestions, type Suggestion } from "./suggestion-queries.server";
import { comparePairs, fairShare } from "./suggestion-rules";

export type DigestPair = Suggestion & { organisationId: string };

export type DigestChoice = {
  pairs: DigestPair[];
  /** Names of the organisations that the pairs were chosen for. */
  organisations: string[];
  /** False while lists are missing because the search engine is away. */
  isComplete: boolean;
};

/**
 * Up to eight pairs for a person who may publish for one or more organisations: open on both sides,
 * unanswered by theirs, never in a digest of theirs before; best first (or newest first, for people
 * who want no suggestions made for them) and spread over their listings.
 */
export async function chooseDigest(
  userId: string,
  isPersonal: boolean,
  db: Db,
): Promise<DigestChoice> {
  const memberships = await db.membership.findMany({
    where: { userId, endedAt: null, scopes: { has: "PUBLISH" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { organisation: { select: { id: true, legalName: true } } },
  });
  const found: DigestPair[] = [];
  let isComplete = true;
  for (const { organisation } of memberships) {
    const side = { organisationId: organisation.id, unsentTo: userId };
    const list = isPersonal ? await listSuggestions(db, side) : await listNewestInFields(db, side);
    isComplete &&= list.isComplete;
    for (const pair of list.items) found.push({ ...pair, organisationId: organisation.id });
  }
  found.sort(comparePairs);
  const pairs = fairShare(found, DIGEST_SIZE);
  const organisations = memberships
    .map(({ organisation }) => organisation)
    .filter(({ id }) => pairs.some((pair) => pair.organisationId === id))
    .map(({ legalName }) => legalName);
  return { pairs, organisations, isComplete };
}

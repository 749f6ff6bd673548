import { storeMatches } from "~/domain/matching/store-matches.server";
import { tellNewMatches } from "~/domain/matching/tell-new-matches.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/**
 * Ranks a listing that has been published or changed, stores its list and tells both sides of new good matches. While
 * the search engine is away the queue tries again later.
 */
export async function refreshMatches(
  { kind, id }: JobPayloads["matching.refresh"],
  { db, logger }: JobContext,
): Promise<void> {
  await storeMatches(kind, id, db);
  const told = await tellNewMatches(kind, id, db);
  if (told > 0) logger.info({ kind, id, told }, "new matches told");
}

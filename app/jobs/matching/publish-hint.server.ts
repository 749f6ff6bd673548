import { getLastSequence } from "~/domain/matching/introduction-queries.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { publishIntroductionHint } from "~/realtime/publish.server";
import type { JobContext } from "../job-handler";

/** Tells the open pages of a conversation where it stands now. */
export async function publishIntroductionChange(
  { introductionId }: JobPayloads["realtime.introduction"],
  { db }: JobContext,
): Promise<void> {
  const sequence = await getLastSequence(introductionId, db);
  publishIntroductionHint({ introductionId, sequence });
}

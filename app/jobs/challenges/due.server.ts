import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Does what is due about one challenge; before its time, or twice, it changes nothing. */
export async function settleDueChallenge(
  { challengeId }: JobPayloads["challenges.due"],
  { db }: JobContext,
): Promise<void> {
  await settleChallenge(challengeId, db);
}

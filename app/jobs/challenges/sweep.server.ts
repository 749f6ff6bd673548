import { findDueChallenges } from "~/domain/challenges/due-challenges-queries.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Settles challenges whose own job was lost; one that fails does not hold up the others. */
export async function sweepChallenges(
  _payload: JobPayloads["challenges.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  for (const challengeId of await findDueChallenges(db)) {
    try {
      await settleChallenge(challengeId, db);
    } catch (error) {
      logger.error({ err: error, challengeId }, "challenge not settled");
    }
  }
}

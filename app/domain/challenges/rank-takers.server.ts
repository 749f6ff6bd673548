import type { Tx } from "~/platform/db.server";
import { rankIntentions } from "./score-rules";

/** Writes averages and ranks of the eligible intentions from the views that are handed in. */
export async function rankTakers(tx: Tx, challengeId: string): Promise<void> {
  const intentions = await tx.challengeIntention.findMany({
    where: { challengeId, state: "ELIGIBLE" },
    select: {
      id: true,
      appraisals: {
        where: { expert: { submittedAt: { not: null }, recusedAt: null } },
        select: { totalHundredths: true },
      },
    },
  });
  const ranked = rankIntentions(
    intentions.map((one) => ({
      intentionId: one.id,
      totals: one.appraisals.map((appraisal) => appraisal.totalHundredths),
    })),
  );
  for (const { intentionId, averageHundredths, rank } of ranked) {
    await tx.challengeIntention.update({
      where: { id: intentionId },
      data: { scoreHundredths: averageHundredths, rank },
    });
  }
}

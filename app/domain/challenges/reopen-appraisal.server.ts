import type { Tx } from "~/platform/db.server";
import { appraisalHref } from "./challenge-href";
import { tellPeople } from "./challenge-notices.server";
import type { ChallengeRow } from "./challenge-rows.server";

/**
 * After an upheld objection the appraisal begins again: views stand as drafts that each expert looks at
 * and hands in anew, and there is no rank until then.
 */
export async function reopenAppraisal(tx: Tx, row: ChallengeRow, now: Date): Promise<void> {
  const where = { challengeId: row.id };
  await tx.challenge.update({ where: { id: row.id }, data: { publicityEndsAt: null } });
  await tx.challengeExpert.updateMany({ where, data: { submittedAt: null } });
  await tx.challengeIntention.updateMany({ where, data: { scoreHundredths: null, rank: null } });
  const experts = row.experts.filter((one) => one.acceptedAt && !one.recusedAt);
  await tellPeople(
    tx,
    experts.map((one) => one.userId),
    {
      kind: "challengeAppraisalAgain",
      params: { title: row.title },
      href: appraisalHref(row.id),
      key: `${row.id}:${now.getTime()}`,
    },
  );
}

import { getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { completeIfDone, lockContract } from "./contract-end.server";
import { milestoneConduct } from "./milestone-conduct.server";

type Answer =
  | { move: "accept"; submittedAt: string }
  | { move: "reject"; note: string }
  | { move: "takeBack" };

/**
 * The demand side accepts a reported milestone or sends it back with a reason; the supply side takes
 * its report back. The last acceptance completes a contract whose payments are all confirmed.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "changed_meanwhile", "note_required"
 */
export async function answerMilestone(
  input: { dealId: string; milestoneId: string } & Answer,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { deal } = await getDealSpeaker(db, input.dealId, actor);
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, deal.id);
    const row = assertFound(
      await tx.milestone.findFirst({
        where: { id: input.milestoneId, contract: { dealId: deal.id } },
        select: { id: true, contractId: true },
      }),
    );
    await lockContract(tx, row.contractId);
    const evidence =
      input.move === "accept"
        ? { submittedAt: input.submittedAt }
        : input.move === "reject"
          ? { note: input.note }
          : {};
    await advance(tx, milestoneConduct, row.id, input.move, actor, evidence);
    if (input.move === "accept") await completeIfDone(tx, row.contractId);
  });
}

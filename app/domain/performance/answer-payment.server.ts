import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { completeIfDone, lockContract } from "./contract-end.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { getPaymentAccess } from "./payment-access.server";
import { dateText, findRunningContract } from "./plan-rows.server";
import { dayAfter, nextPeriod, royaltyEnd, royaltyPayment } from "./plan-rules";

type Answer =
  | { move: "receive" | "confirm"; proofId: string }
  | { move: "reject"; proofId: string; note: string }
  | { move: "nothingDue" };

/**
 * A treasurer of the payee notes the receipt of a payment, a second one confirms it, either sends a
 * wrong proof back; of a royalty that comes to nothing they say so. The last confirmation completes a
 * contract whose milestones are all accepted.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "payment_second_person",
 * "changed_meanwhile", "note_required", "royalty_not_stated"
 */
export async function answerPayment(
  input: { instalmentId: string } & Answer,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const access = await getPaymentAccess(db, input.instalmentId, actor);
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, access.dealId);
    await lockContract(tx, access.contractId);
    const { instalmentId, move, ...rest } = input;
    await advance(tx, instalmentConduct, instalmentId, move, actor, rest);
    if (move !== "confirm" && move !== "nothingDue") return;
    await addNextPeriod(tx, access.contractId, instalmentId);
    await completeIfDone(tx, access.contractId);
  });
}

/** A royalty without an agreed end goes on: the period after the one that has just been settled. */
async function addNextPeriod(tx: Tx, contractId: string, instalmentId: string): Promise<void> {
  const settled = await tx.instalment.findUniqueOrThrow({ where: { id: instalmentId } });
  const contract = await findRunningContract(tx, { id: contractId });
  const royalty = contract?.content.price.royalty;
  const periodTo = dateText(settled.periodTo);
  if (!contract || !royalty || !periodTo || royaltyEnd(contract.content) !== null) return;
  const next = royaltyPayment(nextPeriod(dayAfter(periodTo), royalty));
  const isThere = await tx.instalment.count({
    where: { contractId, kind: "ROYALTY", periodFrom: { gt: dateColumn(periodTo) } },
  });
  if (isThere > 0) return;
  const last = await tx.instalment.aggregate({ where: { contractId }, _max: { sort: true } });
  await tx.instalment.create({
    data: {
      id: newId(),
      contractId,
      sort: (last._max.sort ?? 0) + 1,
      kind: "ROYALTY",
      dueOn: dateColumn(next.dueOn ?? periodTo),
      title: "",
      periodFrom: dateColumn(next.periodFrom ?? periodTo),
      periodTo: dateColumn(next.periodTo ?? periodTo),
    },
  });
}

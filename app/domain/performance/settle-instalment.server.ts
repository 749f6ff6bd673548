import { dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { completeIfDone } from "./contract-end.server";
import { dateText, findRunningContract } from "./plan-rows.server";
import { dayAfter, nextPeriod, royaltyEnd, royaltyPayment } from "./plan-rules";

/** What follows when a payment of the plan has been settled. The caller holds room and contract. */
export async function goOnAfterSettlement(
  tx: Tx,
  contractId: string,
  instalmentId: string,
): Promise<void> {
  await addNextPeriod(tx, contractId, instalmentId);
  await completeIfDone(tx, contractId);
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

import { noteContractMade } from "~/domain/brokers/note-contract-made.server";
import { contractDeal } from "~/domain/deals/advance-deal.server";
import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import { findRelatedParties } from "~/domain/deals/related-party-queries.server";
import { termSheetSchema } from "~/domain/deals/term-sheet-schema";
import { notify } from "~/domain/notifications/notify.server";
import { calendarDate } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import type { ContractRow } from "./contract-rows.server";
import { otherPartiesOf } from "./contract-rows.server";

/**
 * What follows a signature that completes a contract. A main contract moves its room, enters the
 * brokers' turnover and gets its performance plan; a supplement is told, and its plan brought up to
 * date by the same job.
 */
export const followSignature: MoveHook<ContractRow> = async ({ tx, subjects, now }) => {
  for (const row of subjects) {
    const href = `/desk/deals/${row.dealId}/contracts/${row.id}`;
    const params = { title: row.title };
    const code = row.kind === "MAIN" ? "contractSigned" : "contractSupplementSigned";
    await recordDealEvent(tx, row.dealId, { code, params, href }, null);
    await notify(tx, {
      userIds: otherPartiesOf(row, null),
      kind: code,
      params,
      href,
      dedupeKey: `contract:${row.id}:signed`,
    });
    await enqueueJob(tx, "performance.plan", { contractId: row.id }, { key: `plan:${row.id}` });
    if (row.kind !== "MAIN") continue;
    // Read again: the day of signing was written before this move, after the row was loaded.
    const signed = await tx.contract.findUniqueOrThrow({
      where: { id: row.id },
      select: { signedOn: true },
    });
    const signedOn = signed.signedOn?.toISOString().slice(0, 10) ?? calendarDate(now);
    const { totalFen } = termSheetSchema.parse(row.termSheet.content).price;
    const related = await findRelatedParties(tx, row.dealId);
    await noteContractMade(tx, {
      dealId: row.dealId,
      contractId: row.id,
      totalFen: totalFen === null ? null : BigInt(totalFen),
      isRelated: related.isRelated,
      signedOn,
    });
    await contractDeal(tx, row.dealId);
  }
};

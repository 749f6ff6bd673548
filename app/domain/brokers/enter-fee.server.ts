import { clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { relatedReason } from "./attribution-rules";
import { listLiveEntries, reverseEntry } from "./live-entries.server";
import type { MandateRow } from "./mandate-rows.server";
import { FULL_SHARE_BP } from "./share-rules";

/**
 * Enters a fee of a mandate into its broker's ledger, once for each mandate and kind; another amount,
 * agreed in a dispute, takes the place of the first by reversal. The fee is the broker's own and is
 * not divided; its share in the deal stands beside it.
 * @param entry.countsOn calendar date (YYYY-MM-DD): when it fell due or was received
 */
export async function enterFee(
  tx: Tx,
  entry: {
    mandate: MandateRow;
    kind: "FEE_DUE" | "FEE_PAID";
    feeFen: bigint;
    countsOn: string;
  },
): Promise<void> {
  const { mandate, kind } = entry;
  const { dealId, contractId, brokerId, broker } = mandate;
  if (!dealId) return;
  const [known] = await listLiveEntries(tx, { dealId, mandateId: mandate.id, kind });
  if (known?.amountFen === entry.feeFen) return;
  if (known) await reverseEntry(tx, known, { countsOn: null, note: "FEE_CHANGED" });
  const place = kind === "FEE_DUE" ? "fee-due" : "fee-paid";
  const turnover = await tx.attributionEntry.findFirst({
    where: { dealId, contractId, brokerId, kind: "TURNOVER" },
    orderBy: { sequence: "desc" },
    select: { shareBp: true, isRelated: true, note: true, agencyId: true },
  });
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { supplyOrganisationId: true, demandOrganisationId: true },
  });
  const reason = relatedReason({
    isDeclared: turnover?.isRelated ?? false,
    agencyId: broker.agencyId,
    brokerOrganisationIds: broker.user.memberships.map((one) => one.organisationId),
    partyIds: [deal.supplyOrganisationId, deal.demandOrganisationId],
  });
  await tx.attributionEntry.createMany({
    data: [
      {
        id: newId(),
        kind,
        brokerId,
        agencyId: turnover ? turnover.agencyId : broker.agencyId,
        mandateId: mandate.id,
        dealId,
        contractId,
        ...deal,
        shareBp: turnover?.shareBp ?? FULL_SHARE_BP,
        amountFen: entry.feeFen,
        isRelated: reason !== null,
        note: turnover?.isRelated ? turnover.note : (reason ?? ""),
        countsOn: dateColumn(entry.countsOn),
        createdAt: clock.now(),
        factKey: known ? `${place}:${mandate.id}:${known.id}` : `${place}:${mandate.id}`,
      },
    ],
    skipDuplicates: true,
  });
}

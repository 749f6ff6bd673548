import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { relatedReason, splitTurnover } from "./attribution-rules";
import { listDealClaims } from "./deal-claims.server";
import { lockDealMatter } from "./deal-matter.server";
import { computeFee } from "./fee-rules";
import { mandateConduct } from "./mandate-conduct.server";
import { feeTableOf, mandateSelect } from "./mandate-rows.server";
import { recordBrokerDeal } from "./record-broker-deal.server";

export type ContractMade = {
  dealId: string;
  contractId: string;
  /** Contract price in fen; null while royalties leave it open. */
  totalFen: bigint | null;
  /** The sides declared that they are related. */
  isRelated: boolean;
  /** Calendar date (YYYY-MM-DD). */
  signedOn: string;
};

/**
 * Enters the turnover of a signed main contract for every broker who brought it about and moves
 * their mandates on. Called again for the same contract it changes nothing. The caller holds the
 * room's lock or takes it here first; shares are given under it, so that they never exceed the whole.
 */
export async function noteContractMade(tx: Tx, input: ContractMade): Promise<void> {
  const matter = await lockDealMatter(tx, input.dealId);
  // A mandate that came into force, or an introduction confirmed, after the room was opened.
  await recordBrokerDeal(tx, { dealId: input.dealId });
  await tx.$queryRaw`
    SELECT id FROM "Mandate" WHERE "dealId" = ${input.dealId}::uuid ORDER BY id FOR UPDATE`;
  const known = await tx.attributionEntry.count({
    where: { dealId: input.dealId, contractId: input.contractId, kind: "TURNOVER" },
  });
  const claims = known > 0 ? [] : await listDealClaims(tx, input.dealId);
  const shares = splitTurnover(
    claims.map((one) => one.brokerId),
    input.totalFen,
  );
  const { supplyOrganisationId, demandOrganisationId } = matter;
  await tx.attributionEntry.createMany({
    data: claims.flatMap((claim) => {
      const share = shares.find((one) => one.brokerId === claim.brokerId);
      if (!share || share.shareBp < 1) return [];
      const reason = relatedReason({
        isDeclared: input.isRelated,
        agencyId: claim.agencyId,
        brokerOrganisationIds: claim.organisationIds,
        partyIds: [supplyOrganisationId, demandOrganisationId],
      });
      return [
        {
          id: newId(),
          kind: "TURNOVER",
          ...share,
          agencyId: claim.agencyId,
          mandateId: claim.mandateId,
          dealId: input.dealId,
          contractId: input.contractId,
          supplyOrganisationId,
          demandOrganisationId,
          isRelated: reason !== null,
          note: reason ?? (input.totalFen === null ? "ROYALTY_OPEN" : ""),
          countsOn: dateColumn(input.signedOn),
          createdAt: clock.now(),
          factKey: `turnover:${input.contractId}:${claim.brokerId}`,
        },
      ];
    }),
    skipDuplicates: true,
  });
  const brokerIds = claims.map((one) => one.brokerId);
  await markForIndexing(tx, "broker", brokerIds);
  await moveMandates(tx, input);
  if (claims.length > 0) {
    await appendAudit(tx, systemActor("attribution"), {
      action: "brokers.turnover.entered",
      subjectType: "Contract",
      subjectId: input.contractId,
      detail: { shares: shares.map(({ brokerId, shareBp }) => ({ brokerId, shareBp })) },
    });
  }
}

/** Mandates in force go on; one that ended before keeps its state and may be disputed on this ground. */
async function moveMandates(tx: Tx, input: ContractMade): Promise<void> {
  const mandates = await tx.mandate.findMany({
    where: {
      dealId: input.dealId,
      contractId: null,
      state: { in: ["ACTIVE", "DISPUTED", "EXPIRED"] },
    },
    orderBy: { id: "asc" },
    select: mandateSelect,
  });
  for (const mandate of mandates) {
    const feeFen = computeFee(feeTableOf(mandate), input.totalFen)?.totalFen ?? null;
    await tx.mandate.update({
      where: { id: mandate.id },
      data: { contractId: input.contractId, feeFen },
    });
  }
  const actor = systemActor("attribution");
  for (const { id, state, feeKind } of mandates) {
    if (state !== "ACTIVE") continue;
    await advance(tx, mandateConduct, id, "noteContract", actor, { contractId: input.contractId });
    if (feeKind === "NONE") await advance(tx, mandateConduct, id, "concludeFree", actor);
  }
}

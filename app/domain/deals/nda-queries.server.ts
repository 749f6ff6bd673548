import { createHash } from "node:crypto";
import type { DbOrTx } from "~/platform/db.server";
import { NDA_VERSION, type NdaParties, ndaText } from "./nda-text";

export type NdaDocument = { version: string; text: string; hash: string };

/** The undertaking as it would be accepted in this room today. */
export async function getNda(db: DbOrTx, dealId: string): Promise<NdaDocument> {
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: {
      number: true,
      title: true,
      supplyOrganisation: { select: { legalName: true } },
      demandOrganisation: { select: { legalName: true } },
    },
  });
  const parties: NdaParties = {
    number: deal.number,
    title: deal.title,
    supply: deal.supplyOrganisation.legalName,
    demand: deal.demandOrganisation.legalName,
  };
  const text = ndaText(parties);
  const hash = createHash("sha256").update(text, "utf8").digest("hex");
  return { version: NDA_VERSION, text, hash };
}

/** Rooms in which a person has accepted the wording of today. */
export async function listAcceptedNdas(
  db: DbOrTx,
  dealIds: readonly string[],
  userId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db.ndaAcceptance.findMany({
    where: { dealId: { in: [...dealIds] }, userId, textVersion: NDA_VERSION },
    select: { dealId: true },
  });
  return new Set(rows.map((row) => row.dealId));
}

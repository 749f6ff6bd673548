import type { DbOrTx } from "~/platform/db.server";

/** A buyer's deposit that counts to the price of the contract, in fen. */
export type CountedDeposit = {
  amountFen: bigint;
  /** Booked for the seller; before that the market holds it. */
  isApplied: boolean;
};

/**
 * The deposit of the buyer of a lot, as announced in the rules of the lot: part of the price that is
 * already there. Null for rooms that no lot has opened, and where the deposit went back or was kept.
 */
export async function findCountedDeposit(
  db: DbOrTx,
  dealId: string,
): Promise<CountedDeposit | null> {
  const deal = await db.deal.findUnique({
    where: { id: dealId },
    select: {
      demandOrganisationId: true,
      lot: { select: { applications: { select: { organisationId: true, deposit: true } } } },
    },
  });
  const own = deal?.lot?.applications.find(
    (one) => one.organisationId === deal.demandOrganisationId && one.deposit,
  );
  const deposit = own?.deposit;
  if (!deposit || (deposit.state !== "PAID" && deposit.state !== "APPLIED")) return null;
  return { amountFen: deposit.amountFen, isApplied: deposit.state === "APPLIED" };
}

import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { licenceNumber } from "./licence-number-rules";

const HOUR_MS = 3_600_000;

/** Paid licences that are not issued; those of the last hour are left to their own job. */
export async function listPaidPurchases(db: DbOrTx, take = 50): Promise<string[]> {
  const createdAt = { lt: new Date(clock.now().getTime() - HOUR_MS) };
  const rows = await db.licencePurchase.findMany({
    where: { state: "PAID", createdAt },
    orderBy: { createdAt: "asc" },
    take,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Paid licences of an offer that wait to be issued, for the office. */
export async function listPaidOfOffer(offerId: string, db: DbOrTx) {
  const rows = await db.licencePurchase.findMany({
    where: { offerId, state: "PAID" },
    orderBy: { createdAt: "asc" },
    include: { organisation: { select: { legalName: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    number: licenceNumber(row),
    licensee: row.organisation.legalName,
    feeFen: row.feeFen.toString(),
    createdAt: row.createdAt,
  }));
}

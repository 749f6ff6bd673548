import { issueLicence } from "~/domain/licences/issue-licence.server";
import { listPaidPurchases } from "~/domain/licences/paid-purchases-queries.server";
import { suspendBarredOffers } from "~/domain/licences/suspend-barred-offers.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Takes up paid licences whose own job was lost, and suspends offers that can no longer be sold. */
export async function sweepLicences(
  _payload: JobPayloads["licences.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  for (const purchaseId of await listPaidPurchases(db)) {
    try {
      logger.info({ purchaseId, outcome: await issueLicence(purchaseId, db) }, "licence");
    } catch (error) {
      logger.error({ err: error, purchaseId }, "licence not issued");
    }
  }
  const suspended = await suspendBarredOffers(db);
  if (suspended > 0) logger.info({ suspended }, "licence offers suspended");
}

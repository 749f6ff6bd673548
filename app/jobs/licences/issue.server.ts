import { issueLicence } from "~/domain/licences/issue-licence.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Makes and seals a licence that was paid. */
export async function issuePaidLicence(
  { purchaseId }: JobPayloads["licences.issue"],
  { db, logger }: JobContext,
): Promise<void> {
  const outcome = await issueLicence(purchaseId, db);
  logger.info({ purchaseId, outcome }, "licence");
}

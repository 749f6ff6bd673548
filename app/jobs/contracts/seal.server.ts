import { sealContract } from "~/domain/contracts/seal-contract.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Seals a contract that everybody has signed. */
export async function sealSignedContract(
  { contractId }: JobPayloads["contracts.seal"],
  { db, logger }: JobContext,
): Promise<void> {
  const outcome = await sealContract(contractId, db);
  logger.info({ contractId, outcome }, "contract sealed");
}

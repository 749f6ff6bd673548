import { planContract } from "~/domain/performance/plan-contract.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Milestones and payments of a contract that has just been signed, or of its newest supplement. */
export async function planPerformance(
  { contractId }: JobPayloads["performance.plan"],
  { db }: JobContext,
): Promise<void> {
  await planContract(contractId, db);
}

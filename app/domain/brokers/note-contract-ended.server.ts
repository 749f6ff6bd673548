import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import type { Tx } from "~/platform/db.server";
import { lockDealMatter } from "./deal-matter.server";
import { listLiveEntries, reverseEntry } from "./live-entries.server";

/**
 * Takes the turnover of a contract that ended early out of the brokers' ledgers, by reversal on the
 * day of its end. Called again it changes nothing. Fees that were earned stay: a contract that falls
 * away later without the broker's fault leaves them due (interpretation art. 41).
 * @param input.endedOn calendar date (YYYY-MM-DD)
 */
export async function noteContractEnded(
  tx: Tx,
  input: { dealId: string; contractId: string; endedOn: string },
): Promise<void> {
  const { dealId, contractId, endedOn } = input;
  await lockDealMatter(tx, dealId);
  const live = await listLiveEntries(tx, { dealId, contractId, kind: "TURNOVER" });
  for (const entry of live) {
    await reverseEntry(tx, entry, { countsOn: endedOn, note: "CONTRACT_ENDED" });
  }
  if (live.length === 0) return;
  const brokerIds = live.map((entry) => entry.brokerId);
  await markForIndexing(tx, "broker", brokerIds);
  await appendAudit(tx, systemActor("attribution"), {
    action: "brokers.turnover.reversed",
    subjectType: "Contract",
    subjectId: contractId,
    detail: { entries: live.map((entry) => entry.id) },
  });
}

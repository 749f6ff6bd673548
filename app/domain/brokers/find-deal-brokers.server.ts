import type { DbOrTx } from "~/platform/db.server";
import {
  type DealMatter,
  listMatterIntroductions,
  listMatterMandates,
} from "./matter-queries.server";

/** A broker who belongs into the room of a deal. */
export type DealBroker = {
  brokerId: string;
  userId: string;
  agencyId: string | null;
  displayName: string;
  via: "MANDATE" | "INTRODUCTION";
  mandateId: string | null;
  brokerIntroductionId: string | null;
};

/**
 * Brokers whom the room of a deal takes in: those with a running mandate of a side in this matter,
 * then those whose introduction of these two sides a side has confirmed. Each broker once.
 */
export async function findDealBrokers(db: DbOrTx, matter: DealMatter): Promise<DealBroker[]> {
  const mandates = await listMatterMandates(db, matter);
  const introductions = await listMatterIntroductions(db, matter);
  const found = new Map<string, DealBroker>();
  for (const { id, broker } of mandates) {
    const { id: brokerId, ...rest } = broker;
    if (found.has(brokerId)) continue;
    const via = { via: "MANDATE" as const, mandateId: id, brokerIntroductionId: null };
    found.set(brokerId, { brokerId, ...rest, ...via });
  }
  for (const { id, broker } of introductions) {
    const { id: brokerId, ...rest } = broker;
    const known = found.get(brokerId);
    if (known) {
      known.brokerIntroductionId ??= id;
      continue;
    }
    const via = { via: "INTRODUCTION" as const, mandateId: null, brokerIntroductionId: id };
    found.set(brokerId, { brokerId, ...rest, ...via });
  }
  return [...found.values()];
}

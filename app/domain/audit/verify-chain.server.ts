import type { Db } from "~/platform/db.server";
import { GENESIS_HASH, hashEvent } from "./append-audit.server";
import type { JsonValue } from "./canonical-json";

export type ChainReport = {
  events: number;
  headHash: string;
  /** First sequence number at which the chain breaks, and how. */
  fault: { sequence: string; reason: "gap" | "previous_hash" | "hash" } | null;
};

/** Recomputes every hash of the audit record from the first event on, in batches. */
export async function verifyChain(db: Db, batchSize = 1000): Promise<ChainReport> {
  let expectedSequence = 1n;
  let previousHash = GENESIS_HASH;
  for (;;) {
    const events = await db.auditEvent.findMany({
      where: { sequence: { gte: expectedSequence } },
      orderBy: { sequence: "asc" },
      take: batchSize,
    });
    for (const event of events) {
      const { hash, ...rest } = event;
      const report = (reason: "gap" | "previous_hash" | "hash"): ChainReport => ({
        events: Number(expectedSequence - 1n),
        headHash: previousHash,
        fault: { sequence: event.sequence.toString(), reason },
      });
      if (event.sequence !== expectedSequence) return report("gap");
      if (event.previousHash !== previousHash) return report("previous_hash");
      if (hashEvent({ ...rest, detail: rest.detail as JsonValue }) !== hash) return report("hash");
      previousHash = hash;
      expectedSequence += 1n;
    }
    if (events.length < batchSize) {
      return { events: Number(expectedSequence - 1n), headHash: previousHash, fault: null };
    }
  }
}

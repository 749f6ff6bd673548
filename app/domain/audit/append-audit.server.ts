import { createHash } from "node:crypto";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Tx } from "~/platform/db.server";
import { canonicalJson, type JsonValue } from "./canonical-json";

/** Lock that orders the appends of all transactions; any constant of our own. */
const CHAIN_LOCK = 7_220_411;
/** Hash that the first event names as its predecessor. */
export const GENESIS_HASH = "0".repeat(64);

export type AuditEntry = {
  /** verb.noun of the area, such as "identity.membership.granted" */
  action: string;
  subjectType: string;
  subjectId: string;
  /** No personal data beyond what the evidence needs. */
  detail?: { [key: string]: JsonValue };
};

export type ChainedEvent = {
  sequence: bigint;
  at: Date;
  action: string;
  actorKind: string;
  actorUserId: string | null;
  actorOrganisationId: string | null;
  subjectType: string;
  subjectId: string;
  requestId: string | null;
  detail: JsonValue;
  previousHash: string;
};

/** SHA-256 over the canonical JSON of everything in the event but its own hash. */
export function hashEvent(event: ChainedEvent): string {
  const text = canonicalJson({
    ...event,
    sequence: event.sequence.toString(),
    at: event.at.toISOString(),
  });
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * Appends events to the chain. The chain lock is held until the transaction ends: call it last.
 * @returns the sequence number of the last event appended
 */
export async function appendAudit(
  tx: Tx,
  actor: Actor,
  entries: AuditEntry | readonly AuditEntry[],
): Promise<bigint> {
  const list: readonly AuditEntry[] = Array.isArray(entries) ? entries : [entries as AuditEntry];
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK}::bigint)`;
  const head = await tx.auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  let sequence = head?.sequence ?? 0n;
  let previousHash = head?.hash ?? GENESIS_HASH;
  const rows = list.map((entry) => {
    sequence += 1n;
    const event: ChainedEvent = {
      sequence,
      at: clock.now(),
      action: entry.action,
      actorKind: actor.kind,
      actorUserId: actor.kind === "USER" ? actor.userId : null,
      actorOrganisationId: actor.kind === "USER" ? actor.organisationId : null,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      requestId: actor.kind === "USER" ? (actor.requestId ?? null) : null,
      detail: (entry.detail ?? {}) as JsonValue,
      previousHash,
    };
    const hash = hashEvent(event);
    previousHash = hash;
    return { ...event, detail: entry.detail ?? {}, hash };
  });
  await tx.auditEvent.createMany({ data: rows });
  return sequence;
}

import type { Tx } from "~/platform/db.server";

/** Whoever counts an organisation's strikes holds this lock, so that two at once see each other. */
export async function lockStrikes(tx: Tx, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`strikes:${organisationId}`}, 0))`;
}

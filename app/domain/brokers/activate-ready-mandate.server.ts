import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { mandateConduct } from "./mandate-conduct.server";
import { clientIds, mandateSelect } from "./mandate-rows.server";

/** Puts an accepted mandate into force when no consent is missing. The caller holds its lock. */
export async function activateReadyMandate(tx: Tx, mandateId: string): Promise<void> {
  const where = { id: mandateId };
  const row = await tx.mandate.findUniqueOrThrow({ where, select: mandateSelect });
  const given = row.consents.map((one) => one.organisationId);
  const isReady = clientIds(row).every((id) => given.includes(id));
  if (row.state !== "ACCEPTED" || !isReady) return;
  await advance(tx, mandateConduct, mandateId, "activate", systemActor("mandates"));
}

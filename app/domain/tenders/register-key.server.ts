import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { CURVE, fingerprintOf } from "./holder-key-rules.js";
import { getTenderAccess } from "./tender-access.server";
import { publicKeySchema } from "./tender-bid-schema";
import { DRAFTED } from "./tender-procedure";
import { lockTender } from "./tender-rows.server";

/**
 * Registers the public half of a key that was made in the holder's browser; again replaces it. By
 * handing in the call the buyer fixes the holders and their keys; a correction opens them again.
 * @throws DomainError "not_found" (404) for whoever holds no key, "wrong_state" (409), "tender_key_bad"
 */
export async function registerKey(
  input: { tenderId: string; publicKey: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ fingerprint: string }> {
  const publicKey = await readKey(input.publicKey);
  const fingerprint = await fingerprintOf(publicKey);
  return inTransaction(db, async (tx) => {
    const access = await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const userId = actor.kind === "USER" ? actor.userId : "";
    const seat = tender.keyHolders.find((one) => one.userId === userId);
    if (!seat || !access.holderRole) throw new DomainError("not_found", { status: 404 });
    if (!DRAFTED.includes(tender.state)) throw new DomainError("wrong_state", { status: 409 });
    if (tender.keyHolders.some((one) => one !== seat && one.fingerprint === fingerprint)) {
      throw new DomainError("tender_key_bad", { field: "publicKey" });
    }
    await tx.tenderKeyHolder.update({
      where: { id: seat.id },
      data: { publicKey, fingerprint, registeredAt: clock.now() },
    });
    await appendAudit(tx, actor, {
      action: "tender.key-registered",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { role: seat.role, fingerprint },
    });
    return { fingerprint };
  });
}

/** A point of the curve and nothing else: no private member may come along. */
async function readKey(text: string) {
  const bad = () => new DomainError("tender_key_bad", { field: "publicKey" });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad();
  }
  const parsed = publicKeySchema.safeParse(value);
  if (!parsed.success) throw bad();
  try {
    await crypto.subtle.importKey("jwk", parsed.data, CURVE, false, []);
  } catch {
    throw bad();
  }
  return parsed.data;
}

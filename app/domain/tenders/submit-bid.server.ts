import { randomInt } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { isDepositHeld } from "~/domain/payments/payment-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { assertMayBid } from "./assert-may-bid.server";
import { makeReceipt } from "./make-receipt.server";
import { envelopeHashOf } from "./sealing-rules.js";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { parseEnvelope, type SealedEnvelopeInput, type SubmitBidInput } from "./tender-bid-schema";
import { findBond } from "./tender-bonds.server";
import { lockTender, type TenderRow } from "./tender-rows.server";

/**
 * Takes a sealed bid, or another one in its place, and signs a receipt for it. Nothing but the shape
 * of the envelope can be looked at. Receipts carry a number drawn at random: it does not tell how
 * many bids there are.
 * @throws DomainError what `assertMayBid` refuses, "tender_related" (403), "tender_bond_missing" (409),
 * at `envelope`: "bid_not_an_envelope", "bid_other_tender", "bid_old_call", "bid_wrong_keys"
 */
export async function submitBid(
  input: SubmitBidInput & { tenderId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ bidId: string; number: number; envelopeHash: string }> {
  const envelope = parseEnvelope(input.envelope);
  if (!envelope) throw new DomainError("bid_not_an_envelope", { field: "envelope" });
  const envelopeHash = await envelopeHashOf(envelope);
  const { organisationId } = input;
  return inTransaction(db, async (tx) => {
    const tender = await lockTender(tx, input.tenderId);
    const { userId } = await assertMayBid(tx, tender, organisationId, actor);
    if (input.isRelated === "YES") {
      throw new DomainError("tender_related", { status: 403, field: "isRelated" });
    }
    assertFits(envelope, tender, organisationId);
    const bondPaymentId = await heldBond(tx, tender, organisationId);
    const found = await tx.tenderBid.findUnique({
      where: { tenderId_organisationId: { tenderId: tender.id, organisationId } },
      select: { id: true, number: true, revision: true },
    });
    const number = found?.number ?? (await freeNumber(tx, tender.id));
    const revision = (found?.revision ?? 0) + 1;
    const now = clock.now();
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { legalName: true },
    });
    const receipt = await makeReceipt(tx, {
      format: "gm-bid-receipt/1",
      tender: tender.number,
      tenderId: tender.id,
      organisation: organisation.legalName,
      organisationId,
      bid: number,
      revision,
      amendment: tender.amendmentCount,
      envelopeHash,
      commitment: envelope.commitment,
      receivedAt: now.toISOString(),
    });
    const values = {
      userId,
      envelope,
      envelopeHash,
      receipt,
      revision,
      amendmentNumber: tender.amendmentCount,
      relatedNote: input.relatedNote,
      bondPaymentId,
      submittedAt: now,
    };
    const id = found?.id ?? newId();
    if (found) {
      await advance(tx, tenderBidConduct, id, "replace", actor, { revision, envelopeHash });
      await tx.tenderBid.update({ where: { id }, data: values });
    } else {
      const key = { id, tenderId: tender.id, organisationId, number, createdAt: now };
      await tx.tenderBid.create({ data: { ...values, ...key } });
      await appendAudit(tx, actor, {
        action: "tender-bid.submit",
        subjectType: "TenderBid",
        subjectId: id,
        detail: { revision, envelopeHash },
      });
    }
    return { bidId: id, number, envelopeHash };
  });
}

/** The envelope names this tender as it stands, this bidder, and the registered keys. */
function assertFits(
  envelope: SealedEnvelopeInput,
  tender: TenderRow,
  organisationId: string,
): void {
  const refuse = (code: string) => new DomainError(code, { field: "envelope" });
  if (envelope.tenderId !== tender.id || envelope.organisationId !== organisationId) {
    throw refuse("bid_other_tender");
  }
  if (envelope.rulesHash !== tender.rulesHash) throw refuse("bid_old_call");
  const isSealedTo = (holder: TenderRow["keyHolders"][number]) =>
    envelope.shares.filter(
      (share) => share.role === holder.role && share.fingerprint === holder.fingerprint,
    ).length === 1;
  if (!tender.keyHolders.every(isSealedTo)) throw refuse("bid_wrong_keys");
}

async function heldBond(tx: Tx, tender: TenderRow, organisationId: string): Promise<string | null> {
  if (!tender.bondFen) return null;
  const bond = await findBond(tx, tender.id, organisationId);
  if (!bond || !(await isDepositHeld(tx, bond.id))) {
    throw new DomainError("tender_bond_missing", { status: 409 });
  }
  return bond.id;
}

async function freeNumber(tx: Tx, tenderId: string): Promise<number> {
  for (;;) {
    const number = randomInt(100_000, 1_000_000);
    const taken = await tx.tenderBid.count({ where: { tenderId, number } });
    if (taken === 0) return number;
  }
}

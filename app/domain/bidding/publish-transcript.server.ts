import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { getSealKey } from "~/domain/shared/seal-key.server";
import { signPayload } from "~/domain/shared/sign-payload.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { headText } from "./transcript-rules";

/**
 * Signs the head of a finished run and makes its transcript public. Once: again changes nothing.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409) while it still runs
 */
export async function publishTranscript(auctionId: string, actor: Actor, db: Db): Promise<void> {
  if (actor.kind !== "SYSTEM") throw new DomainError("forbidden", { status: 403 });
  const run = assertFound(await db.auction.findUnique({ where: { id: auctionId } }));
  if (run.publishedAt) return;
  if (run.state !== "ENDED" && run.state !== "VOID") {
    throw new DomainError("wrong_state", { status: 409 });
  }
  const head = { sequence: run.lastSequence, hash: run.headHash };
  const { fingerprint } = await getSealKey("CERTIFICATE", db);
  const payload = new TextEncoder().encode(headText(auctionId, head, fingerprint));
  const { signature, fingerprint: used } = await signPayload(payload, db);
  if (used !== fingerprint) throw new Error("the key was changed meanwhile; the job tries again");
  await inTransaction(db, async (tx) => {
    const { count } = await tx.auction.updateMany({
      where: { id: auctionId, publishedAt: null, headHash: head.hash },
      data: {
        headSignature: Buffer.from(signature).toString("base64"),
        keyFingerprint: fingerprint,
        publishedAt: clock.now(),
      },
    });
    if (count === 0) return;
    await appendAudit(tx, systemActor("bidding"), {
      action: "auction.publish",
      subjectType: "Auction",
      subjectId: auctionId,
      detail: head,
    });
  });
}

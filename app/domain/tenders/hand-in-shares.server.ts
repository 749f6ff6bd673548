import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { isShareOf } from "./sealing-rules.js";
import { getTenderAccess } from "./tender-access.server";
import { type HandedShare, parseEnvelope } from "./tender-bid-schema";
import { tenderConduct } from "./tender-conduct.server";
import { loadTenders, lockTender, type TenderRow } from "./tender-rows.server";

/** All bids are opened in one transaction. */
const LONG_MS = 120_000;
const BATCH = 200;
/** A holder whose shares were all unreadable is none of the two. */
const WAITS: readonly string[] = ["tender_second_key", "tender_third_key"];

/**
 * A holder hands in the opened shares of all bids, once. Each is checked against what the bidder has
 * sealed for this holder; a share of another bid, tender or holder is refused. With the second holder
 * the bids are opened, unless one of them lacks a readable share and the third holder has to help.
 * @throws DomainError "not_found" (404) for whoever holds no key, "wrong_state" (409),
 * "tender_shares_handed" (409), "tender_shares_incomplete", "tender_share_foreign"
 */
export async function handInShares(
  input: { tenderId: string; shares: readonly HandedShare[] },
  actor: Actor,
  db: Db,
): Promise<{ isOpened: boolean; handedIn: number }> {
  return inTransaction(
    db,
    async (tx) => {
      await getTenderAccess(tx, input.tenderId, actor);
      const tender = await lockTender(tx, input.tenderId);
      const userId = actor.kind === "USER" ? actor.userId : "";
      const seat = tender.keyHolders.find((one) => one.userId === userId);
      if (!seat) throw new DomainError("not_found", { status: 404 });
      if (tender.state !== "OPENING") throw new DomainError("wrong_state", { status: 409 });
      if (seat.openedAt) throw new DomainError("tender_shares_handed", { status: 409 });
      const now = clock.now();
      await assertShares(tx, tender, seat.role, input.shares);
      await tx.tenderOpenedShare.createMany({
        data: input.shares.map(({ bidId, share }) => ({
          bidId,
          share,
          role: seat.role,
          createdById: userId,
          createdAt: now,
        })),
      });
      await tx.tenderKeyHolder.update({ where: { id: seat.id }, data: { openedAt: now } });
      const isOpened = await openIfReady(tx, tender.id, actor);
      await appendAudit(tx, actor, {
        action: "tender.shares-handed-in",
        subjectType: "Tender",
        subjectId: tender.id,
        detail: { role: seat.role, unreadable: input.shares.filter((one) => !one.share).length },
      });
      const handedIn = tender.keyHolders.filter((one) => one.openedAt).length + 1;
      return { isOpened, handedIn };
    },
    { timeoutMs: LONG_MS },
  );
}

async function assertShares(
  tx: Tx,
  tender: TenderRow,
  role: string,
  shares: readonly HandedShare[],
): Promise<void> {
  const wanted = tender.bids.filter((one) => one.state === "SUBMITTED").map((one) => one.id);
  const handed = new Map(shares.map((one) => [one.bidId, one.share]));
  const isWhole =
    handed.size === shares.length &&
    handed.size === wanted.length &&
    wanted.every((id) => handed.has(id));
  if (!isWhole) throw new DomainError("tender_shares_incomplete");
  for (let at = 0; at < wanted.length; at += BATCH) {
    const bids = await tx.tenderBid.findMany({
      where: { id: { in: wanted.slice(at, at + BATCH) } },
      select: { id: true, envelope: true },
    });
    const checked = await Promise.all(
      bids.map(async (bid) => {
        const share = handed.get(bid.id) ?? "";
        if (share === "") return true;
        const envelope = parseEnvelope(JSON.stringify(bid.envelope));
        const sealed = envelope?.shares.find((one) => one.role === role);
        return envelope && sealed ? isShareOf(envelope, sealed, share) : false;
      }),
    );
    if (checked.includes(false)) throw new DomainError("tender_share_foreign");
  }
}

async function openIfReady(tx: Tx, tenderId: string, actor: Actor): Promise<boolean> {
  const [tender] = await loadTenders(tx, [tenderId]);
  const handed = tender?.keyHolders.filter((one) => one.openedAt).length ?? 0;
  if (handed < 2) return false;
  try {
    await advance(tx, tenderConduct, tenderId, "open", actor);
    return true;
  } catch (error) {
    // Conditions are checked before anything is written: the shares of this holder are kept.
    if (error instanceof DomainError && WAITS.includes(error.code)) return false;
    throw error;
  }
}

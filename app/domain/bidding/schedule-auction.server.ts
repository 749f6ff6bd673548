import { randomBytes, randomInt } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import { auctionRulesSchema } from "~/domain/trading/auction-rules-schema";
import { lockLot } from "~/domain/trading/lock-lot.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { applyEvent } from "./auction-apply-rules";
import type { AuctionEvent, NamedBidder } from "./auction-event";
import { NEW_AUCTION } from "./auction-state";
import { lockCourse, type StoredEngine } from "./lock-course.server";
import { recordCourse } from "./record-course.server";
import { sha256 } from "./sha256.server";
import { FIRST_HASH, identityCommitmentText } from "./transcript-rules";

/**
 * Makes the run of a lot whose applications have led to bidding: its bidders under codes that say
 * nothing, the announced rules, and commitments to what stays secret. Once per lot: again gives the same.
 * @throws DomainError "not_found" (404), "wrong_state" (409) unless the lot is in bidding
 * @returns id of the run
 */
export async function scheduleAuction(lotId: string, actor: Actor, db: DbOrTx): Promise<string> {
  if (actor.kind !== "SYSTEM") throw new DomainError("forbidden", { status: 403 });
  return inTransaction(db, async (tx) => {
    const lot = await lockLot(tx, lotId);
    const present = await tx.auction.findFirst({ where: { lotId }, select: { id: true } });
    if (present) return present.id;
    if (lot.state !== "BIDDING") throw new DomainError("wrong_state", { status: 409 });
    const rules = auctionRulesSchema.parse(lot.rules);
    const id = newId();
    const bidders = await listAdmitted(tx, lotId, lot.organisationId);
    const names: NamedBidder[] = bidders.map(({ organisation }, index) => ({
      number: index + 1,
      name: organisation.legalName,
      uscc: organisation.uscc ?? "",
      nonce: randomBytes(16).toString("hex"),
    }));
    const engine: StoredEngine = { state: NEW_AUCTION, names, unrecorded: {} };
    const rulesHash = sha256(canonicalJson(rules));
    const now = clock.now();
    const startsAt = lot.biddingStartsAt ?? now;
    await tx.auction.create({
      data: {
        id,
        lotId,
        mode: rules.mode,
        rules,
        rulesHash,
        timeFactor: rules.timeFactor,
        startsAt,
        headHash: FIRST_HASH,
        engineState: engine as object,
      },
    });
    await tx.auctionBidder.createMany({
      data: bidders.map(({ id: applicationId, organisationId, userId, preemptiveRank }, index) => ({
        id: newId(),
        auctionId: id,
        applicationId,
        organisationId,
        userId,
        number: index + 1,
        preemptiveRank,
        nonce: names[index]?.nonce ?? "",
        admittedAt: now,
      })),
    });
    const course = await lockCourse(tx, id);
    const scheduled: AuctionEvent = {
      sequence: 1,
      atMicros: course.atMicros,
      kind: "SCHEDULED",
      lotNumber: lot.number,
      run: 1,
      startsAtMicros: Math.max(startsAt.getTime() * 1000, course.atMicros),
      rules,
      rulesHash,
      bidders: names.map((named, index) => ({
        number: named.number,
        commitment: sha256(identityCommitmentText(id, named)),
        preemptiveRank: bidders[index]?.preemptiveRank ?? null,
      })),
    };
    const state = applyEvent(NEW_AUCTION, scheduled);
    const { hidden } = course;
    const outcome = { events: [scheduled], state, hidden, kept: [], receipts: [] };
    await recordCourse(tx, course, outcome, systemActor("bidding"));
    await enqueueJob(
      tx,
      "bidding.tick",
      { auctionId: id },
      { runAt: startsAt, key: `bidding.tick:${id}` },
    );
    return id;
  });
}

/** Who may bid, in an order that says nothing about who came first. */
async function listAdmitted(tx: Tx, lotId: string, sellerId: string) {
  const admitted = await tx.lotApplication.findMany({
    where: { lotId, state: "ADMITTED", isRelated: false, organisationId: { not: sellerId } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      organisationId: true,
      userId: true,
      preemptiveRank: true,
      organisation: { select: { legalName: true, uscc: true } },
    },
  });
  for (let last = admitted.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const moved = admitted[last];
    const taken = admitted[other];
    if (moved && taken) [admitted[last], admitted[other]] = [taken, moved];
  }
  return admitted;
}

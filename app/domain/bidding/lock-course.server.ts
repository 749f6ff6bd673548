import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { openReserve } from "~/domain/trading/open-reserve.server";
import type { Tx } from "~/platform/db.server";
import { openForRun, secretPlace } from "./amount-cipher.server";
import { dueAt } from "./auction-engine-rules";
import type { NamedBidder } from "./auction-event";
import type { AuctionState, Committed, Hidden, SecretAmount } from "./auction-state";

/** A run under its lock, at the instant at which the lock was had. */
export type Course = {
  auctionId: string;
  lotId: string;
  rules: AuctionRules;
  state: AuctionState;
  headHash: string;
  hidden: Hidden;
  atMicros: number;
};

/** What column `engineState` holds. It never leaves the server: the names are secret until the end. */
export type StoredEngine = {
  state: AuctionState;
  names: readonly NamedBidder[];
  unrecorded: Readonly<Record<string, number>>;
};

type Row = {
  lotId: string;
  rules: AuctionRules;
  engine: StoredEngine;
  headHash: string;
  at: bigint;
};

/**
 * Locks a run and asks the database for the time. Whatever waits for the lock gets a later instant than
 * whoever had it before: the order of events is the order of the lock. Of the secret amounts it opens
 * those in force; all of them where the run may end, or the caller is about to end it.
 * @throws DomainError "not_found" (404)
 */
export async function lockCourse(
  tx: Tx,
  auctionId: string,
  { opensAll = false }: { opensAll?: boolean } = {},
): Promise<Course> {
  const rows = isId(auctionId)
    ? await tx.$queryRaw<Row[]>`
        WITH run AS MATERIALIZED (
          SELECT "lotId", rules, "engineState" AS engine, "headHash"
          FROM "Auction" WHERE id = ${auctionId}::uuid FOR UPDATE
        )
        SELECT run.*, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS at FROM run`
    : [];
  const { lotId, rules, engine, headHash, at } = assertFound(rows[0]);
  const { state, names, unrecorded } = engine;
  // Should the clock of the database ever be set back, time stands still here until it catches up.
  const atMicros = Math.max(Number(at), state.atMicros);
  const isAll = opensAll || mayClose(state, atMicros) || state.phase?.name === "PREEMPTION";
  const needed = isAll ? state.unopened : [...state.proxies, ...state.sealed];
  const secrets = needed.length > 0 ? await findSecrets(tx, auctionId, needed) : {};
  const reserve = mayClose(state, atMicros) ? await findReserve(tx, lotId, rules) : null;
  const hidden = { secrets, reserve, names, unrecorded };
  return { auctionId, lotId, rules, state, headHash, hidden, atMicros };
}

/** Whether a request or the passing of time could end the run now; only then the reserve is opened. */
function mayClose(state: AuctionState, atMicros: number): boolean {
  const due = dueAt(state);
  return state.phase?.name === "LAST_WORD" || (due !== null && due <= atMicros);
}

async function findReserve(
  tx: Tx,
  lotId: string,
  rules: AuctionRules,
): Promise<SecretAmount | null> {
  if (rules.reserve.kind !== "SECRET") return null;
  const reserve = await openReserve(tx, lotId);
  return reserve && { amountFen: reserve.amountFen.toString(), nonce: reserve.nonce };
}

async function findSecrets(
  tx: Tx,
  auctionId: string,
  needed: readonly Committed[],
): Promise<Record<number, SecretAmount>> {
  const rows = await tx.proxyBid.findMany({
    where: { auctionId, sequence: { in: needed.map((one) => one.sequence) } },
    select: { sequence: true, maxEncrypted: true, nonce: true },
  });
  const secrets: Record<number, SecretAmount> = {};
  for (const { sequence, maxEncrypted, nonce } of rows) {
    const place = secretPlace(auctionId, sequence);
    secrets[sequence] = {
      amountFen: openForRun(maxEncrypted, place),
      nonce: openForRun(nonce, place),
    };
  }
  return secrets;
}

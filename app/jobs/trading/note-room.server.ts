import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import { systemActor } from "~/domain/identity/actor";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { noteLotContract } from "~/domain/trading/note-lot-contract.server";
import type { JobContext } from "../job-handler";

/** Brings to a lot what became of its deal room. */
export async function noteRoomOfTrade(
  { dealId, kind }: JobPayloads["trading.roomMoved"],
  { db }: JobContext,
): Promise<void> {
  const terms = kind === "SIGNED" ? await findAcceptedTerms(db, dealId) : null;
  const total = terms?.content.price.totalFen;
  const price = total ? { priceFen: BigInt(total) } : {};
  await noteLotContract({ dealId, kind, ...price }, systemActor("trading"), db);
}

import { systemActor } from "~/domain/identity/actor";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { scoreTender } from "./score-queries.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import type { TenderRow } from "./tender-rows.server";

/** Points and ranks of the bids that take part, inside the move that publishes the candidates. */
export async function rankBids(tx: Tx, tender: TenderRow): Promise<void> {
  const scored = await scoreTender(tx, tender, "OPENED");
  const ids = scored.map((one) => one.id);
  await advanceMany(tx, tenderBidConduct, ids, "evaluate", systemActor("tenders"));
  const totals = scored.map((one) => one.total.toString());
  const ranks = scored.map((one) => one.rank);
  await tx.$executeRaw`
    UPDATE "TenderBid" AS bid SET "scoreMillionths" = made.total::bigint, rank = made.rank
    FROM unnest(${ids}::text[], ${totals}::text[], ${ranks}::int[]) AS made (id, total, rank)
    WHERE bid.id = made.id::uuid`;
}

import { can } from "~/domain/identity/permission-rules";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import {
  type AuctionMove,
  type AuctionProcedureState,
  type AuctionRelation,
  auctionProcedure,
} from "./auction-procedure";

type AuctionRow = { id: string; state: string; lot: { regionCode: string | null } };

/** How runs move: by the engine's events, or by an operator of the lot's region. */
export const auctionConduct: Conduct<
  AuctionRow,
  AuctionProcedureState,
  AuctionMove,
  AuctionRelation,
  string,
  never
> = {
  procedure: auctionProcedure,
  table: "Auction",
  load: (tx, ids) =>
    tx.auction.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: { id: true, state: true, lot: { select: { regionCode: true } } },
    }),
  relations(actor, { lot }) {
    if (actor.kind === "SYSTEM") return new Set<AuctionRelation>(["market"]);
    const isOperator = can(actor, "bid.operate", { regionCode: lot.regionCode });
    return new Set<AuctionRelation>(isOperator ? ["operator"] : []);
  },
  conditions: {},
};

import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { findAuctionView } from "./auction-queries.server";
import type { AuctionView } from "./auction-view";
import { listEvents } from "./screen-queries.server";

/** What an operator's page shows of a run. */
export type OfficeAuction = {
  view: AuctionView;
  events: Awaited<ReturnType<typeof listEvents>>["events"];
  total: number;
  /** Flags of the trade that a person should look at. */
  flags: { id: string; kind: string; state: string }[];
};

/** @throws DomainError "not_found" (404), "forbidden" (403) */
export async function getOfficeAuction(
  auctionId: string,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<OfficeAuction> {
  const found = isId(auctionId)
    ? await db.auction.findUnique({
        where: { id: auctionId },
        select: { lotId: true, lot: { select: { regionCode: true } } },
      })
    : null;
  const { lotId, lot } = assertFound(found);
  assertCan(actor, "bid.operate", { regionCode: lot.regionCode });
  const [view, listed, flags] = await Promise.all([
    findAuctionView(db, auctionId, actor),
    listEvents(db, auctionId, paging),
    db.tradeFlag.findMany({
      where: { caseType: "LOT", caseId: lotId },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: { id: true, kind: true, state: true },
    }),
  ]);
  return { view: assertFound(view), ...listed, flags };
}

import { isVerifiedState } from "~/domain/identity/organisation-procedure";
import type { DbOrTx } from "~/platform/db.server";
import type { BidAnswer } from "./auction-view";

/** Real-name level that a person needs to bid. */
export const BIDDER_LEVEL = 2;

/** Who asks: a person with the organisations for which it may bid, the one acted for first. */
export type Asking = { userId: string; organisationIds: readonly string[]; clientKey: string };

export type FoundBidder = {
  number: number;
  organisationId: string;
  isQualified: boolean;
  /** What the same request was answered before. */
  answer: BidAnswer | null;
};

/**
 * The bidder behind each of several requests, as the database has it now: admitted, not related to the
 * seller, deposit held, and the person still allowed to bid for it. Where the run stands is not asked
 * here: a bidder of a suspended run is no less qualified. Null for who is no bidder.
 */
export async function findBidders(
  db: DbOrTx,
  auctionId: string,
  asking: readonly Asking[],
): Promise<(FoundBidder | null)[]> {
  const pairs = asking.flatMap(({ userId, organisationIds, clientKey }, at) =>
    organisationIds.map((organisationId) => ({ at, userId, organisationId, clientKey })),
  );
  const rows = await db.$queryRaw<(FoundBidder & { at: number; organisationState: string })[]>`
    SELECT asking.at, bidder.number, bidder."organisationId", receipt.answer,
      organisation.state AS "organisationState",
      coalesce(
        lot."organisationId" <> bidder."organisationId"
        AND application.state = 'ADMITTED' AND NOT application."isRelated"
        AND CASE WHEN application."depositPaymentId" IS NULL THEN coalesce(lot."depositFen", 0) = 0
          ELSE deposit.state = 'PAID' END
        AND person."realNameLevel" >= ${BIDDER_LEVEL} AND person."deactivatedAt" IS NULL
        AND 'BID' = ANY(membership.scopes)
        -- Not of the seller, not the person of another bidder, no relation that the market has confirmed.
        AND NOT EXISTS (SELECT 1 FROM "Membership" own WHERE own."userId" = person.id
          AND own."organisationId" = lot."organisationId" AND own."endedAt" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "AuctionBidder" other WHERE other."auctionId" = bidder."auctionId"
          AND other."userId" = person.id AND other."organisationId" <> bidder."organisationId")
        AND NOT EXISTS (SELECT 1 FROM "TradeFlag" flag WHERE flag."caseType" = 'LOT'
          AND flag."caseId" = lot.id AND flag.kind = 'RELATED_PARTY' AND flag.state = 'CONFIRMED'
          AND flag."organisationIds" @> ARRAY[lot."organisationId", bidder."organisationId"]),
        false) AS "isQualified"
    FROM unnest(${pairs.map((one) => one.at)}::int[], ${pairs.map((one) => one.userId)}::uuid[],
      ${pairs.map((one) => one.organisationId)}::uuid[], ${pairs.map((one) => one.clientKey)}::text[])
      WITH ORDINALITY AS asking(at, "userId", "organisationId", "clientKey", rank)
    JOIN "AuctionBidder" bidder ON bidder."auctionId" = ${auctionId}::uuid
      AND bidder."organisationId" = asking."organisationId"
    JOIN "LotApplication" application ON application.id = bidder."applicationId"
    JOIN "Lot" lot ON lot.id = application."lotId"
    JOIN "Organisation" organisation ON organisation.id = bidder."organisationId"
    JOIN "User" person ON person.id = asking."userId"
    LEFT JOIN "Membership" membership ON membership."userId" = person.id
      AND membership."organisationId" = organisation.id AND membership."endedAt" IS NULL
    LEFT JOIN "Payment" deposit ON deposit.id = application."depositPaymentId"
    LEFT JOIN LATERAL (
      -- Looked up one by one by its key: a run has many receipts, and a batch asks for a few.
      SELECT answer FROM "BidReceipt" WHERE "auctionId" = bidder."auctionId"
        AND "bidderNumber" = bidder.number AND "clientKey" = asking."clientKey" LIMIT 1
    ) receipt ON true
    ORDER BY asking.rank DESC`;
  const found: (FoundBidder | null)[] = asking.map(() => null);
  // The first choice comes last and stays.
  for (const { at, organisationState, ...row } of rows) {
    found[at] = { ...row, isQualified: row.isQualified && isVerifiedState(organisationState) };
  }
  return found;
}

/** E-commerce law art. 31: at least three years after a transaction is completed. */
export const RETENTION_FLOOR_YEARS = 3;

type Kept = { kind: string; tables: readonly { table: string; at: string | null }[] };

/** What belongs to a trade, by the tables that hold it and the column that dates it. */
export const RETAINED = [
  {
    kind: "lots",
    tables: [
      { table: "Lot", at: "createdAt" },
      { table: "LotItem", at: null },
      { table: "LotFile", at: "createdAt" },
      { table: "LotQuestion", at: "createdAt" },
      { table: "LotNotice", at: "createdAt" },
      { table: "LotApplication", at: "createdAt" },
    ],
  },
  {
    kind: "bidding",
    tables: [
      { table: "Auction", at: "createdAt" },
      { table: "AuctionBidder", at: "admittedAt" },
      { table: "AuctionEvent", at: null },
      { table: "BidReceipt", at: null },
      { table: "ProxyBid", at: null },
    ],
  },
  {
    kind: "tenders",
    tables: [
      { table: "Tender", at: "createdAt" },
      { table: "TenderKeyHolder", at: "registeredAt" },
      { table: "TenderFile", at: "createdAt" },
      { table: "TenderQuestion", at: "createdAt" },
      { table: "TenderAmendment", at: "createdAt" },
      { table: "TenderBid", at: "createdAt" },
      { table: "TenderOpenedShare", at: "createdAt" },
      { table: "TenderMember", at: "createdAt" },
      { table: "TenderScore", at: "updatedAt" },
      { table: "TenderObjection", at: "createdAt" },
    ],
  },
  {
    kind: "challenges",
    tables: [
      { table: "Challenge", at: "createdAt" },
      { table: "ChallengeIntention", at: "createdAt" },
      { table: "ChallengeTaker", at: "createdAt" },
      { table: "ChallengeObjection", at: "createdAt" },
    ],
  },
  {
    kind: "licences",
    tables: [
      { table: "LicenceOffer", at: "createdAt" },
      { table: "LicencePurchase", at: "createdAt" },
    ],
  },
  {
    kind: "money",
    tables: [
      { table: "Payment", at: "createdAt" },
      { table: "TransferProof", at: "createdAt" },
      { table: "Refund", at: "createdAt" },
      { table: "LedgerTransaction", at: "at" },
      { table: "LedgerEntry", at: null },
      { table: "Invoice", at: "createdAt" },
      { table: "Payout", at: "createdAt" },
    ],
  },
  {
    kind: "oversight",
    tables: [
      { table: "TradeFlag", at: "createdAt" },
      { table: "TradeStrike", at: "createdAt" },
      { table: "TradeBan", at: "createdAt" },
      { table: "TradeDispute", at: "createdAt" },
    ],
  },
] as const satisfies readonly Kept[];

export type RetainedKind = (typeof RETAINED)[number]["kind"];

/** Every table that holds something of a trade. */
export const RETAINED_TABLES: readonly string[] = RETAINED.flatMap((one) =>
  one.tables.map(({ table }) => table),
);

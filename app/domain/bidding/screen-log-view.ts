import type { AuctionEvent } from "./auction-event";

/** An event of the whole record, as an operator's page shows it. */
export type LogEvent = AuctionEvent;

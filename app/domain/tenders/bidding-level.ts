/** Real-name level that binds somebody by a bid. */
export const BIDDING_LEVEL = 2;

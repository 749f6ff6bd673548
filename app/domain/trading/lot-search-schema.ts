import { z } from "zod";
import { parseYuan } from "~/domain/shared/money";
import { AUCTION_MODES } from "./auction-rules-schema";

export const LOT_SHOWS = ["open", "bidding", "ended", "all"] as const;
export type LotShow = (typeof LOT_SHOWS)[number];

const code = (pattern: RegExp) => z.string().regex(pattern).nullable().catch(null).default(null);
const amount = z
  .string()
  .transform((text) => (text.trim() === "" ? null : parseYuan(text)))
  .nullable()
  .catch(null)
  .default(null);

/** Filters of /lots as they stand in the address; what makes no sense is left out. */
export const lotSearchSchema = z.object({
  show: z.enum(LOT_SHOWS).catch("open").default("open"),
  mode: z.enum(AUCTION_MODES).nullable().catch(null).default(null),
  field: code(/^[0-9A-Z.]{1,12}$/),
  region: code(/^\d{6}$/),
  min: amount,
  max: amount,
});
export type LotSearch = z.output<typeof lotSearchSchema>;

import { z } from "zod";

export const LOT_NOTICE_KINDS = [
  "ANNOUNCED",
  "EXTENDED",
  "SUSPENDED",
  "RESUMED",
  "WITHDRAWN",
  "BIDDING",
  "NEGOTIATION",
  "RESULT",
  "CONFIRMED",
  "CONTRACTED",
  "FAILED",
  "DEFAULTED",
  "RELISTED",
  "VOID",
] as const;
export type LotNoticeKind = (typeof LOT_NOTICE_KINDS)[number];

/** What a notice says; amounts are texts of fen, instants ISO texts. */
export const lotNoticeSchema = z.object({
  reason: z.string().optional(),
  /** Key of a standard reason: texts under notice.why. */
  why: z
    .enum([
      "NOBODY",
      "NO_BID",
      "RESERVE",
      "NEGOTIATION",
      "ENDED",
      "UNCONFIRMED",
      "UNSIGNED",
      "UNPAID",
    ])
    .optional(),
  announcedAt: z.string().optional(),
  applicationsEndAt: z.string().optional(),
  biddingStartsAt: z.string().optional(),
  confirmDueAt: z.string().optional(),
  admitted: z.number().optional(),
  /** The one buyer of a negotiation has declared, or was found, to be related to the seller. */
  isRelated: z.boolean().optional(),
  extension: z.number().optional(),
  priceFen: z.string().optional(),
  startPriceFen: z.string().optional(),
  rulesHash: z.string().optional(),
  winner: z.string().optional(),
  lotNumber: z.number().optional(),
});
export type LotNoticeContent = z.output<typeof lotNoticeSchema>;

export function readNotice(stored: unknown): LotNoticeContent {
  const parsed = lotNoticeSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : {};
}

export function isLotNoticeKind(text: string): text is LotNoticeKind {
  return LOT_NOTICE_KINDS.some((one) => one === text);
}

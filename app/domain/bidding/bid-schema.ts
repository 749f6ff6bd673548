import { z } from "zod";

/** Made by the page for each attempt: a repeated request is recognised by it and answered as before. */
const clientKey = z.string("required").regex(/^[\w-]{8,64}$/, "bad_form");
const auctionId = z.uuid("bad_form");
const amountFen = z
  .bigint("required")
  .positive("bad_amount")
  .max(10n ** 15n, "bad_amount");

export const placeBidSchema = z.object({
  auctionId,
  clientKey,
  amountFen,
  /** The bidder was asked about a large jump and confirmed it. */
  isConfirmed: z.boolean().default(false),
});
export type PlaceBidInput = z.input<typeof placeBidSchema>;

/** A maximum is given in the same words as a bid. */
export type SetProxyBidInput = PlaceBidInput;

export const dropProxyBidSchema = z.object({ auctionId, clientKey });
export type DropProxyBidInput = z.input<typeof dropProxyBidSchema>;

export const answerPreemptionSchema = z.object({
  auctionId,
  clientKey,
  /** Match the price, or leave it. */
  isMatch: z.boolean(),
});
export type AnswerPreemptionInput = z.input<typeof answerPreemptionSchema>;

export const operateAuctionSchema = z.object({
  auctionId,
  note: z.string("required").trim().min(5, "required").max(500, "too_long"),
});
export type OperateAuctionInput = z.input<typeof operateAuctionSchema>;

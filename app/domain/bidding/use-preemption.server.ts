import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { BidAnswer } from "./auction-view";
import { type AnswerPreemptionInput, answerPreemptionSchema } from "./bid-schema";
import { sendWish } from "./bidder-request.server";

/**
 * The holder of a pre-emptive right matches the price after the end, or leaves it.
 * @throws DomainError "forbidden", "bid_real_name", "not_a_bidder" (403), "not_found" (404)
 */
export async function usePreemption(
  input: AnswerPreemptionInput,
  actor: Actor,
  db: Db,
): Promise<BidAnswer> {
  const { isMatch, ...rest } = answerPreemptionSchema.parse(input);
  return sendWish(rest, { kind: isMatch ? "MATCH" : "WAIVE" }, actor, db);
}

import type { DbOrTx } from "~/platform/db.server";
import { tenderBidProcedure } from "./tender-bid-procedure";

export type PriceQuestion = {
  bidId: string;
  askedAt: Date;
  explanation: string | null;
  explainedAt: Date | null;
  /** What the committee's decision says. */
  accepted: string | null;
};

const MOVES = ["askPrice", "explainPrice", "acceptPrice"];

/** Bids that were asked to explain their price, with answer and decision: the moves are the record. */
export async function listPriceQuestions(
  db: DbOrTx,
  bidIds: readonly string[],
): Promise<PriceQuestion[]> {
  const moves = await db.procedureMove.findMany({
    where: {
      procedure: tenderBidProcedure.name,
      subjectId: { in: [...bidIds] },
      move: { in: MOVES },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { subjectId: true, move: true, at: true, note: true },
  });
  const found = new Map<string, PriceQuestion>();
  for (const { subjectId: bidId, move, at, note } of moves) {
    const before = found.get(bidId);
    if (move === "askPrice") {
      const blank = { explanation: null, explainedAt: null, accepted: null };
      found.set(bidId, { bidId, askedAt: at, ...blank });
    } else if (before && move === "explainPrice") {
      found.set(bidId, { ...before, explanation: note, explainedAt: at });
    } else if (before && move === "acceptPrice") found.set(bidId, { ...before, accepted: note });
  }
  return [...found.values()];
}

/** Those of them that wait for an answer or a decision. */
export async function openPriceQuestions(
  db: DbOrTx,
  bidIds: readonly string[],
): Promise<PriceQuestion[]> {
  const questions = await listPriceQuestions(db, bidIds);
  return questions.filter((one) => one.accepted === null);
}

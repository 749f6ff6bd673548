import type { DbOrTx } from "~/platform/db.server";
import { type TermSheetContent, termSheetSchema } from "./term-sheet-schema";

export type AcceptedTerms = {
  id: string;
  number: number;
  content: TermSheetContent;
  contentHash: string;
  acceptedAt: Date | null;
};

/** A stored content; one written before a member was added gets its default. */
export function readTermSheet(stored: unknown): TermSheetContent {
  return termSheetSchema.parse(stored);
}

/** The version that both sides have agreed on, or null while there is none. */
export async function findAcceptedTerms(db: DbOrTx, dealId: string): Promise<AcceptedTerms | null> {
  const row = await db.termSheet.findFirst({
    where: { dealId, state: "ACCEPTED" },
    select: { id: true, number: true, content: true, contentHash: true, answeredAt: true },
  });
  if (!row) return null;
  const { answeredAt, content, ...rest } = row;
  return { ...rest, content: readTermSheet(content), acceptedAt: answeredAt };
}

/** The offer that waits for an answer; at most one (unique index term_sheet_open). */
export async function findOpenOffer(db: DbOrTx, dealId: string) {
  return db.termSheet.findFirst({ where: { dealId, state: "PROPOSED" } });
}

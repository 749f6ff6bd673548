import { parseYuan } from "~/domain/shared/money";
import {
  MOST_ATTACHED_BYTES,
  MOST_ATTACHMENTS,
  type TenderBidContent,
} from "~/domain/tenders/tender-bid-schema";
import type { TenderCriterion } from "~/domain/tenders/tender-schema";
import { plainText, toAttachment } from "~/domain/tenders/tender-sealing-rules";

export const answerField = (criterionId: string) => `answer-${criterionId}`;

type BadField = "price" | "days" | "answer" | "ceiling" | "tooMany";
export type ContentProblem = { field: string; problem: BadField };

/** What the fields say as the content of a bid, or the first thing that is wrong with them. */
export async function readContent(
  fields: FormData,
  criteria: readonly TenderCriterion[],
  ceilingFen: bigint | null,
): Promise<TenderBidContent | ContentProblem> {
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const priceFen = parseYuan(text("price"));
  if (priceFen === null || priceFen <= 0n) return { field: "price", problem: "price" };
  if (ceilingFen !== null && priceFen > ceilingFen) return { field: "price", problem: "ceiling" };
  const durationDays = Number(text("days").normalize("NFKC"));
  if (!Number.isInteger(durationDays) || durationDays < 1 || durationDays > 36_500) {
    return { field: "days", problem: "days" };
  }
  const answers: TenderBidContent["answers"] = [];
  for (const { id, kind } of criteria) {
    if (kind !== "SCORE") continue;
    const answer = plainText(text(answerField(id)), 5000);
    if (answer === "") return { field: answerField(id), problem: "answer" };
    answers.push({ criterionId: id, text: answer });
  }
  const files = fields
    .getAll("attachments")
    .filter((one): one is File => one instanceof File && one.size > 0);
  if (files.length > MOST_ATTACHMENTS) return { field: "attachments", problem: "tooMany" };
  const attachments: TenderBidContent["attachments"] = [];
  let room = MOST_ATTACHED_BYTES;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const made = await toAttachment({ name: file.name, bytes }, room);
    if (made.data !== undefined) room -= bytes.length;
    attachments.push(made);
  }
  const statement = plainText(text("statement"), 3000);
  return { priceFen: priceFen.toString(), durationDays, answers, statement, attachments };
}

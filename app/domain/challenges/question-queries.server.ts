import type { DbOrTx } from "~/platform/db.server";
import type { QuestionView } from "./challenge-view";

/** Questions with their answers as everybody reads them: without who asked. */
export async function findQuestions(db: DbOrTx, challengeId: string): Promise<QuestionView[]> {
  const rows = await db.challengeQuestion.findMany({
    where: { challengeId },
    orderBy: { number: "asc" },
    take: 200,
  });
  return rows.map((one) => ({
    id: one.id,
    number: one.number,
    text: one.text,
    askedAt: one.createdAt.toISOString(),
    answer: one.answer,
    answeredAt: one.answeredAt?.toISOString() ?? null,
  }));
}

import type { DbOrTx } from "~/platform/db.server";
import type { IntentionState } from "./challenge-intention-procedure";
import type { ExpertView, IntentionItem } from "./challenge-view";
import type { Recommendation, Scores } from "./score-rules";

/** States in which what was handed in is opened. */
const OPENED = [
  "SCREENING",
  "APPRAISAL",
  "PUBLICITY",
  "RUNNING",
  "CLOSED",
  "NO_TAKER",
  "TERMINATED",
];

/**
 * Intentions as poster and office read them: none before the deadline, and the experts' views only
 * when all of them are in, so that nobody leans on an expert in between.
 */
export async function findIntentionItems(
  db: DbOrTx,
  row: { id: string; state: string; organisationId: string },
): Promise<IntentionItem[]> {
  if (!OPENED.includes(row.state)) return [];
  const [rows, waiting, poster] = await Promise.all([
    db.challengeIntention.findMany({
      where: { challengeId: row.id, state: { notIn: ["DRAFT", "WITHDRAWN"] } },
      orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { number: "asc" }],
      include: {
        organisation: { select: { legalName: true } },
        appraisals: {
          where: { expert: { submittedAt: { not: null } } },
          orderBy: { expertId: "asc" },
          include: { expert: { select: { user: { select: { name: true } } } } },
        },
      },
    }),
    db.challengeExpert.count({
      where: { challengeId: row.id, acceptedAt: { not: null }, recusedAt: null, submittedAt: null },
    }),
    db.membership.findMany({
      where: { organisationId: row.organisationId, endedAt: null },
      select: { userId: true },
    }),
  ]);
  const shared = await db.membership.groupBy({
    by: ["organisationId"],
    where: {
      organisationId: { in: rows.map((one) => one.organisationId) },
      userId: { in: poster.map((one) => one.userId) },
      endedAt: null,
    },
    _count: { userId: true },
  });
  const sharedBy = new Map(shared.map((one) => [one.organisationId, one._count.userId]));
  const isOpen = waiting === 0;
  return rows.map((one) => ({
    id: one.id,
    number: one.number,
    state: one.state as IntentionState,
    organisation: one.organisation.legalName,
    isRelated: one.isRelated,
    relatedNote: one.relatedNote,
    sharedPeople: sharedBy.get(one.organisationId) ?? 0,
    submittedAt: one.submittedAt?.toISOString() ?? null,
    screeningNote: one.screeningNote,
    scoreHundredths: isOpen ? one.scoreHundredths : null,
    rank: isOpen ? one.rank : null,
    hasScout: one.scoutUserId !== null,
    appraisals: isOpen
      ? one.appraisals.map((view) => ({
          expert: view.expert.user.name,
          scores: view.scores as Scores,
          totalHundredths: view.totalHundredths,
          recommendation: view.recommendation as Recommendation,
          comment: view.comment,
        }))
      : [],
  }));
}

/** Experts with where each stands. */
export async function findExperts(db: DbOrTx, challengeId: string): Promise<ExpertView[]> {
  const rows = await db.challengeExpert.findMany({
    where: { challengeId },
    orderBy: { createdAt: "asc" },
    include: { user: { select: { name: true } } },
  });
  return rows.map((one) => ({
    id: one.id,
    name: one.user.name,
    state: one.recusedAt
      ? "RECUSED"
      : one.submittedAt
        ? "DONE"
        : one.acceptedAt
          ? "ACCEPTED"
          : "INVITED",
    recusalNote: one.recusalNote,
  }));
}

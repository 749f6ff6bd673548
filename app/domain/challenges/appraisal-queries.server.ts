import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { AppraisalItem, AppraisalPage, AppraisalSheet } from "./appraisal-view";
import { readTargets } from "./challenge-schema";
import { findConflict } from "./conflict-queries.server";
import { getOwnExpert } from "./expert-access.server";
import { readIntention } from "./intention-schema";
import type { Recommendation, Scores } from "./score-rules";
import { findWeights } from "./weights-queries.server";

type Seat = { acceptedAt: Date | null; recusedAt: Date | null; submittedAt: Date | null };

function seatOf(row: Seat): AppraisalItem["seat"] {
  if (row.recusedAt) return "RECUSED";
  if (row.submittedAt) return "DONE";
  return row.acceptedAt ? "ACCEPTED" : "INVITED";
}

/** Challenges that a person is asked to appraise, newest first. */
export async function listAppraisals(
  db: DbOrTx,
  actor: UserActor,
  page: { skip: number; take: number },
): Promise<{ items: AppraisalItem[]; total: number }> {
  const where = { userId: actor.userId };
  const [rows, total] = await Promise.all([
    db.challengeExpert.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...page,
      include: { challenge: { select: { title: true, number: true, state: true } } },
    }),
    db.challengeExpert.count({ where }),
  ]);
  const items = rows.map(({ challenge, ...row }) => ({
    challengeId: row.challengeId,
    ...challenge,
    seat: seatOf(row),
  }));
  return { items, total };
}

/**
 * What an expert works with. Intentions are shown once the expert has accepted and the appraisal has
 * begun; the other experts' views once the own ones are handed in.
 * @throws DomainError "not_found" (404)
 */
export async function getAppraisal(
  db: DbOrTx,
  challengeId: string,
  actor: UserActor,
): Promise<AppraisalPage> {
  const seat = await getOwnExpert(db, challengeId, actor);
  const row = await db.challenge.findUniqueOrThrow({
    where: { id: challengeId },
    select: {
      title: true,
      number: true,
      state: true,
      targets: true,
      confidential: true,
      publishedAt: true,
      takers: {
        orderBy: { createdAt: "asc" },
        select: { id: true, state: true, organisation: { select: { legalName: true } } },
      },
    },
  });
  const isActive = seat.acceptedAt !== null && seat.recusedAt === null;
  const conflict = await findConflict(db, challengeId, actor.userId);
  const reads = isActive && conflict === null;
  const isOpen = row.state === "APPRAISAL" || (seat.submittedAt !== null && isActive);
  return {
    challengeId,
    title: row.title,
    number: row.number,
    state: row.state,
    seat: seatOf(seat),
    recusalNote: seat.recusalNote,
    conflict,
    targets: readTargets(row.targets),
    weights: await findWeights(db, row.publishedAt ?? clock.now()),
    confidential: reads ? row.confidential : null,
    sheets: reads && isOpen ? await findSheets(db, challengeId, seat) : [],
    mayScore: reads && row.state === "APPRAISAL" && seat.submittedAt === null,
    takers: reads
      ? row.takers.map(({ organisation, ...one }) => ({
          ...one,
          organisation: organisation.legalName,
        }))
      : [],
  };
}

async function findSheets(
  db: DbOrTx,
  challengeId: string,
  seat: { id: string; submittedAt: Date | null },
): Promise<AppraisalSheet[]> {
  const seesOthers = seat.submittedAt !== null;
  const rows = await db.challengeIntention.findMany({
    where: { challengeId, state: { in: ["ELIGIBLE", "SELECTED", "RESERVE", "NOT_SELECTED"] } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      content: true,
      organisation: { select: { legalName: true } },
      appraisals: {
        where: seesOthers
          ? { OR: [{ expertId: seat.id }, { expert: { submittedAt: { not: null } } }] }
          : { expertId: seat.id },
        include: { expert: { select: { user: { select: { name: true } } } } },
      },
    },
  });
  return rows.map((one) => {
    const views = one.appraisals.map((view) => ({
      expertId: view.expertId,
      expert: view.expert.user.name,
      scores: view.scores as Scores,
      totalHundredths: view.totalHundredths,
      recommendation: view.recommendation as Recommendation,
      comment: view.comment,
    }));
    return {
      intentionId: one.id,
      number: one.number,
      organisation: one.organisation.legalName,
      content: readIntention(one.content),
      own: views.find((view) => view.expertId === seat.id) ?? null,
      others: views.filter((view) => view.expertId !== seat.id),
    };
  });
}

import { clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { challengeProcedure } from "./challenge-procedure";
import type { TakerState } from "./challenge-taker-procedure";
import type { ActivityView, ObjectionView, ProposedView, ResultView } from "./challenge-view";
import { readIntention } from "./intention-schema";

const SPARK_DAYS = 30;
const DAY_MS = 86_400_000;

/** Activity as everybody may see it: counts only, and nothing that tells how many compete. */
export async function findActivity(
  db: DbOrTx,
  row: { id: string; intentionsDueAt: Date | null },
): Promise<ActivityView> {
  const now = clock.now();
  const days = Array.from({ length: SPARK_DAYS }, (_, index) => {
    const at = new Date(now.getTime() + 8 * 3_600_000 - (SPARK_DAYS - 1 - index) * DAY_MS);
    return at.toISOString().slice(0, 10);
  });
  const [seen, sum, agreements, intentions] = await Promise.all([
    db.challengeViewDay.findMany({
      where: { challengeId: row.id, day: { gte: dateColumn(days[0] ?? "") } },
      select: { day: true, views: true },
    }),
    db.challengeViewDay.aggregate({ where: { challengeId: row.id }, _sum: { views: true } }),
    db.challengeAgreement.groupBy({ by: ["userId"], where: { challengeId: row.id } }),
    db.challengeIntention.count({
      where: { challengeId: row.id, submittedAt: { not: null }, state: { not: "WITHDRAWN" } },
    }),
  ]);
  const byDay = new Map(seen.map((one) => [one.day.toISOString().slice(0, 10), one.views]));
  const isOver = row.intentionsDueAt !== null && row.intentionsDueAt <= now;
  return {
    days: days.map((day) => ({ day, views: byDay.get(day) ?? 0 })),
    views: sum._sum.views ?? 0,
    agreements: agreements.length,
    intentions: isOver ? intentions : null,
  };
}

const SHOWS_PROPOSAL = ["PUBLICITY", "RUNNING", "CLOSED", "TERMINATED"];

/** Who is proposed, and why somebody else was passed over, once it is public. */
export async function findProposal(
  db: DbOrTx,
  row: { id: string; state: string },
): Promise<{ proposed: ProposedView[]; proposalReason: string }> {
  if (!SHOWS_PROPOSAL.includes(row.state)) return { proposed: [], proposalReason: "" };
  const [chosen, move] = await Promise.all([
    db.challengeIntention.findMany({
      where: { challengeId: row.id, state: { in: ["SELECTED", "RESERVE"] } },
      orderBy: [{ rank: "asc" }, { number: "asc" }],
      select: {
        state: true,
        rank: true,
        scoreHundredths: true,
        content: true,
        organisation: { select: { legalName: true } },
      },
    }),
    db.procedureMove.findFirst({
      where: { procedure: challengeProcedure.name, subjectId: row.id, move: "propose" },
      orderBy: { at: "desc" },
      select: { note: true },
    }),
  ]);
  const proposed = chosen.map(({ organisation, content, state, rank, scoreHundredths }) => {
    const { members, chiefName, participation } = readIntention(content);
    return {
      organisation: organisation.legalName,
      members: participation === "CONSORTIUM" ? members.map((one) => one.name) : [],
      chief: chiefName,
      isReserve: state === "RESERVE",
      rank,
      scoreHundredths,
    };
  });
  return { proposed, proposalReason: move?.note ?? "" };
}

const ENDED: readonly string[] = [
  "PASSED",
  "REWARDED",
  "NOT_PASSED",
  "EXEMPTED",
  "ELIMINATED",
  "TERMINATED",
];

/** The takers with what may be public: state, reward once it is settled, reason of an end. */
export async function findResults(db: DbOrTx, challengeId: string): Promise<ResultView[]> {
  const takers = await db.challengeTaker.findMany({
    where: { challengeId },
    orderBy: { createdAt: "asc" },
    select: {
      state: true,
      rewardFen: true,
      resultNote: true,
      organisation: { select: { legalName: true } },
      milestones: { select: { state: true } },
    },
  });
  return takers.map(({ organisation, milestones, resultNote, ...one }) => ({
    state: one.state as TakerState,
    rewardFen: one.rewardFen,
    organisation: organisation.legalName,
    note: ENDED.includes(one.state) ? resultNote : "",
    milestones: {
      accepted: milestones.filter(({ state }) => state === "ACCEPTED").length,
      all: milestones.length,
    },
  }));
}

/** Objections; the public reads a text together with its result. */
export async function findObjections(
  db: DbOrTx,
  challengeId: string,
  isPublic: boolean,
): Promise<ObjectionView[]> {
  const rows = await db.challengeObjection.findMany({
    where: { challengeId },
    orderBy: { number: "asc" },
    take: 200,
  });
  return rows.map((one) => ({
    id: one.id,
    number: one.number,
    at: one.createdAt.toISOString(),
    text: isPublic && one.outcome === null ? null : one.text,
    outcome: one.outcome === "UPHELD" || one.outcome === "REJECTED" ? one.outcome : null,
    result: one.result,
    handledAt: one.handledAt?.toISOString() ?? null,
  }));
}

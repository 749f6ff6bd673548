import type { DbOrTx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import { SCORED_STATES } from "./judge-access.server";
import { listSheets } from "./score-rows.server";
import { pointsText, rankScored, resultOf, type Scored } from "./score-rules";
import type { ScoreRow } from "./score-view";

/**
 * Every project of the stage with its sheets; closed ones with result and rank, in the order of their
 * ranks, the others after them by number.
 */
export async function rankedScores(db: DbOrTx, roadshowId: string): Promise<ScoreRow[]> {
  const [{ rules: stored }, projects, { counted: sheets, excluded }] = await Promise.all([
    db.roadshow.findUniqueOrThrow({ where: { id: roadshowId }, select: { rules: true } }),
    db.roadshowProject.findMany({
      where: {
        roadshowId,
        state: { in: SCORED_STATES },
      },
      orderBy: { number: "asc" },
      take: 500,
      select: {
        id: true,
        number: true,
        title: true,
        state: true,
        presenterName: true,
        presentedAt: true,
        scoresClosedAt: true,
        stageHundredths: true,
        stageRank: true,
        confidentiality: true,
        organisation: { select: { legalName: true } },
      },
    }),
    listSheets(db, roadshowId),
  ]);
  const rules = readRules(stored);
  const criteria = [...rules.criteria].sort((a, b) => b.weight - a.weight);
  const scored: Scored[] = [];
  for (const { id, scoresClosedAt, stageHundredths } of projects) {
    const own = sheets.filter((one) => one.projectId === id);
    const totals = own.map((one) => one.totalHundredths);
    const isScored = scoresClosedAt !== null && stageHundredths !== null;
    const result = isScored ? resultOf(totals, rules) : null;
    if (!result) continue;
    const mean = (key: string) =>
      own.reduce((sum, one) => sum + (one.points[key] ?? 0), 0) / own.length;
    scored.push({ id, result, totals, criterionMeans: criteria.map((one) => mean(one.key)) });
  }
  const ranks = new Map(rankScored(scored).map((one) => [one.id, one.rank]));
  const rows = projects.map((project): ScoreRow => {
    const own = sheets.filter((one) => one.projectId === project.id);
    const result = scored.find((one) => one.id === project.id)?.result ?? null;
    return {
      projectId: project.id,
      number: project.number,
      title: project.title,
      organisation: project.organisation.legalName,
      presenter: project.presenterName,
      isConfidential: project.confidentiality === "NDA_SESSION",
      isPresented: project.presentedAt !== null,
      isAwaited:
        project.presentedAt !== null &&
        project.scoresClosedAt === null &&
        project.state !== "DROPPED",
      isClosed: project.scoresClosedAt !== null,
      isPublished: project.stageRank !== null,
      closedAt: project.scoresClosedAt?.toISOString() ?? null,
      result: result && pointsText(result),
      rank: ranks.get(project.id) ?? null,
      publishedRank: project.stageRank,
      sheets: own.map(({ name, totalHundredths, points, note }, at) => ({
        name,
        points,
        note,
        total: pointsText({ value: BigInt(totalHundredths), decimals: 2 }),
        isDropped: result?.dropped.includes(at) ?? false,
      })),
      excluded: excluded
        .filter((one) => one.projectId === project.id)
        .map(({ name, totalHundredths, kind, reason }) => ({
          ...{ name, kind, reason },
          total: pointsText({ value: BigInt(totalHundredths), decimals: 2 }),
        })),
    };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => (a.rank ?? last) - (b.rank ?? last) || a.number - b.number);
}

import type { PairInputs } from "#search/match/types";
import { calendarDate, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

export type PairIds = { needId: string; achievementId: string };

/** Inputs of a pair as the ranker stores them. */
export function pairInputs(values: Partial<PairInputs> = {}): PairInputs {
  return {
    words: 0.1,
    meaning: 0,
    wordsMean: 0,
    wordsSpread: 1,
    meaningMean: 0,
    meaningSpread: 1,
    fit: 0.5,
    ...values,
  };
}

type ShowingValues = {
  userId: string;
  /** Null for a broker. */
  organisationId: string | null;
  at: string;
  position?: number;
  side?: "DEMAND" | "SUPPLY" | "BROKER";
  rankerVersion?: string;
  related?: number;
  trial?: { trialId: string; arm: "A" | "B" };
  inputs?: PairInputs;
};

/** A place of a list that somebody saw. */
export async function makeShowing(db: Db, pair: PairIds, values: ShowingValues): Promise<void> {
  const shownAt = new Date(values.at);
  await db.matchShowing.create({
    data: {
      id: newId(),
      ...pair,
      organisationId: values.organisationId,
      userId: values.userId,
      side: values.side ?? (values.organisationId === null ? "BROKER" : "DEMAND"),
      surface: values.organisationId === null ? "BROKER" : "DESK",
      position: values.position ?? 1,
      rankerVersion: values.rankerVersion ?? "lexical-1",
      ...values.trial,
      score: 0.2,
      relevance: 0.2,
      fit: 0.5,
      related: values.related ?? 0.5,
      inputs: { ...(values.inputs ?? pairInputs()) },
      shownOn: dateColumn(calendarDate(shownAt)),
      shownAt,
    },
  });
}

/** A side's answer, given at an instant. */
export async function makeAnswer(
  db: Db,
  pair: PairIds,
  values: {
    organisationId: string;
    userId: string;
    at: string;
    answer?: string;
    declineCode?: string;
  },
): Promise<void> {
  const at = new Date(values.at);
  await db.matchAnswer.create({
    data: {
      id: newId(),
      ...pair,
      organisationId: values.organisationId,
      userId: values.userId,
      side: "DEMAND",
      answer: values.answer ?? "INTERESTED",
      declineCode: values.declineCode ?? null,
      createdAt: at,
      updatedAt: at,
    },
  });
}

/** A judge's opinion, given at an instant. */
export async function makeJudgement(
  db: Db,
  pair: PairIds,
  values: { judgeId: string; level: number; at: string; related?: number; inputs?: PairInputs },
): Promise<void> {
  const at = new Date(values.at);
  const { related, inputs } = values;
  await db.matchJudgement.create({
    data: {
      id: newId(),
      ...pair,
      judgeId: values.judgeId,
      level: values.level,
      shown:
        related === undefined
          ? {}
          : {
              rankerVersion: "lexical-1",
              score: related,
              related,
              inputs: { ...(inputs ?? pairInputs()) },
            },
      createdAt: at,
      updatedAt: at,
    },
  });
}

/** A place of a stored list. */
export async function makeEntry(
  db: Db,
  pair: PairIds,
  values: { related: number; rank?: number; inputs?: PairInputs },
): Promise<void> {
  await db.matchEntry.create({
    data: {
      subjectKind: "need",
      subjectId: pair.needId,
      otherId: pair.achievementId,
      rank: values.rank ?? 1,
      score: values.related,
      relevance: 0.1,
      fit: 0.5,
      related: values.related,
      inputs: { ...(values.inputs ?? pairInputs()) },
      rankerVersion: "lexical-1",
      computedAt: new Date("2026-11-20T00:00:00Z"),
    },
  });
}

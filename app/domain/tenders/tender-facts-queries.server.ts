import type { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import { amendmentChangesSchema } from "./amendment-schema";
import { listOpenedLines } from "./opened-bid-queries.server";
import { scoreTender } from "./score-queries.server";
import { pointsText } from "./scoring-rules";
import type { TenderBidState } from "./tender-bid-procedure";
import { isTenderState, OPENED, tenderProcedure } from "./tender-procedure";
import { readChoices, readCriteria, tenderRulesSchema } from "./tender-schema";
import type { ObjectionView, OpenedBidView, TenderFacts } from "./tender-view";

export const factsInclude = {
  organisation: { select: { legalName: true } },
  need: { select: { id: true, title: true, state: true } },
  earlierTender: { select: { number: true, issuedAt: true } },
  laterTenders: {
    where: { issuedAt: { not: null } },
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true },
  },
  files: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { file: { select: { name: true, sizeBytes: true, sha256: true } } },
  },
  questions: { orderBy: { number: "asc" }, take: 500 },
  amendments: { orderBy: { number: "desc" } },
  objections: { orderBy: { number: "asc" } },
} satisfies Prisma.TenderInclude;

type Row = Prisma.TenderGetPayload<{ include: typeof factsInclude }>;
const iso = (date: Date | null) => date?.toISOString() ?? null;

/** States in which the points are public. */
const WITH_POINTS: readonly string[] = [
  "CANDIDATES",
  "STANDSTILL",
  "AWARDED",
  "CONTRACTED",
  "CLOSED",
];
const WITH_COMMITTEE: readonly string[] = ["AWARDED", "CONTRACTED", "CLOSED"];

/**
 * A tender as its page shows it. Nothing of a bid is read before the opening, their number included;
 * the committee is named from the award on.
 * @param isInside objections without a result, and unanswered questions, are shown to those who handle them
 */
export async function readTenderFacts(
  db: DbOrTx,
  row: Row,
  options: { locale: string; isInside: boolean },
): Promise<TenderFacts> {
  const category = await db.codeItem.findFirst({
    where: { list: "contract-categories", code: row.categoryCode },
    select: { nameZh: true, nameEn: true },
  });
  const state = isTenderState(row.state) ? row.state : tenderProcedure.initial;
  const isOpened = OPENED.includes(state) || (row.openedAt !== null && state !== "ISSUED");
  const isZh = options.locale.startsWith("zh");
  return {
    id: row.id,
    number: row.number,
    state,
    title: row.title,
    buyer: row.organisation.legalName,
    organisationId: row.organisationId,
    revision: row.revision,
    budgetFen: row.budgetFen?.toString() ?? null,
    bondFen: row.bondFen?.toString() ?? null,
    description: row.description,
    categoryCode: row.categoryCode,
    category: (isZh ? category?.nameZh : category?.nameEn) ?? row.categoryCode,
    qualification: row.qualification,
    contractTerms: row.contractTerms,
    criteria: readCriteria(row.criteria),
    choices: readChoices(row.rules),
    rules: tenderRulesSchema.safeParse(row.rules).data ?? null,
    rulesHash: row.rulesHash,
    amendmentCount: row.amendmentCount,
    suspendedFrom: row.suspendedFrom,
    issuedAt: iso(row.issuedAt),
    bidsDueAt: iso(row.bidsDueAt),
    openedAt: iso(row.openedAt),
    candidatesAt: iso(row.candidatesAt),
    candidatesEndAt: iso(row.candidatesEndAt),
    standstillEndsAt: iso(row.standstillEndsAt),
    awardedAt: iso(row.awardedAt),
    awardedBidId: row.awardedBidId,
    closeNote: row.closeNote,
    need: row.need?.state === "PUBLISHED" ? { id: row.need.id, title: row.need.title } : null,
    earlierNumber: row.earlierTender?.issuedAt ? row.earlierTender.number : null,
    laterNumber: row.laterTenders[0]?.number ?? null,
    files: row.files.map(({ id, fileId, title, file }) => ({
      id,
      fileId,
      title,
      name: file.name,
      sizeBytes: Number(file.sizeBytes),
      sha256: file.sha256,
    })),
    questions: row.questions
      .filter((one) => options.isInside || one.answeredAt !== null)
      .map(({ id, number, text, createdAt, answer, answeredAt }) => ({
        id,
        number,
        text,
        at: createdAt.toISOString(),
        answer,
        answeredAt: iso(answeredAt),
      })),
    amendments: row.amendments.map(({ number, text, createdAt, changes, bidsDueAt }) => ({
      number,
      text,
      at: createdAt.toISOString(),
      changes: amendmentChangesSchema.safeParse(changes).data ?? [],
      bidsDueAt: iso(bidsDueAt),
    })),
    bids: isOpened ? await readBids(db, row, WITH_POINTS.includes(state)) : [],
    objections: await readObjections(db, row, options.isInside),
    committee: WITH_COMMITTEE.includes(state) ? await readCommittee(db, row.id) : [],
    awardReasons: WITH_COMMITTEE.includes(state) ? await readNote(db, row.id, "award") : "",
    fewReasons: WITH_POINTS.includes(state) ? await readFewReasons(db, row) : "",
  };
}

async function readBids(db: DbOrTx, row: Row, withPoints: boolean): Promise<OpenedBidView[]> {
  const bids = await listOpenedLines(db, row.id);
  const scored = withPoints ? await scoreTender(db, row, "RANKED") : [];
  const points = new Map(scored.map((one) => [one.id, one.points]));
  return bids.map((bid) => ({
    id: bid.id,
    organisation: bid.organisation,
    state: bid.state as TenderBidState,
    priceFen: bid.priceFen?.toString() ?? null,
    durationDays: bid.durationDays,
    submittedAt: bid.submittedAt.toISOString(),
    invalidReason: bid.invalidReason,
    commitment: bid.commitment,
    envelopeHash: bid.envelopeHash,
    rank: withPoints ? bid.rank : null,
    total: withPoints && bid.scoreMillionths !== null ? pointsText(bid.scoreMillionths) : null,
    points: Object.fromEntries(
      Object.entries(points.get(bid.id) ?? {}).map(([id, value]) => [id, pointsText(value)]),
    ),
  }));
}

async function readObjections(db: DbOrTx, row: Row, isInside: boolean): Promise<ObjectionView[]> {
  const names = new Map(
    isInside && row.objections.length > 0
      ? (
          await db.organisation.findMany({
            where: { id: { in: row.objections.map((one) => one.organisationId) } },
            select: { id: true, legalName: true },
          })
        ).map((one) => [one.id, one.legalName])
      : [],
  );
  return row.objections.map((one) => {
    const isHandled = one.outcome !== null;
    return {
      id: one.id,
      number: one.number,
      at: one.createdAt.toISOString(),
      text: isInside || isHandled ? one.text : null,
      organisation: names.get(one.organisationId) ?? null,
      outcome: one.outcome === "UPHELD" || one.outcome === "REJECTED" ? one.outcome : null,
      result: one.result,
      handledAt: iso(one.handledAt),
    };
  });
}

async function readCommittee(db: DbOrTx, tenderId: string): Promise<TenderFacts["committee"]> {
  const members = await db.tenderMember.findMany({
    where: { tenderId, recusedAt: null },
    orderBy: { createdAt: "asc" },
    select: { kind: true, user: { select: { name: true } } },
  });
  return members.map(({ kind, user }) => ({
    name: user.name,
    kind: kind === "BUYER" ? "BUYER" : "EXPERT",
  }));
}

/** Why fewer bids than the law wants were ranked all the same; empty when there were enough. */
async function readFewReasons(db: DbOrTx, row: Row): Promise<string> {
  const rules = tenderRulesSchema.safeParse(row.rules).data;
  const ranked = await db.tenderBid.count({ where: { tenderId: row.id, rank: { not: null } } });
  if (!rules || ranked >= rules.bidsMinimum) return "";
  return readNote(db, row.id, "publishCandidates");
}

async function readNote(
  db: DbOrTx,
  tenderId: string,
  name: "award" | "publishCandidates",
): Promise<string> {
  const move = await db.procedureMove.findFirst({
    where: { procedure: tenderProcedure.name, subjectId: tenderId, move: name },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { note: true },
  });
  return move?.note ?? "";
}

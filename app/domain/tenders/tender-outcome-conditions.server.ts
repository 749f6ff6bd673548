import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { openPriceQuestions } from "./price-question-queries.server";
import { committeeProblems } from "./scoring-rules";
import { seatedMembers, type TenderRow } from "./tender-rows.server";
import { readRules } from "./tender-schema";

type Context = MoveContext<TenderRow>;
const LAW = "招标投标法";
const REGULATIONS = "招标投标法实施条例";
const DAY_MS = 86_400_000;

const inState = (subject: TenderRow, ...states: string[]) =>
  subject.bids.filter((one) => states.includes(one.state));

/** A date that must have passed. */
const over =
  (column: "bidsDueAt" | "candidatesEndAt" | "standstillEndsAt", source: string, code: string) =>
  ({ subject, now }: Context): ConditionResult => {
    const end = subject[column];
    return conditionOf(end !== null && end <= now, {
      inputs: { end: end?.toISOString() ?? null, now: now.toISOString() },
      formula: `${column} <= now`,
      source,
      code,
    });
  };

const bidCount =
  (isEnough: boolean) =>
  ({ subject }: Context) => {
    const bids = inState(subject, "SUBMITTED").length;
    const { bidsMinimum } = readRules(subject.rules);
    return conditionOf(bids >= bidsMinimum === isEnough, {
      inputs: { bids, bidsMinimum },
      formula: isEnough ? "bids >= bidsMinimum" : "bids < bidsMinimum",
      source: `${LAW} art. 28`,
      code: isEnough ? "tender_few_bids" : "tender_enough_bids",
    });
  };

async function twoHolders({ tx, subject }: Context): Promise<ConditionResult> {
  const opened = await tx.tenderOpenedShare.groupBy({
    by: ["role"],
    where: { bid: { tenderId: subject.id }, share: { not: "" } },
  });
  const holders = opened.length;
  return conditionOf(holders >= 2, {
    inputs: { holders },
    formula: "holders that have handed in a readable share >= 2",
    source: "market rule: two of three keys open",
    code: "tender_second_key",
  });
}

async function allReadable({ tx, subject }: Context): Promise<ConditionResult> {
  const holders = subject.keyHolders.filter((one) => one.openedAt !== null).length;
  const shares = await tx.tenderOpenedShare.groupBy({
    by: ["bidId"],
    where: { bid: { tenderId: subject.id, state: "SUBMITTED" }, share: { not: "" } },
    _count: true,
  });
  const readable = shares.filter((one) => one._count >= 2).length;
  const bids = inState(subject, "SUBMITTED").length;
  return conditionOf(readable === bids || holders === 3, {
    inputs: { bids, readable, holders },
    formula: "every bid has two shares, or all three holders have tried",
    source: "market rule: no single holder can shut a bid out",
    code: "tender_third_key",
  });
}

function keyless({ actor, subject }: Context): ConditionResult {
  const isHolder =
    actor.kind === "USER" && subject.keyHolders.some((one) => one.userId === actor.userId);
  return conditionOf(!isHolder, {
    inputs: { isHolder },
    formula: "whoever concludes holds no key of this tender",
    source: "market rule: no single holder can shut a bid out",
    code: "tender_conclude_holder",
  });
}

/** Either the third key was tried too, or its holder has let the time for it pass. */
async function thirdHeard({ tx, subject, now }: Context): Promise<ConditionResult> {
  const holders = subject.keyHolders.filter((one) => one.openedAt !== null).length;
  const days = await getPolicyNumber(tx, "market.tender.opening_days", now);
  const began = await tx.procedureMove.findFirst({
    where: { procedure: "tender", subjectId: subject.id, toState: "OPENING" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  const from = began?.at ?? subject.bidsDueAt;
  const until = from && new Date(from.getTime() + days * DAY_MS);
  return conditionOf(holders === 3 || (until !== null && until <= now), {
    inputs: { holders, until: until?.toISOString() ?? null, now: now.toISOString() },
    formula: "all three holders have tried, or days since the opening began have passed",
    source: "market rule: no single holder can shut a bid out",
    code: "tender_third_waits",
  });
}

function committeeWhole({ subject }: Context): ConditionResult {
  const seated = seatedMembers(subject);
  const problems = committeeProblems(
    seated.map((one) => one.kind),
    readRules(subject.rules),
  );
  return conditionOf(problems.length === 0, {
    inputs: { members: seated.length, problems },
    formula: "members >= minimum, odd, two thirds of them experts",
    source: `${LAW} art. 37`,
    code: "tender_committee",
  });
}

function scoresIn({ subject }: Context): ConditionResult {
  const seated = seatedMembers(subject);
  const waiting = seated.filter((one) => one.submittedAt === null).length;
  return conditionOf(seated.length > 0 && waiting === 0, {
    inputs: { members: seated.length, waiting },
    formula: "every member has handed in scores",
    source: `${REGULATIONS} art. 53`,
    code: "tender_scores_missing",
  });
}

async function pricesExplained({ tx, subject }: Context): Promise<ConditionResult> {
  const open = await openPriceQuestions(
    tx,
    inState(subject, "OPENED").map((one) => one.id),
  );
  return conditionOf(open.length === 0, {
    inputs: { open: open.length },
    formula: "every low price was explained and accepted, or the bid rejected",
    source: `${REGULATIONS} arts. 51, 52; market rule on abnormal prices`,
    code: "tender_price_open",
  });
}

function ranked({ subject }: Context): ConditionResult {
  const bids = inState(subject, "OPENED").length;
  return conditionOf(bids > 0, {
    inputs: { bids },
    formula: "at least one bid takes part",
    source: `${LAW} art. 42`,
    code: "tender_no_bids_left",
  });
}

/** Bids that broke at the opening do not make a competition: a person says why it goes on. */
function competition({ subject, input }: Context): ConditionResult {
  const bids = inState(subject, "OPENED").length;
  const { bidsMinimum } = readRules(subject.rules);
  return conditionOf(bids >= bidsMinimum || Boolean(input.note?.trim()), {
    inputs: { bids, bidsMinimum },
    formula: "bids >= bidsMinimum, or a written decision that is published",
    source: `${LAW} arts. 28, 42`,
    code: "tender_few_left",
    field: "note",
  });
}

function objectionUpheld({ subject }: Context): ConditionResult {
  const upheld = upheldNow(subject);
  return conditionOf(upheld > 0, {
    inputs: { upheld },
    formula: "an objection to these candidates was upheld",
    source: `${REGULATIONS} art. 54`,
    code: "tender_none_upheld",
  });
}

/** Upheld objections to the candidates that stand now. */
function upheldNow({ objections, candidatesAt }: TenderRow): number {
  return objections.filter(
    (one) =>
      one.outcome === "UPHELD" &&
      one.handledAt !== null &&
      candidatesAt !== null &&
      one.handledAt >= candidatesAt,
  ).length;
}

function objectionsClosed({ subject }: Context): ConditionResult {
  const open = subject.objections.filter((one) => one.outcome === null).length;
  const upheld = upheldNow(subject);
  return conditionOf(open === 0 && upheld === 0, {
    inputs: { open, upheld },
    formula: "open = 0 and upheld = 0",
    source: `${REGULATIONS} art. 54`,
    code: "tender_objections_open",
  });
}

/** Conditions from the deadline to the standstill. */
export const outcomeConditions = {
  "bids-over": over("bidsDueAt", `${LAW} art. 34`, "tender_bids_running"),
  "enough-bids": bidCount(true),
  "too-few-bids": bidCount(false),
  "two-holders": twoHolders,
  "all-readable": allReadable,
  keyless,
  "third-heard": thirdHeard,
  "committee-whole": committeeWhole,
  "scores-in": scoresIn,
  "prices-explained": pricesExplained,
  ranked,
  competition,
  "objection-upheld": objectionUpheld,
  "objections-closed": objectionsClosed,
  "candidates-over": over("candidatesEndAt", `${REGULATIONS} art. 54`, "tender_candidates_running"),
  "standstill-over": over("standstillEndsAt", "market rule on standstill", "tender_standstill"),
};

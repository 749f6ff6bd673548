import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { openPriceQuestions } from "./price-question-queries.server";
import { committeeProblems } from "./scoring-rules";
import { seatedMembers, type TenderRow } from "./tender-rows.server";
import { readRules } from "./tender-schema";

type Context = MoveContext<TenderRow>;
const LAW = "招标投标法";
const REGULATIONS = "招标投标法实施条例";

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

function twoHolders({ subject }: Context): ConditionResult {
  const holders = subject.keyHolders.filter((one) => one.openedAt !== null).length;
  return conditionOf(holders >= 2, {
    inputs: { holders },
    formula: "holders that have opened their shares >= 2",
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

/** Candidates still bound, the best first. */
function candidatesOf(subject: TenderRow) {
  const { candidatesMaximum } = readRules(subject.rules);
  return inState(subject, "EVALUATED")
    .filter((one) => one.rank !== null && one.rank <= candidatesMaximum)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

function isCandidate({ subject, input }: Context): ConditionResult {
  const candidates = candidatesOf(subject).map((one) => one.id);
  return conditionOf(
    candidates.some((id) => id === input.bidId),
    {
      inputs: { bidId: input.bidId ?? null, candidates },
      formula: "the bid is one of the published candidates",
      source: `${REGULATIONS} art. 55`,
      code: "tender_not_a_candidate",
      field: "bidId",
    },
  );
}

function firstOrReasons({ subject, input }: Context): ConditionResult {
  const first = candidatesOf(subject)[0]?.id ?? null;
  const isFirst = first === input.bidId;
  return conditionOf(isFirst || Boolean(input.note?.trim()), {
    inputs: { first, bidId: input.bidId ?? null },
    formula: "the first candidate, or another with written reasons",
    source: `${REGULATIONS} art. 55`,
    code: "tender_reasons_needed",
    field: "note",
  });
}

async function contractSigned({ tx, subject }: Context): Promise<ConditionResult> {
  const contract = await tx.contract.findFirst({
    where: { deal: { tenderId: subject.id }, kind: "MAIN", state: { in: ["SIGNED", "COMPLETED"] } },
    select: { id: true },
  });
  return conditionOf(contract !== null, {
    inputs: { contractId: contract?.id ?? null },
    formula: "the contract of the award is signed",
    source: `${LAW} art. 46`,
    code: "tender_no_contract",
  });
}

/** Conditions from the deadline on. */
export const outcomeConditions = {
  "bids-over": over("bidsDueAt", `${LAW} art. 34`, "tender_bids_running"),
  "enough-bids": bidCount(true),
  "too-few-bids": bidCount(false),
  "two-holders": twoHolders,
  "all-readable": allReadable,
  "committee-whole": committeeWhole,
  "scores-in": scoresIn,
  "prices-explained": pricesExplained,
  ranked,
  "objection-upheld": objectionUpheld,
  "objections-closed": objectionsClosed,
  "candidates-over": over("candidatesEndAt", `${REGULATIONS} art. 54`, "tender_candidates_running"),
  "standstill-over": over("standstillEndsAt", "market rule on standstill", "tender_standstill"),
  "is-candidate": isCandidate,
  "first-or-reasons": firstOrReasons,
  "contract-signed": contractSigned,
};

import { findBan } from "~/domain/oversight/ban-queries.server";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import type { TenderRow } from "./tender-rows.server";
import { readRules } from "./tender-schema";

type Context = MoveContext<TenderRow>;
const LAW = "招标投标法";
const REGULATIONS = "招标投标法实施条例";

/** Candidates still bound, the best first. */
function candidatesOf(subject: TenderRow) {
  const { candidatesMaximum } = readRules(subject.rules);
  return subject.bids
    .filter((one) => one.state === "EVALUATED")
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

const winnerOf = (subject: TenderRow) =>
  subject.bids.find((one) => one.id === subject.awardedBidId);

/** A ban that came after the bid. */
async function winnerMayTrade({ tx, subject, input }: Context): Promise<ConditionResult> {
  const bid = subject.bids.find((one) => one.id === input.bidId);
  const ban = bid ? await findBan(tx, bid.organisationId) : null;
  return conditionOf(ban === null, {
    inputs: { bannedUntil: ban?.untilAt.toISOString() ?? null },
    formula: "the winner is not banned",
    source: "market rule on broken duties",
    code: "tender_winner_banned",
    field: "bidId",
  });
}

async function flagsDecided({ tx, subject }: Context): Promise<ConditionResult> {
  const open = await tx.tradeFlag.count({
    where: { caseType: "TENDER", caseId: subject.id, state: "OPEN" },
  });
  return conditionOf(open === 0, {
    inputs: { open },
    formula: "every clue about this tender was looked at by a person",
    source: `${REGULATIONS} arts. 34, 39, 40`,
    code: "tender_flag_open",
  });
}

async function contractSigned({ tx, subject }: Context): Promise<ConditionResult> {
  const winnerId = winnerOf(subject)?.organisationId;
  const contract = winnerId
    ? await tx.contract.findFirst({
        where: {
          deal: { tenderId: subject.id, supplyOrganisationId: winnerId },
          kind: "MAIN",
          state: { in: ["SIGNED", "COMPLETED"] },
        },
        select: { id: true },
      })
    : null;
  return conditionOf(contract !== null, {
    inputs: { contractId: contract?.id ?? null, winnerId: winnerId ?? null },
    formula: "the contract of the award is signed by the buyer and the winner",
    source: `${LAW} art. 46`,
    code: "tender_no_contract",
  });
}

/** Conditions of the award and of its contract. */
export const awardConditions = {
  "is-candidate": isCandidate,
  "first-or-reasons": firstOrReasons,
  "winner-may-trade": winnerMayTrade,
  "flags-decided": flagsDecided,
  "contract-signed": contractSigned,
};

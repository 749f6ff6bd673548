import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { ChallengeRow } from "./challenge-rows.server";
import { JINAN, MARKET_RULE } from "./rule-sources";
import { skipsRank } from "./score-rules";

export type ChallengeContext = MoveContext<ChallengeRow>;
export type ChallengeCondition = (
  context: ChallengeContext,
) => ConditionResult | Promise<ConditionResult>;

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

export const intentionsIn = (row: ChallengeRow, ...states: string[]) =>
  row.intentions.filter((one) => states.includes(one.state));

const activeExperts = (row: ChallengeRow) =>
  row.experts.filter((one) => one.acceptedAt !== null && one.recusedAt === null);

export const enoughExperts: ChallengeCondition = async ({ tx, subject, now }) => {
  const minimum = await getPolicyNumber(tx, "market.challenge.experts_minimum", now);
  const experts = activeExperts(subject).length;
  return conditionOf(experts >= minimum, {
    inputs: { experts, minimum },
    formula: "experts who accepted and did not recuse themselves >= minimum",
    source: MARKET_RULE,
    code: "challenge_experts_few",
  });
};

export const appraised: ChallengeCondition = async ({ tx, subject, now }) => {
  const minimum = await getPolicyNumber(tx, "market.challenge.experts_minimum", now);
  const experts = activeExperts(subject);
  const done = experts.filter((one) => one.submittedAt !== null).length;
  return conditionOf(done >= minimum && done === experts.length, {
    inputs: { done, experts: experts.length, minimum },
    formula: "every expert has handed in, and they are at least the minimum",
    source: MARKET_RULE,
    code: "challenge_not_appraised",
  });
};

export const selectionFits: ChallengeCondition = ({ subject, input }) => {
  const selected = idsOf(input.selected);
  const reserve = idsOf(input.reserve);
  const eligible = new Set(intentionsIn(subject, "ELIGIBLE").map((one) => one.id));
  const all = [...selected, ...reserve];
  const fits =
    selected.length >= 1 &&
    selected.length <= subject.maxTakers &&
    new Set(all).size === all.length &&
    all.every((id) => eligible.has(id));
  return conditionOf(fits, {
    inputs: {
      selected: selected.length,
      reserve: reserve.length,
      maxTakers: subject.maxTakers,
      mode: subject.takerMode,
    },
    formula: "1 <= selected <= maxTakers, each an eligible intention, none twice",
    source: JINAN,
    code: "challenge_selection",
    field: "selected",
  });
};

export const rankingFollowed: ChallengeCondition = ({ subject, input }) => {
  const selected = new Set(idsOf(input.selected));
  const skips = skipsRank(intentionsIn(subject, "ELIGIBLE"), selected);
  const reason = typeof input.note === "string" ? input.note.trim() : "";
  const rest = {
    inputs: { skips, hasReason: reason !== "" },
    formula: "nobody is chosen before a better ranked one, else the reason is published",
    source: MARKET_RULE,
  };
  if (!skips) return { ...rest, answer: "MET" };
  if (reason !== "") return { ...rest, answer: "PERSON_DECIDES" };
  return { ...rest, answer: "NOT_MET", code: "challenge_rank_reason", field: "reason" };
};

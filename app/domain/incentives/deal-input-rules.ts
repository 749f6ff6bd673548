import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { toYuanText } from "~/domain/shared/money";
import { familyOf } from "~/domain/shared/tech-contract";
import { addMonths } from "~/domain/shared/working-days";
import type { IncentiveField } from "./incentives-schema";
import type { SellerKind } from "./unit-kind-rules";

/** Where a value comes from; `number` is that of the contract, version, registration or sheet. */
export type InputSource = {
  code:
    | "contract"
    | "terms"
    | "offer"
    | "registration"
    | "organisation"
    | "payments"
    | "reward"
    | "declaration";
  number?: string;
};

export type DealInput = { field: IncentiveField; value: string; source: InputSource };

/** What a deal knows that the calculator asks for. Money in fen, dates as YYYY-MM-DD. */
export type DealInputFacts = {
  content: TermSheetContent;
  /** Which text the terms are read from. */
  termsSource: InputSource;
  sellerKind: SellerKind;
  sellerName: string;
  sellerRegion: string;
  registration: { number: string; totalFen: bigint; technicalFen: bigint } | null;
  /** Null while a side has not declared. */
  areRelated: boolean | null;
  firstPaidOn: string | null;
  confirmedFen: bigint;
  reward: {
    number: string;
    netIncomeFen: bigint;
    officeBonusFen: bigint;
    isPublicised: boolean;
    paidOn: string | null;
  } | null;
};

const LIXIA = "370102";
const DAY_MS = 86_400_000;
const MAX_MONTHS = 1200;
const WORLDWIDE = /全球|全世界|世界范围|worldwide/i;

/**
 * Fills the calculator from a deal, each value with its source. What the deal does not know is left
 * out, not guessed; registered amounts go before those of the contract.
 */
export function dealInputs(facts: DealInputFacts): DealInput[] {
  const inputs: DealInput[] = [];
  const put = (field: IncentiveField, value: string | null, source: InputSource) => {
    if (value) inputs.push({ field, value, source });
  };
  const tick = (field: IncentiveField, isTrue: boolean, source: InputSource) =>
    put(field, isTrue ? "on" : null, source);
  const { content, termsSource: terms, registration, reward } = facts;
  const { price } = content;
  const family = familyOf(content.categoryCode);
  const unit: InputSource = { code: "organisation" };

  put("kind", `k${content.categoryCode}`, terms);
  putAmounts(put, facts);
  tick("includesVat", price.includesTax, terms);
  put("sellerKind", facts.sellerKind, unit);
  tick("inShandong", facts.sellerRegion.startsWith("37"), unit);
  tick("inLixia", facts.sellerRegion === LIXIA, unit);
  if (registration) {
    tick("isRegistered", true, { code: "registration", number: registration.number });
  }
  if (facts.areRelated === false) put("relatedShare", "0", { code: "declaration" });
  if (family === "LICENCE" && content.licence) {
    put("licence", content.licence.kind, terms);
    put("licenceYears", licenceYears(content), terms);
    const isExclusive = content.licence.kind === "EXCLUSIVE";
    tick("isWorldwide", isExclusive && WORLDWIDE.test(content.licence.territory), terms);
  }
  const owners = content.object.rights.map((right) => right.owner);
  const isOwner = owners.length > 0 && owners.every((owner) => owner === facts.sellerName);
  tick("ownsRight", isOwner, terms);
  if (family === "TRANSFER" || family === "LICENCE") {
    putReward(put, tick, facts, price.isEquity ? "EQUITY" : "TRANSFER");
  }
  if (facts.firstPaidOn) put("incomeOn", facts.firstPaidOn, { code: "payments" });
  if (reward) {
    const source: InputSource = { code: "reward", number: reward.number };
    tick("isPublicised", reward.isPublicised, source);
    put("rewardOn", reward.paidOn, source);
  }
  return inputs;
}

type Put = (field: IncentiveField, value: string | null, source: InputSource) => void;

function putAmounts(put: Put, { content, termsSource, registration }: DealInputFacts): void {
  if (registration) {
    const source: InputSource = { code: "registration", number: registration.number };
    put("total", toYuanText(registration.totalFen), source);
    put("technical", toYuanText(registration.technicalFen), source);
    return;
  }
  const { totalFen, technicalFen, nonTechnical } = content.price;
  if (totalFen === null) return;
  put("total", toYuanText(BigInt(totalFen)), termsSource);
  const costs = nonTechnical.reduce((sum, one) => sum + BigInt(one.amountFen), 0n);
  if (costs > 0n) put("nonTechnical", toYuanText(costs), termsSource);
  if (technicalFen !== null) put("technical", toYuanText(BigInt(technicalFen)), termsSource);
}

function putReward(
  put: Put,
  tick: (field: IncentiveField, isTrue: boolean, source: InputSource) => void,
  { reward, confirmedFen, termsSource }: DealInputFacts,
  rewardCase: "TRANSFER" | "EQUITY",
): void {
  if (reward) {
    const source: InputSource = { code: "reward", number: reward.number };
    put("rewardCase", rewardCase, termsSource);
    put("rewardBase", toYuanText(reward.netIncomeFen), source);
    tick("takesOfficeBonus", reward.officeBonusFen > 0n, source);
  } else if (confirmedFen > 0n) {
    put("rewardCase", rewardCase, termsSource);
    put("rewardBase", toYuanText(confirmedFen), { code: "payments" });
  }
}

/** Whole months from the beginning of the term to the end of the licence, in years; 5 years are "5". */
function licenceYears({ licence, term }: TermSheetContent): string | null {
  const to = licence?.endsOn ?? term.toOn;
  if (!term.fromOn || !to || to < term.fromOn) return null;
  const end = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  let months = 0;
  while (months < MAX_MONTHS && addMonths(term.fromOn, months + 1) <= end) months += 1;
  return months === 0 ? null : String(Math.floor((months / 12) * 100) / 100);
}

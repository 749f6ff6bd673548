import { incentivesSchema } from "~/domain/incentives/incentives-schema";
import { officeBonus } from "~/domain/incentives/office-bonus-rules";
import type { PolicyRow } from "~/domain/incentives/policy-parameter-rules";
import { rewardFloor } from "~/domain/incentives/reward-floor-rules";
import type { SellerKind } from "~/domain/incentives/unit-kind-rules";
import { toYuanText } from "~/domain/shared/money";
import { sum } from "./plan-adjust-rules";
import { divideFen, isWhole } from "./reward-share-rules";

export type RewardFacts = {
  /** Calendar date whose rules hold. */
  on: string;
  sellerKind: SellerKind;
  /** Six-digit division code of the unit. */
  regionCode: string;
  /** Sub-kind of the contract. */
  categoryCode: string;
};

export type RewardParts = {
  revenueFen: bigint;
  deductionsFen: bigint;
  netIncomeFen: bigint;
  rewardFen: bigint;
  officeBonusFen: bigint;
  /** One for each share; zeros while the shares do not make a whole. */
  shareFen: bigint[];
};

/** Part of an amount, rounded to the fen, half a fen upwards. */
export function partOf(fen: bigint, bp: number): bigint {
  return (fen * BigInt(bp) + 5000n) / 10_000n;
}

/** The amounts of a sheet from its revenue, deductions and percentages. Deductions above it leave nothing. */
export function rewardParts(
  revenueFen: bigint,
  content: {
    deductions: readonly { amountFen: bigint }[];
    rewardBp: number;
    bonusBp: number;
    shares: readonly { shareBp: number }[];
  },
): RewardParts {
  const asked = sum(content.deductions.map((one) => one.amountFen));
  const deductionsFen = asked < revenueFen ? asked : revenueFen;
  const netIncomeFen = revenueFen - deductionsFen;
  const rewardFen = partOf(netIncomeFen, content.rewardBp);
  const sharesBp = content.shares.map((one) => one.shareBp);
  return {
    revenueFen,
    deductionsFen,
    netIncomeFen,
    rewardFen,
    officeBonusFen: partOf(netIncomeFen, content.bonusBp),
    shareFen: isWhole(sharesBp) ? divideFen(rewardFen, sharesBp) : sharesBp.map(() => 0n),
  };
}

export type Floor = {
  /** Least reward in fen by law; null when no rule is known for the date. */
  dueFen: bigint | null;
  floorBp: number;
  /** The articles that set it. */
  source: string;
  confidence: string;
  /** The unit may agree on less: it is not government-run. */
  isBelowAllowed: boolean;
  /** The law names transfers and licences; for another contract a person decides. */
  isNamed: boolean;
};

/** The statutory floor of the reward (促进科技成果转化法 art. 45; 山东省条例 art. 34), by the dated rules. */
export function floorOf(
  policies: readonly PolicyRow[],
  facts: RewardFacts,
  netIncomeFen: bigint,
): Floor {
  const result = rewardFloor(policies, inputOf(facts, netIncomeFen));
  const floor = result.figures.floor?.value;
  // The row that the floor comes from: the province's where it is higher, else the law's.
  const deciding = [...result.rules].sort((a, b) => Number(b.value) - Number(a.value))[0];
  const isGovernment = facts.sellerKind.startsWith("GOVERNMENT");
  return {
    dueFen: result.outcome === "unknown" ? null : result.amountFen,
    floorBp: typeof floor === "bigint" ? Number(floor / 100n) : 0,
    source: deciding?.source ?? "",
    confidence: deciding?.confidence ?? "",
    isBelowAllowed: !isGovernment,
    isNamed: result.outcome === "granted",
  };
}

export type BonusRule = { isAllowed: boolean; dueFen: bigint; source: string };

/** Whether the unit's transfer office may have a bonus of this income, and how much at least (art. 36). */
export function bonusRuleOf(
  policies: readonly PolicyRow[],
  facts: RewardFacts,
  netIncomeFen: bigint,
): BonusRule {
  const result = officeBonus(policies, { ...inputOf(facts, netIncomeFen), takesOfficeBonus: true });
  return {
    isAllowed: result.outcome === "granted",
    dueFen: result.amountFen ?? 0n,
    source: result.rules[0]?.source ?? "",
  };
}

/** The calculator's input for the two rules above; what they do not read stays at its default. */
function inputOf(facts: RewardFacts, netIncomeFen: bigint) {
  const base = netIncomeFen > 0n ? netIncomeFen : 1n;
  const form = incentivesSchema.parse({
    kind: `k${facts.categoryCode}`,
    total: toYuanText(base),
    sellerKind: facts.sellerKind,
    rewardCase: "TRANSFER",
    rewardBase: toYuanText(base),
    ...(facts.regionCode.startsWith("37") ? { inShandong: "on" } : {}),
  });
  return { ...form, rewardBase: netIncomeFen, on: facts.on };
}

/** Supreme People's Court, interpretation on disputes over technology contracts (2020 amendment). */
const INTERPRETATION = "最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释";

/** What a rule says, with the place where it stands. */
export type Ruling<T> = { value: T; source: string };

/**
 * Whether the broker may ask for the fee: no technology contract between client and third party, no
 * fee. Necessary costs are due then only if the client promised them.
 */
export function mayClaimFee(facts: { hasMainContract: boolean }): Ruling<boolean> {
  return { value: facts.hasMainContract, source: `${INTERPRETATION} 第四十条` };
}

export const COST_BEARERS = ["BROKER", "CLIENT"] as const;
export type CostBearer = (typeof COST_BEARERS)[number];

/** Who bears the costs of the broker's work: as agreed, otherwise the broker. */
export function costBearer(agreed: CostBearer | null): Ruling<CostBearer> {
  return { value: agreed ?? "BROKER", source: `${INTERPRETATION} 第三十八条、第三十九条` };
}

/** Where the promise of a fee stands. */
export const FEE_BASES = ["MANDATE", "MAIN_CONTRACT_CLAUSE"] as const;
export type FeeBasis = (typeof FEE_BASES)[number];

export type FeePart = { payer: "CLIENT" | "OTHER_SIDE"; amountFen: bigint };

/**
 * Who owes the fee. Agreed between broker and client in a mandate, the client does, unless both
 * promised half each. Standing only as a clause of the main contract that does not say who pays,
 * client and third party owe half each; an odd fen falls to the client.
 */
export function feeParts(facts: {
  basis: FeeBasis;
  /** What was agreed; null: the clause does not say. */
  payer: "CLIENT" | "HALF_EACH" | null;
  feeFen: bigint;
}): Ruling<FeePart[]> {
  const isUnclear = facts.payer === null && facts.basis === "MAIN_CONTRACT_CLAUSE";
  const source = isUnclear
    ? `${INTERPRETATION} 第三十九条第三款`
    : `${INTERPRETATION} 第三十九条；民法典第九百六十三条`;
  if (!isUnclear && facts.payer !== "HALF_EACH") {
    return { value: [{ payer: "CLIENT", amountFen: facts.feeFen }], source };
  }
  const half = facts.feeFen / 2n;
  return {
    value: [
      { payer: "CLIENT", amountFen: facts.feeFen - half },
      { payer: "OTHER_SIDE", amountFen: half },
    ],
    source,
  };
}

/** The fee stays due when the main contract falls away later without the broker's fault. */
export function feeSurvivesEnd(facts: { isBrokerAtFault: boolean }): Ruling<boolean> {
  return { value: !facts.isBrokerAtFault, source: `${INTERPRETATION} 第四十一条` };
}

import { findAmountFaults, technicalShareBp } from "../amount-rules";
import type { DossierFacts } from "../dossier-facts-schema";
import { sourceAt } from "../legal-source-rules";
import {
  type CheckContext,
  type Judgement,
  met,
  notMet,
  personDecides,
  type RecognitionCheck,
} from "./check-rules";

const money = (fen: bigint | null) => (fen === null ? null : fen.toString());

function judgePrice({ amounts }: DossierFacts): Judgement {
  const inputs = { totalFen: money(amounts.totalFen), technicalFen: money(amounts.technicalFen) };
  const fault = findAmountFaults(amounts).find((one) => one !== "items_differ");
  if (fault) return notMet(inputs, fault);
  // A royalty that cannot be summed yet: both amounts are supplemented before any tax relief.
  if (amounts.totalFen === null) return personDecides(inputs, "price_open");
  return met(inputs);
}

function judgeItems({ amounts }: DossierFacts, { parameters }: CheckContext): Judgement {
  const { totalFen, technicalFen } = amounts;
  const least = parameters.technicalShareReviewBp;
  const inputs = {
    totalFen: money(totalFen),
    technicalFen: money(technicalFen),
    leastBp: least.value,
    parameter: least.key,
  };
  if (findAmountFaults(amounts).includes("items_differ")) return notMet(inputs, "items_differ");
  if (amounts.includesHardware === true && totalFen === technicalFen) {
    return personDecides(inputs, "hardware_unpriced");
  }
  const share = technicalShareBp(amounts);
  if (share !== null && share < least.value) return personDecides(inputs, "share_low");
  return met(inputs);
}

/** Price, the part of it that is technical, and what is delivered with it. */
export const amountChecks: readonly RecognitionCheck[] = [
  {
    id: "C11",
    kind: "BLOCK",
    leadsTo: "R3",
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "846"), sourceAt("refusalNotice", "3")],
    formula: "0 < technical <= total, instalments sum to total, approved income <= technical",
    judge: judgePrice,
  },
  {
    id: "C39",
    kind: "BLOCK",
    leadsTo: "R3",
    suppliedBy: "BOTH",
    sources: [sourceAt("interpretation", "14"), sourceAt("recognitionRules", "52")],
    formula: "non-technical items sum to total − technical; technical share >= parameter",
    applies: ({ amounts }) => amounts.totalFen !== null && amounts.technicalFen !== null,
    judge: judgeItems,
  },
  {
    id: "C40",
    kind: "PERSON",
    leadsTo: "R3",
    suppliedBy: "SELLER",
    sources: [sourceAt("recognitionRules", "19")],
    formula: "carrierSets <= parameter",
    applies: ({ amounts }) => amounts.carrierSets !== null,
    judge: ({ amounts }, { parameters }) => {
      const most = parameters.carrierSetsMax;
      const inputs = { carrierSets: amounts.carrierSets, most: most.value, parameter: most.key };
      return (amounts.carrierSets ?? 0) <= most.value
        ? met(inputs)
        : personDecides(inputs, "too_many_carriers");
    },
  },
];

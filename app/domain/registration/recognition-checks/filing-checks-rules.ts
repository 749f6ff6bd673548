import type { DossierFacts } from "../dossier-facts-schema";
import { sourceAt } from "../legal-source-rules";
import {
  type CheckContext,
  isFamily,
  type Judgement,
  met,
  mustBeStated,
  notMet,
  personDecides,
  type RecognitionCheck,
} from "./check-rules";

const provinceOf = (region: string) => region.slice(0, 2);
const cityOf = (region: string) => `${region.slice(0, 4)}00`;

function judgeOffice(facts: DossierFacts, { parameters }: CheckContext): Judgement {
  const region = facts.seller.regionCode;
  const office = facts.office;
  const limit = parameters.delegatedLimitFen;
  const inputs = {
    sellerRegion: region,
    officeRegion: office?.regionCode ?? null,
    limitFen: limit.value.toString(),
    parameter: limit.key,
    isNamed: office?.isNamed ?? null,
  };
  if (!office || !region) return personDecides(inputs, "office_unknown");
  const isHere = {
    PROVINCE: provinceOf(office.regionCode) === provinceOf(region),
    CITY: cityOf(office.regionCode) === cityOf(region),
    DISTRICT: office.regionCode === region,
  }[office.level];
  if (!isHere) return notMet(inputs, "office_elsewhere");
  const total = facts.amounts.totalFen;
  const isDelegating = provinceOf(region) === parameters.delegationProvince;
  if (
    !isDelegating ||
    total === null ||
    parameters.undelegatedCities.value.includes(cityOf(region))
  ) {
    // Where the notice is silent, the dated table of delegations says whose matter it is.
    if (office.isNamed === null) return personDecides(inputs, "competence_unclear");
    return office.isNamed ? met(inputs) : notMet(inputs, "office_not_named");
  }
  // A district has what its city has been given.
  const isProvince = office.level === "PROVINCE";
  return isProvince === total >= limit.value ? met(inputs) : notMet(inputs, "office_level");
}

/** Where the contract is filed, whether for the first time, and what is declared with it. */
export const filingChecks: readonly RecognitionCheck[] = [
  {
    id: "C33",
    kind: "BLOCK",
    leadsTo: "NOT_ACCEPTED",
    suppliedBy: "OFFICE",
    sources: [sourceAt("registrationMeasures")],
    formula: "isAlreadyRegistered = false",
    judge: ({ isAlreadyRegistered }) => {
      const inputs = { isAlreadyRegistered };
      if (isAlreadyRegistered === null) return personDecides(inputs, "not_looked_up");
      return isAlreadyRegistered ? notMet(inputs) : met(inputs);
    },
  },
  {
    id: "C34",
    kind: "BLOCK",
    leadsTo: "NOT_ACCEPTED",
    suppliedBy: "OFFICE",
    sources: [sourceAt("registrationMeasures")],
    formula:
      "office in the seller's region; city below the delegated limit, else province; where the limit does not hold, the office that a delegation in force names",
    judge: judgeOffice,
  },
  {
    id: "C35",
    kind: "PERSON",
    leadsTo: "R7",
    suppliedBy: "BOTH",
    sources: [sourceAt("market")],
    formula: "isRelated declared and = isRelatedByData",
    judge: ({ isRelated, isRelatedByData }) => {
      const inputs = { isRelated, isRelatedByData };
      if (isRelated === null) return notMet(inputs);
      if (isRelatedByData === true && !isRelated) return personDecides(inputs, "related_by_data");
      return isRelatedByData === isRelated ? met(inputs) : personDecides(inputs);
    },
  },
  {
    id: "C36",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "SELLER",
    sources: [sourceAt("market")],
    formula: "development, transfer or licence where wantsTaxRelief",
    applies: (facts) => facts.wantsTaxRelief,
    judge: (facts) => mustBeStated("isReliefCategory", isFamily(facts, "1", "2", "3")),
  },
];

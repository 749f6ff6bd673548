import type { DossierFacts, PartyFacts } from "../dossier-facts-schema";
import { sourceAt } from "../legal-source-rules";
import {
  type Judgement,
  met,
  mustBeStated,
  notMet,
  personDecides,
  type RecognitionCheck,
} from "./check-rules";

const parties = (facts: DossierFacts): PartyFacts[] => [facts.seller, facts.buyer];
/** Full-width letters and spaces on a seal are no difference. */
const plain = (name: string | null) => (name ?? "").normalize("NFKC").replace(/\s/g, "");

function judgeNames(facts: DossierFacts): Judgement {
  const inputs = {
    names: parties(facts).map((party) => party.name),
    seals: parties(facts).map((party) => party.sealName),
  };
  if (parties(facts).some((party) => !party.name)) return notMet(inputs, "name_missing", "R3");
  if (parties(facts).some((party) => !party.sealName)) return notMet(inputs, "seal_missing");
  if (parties(facts).some((party) => plain(party.name) !== plain(party.sealName))) {
    return notMet(inputs, "seal_differs");
  }
  const isVerified = parties(facts).every((party) => party.isIdentityVerified === true);
  return isVerified ? met(inputs) : personDecides(inputs, "identity_unverified");
}

function judgeForce(facts: DossierFacts, on: string): Judgement {
  const inputs = { signedOn: facts.signedOn, isInForce: facts.isInForce, on };
  if (!facts.signedOn) return notMet(inputs, "date_missing");
  if (facts.signedOn > on) return notMet(inputs, "date_in_future");
  if (facts.isInForce === null) return personDecides(inputs, "force_unproved");
  return facts.isInForce ? met(inputs) : notMet(inputs);
}

/** The paper itself and who signed it. */
export const partyChecks: readonly RecognitionCheck[] = [
  {
    id: "C01",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "SELLER",
    sources: [sourceAt("civilCode", "851", "863"), sourceAt("registrationMeasures")],
    formula: "isTextUploaded and isTextComplete",
    judge: ({ isTextUploaded, isTextComplete }) => {
      const inputs = { isTextUploaded, isTextComplete };
      return isTextUploaded === true && isTextComplete === true ? met(inputs) : notMet(inputs);
    },
  },
  {
    id: "C02",
    kind: "BLOCK",
    leadsTo: "R8",
    suppliedBy: "BOTH",
    sources: [sourceAt("refusalNotice", "3", "8")],
    formula: "names given, seal = name for both, identity verified",
    judge: judgeNames,
  },
  {
    id: "C03",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "BOTH",
    sources: [sourceAt("recognitionRules", "8")],
    formula: "signatory = LEGAL_REPRESENTATIVE, or AGENT with hasAuthorisation",
    judge: (facts) => {
      const inputs = { signatories: parties(facts).map((party) => party.signatory) };
      const isAuthorised = (party: PartyFacts) =>
        party.signatory === "LEGAL_REPRESENTATIVE" ||
        (party.signatory === "AGENT" && party.hasAuthorisation === true);
      return parties(facts).every(isAuthorised) ? met(inputs) : notMet(inputs);
    },
  },
  {
    id: "C04",
    kind: "BLOCK",
    leadsTo: "R1",
    suppliedBy: "BOTH",
    sources: [sourceAt("refusalNotice", "1"), sourceAt("recognitionRules", "8")],
    formula: "signedOn <= on and isInForce",
    judge: (facts, { on }) => judgeForce(facts, on),
  },
  {
    id: "C05",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "BOTH",
    sources: [sourceAt("interpretation", "7"), sourceAt("recognitionRules", "9")],
    formula: "hasUnitAuthorisation for every party that is a department",
    applies: (facts) => parties(facts).some((party) => party.isInternalDepartment),
    judge: (facts) => {
      const departments = parties(facts).filter((party) => party.isInternalDepartment);
      const isMet = departments.every((party) => party.hasUnitAuthorisation === true);
      return mustBeStated("hasUnitAuthorisation", isMet);
    },
  },
  {
    id: "C31",
    kind: "BLOCK",
    leadsTo: "R1",
    suppliedBy: "BOTH",
    sources: [sourceAt("recognitionRules", "16")],
    formula: "isConditionFulfilled where hasCondition",
    applies: (facts) => facts.hasCondition,
    judge: (facts) => mustBeStated("isConditionFulfilled", facts.isConditionFulfilled),
  },
  {
    id: "C38",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "SELLER",
    sources: [sourceAt("newerRules", "36")],
    formula: "hasChineseCopy where isForeignLanguage",
    applies: (facts) => facts.isForeignLanguage,
    judge: (facts) => mustBeStated("hasChineseCopy", facts.hasChineseCopy),
  },
];

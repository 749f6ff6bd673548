import { NON_TECHNICAL_KINDS } from "~/domain/shared/tech-contract";
import { type DossierFacts, dossierFactsSchema } from "./dossier-facts-schema";
import { costField, type SelfCheck } from "./self-check-schema";

/** Stands for a text that the firm says is in the contract; the self-check does not read it. */
const DECLARED = "declared";

function amountFacts(form: SelfCheck, has: (name: SelfCheck["present"][number]) => boolean) {
  const nonTechnical = NON_TECHNICAL_KINDS.flatMap((kind) => {
    const amountFen = form[costField(kind)];
    return amountFen ? [{ kind, amountFen }] : [];
  });
  return {
    totalFen: form.total,
    technicalFen: form.technical,
    nonTechnical,
    isPriceClear: has("price"),
    includesHardware: form.situation.includes("hardware"),
    carrierSets: form.carrierSets ?? null,
  };
}

function patentFacts(form: SelfCheck) {
  if (!form.patentNumber) return [];
  const declared = form.present.includes("patentData") ? DECLARED : null;
  return [
    {
      title: declared,
      applicant: declared,
      owner: declared,
      filedOn: form.patentFiledOn ?? null,
      number: form.patentNumber,
      termEndsOn: form.patentTermEndsOn ?? null,
    },
  ];
}

/**
 * The short form as facts. What the form does not ask (ownership data, status of a patent, the
 * office) stays unknown, so that a person decides it; what is not ticked is not there.
 */
export function toDossierFacts(form: SelfCheck): DossierFacts {
  const has = (name: SelfCheck["present"][number]) => form.present.includes(name);
  const is = (name: SelfCheck["situation"][number]) => form.situation.includes(name);
  const proved = (name: SelfCheck["proof"][number]) => form.proof.includes(name);
  const party = {
    name: has("names") ? DECLARED : null,
    sealName: has("seals") ? DECLARED : null,
    isIdentityVerified: has("identity") ? true : null,
    signatory: has("authority") ? ("LEGAL_REPRESENTATIVE" as const) : null,
  };
  return dossierFactsSchema.parse({
    category: form.category,
    statedFamily: form.statedFamily ?? null,
    seller: {
      ...party,
      isInternalDepartment: is("department"),
      hasUnitAuthorisation: proved("departmentAuthority"),
    },
    buyer: { ...party, isForeign: is("foreignParty") },
    isTextUploaded: has("text"),
    isTextComplete: has("text"),
    isForeignLanguage: is("foreignLanguage"),
    hasChineseCopy: proved("chineseCopy"),
    signedOn: form.signedOn ?? null,
    isInForce: has("inForce") ? true : null,
    hasCondition: is("condition"),
    isConditionFulfilled: proved("conditionProof"),
    object: has("object") ? DECLARED : null,
    targets: has("targets") ? DECLARED : null,
    hasPlan: has("plan"),
    hasConfidentiality: has("confidentiality"),
    hasOwnership: has("ownership"),
    hasAcceptance: has("acceptance"),
    hasApplicationRightClause: has("applicationRight"),
    amounts: amountFacts(form, has),
    paymentMethod: form.paymentMethod ?? null,
    royalty: has("royaltyTerms")
      ? { base: DECLARED, rate: DECLARED, period: DECLARED, hasInspection: true }
      : null,
    patents: patentFacts(form),
    hasRightCertificates: has("certificates"),
    licence: {
      kind: form.licenceKind ?? null,
      territory: form.licenceTerritory ?? null,
      endsOn: form.licenceEndsOn ?? null,
    },
    isKnowhowPublic: is("publicKnowhow"),
    hasCoOwners: is("coOwners"),
    haveCoOwnersConsented: proved("coOwnerConsent"),
    isServiceResult: is("serviceResult"),
    hasPriorityWaiver: proved("priorityWaiver"),
    monopolyClauses: form.clauses,
    isProhibited: is("prohibited"),
    needsApproval: is("needsApproval"),
    hasApproval: proved("approval"),
    export: { list: "FREE", hasPaper: proved("exportPaper") },
    isExcludedWork: is("excludedWork"),
    isBasicResearch: is("basicResearch"),
    isMixed: is("mixed"),
    isTechnicalPartPriced: proved("pricedPart"),
    // A tick is the firm's word; that it is not registered only the office can look up.
    isAlreadyRegistered: is("registered") ? true : null,
    isRelated: is("related"),
    wantsTaxRelief: is("taxRelief"),
    hasStateSecret: is("stateSecret"),
  });
}

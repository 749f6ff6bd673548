import { canonicalIpNumber } from "~/domain/catalogue/patent-number-rules";
import { type DossierFacts, dossierFactsSchema } from "./dossier-facts-schema";
import type { DocumentKind, DossierSource, SourceParty } from "./dossier-source-schema";
import {
  type DeclarationId,
  filledFieldIds,
  type PartySide,
  type RegistrationForm,
} from "./registration-form-rules";

export type FactsContext = {
  source: DossierSource;
  form: RegistrationForm;
  documents: readonly DocumentKind[];
  office: NonNullable<DossierFacts["office"]> | null;
  /** Looked up among all registrations of the market. */
  isAlreadyRegistered: boolean;
};

const FAMILY_WORDS = [
  ["1", "开发"],
  ["2", "转让"],
  ["3", "许可"],
  ["4", "咨询"],
  ["5", "服务"],
  ["5", "培训"],
  ["5", "中介"],
] as const;

/** Category that a contract's title says: the last word counts, as the head of a Chinese phrase. */
export function statedFamilyOf(title: string): DossierFacts["statedFamily"] {
  let found: { family: DossierFacts["statedFamily"]; at: number } = { family: null, at: -1 };
  for (const [family, word] of FAMILY_WORDS) {
    const at = title.lastIndexOf(word);
    if (at > found.at) found = { family, at };
  }
  return found.family;
}

/** Kinds whose contract takes effect between the parties only with a further act of an authority. */
const EFFECT_ELSEWHERE = new Set(["21", "22"]);

function partyFacts(party: SourceParty, side: PartySide, context: FactsContext) {
  const { form, documents } = context;
  const name = form[`${side}.name`]?.value ?? null;
  return {
    name,
    // An electronic signature is given in the name of the organisation's record.
    sealName: party.signature ? party.legalName : null,
    isIdentityVerified: party.isVerified,
    signatory:
      party.signature?.capacity === "AGENT"
        ? ("AGENT" as const)
        : party.signature
          ? ("LEGAL_REPRESENTATIVE" as const)
          : null,
    hasAuthorisation:
      (party.signature?.hasAuthorisation ?? false) || documents.includes("AUTHORISATION"),
    isForeign: (form[`${side}.party_nature`]?.value ?? party.natureCode) === "500",
    regionCode: form[`${side}.region`]?.value ?? null,
  };
}

function amountFacts({ source, form }: FactsContext) {
  const { price, object } = source.terms;
  const fen = (id: "total_amount" | "technical_amount") => {
    const value = form[id]?.value;
    return value && /^\d+$/.test(value) ? BigInt(value) : null;
  };
  const total = fen("total_amount");
  const isSettled = price.totalFen !== null || price.entryFeeFen !== null;
  return {
    totalFen: total,
    technicalFen: fen("technical_amount"),
    nonTechnical: price.nonTechnical.map((one) => ({
      kind: one.kind,
      amountFen: BigInt(one.amountFen),
    })),
    instalmentsFen: isSettled ? price.instalments.map((one) => BigInt(one.amountFen)) : [],
    isPriceClear: total !== null || price.royalty !== null,
    includesHardware:
      price.nonTechnical.some((one) => one.kind !== "OTHER") || (object.carrierSets ?? 0) > 0,
    carrierSets: object.carrierSets,
  };
}

/** A patent of the terms; the holder's answers stand behind its status, the listing's may lapse it. */
function patentFacts({ source }: FactsContext) {
  const { rightHolder, achievement, terms } = source;
  return terms.object.rights
    .filter((one) => one.kind.startsWith("PATENT"))
    .map((one) => {
      const number = canonicalIpNumber(one.kind, one.number);
      const listed = achievement?.rights.find(
        (right) => right.number && canonicalIpNumber(one.kind, right.number) === number,
      );
      return {
        title: one.title || null,
        applicant: one.applicant || null,
        owner: one.owner || null,
        filedOn: one.filedOn,
        number: one.number || null,
        isValid: listed?.status === "LAPSED" ? false : rightHolder.isValid,
        areFeesPaid: rightHolder.areFeesPaid,
        termEndsOn: one.expiresOn,
      };
    });
}

/**
 * The facts that the recognition checks look at: read off the deal where it has them, off the form
 * where a person states them, and left open where nobody has.
 */
export function buildFacts(context: FactsContext): DossierFacts {
  const { source, form, documents } = context;
  const { terms, rightHolder, achievement } = source;
  const said = (id: DeclarationId): boolean | null => {
    const value = form[`declared.${id}`]?.value;
    return value === "yes" ? true : value === "no" ? false : null;
  };
  const has = (kind: DocumentKind) => documents.includes(kind);
  const category = form.category?.value ?? terms.categoryCode;
  const { royalty, kind } = terms.price;
  const hasCoOwners = said("co_owners");
  return dossierFactsSchema.parse({
    category,
    statedFamily: statedFamilyOf(source.title),
    seller: partyFacts(source.seller, "seller", context),
    buyer: partyFacts(source.buyer, "buyer", context),
    isTextUploaded: source.hasText,
    isTextComplete: source.hasText,
    isForeignLanguage: said("foreign_language") ?? false,
    hasChineseCopy: has("TRANSLATION"),
    signedOn: form.signed_on?.value || null,
    isInForce: EFFECT_ELSEWHERE.has(category) || !source.signedOn ? null : true,
    hasCondition: said("condition") ?? false,
    isConditionFulfilled: said("condition_fulfilled"),
    object: terms.object.description || null,
    targets: terms.object.targets || null,
    hasPlan: terms.object.plan !== "" || terms.milestones.length > 0,
    hasConfidentiality: terms.confidentiality.scope !== "",
    hasOwnership: terms.results.ownership !== null,
    hasAcceptance: terms.acceptance.standard !== "" && terms.acceptance.method !== "",
    hasApplicationRightClause: terms.results.applicationRight !== "",
    amounts: amountFacts(context),
    paymentMethod: form.payment_method?.value || null,
    royalty:
      royalty && kind.includes("ROYALTY")
        ? {
            base: royalty.base,
            rate: String(royalty.rateBp),
            period: royalty.toOn,
            hasInspection: royalty.mayInspectAccounts,
          }
        : null,
    patents: patentFacts(context),
    hasRightCertificates: has("IP_CERTIFICATE"),
    licence: terms.licence && {
      kind: terms.licence.kind,
      territory: terms.licence.territory || null,
      endsOn: terms.licence.endsOn,
    },
    isKnowhowPublic: said("public_knowhow"),
    hasCoOwners,
    haveCoOwnersConsented: has("CO_OWNER_CONSENT") ? true : rightHolder.haveCoOwnersConsented,
    isServiceResult: achievement?.isServiceOutcome ?? null,
    hasPriorityWaiver: said("priority_waiver"),
    isProhibited: said("prohibited"),
    needsApproval: said("needs_approval"),
    hasApproval: has("PROJECT_APPROVAL"),
    export: { list: "FREE", hasPaper: has("EXPORT_PAPER") },
    isExcludedWork: said("excluded_work"),
    isBasicResearch: said("basic_research"),
    isMixed: said("mixed") ?? false,
    isTechnicalPartPriced: said("priced_part"),
    isAlreadyRegistered: context.isAlreadyRegistered,
    office: context.office,
    isRelated: form.is_related ? form.is_related.value === "yes" : null,
    isRelatedByData: source.isRelatedByData,
    wantsTaxRelief: said("tax_relief") ?? false,
    hasStateSecret: said("state_secret"),
    filledFields: filledFieldIds(form),
  });
}

import { readFileSync } from "node:fs";
import type { SubKind } from "~/domain/shared/tech-contract";
import { type DossierFacts, dossierFactsSchema } from "./dossier-facts-schema";
import { CHECK_IDS } from "./recognition-checks/check-ids-rules";
import { readRecognitionParameters } from "./recognition-parameters-rules";

/** Dossiers that the tests of the rules start from. */

type DeepPartial = Parameters<typeof dossierFactsSchema.parse>[0];

export const ON = "2026-11-22";

const { items } = JSON.parse(
  readFileSync("prisma/seed/codelists/policy-parameters.json", "utf8"),
) as { items: Parameters<typeof readRecognitionParameters>[0] };

export const CONTEXT = { parameters: readRecognitionParameters(items, ON), on: ON };

const party = (name: string, regionCode: string) => ({
  name,
  sealName: name,
  isIdentityVerified: true,
  signatory: "LEGAL_REPRESENTATIVE" as const,
  regionCode,
});

const patent = {
  title: "一种连续共沉淀反应器",
  applicant: "甲大学",
  owner: "甲大学",
  filedOn: "2020-01-10",
  number: "2020100123454",
  isValid: true,
  areFeesPaid: true,
  termEndsOn: "2040-01-10",
};

const PATENT_KINDS = new Set<SubKind>(["21", "22", "31"]);

/** Nothing is missing and a registrar has looked at what a person decides. */
export function completeDossier(category: SubKind): DossierFacts {
  const family = category.charAt(0) as "1" | "2" | "3" | "4" | "5";
  return dossierFactsSchema.parse({
    category,
    statedFamily: family,
    seller: party("甲大学", "370800"),
    buyer: party("乙有限公司", "370700"),
    isTextUploaded: true,
    isTextComplete: true,
    signedOn: "2026-10-01",
    isInForce: true,
    object: "连续共沉淀反应器的技术内容、范围和要求",
    targets: "粒度分布跨度小于 0.9",
    hasPlan: true,
    hasConfidentiality: true,
    hasOwnership: true,
    hasAcceptance: true,
    hasApplicationRightClause: true,
    amounts: {
      totalFen: 100_000_000n,
      technicalFen: 90_000_000n,
      nonTechnical: [{ kind: "EQUIPMENT", amountFen: 10_000_000n }],
      instalmentsFen: [40_000_000n, 60_000_000n],
      isPriceClear: true,
      includesHardware: true,
      carrierSets: 1,
    },
    paymentMethod: "INSTALMENTS",
    patents: PATENT_KINDS.has(category) ? [patent] : [],
    hasRightCertificates: true,
    licence: family === "3" ? { kind: "EXCLUSIVE", territory: "中国", endsOn: "2030-12-31" } : null,
    isKnowhowPublic: false,
    hasCoOwners: false,
    isServiceResult: true,
    hasPriorityWaiver: true,
    isProhibited: false,
    needsApproval: false,
    isExcludedWork: false,
    isBasicResearch: false,
    isAlreadyRegistered: false,
    office: { regionCode: "370800", level: "CITY" },
    isRelated: false,
    isRelatedByData: false,
    wantsTaxRelief: family < "4",
    hasStateSecret: false,
    findings: Object.fromEntries(CHECK_IDS.map((id) => [id, "MET"])),
  } satisfies DeepPartial);
}

/** The same without a registrar, with some facts changed. */
export function dossierWith(category: SubKind, change: Partial<DossierFacts>): DossierFacts {
  return { ...completeDossier(category), findings: {}, ...change };
}

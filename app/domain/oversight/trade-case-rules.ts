import type { TradeCaseType } from "./strike-rules";

export type TradeCaseRef = { caseType: TradeCaseType; caseId: string };

const FOLDERS = { LOT: "lots", TENDER: "tenders", CHALLENGE: "challenges", LICENCE: "licences" };

/** The page of a case that everybody may read. */
export function publicCaseHref(caseType: TradeCaseType, number: number): string {
  return `/${FOLDERS[caseType]}/${number}`;
}

/** The operator's page of a case, where it can be suspended. */
export function officeCaseHref({ caseType, caseId }: TradeCaseRef): string {
  return `/office/${FOLDERS[caseType]}/${caseId}`;
}

export function caseKey({ caseType, caseId }: TradeCaseRef): string {
  return `${caseType}:${caseId}`;
}

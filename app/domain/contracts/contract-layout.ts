import { familyOf, type SubKind } from "~/domain/shared/tech-contract";
import { chineseNumeral } from "./chinese-text-rules";
import type { ContractClause } from "./contract-clause-schema";
import { FAMILY_WORDS, KIND_WORDS } from "./templates/term-words";

/** Clauses at the head, before the numbered ones. */
const UNNUMBERED: readonly string[] = ["parties", "preamble"];

export type NumberedClause = ContractClause & {
  /** 第一条 … ; null at the head. */
  number: string | null;
  paragraphs: string[];
};

/** Clauses with their numbers by place; blank lines of a text are no paragraphs. */
export function numberClauses(clauses: readonly ContractClause[]): NumberedClause[] {
  let count = 0;
  return clauses.map((clause) => {
    const isHead = UNNUMBERED.includes(clause.key);
    if (!isHead) count += 1;
    return {
      ...clause,
      number: isHead ? null : `第${chineseNumeral(count)}条`,
      paragraphs: clause.body
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    };
  });
}

/** What stands on the cover and on the page of signatures. */
export type ContractCover = {
  number: string;
  title: string;
  categoryCode: SubKind;
  isSupplement: boolean;
  demandName: string;
  supplyName: string;
  demandRole: string;
  supplyRole: string;
  place: string;
};

/** Name of the document at its head, and the family under it. */
export function coverTitle(cover: ContractCover): { title: string; subtitle: string } {
  const kind = KIND_WORDS[cover.categoryCode];
  const family = FAMILY_WORDS[familyOf(cover.categoryCode)];
  if (cover.isSupplement) return { title: "补充协议", subtitle: `（${kind}）` };
  return kind === family
    ? { title: family, subtitle: "" }
    : { title: family, subtitle: `（${kind}）` };
}

/** Lines of a box to sign and seal in. */
export const SIGNATURE_LINES = [
  "法定代表人（负责人）或授权代表（签字）：",
  "签订日期：　　　　年　　月　　日",
] as const;

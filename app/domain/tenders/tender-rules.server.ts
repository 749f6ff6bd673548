import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import type { TenderRow } from "./tender-rows.server";
import { readChoices, readCriteria, type TenderRules } from "./tender-schema";

/** The buyer's choices with the dated figures that are in force: what issuing announces. */
export async function makeTenderRules(
  db: DbOrTx,
  tender: Pick<TenderRow, "id" | "rules">,
  now: Date,
): Promise<TenderRules> {
  const figure = (key: string) => getPolicyNumber(db, `market.tender.${key}`, now);
  const files = await db.tenderFile.findMany({
    where: { tenderId: tender.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { title: true, file: { select: { name: true, sha256: true } } },
  });
  return {
    ...readChoices(tender.rules),
    version: 1,
    bidsMinimum: await figure("bids_minimum"),
    committeeMinimum: await figure("committee_minimum"),
    expertShareBp: await figure("expert_share_bp"),
    candidatesMaximum: await figure("candidates_maximum"),
    candidatesDays: await figure("candidates_days"),
    standstillDays: await figure("standstill_days"),
    contractDays: await figure("contract_days"),
    amendmentDays: await figure("amendment_days"),
    abnormalBp: await figure("abnormal_bp"),
    files: files.map(({ title, file }) => ({ title: title || file.name, sha256: file.sha256 })),
  };
}

type Announced = Pick<
  TenderRow,
  | "id"
  | "title"
  | "description"
  | "categoryCode"
  | "qualification"
  | "contractTerms"
  | "budgetFen"
  | "bondFen"
  | "criteria"
  | "keyHolders"
>;

/** SHA-256 over all that a bidder answers and seals to; the deadline is not among it. */
export function hashTender(tender: Announced, rules: TenderRules): string {
  const text = canonicalJson({
    format: "gm-tender/1",
    tenderId: tender.id,
    title: tender.title,
    description: tender.description,
    categoryCode: tender.categoryCode,
    qualification: tender.qualification,
    contractTerms: tender.contractTerms,
    budgetFen: tender.budgetFen?.toString() ?? null,
    bondFen: tender.bondFen?.toString() ?? null,
    criteria: readCriteria(tender.criteria),
    keys: Object.fromEntries(tender.keyHolders.map((one) => [one.role, one.fingerprint])),
    rules,
  });
  return createHash("sha256").update(text, "utf8").digest("hex");
}

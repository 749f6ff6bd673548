import { isPublicityCleared, needsPublicity } from "~/domain/deals/publicity-queries.server";
import { listContractBlockers } from "~/domain/deals/right-holder-queries.server";
import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { findBlanks } from "./blank-rules";
import { findConflicts } from "./conflict-rules";
import { getContractDraft } from "./contract-draft-queries.server";
import { conflictFactsOf } from "./contract-facts.server";
import type { ContractRow } from "./contract-rows.server";

type Condition = (context: MoveContext<ContractRow>) => Promise<ConditionResult>;

/** What must hold before the text of a contract is frozen. */
export const draftConditions: Record<
  "both-approved" | "no-conflict" | "publicity-cleared",
  Condition
> = {
  "both-approved": async ({ tx, subject }) => {
    const { contentHash, number } = await getContractDraft(tx, subject.id, subject.draftNumber);
    const approvals = await tx.contractApproval.findMany({
      where: { contractId: subject.id, draftNumber: number, contentHash },
      select: { side: true },
    });
    const sides = approvals.map((one) => one.side).sort();
    return conditionOf(new Set(sides).size === 2, {
      inputs: { draftNumber: number, contentHash, sides },
      formula: "SUPPLY and DEMAND approved this very draft",
      source: "Civil Code arts 470, 490",
      code: "contract_not_approved",
    });
  },
  "no-conflict": async ({ tx, subject }) => {
    const { clauses } = await getContractDraft(tx, subject.id, subject.draftNumber);
    const conflicts = findConflicts(clauses, await conflictFactsOf(tx, subject));
    const blanks = findBlanks(clauses);
    const blockers = await listContractBlockers(tx, subject.dealId);
    const isCurrent = subject.termSheet.state === "ACCEPTED";
    return conditionOf(isCurrent && conflicts.length + blanks.length + blockers.length === 0, {
      inputs: {
        termSheet: subject.termSheet.number,
        termSheetState: subject.termSheet.state,
        conflicts: conflicts.map(({ clauseKey, kind, label }) => ({ clauseKey, kind, label })),
        blanks: blanks.map(({ clauseKey }) => clauseKey),
        blockers: blockers.map((one) => one.kind),
      },
      formula: "the accepted term sheet, no contradiction to it, nothing blank, declarations given",
      source: "the market's own rule: contract and term sheet say the same",
      code: !isCurrent
        ? "contract_terms_outdated"
        : conflicts.length > 0
          ? "contract_conflicts"
          : blanks.length > 0
            ? "contract_blanks"
            : "contract_blockers",
    });
  },
  "publicity-cleared": async ({ tx, subject }) => {
    const content = readTermSheet(subject.termSheet.content);
    const isDue = await needsPublicity(tx, subject.dealId, content);
    const isCleared = !isDue || (await isPublicityCleared(tx, subject.dealId, subject.termSheetId));
    return conditionOf(isCleared, {
      inputs: { isDue, termSheet: subject.termSheet.number },
      formula: "agreement pricing of a government-run unit: publicity cleared for this term sheet",
      source: "促进科技成果转化法 art. 18; 山东省促进科技成果转化条例 art. 14",
      code: "contract_publicity_open",
    });
  },
};

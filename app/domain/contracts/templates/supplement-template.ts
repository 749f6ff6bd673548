import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { chineseDate, listed } from "../chinese-text-rules";
import type { ContractClause } from "../contract-clause-schema";
import { type TermChange, termChanges } from "../term-fact-rules";
import { type ContractFacts, clause } from "./contract-facts";
import { asClauses } from "./contract-template";
import { partiesClause } from "./head-clauses";

/** The contract that is changed. */
export type MainContract = { title: string; number: string; signedOn: string | null };

function changeText({ label, before, after }: TermChange): string {
  if (before === null) return `增加约定——${label}：${after ?? ""}`;
  if (after === null) return `取消原约定的${label}（原为：${before}）`;
  return `${label}由“${before}”变更为“${after}”`;
}

/** The text of a supplement: what changes from the terms in force, and that all else stays. */
export function draftSupplementClauses(
  facts: ContractFacts,
  main: MainContract,
  before: TermSheetContent,
): ContractClause[] {
  const changes = termChanges(before, facts.terms);
  const signed = main.signedOn ? `于${chineseDate(main.signedOn)}` : "已";
  return asClauses([
    partiesClause(facts),
    clause(
      "supplement-basis",
      "主合同和变更依据",
      `双方${signed}签订《${main.title}》（合同编号：${main.number}，以下称主合同）。`,
      `根据《中华人民共和国民法典》第五百四十三条，经双方协商一致，就主合同的变更订立本补充协议。本补充协议以双方在交易室（编号 ${facts.dealNumber}）确认的新条款单为基础。`,
    ),
    clause("changes", "变更的内容", "主合同作如下变更：", listed(changes.map(changeText))),
    clause(
      "unchanged",
      "未变更的内容",
      "除本补充协议明确变更的内容外，主合同及其附件的其他约定继续有效。本补充协议与主合同不一致的，以本补充协议为准。",
    ),
    clause(
      "supplement-registration",
      "变更登记",
      "主合同已经办理技术合同认定登记的，乙方应当自本补充协议生效之日起三十日内向原登记机构申请变更登记；变更前已经履行的部分，按主合同结算。",
    ),
    clause(
      "effect",
      "生效和文本",
      "本补充协议自双方签字（盖章）之日起生效，是主合同的组成部分，与主合同具有同等法律效力。签署方式和文本份数适用主合同的约定。",
    ),
  ]);
}

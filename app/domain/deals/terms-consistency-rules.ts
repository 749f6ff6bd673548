import { errorCode } from "~/domain/shared/error-code";
import { toYuanText } from "~/domain/shared/money";
import { familyOf } from "~/domain/shared/tech-contract";
import type { TermSheetContent } from "./term-sheet-schema";

export type TermIssue = {
  /** Name of the field that it stands at. */
  field: string;
  /** Key in `errors`, with its values. */
  code: string;
  /** An error keeps the terms from being offered; a hint is for the person to weigh. */
  level: "ERROR" | "HINT";
};

type Price = TermSheetContent["price"];

const fenOf = (text: string | null | undefined) => (text ? BigInt(text) : 0n);
const sumOf = (rows: readonly { amountFen: string }[]) =>
  rows.reduce((sum, row) => sum + BigInt(row.amountFen), 0n);
const error = (field: string, code: string): TermIssue => ({ field, code, level: "ERROR" });
const hint = (field: string, code: string): TermIssue => ({ field, code, level: "HINT" });
const sums = (code: string, sum: bigint, expected: bigint) =>
  errorCode(code, { sum: toYuanText(sum), expected: toYuanText(expected) });

/** Total, technical amount and itemised other costs (recognition rules 51–52; interpretation art. 14). */
function amountIssues(price: Price): TermIssue[] {
  const issues: TermIssue[] = [];
  const needsTotal = price.kind === "LUMP_SUM" || price.kind === "INSTALMENTS";
  if (price.totalFen === null) {
    if (needsTotal) issues.push(error("price.totalFen", "required"));
    else issues.push(hint("price.totalFen", "terms_total_open"));
    if (price.technicalFen !== null) {
      issues.push(error("price.totalFen", "terms_technical_without_total"));
    }
    if (price.nonTechnical.length > 0) {
      issues.push(error("price.totalFen", "terms_costs_without_total"));
    }
    return issues;
  }
  const total = fenOf(price.totalFen);
  if (total === 0n) issues.push(error("price.totalFen", "terms_amount_zero"));
  if (price.technicalFen === null) return [...issues, error("price.technicalFen", "required")];
  const technical = fenOf(price.technicalFen);
  if (technical === 0n) issues.push(error("price.technicalFen", "terms_technical_zero"));
  if (technical > total) {
    return [...issues, error("price.technicalFen", "terms_technical_above_total")];
  }
  const costs = sumOf(price.nonTechnical);
  if (costs !== total - technical) {
    issues.push(error("price.nonTechnical", sums("terms_costs_sum", costs, total - technical)));
  }
  price.nonTechnical.forEach((row, index) => {
    if (fenOf(row.amountFen) === 0n) {
      issues.push(error(`price.nonTechnical[${index}].amountFen`, "terms_amount_zero"));
    }
  });
  return issues;
}

/** What each kind of price consists of. */
function shapeIssues(price: Price): TermIssue[] {
  const issues: TermIssue[] = [];
  const { kind, instalments, royalty } = price;
  const paid = sumOf(instalments);
  if (kind === "ROYALTY" || kind === "ENTRY_AND_ROYALTY") {
    if (!royalty) issues.push(error("price.royalty.base", "required"));
    else if (royalty.fromOn && royalty.toOn && royalty.toOn <= royalty.fromOn) {
      issues.push(error("price.royalty.toOn", "terms_end_before_start"));
    }
    if (price.isEquity) issues.push(error("price.isEquity", "terms_equity_lump_sum"));
  }
  if (kind === "ENTRY_AND_ROYALTY") {
    const entry = fenOf(price.entryFeeFen);
    if (entry === 0n) issues.push(error("price.entryFeeFen", "required"));
    if (price.totalFen !== null && fenOf(price.totalFen) < entry) {
      issues.push(error("price.entryFeeFen", "terms_entry_above_total"));
    }
    if (instalments.length > 0 && paid !== entry) {
      issues.push(error("price.instalments", sums("terms_entry_sum", paid, entry)));
    }
  }
  if (kind === "LUMP_SUM" && instalments.length > 1) {
    issues.push(error("price.instalments", "terms_lump_sum_once"));
  }
  if (kind === "INSTALMENTS" && instalments.length === 0) {
    issues.push(error("price.instalments", "terms_instalments_missing"));
  }
  const isFixed = kind === "LUMP_SUM" || kind === "INSTALMENTS";
  if (isFixed && instalments.length > 0 && price.totalFen !== null) {
    const total = fenOf(price.totalFen);
    if (paid !== total) {
      issues.push(error("price.instalments", sums("terms_instalments_sum", paid, total)));
    }
  }
  return issues;
}

function scheduleIssues(content: TermSheetContent): TermIssue[] {
  const issues: TermIssue[] = [];
  const { term, milestones } = content;
  if (term.fromOn && term.toOn && term.toOn <= term.fromOn) {
    issues.push(error("term.toOn", "terms_end_before_start"));
  }
  let last = "";
  milestones.forEach(({ dueOn }, index) => {
    const field = `milestones[${index}].dueOn`;
    if (!dueOn) return;
    if (term.fromOn && dueOn < term.fromOn) issues.push(error(field, "terms_before_term"));
    if (term.toOn && dueOn > term.toOn) issues.push(hint(field, "terms_after_term"));
    if (dueOn < last) issues.push(hint(field, "terms_milestone_order"));
    last = dueOn;
  });
  content.price.instalments.forEach((row, index) => {
    const field = `price.instalments[${index}]`;
    if (fenOf(row.amountFen) === 0n) issues.push(error(`${field}.amountFen`, "terms_amount_zero"));
    if (row.milestone !== null && row.milestone >= milestones.length) {
      issues.push(error(`${field}.milestone`, "terms_milestone_unknown"));
    }
    if (row.milestone === null && !row.dueOn) {
      issues.push(error(`${field}.dueOn`, "terms_instalment_when"));
    }
  });
  return issues;
}

/** Codes of patents and patent applications, where the contract must name the right. */
const NAMED_RIGHT = new Set(["21", "22", "31"]);

function rightIssues(content: TermSheetContent): TermIssue[] {
  const family = familyOf(content.categoryCode);
  if (family !== "TRANSFER" && family !== "LICENCE") return [];
  const issues: TermIssue[] = [];
  const { rights } = content.object;
  if (rights.length === 0) {
    const isNeeded = NAMED_RIGHT.has(content.categoryCode);
    issues.push({
      field: "object.rights",
      code: "terms_rights_missing",
      level: isNeeded ? "ERROR" : "HINT",
    });
  }
  rights.forEach((right, index) => {
    const field = `object.rights[${index}]`;
    if (right.title === "") issues.push(error(`${field}.title`, "required"));
    // Civil Code art. 845-3: name, applicant, owner, dates, number and term belong in the contract.
    if (NAMED_RIGHT.has(content.categoryCode) && right.number === "") {
      issues.push(hint(`${field}.number`, "terms_right_number"));
    }
    if (right.filedOn && right.expiresOn && right.expiresOn <= right.filedOn) {
      issues.push(error(`${field}.expiresOn`, "terms_end_before_start"));
    }
  });
  const endsOn = content.licence?.endsOn ?? null;
  if (family === "LICENCE" && endsOn) {
    // Civil Code art. 865: a licence ends with the right at the latest.
    const shortest = rights.flatMap((right) => right.expiresOn ?? []).sort()[0];
    if (shortest && endsOn > shortest) {
      issues.push(
        error("licence.endsOn", errorCode("terms_licence_beyond_right", { on: shortest })),
      );
    }
  } else if (family === "LICENCE") issues.push(hint("licence.endsOn", "terms_licence_end"));
  if (family === "LICENCE" && !content.licence?.kind) {
    issues.push(hint("licence.kind", "terms_licence_default"));
  }
  if (family === "LICENCE" && !content.licence?.territory) {
    issues.push(hint("licence.territory", "terms_licence_territory"));
  }
  return issues;
}

function brokerIssues(content: TermSheetContent): TermIssue[] {
  const { broker } = content;
  if (!broker) return [];
  const issues: TermIssue[] = [];
  if (broker.name === "" && !broker.brokerId) issues.push(error("broker.name", "required"));
  if (broker.feeFen !== null && broker.feeBp !== null) {
    issues.push(error("broker.feeBp", "terms_broker_fee_twice"));
  }
  const total = content.price.totalFen;
  if (broker.feeFen !== null && total !== null && fenOf(broker.feeFen) >= fenOf(total)) {
    issues.push(error("broker.feeFen", "terms_broker_fee_above"));
  }
  const hasFee = broker.feeFen !== null || broker.feeBp !== null;
  // Interpretation art. 39: without an agreement on who pays, both sides pay half.
  if (hasFee && !broker.payer) issues.push(hint("broker.payer", "terms_broker_payer"));
  if (!hasFee) issues.push(hint("broker.feeFen", "terms_broker_fee_open"));
  return issues;
}

function textIssues(content: TermSheetContent): TermIssue[] {
  const issues: TermIssue[] = [];
  const family = familyOf(content.categoryCode);
  if (content.dispute.way === "ARBITRATION" && content.dispute.body === "") {
    issues.push(error("dispute.body", "terms_arbitration_body"));
  }
  if (family === "DEVELOPMENT" && content.object.targets === "") {
    issues.push(hint("object.targets", "terms_targets"));
  }
  if (family === "DEVELOPMENT" && !content.results.ownership) {
    issues.push(
      hint(
        "results.ownership",
        content.categoryCode === "12" ? "terms_results_joint" : "terms_results_developer",
      ),
    );
  }
  const isKnowHow = content.categoryCode === "23" || content.categoryCode === "32";
  if (isKnowHow && content.confidentiality.scope === "") {
    issues.push(hint("confidentiality.scope", "terms_know_how_secret"));
  }
  if (content.acceptance.standard === "") {
    issues.push(hint("acceptance.standard", "terms_acceptance"));
  }
  if (!content.term.fromOn || !content.term.toOn) issues.push(hint("term.fromOn", "terms_period"));
  return issues;
}

/** Everything in a term sheet that contradicts itself or the law, and what is worth another look. */
export function checkTerms(content: TermSheetContent): TermIssue[] {
  return [
    ...amountIssues(content.price),
    ...shapeIssues(content.price),
    ...scheduleIssues(content),
    ...rightIssues(content),
    ...brokerIssues(content),
    ...textIssues(content),
  ];
}

/** Whether the terms may be offered and accepted. */
export function areTermsConsistent(content: TermSheetContent): boolean {
  return checkTerms(content).every((issue) => issue.level !== "ERROR");
}

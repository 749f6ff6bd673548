import { calendarDate } from "~/domain/shared/clock";
import { toYuanText } from "~/domain/shared/money";
import type { TenderFacts } from "~/domain/tenders/tender-view";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A stored tender as the texts of its form's fields. */
export function formValues(tender: TenderFacts): Record<string, string> {
  const { choices, bidsDueAt } = tender;
  const due = bidsDueAt ? new Date(bidsDueAt) : null;
  const values: Record<string, string> = {
    title: tender.title,
    description: tender.description,
    categoryCode: tender.categoryCode,
    qualification: tender.qualification,
    contractTerms: tender.contractTerms,
    budget: tender.budgetFen ? toYuanText(BigInt(tender.budgetFen)) : "",
    bond: tender.bondFen ? toYuanText(BigInt(tender.bondFen)) : "",
    dueDate: due ? calendarDate(due) : "",
    dueTime: due ? CLOCK.format(due) : "",
    priceFormula: choices.priceFormula,
    aboveBp: String(choices.aboveBp / 100),
    belowBp: String(choices.belowBp / 100),
    qualityBasis: choices.qualityBasis,
    dropsExtremes: choices.dropsExtremes ? "on" : "",
    tieRule: choices.tieRule,
    budgetIsCeiling: choices.budgetIsCeiling ? "on" : "",
  };
  for (const [at, one] of tender.criteria.entries()) {
    const name = `criteria[${at}]`;
    values[`${name}.id`] = one.id;
    values[`${name}.title`] = one.title;
    values[`${name}.kind`] = one.kind;
    values[`${name}.weight`] = String(one.weightBp / 100);
    values[`${name}.maximum`] = String(one.maximum);
    values[`${name}.guidance`] = one.guidance;
  }
  return values;
}

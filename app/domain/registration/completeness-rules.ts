import type { DossierFacts } from "./dossier-facts-schema";
import type { CheckId } from "./recognition-checks/check-ids-rules";
import type { Supplier } from "./recognition-checks/check-rules";
import type { CheckResult } from "./recognition-rules";

/** Required fields of the registration form, as the applicant fills them, and whose they are. */
const FORM_FIELDS: Readonly<Record<string, Supplier>> = {
  project_name: "SELLER",
  category: "SELLER",
  signed_on: "BOTH",
  term_from: "BOTH",
  term_to: "BOTH",
  total_amount: "BOTH",
  technical_amount: "SELLER",
  payment_method: "BOTH",
  is_related: "BOTH",
  plan_source: "SELLER",
  ip_type: "SELLER",
  tech_field: "SELLER",
  seo_goal: "SELLER",
  industry_served: "SELLER",
  ...partyFields("seller", "SELLER"),
  ...partyFields("buyer", "BUYER"),
};

function partyFields(side: string, supplier: Supplier): Record<string, Supplier> {
  const names = ["name", "uscc", "representative", "contact", "phone", "address", "postcode"];
  const more = ["country", "region", "party_nature", "party_industry", "is_tt_agency", "is_rd"];
  return Object.fromEntries(
    [...names, ...more, "is_converted_institute"].map((name) => [`${side}.${name}`, supplier]),
  );
}

/** The two fields that the form asks for transfers only. */
const TRANSFER_FIELDS = { expected_invest: "BUYER", expected_output: "BUYER" } as const;

export type MissingPart =
  | { kind: "CHECK"; id: CheckId; suppliedBy: Supplier }
  | { kind: "FIELD"; id: string; suppliedBy: Supplier };

export type Completeness = {
  /** Whole percent, rounded down: 100 only when nothing is missing. */
  percent: number;
  missing: MissingPart[];
};

/**
 * How much of the dossier is there: the checks that do not wait for anybody's paper, and the form
 * fields where the form is looked at. What a person decides is there already.
 */
export function measureCompleteness(
  facts: Pick<DossierFacts, "category" | "filledFields">,
  results: readonly CheckResult[],
): Completeness {
  const missing: MissingPart[] = results
    .filter((one) => one.answer === "NOT_MET")
    .map(({ id, suppliedBy }) => ({ kind: "CHECK", id, suppliedBy }));
  let parts = results.length;
  if (facts.filledFields !== null) {
    const filled = new Set(facts.filledFields);
    const fields: Record<string, Supplier> = {
      ...FORM_FIELDS,
      ...(facts.category.startsWith("2") && TRANSFER_FIELDS),
    };
    parts += Object.keys(fields).length;
    for (const [id, suppliedBy] of Object.entries(fields)) {
      if (!filled.has(id)) missing.push({ kind: "FIELD", id, suppliedBy });
    }
  }
  return { percent: Math.floor(((parts - missing.length) * 100) / parts), missing };
}

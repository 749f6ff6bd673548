import { readFileSync } from "node:fs";
import { checkIncentiveFields, type IncentiveInput } from "./incentives-schema";
import type { PolicyRow } from "./policy-parameter-rules";

type SeedRow = Omit<PolicyRow, "title" | "validFrom"> & {
  titleZh: string;
  validFrom: string | null;
};

const file = JSON.parse(readFileSync("prisma/seed/codelists/policy-parameters.json", "utf8")) as {
  items: SeedRow[];
};

/** For tests: the policy parameters as they are shipped. */
export const shippedPolicies: PolicyRow[] = file.items.map(({ titleZh, ...row }) => ({
  ...row,
  title: titleZh,
  validFrom: row.validFrom ?? "1900-01-01",
}));

/** A registered patent assignment of a firm to a stranger, on a day when every rule is known. */
const PLAIN = {
  kind: "k21",
  total: "1000000",
  sellerKind: "FIRM",
  isRegistered: "on",
  hasSeparateBooks: "on",
  relatedShare: "0",
  on: "2026-11-22",
};

/** For tests: what the form makes of a plain case with changes; "" clears a field. */
export function incentiveCase(changes: Record<string, string> = {}): IncentiveInput {
  const { form, errors } = checkIncentiveFields(new URLSearchParams({ ...PLAIN, ...changes }));
  if (!form) throw new Error(`not a case: ${JSON.stringify(errors)}`);
  return { ...form, on: form.on ?? PLAIN.on };
}

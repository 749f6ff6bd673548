import type { DbOrTx } from "~/platform/db.server";
import type { PolicyRow } from "./policy-parameter-rules";

/** Parts of the policy parameters that the calculator's rules read. */
const AREAS = ["vat.", "eit.", "iit.", "stamp.", "rd.", "reward.", "lixia.", "registration."];

/** All dated rows of the calculator's rules; which of them is in force is for the rules to say. */
export async function listIncentivePolicies(db: DbOrTx): Promise<PolicyRow[]> {
  const rows = await db.policyParameter.findMany({
    where: { OR: AREAS.map((area) => ({ key: { startsWith: area } })) },
    orderBy: [{ key: "asc" }, { validFrom: "asc" }],
  });
  return rows.map(({ key, title, value, validFrom, validTo, source, confidence }) => ({
    key,
    title,
    value,
    validFrom: validFrom.toISOString().slice(0, 10),
    validTo: validTo?.toISOString().slice(0, 10) ?? null,
    source,
    confidence,
  }));
}

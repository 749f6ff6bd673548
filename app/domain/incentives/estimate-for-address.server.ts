import { calendarDate, clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { listIncentivePolicies } from "./incentive-policy-queries.server";
import type { IncentiveResult } from "./incentive-result-rules";
import { estimateIncentives } from "./incentives-rules";
import { type CheckedFields, checkIncentiveFields } from "./incentives-schema";

export interface IncentivesPage extends Pick<CheckedFields, "typed" | "errors"> {
  /** Null until the form is filled in and right. */
  results: IncentiveResult[] | null;
  /** Calendar date for which the rules were read. */
  on: string;
  isToday: boolean;
}

/** What the calculator's address asks for; rules are read for its date, else for today. */
export async function estimateForAddress(
  params: URLSearchParams,
  db: DbOrTx,
): Promise<IncentivesPage> {
  const today = calendarDate(clock.now());
  const { typed, form, errors } = checkIncentiveFields(params);
  const on = form?.on ?? today;
  const isBlank = Object.keys(typed).length === 0;
  const policies = form ? await listIncentivePolicies(db) : [];
  return {
    typed,
    errors: isBlank ? {} : errors,
    results: form ? estimateIncentives(policies, { ...form, on }) : null,
    on,
    isToday: on === today,
  };
}

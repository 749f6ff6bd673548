import { z } from "zod";

/** A value of the policy parameters with where it comes from. */
export type DatedParameter<T> = { key: string; value: T; source: string; validFrom: string };

export type RecognitionParameters = {
  carrierSetsMax: DatedParameter<number>;
  technicalShareReviewBp: DatedParameter<number>;
  /** Contracts below it are recognised by the city, others by the province. */
  delegatedLimitFen: DatedParameter<bigint>;
  /** Cities (GB/T 2260) whose competence the delegation does not settle. */
  undelegatedCities: DatedParameter<string[]>;
  /** First two digits of the province that delegates. */
  delegationProvince: string;
};

/** Keys of the policy parameters that the checks read. */
export const RECOGNITION_PARAMETER_KEYS = [
  "registration.carrier_sets_max",
  "registration.technical_share_review_bp",
  "registration.sd.delegated_limit",
  "registration.sd.undelegated_cities",
] as const;

/** A row of the policy parameters; dates are YYYY-MM-DD, null: not established or open. */
export type ParameterRow = {
  key: string;
  value: unknown;
  source: string;
  validFrom: string | null;
  validTo: string | null;
};

/**
 * The parameters in force on a date.
 * @throws Error when one is missing or has another form: a rule without its parameter is not guessed
 */
export function readRecognitionParameters(
  rows: readonly ParameterRow[],
  on: string,
): RecognitionParameters {
  function read<T>(key: (typeof RECOGNITION_PARAMETER_KEYS)[number], form: z.ZodType<T>) {
    const inForce = rows
      .filter((row) => row.key === key)
      .filter((row) => (row.validFrom ?? "") <= on && (row.validTo ?? "9999") >= on)
      .sort((a, b) => (b.validFrom ?? "").localeCompare(a.validFrom ?? ""))[0];
    if (!inForce) throw new Error(`no policy parameter ${key} in force`);
    const { source, validFrom } = inForce;
    return { key, value: form.parse(inForce.value), source, validFrom: validFrom ?? "" };
  }
  const limit = read("registration.sd.delegated_limit", z.int().positive());
  return {
    carrierSetsMax: read("registration.carrier_sets_max", z.int().positive()),
    technicalShareReviewBp: read(
      "registration.technical_share_review_bp",
      z.int().min(0).max(10_000),
    ),
    delegatedLimitFen: { ...limit, value: BigInt(limit.value) * 100n },
    undelegatedCities: read("registration.sd.undelegated_cities", z.array(z.string())),
    delegationProvince: "37",
  };
}

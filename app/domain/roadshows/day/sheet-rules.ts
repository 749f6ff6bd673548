import { DomainError } from "~/domain/shared/domain-error";
import type { Criterion } from "../events/roadshow-rules-schema";

const MOST_HUNDREDTHS = 10_000;

/** Points as they are typed, full-width digits included, in hundredths; null for anything but 0 to 100. */
export function readPoints(text: string, decimals: 0 | 2): number | null {
  const plain = text.normalize("NFKC").trim();
  const shape = decimals === 0 ? /^\d{1,3}$/ : /^\d{1,3}(\.\d{1,2})?$/;
  if (!shape.test(plain)) return null;
  const hundredths = Math.round(Number(plain) * 100);
  return hundredths <= MOST_HUNDREDTHS ? hundredths : null;
}

/**
 * A sheet's total in hundredths of a point: criteria are given whole points of 0 to 100, weighted; an event
 * without criteria is given one figure of 0 to 100 with up to two decimals.
 * @throws DomainError "score_points" at the field that is wrong
 */
export function totalOf(
  criteria: readonly Criterion[],
  given: { points: Record<string, string>; total: string },
): { points: Record<string, number>; totalHundredths: number } {
  if (criteria.length === 0) {
    const total = readPoints(given.total, 2);
    if (total === null) throw new DomainError("score_total", { field: "total" });
    return { points: {}, totalHundredths: total };
  }
  const points: Record<string, number> = {};
  let sum = 0;
  for (const { key, weight } of criteria) {
    const hundredths = readPoints(given.points[key] ?? "", 0);
    if (hundredths === null) throw new DomainError("score_points", { field: `points.${key}` });
    points[key] = hundredths / 100;
    sum += (hundredths / 100) * weight;
  }
  return { points, totalHundredths: sum };
}

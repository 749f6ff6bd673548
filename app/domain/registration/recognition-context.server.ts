import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { CheckContext } from "./recognition-checks/check-rules";
import {
  RECOGNITION_PARAMETER_KEYS,
  readRecognitionParameters,
} from "./recognition-parameters-rules";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The date and the dated parameters that the recognition checks are run with now. */
export async function recognitionContext(db: DbOrTx): Promise<CheckContext> {
  const on = calendarDate(clock.now());
  const rows = await db.policyParameter.findMany({
    where: { key: { in: [...RECOGNITION_PARAMETER_KEYS] }, validFrom: { lte: dateColumn(on) } },
  });
  const parameters = readRecognitionParameters(
    rows.map((row) => ({ ...row, validFrom: day(row.validFrom), validTo: day(row.validTo) })),
    on,
  );
  return { parameters, on };
}

import type { Tx } from "~/platform/db.server";

/**
 * The next serial of an office in a year. The row stays locked until the transaction ends: two
 * decisions of one office wait for each other, and one that is rolled back gives its serial back, so
 * that the series has no gap.
 */
export async function takeSerial(
  tx: Tx,
  series: { officeId: string; year: number },
): Promise<number> {
  const rows = await tx.$queryRaw<{ lastSerial: number }[]>`
    INSERT INTO "RegistrationSeries" ("officeId", year, "lastSerial")
    VALUES (${series.officeId}::uuid, ${series.year}, 1)
    ON CONFLICT ("officeId", year) DO UPDATE
      SET "lastSerial" = "RegistrationSeries"."lastSerial" + 1
    RETURNING "lastSerial"`;
  const serial = rows[0]?.lastSerial;
  if (serial === undefined) throw new Error("the series gave no number");
  return serial;
}

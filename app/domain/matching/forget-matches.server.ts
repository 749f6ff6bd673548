import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/** Takes a listing out of all stored lists. */
export async function forgetMatches(kind: ListingKind, id: string, db: Db): Promise<void> {
  const other: ListingKind = kind === "need" ? "achievement" : "need";
  await inTransaction(db, async (tx) => {
    await tx.matchEntry.deleteMany({
      where: {
        OR: [
          { subjectKind: kind, subjectId: id },
          { subjectKind: other, otherId: id },
        ],
      },
    });
    await tx.matchRefresh.deleteMany({ where: { subjectKind: kind, subjectId: id } });
  });
}

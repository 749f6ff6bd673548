import { z } from "zod";
import type { DbOrTx } from "~/platform/db.server";

const evidenceSchema = z.object({ input: z.object({ pages: z.number().int() }) });

async function findUpload(db: DbOrTx, contractId: string) {
  return db.procedureMove.findFirst({
    where: { procedure: "contract", subjectId: contractId, move: "uploadPaper" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { evidence: true, relation: true, actorUserId: true, at: true },
  });
}

/** Pages of the newest scan, counted when it was uploaded. */
export async function findScanPages(db: DbOrTx, contractId: string): Promise<number | null> {
  const found = evidenceSchema.safeParse((await findUpload(db, contractId))?.evidence);
  return found.success ? found.data.input.pages : null;
}

/** Who brought the newest scan, for which side and when. */
export async function findScanUpload(db: DbOrTx, contractId: string) {
  const upload = await findUpload(db, contractId);
  if (!upload) return null;
  const pages = evidenceSchema.safeParse(upload.evidence);
  return {
    side: upload.relation === "supply" ? ("SUPPLY" as const) : ("DEMAND" as const),
    pages: pages.success ? pages.data.input.pages : null,
    at: upload.at.toISOString(),
  };
}

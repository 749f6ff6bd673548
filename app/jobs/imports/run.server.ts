import { importJobKey, runImport } from "~/domain/imports/run-import.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { getStorage } from "~/platform/storage.server";
import type { JobHandler } from "../job-handler";

/** Reads on in an import run and hands over to a fresh job while there is more. */
export const continueImport: JobHandler<"imports.run"> = async ({ runId }, { db, logger }) => {
  const outcome = await runImport(runId, db, { storage: getStorage() });
  logger.info({ runId, outcome }, "import run");
  if (outcome !== "more") return;
  await inTransaction(db, (tx) =>
    enqueueJob(tx, "imports.run", { runId }, { key: importJobKey(runId) }),
  );
};

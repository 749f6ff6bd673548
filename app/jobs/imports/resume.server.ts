import { resumeImports } from "~/domain/imports/run-import.server";
import type { JobHandler } from "../job-handler";

/** Wakes import runs whose worker was killed. */
export const wakeImports: JobHandler<"imports.resume"> = async (_payload, { db, logger }) => {
  const woken = await resumeImports(db);
  if (woken > 0) logger.info({ woken }, "import runs resumed");
};

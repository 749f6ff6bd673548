import type { JobName } from "~/domain/shared/job-payloads";
import type { JobHandler } from "./job-handler";
import { wakeImports } from "./imports/resume.server";
import { continueImport } from "./imports/run.server";
import { sweepProcedures } from "./procedures/sweep.server";

/** Every job by name. */
export const registry: { [N in JobName]?: JobHandler<N> } = {
  "imports.resume": wakeImports,
  "imports.run": continueImport,
  "procedure.sweep": sweepProcedures,
};

/** Times are UTC. */
export const crontab = [
  "* * * * * procedure.sweep {}",
  "* * * * * imports.resume {}",
  "* * * * * search.sync {}",
  "11 * * * * search.ensure {}",
  '*/5 * * * * search.alerts {frequency:"INSTANT"}',
  '0 0 * * * search.alerts {frequency:"DAILY"}',
  '0 0 * * 1 search.alerts {frequency:"WEEKLY"}',
].join("\n");

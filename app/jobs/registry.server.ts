import type { CronItem } from "graphile-worker";
import type { JobName } from "~/domain/shared/job-payloads";
import { wakeImports } from "./imports/resume.server";
import { continueImport } from "./imports/run.server";
import type { JobHandler } from "./job-handler";
import { sweepProcedures } from "./procedures/sweep.server";

/** Every job by name. */
export const registry: { [N in JobName]?: JobHandler<N> } = {
  "imports.resume": wakeImports,
  "imports.run": continueImport,
  "procedure.sweep": sweepProcedures,
};

/** What runs by the clock. Times are UTC; the identifier tells two lines of one task apart. */
export const crontab: CronItem[] = [
  { match: "* * * * *", task: "procedure.sweep" },
  { match: "* * * * *", task: "imports.resume" },
  { match: "* * * * *", task: "search.sync" },
  { match: "11 * * * *", task: "search.ensure" },
  {
    match: "*/5 * * * *",
    task: "search.alerts",
    identifier: "search.alerts.instant",
    payload: { frequency: "INSTANT" },
  },
  {
    match: "0 0 * * *",
    task: "search.alerts",
    identifier: "search.alerts.daily",
    payload: { frequency: "DAILY" },
  },
  {
    match: "0 0 * * 1",
    task: "search.alerts",
    identifier: "search.alerts.weekly",
    payload: { frequency: "WEEKLY" },
  },
];

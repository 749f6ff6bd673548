import { alertSavedSearches as tellPeople } from "~/domain/discovery/alert-saved-searches.server";
import { syncEngine } from "~/platform/search.server";
import type { JobHandler } from "../job-handler";

/** Runs the saved searches of one frequency; the crontab says when. */
export const alertSavedSearches: JobHandler<"search.alerts"> = async (
  { frequency },
  { db, logger },
) => {
  const result = await tellPeople(frequency, db, syncEngine());
  if (result.searches > 0) logger.info({ frequency, ...result }, "saved searches run");
};

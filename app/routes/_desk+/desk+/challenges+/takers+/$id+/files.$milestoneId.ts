import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMilestoneFile } from "~/domain/challenges/taker-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The paper of a milestone's report. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id = "", milestoneId = "" } = params;
    return fileResponse(await getMilestoneFile(getDb(), id, milestoneId, actor));
  });
}

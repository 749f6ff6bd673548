import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMinutesFile } from "~/domain/deals/publicity-minutes-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** Minutes of the unit's decision, for the unit alone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id = "", number } = params;
    const file = await getMinutesFile(id, Number(number), actor, getDb());
    return fileResponse({ ...file, isPublic: false });
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { findReport } from "~/domain/performance/performance-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The file that belongs to the report of a milestone, for the people of the room. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const { deal } = await getDealAccess(db, params.id ?? "", actor);
    const file = assertFound(await findReport(db, deal.id, params.milestoneId ?? ""));
    return fileResponse({ ...file, isPublic: false });
  });
}

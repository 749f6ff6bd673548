import type { LoaderFunctionArgs } from "@remix-run/node";
import { getReportFile } from "~/domain/roadshows/follow-up/report-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A paper of a frozen report. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id: roadshowId = "", reportId = "", kind } = params;
    if (kind !== "pdf" && kind !== "xlsx") throw new DomainError("not_found", { status: 404 });
    return fileResponse(await getReportFile({ roadshowId, reportId, kind }, actor, getDb()));
  });
}

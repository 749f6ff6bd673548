import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDisputeFile } from "~/domain/oversight/dispute-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The paper of a dispute, for whoever raised it and for operators. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return fileResponse(await getDisputeFile(params.id ?? "", actor, getDb()));
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportEvidence } from "~/domain/deals/export-evidence.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The evidence of a room as a ZIP, for people of both sides. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { name, bytes } = await exportEvidence(params.id ?? "", actor, getDb());
    return madeFileResponse(name, "application/zip", bytes);
  });
}

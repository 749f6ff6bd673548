import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMaterial } from "~/domain/roadshows/call/material-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The slides of a project, for those who may read them. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return fileResponse(await getMaterial(getDb(), params.id ?? "", actor));
  });
}

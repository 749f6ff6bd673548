import type { LoaderFunctionArgs } from "@remix-run/node";
import { getLicenceDocument } from "~/domain/licences/purchase-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The sealed licence, for both sides. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return fileResponse(await getLicenceDocument(params.id ?? "", actor, getDb()));
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCheckInList } from "~/domain/roadshows/day/check-in-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The list that a device keeps for the time without network. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const list = await findCheckInList(getDb(), params.id ?? "", actor);
    return Response.json(list, { headers: { "cache-control": "no-store" } });
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { getStageView } from "~/domain/roadshows/day/stage-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** What a stage shows now, for screens to which no socket gets through. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const number = Number(params.number) || 0;
    const view = await getStageView(getDb(), number, params.placeId ?? "", actor);
    return Response.json(view, { headers: { "cache-control": "no-store" } });
  });
}

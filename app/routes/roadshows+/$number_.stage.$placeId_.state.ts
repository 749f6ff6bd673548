import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPublicStage, getStageView } from "~/domain/roadshows/day/stage-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** What a stage shows now, for screens to which no socket gets through. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const number = Number(params.number) || 0;
    const placeId = params.placeId ?? "";
    const seen = new URL(request.url).searchParams.get("seen");
    const view =
      (await findPublicStage(getDb(), { number, placeId, seen })) ??
      (await getStageView(getDb(), number, placeId, await findActor(request)));
    return Response.json(view, { headers: { "cache-control": "no-store" } });
  });
}

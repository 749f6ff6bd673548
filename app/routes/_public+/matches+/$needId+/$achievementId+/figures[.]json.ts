import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPairFigures } from "~/domain/matching/pair-figures-queries.server";
import { problemResponse } from "~/http/error-response.server";
import { getDb } from "~/platform/db.server";

/** The inputs of a pair's score, for machines. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { needId = "", achievementId = "" } = params;
  try {
    const figures = await getPairFigures(needId, achievementId, getDb());
    return Response.json(figures, {
      headers: { "cache-control": "no-store", "x-robots-tag": "noindex" },
    });
  } catch (error) {
    return problemResponse(error, request.headers.get("x-request-id") ?? "");
  }
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { withErrors } from "~/http/error-response.server";
import { roadshowPosterResponse } from "~/http/roadshows/event-poster.server";

/** One A4 sheet with a QR code. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(() => roadshowPosterResponse(request, Number(params.number)));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { withErrors } from "~/http/error-response.server";
import { lotPosterResponse } from "~/http/trading/lot-poster.server";

/** One A4 sheet with a QR code. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(() => lotPosterResponse(request, Number(params.number)));
}

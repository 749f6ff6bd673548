import type { LoaderFunctionArgs } from "@remix-run/node";
import { withErrors } from "~/http/error-response.server";
import { lotCalendarResponse } from "~/http/trading/lot-calendar.server";

/** The dates of a lot as a calendar feed (RFC 5545). */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(() => lotCalendarResponse(request, Number(params.number)));
}

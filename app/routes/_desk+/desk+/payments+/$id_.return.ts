import type { LoaderFunctionArgs } from "@remix-run/node";
import { askAfterReturn } from "~/domain/payments/ask-after-return.server";
import { paymentHref } from "~/domain/payments/payment-href";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** Somebody comes back from the provider's page: what happened there is asked, not believed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const result = await askAfterReturn(id, actor, getDb());
    const tone = result === "paid" ? "success" : result === "away" ? "warning" : "info";
    return redirectWithFlash(paymentHref(id), { tone, message: `payments:done.${result}` });
  });
}

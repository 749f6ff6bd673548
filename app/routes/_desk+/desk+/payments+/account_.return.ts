import type { LoaderFunctionArgs } from "@remix-run/node";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { tellOfAccount } from "~/http/payments/receiving-account-form.server";
import { getDb } from "~/platform/db.server";

/** Somebody comes back from Stripe's page: what came of it is asked, not believed. */
export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const organisation = new URL(request.url).searchParams.get("organisation") ?? "";
    return tellOfAccount(organisation, actor, getDb());
  });
}

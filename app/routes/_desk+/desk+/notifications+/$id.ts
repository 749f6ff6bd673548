import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { markRead } from "~/domain/notifications/mark-read.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { getDb } from "~/platform/db.server";

/** Opens what a notification leads to and marks it as read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const href = await markRead({ id: params.id ?? "" }, actor, getDb());
    return redirect(safePath(href, "/desk/notifications"));
  });
}

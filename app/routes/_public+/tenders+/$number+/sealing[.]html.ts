import type { LoaderFunctionArgs } from "@remix-run/node";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { sealingPage } from "~/http/tenders/sealing-page.server";
import { getDb } from "~/platform/db.server";

/** The page for sealing away from the market, as a file to keep. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const number = Number(params.number);
    const { html, policy } = await sealingPage(request, number, actor, getDb());
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-disposition": `attachment; filename="tender-${number}-sealing.html"`,
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { readOrganisations } from "~/http/api/organisation-resources.server";
import { getDb } from "~/platform/db.server";

/** Verified organisations. Public. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  return answerPublicRead(context.requestId, () => readOrganisations(params, getDb()));
}

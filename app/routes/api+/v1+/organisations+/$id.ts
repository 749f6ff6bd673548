import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { readOrganisation } from "~/http/api/organisation-resources.server";
import { getDb } from "~/platform/db.server";

/** One verified organisation. Public. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return answerPublicRead(context.requestId, () => readOrganisation(params.id ?? "", getDb()));
}

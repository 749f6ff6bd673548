import type { LoaderFunctionArgs } from "@remix-run/node";
import { getChallengeFile } from "~/domain/challenges/public-challenge-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A document of a challenge; after the agreement where it says so. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const number = Number(params.number);
    if (!Number.isInteger(number) || number > 2_147_483_647) {
      return fileResponse(await getChallengeFile(getDb(), 0, "", actor));
    }
    return fileResponse(await getChallengeFile(getDb(), number, params.id ?? "", actor));
  });
}

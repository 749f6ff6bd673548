import type { ActionFunctionArgs } from "@remix-run/node";
import { liveMatches } from "~/http/listings/live-matches.server";

export const action = (args: ActionFunctionArgs) => liveMatches("achievement", args);

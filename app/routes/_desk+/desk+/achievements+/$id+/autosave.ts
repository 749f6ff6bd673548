import type { ActionFunctionArgs } from "@remix-run/node";
import { autosave } from "~/http/listings/edit-listing.server";

export const action = (args: ActionFunctionArgs) => autosave("achievement", args);

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { cookiesOf } from "~/http/cookies-of";
import { redirectWithFlash } from "~/http/flash.server";
import { auth, authHeaders } from "~/platform/auth.server";

/** Ends the session. Only by POST: a link or picture elsewhere cannot sign anybody out. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { headers } = await auth().api.signOut({
    headers: authHeaders(request, context.clientIp),
    returnHeaders: true,
  });
  return redirectWithFlash(
    "/",
    { tone: "success", message: "auth:flash.signedOut" },
    { headers: cookiesOf(headers) },
  );
}

export function loader() {
  return redirect("/");
}

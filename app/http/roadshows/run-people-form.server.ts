import { redirectWithFlash } from "../flash.server";

/** Back to a page with a message of the one-to-one meetings. */
export function backTo(path: string, message: string): Promise<Response> {
  return redirectWithFlash(path, { tone: "success", message: `meetings:done.${message}` });
}

import { type Flash, redirectWithFlash } from "../flash.server";

/** Back to a page with a message of `stage`. */
export function backTo(path: string, message: string, params?: Flash["params"]): Promise<Response> {
  const flash = { tone: "success" as const, message: `stage:${message}` };
  return redirectWithFlash(path, { ...flash, ...(params && { params }) });
}

import { createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import { env } from "~/platform/env.server";
import { safePath } from "./safe-path";

const schema = z.object({
  tone: z.enum(["success", "info", "warning", "danger"]),
  /** Message key with its namespace, such as "catalogue:flash.submitted". */
  message: z.string().max(120),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** A message that the next page shows once. */
export type Flash = z.infer<typeof schema>;

function flashCookie() {
  return createCookie("flash", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL?.startsWith("https:") ?? false,
    maxAge: 60,
    secrets: [env().APP_SECRET],
  });
}

/** Redirects within the site with a message for the page that follows. */
export async function redirectWithFlash(
  target: string,
  flash: Omit<Flash, "params"> & { params?: Flash["params"] },
  init: { headers?: HeadersInit } = {},
) {
  const headers = new Headers(init.headers);
  headers.append("set-cookie", await flashCookie().serialize(flash));
  return redirect(safePath(target), { headers });
}

/** Reads the message and the header that forgets it. */
export async function takeFlash(
  request: Request,
): Promise<{ flash: Flash | null; clearing: string | null }> {
  const raw: unknown = await flashCookie().parse(request.headers.get("cookie"));
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return { flash: null, clearing: null };
  return { flash: parsed.data, clearing: await flashCookie().serialize("", { maxAge: 0 }) };
}

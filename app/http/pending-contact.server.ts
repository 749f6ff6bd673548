import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { env } from "~/platform/env.server";
import { safePath } from "./safe-path";

const schema = z.object({ identifier: z.string().max(300), next: z.string().max(2000) });

/** The address that waits for its code, and where the person wanted to go. */
export type PendingContact = z.infer<typeof schema>;

function pendingCookie() {
  return createCookie("pending-contact", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL?.startsWith("https:") ?? false,
    maxAge: 3600,
    secrets: [env().APP_SECRET],
  });
}

/** Header that remembers the address, so that it need not stand in a URL. */
export function keepPendingContact(pending: PendingContact): Promise<string> {
  return pendingCookie().serialize({ ...pending, next: safePath(pending.next, "/desk") });
}

export async function readPendingContact(request: Request): Promise<PendingContact | null> {
  const raw: unknown = await pendingCookie().parse(request.headers.get("cookie"));
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

export function forgetPendingContact(): Promise<string> {
  return pendingCookie().serialize("", { maxAge: 0 });
}

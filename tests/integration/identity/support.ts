import { expect } from "vitest";
import type { Identifier } from "~/domain/identity/contact-rules";
import { normalisePhone } from "~/domain/identity/contact-rules";
import type { DocumentUpload } from "~/domain/identity/store-document.server";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

export const PASSWORD = "correct horse battery";

export function mail(address: string): Identifier {
  return { kind: "EMAIL", value: address };
}

export function phone(number: string): Identifier {
  return { kind: "PHONE", value: normalisePhone(number) ?? "" };
}

/** The six digits of the newest message to an address. */
export async function lastCode(db: Db, recipient: string): Promise<string> {
  const message = await db.outboundMessage.findFirstOrThrow({
    where: { recipient },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const code = /\d{6}/.exec(message.text)?.[0];
  if (!code) throw new Error("no code in the message");
  return code;
}

/** Headers as a browser's request carries them. */
export function browser(cookies: readonly string[] = []): Headers {
  const headers = new Headers({ "x-market-client-ip": "203.0.113.7", "user-agent": "test" });
  if (cookies.length > 0) {
    headers.set("cookie", cookies.map((line) => line.split(";")[0]).join("; "));
  }
  return headers;
}

/** A session row for an actor whose use cases write to it. */
export async function giveSession(db: Db, userId: string, sessionId: string): Promise<void> {
  await db.session.create({
    data: {
      id: sessionId,
      userId,
      token: newId(),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
}

/** The smallest PNG. */
export const PNG: DocumentUpload = {
  name: "licence.png",
  bytes: new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  ),
};

/** Expects a refusal with a code, and with a field when one is named. */
export async function refused(
  promise: Promise<unknown>,
  code: string,
  field?: string,
): Promise<void> {
  await expect(promise).rejects.toMatchObject(field ? { code, field } : { code });
}

/** Codes of what did not go through among several at once. */
export async function settle(promises: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(promises);
  return {
    done: results.filter((one) => one.status === "fulfilled").length,
    codes: results.flatMap((one) =>
      one.status === "rejected" ? [(one.reason as { code?: string }).code ?? "unknown"] : [],
    ),
  };
}

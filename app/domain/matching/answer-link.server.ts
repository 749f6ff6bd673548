import { createHmac, timingSafeEqual } from "node:crypto";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { env } from "~/platform/env.server";
import type { Answer } from "./answer-schema";

/** How long an answer can be given through the link of a mail, in milliseconds. */
const VALID_MS = 30 * 86_400_000;

export type AnswerLink = { showingId: string; userId: string };

function sign(payload: string): string {
  return createHmac("sha256", env().APP_SECRET)
    .update(`match.answer:${payload}`)
    .digest("base64url");
}

const packed = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

function unpacked(text: string): string {
  const hex = Buffer.from(text, "base64url").toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Path of the link under which one person answers one pair of a digest, from now on for 30 days. */
export function answerPath(link: AnswerLink, answer?: Answer): string {
  const seconds = Math.floor((clock.now().getTime() + VALID_MS) / 1000);
  const payload = [packed(link.showingId), packed(link.userId), seconds.toString(36)].join(".");
  return `/answers/${payload}.${sign(payload)}${answer ? `?answer=${answer}` : ""}`;
}

/**
 * What a link stands for. It proves who was written to, and nothing about what that person may do now.
 * @throws DomainError "answer_link_invalid" (404), "answer_link_expired" (410)
 */
export function readAnswerLink(token: string): AnswerLink {
  const parts = token.split(".");
  const [showing = "", user = "", seconds = "", signature = ""] = parts;
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(`${showing}.${user}.${seconds}`));
  const isGenuine =
    parts.length === 4 && given.length === expected.length && timingSafeEqual(given, expected);
  const link = { showingId: unpacked(showing), userId: unpacked(user) };
  if (!isGenuine || !isId(link.showingId) || !isId(link.userId)) {
    throw new DomainError("answer_link_invalid", { status: 404 });
  }
  if (Number.parseInt(seconds, 36) * 1000 <= clock.now().getTime()) {
    throw new DomainError("answer_link_expired", { status: 410 });
  }
  return link;
}

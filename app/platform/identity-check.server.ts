import { z } from "zod";
import { env } from "./env.server";
import { logger } from "./logger.server";

/** What is asked of an authority's register. */
export type IdentityQuestion =
  | { kind: "ORGANISATION"; legalName: string; uscc: string; legalRepresentative: string }
  | { kind: "PERSON"; legalName: string; documentKind: string; documentNumber: string };

/** NOT_ASKED: no register is connected. NO_ANSWER: it did not answer; a person decides in both cases. */
export type IdentityAnswer = "MATCH" | "MISMATCH" | "NO_ANSWER" | "NOT_ASKED";

const TIMEOUT_MS = 8_000;
const answerSchema = z.object({ result: z.enum(["MATCH", "MISMATCH"]) });

/**
 * Asks the register at IDENTITY_CHECK_URL: POST of the question as JSON, answered with
 * `{"result": "MATCH" | "MISMATCH"}`. It never throws: a register that is away must not stop the
 * office. Neither question nor answer is logged.
 */
export async function askIdentityAuthority(question: IdentityQuestion): Promise<IdentityAnswer> {
  const { IDENTITY_CHECK_URL, IDENTITY_CHECK_TOKEN } = env();
  if (!IDENTITY_CHECK_URL) return "NOT_ASKED";
  try {
    const response = await fetch(IDENTITY_CHECK_URL, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(IDENTITY_CHECK_TOKEN ? { authorization: `Bearer ${IDENTITY_CHECK_TOKEN}` } : {}),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return answerSchema.parse(await response.json()).result;
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    logger.warn({ part: "identity-check", reason }, "the authority's register did not answer");
    return "NO_ANSWER";
  }
}

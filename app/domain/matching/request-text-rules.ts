import { z } from "zod";

const schema = z.object({ cooperation: z.string(), unclear: z.string(), about: z.string() });

/** The answers to the three questions of a request. */
export type RequestText = z.infer<typeof schema>;

/** The answers as the one text that is stored with the request. */
export function writeRequestText(text: RequestText): string {
  return JSON.stringify({
    cooperation: text.cooperation,
    unclear: text.unclear,
    about: text.about,
  });
}

/** Takes the stored text apart; a text that is not ours is the answer to the first question. */
export function readRequestText(stored: string): RequestText {
  try {
    const parsed = schema.safeParse(JSON.parse(stored));
    if (parsed.success) return parsed.data;
  } catch {
    // Plain text from an import or a seed.
  }
  return { cooperation: stored, unclear: "", about: "" };
}

import type { SubmissionResult } from "@conform-to/react";

type ReplyOptions = {
  formErrors?: string[];
  fieldErrors?: Record<string, string[]>;
  hideFields?: string[];
};

/** A form whose refusal does not carry the named fields (passwords, codes) back to the page. */
export function withoutSecrets(
  form: { reply(options?: ReplyOptions): SubmissionResult<string[]> },
  names: string[],
) {
  return {
    reply(options: ReplyOptions = {}) {
      return form.reply({ ...options, hideFields: names });
    },
  };
}

import type { TFunction } from "i18next";

/** Translators come with the caller, all in the language of the document. */
export type PaperTexts = {
  t: TFunction<"certificates">;
  /** Names of checks and grounds of refusal. */
  rules: TFunction<"registration">;
  /** Names of the form's fields. */
  form: TFunction<"recognition">;
};

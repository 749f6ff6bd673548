import { samplesEn } from "./samples-en";
import { samplesZhCn } from "./samples-zh-cn";

export type GallerySamples = typeof samplesZhCn;

/** Sample texts in a language. Only the page's loader calls this, so no other page carries them. */
export function gallerySamples(locale: string): GallerySamples {
  return locale === "en" ? samplesEn : samplesZhCn;
}

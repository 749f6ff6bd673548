import { useTranslation } from "react-i18next";

/** A name in both languages. */
export type Name = { zh: string; en: string };

/** Takes the name in the language of the page. */
export function useName(): (name: Name) => string {
  const { i18n } = useTranslation();
  const isChinese = i18n.language.startsWith("zh");
  return (name) => (isChinese ? name.zh : name.en);
}

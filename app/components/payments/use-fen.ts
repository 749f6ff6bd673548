import { useTranslation } from "react-i18next";
import { toYuanText } from "~/domain/shared/money";

const group = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Exact amounts with separators, never rounded to 万; negative ones with a minus sign. */
export function useFen() {
  const { i18n } = useTranslation();
  const isChinese = i18n.language.startsWith("zh");
  return (fen: bigint) => {
    const [whole = "0", rest = "00"] = toYuanText(fen < 0n ? -fen : fen).split(".");
    const text = `${fen < 0n ? "−" : ""}${group(whole)}.${rest}`;
    return isChinese ? `${text} 元` : `CNY ${text}`;
  };
}

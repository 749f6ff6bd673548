import { useTranslation } from "react-i18next";
import { toYuanText } from "~/domain/shared/money";

const group = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Exact amounts of texts of fen; prices of bids are never rounded. */
export function useYuan() {
  const { i18n } = useTranslation();
  const isChinese = i18n.language.startsWith("zh");
  return (fen: string) => {
    const [whole = "0", rest] = toYuanText(BigInt(fen)).split(".");
    const text = rest ? `${group(whole)}.${rest}` : group(whole);
    return isChinese ? `${text} 元` : `CNY ${text}`;
  };
}

/** Why a bid is out: a code of the opening, or the words of whoever rejected it. */
export function useInvalidReason() {
  const { t, i18n } = useTranslation("tenders");
  return (reason: string) =>
    i18n.exists(`tenders:invalid.${reason}`) ? t(`invalid.${reason as "not_a_bid"}`) : reason;
}

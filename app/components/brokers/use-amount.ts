import { useTranslation } from "react-i18next";
import { formatFen } from "~/domain/shared/money";

/** Fen as text for people, a reversal with its sign. */
export function useAmount(): (fen: string) => string {
  const { i18n } = useTranslation();
  return (fen) => {
    const amount = BigInt(fen);
    const text = formatFen(amount < 0n ? -amount : amount, i18n.language);
    return amount < 0n ? `−${text}` : text;
  };
}

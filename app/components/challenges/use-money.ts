import { useTranslation } from "react-i18next";
import { formatFen } from "~/domain/shared/money";

/** Amounts as the reader's language writes them. */
export function useMoney(): (fen: bigint) => string {
  const { i18n } = useTranslation();
  return (fen) => formatFen(fen, i18n.language);
}

/** Hundredths of a point as people write points: 8734 is "87.34". */
export function pointsText(hundredths: number | null): string {
  return hundredths === null ? "—" : (hundredths / 100).toFixed(2);
}

/** Basis points as a percentage: 550 is "5.5%". */
export function shareText(bp: number): string {
  return `${(bp / 100).toFixed(2).replace(/\.?0+$/, "")}%`;
}

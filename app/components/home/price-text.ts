import type { TFunction } from "i18next";
import { formatFen } from "~/domain/shared/money";

export type CardPrice = {
  kind: string;
  minFen: bigint | null;
  maxFen: bigint | null;
  royaltyRateBp: number | null;
};

/** The price of an achievement in words. */
export function priceText(price: CardPrice, t: TFunction<"home">, locale: string): string {
  if (price.kind === "ROYALTY" && price.royaltyRateBp !== null) {
    const rate = price.royaltyRateBp / 100;
    return price.minFen === null
      ? t("card.royalty", { rate })
      : t("card.royaltyEntry", { rate, amount: formatFen(price.minFen, locale) });
  }
  return amountText(price, t, locale) ?? t("card.priceNegotiable");
}

/** The budget of a need in words. */
export function budgetText(budget: CardPrice, t: TFunction<"home">, locale: string): string {
  const amount = amountText(budget, t, locale);
  return amount === null ? t("card.budgetNegotiable") : t("card.budget", { amount });
}

function amountText(price: CardPrice, t: TFunction<"home">, locale: string): string | null {
  const { minFen, maxFen } = price;
  if (price.kind === "FIXED") {
    const amount = minFen ?? maxFen;
    return amount === null ? null : formatFen(amount, locale);
  }
  if (price.kind !== "RANGE") return null;
  if (minFen !== null && maxFen !== null && minFen !== maxFen) {
    return t("card.priceRange", { min: formatFen(minFen, locale), max: formatFen(maxFen, locale) });
  }
  if (minFen !== null) {
    return minFen === maxFen
      ? formatFen(minFen, locale)
      : t("card.priceFrom", { amount: formatFen(minFen, locale) });
  }
  return maxFen === null ? null : t("card.priceTo", { amount: formatFen(maxFen, locale) });
}

/**
 * Kinds of technology contract (Civil Code book 3 chapter 20, five categories since 2021), with the
 * codes of this market. `vatBase`: within 财税〔2016〕36号 annex 3. `eitBase`: the right is on the list of
 * 财税〔2010〕111号 and 〔2015〕116号, which names neither know-how nor patent applications.
 */
const kind = (category: ContractCategory, vatBase: boolean, eitBase: boolean) => ({
  category,
  vatBase,
  eitBase,
});

export type ContractCategory = "DEVELOPMENT" | "TRANSFER" | "LICENCE" | "CONSULTING" | "SERVICE";

const CONTRACT_KINDS = {
  k11: kind("DEVELOPMENT", true, false),
  k12: kind("DEVELOPMENT", true, false),
  k21: kind("TRANSFER", true, true),
  k22: kind("TRANSFER", true, false),
  k23: kind("TRANSFER", true, false),
  k24: kind("TRANSFER", true, true),
  k25: kind("TRANSFER", true, true),
  k26: kind("TRANSFER", true, true),
  k27: kind("TRANSFER", true, true),
  k31: kind("LICENCE", true, true),
  k32: kind("LICENCE", true, false),
  k33: kind("LICENCE", true, true),
  k34: kind("LICENCE", true, true),
  k35: kind("LICENCE", true, true),
  k36: kind("LICENCE", true, true),
  k40: kind("CONSULTING", false, false),
  k51: kind("SERVICE", false, false),
  k52: kind("SERVICE", false, false),
  k53: kind("SERVICE", false, false),
} as const;

export type ContractKind = keyof typeof CONTRACT_KINDS;

export const CONTRACT_KIND_CODES = Object.keys(CONTRACT_KINDS) as [ContractKind, ...ContractKind[]];

export const CONTRACT_CATEGORIES = [
  "DEVELOPMENT",
  "TRANSFER",
  "LICENCE",
  "CONSULTING",
  "SERVICE",
] as const satisfies readonly ContractCategory[];

export function contractKind(code: ContractKind) {
  return CONTRACT_KINDS[code];
}

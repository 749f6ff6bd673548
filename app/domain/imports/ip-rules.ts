const KINDS: readonly (readonly [RegExp, string])[] = [
  [/非专利|专有技术|技术秘密|技术诀窍|know-?how|trade secret/i, "TRADE_SECRET"],
  [/实用新型|utility/i, "PATENT_UTILITY"],
  [/外观设计|design patent/i, "PATENT_DESIGN"],
  [/发明|invention/i, "PATENT_INVENTION"],
  [/软件|软著|software/i, "SOFTWARE"],
  [/布图/, "IC_LAYOUT"],
  [/植物新品种|品种权|plant variety/i, "PLANT_VARIETY"],
  [/新药|生物医药新品种/, "BIOMED_VARIETY"],
  [/专利|patent/i, "PATENT"],
];

/** Kind of intellectual property in a portal's words; null for none or unknown words. */
export function readIpKind(text: string): string | null {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

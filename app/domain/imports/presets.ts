import type { ColumnMapping, ImportKind } from "./import-field-rules";

export type ImportPreset = { id: string; mappings: Record<ImportKind, ColumnMapping> };

/**
 * Known layouts of portal exports. "zhejiang" is the layout of the Zhejiang online technology
 * market's listings; its validity periods are left out because they belong to the old portal.
 */
export const IMPORT_PRESETS: readonly ImportPreset[] = [
  {
    id: "zhejiang",
    mappings: {
      ACHIEVEMENT: {
        externalId: "id",
        title: "name",
        description: "context",
        applications: "scope",
        fields: "industry",
        industries: "classification",
        modes: "cooperationMethod",
        price: "price",
        trl: "maturity",
        ipKind: "zlxx",
      },
      NEED: {
        externalId: "id",
        title: "name",
        background: "context",
        industries: "classification",
        modes: "cooperationMethod",
      },
    },
  },
];

export function findPreset(id: string): ImportPreset | null {
  return IMPORT_PRESETS.find((preset) => preset.id === id) ?? null;
}

import type { Supplier } from "./recognition-checks/check-rules";

/**
 * The registration form (技术合同认定登记表) as data: every field with its type, its group and who can
 * supply it. `national` is the field's name in the national system where one is known.
 */
export const FORM_GROUPS = ["PROJECT", "SELLER", "BUYER", "DECLARATION"] as const;
export type FormGroup = (typeof FORM_GROUPS)[number];

export type FieldType = "TEXT" | "DATE" | "MONEY" | "YES_NO" | "CODE" | "REGION";

/** Code lists that fields of the form choose from. */
export type FormCodeList =
  | "contract-categories"
  | "payment-methods"
  | "plan-sources"
  | "ip-kinds"
  | "registration-fields"
  | "socio-economic-goals"
  | "industries"
  | "party-natures"
  | "enterprise-scales";

/** When a field must be filled: always, for transfers, for parties that are enterprises, or never. */
export type FieldNeed = "ALWAYS" | "TRANSFER" | "ENTERPRISE" | "OPTIONAL";

const PROJECT = {
  project_name: field("TEXT", "SELLER", { max: 120, national: "projectname" }),
  category: field("CODE", "SELLER", { list: "contract-categories", national: "contracttype" }),
  signed_on: field("DATE", "BOTH", { national: "signdate" }),
  term_from: field("DATE", "BOTH", { national: "contractbegindate" }),
  term_to: field("DATE", "BOTH", { national: "contractenddate" }),
  total_amount: field("MONEY", "BOTH", { national: "totalamount" }),
  technical_amount: field("MONEY", "SELLER", { national: "technicalamount" }),
  payment_method: field("CODE", "BOTH", { list: "payment-methods", national: "paymethod" }),
  is_related: field("YES_NO", "BOTH", { national: "isrelated" }),
  plan_source: field("CODE", "SELLER", { list: "plan-sources", national: "projectplantype" }),
  ip_type: field("CODE", "SELLER", { list: "ip-kinds", national: "ipr" }),
  tech_field: field("CODE", "SELLER", { list: "registration-fields", national: "techarea" }),
  seo_goal: field("CODE", "SELLER", { list: "socio-economic-goals" }),
  industry_served: field("CODE", "SELLER", { list: "industries" }),
  expected_invest: field("MONEY", "BUYER", { need: "TRANSFER" }),
  expected_output: field("MONEY", "BUYER", { need: "TRANSFER" }),
  broker_name: field("TEXT", "SELLER", { max: 120, need: "OPTIONAL" }),
} as const;

const PARTY = {
  name: { type: "TEXT", max: 120, national: "name" },
  uscc: { type: "TEXT", max: 18 },
  representative: { type: "TEXT", max: 60, national: "representative" },
  contact: { type: "TEXT", max: 60, national: "contact" },
  phone: { type: "TEXT", max: 30, national: "contacttel" },
  address: { type: "TEXT", max: 200, national: "address" },
  postcode: { type: "TEXT", max: 6, national: "zipcode" },
  country: { type: "TEXT", max: 40 },
  region: { type: "REGION" },
  party_nature: { type: "CODE", list: "party-natures", national: "type" },
  party_industry: { type: "CODE", list: "industries" },
  is_tt_agency: { type: "YES_NO", national: "jszyjg" },
  is_rd: { type: "YES_NO", national: "isyfjg" },
  is_converted_institute: { type: "YES_NO", national: "zzkyys" },
  in_hightech_zone: { type: "YES_NO", need: "ENTERPRISE", national: "countrygxqqy" },
  is_listed: { type: "YES_NO", need: "ENTERPRISE", national: "islist" },
  is_hte: { type: "YES_NO", need: "ENTERPRISE" },
  scale: { type: "CODE", list: "enterprise-scales", need: "ENTERPRISE", national: "scale" },
} as const satisfies Record<string, PartyField>;

/** What the applicant states in the letter of commitment and nobody can read off the deal. */
const DECLARATIONS = [
  ...(["state_secret", "foreign_language", "condition", "condition_fulfilled", "mixed"] as const),
  ...(["priced_part", "excluded_work", "basic_research", "public_knowhow"] as const),
  ...(["prohibited", "needs_approval", "co_owners", "priority_waiver", "tax_relief"] as const),
] as const;

type PartyField = {
  type: FieldType;
  list?: FormCodeList;
  max?: number;
  need?: FieldNeed;
  national?: string;
};

export type ProjectFieldId = keyof typeof PROJECT;
export type PartyFieldId = keyof typeof PARTY;
export type DeclarationId = (typeof DECLARATIONS)[number];
export type PartySide = "seller" | "buyer";
export type FormFieldId =
  | ProjectFieldId
  | `${PartySide}.${PartyFieldId}`
  | `declared.${DeclarationId}`;

export type FormField = {
  id: FormFieldId;
  group: FormGroup;
  type: FieldType;
  list: FormCodeList | null;
  /** Longest text in code points. */
  max: number;
  need: FieldNeed;
  suppliedBy: Supplier;
  national: string | null;
};

function field<T extends FieldType, L extends FormCodeList>(
  type: T,
  suppliedBy: Supplier,
  rest: { list?: L; max?: number; need?: FieldNeed; national?: string } = {},
) {
  return { type, suppliedBy, ...rest };
}

function partyFields(side: PartySide): FormField[] {
  const suppliedBy = side === "seller" ? "SELLER" : "BUYER";
  return Object.entries<PartyField>(PARTY).map(([name, one]) => ({
    id: `${side}.${name as PartyFieldId}`,
    group: suppliedBy,
    type: one.type,
    list: one.list ?? null,
    max: one.max ?? 40,
    need: one.need ?? "ALWAYS",
    suppliedBy,
    national: one.national ? `${side}_${one.national}` : null,
  }));
}

/** Every field in the order of the form. */
export const FORM_FIELDS: readonly FormField[] = [
  ...Object.entries<ReturnType<typeof field>>(PROJECT).map(
    ([id, one]): FormField => ({
      id: id as ProjectFieldId,
      group: "PROJECT",
      type: one.type,
      list: one.list ?? null,
      max: one.max ?? 40,
      need: one.need ?? "ALWAYS",
      suppliedBy: one.suppliedBy,
      national: one.national ?? null,
    }),
  ),
  ...partyFields("seller"),
  ...partyFields("buyer"),
  ...DECLARATIONS.map(
    (id): FormField => ({
      id: `declared.${id}`,
      group: "DECLARATION",
      type: "YES_NO",
      list: null,
      max: 3,
      need: "OPTIONAL",
      suppliedBy: "SELLER",
      national: null,
    }),
  ),
];

export const PARTY_FIELD_IDS = Object.keys(PARTY) as PartyFieldId[];

/** Where a value comes from; texts under `source` of the namespace `recognition`. */
export const FORM_SOURCES = [
  ...(["termSheet.title", "termSheet.categoryCode", "termSheet.term"] as const),
  ...(["termSheet.price", "termSheet.rights", "termSheet.broker"] as const),
  ...(["contract.signedOn", "derived.technical", "derived.industry", "derived.kind"] as const),
  ...(["organisation.record", "organisation.registrationFacts", "organisation.member"] as const),
  ...(["achievement.fieldCodes", "achievement.industryCodes", "achievement.declaration"] as const),
  ...(["need.industryCodes", "relatedParties.declaration", "rightHolderCheck.answers"] as const),
  ...(["assumed", "person"] as const),
] as const;
export type FormSource = (typeof FORM_SOURCES)[number];

/** Money is fen as a decimal text, a date YYYY-MM-DD, an answer "yes" or "no"; absent: not known. */
export type FormValue = { value: string; source: FormSource; isEdited: boolean };
export type RegistrationForm = Partial<Record<FormFieldId, FormValue>>;

/** Natures 100–300 and 500 of the form are enterprises. */
export function isEnterpriseNature(nature: string | undefined): boolean {
  return nature !== undefined && /^[1235]/.test(nature);
}

/** The fields that this form must have filled. */
export function requiredFields(form: RegistrationForm): FormField[] {
  return FORM_FIELDS.filter((one) => {
    if (one.need === "ALWAYS") return true;
    if (one.need === "TRANSFER") return form.category?.value.startsWith("2") === true;
    if (one.need === "OPTIONAL") return false;
    const side = one.group === "SELLER" ? "seller" : "buyer";
    return isEnterpriseNature(form[`${side}.party_nature`]?.value);
  });
}

/** Name of a field's control: the form parser would read a dot as nesting. */
export function inputName(id: FormFieldId): string {
  return id.replace(".", "__");
}

export function filledFieldIds(form: RegistrationForm): FormFieldId[] {
  return FORM_FIELDS.filter((one) => form[one.id]?.value).map((one) => one.id);
}

/** Share of the required fields that are filled, in basis points, rounded down. */
export function filledShareBp(form: RegistrationForm): number {
  const required = requiredFields(form);
  const filled = required.filter((one) => form[one.id]?.value).length;
  return Math.floor((filled * 10_000) / required.length);
}

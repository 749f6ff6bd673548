import { deriveTechnicalFen } from "./amount-rules";
import type { DossierSource, SourceParty } from "./dossier-source-schema";
import {
  type FormFieldId,
  type FormSource,
  isEnterpriseNature,
  PARTY_FIELD_IDS,
  type PartyFieldId,
  type PartySide,
  type RegistrationForm,
} from "./registration-form-rules";

type Found = { value: string; source: FormSource } | null;

const from = (source: FormSource, value: string | null | undefined): Found =>
  value ? { value, source } : null;
const answer = (source: FormSource, value: boolean | null): Found =>
  value === null ? null : { value: value ? "yes" : "no", source };

/** Natures of kinds of organisations that have only one. */
const NATURE_OF_KIND: Record<string, string> = {
  UNIVERSITY: "022",
  RESEARCH_INSTITUTE: "021",
  GOVERNMENT_OFFICE: "010",
};
/** GB/T 4754 divisions: education, research, state organs, technology extension. */
const INDUSTRY_OF_KIND: Record<string, string> = {
  UNIVERSITY: "83",
  RESEARCH_INSTITUTE: "73",
  GOVERNMENT_OFFICE: "92",
  BROKER_AGENCY: "75",
};

/** First level of the eight high-tech fields -> technology field of the form; 5 has no counterpart. */
const TECH_FIELD: Record<string, string> = {
  "1": "01",
  "2": "04",
  "3": "02",
  "4": "05",
  "6": "06",
  "7": "07",
  "8": "03",
};

const PAYMENT_METHOD = {
  LUMP_SUM: "LUMP_SUM",
  INSTALMENTS: "INSTALMENTS",
  ROYALTY: "ROYALTY",
  ENTRY_AND_ROYALTY: "ENTRY_FEE_ROYALTY",
} as const;

/** The right that a sub-kind is about, where the terms list none. */
const IP_OF_KIND: Record<string, string> = {
  "21": "PATENT",
  "22": "PATENT",
  "23": "TRADE_SECRET",
  "24": "SOFTWARE",
  "25": "IC_LAYOUT",
  "26": "PLANT_VARIETY",
  "27": "BIOMED_VARIETY",
  "31": "PATENT",
  "32": "TRADE_SECRET",
  "33": "SOFTWARE",
  "34": "IC_LAYOUT",
  "35": "PLANT_VARIETY",
  "36": "BIOMED_VARIETY",
};

/** Technology field from the listing's field codes; agriculture and transport have sub-fields. */
export function techFieldOf(fieldCodes: readonly string[]): string | null {
  for (const code of fieldCodes) {
    if (code === "2.7") return "09";
    if (code === "1.8") return "10";
    const found = TECH_FIELD[code.split(".")[0] ?? ""];
    if (found) return found;
  }
  return null;
}

/** Socio-economic objective (GB/T 24450) that an industry serves first; others stay open. */
export function goalOf(industry: string | undefined): string | null {
  if (!industry) return null;
  const division = Number.parseInt(industry, 10);
  const within = (low: number, high: number) => division >= low && division <= high;
  if (industry === "A" || within(1, 5)) return "09";
  if (industry === "D" || within(44, 46)) return "02";
  if (industry === "N" || within(76, 79)) return "01";
  if (industry === "Q" || within(84, 85)) return "03";
  if (industry === "P" || division === 83) return "04";
  if (["E", "G"].includes(industry) || within(47, 50) || within(53, 60)) return "05";
  if (["S", "R"].includes(industry) || within(86, 96)) return "06";
  if (["B", "C", "F", "I"].includes(industry)) return "10";
  return within(6, 43) || within(51, 52) || within(61, 65) ? "10" : null;
}

function partyValue(party: SourceParty, id: PartyFieldId, source: DossierSource): Found {
  const remembered = from("organisation.registrationFacts", party.facts[id]);
  const nature = party.natureCode ?? NATURE_OF_KIND[party.kind];
  const isInstitution = nature !== undefined && !isEnterpriseNature(nature);
  switch (id) {
    case "name":
      return from("organisation.record", party.legalName);
    case "uscc":
      return from("organisation.record", party.uscc);
    case "representative":
      return from("organisation.record", party.legalRepresentative);
    case "address":
      return from("organisation.record", party.address);
    case "region":
      return from("organisation.record", party.regionCode);
    case "party_nature":
      return party.natureCode
        ? from("organisation.record", party.natureCode)
        : from("derived.kind", nature);
    case "contact":
      return remembered ?? from("organisation.member", party.contact?.name);
    case "phone":
      return remembered ?? from("organisation.member", party.contact?.phone);
    case "country":
      return remembered ?? (nature === "500" ? null : from("organisation.record", "中国"));
    case "party_industry": {
      const known = remembered ?? from("derived.kind", INDUSTRY_OF_KIND[party.kind]);
      const isBuyer = party.organisationId === source.buyer.organisationId;
      return known ?? (isBuyer ? from("need.industryCodes", source.need?.industryCodes[0]) : null);
    }
    case "is_tt_agency":
      return remembered ?? answer("derived.kind", party.kind === "BROKER_AGENCY");
    case "is_rd":
      return remembered ?? answer("derived.kind", party.kind === "RESEARCH_INSTITUTE");
    case "is_converted_institute":
      // A converted institute is an enterprise by now.
      return remembered ?? (isInstitution ? answer("derived.kind", false) : null);
    default:
      return remembered;
  }
}

function amounts({ terms }: DossierSource): { total: Found; technical: Found } {
  const { price } = terms;
  const total = price.totalFen ?? price.entryFeeFen;
  const stated = from("termSheet.price", price.technicalFen);
  if (!total || stated) return { total: from("termSheet.price", total), technical: stated };
  const items = price.nonTechnical.map((one) => ({ ...one, amountFen: BigInt(one.amountFen) }));
  const rest = deriveTechnicalFen(BigInt(total), { nonTechnical: items });
  return {
    total: from("termSheet.price", total),
    technical: from("derived.technical", rest ? rest.toString() : null),
  };
}

function projectValues(source: DossierSource): Partial<Record<FormFieldId, Found>> {
  const { terms, achievement, need } = source;
  const { total, technical } = amounts(source);
  const right = terms.object.rights[0]?.kind;
  const served =
    from("need.industryCodes", need?.industryCodes[0]) ??
    from("achievement.industryCodes", achievement?.industryCodes[0]);
  return {
    project_name: from("termSheet.title", terms.title),
    category: from("termSheet.categoryCode", terms.categoryCode),
    signed_on: from("contract.signedOn", source.signedOn),
    term_from: from("termSheet.term", terms.term.fromOn ?? source.signedOn),
    term_to: from("termSheet.term", terms.term.toOn ?? terms.licence?.endsOn),
    total_amount: total,
    technical_amount: technical,
    payment_method: from("termSheet.price", PAYMENT_METHOD[terms.price.kind]),
    is_related: answer("relatedParties.declaration", source.isRelated),
    plan_source: from("assumed", "OUTSIDE"),
    ip_type: right
      ? from("termSheet.rights", right)
      : from("termSheet.categoryCode", IP_OF_KIND[terms.categoryCode] ?? "NONE"),
    tech_field: from("achievement.fieldCodes", techFieldOf(achievement?.fieldCodes ?? [])),
    industry_served: served,
    seo_goal: from("derived.industry", goalOf(served?.value)),
    broker_name: from("termSheet.broker", terms.broker?.name),
    "declared.state_secret": achievement?.hasNoStateSecret
      ? answer("achievement.declaration", false)
      : null,
    "declared.co_owners":
      answer("rightHolderCheck.answers", source.rightHolder.hasCoOwners) ??
      (achievement ? answer("achievement.declaration", achievement.coOwners.length > 0) : null),
    "declared.priority_waiver": answer(
      "rightHolderCheck.answers",
      source.rightHolder.hasPriorityWaiver,
    ),
  };
}

/** The form as the deal fills it: each value with the place that it was taken from. */
export function fillForm(source: DossierSource): RegistrationForm {
  const form: RegistrationForm = {};
  const put = (id: FormFieldId, found: Found) => {
    if (found) form[id] = { ...found, isEdited: false };
  };
  for (const [id, found] of Object.entries(projectValues(source))) {
    put(id as FormFieldId, found);
  }
  for (const side of ["seller", "buyer"] as const satisfies readonly PartySide[]) {
    for (const id of PARTY_FIELD_IDS) {
      put(`${side}.${id}`, partyValue(source[side], id, source));
    }
  }
  return form;
}

/** What a person has written stays; everything else is taken from the deal as it is now. */
export function refillForm(stored: RegistrationForm, source: DossierSource): RegistrationForm {
  const kept = Object.entries(stored).filter(([, one]) => one.isEdited);
  return { ...fillForm(source), ...Object.fromEntries(kept) };
}

/**
 * Writes a person's edit into the form. A field left as it was keeps its source, an emptied one is
 * taken out.
 */
export function editForm(
  form: RegistrationForm,
  edit: Partial<Record<FormFieldId, string>>,
): RegistrationForm {
  const next: RegistrationForm = { ...form };
  for (const [key, value] of Object.entries(edit)) {
    const id = key as FormFieldId;
    if ((form[id]?.value ?? "") === value) continue;
    next[id] = { value, source: "person", isEdited: true };
  }
  return next;
}

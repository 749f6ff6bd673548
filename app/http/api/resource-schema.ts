import { z } from "zod";
import { achievementContentSchema } from "~/domain/catalogue/achievement-schema";
import { needContentSchema } from "~/domain/catalogue/need-schema";

const instant = z.iso.datetime({ offset: true });
const ownerKind = z.string().describe("Code of the list organisation-kinds");

/** What a list shows of a listing. */
export const listingSummarySchema = z.object({
  id: z.uuid(),
  url: z.url().describe("Page of the listing"),
  kind: z.enum(["achievement", "need"]),
  title: z.string(),
  titleEn: z.string(),
  summary: z.string(),
  organisation: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe("Null where the owner keeps its name back"),
  organisationKind: ownerKind,
  regionCodes: z.array(z.string()).describe("GB/T 2260, province first"),
  fieldCodes: z.array(z.string()).describe("Codes of the list fields"),
  modes: z.array(z.string()).describe("Codes of the list cooperation-modes"),
  ipKinds: z.array(z.string()).describe("Codes of the list ip-kinds"),
  trl: z.number().int().min(1).max(9).nullable(),
  trlVerified: z.boolean().describe("A reviewer has seen the evidence"),
  price: z
    .object({
      kind: z.string(),
      minFen: z.number().int().nullable(),
      maxFen: z.number().int().nullable(),
    })
    .describe("Price of an achievement or budget of a need, in 1/100 yuan (CNY)"),
  isOpenChallenge: z.boolean(),
  publishedAt: instant,
  closesAt: instant.nullable(),
});

/** One page of listings. */
export const listingPageSchema = z.object({
  items: z.array(listingSummarySchema),
  total: z.number().int().nullable().describe("Null when read by cursor"),
  isLowerBound: z.boolean().describe("There are at least `total`"),
  isDegraded: z
    .boolean()
    .describe("The search engine is away: results come from the database, in plainer order"),
  next: z.string().nullable().describe("Address of the next page"),
});

const publicOwner = z.object({
  id: z.uuid().nullable(),
  name: z.string().nullable(),
  englishName: z.string().nullable(),
  kind: ownerKind,
  regionCode: z.string(),
  isVerified: z.boolean(),
});

const file = z.object({
  url: z.url(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  role: z.enum(["PICTURE", "ATTACHMENT"]),
  caption: z.string(),
});

const listingBase = {
  id: z.uuid(),
  number: z.number().int(),
  url: z.url(),
  version: z.number().int(),
  owner: publicOwner,
  hiddenSections: z.array(z.string()).describe("Sections that are not open to everybody"),
  files: z.array(file),
  publishedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  updatedAt: instant,
};

const internal = {
  isBlinded: true,
  sectionVisibility: true,
  disclosureAcknowledged: true,
  noStateSecretDeclared: true,
} as const;
const { disclosureAcknowledged: _omitted, ...internalOfNeeds } = internal;

export const achievementSchema = z.object({
  ...listingBase,
  trlVerified: z.number().int().nullable(),
  content: achievementContentSchema.omit(internal),
});
export const needSchema = z.object({
  ...listingBase,
  content: needContentSchema.omit(internalOfNeeds),
});

export const organisationSchema = z.object({
  id: z.uuid(),
  url: z.url(),
  name: z.string(),
  nameEn: z.string(),
  kind: ownerKind,
  regionCodes: z.array(z.string()),
  intro: z.string(),
  isVerified: z.boolean(),
  achievementCount: z.number().int(),
  needCount: z.number().int(),
});
export const organisationPageSchema = z.object({
  items: z.array(organisationSchema),
  total: z.number().int(),
  isDegraded: z.boolean(),
  next: z.string().nullable(),
});

export const codeItemSchema = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
});
export const codeListSchema = z.object({ list: z.string(), items: z.array(codeItemSchema) });
export const codeListsSchema = z.object({
  items: z.array(z.object({ list: z.string(), count: z.number().int(), url: z.url() })),
});
export const regionSchema = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  level: z.number().int().describe("1 province, 2 city, 3 district"),
  nameZh: z.string(),
  nameEn: z.string(),
});
export const regionsSchema = z.object({ items: z.array(regionSchema) });

const owner = {
  organisationId: z
    .uuid("not_found")
    .optional()
    .describe("In whose name; without it the organisation that the person acts for"),
};
export const achievementDraftSchema = achievementContentSchema.partial().extend(owner);
export const needDraftSchema = needContentSchema.partial().extend(owner);
export const draftSchema = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  url: z.url().describe("Page on which the draft is continued"),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe("Stable code of the error"),
  status: z.number().int(),
  field: z.string().optional().describe("Path of the value that is wrong"),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string().describe("Quote it when you report the error"),
});

import { z } from "zod";
import { LICENCE_KINDS } from "~/domain/shared/tech-contract";

const text = (max: number) => z.string().max(max).default("");
const count = (min: number, max: number) => z.number().int().min(min).max(max);

/** What is known of the sale besides the price; becomes the term sheet of the deal room. */
export const lotSaleSchema = z.object({
  licenceKind: z.enum(LICENCE_KINDS).nullable().default(null),
  /** Years of the licence; null where none is sold or it lasts as long as the right. */
  licenceYears: count(1, 50).nullable().default(null),
  territory: text(200),
  fieldOfUse: text(200),
  /** Training and advice that come with it. */
  training: text(500),
  /** Documents, samples and devices that are handed over, and when. */
  delivery: text(500),
  /** When and how the price is paid. */
  payment: text(500),
  other: text(1000),
});
export type LotSale = z.output<typeof lotSaleSchema>;

const optional = (min: number, max: number) => count(min, max).nullable().default(null);

/**
 * Lengths from which the announced instants and the rules of bidding are made when the market
 * announces. Null stands for the dated parameter of that day.
 */
export const lotPlanSchema = z.object({
  announcementWorkdays: optional(1, 120),
  /** Working days from the end of applications to the start of bidding, and its time of day. */
  biddingAfterWorkdays: count(1, 30).default(2),
  biddingTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default("10:00"),
  /** ASCENDING: length of the free period, how it closes, and maximum bids. */
  freeHours: optional(1, 720),
  closing: z.enum(["SOFT", "CYCLE"]).default("SOFT"),
  allowsProxies: z.boolean().default(true),
  /** ROUNDS. */
  rounds: optional(1, 10),
  /** DESCENDING: how far the price falls with each drop, and how often. */
  dropFen: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .nullable()
    .default(null),
  maxDrops: optional(1, 500),
  /** Further periods when nobody is admitted. */
  extensionsMax: count(0, 20).default(0),
  extensionWorkdays: count(1, 60).default(5),
  isRelatedAllowed: z.boolean().default(true),
  hasPreemption: z.boolean().default(false),
  preemptionNote: text(500),
  /** Training run: every period of bidding is divided by it, and the announcement lasts minutes. */
  timeFactor: count(1, 1440).default(1),
  announcementMinutes: count(1, 14_400).default(30),
  biddingAfterMinutes: count(1, 1440).default(10),
});
export type LotPlan = z.output<typeof lotPlanSchema>;

/** LotConditions: the JSON of Lot.conditions. */
export const lotTermsSchema = z.object({
  sale: lotSaleSchema.default(() => lotSaleSchema.parse({})),
  plan: lotPlanSchema.default(() => lotPlanSchema.parse({})),
});
export type LotTerms = z.output<typeof lotTermsSchema>;

/** Stored terms; what an older form did not know has its default. */
export function readLotTerms(stored: unknown): LotTerms {
  return lotTermsSchema.parse(stored ?? {});
}

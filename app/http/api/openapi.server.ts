import { z } from "zod";
import { organisationSearchSchema } from "~/domain/discovery/organisation-search-schema";
import { listingSearchSchema } from "~/domain/discovery/search-schema";
import { appUrl } from "~/platform/env.server";
import * as schemas from "./resource-schema";

type Json = Record<string, unknown>;

const NAMED = {
  ListingPage: schemas.listingPageSchema,
  Achievement: schemas.achievementSchema,
  Need: schemas.needSchema,
  OrganisationPage: schemas.organisationPageSchema,
  Organisation: schemas.organisationSchema,
  CodeLists: schemas.codeListsSchema,
  CodeList: schemas.codeListSchema,
  Regions: schemas.regionsSchema,
  Draft: schemas.draftSchema,
  Problem: schemas.problemSchema,
} as const;
const BODIES = {
  AchievementDraft: schemas.achievementDraftSchema,
  NeedDraft: schemas.needDraftSchema,
} as const;

function toSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}

const ref = (name: keyof typeof NAMED | keyof typeof BODIES) => ({
  $ref: `#/components/schemas/${name}`,
});

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});

const DESCRIPTIONS: Record<string, string> = {
  q: "Words; empty finds everything",
  field: "Code of the list fields, with everything below it",
  industry: "Code of the list industries",
  region: "Division (GB/T 2260), with everything below it",
  trl: "Readiness band: 1-3, 4-6, 7-9",
  ip: "Code of the list ip-kinds",
  mode: "Code of the list cooperation-modes",
  price: "NEGOTIABLE, ROYALTY, UNDER_100K, FROM_100K, FROM_500K, FROM_1M, FROM_5M",
  org: "Kind of organisation",
  kind: "Kind of organisation",
  fresh: "Published within this many days: 7, 30, 90, 180",
  challenge: "1: open challenges only",
  verified: "1: verified readiness only",
  owner: "Id of an organisation",
  sort: "relevance, newest, closing, trl, price",
  page: "Page of 20",
};

/** Query parameters from the schema that reads them; none is required, none is refused. */
function queryParameters(schema: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: "query",
    required: false,
    ...(DESCRIPTIONS[name] ? { description: DESCRIPTIONS[name] } : {}),
    schema: property,
  }));
}

const cursor = {
  name: "cursor",
  in: "query",
  required: false,
  description:
    "Walk over all listings, 100 at a time, in order of creation: empty for the first page, then as in `next`. Filters do not apply.",
  schema: { type: "string" },
};
const pathParameter = (name: string, format?: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string", ...(format ? { format } : {}) },
});
const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "8 to 128 visible ASCII characters; the same key gets the first answer again",
  schema: { type: "string", minLength: 8, maxLength: 128 },
};

function read(
  operationId: string,
  summary: string,
  schema: keyof typeof NAMED,
  parameters: Json[] = [],
  failures: Record<string, string> = {},
): Json {
  return {
    operationId,
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      "200": { description: "OK", content: { "application/json": { schema: ref(schema) } } },
      ...Object.fromEntries(
        Object.entries(failures).map(([status, text]) => [status, problem(text)]),
      ),
      "429": { description: "Too many requests" },
    },
  };
}

function createDraft(kind: "Achievement" | "Need"): Json {
  return {
    operationId: `create${kind}Draft`,
    summary: `Create a draft of ${kind === "Need" ? "a need" : "an achievement"}`,
    security: [{ session: [] }],
    parameters: [idempotencyKey],
    requestBody: {
      required: true,
      content: { "application/json": { schema: ref(`${kind}Draft`) } },
    },
    responses: {
      "201": { description: "Created", content: { "application/json": { schema: ref("Draft") } } },
      "400": problem("The body is not JSON, or the key is missing"),
      "401": problem("Nobody is signed in"),
      "403": problem("The person may not publish for the organisation"),
      "409": problem("The key was used with another body"),
      "413": problem("The body is larger than 1 MB"),
      "415": problem("The body is not application/json"),
      "422": problem("A value is not acceptable; `field` names it"),
    },
  };
}

function paths(): Json {
  const listingParameters = [...queryParameters(listingSearchSchema), cursor];
  const gone = { "404": "There is no such listing", "410": "It was public once" };
  const id = pathParameter("id", "uuid");
  return {
    "/achievements": {
      get: read(
        "listAchievements",
        "Search published achievements",
        "ListingPage",
        listingParameters,
        {
          "400": "The cursor is not valid",
        },
      ),
      post: createDraft("Achievement"),
    },
    "/achievements/{id}": {
      get: read("getAchievement", "One achievement", "Achievement", [id], gone),
    },
    "/needs": {
      get: read("listNeeds", "Search published needs", "ListingPage", listingParameters, {
        "400": "The cursor is not valid",
      }),
      post: createDraft("Need"),
    },
    "/needs/{id}": { get: read("getNeed", "One need", "Need", [id], gone) },
    "/organisations": {
      get: read(
        "listOrganisations",
        "Search verified organisations",
        "OrganisationPage",
        queryParameters(organisationSearchSchema),
      ),
    },
    "/organisations/{id}": {
      get: read("getOrganisation", "One verified organisation", "Organisation", [id], {
        "404": "There is no such verified organisation",
      }),
    },
    "/codes": { get: read("listCodeLists", "Names of the code lists", "CodeLists") },
    "/codes/{list}": {
      get: read("getCodeList", "One code list", "CodeList", [pathParameter("list")], {
        "404": "There is no such list",
      }),
    },
    "/regions": {
      get: read(
        "listRegions",
        "Administrative divisions (GB/T 2260)",
        "Regions",
        [
          {
            name: "parent",
            in: "query",
            required: false,
            description: "Children of this division only",
            schema: { type: "string", pattern: "^\\d{6}$" },
          },
        ],
        { "400": "The code is not valid" },
      ),
    },
  };
}

/** The OpenAPI 3.1 document of the open interface, from the schemas that the routes use. */
export function openApiDocument(): Json {
  const named = Object.entries(NAMED).map(([name, schema]) => [name, toSchema(schema, "output")]);
  const bodies = Object.entries(BODIES).map(([name, schema]) => [name, toSchema(schema, "input")]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Grand Market open API",
      version: "1.0.0",
      description:
        "Public achievements, needs and organisations of the market, the code lists they use, and drafts for signed-in people. Amounts are in 1/100 yuan (fen); instants are UTC.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${appUrl()}/api/v1` }],
    paths: paths(),
    components: {
      schemas: Object.fromEntries([...named, ...bodies]) as Json,
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "market.session_token",
          description: "The cookie of a signed-in browser",
        },
      },
    },
  };
}

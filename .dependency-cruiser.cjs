/**
 * Who may import whom. Checked on resolved paths, so that `~/`, `#prisma/`, `#search/` and relative
 * spellings are the same to it. Read the folders as layers: entrances -> domain -> platform.
 */

/** Business areas: each may import those before it, never those after it. */
const AREAS = [
  "shared",
  "audit",
  "identity",
  "notifications",
  "payments",
  "catalogue",
  "brokers",
  "experts",
  "matching",
  "discovery",
  "imports",
  "oversight",
  "trading",
  "bidding",
  "tenders",
  "challenges",
  "licences",
  "deals",
  "contracts",
  "registration",
  "roadshows",
  "incentives",
  "performance",
  "filings",
  "calculators",
  "statistics",
];

const OURS = "^(app|search|prisma|tests|bench)/";
const FRAMEWORK = "^node_modules/(react|react-dom|react-i18next|@remix-run|remix-[^/]+)/";

/** `from` may import, of our own files, only what `allowed` matches. */
function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: { path: OURS, pathNot: allowed },
  };
}

function never(name, from, to, comment) {
  return { name, comment, severity: "error", from, to };
}

module.exports = {
  forbidden: [
    never(
      "no-cycles",
      {},
      { circular: true },
      "A cycle, type-only imports included, hides who depends on whom.",
    ),
    never("resolvable", { path: OURS }, { couldNotResolve: true }, "The import leads nowhere."),
    never(
      "no-dev-dependencies-in-product",
      { path: "^(app|search)/", pathNot: "\\.test\\.tsx?$" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
      "The product must start with `npm ci --omit=dev`.",
    ),
    only(
      "server-knows-the-build-only",
      "^app/server/",
      ["^app/server/", "^app/platform/env\\.server\\.ts$"],
      "Other app source would be a second instance of it.",
    ),
    only(
      "routes",
      "^app/routes/",
      [
        "^app/routes/",
        "^app/(domain|platform|i18n|http|components|styles)/",
        "^app/[^/]+\\.tsx?$",
        "^prisma/client/",
      ],
      "A route parses, authorises, calls one use case and renders.",
    ),
    only(
      "jobs",
      "^app/jobs/",
      [
        "^app/jobs/",
        "^app/(domain|platform|i18n|emails)/",
        "^app/realtime/publish[^/]*$",
        "^search/",
        "^prisma/client/",
      ],
      "Jobs are an entrance: they carry effects outward.",
    ),
    only(
      "realtime",
      "^app/realtime/",
      ["^app/realtime/", "^app/(domain|platform|i18n)/", "^prisma/client/"],
      "Sockets are an entrance.",
    ),
    only(
      "commands",
      "^app/commands/",
      [
        "^app/commands/",
        "^app/(domain|platform|i18n|jobs)/",
        "^app/server/(embedded-meilisearch|data-folder)\\.ts$",
        "^search/",
        "^prisma/client/",
      ],
      "Commands are an entrance; the measuring one starts an engine of its own.",
    ),
    only(
      "http",
      "^app/http/",
      ["^app/http/", "^app/(domain|platform|i18n)/", "^prisma/client/"],
      "Guards and form parsing serve routes.",
    ),
    only(
      "components-ui",
      "^app/components/ui/",
      ["^app/components/ui/"],
      "The design system knows no domain word.",
    ),
    never(
      "components-stay-in-the-browser",
      { path: "^app/components/", pathNot: "^app/components/ui/" },
      { path: ["^app/(routes|platform|http|jobs|realtime|server|emails)/", "\\.server\\.tsx?$"] },
      "Components run in the browser.",
    ),
    never(
      "components-use-client-safe-files-of-their-area",
      { path: "^app/components/([^/]+)/", pathNot: "^app/components/(ui|layout)/" },
      {
        path: "^app/domain/",
        pathNot: [
          "^app/domain/$1/[^/]+-(schema|rules|procedure|view|href)\\.ts$",
          "^app/domain/$1/[^/]+/[^/]+-(schema|rules|procedure|view|href)\\.ts$",
          "^app/domain/shared/(?!.*\\.server\\.)",
        ],
      },
      "Only schemas, rules, procedures and addresses of the same area are safe and meant for the browser.",
    ),
    never(
      "domain-knows-no-entrance",
      { path: "^app/domain/" },
      { path: [OURS], pathNot: ["^app/(domain|platform)/", "^search/", "^prisma/client/"] },
      "The domain knows no request, page, job or socket.",
    ),
    never(
      "domain-knows-no-framework",
      { path: "^(app/domain|app/platform|search)/", pathNot: "\\.test\\.tsx$" },
      { path: FRAMEWORK },
      "No React and no Remix below the entrances.",
    ),
    ...AREAS.map((area, at) =>
      never(
        `domain-order-${area}`,
        { path: `^app/domain/${area}/`, pathNot: "\\.test\\.ts$" },
        {
          path: "^app/domain/",
          pathNot: [
            `^app/domain/(${AREAS.slice(0, at + 1).join("|")})/`,
            // Who acts is known to everything; the kernel in shared writes the audit record.
            "^app/domain/identity/actor\\.ts$",
            ...(area === "shared" ? ["^app/domain/audit/"] : []),
          ],
        },
        "An area reacts to a later one through a job, never by being called from it.",
      ),
    ),
    only(
      "platform",
      "^app/platform/",
      ["^app/platform/", "^search/", "^prisma/client/"],
      "One file per outside system (the search engine through `search`); it knows no business.",
    ),
    only(
      "search",
      "^search/",
      ["^search/", "^prisma/client/"],
      "Search can be read, measured and moved without the application.",
    ),
    never(
      "nothing-imports-tests-and-seed",
      { path: "^(app|search)/" },
      { path: "^(tests|bench|prisma/seed)/" },
      "They may import anything; nothing imports them.",
    ),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/client/"] },
    exclude: { path: ["^build/", "^\\.data/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";

export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Unpacked once, beside the dependencies that it comes from. */
const CACHE = path.resolve("node_modules/.cache/grand-market");
const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** The npm-shipped build's own arguments contain --single-process, which ends it with its second page. */
const ARGS = [
  ...["--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"],
];

/**
 * A Chromium to test with: CHROMIUM_PATH, an installed one, Playwright's own, else the one that came
 * with npm; with a font that knows Chinese characters.
 */
export async function findBrowser(): Promise<Browser> {
  const env = { ...definedVariables(process.env), ...chineseFont() };
  const installed = [process.env.CHROMIUM_PATH, ...INSTALLED.map(onPath), ownOfPlaywright()];
  for (const executablePath of installed) {
    if (executablePath && runs(executablePath, env)) return { executablePath, args: ARGS, env };
  }
  const unpacked = await unpackShipped();
  if (runs(unpacked.executablePath, env)) {
    return { executablePath: unpacked.executablePath, args: ARGS, env };
  }
  // A bare image without NSS: the package carries the libraries.
  const withLibraries = { ...env, LD_LIBRARY_PATH: unpacked.libraries };
  if (runs(unpacked.executablePath, withLibraries)) {
    return { executablePath: unpacked.executablePath, args: ARGS, env: withLibraries };
  }
  throw new Error("No Chromium starts here. Install one, or name it in CHROMIUM_PATH.");
}

function onPath(name: string): string | null {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.stdout.trim() || null;
}

function ownOfPlaywright(): string | null {
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : null;
}

function runs(executablePath: string, env: Record<string, string>): boolean {
  return (
    spawnSync(executablePath, ["--version"], {
      env: env as NodeJS.ProcessEnv,
      timeout: 20_000,
    }).status === 0
  );
}

/** Unpacks under a name of its own first: a killed unpacking must not be taken for a browser. */
async function unpackShipped(): Promise<{ executablePath: string; libraries: string }> {
  const folder = path.join(CACHE, "chromium");
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(CACHE, { recursive: true });
    const fresh = fs.mkdtempSync(`${folder}.`);
    const before = { ...process.env };
    // The package unpacks into the temporary folder, and its libraries only where it believes to be on Lambda.
    process.env.TMPDIR = fresh;
    process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
    try {
      const { default: shipped } = await import("@sparticuz/chromium");
      await shipped.executablePath();
    } finally {
      for (const name of [
        "TMPDIR",
        "AWS_EXECUTION_ENV",
        "LD_LIBRARY_PATH",
        "FONTCONFIG_PATH",
        "HOME",
      ]) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    if (!fs.existsSync(folder)) fs.renameSync(fresh, folder);
  }
  return {
    executablePath: path.join(folder, "chromium"),
    libraries: path.join(folder, "al2023", "lib"),
  };
}

/** Without an installed Chinese font every character would be an empty box. */
function chineseFont(): Record<string, string> {
  const listed = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  if (listed.stdout?.trim() || process.env.FONTCONFIG_FILE) return {};
  const manifest = createRequire(import.meta.url).resolve(
    "@expo-google-fonts/noto-sans-sc/package.json",
  );
  const weights = ["400Regular", "500Medium", "700Bold"].map((weight) =>
    path.join(path.dirname(manifest), weight),
  );
  fs.mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, "fonts.conf");
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts", ...weights];
  fs.writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join("\n")}
  <cachedir>${path.join(CACHE, "fontconfig")}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

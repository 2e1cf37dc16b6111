// A program's client, generated from the OpenAPI document of the running portal, runs the main story.

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { test } from "../fixtures/test.ts";

/** What is imported once the client is there: it has types of its own, which are checked with it. */
interface Story {
  tell: (address: string, setUpLink: string) => Promise<void>;
}

const FOLDER = path.join(import.meta.dirname, "..", "client");

async function tool(name: string, ...words: string[]): Promise<void> {
  const file = path.join(FOLDER, "..", "node_modules", ".bin", name);
  await promisify(execFile)(file, words, { cwd: FOLDER, env: { PATH: process.env["PATH"] } });
}

test("a generated client fits its types and runs the main story", async ({ portal }) => {
  await tool("openapi-ts", "--input", `${portal.address}/api/v1/openapi.json`, "--output", "generated");
  await tool("tsc", "--noEmit", "--project", "tsconfig.json");
  const story = (await import(path.join(FOLDER, "story.ts"))) as Story;
  await story.tell(portal.address, await portal.setUpLink());
});

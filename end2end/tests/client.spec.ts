// A program's client, generated from the OpenAPI document of the running portal, runs the main story.

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { test } from "../fixtures/test.ts";

const FOLDER = path.join(import.meta.dirname, "..", "client");

async function tool(name: string, ...words: string[]): Promise<void> {
  const file = path.join(FOLDER, "..", "node_modules", ".bin", name);
  await promisify(execFile)(file, words, { cwd: FOLDER, env: { PATH: process.env["PATH"] } });
}

test("a generated client fits its types and runs the main story", async ({ portal }) => {
  await tool("openapi-ts", "--input", `${portal.address}/api/v1/openapi.json`, "--output", "generated");
  await tool("tsc", "--noEmit", "--project", "tsconfig.json");
  const { tell } = await import("../client/story.ts");
  await tell(portal.address, await portal.setUpLink());
});

// The measurements as rows of a table, like those of the server's benchmark.

import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

export default class Table implements Reporter {
  private readonly rows: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    const row = test.annotations.filter(({ type }) => type === "measured").map(({ description }) => description ?? "");
    this.rows.push(...row);
    for (const error of result.errors) console.error(`${test.title}: ${error.message}`);
  }

  onEnd(_result: FullResult): void {
    console.log(["| what | measured | beside | target |", "| --- | --- | --- | --- |", ...this.rows].join("\n"));
  }
}

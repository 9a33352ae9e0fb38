/** Reads a file of JSON lines that is measured by: a row that is not what it should be ends the run. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../benchmark.ts';

/** @throws UsageError where the file cannot be read */
export function readLines(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`${path} cannot be read`, { cause });
  }
}

/**
 * Reads rows; empty lines are passed over.
 * @param path names the file in what is said of it
 * @throws UsageError where a row is broken, with the file and the line
 */
export function parseRows<S extends v.GenericSchema>(
  text: string,
  path: string,
  schema: S,
): v.InferOutput<S>[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${path}, line ${index + 1}`;
    const result = v.safeParse(schema, parseJson(line, where));
    if (result.success) return [result.output];
    const faults = result.issues.map((issue) => {
      const field = v.getDotPath(issue);
      return `${field === null ? '' : `${field}: `}${issue.message}`;
    });
    throw new UsageError(`${where}: ${faults.join('; ')}`);
  });
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UsageError(`${where} is no JSON`, { cause });
  }
}

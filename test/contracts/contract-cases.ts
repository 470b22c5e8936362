import * as fc from "fast-check";
import { describe, test } from "vitest";

/** One thing that every adapter of a port must do. `check` throws where it does not. */
export interface ContractCase<Parts> {
  /** A sentence about behaviour. */
  readonly name: string;
  check(parts: Parts): Promise<void>;
}

/** Opens an adapter that has nothing in it. */
export type OpenParts<Parts extends AsyncDisposable> = () => Promise<Parts>;

export function describeCases<Parts extends AsyncDisposable>(
  name: string,
  cases: readonly ContractCase<Parts>[],
  open: OpenParts<Parts>,
): void {
  describe(name, () => {
    for (const each of cases) {
      test(each.name, async () => {
        await using parts = await open();
        await each.check(parts);
      });
    }
  });
}

/** The names of the cases that an adapter fails: how a contract is shown to notice a broken one. */
export async function failedCases<Parts extends AsyncDisposable>(
  cases: readonly ContractCase<Parts>[],
  open: OpenParts<Parts>,
): Promise<string[]> {
  const failed: string[] = [];
  fc.configureGlobal({ endOnFailure: true }); // looking for the smallest example would only take time
  for (const each of cases) {
    await using parts = await open();
    await each.check(parts).catch(() => failed.push(each.name));
  }
  fc.resetConfigureGlobal();
  return failed;
}

/** The adapter with some of its methods replaced. */
export function override<Adapter extends object>(adapter: Adapter, changes: Partial<Adapter>): Adapter {
  return new Proxy(adapter, {
    get(target, property) {
      const value: unknown = Reflect.get(Object.hasOwn(changes, property) ? changes : target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

import { InvalidInputError } from "../calls/errors.ts";

/**
 * What a backend finds wrong with a field of a request, said of the parameter it came from.
 * @param names the parameters that are not the field's word in kebab case, by field
 */
export async function inParameterNames<T>(names: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const problems = error.problems.map(({ parameter, message }) => {
      const [, field = parameter, path = ""] = /^([^.[]+)(.*)$/.exec(parameter) ?? [];
      const name = names[field] ?? field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return { parameter: name + path, message };
    });
    throw new InvalidInputError(problems, { cause: error });
  }
}

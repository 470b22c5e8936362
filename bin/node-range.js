/**
 * Whether a Node version fits the `engines` range of package.json. Knows the two forms used there: `^22.1.0` (that major,
 * from there on) and `>=24.1.0`, joined by `||`.
 */
export function fitsNodeRange(version, range) {
  const here = parseVersion(version);
  return range.split("||").some((part) => {
    const [, operator, least] = /^\s*(\^|>=)\s*(\d+\.\d+\.\d+)\s*$/.exec(part) ?? [];
    if (least === undefined) throw new Error(`The Node range "${part.trim()}" is not of the form ^1.2.3 or >=1.2.3.`);
    const from = parseVersion(least);
    return isAtLeast(here, from) && (operator === ">=" || here[0] === from[0]);
  });
}

function parseVersion(version) {
  return version.replace(/^v/, "").split(/[.-]/).slice(0, 3).map(Number);
}

function isAtLeast(here, from) {
  for (const [index, number] of from.entries()) {
    if (here[index] !== number) return here[index] > number;
  }
  return true;
}

const FILLERS = new Set(["uh", "um", "uhm", "erm", "er", "ah", "hm", "hmm", "mm", "mhm"]);

const BELOW_TWENTY = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** The words of a text as they are compared: lower case, digits as words, without punctuation and fillers. */
export function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3})/g, "")
    .replaceAll(/\d+/g, (digits) => ` ${spoken(digits)} `)
    .replaceAll(/['’]/g, "")
    .split(/[^\p{Letter}]+/u)
    .filter((word) => word !== "" && !FILLERS.has(word));
}

/** Long numbers and those that begin with 0 are read digit by digit. */
function spoken(digits: string): string {
  if (digits.length > 6 || (digits.length > 1 && digits.startsWith("0"))) return [...digits].map(spoken).join(" ");
  return cardinal(Number(digits));
}

function cardinal(value: number): string {
  if (value < 20) return BELOW_TWENTY[value] ?? "";
  if (value < 100) return `${TENS[Math.floor(value / 10)]} ${rest(value % 10)}`;
  if (value < 1000) return `${cardinal(Math.floor(value / 100))} hundred ${rest(value % 100)}`;
  return `${cardinal(Math.floor(value / 1000))} thousand ${rest(value % 1000)}`;
}

function rest(value: number): string {
  return value === 0 ? "" : cardinal(value);
}

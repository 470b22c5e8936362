import type { Random } from "./random.ts";

/** First and last names that go together, a row for each part of the world. The people are made up. */
const families = [
  ["Amara Chidi Ngozi Tunde Zainab Emeka Folake Ifeoma", "Okafor Adeyemi Balogun Nwosu Eze Abiola Danjuma Obi"],
  [
    "Ingrid Lars Astrid Mikkel Saga Henrik Freja Jonas",
    "Lindqvist Halvorsen Nygaard Berglund Dahl Sandvik Holm Ekström",
  ],
  [
    "Priya Arjun Kavya Rohan Meera Vikram Ananya Sanjay",
    "Raghavan Mehta Chatterjee Iyer Kulkarni Bhatt Menon Deshpande",
  ],
  [
    "Mateo Lucía Camila Diego Valentina Andrés Renata Emilio",
    "Herrera Quiroga Salazar Montoya Rivas Ibarra Cárdenas Fuentes",
  ],
  ["Noor Karim Leila Omar Yasmin Tariq Samira Hassan", "Haddad Mansour Nasser Khoury Rahman Farouk Qureshi Aziz"],
  ["Mei Jun Xiulan Wei Hana Kenji Sora Aiko", "Tanaka Zhang Lin Nakamura Huang Mori Chen Fujita"],
  [
    "Grace Owen Harriet Callum Bethan Rory Imogen Declan",
    "Whitfield Callaghan Pritchard Ashworth Barlow Fenwick Doyle Merrick",
  ],
  [
    "Dana Marcus Tiana Jordan Keisha Wyatt Brooke Terrence",
    "Holloway Pruitt Delgado Vance Sutter Langford McKay Rollins",
  ],
  ["Ewa Tomasz Milena Pavel Katya Zoran Irena Bogdan", "Wolska Novotny Petrova Kowalczyk Horvat Ionescu Marek Dragan"],
  [
    "Giulia Matteo Élodie Bastien Carla Nuno Sofia Anton",
    "Moretti Lefèvre Carvalho Bianchi Dubois Almeida Keller Brandt",
  ],
] as const;

/** So many people of whom no two have the same first name, nor one that is taken. */
export function makeNames(random: Random, count: number, takenFirstNames: ReadonlySet<string> = new Set()): string[] {
  const names = new Map<string, string>();
  while (names.size < count) {
    const [firsts, lasts] = random.pick(families);
    const [first, last] = [random.pick(firsts.split(" ")), random.pick(lasts.split(" "))];
    if (!names.has(first) && !takenFirstNames.has(first)) names.set(first, `${first} ${last}`);
  }
  return [...names.values()];
}

export function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** `Élodie Lefèvre` at `a.example`: `elodie.lefevre@a.example`. */
export function emailOf(name: string, domain: string): string {
  return `${slugOf(name, ".")}@${domain}`;
}

/** Plain lower-case letters and digits, whatever was between them replaced. */
export function slugOf(text: string, between: string): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", between);
}

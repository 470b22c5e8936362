/** Irregular inflections: the base form, then the others. Forms that are more often another word (saw, bit, ground) are left out. */
const FAMILIES = `
be am are been being is was were|arise arisen arose|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun
bend bent|bind bound|bite bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do did does done|draw drawn drew
dream dreamt|drink drank drunk|drive driven drove|dwell dwelt|eat ate eaten|fall fallen fell|feed fed|feel felt|fight fought
find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecasted|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go goes gone went
grow grew grown|hang hung|have had has|hear heard|hide hidden hid|hold held|keep kept|kneel knelt|know knew known|lay laid
lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|light lit|lose lost|make made|mean meant|meet met
mislead misled|mistake mistaken mistook|misunderstand misunderstood|oversee oversaw overseen|overcome overcame|pay paid
prove proven|rebuild rebuilt|redo redid redone|repay repaid|resell resold|rethink rethought|rewrite rewritten rewrote|ride ridden rode
ring rang rung|rise risen rose|run ran|say said|see seen|seek sought|sell sold|send sent|shake shaken shook|shine shone|shoot shot
show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped
spell spelt|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck|strive strove striven
swear sworn swore|sweep swept|swim swam swum|swing swung|take taken took|teach taught|tear torn tore|tell told|think thought
throw threw thrown|undergo undergone underwent|understand understood|undo undid undone|uphold upheld|upsell upsold
wake woke woken|wear worn wore|weave woven wove|weep wept|win won|withdraw withdrawn withdrew|write written wrote
die dies died dying|lie lies lied lying|tie ties tied tying
child children|man men|woman women|person people|foot feet|tooth teeth|mouse mice|half halves|shelf shelves|life lives
wife wives|knife knives|self selves|thief thieves|criterion criteria|phenomenon phenomena|analysis analyses|basis bases
crisis crises|thesis theses|hypothesis hypotheses|diagnosis diagnoses|index indices|matrix matrices|appendix appendices
bus buses|gas gases|quiz quizzes|salesman salesmen|saleswoman saleswomen|salesperson salespeople|businessman businessmen
businesswoman businesswomen|chairman chairmen|spokesman spokesmen
big bigger biggest|cheap cheaper cheapest|fast faster fastest|high higher highest|low lower lowest|large larger largest
small smaller smallest|easy easier easiest|early earlier earliest|old older oldest|new newer newest|short shorter shortest
strong stronger strongest|quick quicker quickest|simple simpler simplest|safe safer safest|late later latest|happy happier happiest
slow slower slowest|hard harder hardest|long longer longest|great greater greatest|young younger youngest
`;

const families: readonly (readonly string[])[] = FAMILIES.trim()
  .split(/[|\n]/)
  .map((family) => family.split(" "));

/** From an irregular form to its base. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  families.flatMap(([base = "", ...forms]) => forms.map((form) => [form, base] as const)),
);

/**
 * How common words are in conversation, whatever it is about: for each class the words that stand 2^class times in a million, rounded,
 * and rarer words not at all. Made by `scripts/build-background-words.ts`: word counts only, no text, from four public sets of
 * transcripts, of which each word gets the mean of the middle two logarithms:
 * - MRDA, 75 ICSI meetings (https://github.com/NathanDuran/MRDA-Corpus), CC BY 4.0
 * - the 20 AMI meetings and the 6 committee meetings of QMSum's validation split (https://github.com/Yale-LILY/QMSum), MIT; AMI: CC BY 4.0
 * - TinyRec, 21 machine transcripts (https://github.com/AugmendTech/treeseg), Apache-2.0
 */
export const backgroundWords: readonly (readonly [log2PerMillion: number, words: string])[] = [
  [
    15,
    `
      and that the to
    `,
  ],
  [
    14,
    `
      a i is it of so we you
    `,
  ],
  [
    13,
    `
      be but can for have if in it's just like on this yeah
    `,
  ],
  [
    12,
    `
      about all are as at do don't know not okay one or right some that's then there they think uh well what with
    `,
  ],
  [
    11,
    `
      actually also an because could from get go going gonna good has here how i'm kind make more my need no now oh
      our out people really say see something them there's these thing things time up use very want was we're when
      where which will would
    `,
  ],
  [
    10,
    `
      again any back been bit by did different does doing even first got had i'll into let's little look lot maybe me
      mean might much new next only other over point probably put should still sure take than they're those three
      through too two um us way we'll we've were why work yes you're your
    `,
  ],
  [
    9,
    `
      able after already always another anything around basically before being better between big both c can't case
      change come course d data didn't doesn't done down else end every everything example fact find five four getting
      give great guess hard having he i've idea important information interesting isn't keep l language last long
      looking many may meeting most nice number off part pretty problem question quite s said same saying seems set
      small sort start stuff talk thank their try trying used user using wanna week what's whether who working
    `,
  ],
  [
    8,
    `
      absolutely access across add agree ahead alright am anyway area ask available away based best call children
      clear close comes coming cool couple current definitely difficult each easy either email enough exactly face far
      feature features feel few fine found front full function g general given goes group guys haven't he's hear help
      high his hmm huh i'd instead issue issues it'll its later least left less let level line looks m made main makes
      making means mm model move must name needs never nothing numbers once ones open own p paper particular person
      place possible process program questions read real reason research run says second seen send sense she show side
      simple since someone sometimes sorry sounds specific speech such system t taking talking tell terms thanks
      thinking though thought times today together top training true type under understand useful voice wait wanted
      ways whatever while whole without won't works wouldn't write yep yet you'll you've zero
    `,
  ],
  [
    7,
    `
      action actions activity agenda almost along although amount answer anyone approach aren't asking average b bad
      basic beginning believe board break bring build building business button buy called came care cases cause
      certain certainly changed changes changing channel check click company completely complex computer consider
      context continue control cost couldn't cover cross currently cut day days deal decide decision decisions
      difference discussed discussion display drop during e earlier easier easily eight energy english especially
      evaluation ever everybody everyone expect experience extra f fair figure file final finish focus form forward
      frame free fully further future gets gives giving goal gone half hand happen happened happening happens happy
      her hey higher him home hope hours huge ideas imagine improve include individual input inside instance
      interested involved it'd itself job key knows large learn learning list live local looked lots machine mark
      matter mentioned mike million mind minute minutes moment money moving necessarily non normal note obviously
      often old option options order otherwise outside page parts per percent perhaps phone pick piece play please
      plus points post previous price problems processing product project putting quality quickly r range rather ready
      record recording related remember rest result results role running save saw screen seem sent separate service
      settings seven several short shouldn't similar single situation six size slightly somebody somewhere soon source
      space speaker special standard started starting state stop strong support supposed switch table takes talked
      task team technical test they'll they've third train turn types u understanding universal until usually v value
      various version video view w wants wasn't we'd web weeks went within word worked world worse worth wow x year
      years you'd
    `,
  ],
  [
    6,
    `
      4 ability above according account actual added adding additional address advanced against age ago ah allow
      allowed allows analysis answers anymore application applications apply asked aspect aspects assume attention
      audio background base becomes behind below bigger bits bottom box brief brought budget built bunch calling
      cannot channels choice choose class clearly code combine comment common compared complete complicated component
      components concept conditions connect consistent contact content conversation conversations copy core correct
      costs create criteria date dealing decided deep depending depends design designed detail development differences
      direction directly discuss distance document double due early effect enter entire essentially events examples
      excellent except excuse existing expensive expert explain extent extremely fairly falls false familiar fast
      faster feedback feeling fifty files fill finally finding fit fix fixed focused follow following format forty
      friday fun functions generally global gotta groups guy h handle hasn't head heard hello helpful helps here's hi
      highly hit hold hopefully hour however human immediately implemented included including increase initial
      interest interface internet item john k kinds knew knowledge languages layer leadership leave life light likely
      limit limited lines listening location longer lose lost love low lower major management manager map market
      maximum meaning meant meet meetings method middle minus missing mode models month months morning mostly multi
      multiple myself n natural neat needed net network news nine none normally notes notice o object obvious oops
      operating opportunity original others ourselves output overall parameters party pass past pay perfect
      performance phase picture places plan planning plug possibly potentially power pre present press products profit
      progress provide public quick rate re reach reasonable reasons recent recently recognition red reduce reference
      relevant remove report represent response responsible return rid room route safe scale seconds seeing select
      self session setting shape share shared she's showed showing shows signal significant simpler simply site
      sitting smaller software solution somehow sound speak speaking specifically speed spend stage starts step steps
      story straight structure study style suggest suggested survey taken target tasks technology telephone ten tend
      term text that'd thirty threshold throw told took tool tools total totally touch towards track trained
      transcript tried twenty typically unfortunately unless update users values versus vision waiting weight weird
      weren't whereas who's willing window wonder wondering words worry written wrong wrote y young yourself
    `,
  ],
  [
    5,
    `
      10 100 2 20 accessible accuracy act active addition adjust adjusting advantage afford aim air amazing among
      anybody apart apparently appreciate appropriate areas argument arrow assembly associated assuming audience
      automatic automatically avoid aware band bank baseline basis become beep beeps begin benefit besides biggest
      blah blank blocks briefly bringing brings broad broader busy buttons buying calculate calls capacity car careful
      carry caused cent centre cetera challenge challenging chance child choices chose circumstances classes clean
      closed closer co collected collecting collection combination combined comfortable command comments compare
      concepts concerned condition conference confirm confused connected considered considering constantly constraints
      continuing correctly count covered crazy created creating critical curious customers cutting dash database david
      de decent default define definition delay deliver department describe detailed details detect develop developed
      device dialogue digital direct discussing discussions documents dollars dot draw drive dropped dropping dump
      dynamic edge effort element elements embedded ended ends entering entirely environment equal equivalent error
      estimate et evaluate eventually everybody's everywhere exact exercise exists expand expanded expected experiment
      expression extend external eye factor factors fall family fancy feed feels felt fewer field fifteen filled
      filter finance finished fits flat flip focusing folder folks followed forget forgot forms forth fourth frames
      framework french frequency friends functionality fundamental funny game gave generate glad grab ground hadn't
      hang hearing heavy held helped helping hidden highlight history hitting hoping house hundred identified identify
      ignore image implement implementation implementing impossible improved improving includes increasing indeed
      independent indicate individually industry influence infrastructure initially instructions intention
      international interrupt introduce investigation italian items j jobs join july keeping kept kinda known lack
      laptop larger late latest launch learned led levels liked listen log losing machines mainly majority man manage
      marketing match material mechanism media mention menu message messages microphone mine minimum minor missed
      mistake mobile monday moved ms music native nature near necessary negative networks ninety nobody node noises
      obtain occur offer older one's onto opened opening operate operation operations opinion opposed opposite
      optional package paid papers particularly path pattern patterns pause paying people's perfectly period personal
      personally perspective phones picking picks playing portion position positive possibility potential prefer
      presentation pretend previously primary print priority produce programme projects proper properties property
      propose prototype provided pull purpose purposes push ran random randomly reading realize receive received
      recognise recognize recorded recorder reduction refer referring regard region regions regular relative
      relatively release released remind remote repeat replace reporting representation request require requirement
      requirements requires resolution respect respond rich robust roles round rule rules sample scenario school scope
      scratch script scroll search section seemed segment selection sending sensitive sentence series serious services
      sets seventy sheet shift shown sides sign signed significantly sit situations sixty skills slash slow social
      solve somewhat sorts sources speakers specify spending spent stable stand standards standing statement states
      status stay stick store straightforward strange stream stress student students sub subject subjects sufficient
      summary summer suppose switching systems tag talks tape targets technically telling tells tends tested testing
      that'll themselves there'll therefore they'd thoughts thousands throughout throwing till timing tomorrow trade
      traditional travel trend trouble turned twelve twice understood unique unit university upon upper useless uses
      usual utterances variety voices volume watch watching wear website welcome white wide wind wonderful yesterday
      yours
    `,
  ],
  [
    4,
    `
      0 1 12 13 15 16 30 40 50 500 80 absolute abstract accept accessibility accessing accordingly accounts accurate
      achieve activities ad adapt adapted adjustments admit advance affected afraid afternoon agent agreed agreement
      aha align alignment allowing alone alternative altogether amounts animal animals anywhere appear appears apple
      applied applying approaches approved architecture argue arguing arguments array aside assessment assigned
      assumption attached attractive attribute august australia auto availability awesome backed backup balance
      balanced ball bar basics batteries battery beam beat beautiful became behavior behaviour bells benefits berkeley
      beyond billion binary binding bird bleep block blue boards body book boot border boss bother boxes boy brain
      branch brand breaks breath breathing breaths bridge british broke broken bug burden calculated calculator
      california camera campaign campus candidate capital capture card cards carefully catching categories category
      caught causing cell center central ch chain chair challenges characteristics characters charge chat cheap
      cheaper cheating checking checks chief china chunks circle city claim classification cleaned cleaner cleaning
      clever clicking clip closely closing codes coding coffee cold collaboration colour combining commercial
      communicate communication community companies comparable comparing comparison compatible compensation
      competitive complexity compromise computation computational compute computing concern concerning concerns
      conclude conclusion conducted confident configuration confusing confusion connection connections conscious
      consensus consent console constrained constraint contrast contribute controlled convenient convention convince
      convinced corner corporate correlation counter counting countries country covers crash creates credit crime
      criterion crucial culture curve daily dark deadline deciding decrease deeper defined degree degrees delayed
      delays delete demanding demo demographic dependent described designing desktop despite destination detection
      determine determined determining developing devices diamond dictionary died differently difficulty dimension
      dimensions directions directory disagree discovered disk disposable distinction distinguish division doc dog
      dollar door doubt download dr drawing driven driving dunno dynamo ears ease easiest eat echo edit editing
      effectively effects efficient eighteen eighty eleven elsewhere emails empty ending engine entered entry
      environmental equals equipment er ericsson errors essential established estimated estimates etcetera euro
      european evening event everyone's evidence exceeding exchange exist exit expanding expecting experienced
      experiences explained explore exploring exposed expressed expressions extended extension extract eyes fails fan
      fantastic fascinating february fed fee feeding female figures figuring filling financial findings finishing fire
      fired fish flag flexible floor flow flows fly flying food foot force forced forecast foreign forever forgotten
      formal formats former fourteen france frankly frequently friend fruit functional functioning funding furthermore
      gain gap gaps gather generated generates generating generation generic germany goals god gotten government
      grandparents graph green grew growing guarantee guessing gun ha handled handling hands harder hate heading heads
      highlighted himself hiring hm holding holds honest horrible hundreds hurry hurt hybrid icons id identification
      immediate implicit importance impression improvements improves income incorporate increased incredibly indicated
      indication industrial info injury innovation innovative inspired install instances instruction integrate
      integrated intelligent intended interact interaction interestingly interests intermediate internal
      internationally interpret introduction involves irrelevant ish isolated january jeff joining jokes jump june kay
      keeps keys knowing la labeled labelling largely laughter launched lay layout lead leader leading leads leak
      leaves leaving legal length lets letters library lights likes limits linear linguistic link linked links linux
      listed listened literally literature lived living load lock loop loose loss lovely lowest lunch ma mail male
      managed managers manual manufacturer manufacturers manufacturing march markets marking marks massive master math
      matters measure measures mechanisms medium member memory men mental merge mess met methods michael mid millions
      minimal miss mix mixed mixture modes module monitoring morgan motion mouse moves movie nah named names nearly
      neither neural newer nicely nicer night noise nope normalization north noticed notion novel objective objects
      observe occurrences odd offered offers office official ok olds ongoing opens operator ordered organization
      originally ought ours outcome outputs overview packages pad pages pain panel parameter parents paris parse
      parsing participant participants partly passed passing paste penalty percentage phrase physical picked pictures
      pieces pilot piloting pitch placed plans platform player players pleased plenty plugged pointed police policies
      policy political popular portable possibilities powerful practical practice precisely preference preliminary
      prepare prepared preparing presented pressure presumably pricing primarily principle printed prior private
      proceed processed processes processors produces producing production professional professor profits programmes
      programming programs properly proposal proposals proposed proposing protection protocols proud prove provides
      providing pure purely pushed pushing puts q qualified quarter quote radio raise raised ram rare rates rating raw
      reached realistic reality realized reasonably receiver recognized recommended recurrent reduced references
      referred refers reflect regarding regardless regularly reject relates relation relationship relationships rely
      reminder removed reply reported reports representations represents requests required researchers resource
      resources responded responses restore reverse review risk road robustness roll rolling root roughly runs samples
      satisfied saturday saved saving scheme schemes science score screens scripts se searching secondary secretary
      sections security segmentation segments sell selling sends sensors separately september sequence seriously serve
      server servicing setup seventeen shall sharing shifting shipped shorter shot signals signing silent similarly
      sites sits sixteen sized skip slide slides slowly smart society soft sold someone's sony sorted south spaces
      speaks specification specifics specified specifying spectrum split spoke spot spread spreadsheet square st
      stability staff stages stands static statistics staying stepped steve stopped stops strain strategy streams
      street strength string strings stronger strongly structures struggling studied studies studying stupid submitted
      subset subtract success successful suddenly suggesting suggestion suggestions sum summarize sun super supplement
      supporting surface surprised surprising suspect symbol syntactic syntax tags targeted targeting teach teaching
      tech technique technologies terminal terrible th theoretically there'd thinks thirteen thousand thursday tied
      tight tiny tired title today's tone topic topics tough tour tourist tower tracking transcription transfer
      transition translate transmission transmitting transparent treat tree trick trivial truth tuesday tune turning
      turns typical ugly ultimately underneath understands uniform union unknown unlike updated ups variable variables
      variation vary varying versions via vice visible visual vote wales walk walking wall wanting washington waste
      wave waves wearing weather weekend weights west whenever where's wherever whilst whoever whose wider win windows
      wireless wires wise wish wondered worried worrying worst writing york younger youth z zone
    `,
  ],
];

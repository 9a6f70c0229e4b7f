"""English, as recommendations are written in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .lexicon import Lexicon, Phrases, words

_NUMBERS: Final = words(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred half"
)
_UNITS: Final = words("""
day days week weeks month months quarter quarters year years decade decades hour hours session sessions meeting
meetings cycle cycles term terms budget biennium
""")
_CLEAR: Final = words("""
abolish accept adapt add adopt agree allocate allow amend announce appoint apply approve arrange assess assign attach
avoid ban begin bring build carry certify choose circulate close collect commission commit compare compile complete
conduct consult contribute convene coordinate cooperate correct create criminalise criminalize deliver deploy
designate develop disaggregate disclose disseminate distribute double draft earmark elect eliminate embed employ
enable enact end enforce ensure establish evaluate exchange exclude expand explain extend finalise finalize finish
follow forbid form gather formalise formalize found fulfil fulfill give guarantee halve harmonise harmonize have hire
hold identify implement include incorporate increase inform initiate insert install institute integrate introduce
invest investigate invite involve join keep launch learn legislate let license listen maintain make meet need mandate
mobilise mobilize negotiate nominate offer open organise organize pay permit place prepare prevent print prioritise
prioritize produce prohibit protect provide prosecute publicise publicize publish put raise ratify reach read
recognise recognize recruit reduce reform refrain register relocate remove renew repeal replace require reserve
respond restore restrict retain revise revoke run secure select send separate serve share sit speak start steer stop
submit suspend sustain take teach tell translate treat undertake update uphold verify withdraw write
""")
_NOUNS_TOO: Final = words("""
account act address aid answer appeal audit balance book budget cap chair change check control cost cover cut design
document face feature fight finance focus fund grant group guide hand help host house issue label lead license limit
link list lobby map mark measure mentor monitor move name note number order outline own permit pilot plan pledge
police pool post process program programme project question rank rate record release report research resource rest
result return review route schedule seat seek set sign staff standardise study supply support target task test time
tour trace track train transfer travel turn use visit vote warn watch witness work
""")
_IRREGULAR: Final = words("""
built brought bought chosen drawn fed forbidden found given held heard kept led let made met paid put read run sent set
shown spent taken taught told withdrawn written
""")
_LEADS: Final = words("""
a an the all any both each every at no one its their our his her this these those on for of in with by to up out from
into per some more less many few only
""")


def _told(verbs: Iterable[str]) -> frozenset[str]:
    """Verbs as they command and as they tell of one who does it."""
    ends = {"y": "ies", "s": "es", "h": "es", "x": "es", "o": "es"}
    third = {verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeou" else "" for verb in verbs}
    third |= {verb + ends.get(verb[-1], "s") for verb in verbs if verb[-1] != "y" or verb[-2] in "aeou"}
    return frozenset(verbs) | (third - {""}) | {"has"}


def _done() -> frozenset[str]:
    """Verbs as they tell what is done to something."""
    regular = {verb.removesuffix("e") + "ed" for verb in (*_CLEAR, *_NOUNS_TOO)}
    regular |= {verb[:-1] + "ied" for verb in (*_CLEAR, *_NOUNS_TOO) if verb.endswith("y")}
    doubled = {verb + verb[-1] + "ed" for verb in (*_CLEAR, *_NOUNS_TOO)}
    return frozenset(regular | doubled | _IRREGULAR)


ENGLISH: Final = Lexicon(
    tag="en",
    common=words("""
    the of and to in for with on by that from at this be as is are was an a it their its should must shall will which
    each every all not or before within after who have has more into between among under through
    government governments ministries ministry women girls youth donors states parliament society
    """),
    calls=Phrases("""
    should
    must
    shall
    will
    need to
    needs to
    have to
    has to
    ought to
    is to
    are to
    is urged to
    are urged to
    are encouraged to
    are invited to
    are requested to
    are called upon to
    it is recommended to
    """),
    verbs=_told(_CLEAR | _NOUNS_TOO),
    shape=None,
    others=frozenset(),
    participles=_done(),
    helpers=words("is are be been"),
    asks=words("recommend recommends request requests urge urges ask asks call calls propose invite invites"),
    nouns_too=_told(_NOUNS_TOO),
    leads=_LEADS,
    before_nouns=words("""
    a an the all any both each every no its their our his her this these those on for of in with by from into per some
    more less many few better local national regional annual yearly new joint public legal early independent own s
    against without through under between among as and or technical financial political policy action peace free
    second third first core equal
    """),
    joins=words("and then or plus"),
    between=words("""
    be not also please to urgently immediately jointly regularly publicly fully directly systematically annually
    actively formally together then first always never only as
    """),
    stops=words("to so that which who whom whose because if when where while whether"),
    vague=Phrases("""
    promote
    foster
    encourage
    consider
    explore
    strive
    seek to
    work towards
    work toward
    continue to
    raise awareness
    raise * awareness
    build capacity
    build capacities
    build * capacity
    take steps
    take measures
    take action
    take appropriate
    take necessary
    take all necessary
    make efforts
    support efforts
    pay attention
    pay more attention
    give attention
    give priority
    advocate
    facilitate
    capacity building
    capacity development
    awareness raising
    more awareness
    better coordination
    better cooperation
    """),
    vague_verbs=words("""
    strengthen enhance improve increase build support develop deepen reinforce ensure advance boost
    """),
    vague_objects=words("""
    capacity capacities capability capabilities awareness cooperation collaboration coordination partnership
    partnerships efforts engagement commitment understanding dialogue synergies synergy empowerment ownership
    visibility resilience mechanisms networking
    """),
    times=Phrases(
        """
    by ~
    by # january
    by january
    by february
    by march
    by april
    by may
    by june
    by july
    by august
    by september
    by october
    by november
    by december
    by the end
    by end
    by mid
    by next $
    by the next $
    by the next * $
    in ~
    until ~
    before ~
    from ~
    end of ~
    no later than
    not later than
    within # $
    within a $
    within one $
    within the $
    within the next # $
    within the first $
    within the first # $
    in the next # $
    in the first $
    over the next # $
    in # $
    for # $
    for # $ at least
    after # $
    every $
    every # $
    every * $
    each $
    each * $
    per $
    once a $
    twice a $
    # times a $
    a $ before
    annually
    yearly
    quarterly
    monthly
    weekly
    daily
    biannually
    immediately
    before the
    before adoption
    before any
    before it
    before they
    before each
    before every
    before * $
    before its adoption
    until the
    at the next
    at every $
    at each $
    at its next $
    next year
    next $
    the next $
    this year
    at once
    from the first $
    day and night
    in a set time
    """,
        _NUMBERS,
        _UNITS,
    ),
    measures=Phrases(
        """
    per cent
    # times
    percent
    percentage
    at least
    at most
    no more than
    no fewer than
    not less than
    a third
    one third
    a quarter of
    half of
    half the
    parity
    share of
    number of
    proportion of
    rate of
    quota
    quotas
    indicator
    indicators
    baseline
    targets
    equal number
    equal numbers
    twice as
    """,
        _NUMBERS,
    ),
    numbers=_NUMBERS,
    titles=words("resolution resolutions article articles goal sdg target section paragraph chapter unscr no"),
)
"""What is read in English."""

"""French, as recommendations are written in it: in the infinitive, with "doit", or telling what is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .lexicon import Lexicon, Phrases, words

_NUMBERS: Final = words(
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent moitie"
)
_UNITS: Final = words("""
jour jours semaine semaines mois trimestre trimestres semestre semestres an ans annee annees decennie heure heures
session sessions reunion reunions cycle exercice budget
""")
_IN_ER: Final = words("""
abroger accepter accorder adapter adopter affecter ajouter allouer amender annoncer appliquer appuyer associer assurer
attribuer autoriser chiffrer charger cesser communiquer compiler confier consacrer conserver consulter convoquer creer
decentraliser deposer designer desagreger diffuser donner doubler echanger elaborer eliminer embaucher employer engager
envoyer evaluer eviter exiger exclure expliquer financer fixer former garder impliquer indiquer informer inscrire
installer instaurer integrer inviter lancer lever limiter lier mener mobiliser modifier nommer negocier obliger octroyer
organiser parler participer payer planifier poser presenter preparer prioriser proteger publier ratifier reconnaitre
recruter rediger reformer regrouper rembourser remplacer renouveler reserver respecter reviser sanctionner sensibiliser
sieger signaler signer simplifier siege solliciter soumettre supprimer suspendre transferer transformer transposer
travailler utiliser valider verifier verser veiller voter
""")
_OTHER_VERBS: Final = words("""
inclure exclure inscrire mettre remettre soumettre transmettre permettre prendre rendre entendre etendre suspendre
suivre traduire conduire construire introduire produire reduire reconnaitre elire lire ecrire faire promettre conclure
joindre resoudre repondre defendre poursuivre interdire instruire incluent remettent mettent soumettent prennent
rendent suivent traduisent produisent reduisent elisent lisent ecrivent font reconnaissent recoivent tiennent
soutiennent definissent etablissent garantissent fournissent reunissent saisissent inclut remet met soumet prend rend
suit traduit produit reduit fait recoit tient soutient definit etablit garantit fournit reunit saisit ont siegent
siege mettez faites prenez rendez traduisez incluez soumettez definissez etablissez garantissez
""")


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    """Of verbs in -er: as they are named, commanded and told."""
    stems = [verb[:-2] for verb in verbs if verb.endswith("er")]
    told = {stem + end for stem in stems for end in ("e", "ent", "ez", "ons", "er")}
    softened = {stem + "eons" for stem in stems if stem.endswith("g")}
    return frozenset(told | softened)


FRENCH: Final = Lexicon(
    tag="fr",
    common=words("""
    le la les l d des du de un une et a au aux en dans pour par sur avec que qui est sont ce cette ces chaque toute tous
    toutes leur leurs ses son sa ne pas plus avant il faut doit doivent devrait devraient afin entre ainsi sans
    femmes gouvernement gouvernements ministere ministeres societe filles etats
    """),
    calls=Phrases("""
    doit
    doivent
    devrait
    devraient
    devra
    devront
    il faut
    il faudrait
    il convient de
    il convient d
    est tenu de
    sont tenus de
    sont tenues de
    il est recommande de
    il est recommande d
    il est necessaire de
    """),
    verbs=_forms(_IN_ER) | _OTHER_VERBS,
    shape=re.compile(r"\w{3,}(?:er|ir|oir)"),
    others=words("""
    premier dernier atelier papier dossier calendrier courrier metier quartier janvier fevrier particulier regulier
    financier entier hier danger etranger foyer loyer milieu avenir souvenir plaisir desir devoir pouvoir savoir espoir
    trottoir soir noir loisir loisirs chantier cahier fichier policier officier ouvrier panier poster leader policer
    alimentaire singulier tiers volontier fer mer cher amer hiver elixir martyr saphir cuir
    """),
    participles=frozenset(),
    helpers=frozenset(),
    asks=words("recommander recommande recommandons demander demande inviter invite prier appeler exhorter que"),
    nouns_too=words("forme charge finance fixe siege vote travail reserve verse signe limite associe appuie"),
    leads=words("""
    le la les l un une des du de d chaque tout toute tous toutes son sa ses leur leurs ce cet cette ces a au aux en dans
    pour par sur avec plus davantage
    """),
    before_nouns=words("""
    le la les un une des du d chaque tout toute tous toutes son sa ses leur leurs ce cet cette ces au aux en dans par
    sur avec nouveau nouvelle bonne meilleure s non jeune
    """),
    joins=words("et ou puis"),
    between=words("""
    ne pas se s aussi egalement etre y le la les d de a urgemment immediatement regulierement conjointement directement
    systematiquement activement publiquement rapidement mieux puis ensuite
    """),
    stops=words("qui que qu afin dont si lorsque quand parce car pour"),
    vague=Phrases("""
    promouvoir
    encourager
    favoriser
    envisager
    explorer
    faciliter
    valoriser
    accompagner
    s efforcer
    continuer a
    oeuvrer
    veiller a
    renforcer les capacites
    renforcer la capacite
    renforcement des capacites
    renforcement de capacites
    sensibiliser
    sensibilisation
    prendre des mesures
    prendre les mesures
    prendre toutes les mesures
    tenir compte
    prendre en compte
    accorder une attention
    preter attention
    """),
    vague_verbs=words("""
    renforcer ameliorer developper soutenir appuyer accroitre augmenter consolider approfondir assurer intensifier
    renforcent ameliorent soutiennent appuient
    """),
    vague_objects=words("""
    capacite capacites sensibilisation cooperation collaboration coordination partenariat partenariats efforts
    engagement comprehension dialogue synergie synergies autonomisation appropriation visibilite resilience mecanismes
    """),
    times=Phrases(
        """
    d ici ~
    d ici la fin
    d ici a ~
    d ici # $
    d ici fin
    d ici au
    d ici le
    avant ~
    avant la fin
    avant le
    avant l
    avant la
    avant tout
    avant toute
    avant fin
    avant son
    avant leur
    avant chaque
    avant d
    avant de
    en ~
    fin ~
    au plus tard
    dans un delai
    dans les # $
    dans les # prochains $
    dans les # prochaines $
    dans un an
    dans l annee
    sous # $
    sous un mois
    pendant # $
    pour # $
    en # $
    chaque $
    chaque annee
    tous les # $
    toutes les # $
    tous les $
    toutes les $
    par $
    une fois par $
    deux fois par $
    # fois par $
    annuellement
    trimestriellement
    mensuellement
    immediatement
    sans delai
    des ~
    des l adoption
    des le
    jusqu en ~
    a partir de ~
    l annee prochaine
    cette annee
    lors de la prochaine
    a la prochaine
    a chaque $
    """,
        _NUMBERS,
        _UNITS,
    ),
    measures=Phrases(
        """
    pour cent
    # fois
    pourcentage
    au moins
    au plus #
    au maximum
    au minimum
    un tiers
    un quart
    la moitie
    parite
    part de
    nombre de
    taux de
    proportion de
    quota
    quotas
    indicateur
    indicateurs
    """,
        _NUMBERS,
    ),
    numbers=_NUMBERS,
    titles=words("resolution resolutions article articles objectif objectifs odd section paragraphe chapitre no"),
)
"""What is read in French."""

"""Spanish, as recommendations are written in it: in the infinitive, with "debe", or telling what is done."""

from __future__ import annotations

import re
from typing import Final

from .lexicon import Lexicon, Phrases, words

_NUMBERS: Final = words(
    "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien mitad"
)
_UNITS: Final = words("""
dia dias semana semanas mes meses trimestre trimestres semestre semestres ano anos decada hora horas sesion sesiones
reunion reuniones ciclo ejercicio presupuesto
""")
_IN_AR: Final = words("""
aceptar aclarar acordar adaptar adoptar ajustar anunciar anular aprobar aplicar apoyar asegurar asignar autorizar
calcular capacitar cambiar cancelar compartir consultar contratar convocar coordinar costear crear dedicar
derogar desarrollar desglosar designar destinar dotar duplicar ejecutar elaborar eliminar encargar entregar enviar
escuchar evaluar evitar explicar financiar fijar firmar formar formular garantizar implementar incorporar
informar iniciar instalar instituir integrar invertir invitar investigar lanzar limitar llevar mantener modificar
monitorear nombrar negociar ofrecer organizar otorgar pagar participar planificar preparar presentar presupuestar
priorizar proporcionar protocolizar publicar ratificar realizar reconocer reclutar reemplazar reformar registrar
reservar respetar revisar sancionar simplificar sumar suspender tomar trabajar traducir transferir usar utilizar validar
verificar vigilar votar
""")
_IN_ER_IR: Final = words("""
abrir anadir asumir compartir construir convertir corregir cubrir definir difundir distribuir elegir emitir escribir
establecer exigir extender hacer imprimir incluir introducir invertir leer mantener medir ofrecer permitir poner
producir prohibir promulgar proteger reconocer recibir reducir rendir requerir responder sostener suscribir suspender
tener traducir transmitir
""")
_OTHER_VERBS: Final = words("""
aprueba aprueban incluye incluyen establece establecen hace hacen pone ponen tiene tienen mide miden elige eligen da
dan reduce reducen traduce traducen protege protegen recibe reciben ofrece ofrecen mantiene mantienen rinde rinden
incluya incluyan establezca establezcan haga hagan ponga pongan traduzca protejan proteja ofrezcan publique publiquen
asigne asignen
""")


def _forms() -> frozenset[str]:
    """Verbs as they are named, commanded and told."""
    ar = {verb[:-2] + end for verb in _IN_AR if verb.endswith("ar") for end in ("ar", "a", "an", "en", "emos", "e")}
    other = {verb[:-2] + end for verb in _IN_ER_IR for end in (verb[-2:], "e", "en", "a", "an")}
    return frozenset(ar | other | _OTHER_VERBS)


SPANISH: Final = Lexicon(
    tag="es",
    common=words("""
    el la los las de del y a al en un una unos unas con por para que se su sus es son lo cada todos todas como no mas
    antes debe deben deberia deberian desde entre sobre hasta sin este esta sea
    mujeres gobierno gobiernos ministerio ministerios sociedad ninas estados
    """),
    calls=Phrases("""
    debe
    deben
    debera
    deberan
    deberia
    deberian
    tiene que
    tienen que
    ha de
    han de
    hay que
    es necesario
    se recomienda
    se debe
    se deben
    """),
    verbs=_forms(),
    shape=re.compile(r"\w{3,}[aei]r(?:l[aeo]s?|se)?"),
    others=words("""
    mujer taller poder hogar lugar militar familiar popular escolar particular similar regular singular auxiliar nuclear
    alquiler deber ayer placer primer tercer caracter bienestar pesar azucar solar titular ejemplar pilar altar mar par
    lider dolar celular porvenir elixir cancer cualquier nacer amanecer seguir lunar bilateral hangar atardecer
    """),
    participles=frozenset(),
    helpers=frozenset(),
    asks=words("recomendar recomienda recomendamos pedir solicitar instar exhortar invitar que"),
    nouns_too=words("""
    forma firma fija marca apoya reserva consulta reforma trabajo crea informe destina usa toma lleva da entrega
    publica asigna registra vigilancia capacita pago parte encarga cubre
    """),
    leads=words("""
    el la los las un una unos unas de del cada todo toda todos todas su sus este esta estos estas a al en con por para
    sobre mas
    """),
    before_nouns=words("""
    el la los las un una unos unas del cada todo toda todos todas su sus este esta estos estas al en con por de sobre
    mas nueva nuevo mejor buena primera primer
    """),
    joins=words("y e o u luego"),
    between=words("""
    no tambien ser se le les urgentemente inmediatamente regularmente conjuntamente directamente sistematicamente
    activamente publicamente rapidamente luego despues
    """),
    stops=words("que quien quienes cuando si porque donde cuyo cuya para"),
    vague=Phrases("""
    promover
    promocion
    fomentar
    impulsar
    incentivar
    considerar
    explorar
    facilitar
    propiciar
    sensibilizar
    sensibilizacion
    concientizar
    concienciar
    visibilizar
    procurar
    seguir
    continuar
    velar por
    velar porque
    fortalecer
    fortalecimiento de capacidades
    fortalecimiento de las capacidades
    tomar medidas
    adoptar medidas
    tomar las medidas
    tomar todas las medidas
    tener en cuenta
    prestar atencion
    crear conciencia
    generar conciencia
    aumentar la conciencia
    """),
    vague_verbs=words("""
    reforzar mejorar apoyar desarrollar aumentar potenciar profundizar asegurar consolidar ampliar crear
    """),
    vague_objects=words("""
    capacidad capacidades conciencia concienciacion sensibilizacion cooperacion colaboracion coordinacion alianzas
    esfuerzos compromiso comprension dialogo sinergia sinergias empoderamiento apropiacion visibilidad resiliencia
    mecanismos
    """),
    times=Phrases(
        """
    en ~
    para ~
    para el ~
    antes de ~
    antes del
    antes de la
    antes de que
    antes de su
    antes de cada
    antes de fin
    antes de finales
    a mas tardar
    a finales de
    a fines de
    hasta ~
    hasta el
    desde ~
    dentro de # $
    dentro del
    en # $
    en un plazo
    en el plazo
    en los proximos # $
    en los proximos $
    en las proximas # $
    durante # $
    por # $
    cada $
    cada # $
    todos los $
    todas las $
    por $
    al $
    una vez al $
    # veces al $
    anualmente
    trimestralmente
    mensualmente
    inmediatamente
    de inmediato
    sin demora
    el proximo $
    la proxima $
    este $
    en la proxima
    en cada $
    a partir de ~
    """,
        _NUMBERS,
        _UNITS,
    ),
    measures=Phrases(
        """
    por ciento
    # veces
    porcentaje
    al menos
    por lo menos
    como minimo
    como maximo
    un tercio
    una cuarta parte
    la mitad
    paridad
    numero de
    tasa de
    proporcion de
    cuota
    cuotas
    indicador
    indicadores
    """,
        _NUMBERS,
    ),
    numbers=_NUMBERS,
    titles=words("resolucion resoluciones articulo articulos objetivo objetivos ods meta seccion parrafo capitulo"),
)
"""What is read in Spanish."""

//! What the columns of tables of coded segments are called, per language of the program that wrote them.
//!
//! To teach a new word, add it to its language below as [`plain`] writes it: small letters, without accents and signs. A
//! word may mean one thing only.

use Field::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What a column can hold. The names in kebab case are those of `--column what=name`.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Field {
    /// The words that are coded.
    Text,
    /// One code, or several where the program joins them in one cell.
    Code,
    /// A code after its parents: `Zorg > Wachten`.
    Path,
    /// How many codes there are.
    Count,
    /// The document they stand in.
    Document,
    /// The group or folder of the document; in a codebook, of the code.
    Group,
    /// The case.
    Case,
    /// Who coded.
    Coder,
    /// Where the words start: a paragraph in MAXQDA, a character elsewhere.
    Start,
    /// Where they end.
    End,
    /// A remark about the coding.
    Comment,
    /// How strongly, 0 to 100.
    Weight,
    /// When it was coded.
    Date,
    /// The direction.
    Valence,
    /// What the program calls the passage: a number, or `1:12`.
    Id,
    /// The colour of the code.
    Colour,
    /// The code above it, in a codebook.
    Parent,
    /// What a code means, in a codebook.
    Description,
    /// How often a code is used, in a codebook.
    Uses,
    /// What a study has no place for: the size of a passage, who changed it last.
    Aside,
}

/// A language in which programs write the names of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Language {
    English,
    Dutch,
    German,
    Polish,
    French,
    Spanish,
    Portuguese,
    Italian,
}

type Words = &'static [(Field, &'static [&'static str])];

const LANGUAGES: [(Language, Words); 8] = [
    (Language::English, ENGLISH),
    (Language::Dutch, DUTCH),
    (Language::German, GERMAN),
    (Language::Polish, POLISH),
    (Language::French, FRENCH),
    (Language::Spanish, SPANISH),
    (Language::Portuguese, PORTUGUESE),
    (Language::Italian, ITALIAN),
];

const ENGLISH: Words = &[
    (
        Text,
        &[
            "segment",
            "segments",
            "coded segment",
            "coded text",
            "text",
            "text content",
            "quotation",
            "quotation content",
            "quote",
            "excerpt",
            "excerpt copy",
            "excerpt text",
            "content",
            "passage",
            "fragment",
            "highlight",
            "preview",
        ],
    ),
    (Code, &["code", "codes", "code name", "codes applied", "tag", "tags", "coded with"]),
    (Path, &["code path", "path", "code system", "full code name"]),
    (Count, &["number of codes", "code count", "codes count", "n codes", "quantity of codes"]),
    (
        Document,
        &[
            "document",
            "document name",
            "document title",
            "source",
            "source name",
            "file",
            "file name",
            "filename",
            "transcript",
            "interview",
            "media title",
            "resource title",
            "resource name",
            "title of resource",
        ],
    ),
    (
        Group,
        &["document group", "document groups", "group", "folder", "code group", "code groups", "category"],
    ),
    (Case, &["case", "cases", "case name", "case id"]),
    (
        Coder,
        &["coder", "author", "user", "created by", "creator", "excerpt creator", "coded by", "coder name"],
    ),
    (
        Start,
        &[
            "start",
            "begin",
            "beginning",
            "start position",
            "from",
            "paragraph",
            "excerpt range",
            "position",
            "positions",
            "start paragraph",
        ],
    ),
    (End, &["end", "end position", "to", "length", "end paragraph"]),
    (Comment, &["comment", "comments", "memo", "remark", "note", "quotation comment"]),
    (Weight, &["weight", "weight score", "weighting", "importance", "rating"]),
    (Date, &["date", "created", "creation date", "excerpt date", "created on", "created at", "timestamp"]),
    (Valence, &["valence", "direction"]),
    (Id, &["id", "number", "nr", "no", "quotation id", "reference", "excerpt id"]),
    (Colour, &["color", "colour", "code color", "code colour"]),
    (Parent, &["parent", "parent code", "parent name", "parent tag"]),
    (Description, &["description", "definition", "code memo", "code comment", "meaning"]),
    (
        Uses,
        &[
            "number of highlights",
            "grounded",
            "gr",
            "coded segments of all documents",
            "coded segments",
            "frequency",
            "freq",
            "references",
            "number of quotations",
            "cod seg all documents",
        ],
    ),
    (
        Aside,
        &[
            "area",
            "coverage",
            "name",
            "quotation name",
            "modified",
            "modified by",
            "modification date",
            "changed by",
            "density",
            "resource creator",
            "resource date",
            "codes applied combined",
            "cod seg activated documents",
            "documents",
            "alias",
            "groundedness",
            "last modified",
        ],
    ),
];

// As the programs would show them in Dutch: to be checked with people who use them in Dutch.
const DUTCH: Words = &[
    (
        Text,
        &[
            "gecodeerd segment",
            "gecodeerde tekst",
            "tekst",
            "tekstinhoud",
            "citaat",
            "citaatinhoud",
            "passage",
            "fragment",
            "tekstfragment",
            "inhoud",
        ],
    ),
    (Code, &["code", "codes", "codenaam", "naam van de code", "codering", "toegepaste codes"]),
    (Path, &["codepad", "pad", "codesysteem"]),
    (Count, &["aantal codes"]),
    (
        Document,
        &[
            "document",
            "documentnaam",
            "naam van het document",
            "bron",
            "bestand",
            "bestandsnaam",
            "transcript",
            "interview",
        ],
    ),
    (Group, &["documentgroep", "documentgroepen", "groep", "map", "codegroep", "codegroepen", "categorie"]),
    (Case, &["casus", "casusnaam"]),
    (Coder, &["codeur", "auteur", "gebruiker", "gemaakt door", "aangemaakt door", "gecodeerd door"]),
    (Start, &["begin", "start", "van", "beginpositie", "startpositie", "alinea"]),
    (End, &["einde", "eind", "tot", "eindpositie", "lengte"]),
    (Comment, &["opmerking", "opmerkingen", "commentaar", "memo", "notitie", "toelichting"]),
    (Weight, &["gewicht", "weging", "gewichtsscore"]),
    (Date, &["datum", "gemaakt op", "aangemaakt", "aangemaakt op", "aanmaakdatum", "tijdstip"]),
    (Valence, &["valentie", "richting"]),
    (Id, &["nummer", "nr", "id", "referentie", "verwijzing"]),
    (Colour, &["kleur"]),
    (Parent, &["ouder", "oudercode", "bovenliggende code", "hoofdcode"]),
    (Description, &["omschrijving", "beschrijving", "definitie", "codememo", "betekenis"]),
    (
        Uses,
        &["aantal citaten", "aantal markeringen", "aantal segmenten", "frequentie", "gecodeerde segmenten"],
    ),
    (
        Aside,
        &["oppervlakte", "dekking", "dekkingsgraad", "naam", "gewijzigd", "gewijzigd door", "gewijzigd op"],
    ),
];

const GERMAN: Words = &[
    (
        Text,
        &[
            "segment",
            "codiertes segment",
            "textinhalt",
            "zitat",
            "zitatinhalt",
            "textstelle",
            "inhalt",
            "text",
        ],
    ),
    (Code, &["code", "codes", "kode", "kodes", "codename"]),
    (Path, &["codepfad", "codesystem"]),
    (Count, &["anzahl codes", "anzahl der codes", "anzahl kodes", "anzahl der kodes"]),
    (Document, &["dokument", "dokumentname", "quelle", "datei", "dateiname"]),
    (Group, &["dokumentgruppe", "dokumentgruppen", "gruppe", "codegruppe", "kodegruppe", "kategorie"]),
    (Case, &["fall", "fallname"]),
    (Coder, &["autor", "autorin", "codierer", "codiererin", "erstellt von", "benutzer"]),
    (Start, &["anfang", "beginn", "startposition", "absatz"]),
    (End, &["ende", "endposition", "lange"]),
    (Comment, &["kommentar", "kommentare", "memo", "notiz"]),
    (Weight, &["gewicht", "gewichtung"]),
    (Date, &["datum", "erstellt", "erstellt am", "erstellungsdatum", "erstelldatum"]),
    (Valence, &["valenz", "richtung"]),
    (Id, &["nummer", "id", "referenz"]),
    (Colour, &["farbe"]),
    (Parent, &["obercode", "ubergeordneter code", "uberkategorie"]),
    (Description, &["beschreibung", "definition", "code memo"]),
    (Uses, &["codings", "codierte segmente", "haufigkeit", "anzahl zitate", "codings aller dokumente"]),
    (
        Aside,
        &["flache", "abdeckung", "abdeckungsgrad", "name", "bearbeitet", "bearbeitet von", "bearbeitet am"],
    ),
];

const POLISH: Words = &[
    (Text, &["segment", "kodowany segment", "zakodowany segment", "cytat", "tekst", "tresc"]),
    (Code, &["kod", "kody"]),
    (Path, &["sciezka kodu", "system kodow"]),
    (Count, &["liczba kodow"]),
    (Document, &["dokument", "nazwa dokumentu", "zrodlo", "plik", "nazwa pliku"]),
    (Group, &["grupa dokumentow", "grupa", "grupa kodow", "kategoria"]),
    (Case, &["przypadek"]),
    (Coder, &["autor", "koder", "utworzone przez", "utworzony przez", "utworzyl", "uzytkownik"]),
    (Start, &["poczatek", "start", "od", "akapit"]),
    (End, &["koniec", "do", "dlugosc"]),
    (Comment, &["komentarz", "komentarze", "notatka", "memo"]),
    (Weight, &["waga", "wynik wagi"]),
    (Date, &["data", "data utworzenia", "utworzono", "utworzony"]),
    (Id, &["numer", "nr", "id", "odniesienie"]),
    (Colour, &["kolor"]),
    (Parent, &["kod nadrzedny", "kod rodzic"]),
    (Description, &["opis", "definicja"]),
    (Uses, &["zakodowane segmenty", "liczba cytatow", "czestosc"]),
    (Aside, &["obszar", "powierzchnia", "pokrycie", "nazwa", "zmodyfikowany przez", "zmodyfikowano"]),
];

const FRENCH: Words = &[
    (
        Text,
        &[
            "segment",
            "segment code",
            "citation",
            "contenu de la citation",
            "contenu du texte",
            "extrait",
            "texte",
        ],
    ),
    (Code, &["code", "codes"]),
    (Path, &["chemin du code", "systeme de codes"]),
    (Count, &["nombre de codes"]),
    (Document, &["document", "nom du document", "fichier", "nom du fichier"]),
    (Group, &["groupe de documents", "groupe", "groupe de codes", "categorie"]),
    (Case, &["cas"]),
    (Coder, &["auteur", "codeur", "cree par", "utilisateur"]),
    (Start, &["debut", "paragraphe", "position de depart"]),
    (End, &["fin", "longueur", "position de fin"]),
    (Comment, &["commentaire", "commentaires", "memo", "remarque"]),
    (Weight, &["poids", "ponderation"]),
    (Date, &["date", "date de creation", "cree le"]),
    (Valence, &["valence"]),
    (Id, &["numero", "id", "reference"]),
    (Colour, &["couleur"]),
    (Parent, &["code parent"]),
    (Description, &["description", "definition"]),
    (Uses, &["segments codes", "frequence", "nombre de citations"]),
    (Aside, &["surface", "zone", "couverture", "nom", "modifie par", "modifie le"]),
];

const SPANISH: Words = &[
    (
        Text,
        &["segmento", "segmento codificado", "cita", "contenido de la cita", "contenido del texto", "texto"],
    ),
    (Code, &["codigo", "codigos"]),
    (Path, &["ruta del codigo", "sistema de codigos"]),
    (Count, &["numero de codigos", "cantidad de codigos"]),
    (Document, &["documento", "nombre del documento", "archivo", "nombre del archivo"]),
    (Group, &["grupo de documentos", "grupo", "grupo de codigos", "categoria"]),
    (Case, &["caso"]),
    (Coder, &["autor", "autora", "codificador", "creado por", "usuario"]),
    (Start, &["inicio", "comienzo", "parrafo", "posicion inicial"]),
    (End, &["fin", "final", "longitud", "posicion final"]),
    (Comment, &["comentario", "comentarios", "memo", "nota"]),
    (Weight, &["peso", "ponderacion"]),
    (Date, &["fecha", "fecha de creacion", "creado", "creado el"]),
    (Valence, &["valencia"]),
    (Id, &["numero", "id", "referencia"]),
    (Colour, &["color"]),
    (Parent, &["codigo padre", "codigo superior"]),
    (Description, &["descripcion", "definicion"]),
    (Uses, &["segmentos codificados", "frecuencia", "numero de citas", "enraizamiento"]),
    (Aside, &["area", "superficie", "cobertura", "nombre", "modificado por", "modificado"]),
];

const PORTUGUESE: Words = &[
    (
        Text,
        &[
            "segmento",
            "segmento codificado",
            "citacao",
            "conteudo da citacao",
            "conteudo do texto",
            "texto",
            "trecho",
        ],
    ),
    (Code, &["codigo", "codigos"]),
    (Path, &["caminho do codigo", "sistema de codigos"]),
    (Count, &["numero de codigos", "quantidade de codigos"]),
    (Document, &["documento", "nome do documento", "arquivo", "ficheiro"]),
    (Group, &["grupo de documentos", "grupo", "grupo de codigos", "categoria"]),
    (Case, &["caso"]),
    (Coder, &["autor", "autora", "codificador", "criado por", "usuario"]),
    (Start, &["inicio", "paragrafo", "posicao inicial"]),
    (End, &["fim", "comprimento", "posicao final"]),
    (Comment, &["comentario", "comentarios", "memo", "nota"]),
    (Weight, &["peso", "ponderacao"]),
    (Date, &["data", "data de criacao", "criado", "criado em"]),
    (Valence, &["valencia"]),
    (Id, &["numero", "id", "referencia"]),
    (Colour, &["cor"]),
    (Parent, &["codigo pai", "codigo superior"]),
    (Description, &["descricao", "definicao"]),
    (Uses, &["segmentos codificados", "frequencia", "numero de citacoes", "magnitude"]),
    (Aside, &["area", "cobertura", "nome", "modificado por", "modificado", "densidade"]),
];

const ITALIAN: Words = &[
    (
        Text,
        &[
            "segmento",
            "segmento codificato",
            "citazione",
            "contenuto della citazione",
            "contenuto del testo",
            "testo",
        ],
    ),
    (Code, &["codice", "codici"]),
    (Path, &["percorso del codice", "sistema di codici"]),
    (Count, &["numero di codici"]),
    (Document, &["documento", "nome del documento", "file", "nome del file"]),
    (Group, &["gruppo di documenti", "gruppo", "gruppo di codici", "categoria"]),
    (Case, &["caso"]),
    (Coder, &["autore", "codificatore", "creato da", "utente"]),
    (Start, &["inizio", "paragrafo", "posizione iniziale"]),
    (End, &["fine", "lunghezza", "posizione finale"]),
    (Comment, &["commento", "commenti", "memo", "nota"]),
    (Weight, &["peso", "ponderazione"]),
    (Date, &["data", "data di creazione", "creato", "creato il"]),
    (Valence, &["valenza"]),
    (Id, &["numero", "id", "riferimento"]),
    (Colour, &["colore"]),
    (Parent, &["codice superiore", "codice padre"]),
    (Description, &["descrizione", "definizione"]),
    (Uses, &["segmenti codificati", "frequenza", "numero di citazioni"]),
    (Aside, &["area", "superficie", "copertura", "nome", "modificato da", "modificato"]),
];

/// Returns a name of a column without what tells no columns apart: capitals, accents, signs, white space.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.nfd().flat_map(char::to_lowercase).filter(|&c| !is_combining_mark(c)) {
        match c {
            'ł' => plain.push('l'),
            'ß' => plain.push_str("ss"),
            _ if c.is_alphanumeric() => plain.push(c),
            _ if plain.is_empty() || plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Every word, with what it means per language.
static MEANINGS: LazyLock<BTreeMap<&str, Vec<(Language, Field)>>> = LazyLock::new(|| {
    let mut meanings: BTreeMap<&str, Vec<(Language, Field)>> = BTreeMap::new();
    for (language, words) in LANGUAGES {
        for (field, names) in words {
            names.iter().for_each(|name| meanings.entry(name).or_default().push((language, *field)));
        }
    }
    meanings
});

/// Returns what a column with this plain name holds, in whichever language, but in `language` if it is one of its words.
pub(super) fn field_of(plain: &str, language: Language) -> Option<Field> {
    let meanings = MEANINGS.get(plain)?;
    let own = meanings.iter().find(|(other, _)| *other == language);
    own.or(meanings.first()).map(|(_, field)| *field)
}

/// Returns whether a column holds codes rather than a code.
pub(super) fn is_plural(name: &str) -> bool {
    const PLURAL: [&str; 11] = [
        "codes",
        "tags",
        "codes applied",
        "coded with",
        "toegepaste codes",
        "kodes",
        "kody",
        "codigos",
        "codici",
        "codings",
        "coderingen",
    ];
    PLURAL.contains(&plain(name).as_str())
}

/// Returns the language in which most of the names are written; of several, the first of the list.
pub(super) fn language_of<'n>(plain: impl Iterator<Item = &'n str>) -> Language {
    let mut n_known = LANGUAGES.map(|(language, _)| (language, 0));
    for (language, _) in plain.filter_map(|name| MEANINGS.get(name)).flatten() {
        n_known.iter_mut().filter(|(other, _)| other == language).for_each(|(_, n)| *n += 1);
    }
    let most = n_known.iter().map(|(_, n)| *n).max();
    n_known.into_iter().find(|(_, n)| Some(*n) == most).map_or(Language::English, |(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_plain_and_means_one_thing_in_its_language() {
        for (language, words) in LANGUAGES {
            let mut all: Vec<&str> = words.iter().flat_map(|(_, names)| names.iter().copied()).collect();
            for name in &all {
                assert_eq!(plain(name), *name, "{language:?}");
            }
            all.sort_unstable();
            let n = all.len();
            all.dedup();
            assert_eq!(all.len(), n, "{language:?}");
        }
    }

    #[test]
    fn names_are_known_whatever_their_capitals_accents_and_blanks() {
        for (name, field) in [
            ("Creation Date ", Date),
            ("Coverage %", Aside),
            ("Początek", Start),
            ("Grupa dokumentów", Group),
            ("Número de códigos", Count),
            ("DOCUMENTGROEP", Group),
            ("Fläche", Aside),
        ] {
            assert_eq!(field_of(&plain(name), Language::English), Some(field), "{name}");
        }
        assert_eq!(field_of("iets anders", Language::Dutch), None);
        let names = ["kolor", "nazwa dokumentu", "kod", "segment"];
        assert_eq!(language_of(names.into_iter()), Language::Polish);
    }
}

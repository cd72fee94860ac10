//! The sources, each once. A DOI stands only where it was checked; where it was not, author, year and journal are enough to
//! find it by.

use std::fmt;

/// Something that was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Author and year, as it is cited: `Morton 2018`.
    pub name: &'static str,
    /// Where it appeared.
    pub place: &'static str,
    /// Its DOI, where that was checked.
    pub doi: Option<&'static str>,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.name, self.place)?;
        match self.doi {
            Some(doi) => write!(f, ", doi {doi}"),
            None => Ok(()),
        }
    }
}

const fn with_doi(name: &'static str, place: &'static str, doi: &'static str) -> Source {
    Source {
        name,
        place,
        doi: Some(doi),
    }
}

const fn without(name: &'static str, place: &'static str) -> Source {
    Source {
        name,
        place,
        doi: None,
    }
}

macro_rules! sources {
    ($($id:ident = $source:expr;)*) => { $(pub(super) const $id: Source = $source;)* };
}

sources! {
    ACSM = with_doi("ACSM 2009", "Med Sci Sports Exerc", "10.1249/MSS.0b013e3181915670");
    ACSM_2026 = without("ACSM 2026", "Med Sci Sports Exerc");
    AMDI = without("Amdi & King 2025", "J Sports Sci");
    AZEVEDO = with_doi("Azevedo 2022", "Biol Sport 39:443", "10.5114/biolsport.2022.105335");
    BEHM_2016 = without("Behm 2016", "Appl Physiol Nutr Metab 41:1");
    BEHM_2020 = without("Behm 2020", "J Strength Cond Res 34:3301");
    BOHM = with_doi("Bohm 2019", "Dtsch Z Sportmed", "10.5960/dzsm.2019.366");
    CLEARY = without("Cleary 2002", "J Athl Train (PMC164305)");
    COMSTOCK = without("Comstock 2018", "Front Comput Neurosci 12:53");
    DAMAS_2016 = without("Damas 2016", "J Physiol (PMC5023708)");
    DAMAS_2018 = with_doi("Damas 2018", "Eur J Appl Physiol", "10.1007/s00421-017-3792-9");
    DAY = without("Day 2004", "J Strength Cond Res");
    DUCHATEAU = without("Duchateau & Baudry 2013", "J Appl Physiol");
    DUIGNAN = without("Duignan 2020", "J Athl Train");
    FABER = with_doi("Faber 2015", "PeerJ 3:e1102", "10.7717/peerj.1102");
    FOSTER = without("Foster 2021", "Int J Sports Physiol Perform");
    GONZALEZ = with_doi("González-Rosalén 2021", "Diagnostics", "10.3390/diagnostics11112016");
    GRAVES = without("Graves & Baechle", "as coaches quote them");
    GRANATA = with_doi("Granata 2018", "Sports Med", "10.1007/s40279-018-0936-y");
    GRGIC = with_doi("Grgic 2022", "Strength Cond J", "10.1519/ssc.0000000000000747");
    HALPERIN = with_doi("Halperin 2022", "Sports Med", "10.1007/s40279-021-01559-x");
    HAROY = with_doi("Harøy 2019", "Br J Sports Med 53:150", "10.1136/bjsports-2017-098937");
    IMPELLIZZERI = without("Impellizzeri 2020", "J Athl Train (PMC7534938)");
    KERAUTRET = without("Kerautret 2021", "PLoS ONE 16:e0248031");
    KIRK = with_doi("Kirk 2025", "Eur J Appl Physiol 125:2241", "10.1007/s00421-025-05757-7");
    KRAFT = without("Kraft 2014", "J Strength Cond Res");
    LAURENT = with_doi("Laurent 2011", "J Strength Cond Res", "10.1519/JSC.0b013e3181c69ec6");
    LEUNG = with_doi("Leung 2017", "Eur J Appl Physiol", "10.1007/s00421-017-3736-4");
    MERSMANN = without("Mersmann 2017", "Front Physiol 8:987");
    MIKE = with_doi("Mike 2017", "J Strength Cond Res 31:773", "10.1519/JSC.0000000000001675");
    MIZUMURA = with_doi("Mizumura 2024", "J Physiol Sci", "10.1186/s12576-023-00896-y");
    MORTON = with_doi("Morton 2018", "Br J Sports Med", "10.1136/bjsports-2017-097608");
    PINERO = without("Piñero (preprint)", "SportRxiv 301");
    POLLAK = without("Pollak 2014", "Exp Physiol 99:368");
    SAW = without("Saw 2016", "Br J Sports Med");
    SCHOENFELD_2013 = without("Schoenfeld & Contreras 2013", "Strength Cond J");
    SCHOENFELD_2015 = with_doi("Schoenfeld 2015", "Sports Med", "10.1007/s40279-015-0304-0");
    SCHOENFELD_2017 = with_doi("Schoenfeld 2017", "J Strength Cond Res", "10.1519/JSC.0000000000001983");
    SCHOENFELD_ARAGON = with_doi("Schoenfeld & Aragon 2018", "J Int Soc Sports Nutr 15:10", "10.1186/s12970-018-0215-1");
    SILBERNAGEL = without("Silbernagel 2007", "Am J Sports Med 35:897");
    SNYDER = with_doi("Snyder 2018", "J Clin Sleep Med 14:1849", "10.5664/jcsm.7478");
    STEELE = without("Steele 2017", "PeerJ 5:e4105");
    TOLUSSO = with_doi("Tolusso 2022", "Int J Sports Physiol Perform", "10.1123/ijspp.2021-0360");
    TUFANO = without("Tufano 2012", "J Strength Cond Res");
    WALSH = without("Walsh 2021", "Br J Sports Med");
    WATSON = with_doi("Watson 2015", "Sleep", "10.5665/sleep.4886");
    WIEWELHOVE = without("Wiewelhove 2019", "Front Physiol (PMC6465761)");
    WILK_2018 = without("Wilk 2018", "J Hum Kinet (PMC6006544)");
    WILK_2019 = without("Wilk 2019", "J Sports Sci Med 18:191");
    WILK_2021 = without("Wilk 2021", "Sports Med (PMC8310485)");
}

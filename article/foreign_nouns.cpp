// One row per noun: its singular, then the forms that follow a number. A form that is a
// word of English too ("clients", "patients") is left out, since the reader of English
// looks here as well and finds it by itself; so are units ("Euro"), which units.cpp has.
#include "article/foreign_nouns.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace broadsheet {
namespace {

struct Noun {
  std::string_view singular;
  std::string_view plurals;  // parted by spaces
};

constexpr auto nouns = std::to_array<Noun>({
    // German
    {"Stelle", "stellen"},
    {"Arbeitsplatz", "arbeitsplätze arbeitsplätzen"},
    {"Mitarbeiter", "mitarbeiter mitarbeitern mitarbeiterinnen"},
    {"Beschäftigter", "beschäftigte beschäftigten"},
    {"Angestellter", "angestellte angestellten"},
    {"Mensch", "menschen"},
    {"Person", "personen"},
    {"Einwohner", "einwohner einwohnern"},
    {"Kunde", "kunden"},
    {"Nutzer", "nutzer nutzern"},
    {"Haushalt", "haushalte haushalten"},
    {"Wohnung", "wohnungen"},
    {"Fahrzeug", "fahrzeuge fahrzeugen"},
    {"Toter", "toten"},
    {"Verletzter", "verletzte verletzten"},
    {"Fall", "fälle fällen"},
    {"Stimme", "stimmen"},
    {"Unternehmen", "unternehmen"},
    {"Filiale", "filialen"},
    {"Aktie", "aktien"},
    {"Kind", "kinder kindern"},
    {"Student", "studenten studierende"},
    {"Flüchtling", "flüchtlinge flüchtlingen"},
    // French
    {"emploi", "emplois"},
    {"poste", "postes"},
    {"salarié", "salariés"},
    {"employé", "employés"},
    {"personne", "personnes"},
    {"élève", "élèves"},
    {"étudiant", "étudiants"},
    {"mort", "morts"},
    {"blessé", "blessés"},
    {"utilisateur", "utilisateurs"},
    {"logement", "logements"},
    {"véhicule", "véhicules"},
    {"voiture", "voitures"},
    {"entreprise", "entreprises"},
    {"magasin", "magasins"},
    {"manifestant", "manifestants"},
    {"foyer", "foyers"},
    {"enfant", "enfants"},
    {"voix", "voix"},
    {"exemplaire", "exemplaires"},
    {"client", ""},
    {"habitant", ""},
    {"patient", ""},
    {"auto", ""},
    // Spanish
    {"empleo", "empleos"},
    {"puesto", "puestos"},
    {"empleado", "empleados"},
    {"trabajador", "trabajadores"},
    {"persona", "personas"},
    {"habitante", "habitantes"},
    {"muerto", "muertos"},
    {"herido", "heridos"},
    {"cliente", "clientes"},
    {"usuario", "usuarios"},
    {"vivienda", "viviendas"},
    {"vehículo", "vehículos"},
    {"coche", "coches"},
    {"empresa", "empresas"},
    {"tienda", "tiendas"},
    {"hogar", "hogares"},
    {"niño", "niños"},
    {"alumno", "alumnos"},
    {"estudiante", "estudiantes"},
    {"voto", "votos"},
    {"caso", "casos"},
    {"migrante", "migrantes"},
    // Italian
    {"posto", "posti"},
    {"dipendente", "dipendenti"},
    {"lavoratore", "lavoratori"},
    {"abitante", "abitanti"},
    {"morto", "morti"},
    {"ferito", "feriti"},
    {"cliente", "clienti"},
    {"utente", "utenti"},
    {"famiglia", "famiglie"},
    {"veicolo", "veicoli"},
    {"azienda", "aziende"},
    {"impresa", "imprese"},
    {"negozio", "negozi"},
    {"bambino", "bambini"},
    {"studente", "studenti"},
    {"voto", "voti"},
    {"caso", "casi"},
    {"persona", "persone"},
    // Portuguese
    {"emprego", "empregos"},
    {"vaga", "vagas"},
    {"funcionário", "funcionários"},
    {"trabalhador", "trabalhadores"},
    {"pessoa", "pessoas"},
    {"morto", "mortos"},
    {"ferido", "feridos"},
    {"usuário", "usuários utilizadores"},
    {"veículo", "veículos"},
    {"carro", "carros"},
    {"família", "famílias"},
    {"criança", "crianças"},
    {"aluno", "alunos"},
    {"loja", "lojas"},
    // Dutch
    {"baan", "banen"},
    {"arbeidsplaats", "arbeidsplaatsen"},
    {"medewerker", "medewerkers"},
    {"werknemer", "werknemers"},
    {"mens", "mensen"},
    {"persoon", "personen"},
    {"inwoner", "inwoners"},
    {"klant", "klanten"},
    {"gebruiker", "gebruikers"},
    {"woning", "woningen"},
    {"voertuig", "voertuigen"},
    {"dode", "doden"},
    {"gewonde", "gewonden"},
    {"bedrijf", "bedrijven"},
    {"winkel", "winkels"},
    {"kind", "kinderen"},
    {"leerling", "leerlingen"},
    {"stem", "stemmen"},
    // Swedish, Danish and Norwegian
    {"jobb", "jobb"},
    {"arbetsplats", "arbetsplatser"},
    {"anställd", "anställda"},
    {"person", "personer"},
    {"människa", "människor"},
    {"invånare", "invånare"},
    {"kund", "kunder"},
    {"bostad", "bostäder"},
    {"arbejdsplads", "arbejdspladser"},
    {"arbeidsplass", "arbeidsplasser"},
    {"medarbejder", "medarbejdere"},
    {"ansatt", "ansatte"},
    {"menneske", "mennesker"},
    {"indbygger", "indbyggere innbyggere"},
    // Polish and Russian, in the genitive plural that follows such numbers
    {"pracownik", "pracowników"},
    {"osoba", "osób osoby"},
    {"mieszkaniec", "mieszkańców"},
    {"miejsce", "miejsc"},
    {"человек", "человек"},
    {"сотрудник", "сотрудников"},
    {"житель", "жителей"},
    {"автомобиль", "автомобилей"},
    {"погибший", "погибших"},
});

struct Index {
  std::unordered_map<std::string_view, std::string_view> singulars;
  std::unordered_set<std::string_view> known;

  Index() {
    for (const Noun& noun : nouns) {
      known.insert(noun.singular);
      std::string_view rest = noun.plurals;
      while (!rest.empty()) {
        const std::size_t space = rest.find(' ');
        singulars.try_emplace(rest.substr(0, space), noun.singular);
        rest =
            space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
      }
    }
  }
};

const Index& index() {
  static const Index built;
  return built;
}

}  // namespace

std::string_view foreign_noun(std::string_view plural) {
  const auto found = index().singulars.find(plural);
  return found == index().singulars.end() ? std::string_view{} : found->second;
}

bool is_foreign_noun(std::string_view singular) {
  return index().known.contains(singular);
}

}  // namespace broadsheet

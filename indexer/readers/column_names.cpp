// Names of columns in other languages, as people head their tables. Case, accents and
// signs make no difference. Names of other events (seen, fetched, changed) are left out,
// as they are in record_names.
#include "indexer/readers/column_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "article/words.h"
#include "indexer/readers/record_names.h"

namespace broadsheet {

namespace {

struct Words {
  Role role;
  std::string_view names;  // parted by commas, best first
};

// Of two that mean the same the one in the earlier row is taken: what is a title in one
// language and a section in another stands last.
constexpr Words table[] = {
    // German, Dutch, Danish, Norwegian, Swedish, Finnish
    {Role::title,
     "titel,überschrift,schlagzeile,tittel,kop,otsikko,överskrift,overskrift"},
    {Role::text,
     "volltext,artikeltext,inhalt,haupttext,tekst,inhoud,indhold,innhold,"
     "brødtekst,brödtext,innehåll,teksti,sisältö,artikel"},
    {Role::date,
     "datum,veröffentlicht,veröffentlicht am,veröffentlichungsdatum,"
     "erscheinungsdatum,erschienen,erschienen am,publikationsdatum,"
     "publicatiedatum,dato,udgivelsesdato,publiceringsdatum,päivämäärä,"
     "julkaistu"},
    {Role::source, "quelle,bron,kilde,källa,lähde"},
    {Role::outlet,
     "medium,zeitung,publikation,publikationsname,krant,avis,tidning,lehti"},
    {Role::author,
     "autor,autoren,autorin,verfasser,auteurs,auteur,forfatter,författare,"
     "journalisten,kirjoittaja,toimittaja"},
    {Role::url, "adresse,webadresse,webbadress,lenke,länk,linkki"},
    {Role::language, "sprache,taal,sprog,språk,kieli"},
    // French, Spanish, Portuguese, Italian, Catalan, Romanian
    {Role::title, "titre,título,títol,titolo,titular,titlu,manchete,encabezado"},
    {Role::text,
     "texte,contenu,corps,texto,contenido,cuerpo,conteúdo,corpo,testo,"
     "contenuto,contingut,conținut"},
    {Role::date,
     "date de publication,date de parution,fecha,fecha de publicación,"
     "data,data de publicação,data di pubblicazione,data de publicació,"
     "data publicării"},
    {Role::source, "fuente,fonte,font,sursă"},
    {Role::outlet,
     "journal,média,medio,periódico,diario,jornal,veículo,giornale,testata,"
     "ziar"},
    {Role::author, "autore,autores,autori,auteure,periodista,giornalista,jornalista"},
    {Role::url, "lien,enlace,collegamento,enlla\u00E7,ligação"},
    {Role::language, "langue,idioma,lingua,língua,limbă"},
    // Polish, Czech, Slovak, Croatian, Hungarian, Turkish
    {Role::title, "tytuł,titulek,nadpis,naslov,cím,başlık"},
    {Role::text, "treść,obsah,tekst artykułu,sadržaj,szöveg,tartalom,metin,içerik"},
    {Role::date,
     "data publikacji,datum vydání,datum objave,dátum,megjelenés,tarih,"
     "yayın tarihi"},
    {Role::source, "źródło,zdroj,izvor,forrás,kaynak"},
    {Role::outlet, "gazeta,noviny,novine,lap,gazete"},
    {Role::author, "autorzy,szerző,yazar"},
    {Role::url, "odkaz,poveznica,hivatkozás,bağlantı"},
    // Russian, Ukrainian, Bulgarian, Greek
    {Role::title, "заголовок,название,заглавие,τίτλος"},
    {Role::text, "текст,содержание,текст статьи,зміст,съдържание,κείμενο"},
    {Role::date, "дата,дата публикации,дата публікації,ημερομηνία"},
    {Role::source, "источник,джерело,източник,πηγή"},
    {Role::outlet, "издание,видання,газета,εφημερίδα"},
    {Role::author, "автор,авторы,автори,συντάκτης"},
    {Role::url, "ссылка,посилання,σύνδεσμος"},
    {Role::language, "язык,мова,език,γλώσσα"},
    // Arabic, Hebrew, Chinese, Japanese, Korean
    {Role::title, "العنوان,عنوان,כותרת,标题,標題,タイトル,見出し,제목"},
    {Role::text, "النص,نص,المحتوى,טקסט,תוכן,正文,内容,內容,本文,본문,내용"},
    {Role::date,
     "التاريخ,تاريخ,تاريخ النشر,תאריך,日期,发布日期,發布日期,日付,公開日,"
     "날짜,발행일"},
    {Role::source, "المصدر,مصدر,מקור,来源,來源,出典,출처"},
    {Role::outlet, "الصحيفة,עיתון,媒体,媒體,媒体名,매체,언론사"},
    {Role::author, "الكاتب,المؤلف,מחבר,作者,记者,著者,기자"},
    {Role::url, "الرابط,رابط,קישור,链接,網址,リンク,링크"},
    {Role::language, "اللغة,שפה,语言,語言,言語,언어"},
    {Role::title, "rubrik"},
};

std::string folded(std::string_view name) {
  std::string key = fold_words(name);
  std::erase(key, ' ');
  return key;
}

std::unordered_map<std::string, Meaning> meanings() {
  std::unordered_map<std::string, Meaning> map;
  int rank = static_cast<int>(field_names().size());
  for (const Words& words : table) {
    for (std::string_view rest = words.names; !rest.empty();) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      map.emplace(folded(rest.substr(0, end)), Meaning{words.role, ++rank});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return map;
}

}  // namespace

std::optional<Meaning> column_meaning(std::string_view name, const FieldMap& fields) {
  if (auto meaning = meaning_of(name, fields)) return meaning;
  constexpr std::size_t longest = 60;
  if (name.empty() || name.size() > longest) return std::nullopt;
  static const std::unordered_map<std::string, Meaning> map = meanings();
  const auto found = map.find(folded(name));
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace broadsheet

// Names as they are printed in dumps and interfaces: schema.org, RSS in JSON, the big
// newspapers' and news services' interfaces, crawlers, spreadsheets. Leaves out names
// that mean a date of another event (crawled, seen, created, modified): no date is better
// than a false one.
#include "indexer/readers/record_names.h"

#include <array>
#include <unordered_map>

namespace broadsheet {

namespace {

constexpr std::array table = {
    FieldName{"title", Role::title},
    FieldName{"headline", Role::title},
    FieldName{"webtitle", Role::title},
    FieldName{"articletitle", Role::title},
    FieldName{"newstitle", Role::title},
    FieldName{"storytitle", Role::title},
    FieldName{"posttitle", Role::title},
    FieldName{"titletext", Role::title},
    FieldName{"mainheadline", Role::title},
    FieldName{"heading", Role::title},
    FieldName{"headlinemain", Role::title},
    FieldName{"name", Role::title},
    // whole texts
    FieldName{"text", Role::text},
    FieldName{"body", Role::text},
    FieldName{"maintext", Role::text},
    FieldName{"articlebody", Role::text},
    FieldName{"fulltext", Role::text},
    FieldName{"bodytext", Role::text},
    FieldName{"content", Role::text},
    FieldName{"articletext", Role::text},
    FieldName{"articlecontent", Role::text},
    FieldName{"contenttext", Role::text},
    FieldName{"cleantext", Role::text},
    FieldName{"cleanedtext", Role::text},
    FieldName{"plaintext", Role::text},
    FieldName{"textcontent", Role::text},
    FieldName{"newscontent", Role::text},
    FieldName{"newstext", Role::text},
    FieldName{"storytext", Role::text},
    FieldName{"storybody", Role::text},
    FieldName{"postcontent", Role::text},
    FieldName{"story", Role::text},
    FieldName{"article", Role::text},
    FieldName{"document", Role::text},
    FieldName{"contenthtml", Role::text},
    FieldName{"bodyhtml", Role::text},
    FieldName{"html", Role::text},
    // the opening or a summary
    FieldName{"leadparagraph", Role::text},
    FieldName{"description", Role::text},
    FieldName{"summary", Role::text},
    FieldName{"abstract", Role::text},
    FieldName{"standfirst", Role::text},
    FieldName{"trailtext", Role::text},
    FieldName{"excerpt", Role::text},
    FieldName{"teaser", Role::text},
    FieldName{"lead", Role::text},
    FieldName{"snippet", Role::text},
    FieldName{"datepublished", Role::date},
    FieldName{"publishedat", Role::date},
    FieldName{"published", Role::date},
    FieldName{"datepublish", Role::date},
    FieldName{"publishdate", Role::date},
    FieldName{"publisheddate", Role::date},
    FieldName{"publishedon", Role::date},
    FieldName{"publisheddatetime", Role::date},
    FieldName{"publishedtime", Role::date},
    FieldName{"publishtime", Role::date},
    FieldName{"publishdatetime", Role::date},
    FieldName{"publicationdate", Role::date},
    FieldName{"publicationtime", Role::date},
    FieldName{"publicationdatetime", Role::date},
    FieldName{"webpublicationdate", Role::date},
    FieldName{"firstpublished", Role::date},
    FieldName{"firstpublicationdate", Role::date},
    FieldName{"pubdate", Role::date},
    FieldName{"pubtime", Role::date},
    FieldName{"pubdatetime", Role::date},
    FieldName{"datetimepub", Role::date},
    FieldName{"articledate", Role::date},
    FieldName{"newsdate", Role::date},
    FieldName{"postdate", Role::date},
    FieldName{"issuedate", Role::date},
    FieldName{"date", Role::date},
    FieldName{"datetime", Role::date},
    FieldName{"timestamp", Role::date},
    FieldName{"outlet", Role::outlet},
    FieldName{"outletname", Role::outlet},
    FieldName{"publication", Role::outlet},
    FieldName{"publicationname", Role::outlet},
    FieldName{"publicationtitle", Role::outlet},
    FieldName{"sitename", Role::outlet},
    FieldName{"ogsitename", Role::outlet},
    FieldName{"newspaper", Role::outlet},
    FieldName{"newspapername", Role::outlet},
    FieldName{"medianame", Role::outlet},
    FieldName{"mediaoutlet", Role::outlet},
    FieldName{"publisher", Role::outlet},
    FieldName{"publishername", Role::outlet},
    FieldName{"sourcecommonname", Role::outlet},
    FieldName{"sourcedomain", Role::outlet},
    FieldName{"domain", Role::outlet},
    FieldName{"source", Role::source},
    FieldName{"sourcename", Role::source},
    FieldName{"sourcetitle", Role::source},
    FieldName{"newssource", Role::source},
    FieldName{"originalsource", Role::credited},
    FieldName{"credit", Role::credited},
    FieldName{"creditline", Role::credited},
    FieldName{"credited", Role::credited},
    FieldName{"agency", Role::credited},
    FieldName{"newsagency", Role::credited},
    FieldName{"authors", Role::author},
    FieldName{"author", Role::author},
    FieldName{"byline", Role::author},
    FieldName{"bylines", Role::author},
    FieldName{"authorname", Role::author},
    FieldName{"authornames", Role::author},
    FieldName{"journalist", Role::author},
    FieldName{"writer", Role::author},
    FieldName{"creator", Role::author},
    FieldName{"creators", Role::author},
    FieldName{"dccreator", Role::author},
    FieldName{"url", Role::url},
    FieldName{"link", Role::url},
    FieldName{"weburl", Role::url},
    FieldName{"articleurl", Role::url},
    FieldName{"newsurl", Role::url},
    FieldName{"storyurl", Role::url},
    FieldName{"pageurl", Role::url},
    FieldName{"articlelink", Role::url},
    FieldName{"canonicalurl", Role::url},
    FieldName{"permalink", Role::url},
    FieldName{"documentidentifier", Role::url},
    FieldName{"mainentityofpage", Role::url},
    FieldName{"id", Role::id},
    FieldName{"uuid", Role::id},
    FieldName{"guid", Role::id},
    FieldName{"docid", Role::id},
    FieldName{"documentid", Role::id},
    FieldName{"docno", Role::id},
    FieldName{"articleid", Role::id},
    FieldName{"storyid", Role::id},
    FieldName{"newsid", Role::id},
    FieldName{"uri", Role::id},
    FieldName{"language", Role::language},
    FieldName{"lang", Role::language},
    FieldName{"inlanguage", Role::language},
    FieldName{"langcode", Role::language},
    FieldName{"languagecode", Role::language},
};

}  // namespace

std::span<const FieldName> field_names() {
  return table;
}

std::optional<Meaning> usual_meaning(std::string_view folded) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, Meaning> map;
    for (std::size_t i = 0; i < table.size(); ++i) {
      map.emplace(table[i].name, Meaning{table[i].role, static_cast<int>(i) + 1});
    }
    return map;
  }();
  const auto found = by_name.find(folded);
  return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace broadsheet

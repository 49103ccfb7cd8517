// Reads an index back: Xapian's own check of every table, then every record, since Xapian
// has no checksums and ours are inside the records.
#include <fmt/format.h>

#include <xapian.h>

#include "article/error.h"
#include "schema/codec.h"
#include "schema/column_file.h"
#include "schema/fields.h"
#include "schema/hand_work.h"
#include "schema/ledger.h"
#include "schema/manifest.h"
#include "schema/said.h"
#include "schema/terms.h"
#include "searcher/searcher.h"

namespace broadsheet {
namespace {

class Check {
 public:
  explicit Check(const std::string& directory) : directory_(directory) {}

  std::vector<std::string> run() {
    const Manifest manifest = read_manifest(directory_);
    for (const SegmentEntry& segment : manifest.segments) check_segment(segment);
    const auto ledger = read_whole(directory_ + "/" + manifest.ledger_name());
    if (!ledger || !decode_ledger(*ledger)) report(manifest.ledger_name(), "damaged");
    const auto copies = read_whole(directory_ + "/" + manifest.copies_name());
    if (!copies || !decode_copies(*copies)) report(manifest.copies_name(), "damaged");
    const auto by_hand = read_whole(directory_ + "/" + manifest.hand_work_name());
    if (!by_hand || !decode_hand_work(*by_hand))
      report(manifest.hand_work_name(), "damaged");
    return std::move(problems_);
  }

 private:
  void report(const std::string& where, const std::string& what) {
    constexpr std::size_t enough = 100;
    if (problems_.size() < enough) problems_.push_back(where + ": " + what);
  }

  template <typename Step>
  void guarded(const std::string& where, const Step& step) {
    try {
      step();
    } catch (const Xapian::Error& error) {
      report(where, error.get_description());
    }
  }

  void check_segment(const SegmentEntry& segment) {
    const std::string articles = articles_path(directory_, segment);
    check_tables(articles);
    if (!columns_are_sound(directory_ + "/" + segment.name))
      report(segment.name + "/columns", "damaged; searches do without it, but slower");
    guarded(articles, [&] { check_articles(Xapian::Database(articles), segment); });
  }

  void check_tables(const std::string& path) {
    guarded(path, [&] {
      const std::size_t errors = Xapian::Database::check(path);
      if (errors > 0) report(path, fmt::format("Xapian finds {} errors", errors));
    });
  }

  void check_count(const std::string& where, std::size_t found, std::size_t named) {
    if (found == named) return;
    report(where, fmt::format("{} records, the manifest names {}", found, named));
  }

  void check_articles(const Xapian::Database& database, const SegmentEntry& segment) {
    const std::string where = segment.name + "/articles";
    check_count(where, database.get_doccount(), segment.stories);
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Xapian::Document document = database.get_document(*it);
      const auto article = decode_article(document.get_data());
      if (!decode_said(document.get_value(slot_said)))
        report(where,
               fmt::format("the words beside figures of story {} are damaged", *it));
      if (!article) {
        report(where, fmt::format("story {} is damaged", *it));
      } else if (!database.term_exists(term(prefix::id, article->id))) {
        report(where, fmt::format("story {} cannot be found by its id", *it));
      }
    }
  }

  const std::string& directory_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> check_index(const std::string& directory) {
  return Check(directory).run();
}

}  // namespace broadsheet

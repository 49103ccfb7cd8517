// A source of postings that is asked about one candidate after the other. Left out:
// travelling to another machine, where such a source cannot go.
#include "searcher/same_sentence.h"

#include <algorithm>
#include <optional>

#include "schema/fields.h"
#include "schema/sentence_ends.h"

namespace broadsheet {
namespace {

class SentenceSource : public Xapian::PostingSource {
 public:
  explicit SentenceSource(std::vector<Places> parts) : parts_(std::move(parts)) {}

  PostingSource* clone() const override { return new SentenceSource(parts_); }
  std::string name() const override { return "in_one_sentence"; }
  std::string get_description() const override {
    std::string text = "in_one_sentence(";
    for (const Places& part : parts_) {
      if (&part != &parts_.front()) text += ", ";
      for (const std::string& term : part)
        text += (&term == &part.front() ? "" : "|") + term;
    }
    return text + ")";
  }

  void init(const Xapian::Database& database) override {
    database_ = database;
    document_ = 0;
    last_ = database.get_lastdocid();
    ends_ = database.valuestream_begin(slot_ends);
  }

  // Nobody knows how many; the most, so that the terms choose the candidates.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double least) override { skip_to(document_ + 1, least); }
  void skip_to(Xapian::docid document, double /*least*/) override {
    document_ = std::max(document_, document);
    while (document_ <= last_ && !holds()) ++document_;
  }
  bool check(Xapian::docid document, double /*least*/) override {
    document_ = document;
    return holds();
  }
  bool at_end() const override { return document_ > last_; }
  Xapian::docid get_docid() const override { return document_; }

 private:
  bool holds() {
    ends_.skip_to(document_);
    if (ends_ == database_.valuestream_end(slot_ends) || ends_.get_docid() != document_)
      return false;
    const auto ends = decode_sentence_ends(*ends_);
    std::vector<std::size_t> common;
    for (const Places& part : parts_) {
      std::vector<std::size_t> sentences = sentences_of(part, ends);
      if (&part != &parts_.front()) {
        std::vector<std::size_t> both;
        std::set_intersection(common.begin(), common.end(), sentences.begin(),
                              sentences.end(), std::back_inserter(both));
        sentences = std::move(both);
      }
      if (sentences.empty()) return false;
      common = std::move(sentences);
    }
    return true;
  }

  // In order, each once.
  std::vector<std::size_t> sentences_of(const Places& part,
                                        const std::vector<Xapian::termpos>& ends) const {
    std::vector<std::size_t> sentences;
    for (const std::string& term : part) {
      auto end = ends.begin();
      const auto stop = database_.positionlist_end(document_, term);
      for (auto at = database_.positionlist_begin(document_, term); at != stop; ++at) {
        end = std::lower_bound(end, ends.end(), *at);
        if (end == ends.end()) break;
        sentences.push_back(static_cast<std::size_t>(end - ends.begin()));
      }
    }
    std::sort(sentences.begin(), sentences.end());
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    return sentences;
  }

  std::vector<Places> parts_;
  Xapian::Database database_;
  Xapian::ValueIterator ends_;
  Xapian::docid document_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace

Xapian::Query in_one_sentence(std::vector<Places> parts) {
  return Xapian::Query((new SentenceSource(std::move(parts)))->release());
}

}  // namespace broadsheet

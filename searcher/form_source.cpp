// Left out: travelling to another machine, where such a source cannot go.
#include "searcher/form_source.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/fields.h"
#include "schema/forms.h"

namespace broadsheet {
namespace {

class FormSource : public Xapian::PostingSource {
 public:
  FormSource(std::uint32_t form, std::vector<std::uint32_t> others)
      : form_(form), others_(std::move(others)) {}

  PostingSource* clone() const override { return new FormSource(form_, others_); }
  std::string name() const override { return "says_form"; }
  std::string get_description() const override {
    return fmt::format("says_form({}, {})", form_, fmt::join(others_, ", "));
  }

  void init(const Xapian::Database& database) override {
    document_ = 0;
    count_ = database.get_doccount();
    at_ = database.valuestream_begin(slot_forms);
    end_ = database.valuestream_end(slot_forms);
  }

  // Nobody knows how many; the most, so that the stems choose the candidates.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double least) override { skip_to(document_ + 1, least); }
  void skip_to(Xapian::docid document, double /*least*/) override {
    for (at_.skip_to(document); at_ != end_ && !holds(); ++at_) {
    }
    document_ = at_ == end_ ? 0 : at_.get_docid();
  }
  bool check(Xapian::docid document, double /*least*/) override {
    at_.skip_to(document);
    document_ = document;
    return at_ != end_ && at_.get_docid() == document && holds();
  }
  bool at_end() const override { return at_ == end_; }
  Xapian::docid get_docid() const override { return document_; }

 private:
  bool holds() const {
    const std::string forms = *at_;
    if (has_form(forms, form_)) return true;
    return !others_.empty() &&
           std::none_of(others_.begin(), others_.end(),
                        [&](std::uint32_t other) { return has_form(forms, other); });
  }

  std::uint32_t form_;
  std::vector<std::uint32_t> others_;
  Xapian::docid document_ = 0;
  Xapian::doccount count_ = 0;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace

Xapian::Query says_form(std::string_view form) {
  return says_form_or_none(form, {});
}

Xapian::Query says_form_or_none(std::string_view form,
                                const std::vector<std::string>& others) {
  std::vector<std::uint32_t> hashes;
  for (const std::string& other : others) hashes.push_back(form_hash(other));
  return Xapian::Query((new FormSource(form_hash(form), std::move(hashes)))->release());
}

}  // namespace broadsheet

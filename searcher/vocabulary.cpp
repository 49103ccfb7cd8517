// Two kinds of terms know words: form terms, and stems, of which most are words
// themselves ("layoff") and some are not ("announc"). A stem is a word when it has a form
// term, or when no form term has this stem. Both lists are walked side by side.
#include "searcher/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "article/words.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

// Forms and their stem may part at the last letter: "happy", "happi".
std::string_view common_start(std::string_view start) {
  if (start.size() < 3) return start;
  start.remove_suffix(1);
  while (!start.empty() && (static_cast<unsigned char>(start.back()) & 0xC0) == 0x80)
    start.remove_suffix(1);
  return start;
}

struct Form {
  std::string text;
  std::string form;
  friend auto operator<=>(const Form&, const Form&) = default;
};

// A form term stands in the first, eighth, 64th ... story of a part that says the form,
// and parts have about a thousand stories.
double stories_of(double posted, double all_stories) {
  const double parts = std::max(1.0, all_stories / 1000);
  return 2 * (posted <= parts ? posted : parts * std::pow(8, posted / parts - 1));
}

class Walk {
 public:
  Walk(const Xapian::Database& stories, WordTerms& terms, Stemmer& stem)
      : stories_(stories), terms_(terms), stem_(stem) {}

  void read_forms(std::string_view start) {
    const std::string first = term(prefix::form, common_start(start));
    const auto end = stories_.allterms_end(first);
    for (auto it = stories_.allterms_begin(first); it != end; ++it) {
      const std::string both = (*it).substr(prefix::form.size());
      const std::size_t space = both.find(' ');
      Form form{.text = both.substr(0, space),
                .form = space == both.npos ? both : both.substr(space + 1)};
      const std::string& stem = stem_(form.text);
      if (stem != form.text) stems_of_forms_.insert(stem);
      if (form.text.starts_with(start))
        forms_.emplace(std::move(form), it.get_termfreq());
    }
  }

  void read_stems(std::string_view start) {
    if (start.empty()) return;
    const std::string first(start);
    const auto end = stories_.allterms_end(first);
    for (auto it = stories_.allterms_begin(first); it != end; ++it) {
      if (!stems_of_forms_.contains(*it) && is_word(*it))
        forms_.emplace(Form{*it, *it}, 0);
    }
  }

  bool each(const std::function<bool(const VocabularyWord&)>& visit) {
    const double all = stories_.get_doccount();
    for (const auto& [form, posted] : forms_) {
      const AskedWord asked{.text = form.text,
                            .form = form.form == form.text ? "" : form.form};
      Xapian::doccount most = 0;
      for (const std::string& one : terms_.terms(asked, ""))
        most = std::max(most, stories_.get_termfreq(one));
      const double about = posted > 0 ? stories_of(posted, all) : most;
      const auto said = static_cast<Xapian::doccount>(std::min<double>(about, most));
      if (!visit({.text = form.text, .form = form.form, .stories = most, .said = said}))
        return false;
    }
    return true;
  }

 private:
  // A pair of characters is none, nor is a number.
  static bool is_word(const std::string& text) {
    if ((text[0] >= '0' && text[0] <= '9') || (text[0] >= 'A' && text[0] <= 'Z'))
      return false;
    const auto words = split_words(text);
    return words.size() == 1 && !words.front().unspaced && !is_stop_word(text);
  }

  const Xapian::Database& stories_;
  WordTerms& terms_;
  Stemmer& stem_;
  std::set<std::string> stems_of_forms_;
  std::map<Form, Xapian::doccount> forms_;  // and how many terms each has; 0: a stem
};

}  // namespace

void each_word(const Xapian::Database& stories, WordTerms& terms, Stemmer& stem,
               std::string_view start,
               const std::function<bool(const VocabularyWord&)>& visit) {
  Walk walk(stories, terms, stem);
  walk.read_forms(start);
  walk.read_stems(start);
  walk.each(visit);
}

}  // namespace broadsheet

// English, with the prepositions for "according to" of some other languages. Linear but
// for the names, of which each start tries a handful of lengths.
#include "searcher/question.h"

#include <algorithm>
#include <vector>

#include "article/date.h"
#include "article/outlet_names.h"
#include "article/outlets.h"
#include "article/word_set.h"
#include "article/words.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_name = 8;  // words
constexpr std::size_t most_words = 256;
constexpr std::size_t most_liked = 8;

// What an outlet publishes.
const WordSet& papers() {
  static const WordSet words(
      "article articles report reports story stories piece pieces coverage column "
      "editorial interview reporting review reviews post posts newsletter newspaper "
      "magazine source sources");
  return words;
}

// What is done with news.
const WordSet& tellings() {
  static const WordSet words(
      "reported reports report published covered covers mentioned mentions noted notes "
      "described describes highlighted highlights discussed discusses detailed details "
      "outlined featured wrote writes written revealed cited quoted stated provided "
      "according suggested suggest suggests reviewed claimed claim claims mention "
      "describe discuss imply implies");
  return words;
}

// Stand between such a word and a name or a date.
const WordSet& links() {
  static const WordSet words(
      "by from in to per via on of with between and after since before until");
  return words;
}

const WordSet& fillers() {
  static const WordSet words("the a an another both either including sources also its");
  return words;
}

// "According to", in one word.
const WordSet& directly() {
  static const WordSet words("per via laut selon segun secondo volgens enligt ifolge");
  return words;
}

bool is_reporting(std::string_view word) {
  return papers().has(word) || tellings().has(word);
}

bool is_capital(std::string_view text, const Word& word) {
  const char first = text[word.span.start];
  return first >= 'A' && first <= 'Z';
}

class QuestionReader {
 public:
  QuestionReader(std::string_view text, const KnownOutlet& known, Query& query)
      : text_(text), known_(known), query_(query), words_(split_words(text)) {
    if (words_.size() > most_words) words_.resize(most_words);
    spent_.resize(words_.size());
  }

  void run() {
    const bool reports = std::any_of(words_.begin(), words_.end(), [](const Word& word) {
      return is_reporting(word.text) || directly().has(word.text);
    });
    if (!reports) return;
    find_names();
    std::vector<Clause> liked = cued_names();
    find_dates(liked);
    if (liked.empty()) return;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_reporting(words_[i].text)) spent_[i] = true;
    }
    part(liked);
    drop_spent(std::move(liked));
  }

 private:
  // Words begin..end of the query.
  struct Name {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool cued = false;
    bool joined = false;  // to the one before
  };

  std::string_view raw(std::size_t begin, std::size_t end) const {
    return Span{words_[begin].span.start, words_[end - 1].span.end}.in(text_);
  }

  // The longest known name at each place.
  void find_names() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::size_t end = name_at(i);
      if (end == i) continue;
      // "the Reuters report", but "The Verge".
      const bool small_article = words_[i].text == "the" && !is_capital(text_, words_[i]);
      if (small_article && name_at(i + 1) == end) continue;
      names_.push_back({.begin = i, .end = end});
      i = end - 1;
    }
  }

  std::size_t name_at(std::size_t begin) const {
    const bool article = words_[begin].text == "the" && begin + 1 < words_.size();
    const bool capital = is_capital(text_, words_[begin + (article ? 1 : 0)]);
    if (!capital && !follows_directly(begin)) return begin;
    for (std::size_t size = std::min(longest_name, words_.size() - begin); size > 0;
         --size) {
      if (article && size == 1) break;
      const auto name = raw(begin, begin + size);
      if (!known_(name)) continue;
      const OutletName* row = find_outlet(name);
      if (capital || row == nullptr || !row->common) return begin + size;
    }
    return begin;
  }

  // "reported by techcrunch", in small letters.
  bool follows_directly(std::size_t at) const {
    if (at > 0 && directly().has(words_[at - 1].text)) return true;
    return at > 1 && links().has(words_[at - 1].text) &&
           is_reporting(words_[at - 2].text);
  }

  bool reporting_before(std::size_t at) const {
    std::size_t i = at;
    while (i > 0 && at - i < 3 && fillers().has(words_[i - 1].text)) --i;
    if (i == 0) return false;
    if (directly().has(words_[i - 1].text)) return true;
    if (!links().has(words_[i - 1].text)) return false;
    for (std::size_t back = 0; back < 4 && i > back + 1; ++back) {
      if (is_reporting(words_[i - 2 - back].text)) return true;
    }
    return false;
  }

  bool reporting_behind(std::size_t at) const {
    return at < words_.size() && is_reporting(words_[at].text);
  }

  bool joined(const Name& first, const Name& second) const {
    if (second.begin - first.end > 3) return false;
    for (std::size_t i = first.end; i < second.begin; ++i) {
      const auto& word = words_[i].text;
      if (word != "or" && !links().has(word) && !fillers().has(word)) return false;
    }
    return true;
  }

  std::vector<Clause> cued_names() {
    for (Name& name : names_)
      name.cued = reporting_before(name.begin) || reporting_behind(name.end);
    for (std::size_t i = 1; i < names_.size(); ++i) {
      names_[i].joined = joined(names_[i - 1], names_[i]);
      if (names_[i - 1].cued && names_[i].joined) names_[i].cued = true;
    }
    for (std::size_t i = names_.size(); i-- > 1;)
      if (names_[i].cued && names_[i].joined) names_[i - 1].cued = true;
    std::erase_if(names_, [](const Name& name) { return !name.cued; });
    if (names_.size() > most_liked) names_.resize(most_liked);
    std::vector<Clause> liked;
    for (const Name& name : names_) {
      spend(name.begin, name.end);
      const bool direct = name.begin > 0 && directly().has(words_[name.begin - 1].text);
      if (direct) spend(name.begin - 1, name.begin);
      Clause clause;
      clause.kind = Clause::Kind::name;
      clause.field = field_named("outlet");
      clause.value = std::string(raw(name.begin, name.end));
      clause.span = {words_[name.begin].span.start, words_[name.end - 1].span.end};
      liked.push_back(std::move(clause));
    }
    return liked;
  }

  // Of several sources each is named for a part of the question: the words nearer to it
  // than to others, where a comma is some way. Names that are joined share theirs.
  void part(std::vector<Clause>& liked) const {
    if (names_.size() < 2) return;
    const auto breaks = breaks_before_words();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (spent_[i] || is_stop_word(words_[i].text)) continue;
      std::size_t n = nearest_name(i, breaks);
      while (n > 0 && names_[n].joined) --n;
      do {
        liked[n++].words.push_back(words_[i].text);
      } while (n < names_.size() && names_[n].joined);
    }
    // The dates stand behind the names.
    for (std::size_t d = 0; d < dated_.size(); ++d)
      liked[nearest_name(dated_[d], breaks)].days = liked[names_.size() + d].days;
  }

  std::size_t nearest_name(std::size_t word,
                           const std::vector<std::size_t>& breaks) const {
    std::size_t nearest = 0;
    for (std::size_t n = 1; n < names_.size(); ++n) {
      if (distance(word, names_[n], breaks) < distance(word, names_[nearest], breaks))
        nearest = n;
    }
    return nearest;
  }

  std::vector<std::size_t> breaks_before_words() const {
    std::vector<std::size_t> breaks(words_.size());
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const Span between{words_[i - 1].span.end, words_[i].span.start};
      const bool mark = between.in(text_).find_first_of(",;:") != std::string_view::npos;
      breaks[i] = breaks[i - 1] + (mark || words_[i].text == "while" ? 1 : 0);
    }
    return breaks;
  }

  static std::size_t distance(std::size_t word, const Name& name,
                              const std::vector<std::size_t>& breaks) {
    constexpr std::size_t words_a_break = 6;
    if (word < name.begin)
      return name.begin - word + words_a_break * (breaks[name.begin] - breaks[word]);
    return word - name.end + 1 + words_a_break * (breaks[word] - breaks[name.end - 1]);
  }

  void spend(std::size_t begin, std::size_t end) {
    std::fill(spent_.begin() + static_cast<std::ptrdiff_t>(begin),
              spent_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  // "on 5 October 2023", "in October 2023", soon behind a word of reporting.
  void find_dates(std::vector<Clause>& liked) {
    std::size_t reported = words_.size();  // the last such word
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_reporting(words_[i].text)) reported = i;
      const bool near = reported < i && i - reported <= reach;
      const bool linked =
          i > 0 && (links().has(words_[i - 1].text) || (spent_[i - 1] && near));
      if (!near || !linked) continue;
      const std::size_t end = like_date(i, liked);
      if (end == i) continue;
      reported = end - 1;  // "... and November 5, 2023"
      i = end - 1;
    }
  }

  std::size_t like_date(std::size_t begin, std::vector<Clause>& liked) {
    for (std::size_t size = 3; size > 1; --size) {
      if (begin + size > words_.size()) continue;
      const auto date = read_date(raw(begin, begin + size));
      if (!date || date->precision == Precision::year) continue;
      Clause clause;
      clause.kind = Clause::Kind::dates;
      clause.field = field_named("date");
      clause.days = DayRange{first_day(*date), last_day(*date)};
      clause.span = {words_[begin].span.start, words_[begin + size - 1].span.end};
      if (liked.size() < 2 * most_liked) {
        liked.push_back(std::move(clause));
        dated_.push_back(begin);
      }
      spend(begin, begin + size);
      return begin + size;
    }
    return begin;
  }

  void drop_spent(std::vector<Clause> liked) {
    std::vector<Clause> kept;
    for (const Clause& clause : query_.ranked) {
      if (!is_spent(clause.span)) kept.push_back(clause);
    }
    const bool nothing = std::all_of(kept.begin(), kept.end(), [](const Clause& clause) {
      return clause.kind == Clause::Kind::word && is_stop_word(clause.words.front());
    });
    if (nothing && query_.filters.empty()) return;
    query_.ranked = std::move(kept);
    query_.liked = std::move(liked);
  }

  // All words of the token are.
  bool is_spent(const Span& token) const {
    bool any = false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Span& word = words_[i].span;
      if (word.end <= token.start || word.start >= token.end) continue;
      if (!spent_[i]) return false;
      any = true;
    }
    return any;
  }

  static constexpr std::size_t reach = 12;  // words

  std::string_view text_;
  const KnownOutlet& known_;
  Query& query_;
  std::vector<Word> words_;
  std::vector<bool> spent_;
  std::vector<Name> names_;
  std::vector<std::size_t> dated_;  // the first words of the dates
};

}  // namespace

KnownOutlet known_outlets(const Xapian::Database& articles) {
  return [&articles](std::string_view name) {
    const auto stands = [&](std::string_view masthead) {
      const std::string t = name_term(prefix::outlet, std::string(masthead));
      return t != name_term(prefix::outlet, std::nullopt) && articles.term_exists(t);
    };
    return stands(name) || stands(normalise_outlet(name));
  };
}

void like_named_sources(std::string_view text, const KnownOutlet& known, Query& query) {
  QuestionReader(text, known, query).run();
}

}  // namespace broadsheet

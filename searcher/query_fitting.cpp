// Without a cap "s*" took 10 to 50 s over 20,000 stories, and a phrase of stop words has
// to look into every story.
#include "searcher/query_fitting.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <set>

#include "schema/fields.h"
#include "searcher/clause_parts.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_words = 64;       // that one wildcard stands for
constexpr std::size_t most_of_all = 128;     // that all of a query stand for
constexpr std::size_t most_terms = 200'000;  // that are looked at for one
constexpr Xapian::doccount many = 20'000;    // stories with every word of a phrase

// "*" is any bytes, "?" one character. Backs up to the last star alone: linear times the
// length of the word, which is short.
bool fits(std::string_view word, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t sign = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  const auto next = [&](std::size_t i) {
    do ++i;
    while (i < word.size() && (static_cast<unsigned char>(word[i]) & 0xC0) == 0x80);
    return i;
  };
  while (at < word.size()) {
    if (sign < pattern.size() && pattern[sign] == '*') {
      star = sign++;
      resume = at;
    } else if (sign < pattern.size() && pattern[sign] == '?') {
      at = next(at);
      ++sign;
    } else if (sign < pattern.size() && pattern[sign] == word[at]) {
      ++at;
      ++sign;
    } else if (star != std::string_view::npos) {
      sign = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (sign < pattern.size() && pattern[sign] == '*') ++sign;
  return sign == pattern.size();
}

struct Found {
  std::string word;
  Xapian::doccount stories = 0;
};

class Fitting {
 public:
  Fitting(Query& query, const Xapian::Database& articles, Stemmer& stem)
      : query_(query), articles_(articles), stem_(stem) {}

  void run() {
    std::set<std::string> wildcards;
    each([&](Clause& clause) {
      if (!clause.pattern.empty()) wildcards.insert(key_of(clause));
    });
    if (!wildcards.empty())
      cap_ = std::clamp<std::size_t>(most_of_all / wildcards.size(), 1, most_words);
    each([&](Clause& clause) {
      if (!clause.pattern.empty()) {
        const auto [known, fresh] = stand_for_.try_emplace(key_of(clause));
        if (fresh) known->second = look_up(clause);
        clause.stands_for = known->second;
      }
      if (clause.kind == Clause::Kind::phrase) cut_phrase(clause);
    });
  }

 private:
  void each(const std::function<void(Clause&)>& visit) {
    for (auto* clauses : {&query_.ranked, &query_.filters, &query_.excluded})
      each(*clauses, visit);
  }
  static void each(std::vector<Clause>& clauses,
                   const std::function<void(Clause&)>& visit) {
    for (Clause& clause : clauses) {
      each(clause.parts, visit);
      visit(clause);
    }
  }

  void remark(const Clause& clause, std::string message) {
    constexpr std::size_t most = 40;
    if (query_.remarks.size() >= most) return;
    query_.remarks.push_back(
        {.span = clause.span, .message = std::move(message), .suggestion = {}});
  }

  static std::string_view prefix_of(const Clause& clause) {
    return clause.field != nullptr ? clause.field->prefix : std::string_view();
  }
  static std::string key_of(const Clause& clause) {
    return std::string(prefix_of(clause)) + " " + clause.pattern;
  }

  // The most frequent first.
  std::vector<std::string> look_up(const Clause& clause) {
    std::vector<Found> found;
    if (prefix_of(clause) == prefix::author) {
      add_words(prefix::author, clause, found);
    } else {
      add_words(prefix::form, clause, found);
      add_words("", clause, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
      return a.stories > b.stories;
    });
    std::vector<std::string> words;
    std::set<std::string_view> known;
    for (const Found& one : found) {
      if (known.insert(one.word).second && words.size() < cap_) words.push_back(one.word);
    }
    if (known.size() > cap_) {
      remark(clause, fmt::format("{} stands for {} words here; the {} most frequent are "
                                 "searched for",
                                 clause.pattern, known.size(), cap_));
    } else if (known.empty()) {
      remark(clause, fmt::format("no word here is like {}", clause.pattern));
    }
    return words;
  }

  // Of a vocabulary: forms as they were said, without how many stories say them, and
  // stems, which are words as well.
  void add_words(std::string_view vocabulary, const Clause& clause,
                 std::vector<Found>& found) const {
    const std::string start = std::string(vocabulary) + clause.words.front();
    std::size_t looked_at = 0;
    const auto end = articles_.allterms_end(start);
    for (auto term = articles_.allterms_begin(start);
         term != end && looked_at < most_terms; ++term, ++looked_at) {
      std::string word = (*term).substr(vocabulary.size());
      word.resize(std::min(word.size(), word.find(' ')));
      if (fits(word, clause.pattern))
        found.push_back({std::move(word), term.get_termfreq()});
    }
  }

  void cut_phrase(Clause& clause) {
    if (clause.words.size() < 2 ||
        !std::all_of(clause.words.begin(), clause.words.end(), is_stop_word))
      return;
    const bool common =
        std::all_of(clause.words.begin(), clause.words.end(), [&](const auto& word) {
          return articles_.get_termfreq(term("", stem_(word))) > many;
        });
    if (!common) return;
    remark(clause,
           fmt::format("each of these words stands in more than {} stories; they must be "
                       "there, but not side by side",
                       many));
    Clause all = bundle(Clause::Kind::all);
    all.span = clause.span;
    for (const std::string& word : clause.words) {
      Clause part;
      part.span = clause.span;
      part.words.push_back(word);
      all.parts.push_back(std::move(part));
    }
    clause = std::move(all);
  }

  Query& query_;
  const Xapian::Database& articles_;
  Stemmer& stem_;
  std::map<std::string, std::vector<std::string>> stand_for_;  // by prefix and pattern
  std::size_t cap_ = most_words;
};

}  // namespace

void fit_to_index(Query& query, const Xapian::Database& articles, Stemmer& stem) {
  Fitting(query, articles, stem).run();
}

}  // namespace broadsheet

#include "searcher/expansion.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "schema/terms.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

struct Candidate {
  std::string word;
  double worth = 0;
};

// Prefixes begin with a capital, words never do; numbers are no vocabulary.
bool is_plain_word(const std::string& term) {
  const char first = term.empty() ? '0' : term.front();
  const bool other = (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
  return term.size() > 1 && !other && !is_stop_word(term);
}

// How much of the best hits a word is, better hits counting more.
std::map<std::string, double> shares(const Xapian::Database& articles,
                                     const std::vector<RankedStory>& hits,
                                     std::size_t count) {
  std::map<std::string, double> result;
  for (std::size_t i = 0; i < count; ++i) {
    const double length = std::max(articles.get_doclength(hits[i].document), 1U);
    const double part = hits[i].score / hits.front().score / length;
    const auto end = articles.termlist_end(hits[i].document);
    for (auto it = articles.termlist_begin(hits[i].document); it != end; ++it) {
      if (is_plain_word(*it)) result[*it] += part * it.get_wdf();
    }
  }
  return result;
}

std::vector<Candidate> best_words(const Xapian::Database& articles,
                                  const std::map<std::string, double>& shares) {
  const double stories = articles.get_doccount();
  const double most = std::min(stories * ranking::expansion_share,
                               static_cast<double>(ranking::expansion_stories));
  std::vector<Candidate> words;
  for (const auto& [word, share] : shares) {
    const double with_word = articles.get_termfreq(word);
    if (with_word < 2 || with_word > most) continue;
    words.push_back({word, share * std::log((stories + 0.5) / (with_word + 0.5))});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.worth > b.worth; });
  if (words.size() > ranking::expansion_words) words.resize(ranking::expansion_words);
  return words;
}

}  // namespace

std::optional<Xapian::Query> words_of_the_best(const Xapian::Database& articles,
                                               const std::vector<RankedStory>& hits,
                                               double most) {
  if (articles.get_doccount() < ranking::expansion_collection) return std::nullopt;
  const std::size_t count = std::min(hits.size(), ranking::expansion_hits);
  if (count == 0 || hits.front().score <= 0) return std::nullopt;
  double length = 0;
  for (std::size_t i = 0; i < count; ++i)
    length += articles.get_doclength(hits[i].document);
  length /= static_cast<double>(count);
  const double strength = std::clamp(2 - length / ranking::expansion_length, 0.0, 1.0);
  if (strength <= 0) return std::nullopt;
  const auto words = best_words(articles, shares(articles, hits, count));
  std::vector<Xapian::Query> parts;
  for (const Candidate& word : words) {
    const double weight =
        ranking::expansion_gain * strength * most * word.worth / words.front().worth;
    if (weight <= 0) continue;
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.word), weight);
  }
  if (parts.empty()) return std::nullopt;
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace broadsheet

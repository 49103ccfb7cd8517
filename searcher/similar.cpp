// A word tells the more the fewer stories have it and the oftener this one says it; words
// of the headline tell more. Only stories that share several of the most telling words
// are like it.
#include "searcher/similar.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

#include "article/error.h"
#include "article/words.h"
#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/hits.h"
#include "searcher/match_pass.h"
#include "searcher/snippet.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_words = 25;
constexpr std::size_t shared_words = 3;     // that a story like it must have
constexpr std::size_t most_alike = 200;     // stories that are looked at
constexpr std::size_t most_terms = 20'000;  // of the story
constexpr double title_counts = 2;     // a word of the headline, beside one of the text
constexpr double largest_share = 0.2;  // of the stories; more frequent words say little
constexpr std::size_t shortest_id = 4;

struct Telling {
  std::string stem;
  double weight = 0;
};

bool is_plain_word(const std::string& term) {
  const auto first = static_cast<unsigned char>(term.empty() ? '0' : term.front());
  const bool word = (first >= 'a' && first <= 'z') || first >= 0x80;
  return word && term.size() > 2 && !is_stop_word(term);
}

std::vector<Telling> telling_words(const Xapian::Database& articles,
                                   Xapian::docid story) {
  const double stories = articles.get_doccount();
  const double most = std::max(3.0, stories * largest_share);
  std::set<std::string> titled;
  std::map<std::string, double> said;
  std::size_t seen = 0;
  const auto end = articles.termlist_end(story);
  for (auto it = articles.termlist_begin(story); it != end && seen < most_terms;
       ++it, ++seen) {
    const std::string term = *it;
    if (is_plain_word(term)) said[term] = 1 + std::log(std::max(it.get_wdf(), 1U));
    if (term.size() > 1 && term[0] == prefix::title[0] && is_plain_word(term.substr(1)))
      titled.insert(term.substr(1));
  }
  std::vector<Telling> words;
  for (const auto& [stem, times] : said) {
    const double with_word = articles.get_termfreq(stem);
    if (with_word < 2 || with_word > most) continue;
    const double share = titled.count(stem) > 0 ? title_counts : 1;
    words.push_back({stem, times * share * std::log(stories / with_word + 1)});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  if (words.size() > most_words) words.resize(most_words);
  return words;
}

// The words as they are first said in the story: to be marked and named.
Query as_query(const Article& article, const std::vector<Telling>& telling,
               Stemmer& stem) {
  std::map<std::string, std::string> said;
  const std::string title = article.title.value_or("");
  for (const std::string_view text :
       {std::string_view(title), std::string_view(article.text)}) {
    for (const Word& word : split_words(text)) said.emplace(stem(word.text), word.text);
  }
  Query query;
  for (const Telling& word : telling) {
    const auto it = said.find(word.stem);
    Clause clause;
    clause.words.push_back(it == said.end() ? word.stem : it->second);
    query.ranked.push_back(std::move(clause));
  }
  return query;
}

Xapian::Query any_of(const std::vector<Telling>& telling, const Article& article) {
  std::vector<Xapian::Query> parts;
  for (const Telling& word : telling)
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.stem),
                       word.weight / telling.front().weight);
  const Xapian::Query words(Xapian::Query::OP_OR, parts.begin(), parts.end());
  const Xapian::Query itself = Xapian::Query(term(prefix::cluster, article.cluster)) |
                               Xapian::Query(term(prefix::id, article.id));
  return {Xapian::Query::OP_AND_NOT, words, itself};
}

// How many of the words a hit has, as far as it matters.
bool shares_enough(const Xapian::Enquire& enquire, Xapian::docid story,
                   std::size_t enough) {
  std::size_t shared = 0;
  const auto end = enquire.get_matching_terms_end(story);
  for (auto it = enquire.get_matching_terms_begin(story); it != end; ++it)
    if (++shared >= enough) return true;
  return false;
}

Deadline deadline_of(const SearchRequest& request) {
  if (request.deadline_ms == 0) return {};
  return Deadline::in(Deadline::Clock::now(),
                      std::chrono::milliseconds(request.deadline_ms) * 3 / 4);
}

std::vector<RankedStory> alike(Snapshot& snapshot, const StoryColumns& columns,
                               const Xapian::Query& query, std::size_t words,
                               const SearchRequest& request, Results& results) {
  MatchPass pass(columns.segments(), deadline_of(request), nullptr, false);
  Xapian::Enquire enquire(snapshot.articles);
  enquire.set_weighting_scheme(story_weight(snapshot.articles.get_avlength()));
  enquire.set_query(pass.over(query));
  const Xapian::MSet matches = enquire.get_mset(0, most_alike);
  results.partial = pass.cut();
  results.exact = !pass.cut() && matches.size() < most_alike;
  const CopyGroups& groups = columns.groups();
  std::set<std::uint32_t> seen;
  std::vector<RankedStory> stories;
  for (auto it = matches.begin(); it != matches.end(); ++it) {
    if (!shares_enough(enquire, *it, std::min(words, shared_words))) continue;
    ++results.total;
    const std::uint32_t group = request.group ? groups.of(*it) : 0;
    if (group > 0 && !seen.insert(group).second) continue;
    stories.push_back({.document = *it, .score = it.get_weight()});
  }
  results.groups = stories.size();
  return stories;
}

std::string reading_of_words(const Query& query) {
  constexpr std::size_t named = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(query.ranked.size(), named); ++i)
    text += (i > 0 ? ", " : "") + query.ranked[i].words.front();
  if (query.ranked.size() > named) text += " ...";
  return text;
}

}  // namespace

Xapian::docid find_story(const Xapian::Database& articles, std::string_view id) {
  const std::string whole = term(prefix::id, id);
  const auto place = articles.postlist_begin(whole);
  if (place != articles.postlist_end(whole)) return *place;
  if (id.size() < shortest_id) return 0;
  auto it = articles.allterms_begin(whole);
  if (it == articles.allterms_end(whole)) return 0;
  const std::string found = *it;
  if (++it != articles.allterms_end(whole))
    throw Error(ErrorCode::usage,
                fmt::format("several stories have an id that begins with {}", id),
                "give more of it");
  return *articles.postlist_begin(found);
}

void find_similar(Snapshot& snapshot, const StoryColumns& columns, Xapian::docid story,
                  const SearchRequest& request, Results& results) {
  const Article article = load_article(snapshot.articles, story);
  const auto telling = telling_words(snapshot.articles, story);
  const Query query = as_query(article, telling, snapshot.stem);
  results.query = article.id;
  results.reading =
      fmt::format("like \"{}\": {}", display_title(article.title, article.text),
                  reading_of_words(query));
  results.offset = request.offset;
  if (telling.empty()) return;
  const auto stories = alike(snapshot, columns, any_of(telling, article), telling.size(),
                             request, results);
  const Marker marker(query, snapshot.stem);
  for (std::size_t i = request.offset;
       i < stories.size() && results.hits.size() < request.limit; ++i) {
    Article other = load_article(snapshot.articles, stories[i].document);
    const std::size_t copies = count_copies(snapshot.articles, other);
    Hit hit = make_hit(std::move(other), query, marker, request.snippets);
    hit.score = stories[i].score;
    hit.copies = copies;
    if (copies == 0) hit.cluster.reset();
    results.hits.push_back(std::move(hit));
  }
}

}  // namespace broadsheet

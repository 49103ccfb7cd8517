#include "searcher/lexicons.h"

#include <algorithm>
#include <string>

#include "schema/facet_names.h"
#include "schema/fields.h"
#include "searcher/vocabulary.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_terms = 2'000'000;  // of one beginning
constexpr std::size_t shortest = 3;            // bytes of a word
constexpr std::size_t longest = 48;

// Calls with each term below the prefix, without it, and its number of stories.
template <typename Visit>
void for_each_term(const Xapian::Database& articles, const std::string& prefix,
                   const Visit& visit) {
  std::size_t seen = 0;
  const auto end = articles.allterms_end(prefix);
  for (auto it = articles.allterms_begin(prefix); it != end && seen < most_terms;
       ++it, ++seen) {
    const std::string term = *it;
    visit(std::string_view(term).substr(prefix.size()), it.get_termfreq());
  }
}

// Prefixes of terms are capitals, figures are no words.
bool begins_word(char first) {
  return (first >= 'a' && first <= 'z') || static_cast<unsigned char>(first) >= 0x80;
}

// A word that is said with and without diacritics is shown without.
Words read_words(Snapshot& snapshot, char first) {
  Words words;
  std::vector<Lexicon::Row> rows;
  WordTerms terms(snapshot.articles, snapshot.stem);
  each_word(
      snapshot.articles, terms, snapshot.stem, std::string(1, first),
      [&](const VocabularyWord& word) {
        const std::size_t size = word.text.size();
        if (size < shortest || size > longest || word.stories == 0) return true;
        const bool same = !rows.empty() && rows.back().word == word.text;
        if (same && rows.back().tag == 0) return true;
        std::uint32_t tag = 0;
        if (word.form != word.text) {
          words.forms.push_back(word.form);
          tag = static_cast<std::uint32_t>(words.forms.size());
        }
        if (same) rows.pop_back();
        rows.push_back(
            {.word = word.text, .stories = word.stories, .rank = word.said, .tag = tag});
        return rows.size() < most_terms;
      });
  words.entries = Lexicon(std::move(rows));
  return words;
}

struct NamePlace {
  NameKind kind;
  std::string_view facet;   // of schema/facet_names
  std::string_view prefix;  // where there is no such facet
};

constexpr std::array<NamePlace, name_kinds> name_places = {{
    {NameKind::outlet, "outlet", ""},
    {NameKind::credited, "credited", ""},
    {NameKind::cited, "", prefix::cited},
    {NameKind::author, "author", ""},
    {NameKind::language, "language", ""},
    {NameKind::thing, "counts", ""},
}};

Names read_names(const Xapian::Database& articles, const NamePlace& place) {
  const std::string prefix(place.facet.empty()
                               ? place.prefix
                               : facet_fields()[facet_named(place.facet)].prefix);
  Names result;
  std::uint32_t most = 0;  // of the ways to write the name at hand
  for_each_term(articles, prefix, [&](std::string_view text, Xapian::doccount stories) {
    const FacetName name = facet_name(text);
    const bool unknown = place.facet.empty() && name.key == "unknown";
    if (name.key.empty() || unknown) return;
    if (result.names.empty() || result.names.back().key != name.key) {
      result.names.push_back({.key = std::string(name.key), .shown = {}, .stories = 0});
      most = 0;
    }
    result.names.back().stories += stories;
    if (stories > most) result.names.back().shown = name.shown;
    most = std::max(most, stories);
  });
  std::vector<Lexicon::Row> rows;
  for (std::size_t i = 0; i < result.names.size(); ++i) {
    const Names::Name& name = result.names[i];
    for (std::size_t at = 0; at != std::string::npos && at < name.key.size();) {
      rows.push_back({.word = name.key.substr(at),
                      .stories = name.stories,
                      .rank = name.stories,
                      .tag = static_cast<std::uint32_t>(i)});
      at = name.key.find(' ', at);
      if (at != std::string::npos) ++at;
    }
  }
  result.entries = Lexicon(std::move(rows));
  return result;
}

Lexicon read_dates(const Xapian::Database& articles, std::string_view year_prefix,
                   std::string_view month_prefix) {
  std::vector<Lexicon::Row> rows;
  for (const std::string_view prefix : {year_prefix, month_prefix}) {
    for_each_term(articles, std::string(prefix),
                  [&](std::string_view digits, Xapian::doccount stories) {
                    if (digits.size() != 4 && digits.size() != 6) return;
                    std::string word(digits);
                    if (word.size() == 6) word.insert(4, "-");
                    rows.push_back({.word = std::move(word), .stories = stories});
                  });
  }
  return Lexicon(std::move(rows));
}

}  // namespace

const Words& Lexicons::words(Snapshot& snapshot, char first) {
  const std::lock_guard lock(mutex_);
  const auto known = words_.find(first);
  if (known != words_.end()) return known->second;
  Words words;
  if (begins_word(first)) words = read_words(snapshot, first);
  return words_.emplace(first, std::move(words)).first->second;
}

const Names& Lexicons::names(Snapshot& snapshot, NameKind kind) {
  const auto place = static_cast<std::size_t>(kind);
  const std::lock_guard lock(mutex_);
  auto& names = names_[place];
  if (!names)
    names = std::make_unique<Names>(read_names(snapshot.articles, name_places[place]));
  return *names;
}

const Lexicon& Lexicons::dates(Snapshot& snapshot, bool mentioned) {
  const std::lock_guard lock(mutex_);
  auto& dates = dates_[mentioned ? 1 : 0];
  if (!dates) {
    dates = std::make_unique<Lexicon>(
        mentioned ? read_dates(snapshot.articles, prefix::mentioned_year,
                               prefix::mentioned_month)
                  : read_dates(snapshot.articles, prefix::year, prefix::month));
  }
  return *dates;
}

std::size_t Lexicons::bytes() const {
  const std::lock_guard lock(mutex_);
  std::size_t bytes = 0;
  for (const auto& [first, words] : words_) {
    bytes += words.entries.bytes();
    for (const std::string& form : words.forms) bytes += sizeof form + form.capacity();
  }
  for (const auto& names : names_) {
    if (!names) continue;
    bytes += names->entries.bytes();
    for (const Names::Name& name : names->names)
      bytes += sizeof name + name.key.capacity() + name.shown.capacity();
  }
  for (const auto& dates : dates_) bytes += dates ? dates->bytes() : 0;
  return bytes;
}

std::shared_ptr<Lexicons> LexiconCache::of(const Snapshot& snapshot) {
  const std::lock_guard lock(mutex_);
  if (!lexicons_ || signature_ != snapshot.signature) {
    lexicons_ = std::make_shared<Lexicons>();
    signature_ = snapshot.signature;
  }
  return lexicons_;
}

}  // namespace broadsheet

#include "searcher/word_terms.h"

#include <algorithm>

#include "article/words.h"
#include "schema/terms.h"
#include "searcher/form_source.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

using Op = Xapian::Query::op;

constexpr std::size_t most_languages = 12;
constexpr std::size_t most_variants = 8;

Xapian::Query any_of(const std::vector<Xapian::Query>& parts, Op op = Op::OP_OR) {
  if (parts.size() == 1) return parts.front();
  return {op, parts.begin(), parts.end()};
}

bool are_alike(const StoryStemming& a, const StoryStemming& b) {
  for (std::size_t script = 0; script < script_count; ++script) {
    if (a.of(static_cast<Script>(script)) != b.of(static_cast<Script>(script)))
      return false;
  }
  return true;
}

}  // namespace

std::vector<AskedWord> asked_words(const std::vector<std::string>& texts,
                                   std::string_view printed) {
  std::vector<AskedWord> words;
  const std::vector<Word> found = split_words(printed);
  for (const std::string& text : texts) {
    words.push_back({.text = text, .form = {}});
    const auto same = std::find_if(found.begin(), found.end(), [&](const Word& word) {
      return word.marked && word.text == text;
    });
    if (same != found.end()) words.back().form = exact_form(same->span.in(printed));
  }
  return words;
}

WordTerms::WordTerms(const Xapian::Database& stories, Stemmer& stem)
    : stories_(stories), stem_(stem) {
  languages_.push_back({StoryStemming(std::nullopt), Xapian::Query::MatchAll});
  read_languages();
}

// Those with most stories; languages that are stemmed alike are one.
void WordTerms::read_languages() {
  const std::string prefix(prefix::language);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = stories_.allterms_end(prefix);
  for (auto it = stories_.allterms_begin(prefix); it != end; ++it)
    found.emplace_back(it.get_termfreq(), (*it).substr(prefix.size()));
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [count, code] : found) {
    const StoryStemming stemming(code);
    const Xapian::Query in_language(term(prefix::language, code));
    const auto same = std::find_if(
        languages_.begin(), languages_.end(),
        [&](const Language& language) { return are_alike(language.stemming, stemming); });
    if (same == languages_.begin()) continue;
    if (same != languages_.end()) {
      same->stories |= in_language;
    } else if (languages_.size() < most_languages) {
      languages_.push_back({stemming, in_language});
    }
  }
}

std::vector<std::string> WordTerms::stems(const std::vector<AskedWord>& words,
                                          const Language& language, bool of_form) {
  std::vector<std::string> result;
  for (const AskedWord& word : words) {
    const Stems& stems = stem_.stems(word.text, of_form ? word.exact() : word.text,
                                     language.stemming.of(word.text));
    result.push_back(stems.first);
  }
  return result;
}

std::vector<std::string> WordTerms::terms(const AskedWord& word,
                                          std::string_view prefix) {
  std::vector<std::string> all;
  for (const Language& language : languages_) {
    for (const bool of_form : {true, false}) {
      std::string one = term(prefix, stems({word}, language, of_form).front());
      const bool known = std::find(all.begin(), all.end(), one) != all.end();
      if (!known && (all.empty() || is_used(one))) all.push_back(std::move(one));
    }
  }
  return all;
}

Xapian::Query WordTerms::any_form(const AskedWord& word, std::string_view prefix,
                                  Xapian::termcount times) {
  std::vector<std::string> stood;
  std::vector<Xapian::Query> parts;
  for (const Language& language : languages_) {
    for (const bool of_form : {true, false}) {
      const std::string one = term(prefix, stems({word}, language, of_form).front());
      if (!stood.empty() && one == stood.front()) continue;
      const bool own = &language != &languages_.front();
      if (!stood.empty() && !is_used(one)) continue;
      stood.push_back(one);
      parts.push_back(
          own ? Xapian::Query(Op::OP_FILTER, Xapian::Query(one), language.stories)
              : Xapian::Query(one));
    }
  }
  if (parts.size() == 1) return Xapian::Query(stood.front(), times);
  const Xapian::Query one_word = any_of(parts, Op::OP_SYNONYM);
  if (times == 1) return one_word;
  return {Op::OP_SCALE_WEIGHT, one_word, static_cast<double>(times)};
}

// The forms that differ from the word in their diacritics alone: the vocabulary has them
// behind the folded word.
std::vector<std::string> WordTerms::variants(const AskedWord& word) const {
  const std::string start = term(prefix::form, word.text) + " ";
  std::vector<std::string> forms;
  const auto end = stories_.allterms_end(start);
  for (auto it = stories_.allterms_begin(start); it != end; ++it) {
    if (forms.size() >= most_variants) break;
    forms.push_back((*it).substr(start.size()));
  }
  return forms;
}

Xapian::Query WordTerms::ranked(const AskedWord& word, Xapian::termcount times) {
  const Xapian::Query all = any_form(word, "", times);
  if (word.text[0] >= '0' && word.text[0] <= '9') return all;
  const auto others = variants(word);
  if (others.empty()) return all;
  // Without diacritics any form that has none will do, inflected ones too.
  const Xapian::Query as_typed =
      word.form.empty() ? says_form_or_none(word.text, others) : says_form(word.form);
  const Xapian::Query preferred(Op::OP_FILTER, all, as_typed);
  constexpr double share = ranking::as_typed_share;
  return {Op::OP_OR, Xapian::Query(Op::OP_SCALE_WEIGHT, all, 1 - share),
          Xapian::Query(Op::OP_SCALE_WEIGHT, preferred, share)};
}

Xapian::Query WordTerms::exact(const AskedWord& word) {
  const Xapian::Query all = any_form(word, "");
  const bool told = !word.text.empty() && !(word.text[0] >= '0' && word.text[0] <= '9') &&
                    !is_stop_word(word.exact());
  const auto characters = split_words(word.text);
  if (!told || characters.empty() || characters.front().unspaced) return all;
  return {Op::OP_FILTER, all, says_form(word.exact())};
}

// In the lead the words stand behind its mark, within its length.
Xapian::Query WordTerms::in_order(const std::vector<std::string>& terms,
                                  bool lead) const {
  std::vector<Xapian::Query> words(terms.begin(), terms.end());
  const auto count = static_cast<Xapian::termcount>(words.size());
  const Xapian::Query phrase =
      count == 1 ? words.front()
                 : Xapian::Query(Op::OP_PHRASE, words.begin(), words.end(), count);
  if (!lead) return phrase;
  words.insert(words.begin(), Xapian::Query(term(prefix::lead, "")));
  const Xapian::Query within(Op::OP_PHRASE, words.begin(), words.end(), lead_words + 1);
  return count == 1 ? within : Xapian::Query(Op::OP_FILTER, within, phrase);
}

Xapian::Query WordTerms::in_order_anywhere(const std::vector<AskedWord>& words,
                                           std::string_view prefix, bool lead) {
  if (words.empty()) return {};
  std::vector<std::vector<std::string>> stood;
  std::vector<Xapian::Query> parts;
  for (const Language& language : languages_) {
    for (const bool of_form : {true, false}) {
      std::vector<std::string> own = stems(words, language, of_form);
      for (std::string& one : own) one = term(prefix, one);
      const bool known = std::find(stood.begin(), stood.end(), own) != stood.end();
      const bool used =
          stood.empty() ||
          std::all_of(own.begin(), own.end(), [&](const auto& t) { return is_used(t); });
      if (known || !used) continue;
      const Xapian::Query here = in_order(own, lead);
      parts.push_back(
          stood.empty() ? here : Xapian::Query(Op::OP_FILTER, here, language.stories));
      stood.push_back(std::move(own));
    }
  }
  return any_of(parts);
}

Xapian::Query WordTerms::phrase(const std::vector<AskedWord>& words,
                                std::string_view prefix) {
  return in_order_anywhere(words, prefix, false);
}

Xapian::Query WordTerms::in_lead(const std::vector<AskedWord>& words) {
  return in_order_anywhere(words, "", true);
}

}  // namespace broadsheet
